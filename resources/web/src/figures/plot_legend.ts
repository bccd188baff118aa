/**
 * The legend of our own plots, as HTML beside the drawing: it wraps like text, never lies over the plot, takes
 * nothing away from it, and costs plotly no measuring. Figures of others keep plotly's legend.
 */
import { make } from '../dom.ts';
import type { PlotContent, Trace } from './plot_types.ts';

export type LegendPlace = 'top' | 'bottom' | 'left' | 'right';

/** What stands for one line, or for all that belong together. */
export interface LegendEntry {
  group: string;
  text: string;
  colour: string;
  dash: string;
  filled: boolean;
}

interface OwnLegend {
  orientation?: string;
  x?: number;
  y?: number;
}

/** Where core wants the legend; nothing where it wants none or where the figure is not ours. */
export function legendPlace({ layout }: PlotContent): LegendPlace | undefined {
  if (layout.showlegend !== true || layout.meta?.x === undefined) return undefined;
  const { orientation, x, y } = (layout.legend ?? {}) as OwnLegend;
  if (orientation === 'v') return (x ?? 1) < 0 ? 'left' : 'right';
  return y !== undefined && y > 1 ? 'top' : 'bottom';
}

/** Core has escaped names for plotly, which reads a little HTML. */
export function plainText(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

export function groupOf(trace: Trace): string {
  return trace.legendgroup ?? trace.name ?? '';
}

/** `data` with the theme's colours; each group once, in its order. */
export function legendEntries(data: readonly Trace[]): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const trace of data) {
    const group = groupOf(trace);
    if (trace.showlegend === false || entries.has(group)) continue;
    const filled = trace.type === 'bar' || trace.type === 'histogram';
    const colour = trace.line?.color ?? (typeof trace.marker?.color === 'string' ? trace.marker.color : '');
    entries.set(group, { group, text: plainText(trace.name ?? ''), colour, dash: trace.line?.dash ?? 'solid', filled });
  }
  return [...entries.values()];
}

/** plotly's dashes as SVG's, for a line of this width. */
const dashes: Record<string, string> = {
  dash: '7 4', dot: '2 3', dashdot: '7 3 2 3', longdash: '12 4', longdashdot: '11 3 2 3',
};

function swatch({ colour, dash, filled }: LegendEntry): SVGElement {
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawing.setAttribute('class', 'pl-swatch');
  drawing.setAttribute('viewBox', '0 0 26 8');
  drawing.setAttribute('aria-hidden', 'true');
  const stroke = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  stroke.setAttribute('d', 'M0 4H26');
  stroke.setAttribute('stroke', colour);
  stroke.setAttribute('stroke-width', filled ? '8' : '2');
  if (!filled && dashes[dash]) stroke.setAttribute('stroke-dasharray', dashes[dash]);
  drawing.append(stroke);
  return drawing;
}

/** The legend's element, and which groups the reader has switched off. */
export class PlotLegend {
  readonly element = make('ul', 'pl-legend');
  readonly #off = new Set<string>();
  readonly #toggled: (() => void) | undefined;

  /** Without `toggled` there is nothing to click, as on paper. */
  constructor(toggled?: () => void) {
    this.#toggled = toggled;
  }

  isOff(group: string): boolean {
    return this.#off.has(group);
  }

  show(entries: readonly LegendEntry[]): void {
    this.element.replaceChildren(...entries.map((entry) => make('li', '', this.#entry(entry))));
  }

  #entry(entry: LegendEntry): HTMLElement {
    const words = [swatch(entry), make('span', '', entry.text)];
    if (!this.#toggled) return make('span', 'pl-legend-entry', ...words);
    const button = make('button', 'pl-legend-entry', ...words);
    button.type = 'button';
    button.setAttribute('aria-pressed', String(!this.isOff(entry.group)));
    button.addEventListener('click', () => {
      if (!this.#off.delete(entry.group)) this.#off.add(entry.group);
      this.#toggled!();
    });
    return button;
  }
}
