/** Dresses a plot in the theme: core sends figures without colours, fonts, margins and heights. Pure. */
import type { Palette } from '../part_types.ts';
import type { PanelWidth } from '../panels/figure.ts';
import { usualMargins } from './plot_margins.ts';
import type { Axis, Layout, PlotContent, Trace } from './plot_types.ts';

/** Height of a plot without its legend in CSS pixels, by the width of its panel. */
const heights: Record<PanelWidth, number> = { full: 310, half: 260, third: 230, quarter: 200 };

/** Traces drawn with WebGL and what draws the same as SVG. */
const plainTypes: Record<string, string> = {
  scattergl: 'scatter', scatterpolargl: 'scatterpolar', heatmapgl: 'heatmap', pointcloud: 'scatter',
};
/** Traces that cannot be drawn without WebGL, or that would need the network. */
const webGlTypes = /^(?:scatter3d|surface|mesh3d|cone|streamtube|volume|isosurface|parcoords|splom|.*map(?:box)?)$/;

/** True for a trace that needs WebGL. */
export function needsWebGl(trace: Trace): boolean {
  return trace.type !== 'heatmap' && trace.type !== 'treemap' && webGlTypes.test(trace.type ?? '');
}

/** Height that a plot with this layout takes. */
export function plotHeight(layout: Layout | undefined, width: PanelWidth): number {
  if (typeof layout?.height === 'number' && layout.height > 0) return Math.min(layout.height, 2000);
  const rows = layout?.grid?.rows ?? 1;
  return rows > 1 ? Math.min(220 * rows + 60, 2000) : heights[width];
}

function dressTrace(trace: Trace, palette: Palette): Trace {
  const dressed: Trace = { ...trace, type: plainTypes[trace.type ?? ''] ?? trace.type ?? 'scatter' };
  const index = trace.meta?.colorIndex;
  const colour = index === undefined ? undefined : palette.lines[index % palette.lines.length];
  if (colour) {
    if (!trace.line?.color) dressed.line = { ...trace.line, color: colour };
    if (!trace.marker?.color) dressed.marker = { ...trace.marker, color: colour };
    if (trace.meta?.role === 'band') dressed.fillcolor ??= colour;
    if (dressed.type === 'bar' || dressed.type === 'histogram') delete dressed.line;
  }
  if (trace.meta?.colorScale === 'sequential') {
    const last = palette.scale.length - 1;
    dressed.colorscale = palette.scale.map((value, i) => [i / last, value]);
  }
  return dressed;
}

function axisTemplate(palette: Palette): Axis {
  return {
    automargin: true,
    gridcolor: palette.grid,
    gridwidth: 1,
    zeroline: false,
    linecolor: palette.border,
    tickcolor: palette.border,
    ticks: '',
    tickfont: { color: palette.muted, size: 11 },
    title: { font: { color: palette.muted, size: 12 }, standoff: 8 },
    exponentformat: 'power',
    spikecolor: palette.muted,
    spikethickness: 1,
    spikedash: 'dot',
  };
}

/** plotly's template: what core or an author has set explicitly wins over it. */
function template(palette: Palette): object {
  const axis = axisTemplate(palette);
  return {
    layout: {
      colorway: palette.lines,
      // Not transparent: plotly outlines its hover line with these.
      paper_bgcolor: palette.surface,
      plot_bgcolor: palette.surface,
      font: { family: palette.fontText, size: 12, color: palette.text },
      xaxis: axis,
      yaxis: axis,
      polar: { bgcolor: 'rgba(0,0,0,0)', radialaxis: axis, angularaxis: axis },
      legend: { font: { color: palette.text, size: 12 }, bgcolor: 'rgba(0,0,0,0)' },
      hoverlabel: {
        bgcolor: palette.surface, bordercolor: palette.border, align: 'left', namelength: -1,
        font: { family: palette.fontText, size: 12, color: palette.text },
      },
      modebar: { bgcolor: 'rgba(0,0,0,0)', color: palette.muted, activecolor: palette.accent },
      newselection: { line: { color: palette.accent } },
      colorscale: { sequential: palette.scale.map((value, i, all) => [i / (all.length - 1), value]) },
    },
  };
}

/** Below the plot and its axis title, where it takes no width away from the lines. */
const legendBelow = { orientation: 'h', yref: 'container', y: 0, yanchor: 'bottom', x: 0, xanchor: 'left' };

/**
 * Few ticks on a log axis: from two decades on only these, below that 1, 2 and 5, and within a decade round numbers.
 * All are written in full; plotly would write small digits that say nothing of their decade.
 */
const logTicks = { nticks: 3, tickformat: '~g' };

/**
 * Labels of numbers fit into the margins. plotly would measure each of them again to hide what does not, which is two
 * fifths of the time to draw a plot.
 */
const numberTicks = { ticklabeloverflow: 'allow' };

function axisTicks({ type }: Axis): object {
  if (type === 'log') return { ...numberTicks, ...logTicks };
  return type === 'linear' ? numberTicks : {};
}

function dressAxes(layout: Layout): Layout {
  const axes = Object.entries(layout).filter(([name]) => /^[xy]axis\d*$/.test(name)) as [string, Axis][];
  return Object.fromEntries(axes.map(([name, axis]) => [name, { ...axisTicks(axis), ...axis }]));
}

/** What plotly is given: traces and layout with the theme's colours, for a panel of this width. */
export function dressPlot({ data, layout }: PlotContent, palette: Palette, width: PanelWidth): PlotContent {
  const { template: ignored, title: ignoredTitle, width: ignoredWidth, ...rest } = layout;
  void ignored, ignoredTitle, ignoredWidth; // the theme, the panel's head and its width decide these
  const dressed: Layout = {
    ...rest,
    ...dressAxes(layout),
    template: template(palette),
    autosize: true,
    height: plotHeight(layout, width),
    margin: { l: 8, r: 12, t: 10, b: 8, ...usualMargins({ data, layout }, width), ...layout.margin },
    legend: { ...legendBelow, ...layout.legend },
    dragmode: layout.dragmode ?? 'zoom',
  };
  return { data: data.map((trace) => dressTrace(trace, palette)), layout: dressed };
}
