/** Kind `plot`: plotly, as SVG. */
import { make } from '../dom.ts';
import { readPalette } from '../palette.ts';
import type { FigureContext, FigureKind } from '../panels/figure.ts';
import type { PlotsPart } from '../part_types.ts';
import { fill } from '../strings.ts';
import { groupOf, legendEntries, legendPlace, PlotLegend } from './plot_legend.ts';
import { rangeFromEvent, type RangeChange } from './plot_range.ts';
import { dressPlot, needsWebGl, plotHeight } from './plot_theme.ts';
import type { PlotContent } from './plot_types.ts';

/** plotly gives its element an event interface. */
type PlotElement = HTMLElement & {
  on?(event: string, handler: (argument: Record<string, unknown>) => void): void;
};

/** Core is asked about a range at most this often. */
const rangePause = 120; // ms

function webGlHere(document: Document): boolean {
  return document.createElement('canvas').getContext('webgl') !== null;
}

function plotConfig(paged: boolean): object {
  return {
    displaylogo: false,
    displayModeBar: paged ? false : 'hover',
    modeBarButtons: [['zoom2d', 'pan2d', 'resetScale2d']],
    doubleClick: 'reset+autosize',
    showTips: false,
    staticPlot: paged,
    responsive: false,
    scrollZoom: false,
  };
}

/** One plot in one panel. */
class PlotView {
  readonly #canvas: PlotElement;
  readonly #note: HTMLElement;
  readonly #empty: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #legend: PlotLegend;
  readonly #body: HTMLElement;
  readonly #context: FigureContext;
  #content: PlotContent = { data: [], layout: {} };
  #part: PlotsPart | undefined;
  #listening = false;
  /** Chosen and not told to core yet. */
  #range: RangeChange;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Our own calls of plotly also send events. */
  #drawing = 0;

  constructor(body: HTMLElement, context: FigureContext) {
    this.#body = body;
    this.#context = context;
    this.#canvas = make('div', 'pl-plot');
    this.#note = make('p', 'pl-mistake');
    this.#empty = make('p', 'pl-empty', context.settings.strings.noData);
    this.#legend = new PlotLegend(context.settings.paged ? undefined : () => context.work.add(this.#draw()));
    this.#frame = make('div', 'pl-plot-frame', this.#canvas);
  }

  async update(content: PlotContent): Promise<void> {
    this.#content = content;
    if (content.data.length === 0) {
      this.#body.replaceChildren(this.#empty);
      this.#tell([]);
      return;
    }
    if (!this.#frame.isConnected) this.#body.replaceChildren(this.#frame);
    this.#placeLegend();
    this.#canvas.style.height = `${plotHeight(content.layout, this.#context.width)}px`;
    this.#part ??= await this.#context.parts.load('plots');
    if (content !== this.#content) return; // a newer one came while the part was loading
    await this.#draw();
  }

  themeChanged(): Promise<void> {
    return this.#draw();
  }

  resized(): void {
    if (this.#listening) this.#part?.resize(this.#canvas);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#part?.purge(this.#canvas);
  }

  /** Before the drawing, since it takes width from it. */
  #placeLegend(): void {
    const place = legendPlace(this.#content);
    if (place) {
      this.#frame.dataset.legend = place;
      this.#frame.append(this.#legend.element);
    } else {
      delete this.#frame.dataset.legend;
      this.#legend.element.remove();
    }
  }

  async #draw(): Promise<void> {
    if (!this.#part || this.#content.data.length === 0) return;
    const { settings, width } = this.#context;
    const palette = readPalette(document.documentElement);
    const drawable = this.#content.data.filter((trace) => !needsWebGl(trace) || webGlHere(document));
    const dressed = dressPlot({ data: drawable, layout: this.#content.layout }, palette, width);
    if (legendPlace(this.#content)) {
      this.#legend.show(legendEntries(dressed.data));
      dressed.data = dressed.data.map((trace) => (this.#legend.isOff(groupOf(trace)) ? { ...trace, visible: false } : trace));
      dressed.layout.showlegend = false;
    }
    const mistakes = drawable.length < this.#content.data.length ? [settings.strings.plotNeedsWebGl] : [];
    ++this.#drawing;
    try {
      if (drawable.length > 0) await this.#part.react(this.#canvas, dressed.data, dressed.layout, plotConfig(settings.paged));
    } catch (error) {
      mistakes.push(fill(settings.strings.plotError, (error as Error).message));
    } finally {
      --this.#drawing;
    }
    this.#canvas.hidden = drawable.length === 0;
    this.#tell(mistakes);
    this.#listen();
  }

  #tell(mistakes: string[]): void {
    this.#note.textContent = mistakes.join(' ');
    if (mistakes.length > 0) this.#body.dataset.problem = mistakes.join(' ');
    else delete this.#body.dataset.problem;
    if (mistakes.length > 0) this.#body.append(this.#note);
    else this.#note.remove();
  }

  #listen(): void {
    if (this.#listening || !this.#canvas.on) return;
    this.#listening = true;
    this.#canvas.on('plotly_relayout', (event) => {
      if (this.#drawing > 0) return;
      const range = rangeFromEvent(event, this.#content.layout);
      if (!range) return;
      this.#range = range;
      if (this.#timer === undefined) this.#tellRange();
    });
  }

  /** The first of a burst at once, then what was chosen last. */
  #tellRange(): void {
    const range = this.#range;
    this.#range = undefined;
    this.#timer = undefined;
    if (range === undefined) return;
    if (range === 'all') this.#context.rangeChosen(NaN, NaN);
    else this.#context.rangeChosen(...range);
    this.#timer = setTimeout(() => this.#tellRange(), rangePause);
  }
}

export const plot: FigureKind<PlotContent> = {
  name: 'plot',
  create: (body, context) => new PlotView(body, context),
};
