/** The functions of plotly that part-plots.ts calls. */
declare module 'plotly.js-strict-dist-min' {
  interface Plotly {
    react(element: HTMLElement, data: object[], layout: object, config: object): Promise<unknown>;
    relayout(element: HTMLElement, update: object): Promise<unknown>;
    purge(element: HTMLElement): void;
    Plots: { resize(element: HTMLElement): Promise<void> };
  }
  const plotly: Plotly;
  export default plotly;
}

declare module 'katex/contrib/mhchem';
