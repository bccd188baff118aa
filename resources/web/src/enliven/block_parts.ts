/** Small things in every new block that cost nothing, done before the block is put into the page. */
import type { Block } from '../blocks/block_list.ts';
import { remoteAttribute } from '../blocks/placeholders.ts';
import type { Settings } from '../settings.ts';
import { fill } from '../strings.ts';
import { prepareCharts } from './diagrams.ts';

/** A cell of at most so many characters (a name, a number) is not broken: "run-7" would lose its number. */
export const shortCell = 18;

/** Wide tables scroll by themselves. */
function frameTables(block: Element): void {
  for (const table of block.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const frame = block.ownerDocument.createElement('div');
    frame.className = 'pl-table';
    table.replaceWith(frame);
    frame.append(table);
    for (const cell of table.querySelectorAll('td, th')) {
      if ((cell.textContent ?? '').length <= shortCell) cell.classList.add('pl-short');
    }
  }
}

/** A link on each heading; on paper it also makes Chromium write a named destination for the outline. */
function linkHeadings(block: Element, label: string): void {
  for (const heading of block.querySelectorAll('h1[id],h2[id],h3[id],h4[id],h5[id],h6[id]')) {
    const link = block.ownerDocument.createElement('a');
    link.className = 'pl-anchor';
    link.href = `#${encodeURIComponent(heading.id)}`;
    link.setAttribute('aria-label', label);
    heading.prepend(link);
  }
}

function enableTasks(block: Element, paged: boolean): void {
  for (const box of block.querySelectorAll('input')) box.disabled = !paged && !/^\d+$/.test(box.dataset.line ?? '');
}

function nameFrames(block: Element, text: string): void {
  for (const frame of block.querySelectorAll<HTMLElement>('.pl-frame')) {
    frame.textContent = fill(text, frame.getAttribute(remoteAttribute) ?? '');
    frame.dataset.problem = frame.textContent;
  }
}

/** Kind of the block, for distances between neighbours. */
function nameKind(block: HTMLElement): void {
  const only = block.childElementCount === 1 ? block.firstElementChild! : undefined;
  if (only && /^h[1-6]$/.test(only.localName)) block.classList.add('pl-heads');
}

/** Most blocks hold none of these. */
const special = 'table, :is(h1, h2, h3, h4, h5, h6)[id], input, details, .pl-frame, code.language-vega, code.language-vega-lite';

/** Prepares freshly sanitised blocks. */
export function prepareBlocks(blocks: readonly Block[], settings: Settings): void {
  for (const { element } of blocks) {
    nameKind(element);
    if (!element.querySelector(special)) continue;
    prepareCharts(element);
    frameTables(element);
    linkHeadings(element, settings.strings.headingLink);
    enableTasks(element, settings.paged);
    nameFrames(element, settings.strings.frameNotShown);
    if (settings.paged) element.querySelectorAll('details').forEach((details) => details.setAttribute('open', ''));
  }
}

/** Tells the host about boxes that are ticked; `firstLine` gives the source line of the block that one stands in. */
export function catchTasks(root: HTMLElement, firstLine: (element: Element) => number | undefined,
                           toggled: (line: number, checked: boolean) => void): void {
  root.addEventListener('click', (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.dataset.line === undefined) return;
    const checked = box.checked;
    event.preventDefault(); // the text decides: it may be locked
    const first = firstLine(box);
    if (first !== undefined) toggled(first + Number(box.dataset.line), checked);
  });
}
