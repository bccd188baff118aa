/** The page of one report: puts its parts together and does what the host asks. */
import { BlockList, type Change, type Patch } from './blocks/block_list.ts';
import { Sanitizer } from './blocks/sanitizer.ts';
import { catchTasks, prepareBlocks } from './enliven/block_parts.ts';
import { catchCopies, codeFeature } from './enliven/code.ts';
import { carryDrawings, chartFeature, diagramFeature } from './enliven/diagrams.ts';
import { Enlivener } from './enliven/enlivener.ts';
import { Images, imagesSettled, type RemoteConsent } from './enliven/images.ts';
import { mathFeature } from './enliven/math.ts';
import type { Feature } from './enliven/feature.ts';
import type { Host } from './host.ts';
import { catchLinks } from './links.ts';
import { DataUrls } from './output/data_urls.ts';
import { fitToPage, keepHeadings } from './output/fit.ts';
import { headingsOf, type Heading } from './output/headings.ts';
import { filesOf, snapshot } from './output/snapshot.ts';
import { PanelBoard } from './panels/panel_board.ts';
import type { Figure } from './panels/figure.ts';
import { Parts, type PartName } from './part_registry.ts';
import { ScrollSync } from './scroll/scroll_sync.ts';
import { Settings, type Configuration } from './settings.ts';
import { StyleSheets } from './styles.ts';
import { Work } from './work.ts';

/** What `whenDrawn()` tells: everything that the reader of the paper will miss. */
export interface Drawn {
  problems: string[];
}

export class ReportPage {
  readonly #document: Document;
  readonly #host: Host;
  readonly #root: HTMLElement;
  readonly #settings: Settings;
  readonly #parts: Parts;
  readonly #work: Work;
  readonly #list: BlockList;
  readonly #scroll: ScrollSync;
  readonly #images: Images;
  readonly #panels: PanelBoard;
  readonly #enlivener: Enlivener;
  readonly #files = new DataUrls();
  readonly #sanitizer: Sanitizer;

