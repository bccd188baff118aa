/** Puts the page together and answers the host's calls (`globalThis.plotleaf`). */
import { BlockList, type Patch } from './blocks/block_list.ts';
import { Sanitizer } from './blocks/sanitizer.ts';
import type { Host } from './host.ts';
import { catchLinks } from './links.ts';
import { Settings, type Configuration } from './settings.ts';

/** Makes the page live: reads what the host sends through `globalThis.plotleaf`, answers through `host`. */
export function startPage(document: Document, host: Host): void {
  const root = document.querySelector<HTMLElement>('main.pl-report')!;
  const settings = new Settings(document.documentElement);
  const list = new BlockList(root, new Sanitizer(window, document));
  catchLinks(document, host);

  const api = {
    configure: (configuration: Configuration) => settings.apply(configuration),
    patch(patch: Patch) {
      list.apply(patch, () => undefined);
      requestAnimationFrame(() => host.shown(patch.version));
      return list.blocks.length;
    },
    figure: () => undefined,
    loaded: () => undefined,
    scrollToLine: () => undefined,
    scrollToAnchor: (id: string) => document.getElementById(id)?.scrollIntoView(),
    whenDrawn: () => Promise.resolve().then(() => host.drawn(JSON.stringify({ problems: [] }))),
    snapshot: () => root.outerHTML,
    headings: () => Array.from(root.querySelectorAll('h1,h2,h3,h4,h5,h6'), (heading) => ({
      id: heading.id, level: Number(heading.localName.slice(1)), text: heading.textContent ?? '',
    })),
  };
  Object.assign(globalThis, { plotleaf: api });
}
