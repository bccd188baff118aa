/** What the heavy parts offer to the page. Types only, so that the page's own bundle stays small. */

/** Colours and fonts as the drawing libraries want them; read from the style sheet by `palette.ts`. */
export interface Palette {
  dark: boolean;
  fontText: string;
  fontCode: string;
  surface: string;
  text: string;
  muted: string;
  border: string;
  grid: string;
  accent: string;
  accentSoft: string;
  shade: string;
  danger: string;
  /** Ten colours for lines, told apart on this theme's paper, also by most colour-blind readers. */
  lines: string[];
  /** From nothing to most. */
  scale: string[];
}

export interface MathPart {
  /** HTML of a formula. Throws an Error whose message is for people. */
  render(tex: string, display: boolean, accessible: boolean): string;
}

export interface CodePart {
  /** HTML of highlighted code; undefined when the language is not known. */
  highlight(code: string, language: string): string | undefined;
}

export interface DiagramsPart {
  /** SVG text of a mermaid diagram. Rejects with an Error whose message is for people. */
  render(source: string, palette: Palette): Promise<string>;
}

export interface ChartsPart {
  /** Draws a Vega or Vega-Lite specification into `element`; resolves to what removes it again. */
  draw(element: HTMLElement, specification: object, language: 'vega' | 'vega-lite', palette: Palette): Promise<() => void>;
}

/** The little of plotly that the page uses. */
export interface PlotsPart {
  react(element: HTMLElement, data: object[], layout: object, config: object): Promise<unknown>;
  relayout(element: HTMLElement, update: object): Promise<unknown>;
  resize(element: HTMLElement): void;
  purge(element: HTMLElement): void;
}
