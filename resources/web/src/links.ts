/** Clicks. The page never navigates by itself, except to its own anchors. */
import type { Host } from './host.ts';

function linkAt(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest('a') : null;
  return link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? null;
}

/** What an address behind `#` names; `#` alone is the top, as in any browser. */
function placeAt(document: Document, name: string): Element | null {
  if (name === '') return document.documentElement;
  try {
    return document.getElementById(decodeURIComponent(name));
  } catch {
    return document.getElementById(name); // a lone % is no escape
  }
}

/** Takes every activation of a link away from the browser. */
export function catchLinks(document: Document, host: Host): void {
  const follow = (event: MouseEvent) => {
    const href = linkAt(event.target);
    if (href === null) return;
    event.preventDefault();
    if (event.button > 1) return;
    const place = href.startsWith('#') ? placeAt(document, href.slice(1)) : null;
    if (place) place.scrollIntoView();
    else host.link(href);
  };
  document.addEventListener('click', follow);
  document.addEventListener('auxclick', follow);
  // Something dropped here would replace the page.
  for (const name of ['dragover', 'drop'] as const) document.addEventListener(name, (event) => event.preventDefault());
}
