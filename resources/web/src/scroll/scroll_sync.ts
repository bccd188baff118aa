/**
 * Keeps the page where it should be: at the line that the editor asked for, or where the reader has scrolled to, while
 * blocks above change, pictures load and plots appear.
 */
import type { Block } from '../blocks/block_list.ts';
import { lastAtMost, lineAtTop, topOfLine, type LineBoxes } from './line_map.ts';

/** Where the page has to stay. */
interface Pin {
  line: number;
  fraction: number;
}

/** Less than this is rounding, in CSS pixels. */
const rounding = 1.5;
/** Less than this is not worth telling the editor, in lines. */
const smallestStep = 0.05;

export class ScrollSync {
  readonly #window: Window;
  readonly #blocks: () => readonly Block[];
  readonly #scrolled: (line: number) => void;
  #pin: Pin | undefined;
  /** Where we have scrolled to ourselves: the event for it is not the reader's. */
  #expected = -1;
  #reported = -1;
  #waiting = false;

  /** `scrolled` hears the line at the top of the view when the reader scrolls. */
  constructor(window: Window, blocks: () => readonly Block[], scrolled: (line: number) => void) {
    this.#window = window;
    this.#blocks = blocks;
    this.#scrolled = scrolled;
    window.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
      window.addEventListener(name, () => (this.#pin = undefined), { passive: true });
    }
  }

  /** Brings `line` to `fraction` of the view's height and keeps it there until the reader scrolls. */
  toLine(line: number, fraction: number): void {
    this.#pin = { line, fraction };
    this.hold();
  }

  /** The layout has changed: goes back to the pinned line, if there is one. */
  hold(): void {
    if (!this.#pin) return;
    const { line, fraction } = this.#pin;
    const place = () => (line <= 0 && fraction <= 0 ? 0 : topOfLine(this.#boxes(), line) - fraction * this.#window.innerHeight);
    // The first jump into chunks that were never laid out lands on guessed heights; then they are real.
    if (this.#to(place())) this.#to(place());
  }

  /** Runs `edit`; what stands at the top of the view stays where it is, if it survives the edit. */
  keepPlace(edit: () => void): void {
    const anchor = this.#pin ? undefined : this.#anchor();
    edit();
    if (this.#pin) this.hold();
    else if (anchor?.element.isConnected) {
      const moved = anchor.element.getBoundingClientRect().top - anchor.top;
      if (Math.abs(moved) > 0.5) this.#to(this.#window.scrollY + moved);
    }
  }

  /** The first block that begins in the view; it is rarely the one being edited. */
  #anchor(): { element: HTMLElement; top: number } | undefined {
    const blocks = this.#blocks();
    if (blocks.length === 0 || this.#window.scrollY <= 0) return undefined;
    const top = (index: number) => blocks[index]!.element.getBoundingClientRect().top;
    const index = lastAtMost(blocks.length, top, 0);
    const block = top(index) < 0 ? (blocks[index + 1] ?? blocks[index]!) : blocks[index]!;
    return { element: block.element, top: block.element.getBoundingClientRect().top };
  }

  #boxes(): LineBoxes {
    const blocks = this.#blocks();
    const scrollY = this.#window.scrollY;
    return {
      count: blocks.length,
      first: (index) => blocks[index]!.first,
      at(index) {
        const { first, last, element } = blocks[index]!;
        const box = element.getBoundingClientRect();
        return { first, last, top: box.top + scrollY, bottom: box.bottom + scrollY };
      },
    };
  }

  /** True when it had to scroll. */
  #to(top: number): boolean {
    const furthest = this.#window.document.documentElement.scrollHeight - this.#window.innerHeight;
    const target = Math.min(Math.max(0, top), Math.max(0, furthest));
    if (Math.abs(target - this.#window.scrollY) < 0.5) return false;
    this.#window.scrollTo({ top: target, behavior: 'auto' });
    this.#expected = this.#window.scrollY;
    this.#reported = lineAtTop(this.#boxes(), this.#window.scrollY);
    return true;
  }

  #onScroll(): void {
    if (Math.abs(this.#window.scrollY - this.#expected) < rounding || this.#waiting) return;
    this.#waiting = true;
    this.#window.requestAnimationFrame(() => {
      this.#waiting = false;
      this.#report();
    });
  }

  #report(): void {
    if (Math.abs(this.#window.scrollY - this.#expected) < rounding) return;
    this.#expected = -1;
    const line = lineAtTop(this.#boxes(), this.#window.scrollY);
    // The browser itself scrolls to keep the text in place when something above it grows: the line stays the same.
    if (Math.abs(line - this.#reported) < smallestStep) return;
    this.#reported = line;
    if (!this.#pin) this.#scrolled(line);
  }
}
