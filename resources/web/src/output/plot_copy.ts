/** Plots in the static file: drawings that grow and shrink with the page, without what plotly needs to be alive. */

function scale(container: HTMLElement): void {
  const drawings = Array.from(container.querySelectorAll<SVGElement>(':scope > .main-svg'));
  const width = Number(drawings[0]?.getAttribute('width'));
  const height = Number(drawings[0]?.getAttribute('height'));
  if (!(width > 0 && height > 0)) return;
  container.setAttribute('style', `position: relative; width: 100%; aspect-ratio: ${width} / ${height}`);
  for (const drawing of drawings) {
    drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    drawing.setAttribute('width', '100%');
    drawing.setAttribute('height', '100%');
  }
  const plot = container.closest<HTMLElement>('.pl-plot');
  plot?.removeAttribute('style');
}

/** Changes the plots below `copy`, a copy of the page. */
export function freezePlots(copy: Element): void {
  for (const container of copy.querySelectorAll<HTMLElement>('.svg-container')) scale(container);
}
