/** All panels of the page by key: carried over edits, watched, told about their figures. */
import type { Change } from '../blocks/block_list.ts';
import type { Figure } from './figure.ts';
import { Panel, type PanelContext } from './panel.ts';
import { levelRows } from './row_height.ts';
import { arrangeRows } from './rows.ts';

/** How far outside the view a panel is drawn and kept up to date already. */
const margin = '600px 0px';
/** A panel that changes its width by less need not ask for other data. */
const widthStep = 24; // CSS pixels
/** Run sets are fences that name runs for other panels; there is nothing to draw. */
const selector = '.pl-panel[data-panel]:not([data-type="runset"])';

export class PanelBoard {
  readonly #context: PanelContext;
  readonly #visible: (key: string, visible: boolean, width: number) => void;
  readonly #panels = new Map<string, Panel>();
  readonly #byElement = new Map<Element, Panel>();
  readonly #near: IntersectionObserver;
  readonly #sizes: ResizeObserver;
  readonly #told = new Map<string, number>();
  /** Panels whose rows are levelled in the next frame. */
  readonly #toLevel = new Set<Panel>();

  /** `visible` tells the host which panels are on screen and how wide. */
  constructor(context: PanelContext, visible: (key: string, visible: boolean, width: number) => void) {
    this.#context = context;
    this.#visible = visible;
    this.#near = new IntersectionObserver((entries) => this.#onNear(entries), { rootMargin: margin });
    this.#sizes = new ResizeObserver((entries) => this.#onSize(entries));
  }

  get panels(): Iterable<Panel> {
    return this.#panels.values();
  }

  /** Before the new blocks are put into the page: panels that stay are moved into them, not drawn again. */
  carryOver({ removed, inserted }: Change): void {
    const leaving = new Map<string, Panel>();
    for (const panel of this.#panelsIn(removed)) leaving.set(panel.key, panel);
    for (const block of inserted) {
      for (const place of block.element.querySelectorAll<HTMLElement>(selector)) {
        const panel = leaving.get(place.dataset.panel!);
        if (panel) place.replaceWith(panel.element);
        leaving.delete(place.dataset.panel!);
      }
    }
    for (const panel of leaving.values()) this.#drop(panel);
  }

  /** After the new blocks are in the page: new panels come alive. */
  adopt({ inserted }: Change): void {
    const made: Panel[] = [];
    for (const block of inserted) {
      for (const element of block.element.querySelectorAll<HTMLElement>(selector)) {
        if (this.#byElement.has(element) || this.#panels.has(element.dataset.panel!)) continue;
        const panel = new Panel(element, this.#context);
        this.#panels.set(panel.key, panel);
        this.#byElement.set(element, panel);
        this.#near.observe(element);
        this.#sizes.observe(element);
        made.push(panel);
      }
    }
    // Widths of all of them at once: each lays the page out again that has been changed since.
    if (this.#context.settings.paged) for (const panel of made) this.#tell(panel, true);
  }

  /** Gives panels that stand side by side their widths. `blocks` are those that may have changed, with neighbours. */
  arrange(blocks: Iterable<HTMLElement>): void {
    arrangeRows(blocks, (element) => this.#byElement.get(element)?.width);
  }

  /** False when there is no such panel (it has been edited away meanwhile). */
  show(key: string, figure: Figure): Panel | undefined {
    const panel = this.#panels.get(key);
    panel?.show(figure);
    if (panel) this.#levelSoon(panel);
    return panel;
  }

  themeChanged(): void {
    for (const panel of this.#panels.values()) panel.themeChanged();
  }

  /** Keys of panels that have not got any figure yet. */
  waiting(): string[] {
    return [...this.#panels.values()].filter((panel) => !panel.hasFigure).map((panel) => panel.key);
  }

  *#panelsIn(blocks: Change['removed']): Iterable<Panel> {
    if (this.#panels.size === 0) return;
    for (const block of blocks) {
      for (const element of block.element.querySelectorAll(selector)) {
        const panel = this.#byElement.get(element);
        if (panel) yield panel;
      }
    }
  }

  #drop(panel: Panel): void {
    this.#near.unobserve(panel.element);
    this.#sizes.unobserve(panel.element);
    this.#tell(panel, false);
    this.#panels.delete(panel.key);
    this.#byElement.delete(panel.element);
    panel.dispose();
  }

  #tell(panel: Panel, visible: boolean): void {
    const width = visible ? panel.pixelWidth : 0;
    if (visible) this.#told.set(panel.key, width);
    else if (!this.#told.delete(panel.key)) return;
    this.#visible(panel.key, visible, width);
  }

  #onNear(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const panel = this.#byElement.get(target);
      if (!panel || this.#context.settings.paged) continue;
      panel.setNear(isIntersecting);
      if (isIntersecting) this.#levelSoon(panel);
      if (isIntersecting !== this.#told.has(panel.key)) this.#tell(panel, isIntersecting);
    }
  }

  /** Panels that stand side by side get one height; needed where nobody waits for the next frame. */
  level(): void {
    const blocks = Array.from(this.#byElement.keys(), (element) => element.parentElement!);
    levelRows(blocks.filter((block) => block.dataset.width !== undefined));
  }

  /** A row that may have become lower has not changed its size yet, so nobody tells. */
  #levelSoon(panel: Panel): void {
    if (this.#toLevel.size === 0) requestAnimationFrame(() => this.#levelPending());
    this.#toLevel.add(panel);
  }

  #levelPending(): void {
    const blocks = Array.from(this.#toLevel, (panel) => panel.element.parentElement).filter((block) => block !== null);
    this.#toLevel.clear();
    levelRows(blocks);
  }

  #onSize(entries: ResizeObserverEntry[]): void {
    levelRows(entries.map(({ target }) => target.parentElement!).filter((block) => block !== null));
    for (const { target } of entries) {
      const panel = this.#byElement.get(target);
      if (!panel || panel.pixelWidth === 0) continue;
      panel.resized();
      const told = this.#told.get(panel.key);
      if (told !== undefined && Math.abs(told - panel.pixelWidth) >= widthStep) this.#tell(panel, true);
    }
  }
}
