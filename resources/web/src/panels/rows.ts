/** Neighbouring narrow panels share a row. The style sheet places them; here each learns whether it begins a row. */
import type { PanelWidth } from './figure.ts';

/** Twelfths of the row. */
const shares: Record<PanelWidth, number> = { full: 12, half: 6, third: 4, quarter: 3 };

/** For each width in a run of neighbours: does it begin a row? */
export function rowStarts(widths: readonly PanelWidth[]): boolean[] {
  let used = 12;
  return widths.map((width) => {
    const starts = used + shares[width] > 12;
    used = starts ? shares[width] : used + shares[width];
    return starts;
  });
}

/** A block that holds nothing but a panel gets its width; other blocks end a run. */
export function arrangeRows(blocks: Iterable<HTMLElement>, widthOf: (panel: Element) => PanelWidth | undefined): void {
  let run: HTMLElement[] = [];
  const finish = () => {
    const starts = rowStarts(run.map((block) => block.dataset.width as PanelWidth));
    run.forEach((block, i) => block.classList.toggle('pl-row-start', starts[i]!));
    run = [];
  };
  for (const block of blocks) {
    const only = block.childElementCount === 1 ? block.firstElementChild! : undefined;
    const width = only ? widthOf(only) : undefined;
    if (width && width !== 'full') {
      block.dataset.width = width;
      run.push(block);
    } else {
      delete block.dataset.width;
      block.classList.remove('pl-row-start');
      finish();
    }
  }
  finish();
}
