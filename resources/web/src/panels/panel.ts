/** One panel: head, figure, small print; a place of fixed height until the first figure is there. */
import { make } from '../dom.ts';
import { figureKind } from '../figures/registry.ts';
import { plotHeight } from '../figures/plot_theme.ts';
import { fill } from '../strings.ts';
import { longTime, shortTime } from './times.ts';
import type { Figure, FigureContext, FigureView, PanelWidth } from './figure.ts';

/** What panels share; each adds its own width and key. */
export type PanelContext = Omit<FigureContext, 'width' | 'rangeChosen'> & {
  rangeChosen(key: string, x0: number, x1: number): void;
};

const widths: readonly string[] = ['full', 'half', 'third', 'quarter'];
/** Types of panels (`data-type`) whose figure is a plot, so that its place can be kept free. */
const plotTypes = /^(?:line|bar|scatter|parallel|importance|figure|histogram|compare)$/;

/** What the fence says about width and title before core has answered; the rest of the YAML is core's. */
function fenceValue(source: string, key: string): string | undefined {
  return new RegExp(`^${key}:[ \\t]*["']?([^"'#\\n]+?)["']?[ \\t]*(?:#.*)?$`, 'm').exec(source)?.[1];
}

export class Panel {
  readonly key: string;
  readonly element: HTMLElement;
  readonly #context: PanelContext;
  readonly #head = make('header', 'pl-panel-head');
  readonly #body = make('div', 'pl-panel-body');
  readonly #foot = make('footer', 'pl-panel-foot');
  #drawnWidth = 0;
  #view: FigureView | undefined;
  #kind = '';
  #figure: Figure | undefined;
  #stale = false;
  #near = false;
  width: PanelWidth;

  /** Takes over `element`, which holds the fence's text until now. */
  constructor(element: HTMLElement, context: PanelContext) {
    this.element = element;
    this.key = element.dataset.panel!;
    this.#context = context;
    const source = element.textContent ?? '';
    const width = fenceValue(source, 'width') ?? 'full';
    this.width = (widths.includes(width) ? width : 'full') as PanelWidth;
    this.#showHead({ title: fenceValue(source, 'title') ?? '', live: false });
    this.#showSkeleton(element.dataset.type ?? '');
    element.replaceChildren(this.#head, this.#body, this.#foot);
    element.setAttribute('role', 'figure');
  }

  get hasFigure(): boolean {
    return this.#figure !== undefined;
  }

  /** The drawing area's width in CSS pixels. */
  get pixelWidth(): number {
    return Math.round(this.#body.clientWidth);
  }

  /** Shows `figure` now or, when the panel is far from the view, once it comes near. */
  show(figure: Figure): void {
    this.#figure = figure;
    this.width = widths.includes(figure.width) ? figure.width : 'full';
    this.#stale = true;
    if (this.#near || this.#context.settings.paged) this.#draw();
  }

  setNear(near: boolean): void {
    this.#near = near;
    if (near && this.#stale) this.#draw();
  }

  /** To be called when the size may have changed; growing in height is no reason to draw again. */
  resized(): void {
    if (this.#drawnWidth === this.pixelWidth) return;
    this.#drawnWidth = this.pixelWidth;
    this.#view?.resized?.();
  }

  themeChanged(): void {
    const drawn = this.#view?.themeChanged?.();
    if (drawn) this.#context.work.add(drawn);
  }

  dispose(): void {
    this.#view?.dispose?.();
  }

  #draw(): void {
    const figure = this.#figure!;
    this.#stale = false;
    this.#foot.replaceChildren(...(figure.notes ?? []).map((note) => make('p', '', note)));
    if (figure.stale) this.#foot.prepend(make('p', 'pl-stale-reason', figure.stale));
    this.#showHead(figure);
    this.element.setAttribute('aria-label', figure.title);
    if (this.#kind !== figure.kind || !this.#view) this.#replaceView(figure.kind);
    this.#drawnWidth = this.pixelWidth;
    const drawn = this.#view!.update(figure.content);
    if (drawn) this.#context.work.add(drawn);
  }

  #replaceView(kind: string): void {
    this.#view?.dispose?.();
    delete this.#body.dataset.problem;
    this.#body.className = `pl-panel-body pl-figure-${kind}`;
    this.#body.style.minHeight = '';
    this.#kind = kind;
    this.#view = figureKind(kind).create(this.#body, {
      ...this.#context,
      width: this.width,
      rangeChosen: (x0, x1) => this.#context.rangeChosen(this.key, x0, x1),
    });
  }

  #showHead({ title, live, asOf, stale, original }: Pick<Figure, 'title' | 'live' | 'asOf' | 'stale' | 'original'>): void {
    const { strings, language, paged } = this.#context.settings;
    const state: HTMLElement[] = [];
    if (live && !paged) { // paper does not live on
      state.push(make('span', 'pl-live', strings.panelLive));
    } else if (asOf) {
      const time = make('time', stale ? 'pl-as-of pl-stale' : 'pl-as-of', fill(strings.panelAsOf, shortTime(asOf, language)));
      time.dateTime = asOf;
      time.title = longTime(asOf, language);
      if (this.width === 'full' || this.width === 'half') state.push(time);
      else this.#foot.append(time); // beside the title there is no room
    }
    if (original && !paged) state.push(this.#originalLink(original));
    this.#head.hidden = title === '' && state.length === 0;
    this.#head.replaceChildren(make('span', 'pl-panel-title', title), ...state);
  }

  #originalLink(address: string): HTMLElement {
    const link = make('a', 'pl-original', '\u2197');
    link.href = address;
    link.title = this.#context.settings.strings.openOriginal;
    link.setAttribute('aria-label', link.title);
    return link;
  }

  #showSkeleton(type: string): void {
    const height = plotTypes.test(type) ? plotHeight(undefined, this.width) : 96;
    this.#body.style.minHeight = `${height}px`;
    this.#body.classList.add('pl-skeleton');
    this.#body.append(make('p', 'pl-waiting', this.#context.settings.strings.panelWaiting));
  }
}

