/** Panels that share a row get the height of the tallest of them. */

/** The block's row: its neighbours between two that begin a row. */
function rowOf(block: HTMLElement): HTMLElement[] {
  const narrow = (element: Element | null): element is HTMLElement => element instanceof HTMLElement && element.dataset.width !== undefined;
  let first = block;
  while (!first.classList.contains('pl-row-start') && narrow(first.previousElementSibling)) first = first.previousElementSibling;
  const row = [first];
  for (let next = first.nextElementSibling; narrow(next) && !next.classList.contains('pl-row-start'); next = next.nextElementSibling) row.push(next);
  return row;
}

function pixels(length: string): number {
  return parseFloat(length) || 0;
}

/** What the panel's content takes, whatever height it was given. */
function naturalHeight(panel: HTMLElement): number {
  const { paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(panel);
  const edges = [paddingTop, paddingBottom, borderTopWidth, borderBottomWidth].map(pixels).reduce((a, b) => a + b, 0);
  const parts = Array.from(panel.children, (child) => {
    if (!(child instanceof HTMLElement) || child.hidden) return 0;
    const { marginTop, marginBottom } = getComputedStyle(child);
    // The body fills what is left; its own height is that of what is in it.
    const height = child.classList.contains('pl-panel-body') ? contentHeight(child) : child.offsetHeight;
    return height + pixels(marginTop) + pixels(marginBottom);
  });
  return edges + parts.reduce((a, b) => a + b, 0);
}

function contentHeight(body: HTMLElement): number {
  const bottoms = Array.from(body.children, (child) => {
    return child instanceof HTMLElement ? child.offsetTop + child.offsetHeight + pixels(getComputedStyle(child).marginBottom) : 0;
  });
  return Math.max(pixels(body.style.minHeight), Math.max(0, ...bottoms) - body.offsetTop);
}

/** Levels the rows that these blocks are in. */
export function levelRows(blocks: Iterable<HTMLElement>): void {
  const done = new Set<HTMLElement>();
  const rows: { panels: HTMLElement[]; height: number }[] = [];
  // First all rows are read, then all are written, so that the page is laid out once.
  for (const block of blocks) {
    if (done.has(block) || block.dataset.width === undefined) continue;
    const row = rowOf(block);
    const panels = row.map((each) => each.firstElementChild as HTMLElement);
    rows.push({ panels, height: Math.ceil(Math.max(...panels.map(naturalHeight))) });
    row.forEach((each) => done.add(each));
  }
  for (const { panels, height } of rows) {
    for (const panel of panels) panel.style.setProperty('--row-height', panels.length > 1 ? `${height}px` : '0');
  }
}
