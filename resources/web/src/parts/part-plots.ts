/** Part `plots`: plotly's strict bundle, which never evaluates text as code. */
import plotly from 'plotly.js-strict-dist-min';
import { publishPart } from '../part_registry.ts';

publishPart('plots', {
  react: (element, data, layout, config) => plotly.react(element, data, layout, config),
  relayout: (element, update) => plotly.relayout(element, update),
  resize: (element) => plotly.Plots.resize(element),
  purge: (element) => plotly.purge(element),
});