  constructor(document: Document, host: Host) {
    this.#document = document;
    this.#host = host;
    this.#root = document.querySelector<HTMLElement>('main.pl-report')!;
    this.#settings = new Settings(document.documentElement);
    this.#parts = new Parts(host);
    this.#work = new Work((message) => host.failed(message));
    const heights = new ResizeObserver(() => this.#scroll.hold());
    this.#sanitizer = new Sanitizer(window, document);
    this.#list = new BlockList(this.#root, this.#sanitizer, (chunk) => heights.observe(chunk));
    this.#scroll = new ScrollSync(window, () => this.#list.blocks, (line) => host.scrolled(line));
    this.#images = new Images(this.#root, this.#settings, host);
    this.#panels = this.#makePanels();
    this.#enlivener = this.#makeEnlivener();
    this.#listen();
  }

  configure(configuration: Configuration): void {
    const theme = this.#settings.theme;
    this.#settings.apply(configuration);
    if (theme === this.#settings.theme) return;
    this.#panels.themeChanged();
    this.#enlivener.themeChanged(this.#root);
  }

  /** Throws when the host's blocks and ours are no longer the same; it then loads the page again. */
  patch(patch: Patch): void {
    this.#scroll.keepPlace(() => {
      const change = this.#list.apply(patch, (coming) => this.#prepare(coming));
      this.#panels.adopt(change);
      this.#arrange(change);
      this.#enlivener.add(change.inserted.map((block) => block.element));
    });
    this.#images.tellBlocked();
    const count = this.#list.blocks.length;
    if (count !== patch.total) throw new Error(`${count} blocks are shown, there should be ${patch.total}`);
    requestAnimationFrame(() => setTimeout(() => this.#host.shown(patch.version)));
  }

  figure(key: string, figure: Figure): void {
    const panel = this.#panels.show(key, figure);
    const block = panel?.element.closest<HTMLElement>('.pl-block');
    if (block) this.#panels.arrange(this.#runAround(block));
  }

  loaded(part: PartName): void {
    this.#parts.loaded(part);
  }

  remoteAllowed(consent: RemoteConsent): void {
    this.#images.allow(consent, this.#root);
  }

  assetSizes(sizes: Record<string, [number, number]>): void {
    this.#images.know(sizes);
  }

  scrollToLine(line: number, fraction = 0): void {
    this.#scroll.toLine(line, fraction);
  }

  scrollToAnchor(id: string): void {
    this.#document.getElementById(id)?.scrollIntoView();
  }

  /** Resolves when everything that stands on the page is drawn; panels count once they have got a figure. */
  async whenDrawn(): Promise<Drawn> {
    await this.#work.idle();
    await Promise.all([imagesSettled(this.#root), this.#document.fonts.ready]);
    await this.#work.idle();
    this.#panels.level();
    if (this.#settings.mode === 'print') this.#fit();
    const missing = this.#settings.mode === 'export' ? await this.#files.load(filesOf(this.#root)) : [];
    const told = Array.from(this.#root.querySelectorAll<HTMLElement>('[data-problem]'), (each) => each.dataset.problem!);
    const refused = Array.from(this.#root.querySelectorAll('.pl-problem'), (each) => each.textContent!.trim());
    const waiting = this.#panels.waiting().map(() => this.#settings.strings.panelWaiting);
    const drawn = { problems: [...refused, ...told, ...waiting, ...missing] };
    this.#host.drawn(JSON.stringify(drawn));
    return drawn;
  }

  /** In mode `export`, after `whenDrawn()`. */
  snapshot(): string {
    return snapshot(this.#root, this.#files);
  }

  headings(): Heading[] {
    return headingsOf(this.#root);
  }

  #fit(): void {
    fitToPage(this.#root);
    keepHeadings(this.#list.blocks.map((block) => block.element));
  }

  #prepare(change: Change): void {
    this.#panels.carryOver(change);
    prepareBlocks(change.inserted, this.#settings);
    for (const { element } of change.inserted) this.#images.prepare(element);
    const removed = change.removed.map((block) => block.element);
    for (const element of removed) this.#images.forget(element);
    carryDrawings(removed, change.inserted.map((block) => block.element));
    this.#enlivener.remove(removed);
  }

  /** Rows can change only in the run of panels around an edit. */
  #arrange({ start, inserted }: Change): void {
    const blocks = this.#list.blocks;
    const from = blocks[start - 1] ? this.#runAround(blocks[start - 1]!.element) : [];
    const to = blocks[start + inserted.length] ? this.#runAround(blocks[start + inserted.length]!.element) : [];
    this.#panels.arrange(new Set([...from, ...inserted.map((block) => block.element), ...to]));
  }

  /** `block` and its neighbours as far as they are narrow panels. */
  #runAround(block: HTMLElement): HTMLElement[] {
    const run = [block];
    const narrow = (element: Element | null): element is HTMLElement => element instanceof HTMLElement && element.dataset.width !== undefined;
    for (let each = block.previousElementSibling; narrow(each); each = each.previousElementSibling) run.unshift(each);
    for (let each = block.nextElementSibling; narrow(each); each = each.nextElementSibling) run.push(each);
    return run;
  }

  #makePanels(): PanelBoard {
    const context = {
      settings: this.#settings,
      parts: this.#parts,
      work: this.#work,
      clean: (html: string) => this.#sanitizer.cleanPage(html),
      rangeChosen: (key: string, x0: number, x1: number) => this.#host.panelRange(key, x0, x1),
    };
    return new PanelBoard(context, (key, visible, width) => this.#host.panelVisible(key, visible, width));
  }

  #makeEnlivener(): Enlivener {
    const styles = new StyleSheets(this.#document);
    const features: Feature[] = [
      mathFeature(this.#settings, () => this.#work.add(styles.use('part-math.css'))),
      codeFeature(this.#settings),
      diagramFeature(this.#settings),
      chartFeature(this.#settings),
    ];
    return new Enlivener(features, this.#parts, this.#settings, this.#work);
  }

  #listen(): void {
    // Chunks that come into view change their height while sizes are being told; that is their nature, not an error.
    window.addEventListener('error', (event) => {
      if (event.message?.startsWith('ResizeObserver loop')) event.preventDefault();
      else this.#host.failed(event.message);
    });
    window.addEventListener('unhandledrejection', (event) => this.#host.failed(String(event.reason)));
    catchLinks(this.#document, this.#host);
    catchCopies(this.#root, this.#settings, (text) => this.#host.copyAsked(text));
    catchTasks(this.#root, (box) => this.#list.firstLineOf(box), (line, checked) => this.#host.taskToggled(line, checked));
  }
}
