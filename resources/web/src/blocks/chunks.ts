/**
 * Blocks stand in chunks of about fifty, each with `content-visibility: auto`: the browser lays out and paints only
 * the chunks near the view. Keeps the chunks balanced while blocks come and go.
 */

/** Blocks per chunk when freshly made; a chunk that grows to twice this is split. */
export const chunkSize = 50;

/** Guess of a block's height in CSS pixels, for the scroll bar, before it is laid out. */
function guessedHeight(block: Element): number {
  if (block.querySelector('.pl-panel')) return 420;
  const lines = (block.textContent ?? '').split('\n').length;
  return 28 + 24 * Math.max(lines, Math.ceil((block.textContent ?? '').length / 90));
}

function newChunk(blocks: readonly HTMLElement[], document: Document): HTMLElement {
  const chunk = document.createElement('div');
  chunk.className = 'pl-chunk';
  chunk.append(...blocks);
  const height = blocks.reduce((sum, block) => sum + guessedHeight(block), 0);
  chunk.style.setProperty('contain-intrinsic-size', `auto ${height}px`);
  return chunk;
}

/** Puts blocks into chunks below one root element. */
export class Chunks {
  readonly #root: HTMLElement;
  readonly #made: (chunk: HTMLElement) => void;

  /** `made` is told about every chunk that is made, so that it can be observed. */
  constructor(root: HTMLElement, made: (chunk: HTMLElement) => void = () => undefined) {
    this.#root = root;
    this.#made = made;
  }

  /** Inserts `blocks` after the block `previous`, or at the start of the document. */
  insert(blocks: readonly HTMLElement[], previous: HTMLElement | undefined): void {
    if (blocks.length === 0) return;
    const chunk = previous?.parentElement ?? this.#root.firstElementChild;
    if (!(chunk instanceof HTMLElement)) {
      this.#appendChunks(blocks, null);
    } else if (blocks.length <= chunkSize) {
      if (previous) previous.after(...blocks);
      else chunk.prepend(...blocks);
      if (chunk.childElementCount > 2 * chunkSize) this.#split(chunk, chunk.children[chunkSize] ?? null);
    } else {
      const next = previous ? previous.nextElementSibling : chunk.firstElementChild;
      if (next && previous) this.#split(chunk, next);
      this.#appendChunks(blocks, previous ? chunk.nextElementSibling : chunk);
    }
  }

  /** Removes `blocks`; chunks left nearly empty are joined with the next one. */
  remove(blocks: readonly HTMLElement[]): void {
    const touched = new Set<Element>();
    for (const block of blocks) {
      if (block.parentElement) touched.add(block.parentElement);
      block.remove();
    }
    for (const chunk of touched) this.#tidy(chunk);
  }

  #tidy(chunk: Element): void {
    if (chunk.childElementCount === 0) {
      chunk.remove();
      return;
    }
    const next = chunk.nextElementSibling;
    if (next && chunk.childElementCount < chunkSize / 5 && next.childElementCount + chunk.childElementCount <= chunkSize) {
      next.prepend(...Array.from(chunk.children));
      chunk.remove();
    }
  }

  /** Moves the blocks from `from` on into a new chunk. */
  #split(chunk: HTMLElement, from: Element | null): void {
    const tail: HTMLElement[] = [];
    for (let block = from; block; block = block.nextElementSibling) tail.push(block as HTMLElement);
    const added = newChunk(tail, chunk.ownerDocument);
    chunk.after(added);
    this.#made(added);
  }

  #appendChunks(blocks: readonly HTMLElement[], before: Element | null): void {
    for (let i = 0; i < blocks.length; i += chunkSize) {
      const chunk = newChunk(blocks.slice(i, i + chunkSize), this.#root.ownerDocument);
      this.#root.insertBefore(chunk, before);
      this.#made(chunk);
    }
  }
}
