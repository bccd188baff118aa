import assert from 'node:assert/strict';
import test from 'node:test';
import { usualMargins } from '../src/figures/plot_margins.ts';
import { dressPlot } from '../src/figures/plot_theme.ts';
import type { Layout, Trace } from '../src/figures/plot_types.ts';
import type { Palette } from '../src/part_types.ts';

const titled = (text: string) => ({ title: { text } });
const line: Trace[] = [{ type: 'scatter' }];
const axes: Layout = { xaxis: {}, yaxis: {} };

test('titles and times widen the margins', () => {
  const bare = usualMargins({ data: line, layout: axes }, 'full');
  const withTitles = usualMargins({ data: line, layout: { xaxis: titled('step'), yaxis: titled('loss') } }, 'full');
  assert.ok(withTitles.l! > bare.l! && withTitles.b! > bare.b!);
  const times = usualMargins({ data: line, layout: { ...axes, xaxis: { type: 'date' } } }, 'full');
  assert.ok(times.b! > bare.b!);
  assert.equal(times.l, bare.l);
  assert.ok(bare.r! > 12, 'half a label');
  assert.ok(usualMargins({ data: line, layout: axes }, 'quarter').l! < bare.l!, 'narrow panels keep their width for lines');
});

test('where labels are unusual, or are not there, plotly finds the margin itself', () => {
  assert.deepEqual(usualMargins({ data: [{ type: 'pie' }], layout: axes }, 'full'), {});
  assert.deepEqual(usualMargins({ data: [...line, { type: 'heatmap' }], layout: axes }, 'full'), {});
  assert.deepEqual(usualMargins({ data: line, layout: { ...axes, grid: { rows: 2 } } }, 'full'), {});
  assert.equal(usualMargins({ data: line, layout: { yaxis: { type: 'category' } } }, 'full').l, undefined);
  assert.equal(usualMargins({ data: line, layout: { yaxis: { side: 'right' } } }, 'full').l, undefined);
  assert.equal(usualMargins({ data: line, layout: { yaxis: { showticklabels: false } } }, 'full').l, undefined);
  const noLabels = usualMargins({ data: line, layout: { xaxis: { visible: false } } }, 'full');
  assert.equal(noLabels.b, undefined);
  assert.equal(noLabels.r, undefined);
});

test('an author keeps his margins', () => {
  const palette = { lines: [], scale: [] } as unknown as Palette;
  const { layout } = dressPlot({ data: line, layout: { margin: { l: 5 }, yaxis: titled('loss') } }, palette, 'full');
  const margin = layout.margin as { l: number; b: number };
  assert.equal(margin.l, 5);
  assert.ok(margin.b > 20);
});
