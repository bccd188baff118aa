/** Part `charts`: Vega and Vega-Lite, with the expression interpreter instead of generated code, and no loading. */
import embed, { type EmbedOptions, type VisualizationSpec } from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import { publishPart } from '../part_registry.ts';
import type { Palette } from '../part_types.ts';

function config(palette: Palette) {
  const text = { labelColor: palette.muted, titleColor: palette.text, labelFont: palette.fontText, titleFont: palette.fontText };
  return {
    background: 'transparent',
    axis: { ...text, gridColor: palette.grid, domainColor: palette.border, tickColor: palette.border },
    legend: text,
    header: text,
    title: { color: palette.text, font: palette.fontText },
    style: { 'guide-label': { fill: palette.muted }, 'guide-title': { fill: palette.text } },
    view: { stroke: palette.border },
    mark: { color: palette.lines[0]! },
    range: { category: palette.lines, ramp: palette.scale, heatmap: palette.scale },
  };
}

const message = 'A chart of a report loads nothing; put the data into it.';

/** Vega only logs what it cannot load; the reader should see it. */
function refusingLoader() {
  const state = { asked: false };
  const refuse = () => {
    state.asked = true;
    return Promise.reject(new Error(message));
  };
  return { state, loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse } };
}

publishPart('charts', {
  async draw(element, specification, language, palette) {
    const { state, loader } = refusingLoader();
    const options = {
      mode: language,
      ast: true,
      expr: expressionInterpreter,
      actions: false,
      renderer: 'svg',
      defaultStyle: false,
      config: config(palette),
      logLevel: 0,
      loader,
    };
    const result = await embed(element, specification as VisualizationSpec, options as unknown as EmbedOptions);
    if (state.asked) {
      result.finalize();
      throw new Error(message);
    }
    return () => result.finalize();
  },
});
