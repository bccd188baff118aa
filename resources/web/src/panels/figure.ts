/** A figure as core sends it (core/panels/figure.h), and what can draw one. */
import type { Parts } from '../part_registry.ts';
import type { Settings } from '../settings.ts';
import type { Work } from '../work.ts';

export type PanelWidth = 'full' | 'half' | 'third' | 'quarter';

export interface Figure {
  kind: string;
  title: string;
  width: PanelWidth;
  live: boolean;
  notes: string[];
  /** Why nothing newer can be had. */
  stale?: string;
  /** The page that shows the same elsewhere. */
  original?: string;
  /** ISO 8601, UTC. */
  asOf?: string;
  content: object;
}

/** What a figure needs from around it. */
export interface FigureContext {
  settings: Settings;
  parts: Parts;
  work: Work;
  width: PanelWidth;
  /** A text that a run has logged, made safe. */
  clean(html: string): HTMLElement;
  /** The reader zoomed, in units of the data; NaN, NaN: back to all. */
  rangeChosen(x0: number, x1: number): void;
}

/** A drawn figure. Lives as long as its panel shows figures of the same kind. */
export interface FigureView<Content extends object = object> {
  /** Draws `content`, keeping what the reader has chosen (zoom, sort order). */
  update(content: Content): void | Promise<void>;
  /** The width has changed. */
  resized?(): void;
  /** Colours have changed; what is drawn with style sheets alone needs nothing. */
  themeChanged?(): void | Promise<void>;
  dispose?(): void;
}

/** One way of drawing: the file of a kind exports one, `figures/registry.ts` lists them. */
export interface FigureKind<Content extends object = object> {
  readonly name: string;
  create(body: HTMLElement, context: FigureContext): FigureView<Content>;
}
