/**
 * Margins that hold the usual axis labels from the start. Pure.
 *
 * plotly finds out how wide labels are by drawing them, and where the margin it was given is too narrow it draws the
 * whole plot a second time: that was half of the time to draw one. For longer labels it still does so.
 */
import type { PanelWidth } from '../panels/figure.ts';
import type { Axis, PlotContent } from './plot_types.ts';

/** Traces whose axes carry plain numbers or times. */
const plainTypes = /^(?:scatter|scattergl|bar|histogram)?$/;
/** Room for a label such as "−0.005" or "−100k", beside the y axis. CSS pixels. */
const labelWidth: Record<PanelWidth, number> = { full: 44, half: 32, third: 28, quarter: 26 };
/** Between label, title and edge of the plot; measured. */
const besideLabel = 12;
const yTitle = 20;
const belowAxis = 26;
const xTitle = 18;
/** Half of the last label of the x axis, which may stand at the very end. */
const beyondAxis: Record<PanelWidth, number> = { full: 26, half: 26, third: 20, quarter: 20 };
/** Times have the day in a second line. */
const secondLine = 12;

function titleOf(axis: Axis | undefined): string {
  const title = axis?.title as { text?: string } | undefined;
  return title?.text ?? '';
}

/** False where there are no labels, or where they stand elsewhere. */
function hasLabels(axis: Axis | undefined, side: string): boolean {
  return axis?.visible !== false && axis?.showticklabels !== false && (axis?.side ?? side) === side;
}

/** In CSS pixels, each where something usual is known about that side. */
export function usualMargins({ data, layout }: PlotContent, width: PanelWidth): { l?: number; r?: number; b?: number } {
  if (layout.grid || !data.every((trace) => plainTypes.test(trace.type ?? ''))) return {};
  const { xaxis, yaxis } = layout;
  const margins: ReturnType<typeof usualMargins> = {};
  if (hasLabels(yaxis, 'left') && yaxis?.type !== 'category') margins.l = besideLabel + labelWidth[width] + (titleOf(yaxis) ? yTitle : 0);
  if (!hasLabels(xaxis, 'bottom')) return margins;
  margins.r = beyondAxis[width];
  margins.b = belowAxis + (xaxis?.type === 'date' ? secondLine : 0) + (titleOf(xaxis) ? xTitle : 0);
  return margins;
}
