import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { Sanitizer } from '../src/blocks/sanitizer.ts';
import { figureKind } from '../src/figures/registry.ts';
import { cellNumber, compareCells, sortedRows } from '../src/figures/table.ts';
import { rangeFromEvent } from '../src/figures/plot_range.ts';
import { dressPlot, needsWebGl, plotHeight } from '../src/figures/plot_theme.ts';
import type { Figure, FigureContext } from '../src/panels/figure.ts';
import type { Palette } from '../src/part_types.ts';
import { rowStarts } from '../src/panels/rows.ts';
import { shortTime } from '../src/panels/times.ts';
import { Parts, publishPart } from '../src/part_registry.ts';
import { Settings } from '../src/settings.ts';
import { Work } from '../src/work.ts';
import { openShell, settle, sourceFile, sourceFolder } from './support/dom.ts';

const palette: Palette = {
  dark: false, fontText: 'T', fontCode: 'C', surface: '#fff', text: '#111', muted: '#555', border: '#aaa', grid: '#ddd',
  accent: '#077', accentSoft: '#cee', shade: '#eee', danger: '#b00',
  lines: Array.from({ length: 10 }, (_, i) => `#00000${i}`), scale: ['#f', '#8', '#0'],
};

function setup() {
  const document = openShell();
  const drawn: { data: object[]; layout: Record<string, unknown>; config: Record<string, unknown> }[] = [];
  publishPart('plots', {
    react: async (_element, data, layout, config) => drawn.push({ data, layout: layout as never, config: config as never }),
    relayout: async () => undefined,
    resize: () => undefined,
    purge: () => undefined,
  });
  const body = document.createElement('div');
  document.body.append(body);
  const failures: string[] = [];
  const context: FigureContext = {
    settings: new Settings(document.documentElement),
    parts: new Parts({ need: () => undefined }),
    work: new Work((message) => failures.push(message)),
    width: 'full',
    clean: (html) => new Sanitizer(window as never, document).cleanPage(html),
    rangeChosen: () => undefined,
  };
  return { body, context, drawn, failures };
}

function example(name: string): Figure {
  return JSON.parse(sourceFile(`tests/data/figures/${name}.json`)) as Figure;
}

const examples = readdirSync(`${sourceFolder}/tests/data/figures`).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));

test('every example that core makes is drawn', async () => {
  assert.ok(examples.length >= 5);
  for (const name of examples) {
    const { body, context, drawn } = setup();
    const figure = example(name);
    const kind = figureKind(figure.kind);
    assert.equal(kind.name, figure.kind);
    await kind.create(body, context).update(figure.content);
    assert.ok(body.childElementCount > 0, name);
    if (figure.kind === 'plot') assert.equal(drawn.length, 1, name);
  }
});

test('a kind of a newer core becomes a message, never an error', () => {
  assert.equal(figureKind('hologram').name, 'message');
});

test('traces get the colour of their number, an author keeps his', () => {
  const { data } = dressPlot({
    data: [
      { type: 'scatter', meta: { colorIndex: 2 }, line: { color: undefined as never } },
      { type: 'scatter', meta: { colorIndex: 13 } },
      { type: 'scatter', line: { color: '#888888' } },
      { type: 'bar', meta: { colorIndex: 1 } },
      { type: 'heatmap', meta: { colorScale: 'sequential' } },
    ],
    layout: {},
  }, palette, 'full');
  assert.equal(data[0]!.line?.color, '#000002');
  assert.equal(data[0]!.marker?.color, '#000002');
  assert.equal(data[1]!.line?.color, '#000003', 'the palette begins again');
  assert.equal(data[2]!.line?.color, '#888888');
  assert.equal(data[3]!.marker?.color, '#000001');
  assert.equal(data[3]!.line, undefined, 'bars have no line');
  assert.deepEqual(data[4]!.colorscale, [[0, '#f'], [0.5, '#8'], [1, '#0']]);
});

