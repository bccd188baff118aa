/**
 * Diagrams (mermaid) and charts (Vega, Vega-Lite): text that becomes a drawing. While the text is being edited the
 * last good drawing stays, and a mistake is told below it.
 */
import { readPalette } from '../palette.ts';
import type { Palette } from '../part_types.ts';
import type { Settings } from '../settings.ts';
import { fill } from '../strings.ts';
import type { Feature } from './feature.ts';

const sources = new WeakMap<Element, string>();

/** The text of a drawing, kept aside when the drawing took its place. */
function sourceOf(element: HTMLElement): string {
  const source = sources.get(element) ?? element.textContent ?? '';
  sources.set(element, source);
  return source;
}

function tellMistake(element: HTMLElement, message: string): void {
  const document = element.ownerDocument;
  const note = document.createElement('p');
  note.className = 'pl-mistake';
  note.textContent = message;
  element.querySelector('.pl-mistake')?.remove();
  if (!element.querySelector('svg')) {
    const text = document.createElement('pre');
    text.textContent = sourceOf(element);
    element.replaceChildren(text);
  }
  element.append(note);
  element.dataset.problem = message;
}

/** A few drawings by their text and colours, so that scrolling and theme changes do not draw again. */
class DrawingCache {
  readonly #drawings = new Map<string, string>();

  get(key: string): string | undefined {
    return this.#drawings.get(key);
  }

  set(key: string, drawing: string): void {
    this.#drawings.set(key, drawing);
    if (this.#drawings.size > 100) this.#drawings.delete(this.#drawings.keys().next().value!);
  }
}

export function diagramFeature(settings: Settings): Feature<'diagrams'> {
  const cache = new DrawingCache();
  const palette = (element: HTMLElement) => readPalette(element.ownerDocument.documentElement);
  const show = (element: HTMLElement, svg: string) => {
    element.innerHTML = svg;
    element.classList.add('pl-drawn');
    delete element.dataset.problem;
  };
  return {
    part: 'diagrams',
    selector: '.pl-diagram[data-language="mermaid"]',
    themed: true,
    draw(element, part) {
      const source = sourceOf(element);
      const colours: Palette = palette(element);
      const key = `${colours.surface}\n${source}`;
      const known = cache.get(key);
      if (known !== undefined) return show(element, known);
      return part.render(source, colours).then(
        (svg) => {
          cache.set(key, svg);
          show(element, svg);
        },
        (error: Error) => tellMistake(element, fill(settings.strings.diagramError, error.message)),
      );
    },
  };
}

/** Fences `vega` and `vega-lite` reach the page as code; they become a `.pl-chart` first (`prepareCharts`). */
export function chartFeature(settings: Settings): Feature<'charts'> {
  const finalizers = new WeakMap<Element, () => void>();
  const forgotten = new WeakSet<Element>();
  return {
    part: 'charts',
    selector: '.pl-chart',
    themed: true,
    async draw(element, part) {
      const source = sourceOf(element);
      const language = element.dataset.language === 'vega' ? 'vega' : 'vega-lite';
      const canvas = element.ownerDocument.createElement('div');
      // The picture before stays until the new one is there.
      try {
        const specification: unknown = JSON.parse(source);
        if (typeof specification !== 'object' || specification === null) throw new Error('{…}');
        const palette = readPalette(element.ownerDocument.documentElement);
        canvas.className = 'pl-next'; // measured in its place, seen when it is done
        canvas.style.width = `${element.clientWidth}px`;
        element.append(canvas);
        const finalize = await part.draw(canvas, specification, language, palette);
        finalizers.get(element)?.();
        finalizers.set(element, finalize);
        if (forgotten.has(element)) finalize(); // left while it was drawn
        canvas.removeAttribute('class');
        canvas.removeAttribute('style');
        element.replaceChildren(canvas);
        element.classList.add('pl-drawn');
      } catch (error) {
        canvas.remove();
        tellMistake(element, fill(settings.strings.chartError, (error as Error).message));
      }
    },
    // Its picture may stay, in the element that took its place (`carryDrawings`).
    forget(element) {
      forgotten.add(element);
      finalizers.get(element)?.();
    },
  };
}

const drawings = '.pl-diagram, .pl-chart';

/** Gives a drawing whose text was just edited the picture that it had before, until the new one is drawn. */
export function carryDrawings(removed: readonly Element[], inserted: readonly Element[]): void {
  const all = (blocks: readonly Element[]) => blocks.flatMap((block) => Array.from(block.querySelectorAll<HTMLElement>(drawings)));
  const before = all(removed);
  const after = all(inserted);
  if (before.length !== after.length) return;
  for (const [i, element] of after.entries()) {
    const old = before[i]!;
    if (!old.querySelector('svg') || old.dataset.language !== element.dataset.language) continue;
    sourceOf(element);
    element.replaceChildren(...old.childNodes);
  }
}

/** Turns code fences of Vega into charts. */
export function prepareCharts(block: Element): void {
  for (const code of block.querySelectorAll('pre > code.language-vega, pre > code.language-vega-lite')) {
    const chart = block.ownerDocument.createElement('div');
    chart.className = 'pl-chart';
    chart.dataset.language = code.classList.contains('language-vega') ? 'vega' : 'vega-lite';
    chart.textContent = code.textContent;
    code.parentElement!.replaceWith(chart);
  }
}
