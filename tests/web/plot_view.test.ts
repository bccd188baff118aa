import assert from 'node:assert/strict';
import test from 'node:test';
import { plot } from '../src/figures/plot.ts';
import type { PlotContent } from '../src/figures/plot_types.ts';
import type { FigureContext } from '../src/panels/figure.ts';
import { Parts, publishPart } from '../src/part_registry.ts';
import { Settings, type Mode } from '../src/settings.ts';
import { Work } from '../src/work.ts';
import { openShell } from './support/dom.ts';

type Handler = (event: Record<string, unknown>) => void;

/** A plotly that remembers what it was asked, sends events as the real one does and can be made to fail. */
class FakePlotly {
  readonly drawn: PlotContent[] = [];
  readonly handlers: Handler[] = [];
  resized = 0;
  purged = 0;
  fails: string | undefined;
  /** The real one tells of its own drawing too. */
  eventWhileDrawing: Record<string, unknown> | undefined;

  publish(): void {
    publishPart('plots', {
      react: async (element, data, layout) => {
        (element as unknown as { on: (event: string, handler: Handler) => void }).on = (event, handler) => {
          if (event === 'plotly_relayout') this.handlers.push(handler);
        };
        this.drawn.push({ data, layout } as PlotContent);
        if (this.eventWhileDrawing) this.tell(this.eventWhileDrawing);
        if (this.fails) throw new Error(this.fails);
      },
      relayout: async () => undefined,
      resize: () => { ++this.resized; },
      purge: () => { ++this.purged; },
    });
  }

  tell(event: Record<string, unknown>): void {
    for (const handler of this.handlers) handler(event);
  }
}

function open(webGl = false, mode: Mode = 'screen') {
  delete (globalThis as { plotleafParts?: object }).plotleafParts;
  const document = openShell();
  const canvas = document.createElement.bind(document);
  document.createElement = ((name: string) => {
    const element = canvas(name);
    if (name === 'canvas') (element as HTMLCanvasElement).getContext = (() => (webGl ? {} : null)) as never;
    return element;
  }) as never;
  const plotly = new FakePlotly();
  plotly.publish();
  const body = document.createElement('div');
  document.body.append(body);
  const ranges: [number, number][] = [];
  const settings = new Settings(document.documentElement);
  settings.apply({ mode });
  const context: FigureContext = {
    settings,
    parts: new Parts({ need: () => undefined }),
    work: new Work((message) => { throw new Error(message); }),
    width: 'full',
    clean: () => document.createElement('div'),
    rangeChosen: (x0, x1) => ranges.push([x0, x1]),
  };
  return { body, plotly, ranges, settings, view: plot.create(body, context) };
}

const line: PlotContent = { data: [{ type: 'scatter', meta: { colorIndex: 0 } }], layout: { xaxis: { type: 'linear' } } };
const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

test('zooming is told at once, a burst of it once more with the last range', async () => {
  const { plotly, ranges, view } = open();
  await view.update(line);
  for (let i = 0; i < 10; ++i) plotly.tell({ 'xaxis.range[0]': i, 'xaxis.range[1]': i + 5 });
  assert.deepEqual(ranges, [[0, 5]], 'nobody waits for the first');
  await pause();
  assert.deepEqual(ranges, [[0, 5], [9, 14]]);
  await pause();
  plotly.tell({ 'xaxis.range[0]': 1, 'xaxis.range[1]': 2 });
  assert.deepEqual(ranges, [[0, 5], [9, 14], [1, 2]], 'the burst is over');
});

test('zooming out is told as no range', async () => {
  const { plotly, ranges, view } = open();
  await view.update(line);
  plotly.tell({ 'xaxis.autorange': true, 'yaxis.autorange': true });
  await pause();
  assert.equal(ranges.length, 1);
  assert.ok(ranges[0]!.every(Number.isNaN));
});

test('the y axis alone asks for nothing', async () => {
  const { plotly, ranges, view } = open();
  await view.update(line);
  plotly.tell({ 'yaxis.range[0]': 0, 'yaxis.range[1]': 1 });
  await pause();
  assert.deepEqual(ranges, []);
});

test('our own drawing is no zoom', async () => {
  const { plotly, ranges, view } = open();
  await view.update(line);
  plotly.eventWhileDrawing = { 'xaxis.range[0]': 1, 'xaxis.range[1]': 2 };
  await view.update({ ...line });
  await pause();
  assert.deepEqual(ranges, []);
});

test('listening begins once, however often the plot is drawn', async () => {
  const { plotly, ranges, view } = open();
  for (let i = 0; i < 4; ++i) await view.update({ ...line });
  assert.equal(plotly.handlers.length, 1);
  plotly.tell({ 'xaxis.range[0]': 1, 'xaxis.range[1]': 2 });
  await pause();
  assert.equal(ranges.length, 1);
});

test('a panel that goes takes its question along', async () => {
  const { plotly, ranges, view } = open();
  await view.update(line);
  plotly.tell({ 'xaxis.range[0]': 1, 'xaxis.range[1]': 2 });
  plotly.tell({ 'xaxis.range[0]': 3, 'xaxis.range[1]': 4 });
  view.dispose!();
  await pause();
  assert.deepEqual(ranges, [[1, 2]]);
  assert.equal(plotly.purged, 1);
});

test('another theme draws the same traces again, without an error', async () => {
  const { body, plotly, settings, view } = open();
  await view.update(line);
  for (const theme of ['dark', 'light', 'dark'] as const) {
    settings.apply({ theme });
    await view.themeChanged!();
  }
  assert.equal(plotly.drawn.length, 4);
  assert.equal(body.dataset.problem, undefined);
  assert.equal(body.querySelectorAll('.pl-plot').length, 1);
});

