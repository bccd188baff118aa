/** The little of plotly's vocabulary that the page looks at. Everything else passes through as core sent it. */
export interface Trace {
  type?: string;
  name?: string;
  legendgroup?: string;
  visible?: boolean | 'legendonly';
  line?: { color?: string; dash?: string };
  marker?: { color?: unknown };
  showlegend?: boolean;
  meta?: { colorIndex?: number; colorScale?: string; role?: string };
  fillcolor?: string;
  [other: string]: unknown;
}

export interface Axis {
  type?: string;
  [other: string]: unknown;
}

export interface Layout {
  height?: number;
  legend?: object;
  margin?: object;
  showlegend?: boolean;
  meta?: { x?: string };
  grid?: { rows?: number };
  xaxis?: Axis;
  yaxis?: Axis;
  [other: string]: unknown;
}

export interface PlotContent {
  data: Trace[];
  layout: Layout;
}
