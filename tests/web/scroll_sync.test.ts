import assert from 'node:assert/strict';
import test from 'node:test';
import type { Block } from '../src/blocks/block_list.ts';
import { ScrollSync } from '../src/scroll/scroll_sync.ts';
import { openShell, settle } from './support/dom.ts';

/** A page whose blocks are as tall as the test says; two lines and 10 px of distance each. */
class FakeLayout {
  heights: number[];
  scrollY = 0;
  readonly viewHeight = 300;
  readonly blocks: Block[];
  readonly scrolled: number[] = [];
  readonly sync: ScrollSync;

  constructor(heights: number[]) {
    this.heights = heights;
    const document = openShell();
    this.blocks = heights.map((_, i) => this.#block(document, i));
    Object.defineProperty(document.documentElement, 'scrollHeight', { get: () => this.top(this.blocks.length), configurable: true });
    Object.defineProperty(window, 'innerHeight', { value: this.viewHeight, configurable: true });
    Object.defineProperty(window, 'scrollY', { get: () => this.scrollY, configurable: true });
    window.scrollTo = ((to: { top: number }) => this.scroll(to.top)) as typeof window.scrollTo;
    this.sync = new ScrollSync(window, () => this.blocks, (line) => this.scrolled.push(line));
  }

  /** From the top of the document. */
  top(index: number): number {
    return this.heights.slice(0, index).reduce((sum, height) => sum + height + 10, 0);
  }

  /** Of a block, in the view. */
  shownAt(index: number): number {
    return this.top(index) - this.scrollY;
  }

  scroll(top: number): void {
    this.scrollY = Math.max(0, Math.min(top, this.top(this.blocks.length) - this.viewHeight));
    window.dispatchEvent(new window.Event('scroll'));
  }

  reader(top: number): void {
    window.dispatchEvent(new window.Event('wheel'));
    this.scroll(top);
  }

  insertAtStart(heights: number[]): void {
    const added = heights.map((_, i) => this.#block(document, i));
    this.heights = [...heights, ...this.heights];
    this.blocks.unshift(...added);
    this.blocks.forEach((block, i) => Object.assign(block, { first: 2 * i, last: 2 * i }));
  }

  #block(document: Document, index: number): Block {
    const element = document.createElement('div');
    document.body.append(element);
    const block: Block = { hash: '', first: 2 * index, last: 2 * index, element };
    element.getBoundingClientRect = () => {
      const at = this.blocks.indexOf(block);
      const top = this.shownAt(at);
      return { top, bottom: top + this.heights[at]! } as DOMRect;
    };
    return block;
  }
}

const tall = () => new FakeLayout(Array.from({ length: 50 }, () => 40));

test('a line comes to the asked place, and that is not told back', async () => {
  const layout = tall();
  layout.sync.toLine(20, 0);
  assert.equal(layout.shownAt(10), 0);
  layout.sync.toLine(20, 0.5);
  assert.equal(layout.shownAt(10), 150);
  layout.sync.toLine(0, 0);
  assert.equal(layout.scrollY, 0);
  await settle();
  assert.deepEqual(layout.scrolled, []);
});

test('pictures above that arrive do not move the line', async () => {
  const layout = tall();
  layout.sync.toLine(40, 0.25);
  layout.heights[3] = 900;
  layout.sync.hold();
  assert.equal(layout.shownAt(20), 75);
  await settle();
  assert.deepEqual(layout.scrolled, []);
});

test('the reader’s scrolling is told, as the line at the top', async () => {
  const layout = tall();
  layout.reader(layout.top(12));
  await settle();
  assert.deepEqual(layout.scrolled, [24]);
  layout.reader(layout.top(12) + 20);
  await settle();
  assert.deepEqual(layout.scrolled, [24, 24.5]);
});

test('once the reader scrolls, the asked line is let go', async () => {
  const layout = tall();
  layout.sync.toLine(40, 0);
  layout.reader(100);
  await settle();
  layout.heights[0] = 500;
  layout.sync.hold();
  assert.equal(layout.scrollY, 100);
});

test('scrolling that keeps the same line at the top is not told', async () => {
  const layout = tall();
  layout.reader(layout.top(20));
  await settle();
  layout.heights[3] = 240; // the browser's own anchoring answers with 200 px
  layout.scroll(layout.top(20));
  await settle();
  assert.deepEqual(layout.scrolled, [40]);
});

test('blocks inserted above leave the text where it is', async () => {
  const layout = tall();
  layout.reader(layout.top(20) + 5);
  await settle();
  const before = layout.shownAt(21);
  layout.sync.keepPlace(() => layout.insertAtStart([100, 100, 100]));
  assert.equal(layout.shownAt(24), before);
});

test('at the very top, what is inserted there is seen', () => {
  const layout = tall();
  layout.sync.keepPlace(() => layout.insertAtStart([100]));
  assert.equal(layout.scrollY, 0);
});
