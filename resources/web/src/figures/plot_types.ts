/** The little of plotly's vocabulary that the page looks at. Everything else passes through as core sent it. */
export interface Trace {
  type?: string;
  name?: string;
  line?: { color?: string };
  marker?: { color?: unknown };
  showlegend?: boolean;
  meta?: { colorIndex?: number; colorScale?: string };
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
  grid?: { rows?: number };
  xaxis?: Axis;
  [other: string]: unknown;
}

export interface PlotContent {
  data: Trace[];
  layout: Layout;
}
