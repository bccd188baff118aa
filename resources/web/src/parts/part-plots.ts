/** Part `plots`: plotly's strict bundle, which never evaluates text as code. */
import plotly from 'plotly.js-strict-dist-min';
import { installCurvePaths } from '../figures/curve_path.ts';
import { publishPart } from '../part_registry.ts';

installCurvePaths(Array.prototype);
publishPart('plots', {
  react: (element, data, layout, config) => plotly.react(element, data, layout, config),
  relayout: (element, update) => plotly.relayout(element, update),
  resize: (element) => plotly.Plots.resize(element),
  purge: (element) => plotly.purge(element),
});