test('a plot without traces says so, and draws again when some come', async () => {
  const { body, context, drawn } = setup();
  const view = figureKind('plot').create(body, context);
  await view.update({ data: [{ type: 'scatter', x: [1], y: [1] }], layout: {} });
  await view.update({ data: [], layout: {} });
  assert.equal(body.textContent, 'No data');
  assert.equal(body.querySelector('.pl-plot'), null, 'what was drawn before is not left there');
  await view.update({ data: [{ type: 'scatter', x: [1], y: [2] }], layout: {} });
  assert.ok(body.querySelector('.pl-plot'));
  assert.equal(body.querySelector('.pl-empty'), null);
  assert.equal(drawn.length, 2);
});

test('a band is filled with its line’s colour, an author’s stays', () => {
  const { data } = dressPlot({
    data: [
      { type: 'scatter', fill: 'toself', meta: { colorIndex: 4, role: 'band' } },
      { type: 'scatter', fill: 'toself', meta: { role: 'band' }, fillcolor: '#123456', line: { color: '#123456' } },
      { type: 'scatter', meta: { colorIndex: 4, role: 'line' } },
    ],
    layout: {},
  }, palette, 'full');
  assert.equal(data[0]!.fillcolor, '#000004');
  assert.equal(data[1]!.fillcolor, '#123456');
  assert.equal(data[2]!.fillcolor, undefined);
});

test('what needs WebGL is drawn without it or told', () => {
  const { data } = dressPlot({ data: [{ type: 'scattergl' }, { type: 'heatmapgl' }, {}], layout: {} }, palette, 'full');
  assert.deepEqual(data.map((trace) => trace.type), ['scatter', 'heatmap', 'scatter']);
  assert.deepEqual(['surface', 'scatter3d', 'scattermapbox', 'choroplethmap', 'parcoords'].map((type) => needsWebGl({ type })), [true, true, true, true, true]);
  assert.deepEqual(['scatter', 'heatmap', 'treemap', 'bar', undefined].map((type) => needsWebGl(type ? { type } : {})), [false, false, false, false, false]);
});

test('layout of core wins over the dress, sizes are the panel’s', () => {
  const { layout } = dressPlot({
    data: [], layout: { width: 5000, title: { text: 'x' }, template: {}, legend: { orientation: 'v' }, xaxis: { range: [0, 1] }, yaxis: { type: 'log' } },
  }, palette, 'half');
  assert.equal(layout.width, undefined);
  assert.equal(layout.title, undefined);
  assert.equal(layout.height, plotHeight(undefined, 'half'));
  assert.equal((layout.legend as { orientation: string }).orientation, 'v');
  assert.deepEqual(layout.xaxis, { range: [0, 1] });
  assert.equal(layout.yaxis!.type, 'log');
  assert.equal(layout.yaxis!.nticks, 3, 'no digit at every line between decades');
  assert.equal(layout.yaxis!.ticklabeloverflow, 'allow', 'numbers need not be measured again');
  assert.equal(layout.yaxis!.tickformat, '~g', 'in full');
  assert.equal((layout.template as { layout: { font: { family: string } } }).layout.font.family, 'T');
});

test('heights', () => {
  assert.ok(plotHeight({}, 'full') > plotHeight({}, 'quarter'));
  assert.equal(plotHeight({ height: 500 }, 'full'), 500);
  assert.equal(plotHeight({ height: 1e9 }, 'full'), 2000);
  assert.equal(plotHeight({ grid: { rows: 3 } }, 'full'), 720);
});

