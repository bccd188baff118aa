/** A document for tests: jsdom with the page's shell, and stand-ins for what jsdom does not have. */
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

/** Root of the source tree; the build says where it is. */
export const sourceFolder = process.env.PLOTLEAF_SOURCE_DIR ?? '../../../..';

/** Reads a file of the source tree. */
export function sourceFile(path: string): string {
  return readFileSync(`${sourceFolder}/${path}`, 'utf8');
}

/** Observers report only what a test tells them to. */
class ManualObserver {
  static readonly all: ManualObserver[] = [];
  readonly targets = new Set<Element>();

  constructor(readonly callback: (entries: object[]) => void) {
    (this.constructor as typeof ManualObserver).all.push(this);
  }
  observe(target: Element): void {
    this.targets.add(target);
  }
  unobserve(target: Element): void {
    this.targets.delete(target);
  }
  disconnect(): void {
    this.targets.clear();
  }
}

class ManualIntersectionObserver extends ManualObserver {
  static override readonly all: ManualObserver[] = [];
}
class ManualResizeObserver extends ManualObserver {
  static override readonly all: ManualObserver[] = [];
}

/** Tells whoever watches `element` that it came near the view, or left it. */
export function comeNear(element: Element, isIntersecting = true): void {
  for (const observer of ManualIntersectionObserver.all) {
    if (observer.targets.has(element)) observer.callback([{ target: element, isIntersecting }]);
  }
}

const lent = ['window', 'document', 'Element', 'HTMLElement', 'HTMLImageElement', 'HTMLInputElement', 'Node', 'Event',
              'MouseEvent', 'CSSImportRule', 'getComputedStyle', 'XMLHttpRequest', 'FileReader'] as const;

/** Makes a fresh document with the page's shell and puts it where the page's code looks for it. */
export function openShell(): Document {
  const { window } = new JSDOM(sourceFile('resources/web/index.html'), { url: 'plotleaf://page/', pretendToBeVisual: true });
  const globals = globalThis as unknown as Record<string, unknown>;
  for (const name of lent) globals[name] = (window as unknown as Record<string, unknown>)[name];
  globals.requestAnimationFrame = (callback: () => void) => setImmediate(callback);
  window.requestAnimationFrame = globals.requestAnimationFrame as typeof window.requestAnimationFrame;
  globals.IntersectionObserver = ManualIntersectionObserver;
  globals.ResizeObserver = ManualResizeObserver;
  window.scrollTo = () => undefined;
  window.Element.prototype.scrollIntoView = () => undefined;
  Object.defineProperty(window.document, 'fonts', { value: { ready: Promise.resolve() }, configurable: true });
  return window.document;
}

/** Lets promises, frames and message ports that are due run. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; ++i) await new Promise((resolve) => setImmediate(resolve));
}