const two: PlotContent = {
  data: [
    { type: 'scatter', name: 'a &lt;b&gt; &amp;amp;', legendgroup: 'a', meta: { colorIndex: 0, role: 'line' }, line: { dash: 'dot' } },
    { type: 'scatter', name: 'a', legendgroup: 'a', showlegend: false, meta: { colorIndex: 0, role: 'original' } },
    { type: 'bar', name: 'c', meta: { colorIndex: 1 } },
  ],
  layout: { showlegend: true, meta: { x: 'step' }, legend: { orientation: 'h' } },
};
const entriesOf = (body: HTMLElement) => Array.from(body.querySelectorAll<HTMLElement>('.pl-legend-entry'));

test('our legend is HTML: each group once, its text as it was, plotly draws none', async () => {
  const { body, plotly, view } = open();
  await view.update(two);
  assert.deepEqual(entriesOf(body).map((entry) => entry.textContent), ['a <b> &amp;', 'c']);
  assert.equal(plotly.drawn[0]!.layout.showlegend, false);
  assert.equal(entriesOf(body)[0]!.querySelector('path')!.getAttribute('stroke-dasharray'), '2 3');
  assert.equal(body.querySelector('b'), null, 'text, never HTML');
});

test('a click switches a group off and on, also over new data', async () => {
  const { body, plotly, view } = open();
  await view.update(two);
  entriesOf(body)[0]!.click();
  await pause();
  const visible = () => plotly.drawn.at(-1)!.data.map((trace) => trace.visible);
  assert.deepEqual(visible(), [false, false, undefined]);
  assert.equal(entriesOf(body)[0]!.getAttribute('aria-pressed'), 'false');
  await view.update({ ...two });
  assert.deepEqual(visible(), [false, false, undefined]);
  entriesOf(body)[0]!.click();
  await pause();
  assert.deepEqual(visible(), [undefined, undefined, undefined]);
});

test('the legend stands where core wants it, and goes', async () => {
  const { body, view } = open();
  const place = async (legend: object) => {
    await view.update({ ...two, layout: { ...two.layout, legend } });
    return body.querySelector<HTMLElement>('.pl-plot-frame')!.dataset.legend;
  };
  assert.equal(await place({ orientation: 'h' }), 'bottom');
  assert.equal(await place({ orientation: 'h', y: 1.02 }), 'top');
  assert.equal(await place({ orientation: 'v', x: 1.02 }), 'right');
  assert.equal(await place({ orientation: 'v', x: -0.15 }), 'left');
  await view.update({ ...two, layout: { ...two.layout, showlegend: false } });
  assert.equal(body.querySelector('.pl-legend'), null);
});

test('figures of others keep plotly’s legend', async () => {
  const { body, plotly, view } = open();
  await view.update({ ...two, layout: { showlegend: true } });
  assert.equal(body.querySelector('.pl-legend'), null);
  assert.equal(plotly.drawn[0]!.layout.showlegend, true);
});

test('on paper there is nothing to click', async () => {
  const { body, view } = open(false, 'print');
  await view.update(two);
  assert.equal(body.querySelector('button'), null);
  assert.equal(entriesOf(body).length, 2);
});

test('before anything is drawn theme and width do nothing', async () => {
  const { plotly, view } = open();
  await view.themeChanged!();
  view.resized!();
  assert.equal(plotly.drawn.length, 0);
  assert.equal(plotly.resized, 0);
  await view.update(line);
  view.resized!();
  assert.equal(plotly.resized, 1);
});

test('what plotly refuses is told in the panel and gone with the next figure', async () => {
  const { body, plotly, view } = open();
  plotly.fails = 'bad axis';
  await view.update(line);
  assert.equal(body.dataset.problem, 'Plot cannot be drawn: bad axis');
  assert.match(body.textContent!, /bad axis/);
  plotly.fails = undefined;
  await view.update({ ...line });
  assert.equal(body.dataset.problem, undefined);
  assert.doesNotMatch(body.textContent!, /bad axis/);
});

test('a 3D trace without WebGL is a plain message, what else there is is drawn', async () => {
  const { body, plotly, view } = open();
  await view.update({ data: [{ type: 'surface' }, { type: 'scatter' }], layout: {} });
  assert.deepEqual(plotly.drawn[0]!.data.map((trace) => trace.type), ['scatter']);
  assert.match(body.textContent!, /needs WebGL/);
  await view.update({ data: [{ type: 'surface' }], layout: {} });
  assert.equal(plotly.drawn.length, 1, 'nothing is left to draw');
  assert.equal(body.querySelector<HTMLElement>('.pl-plot')!.hidden, true);
});

test('where there is WebGL a 3D trace is drawn', async () => {
  const { body, plotly, view } = open(true);
  await view.update({ data: [{ type: 'surface' }], layout: {} });
  assert.equal(plotly.drawn.length, 1);
  assert.doesNotMatch(body.textContent!, /WebGL/);
});

test('a plot is as high as its panel is wide, or as its layout says', async () => {
  const { body, view } = open();
  await view.update(line);
  assert.equal(body.querySelector<HTMLElement>('.pl-plot')!.style.height, '310px');
  await view.update({ data: line.data, layout: { height: 512 } });
  assert.equal(body.querySelector<HTMLElement>('.pl-plot')!.style.height, '512px');
});