test('ranges from plotly’s events', () => {
  const log = { xaxis: { type: 'log' } };
  const date = { xaxis: { type: 'date' } };
  assert.deepEqual(rangeFromEvent({ 'xaxis.range[0]': 1, 'xaxis.range[1]': 5 }, {}), [1, 5]);
  assert.deepEqual(rangeFromEvent({ 'xaxis.range': [5, 1] }, {}), [1, 5]);
  assert.deepEqual(rangeFromEvent({ 'xaxis2.range[0]': 1, 'xaxis2.range[1]': 2 }, {}), [1, 2]);
  assert.deepEqual(rangeFromEvent({ 'xaxis.range[0]': 0, 'xaxis.range[1]': 3 }, log), [1, 1000]);
  assert.deepEqual(rangeFromEvent({ 'xaxis.range[0]': '2026-11-21 09:30', 'xaxis.range[1]': '2026-11-22' }, date),
                   [Date.UTC(2026, 10, 21, 9, 30), Date.UTC(2026, 10, 22)]);
  assert.deepEqual(rangeFromEvent({ 'xaxis.range[0]': '2026-11-21 09:30:05.25', 'xaxis.range[1]': '2026-11-21 10:00:00' }, date)?.[0],
                   Date.UTC(2026, 10, 21, 9, 30, 5, 250));
  assert.equal(rangeFromEvent({ 'xaxis.autorange': true }, {}), 'all');
  assert.equal(rangeFromEvent({ 'yaxis.range[0]': 1, 'yaxis.range[1]': 2 }, {}), undefined);
  assert.equal(rangeFromEvent({ autosize: true }, {}), undefined);
  assert.equal(rangeFromEvent({ 'xaxis.range[0]': 'x', 'xaxis.range[1]': 2 }, {}), undefined);
});

test('an update that was overtaken while plotly loaded is not drawn', async () => {
  const { body, context, drawn } = setup();
  const view = figureKind('plot').create(body, context);
  const first = view.update({ data: [{ name: 'old' }], layout: {} });
  const second = view.update({ data: [{ name: 'new' }], layout: {} });
  await Promise.all([first, second]);
  await settle();
  assert.deepEqual(drawn.map(({ data }) => (data[0] as { name: string }).name), ['new']);
});

test('paper gets plots without controls', async () => {
  const { body, context, drawn } = setup();
  context.settings.apply({ mode: 'print' });
  await figureKind('plot').create(body, context).update({ data: [{}], layout: {} });
  assert.equal(drawn[0]!.config.staticPlot, true);
  assert.equal(drawn[0]!.config.displaylogo, false);
});

test('cells as numbers and as words', () => {
  assert.equal(cellNumber('1\u202f200'), 1200);
  assert.equal(cellNumber('−3.5e-2'), -0.035);
  assert.equal(cellNumber('95 %'), 95);
  assert.equal(cellNumber('1\u202f234.5 ± 0.2'), 1234.5);
  assert.equal(cellNumber('4 (2 … 6)'), 4);
  assert.equal(cellNumber('seed (3)'), undefined);
  assert.equal(cellNumber('–'), undefined);
  assert.equal(cellNumber(''), undefined);
  assert.deepEqual(['10', '9', 'b', '', 'a', '–', '1e-5'].sort((a, b) => compareCells(a, b, false)), ['1e-5', '9', '10', 'a', 'b', '', '–']);
  assert.deepEqual(['10', '', '9', 'NaN'].sort((a, b) => compareCells(a, b, true)), ['10', '9', '', 'NaN']);
});

test('a table sorts by its heads and keeps the order over updates', () => {
  const { body, context } = setup();
  const content = { columns: [{ name: 'run', align: 'left' }, { name: 'loss', align: 'right' }], rows: [['a', '10'], ['b', '9'], ['c', '–']] };
  const view = figureKind('table').create(body, context);
  const firstColumn = () => Array.from(body.querySelectorAll('tbody tr'), (row) => row.firstElementChild!.textContent);
  const clickLoss = () => body.querySelectorAll<HTMLElement>('th button')[1]!.click();
  view.update(content);
  assert.deepEqual(firstColumn(), ['a', 'b', 'c']);
  clickLoss();
  assert.deepEqual(firstColumn(), ['b', 'a', 'c']);
  assert.equal(body.querySelectorAll('th')[1]!.getAttribute('aria-sort'), 'ascending');
  view.update({ ...content, rows: [...content.rows, ['d', '1']] });
  assert.deepEqual(firstColumn(), ['d', 'b', 'a', 'c']);
  clickLoss();
  assert.deepEqual(firstColumn(), ['a', 'b', 'd', 'c']);
  clickLoss();
  assert.deepEqual(firstColumn(), ['a', 'b', 'c', 'd']);
  assert.deepEqual(sortedRows(content as never, { column: 'gone', descending: false }), content.rows);
});

