/** On paper nothing scrolls: what is wider than the page is made smaller, and headings stay with what they head. */

/** Smaller than this it cannot be read any more; then words are broken. */
const smallest = 0.5;

/** Returns the zoom that it would take; not less than `smallest` is done. */
function shrink(frame: HTMLElement, content: HTMLElement): number {
  content.style.removeProperty('--zoom');
  const wide = Math.max(frame.scrollWidth, content.scrollWidth);
  if (wide <= frame.clientWidth + 1 || frame.clientWidth === 0) return 1;
  const zoom = Math.max(smallest, frame.clientWidth / wide);
  content.style.setProperty('--zoom', String(zoom));
  return frame.clientWidth / wide;
}

/** Shrinks wide tables, formulas and drawings below `root` to the width that they have. */
export function fitToPage(root: Element): void {
  for (const frame of root.querySelectorAll<HTMLElement>('.pl-table, .pl-math.pl-display')) {
    const content = frame.firstElementChild as HTMLElement | null;
    if (!content) continue;
    if (shrink(frame, content) >= smallest) continue;
    frame.classList.add('pl-squeezed');
    content.style.width = `${frame.clientWidth / smallest}px`;
  }
}

/** What the style sheet does not let a page end in. */
const unbroken = '.pl-panel:not([data-type="table"], [data-type="media"]), .pl-diagram, .pl-chart, .pl-alert, .pl-math.pl-display, img';
/** Lines of text that a heading wants below it, in CSS pixels. */
const someLines = 80;
/** Paper is laid out in other units: what fits to the pixel here may not fit there. */
const reserve = 12;
/** Above this a heading would rather stand alone than leave most of a page empty. */
const mostKept = 640;

/** Tells each heading how much of what follows, distances included, must be on its page. */
export function keepHeadings(blocks: readonly HTMLElement[]): void {
  // All places before the first change: each one read after a change lays out the whole report again.
  const places = blocks.map((block) => block.getBoundingClientRect());
  let end = -Infinity;
  for (let i = blocks.length - 1; i >= 0; --i) {
    const block = blocks[i]!;
    const { top, bottom } = places[i]!;
    if (block.classList.contains('pl-heads')) {
      const keep = Math.min(Math.max(end - bottom, 0), mostKept);
      block.style.setProperty('--keep', `${keep}px`);
    } else {
      end = block.querySelector(unbroken) ? bottom + reserve : Math.min(bottom, top + someLines);
    }
  }
}
