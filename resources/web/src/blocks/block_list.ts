/** The blocks that the page shows, in order, and how a patch from the host changes them. */
import { Chunks } from './chunks.ts';
import type { Sanitizer } from './sanitizer.ts';

/** A block as the host sends it. */
export interface BlockText {
  hash: string;
  first: number;
  last: number;
  html: string;
}

/** One edit of the document; see PROTOCOL.md. */
export interface Patch {
  version: number;
  start: number;
  remove: number;
  insert: BlockText[];
  shift: number;
  lines?: number[];
  total: number;
}

/** A block on the page. Lines are source lines, counted from 0, both inclusive. */
export interface Block {
  readonly hash: string;
  first: number;
  last: number;
  readonly element: HTMLElement;
}

/** What a patch changed. */
export interface Change {
  removed: Block[];
  inserted: Block[];
  /** Index of the first inserted block. */
  start: number;
}

/** Owns the blocks' elements below `root`. */
export class BlockList {
  #blocks: Block[] = [];
  readonly #sanitizer: Sanitizer;
  readonly #chunks: Chunks;
  readonly #document: Document;

  constructor(root: HTMLElement, sanitizer: Sanitizer, chunkMade?: (chunk: HTMLElement) => void) {
    this.#document = root.ownerDocument;
    this.#sanitizer = sanitizer;
    this.#chunks = new Chunks(root, chunkMade);
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  /** First source line of the block that `element` stands in. */
  firstLineOf(element: Element): number | undefined {
    const block = element.closest('.pl-block');
    return this.#blocks.find((each) => each.element === block)?.first;
  }

  /**
   * Applies `patch`. `prepare` gets removed and inserted blocks before the new ones are put into the page, so that
   * live elements can be carried over.
   */
  apply(patch: Patch, prepare: (change: Change) => void): Change {
    const start = Math.min(Math.max(patch.start, 0), this.#blocks.length);
    const elements = this.#sanitizer.clean(patch.insert.map((block) => block.html));
    // Before `prepare`: what is carried over must not change its document on the way.
    for (const element of elements) this.#document.adoptNode(element);
    const inserted = patch.insert.map(({ hash, first, last }, i) => ({ hash, first, last, element: elements[i]! }));
    const removed = this.#blocks.slice(start, start + patch.remove);
    const change = { removed, inserted, start };
    prepare(change);
    this.#chunks.insert(elements, this.#blocks[start - 1]?.element);
    this.#chunks.remove(removed.map((block) => block.element));
    this.#blocks = [...this.#blocks.slice(0, start), ...inserted, ...this.#blocks.slice(start + removed.length)];
    this.#renumber(patch, start + inserted.length);
    return change;
  }

  #renumber(patch: Patch, from: number): void {
    if (patch.lines) {
      for (const [i, block] of this.#blocks.entries()) {
        block.first = patch.lines[2 * i] ?? block.first;
        block.last = patch.lines[2 * i + 1] ?? block.last;
      }
    } else if (patch.shift !== 0) {
      for (let i = from; i < this.#blocks.length; ++i) {
        const block = this.#blocks[i]!;
        block.first += patch.shift;
        block.last += patch.shift;
      }
    }
  }
}