test('pictures that stay keep their element, foreign addresses are not loaded', () => {
  const { body, context } = setup();
  const view = figureKind('media').create(body, context);
  const item = (src: string) => ({ src, kind: 'image', text: '', caption: 'c', step: 1, run: 'r' });
  view.update({ items: [item('plotleaf://media/1')] });
  const image = body.querySelector('img');
  view.update({ items: [item('plotleaf://media/2'), item('plotleaf://media/1'), item('http://127.0.0.1/x')] });
  assert.equal(body.querySelectorAll('img')[1], image);
  assert.equal(body.querySelectorAll('img').length, 2);
});

test('a film says when it cannot be played, and paper waits for it', async () => {
  const { body, context } = setup();
  figureKind('media').create(body, context)
    .update({ items: [{ src: 'plotleaf://media/film', kind: 'video', text: '', caption: 'c', step: 1, run: 'r' }] });
  const video = body.querySelector('video')!;
  assert.ok(video.controls);
  let isIdle = false;
  const idle = context.work.idle().then(() => { isIdle = true; });
  await settle();
  assert.ok(!isIdle);
  video.dispatchEvent(new Event('error'));
  await idle;
  assert.equal(body.querySelector('video'), null);
  assert.equal(body.querySelector('.pl-missing')?.textContent, context.settings.strings.filmFailed);
});

test('a page that a run logged is shown without what it could do', () => {
  const { body, context } = setup();
  const text = '<h1 id="links" onclick="x()">T</h1><script>x()</script><iframe src="https://example.org/"></iframe>'
    + '<table><tr><td>1</td></tr></table><svg><g id="g"></g></svg>';
  figureKind('media').create(body, context).update({ items: [{ src: '', kind: 'html', text, caption: 'c', step: 1, run: 'r' }] });
  const page = body.querySelector('.pl-media-page')!;
  assert.equal(page.querySelector('td')?.textContent, '1');
  assert.equal(page.querySelector('script, iframe, [onclick], .pl-block'), null);
  assert.equal(page.querySelector('h1')?.id, ''); // a heading of the report may be called so
  assert.ok(page.querySelector('#g')); // drawings refer to their own parts
});

test('texts of figures are never HTML', () => {
  const evil = '<img src=x onerror=1>';
  const contents: [string, object][] = [
    ['message', { severity: 'error', title: evil, text: evil, suggestions: [evil] }],
    ['scalar', { items: [{ label: evil, value: 1, text: evil, detail: evil }] }],
    ['table', { columns: [{ name: evil, align: 'left' }], rows: [[evil]] }],
    ['media', { items: [{ src: '', kind: 'text', text: evil, caption: evil, step: 1, run: evil }] }],
  ];
  for (const [name, content] of contents) {
    const { body, context } = setup();
    figureKind(name).create(body, context).update(content);
    assert.equal(body.querySelector('img'), null, name);
    assert.ok(body.textContent?.includes(evil), name);
  }
});

test('narrow panels fill rows', () => {
  assert.deepEqual(rowStarts(['half', 'half', 'half']), [true, false, true]);
  assert.deepEqual(rowStarts(['third', 'third', 'third', 'quarter']), [true, false, false, true]);
  assert.deepEqual(rowStarts(['half', 'quarter', 'quarter', 'half']), [true, false, false, true]);
  assert.deepEqual(rowStarts(['third', 'half', 'half']), [true, false, true]);
});

test('the time of the data', () => {
  const now = new Date('2026-11-21T12:00:00');
  assert.match(shortTime('2026-11-21T09:30:00', 'en', now), /9:30/);
  assert.match(shortTime('2026-11-20T09:30:00', 'en', now), /Nov 20, 2026/);
  assert.equal(shortTime('never', 'en', now), 'never');
});
