import assert from 'node:assert/strict';
import test from 'node:test';
import type { BlockText } from '../src/blocks/block_list.ts';
import { ReportPage } from '../src/report_page.ts';
import { publishPart, type PartTypes } from '../src/part_registry.ts';
import type { Mode } from '../src/settings.ts';
import { comeNear, openShell, settle } from './support/dom.ts';
import { RecordingHost } from './support/host.ts';

function open(mode: Mode = 'screen') {
  delete (globalThis as { plotleafParts?: object }).plotleafParts;
  const document = openShell();
  const host = new RecordingHost();
  const page = new ReportPage(document, host);
  page.configure({ mode });
  let version = 0;
  let total = 0;
  /** Replaces `remove` blocks at `start` by one block for each text; each takes two lines. */
  const edit = (start: number, remove: number, ...html: string[]) => {
    total += html.length - remove;
    const insert: BlockText[] = html.map((text, i) => ({ hash: `${++version}`, first: 2 * (start + i), last: 2 * (start + i), html: text }));
    page.patch({ version, start, remove, insert, shift: 2 * (html.length - remove), total });
  };
  const $ = (selector: string) => document.querySelector<HTMLElement>(selector)!;
  return { document, host, page, edit, $ };
}

const panel = (key: string, yaml = 'type: scalar') => `<div class="pl-panel" data-panel="${key}" data-type="scalar"><pre>${yaml}</pre></div>`;
const scalarFigure = (text: string, more = {}) => {
  return { kind: 'scalar', title: 'T', width: 'full', live: false, notes: [], content: { items: [{ label: 'l', value: 1, text, detail: '' }] }, ...more } as never;
};
/** jsdom loads no style sheets. */
function stylesArrive(): void {
  for (const link of document.querySelectorAll('link')) link.dispatchEvent(new window.Event('load'));
}

const fakeMath: PartTypes['math'] = {
  render: (tex) => {
    if (tex === 'bad') throw new Error('KaTeX parse error: no');
    return `<b>${tex.length}</b>`;
  },
};

test('a version is told as shown after it was put on screen', async () => {
  const { host, edit } = open();
  edit(0, 0, '<p>a</p>');
  assert.deepEqual(host.of('shown'), []);
  await settle();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(host.of('shown'), [[1]]);
});

test('a patch that does not fit is refused', () => {
  const { page } = open();
  assert.throws(() => page.patch({ version: 1, start: 0, remove: 0, insert: [], shift: 0, total: 7 }), /0 blocks are shown, there should be 7/);
});

test('panels live through edits around them, and are moved, not made again', () => {
  const { host, page, edit, $ } = open();
  edit(0, 0, '<p>a</p>', panel('k'), '<p>b</p>');
  const before = $('.pl-panel');
  page.figure('k', scalarFigure('42'));
  comeNear(before);
  const value = $('.pl-value');
  edit(0, 3, '<p>new</p>', '<p>more</p>', panel('k'));
  assert.equal($('.pl-panel'), before);
  assert.equal($('.pl-value'), value);
  assert.equal($('.pl-block:last-child .pl-value').textContent, '42');
  assert.deepEqual(host.of('panelVisible').map(([key, visible]) => [key, visible]), [['k', true]]);
});

test('a panel that is edited away is told as hidden and forgotten', () => {
  const { host, page, edit, $ } = open();
  edit(0, 0, panel('k'), panel('l'));
  comeNear($('[data-panel="k"]'));
  edit(0, 1, '<p>x</p>');
  assert.deepEqual(host.of('panelVisible').at(-1), ['k', false, 0]);
  page.figure('k', scalarFigure('late'));
  assert.equal($('.pl-value'), null);
});

test('far from the view a figure waits; near it is drawn', () => {
  const { page, edit, $ } = open();
  edit(0, 0, panel('k', 'title: Mine # comment\nwidth: half'));
  assert.equal($('.pl-panel-title').textContent, 'Mine');
  assert.equal($('.pl-block').dataset.width, 'half');
  page.figure('k', scalarFigure('1'));
  assert.equal($('.pl-value'), null);
  comeNear($('.pl-panel'));
  assert.equal($('.pl-value').textContent, '1');
  assert.equal($('.pl-panel-title').textContent, 'T');
  assert.equal($('.pl-block').dataset.width, undefined, 'core’s width is the one that counts');
});

test('live and dated panels say so, notes stand below', () => {
  const { page, edit, $ } = open();
  edit(0, 0, panel('k'));
  comeNear($('.pl-panel'));
  page.figure('k', scalarFigure('1', { live: true, notes: ['3 damaged records skipped'] }));
  assert.equal($('.pl-live').textContent, 'Live');
  assert.match($('.pl-panel-foot').textContent!, /damaged/);
  page.figure('k', scalarFigure('1', { asOf: '2026-11-21T09:00:00Z' }));
  assert.equal($('.pl-live'), null);
  assert.equal(($('.pl-as-of') as HTMLTimeElement).dateTime, '2026-11-21T09:00:00Z');
});

test('what another page shows too is linked, on screen only', () => {
  const original = 'https://clearml.example/projects/*/tasks/1/output/scalars';
  for (const mode of ['screen', 'print'] as const) {
    const { page, edit, $ } = open(mode);
    edit(0, 0, panel('k'));
    comeNear($('.pl-panel'));
    page.figure('k', scalarFigure('1', { original }));
    const link = $('.pl-panel-head .pl-original') as HTMLAnchorElement | null;
    assert.equal(link?.getAttribute('href'), mode === 'screen' ? original : undefined);
    if (link) assert.equal(link.getAttribute('aria-label'), 'Open the original');
  }
});

test('what cannot be had any newer says so and why, and is not live', () => {
  const { page, edit, $ } = open();
  edit(0, 0, panel('k'));
  comeNear($('.pl-panel'));
  page.figure('k', scalarFigure('1', { stale: 'There is no folder “runs”.', asOf: '2026-11-21T09:00:00Z', notes: ['note'] }));
  assert.ok($('.pl-as-of').classList.contains('pl-stale'));
  assert.equal($('.pl-panel-foot').firstElementChild!.textContent, 'There is no folder “runs”.');
  assert.equal($('.pl-panel-foot').childElementCount, 2);
  page.figure('k', scalarFigure('2', { asOf: '2026-11-21T09:00:01Z' }));
  assert.ok(!$('.pl-as-of').classList.contains('pl-stale'), 'the source is back');
  assert.equal($('.pl-stale-reason'), null);
});

test('a row becomes lower when a message takes the place of what was waited for', async () => {
  const { page, edit, document, $ } = open();
  edit(0, 0, panel('k', 'width: half'), panel('l', 'width: half'));
  for (const each of document.querySelectorAll<HTMLElement>('.pl-panel')) each.style.setProperty('--row-height', '300px');
  comeNear($('.pl-panel'));
  page.figure('k', scalarFigure('1', { width: 'half' }));
  await settle();
  assert.notEqual($('.pl-panel').style.getPropertyValue('--row-height'), '300px');
});

test('in a narrow panel the mark stands below, where there is room', () => {
  const { page, edit, $ } = open();
  edit(0, 0, panel('k', 'width: third'));
  comeNear($('.pl-panel'));
  page.figure('k', scalarFigure('1', { width: 'third', stale: 'gone', asOf: '2026-11-21T09:00:00Z' }));
  assert.ok($('.pl-panel-foot .pl-as-of').classList.contains('pl-stale'));
  assert.equal($('.pl-panel-head .pl-as-of'), null);
});

test('paper says when the data is from, not that it is live', async () => {
  const { page, edit, $ } = open('print');
  edit(0, 0, panel('k'));
  page.figure('k', scalarFigure('1', { live: true, asOf: '2026-11-21T09:00:00Z' }));
  assert.equal($('.pl-live'), null);
  assert.match($('.pl-as-of').textContent!, /As of/);
});

test('a second panel with the key of a living one stays text', () => {
  const { edit, document } = open();
  edit(0, 0, panel('k'), panel('k'));
  assert.equal(document.querySelectorAll('.pl-panel-head').length, 1);
  assert.equal(document.querySelectorAll('.pl-panel > pre').length, 1);
});

test('a part is asked for once, when something near needs it', async () => {
  const { host, page, edit, document, $ } = open();
  edit(0, 0, '<p><span class="pl-math">x^2</span> <span class="pl-math">y</span></p>');
  assert.deepEqual(host.of('need'), []);
  for (const element of document.querySelectorAll('.pl-math')) comeNear(element);
  assert.deepEqual(host.of('need'), [['math']]);
  publishPart('math', fakeMath);
  page.loaded('math');
  await settle();
  assert.equal($('.pl-math').innerHTML, '<b>3</b>');
  edit(1, 0, '<p><span class="pl-math">abcde</span></p>');
  assert.equal($('.pl-block:last-child .pl-math').innerHTML, '<b>5</b>', 'at once, now that the part is here');
  assert.deepEqual(host.of('need'), [['math']]);
});

test('a wrong formula shows its text and what is wrong', async () => {
  const { page, edit, $ } = open('print');
  publishPart('math', fakeMath);
  edit(0, 0, '<p><span class="pl-math">bad</span></p>');
  assert.equal($('.pl-math').textContent, 'bad');
  stylesArrive();
  assert.deepEqual((await page.whenDrawn()).problems, ['Formula not understood: no']);
});

test('a panel that could not be drawn is told, one that only has a remark is not', async () => {
  const { page, edit } = open('print');
  const said = (severity: string, title: string) => ({ kind: 'message', title: 'T', width: 'full', live: false, notes: [], content: { severity, title, text: 'Because.', suggestions: [] } }) as never;
  edit(0, 0, panel('k'), panel('l'));
  page.figure('k', said('error', 'No such run.'));
  page.figure('l', said('info', 'Nothing yet.'));
  assert.deepEqual((await page.whenDrawn()).problems, ['No such run. Because.']);
});

test('a chart that is edited away lets go of what it holds', async () => {
  const { page, edit } = open('print');
  let alive = 0;
  let arrive = () => {};
  publishPart('charts', {
    draw: async () => {
      await new Promise<void>((resolve) => (arrive = resolve));
      ++alive;
      return () => void --alive;
    },
  } as PartTypes['charts']);
  page.loaded('charts');
  const chart = (mark: string) => `<pre><code class="language-vega-lite">{"mark": "${mark}"}</code></pre>`;
  edit(0, 0, chart('bar'));
  arrive();
  await settle();
  assert.equal(alive, 1);
  edit(0, 1, chart('line'));
  assert.equal(alive, 0);
  // One that leaves while it is drawn.
  edit(0, 1, '<p>text</p>');
  arrive();
  await settle();
  assert.equal(alive, 0);
});

test('on paper everything is drawn without being looked at', async () => {
  const { host, page, edit, $ } = open('print');
  edit(0, 0, '<p><span class="pl-math">x</span></p>', '<details><summary>s</summary>t</details>', panel('k'));
  assert.deepEqual(host.of('need'), [['math']]);
  assert.equal(host.of('panelVisible')[0]![0], 'k');
  assert.ok($('details').hasAttribute('open'));
  let drawn = false;
  const done = page.whenDrawn().then(() => (drawn = true));
  await settle();
  assert.equal(drawn, false, 'the formula is missing');
  publishPart('math', fakeMath);
  page.loaded('math');
  page.figure('k', scalarFigure('7'));
  await settle();
  stylesArrive();
  await done;
  assert.equal($('.pl-value').textContent, '7');
  assert.deepEqual(host.of('drawn'), [['{"problems":[]}']]);
});

test('what is not shown for safety is a problem on paper, which is light', async () => {
  const { page, edit, document } = open('print');
  page.configure({ theme: 'dark' });
  assert.equal(document.documentElement.dataset.theme, 'light');
  edit(0, 0, '<p><img src="https://example.org/a.png"></p>', '<iframe src="https://app.example.org/w"></iframe>');
  assert.equal(document.querySelector('button'), null);
  assert.deepEqual((await page.whenDrawn()).problems, ['Image from example.org is not loaded', 'This frame is not shown yet: https://app.example.org/w']);
});

test('what core could not render is a problem too', async () => {
  const { page, edit } = open('print');
  edit(0, 0, '<div class="pl-problem">too deep</div>');
  assert.deepEqual((await page.whenDrawn()).problems, ['too deep']);
});

test('a run set is shown as its text and waits for nothing', async () => {
  const { host, page, edit, $ } = open('print');
  edit(0, 0, '<div class="pl-panel" data-panel="s" data-type="runset"><pre>project: a</pre></div>');
  assert.equal($('.pl-panel pre').textContent, 'project: a');
  assert.deepEqual((await page.whenDrawn()).problems, []);
  assert.deepEqual(host.of('panelVisible'), []);
});

test('a panel without a figure is a problem on paper', async () => {
  const { page, edit } = open('print');
  edit(0, 0, panel('k'));
  assert.deepEqual((await page.whenDrawn()).problems, ['Waiting for data']);
});

test('code is coloured and can be copied', () => {
  const { host, edit, $ } = open();
  publishPart('code', { highlight: (code, language) => (language === 'python' ? `<i>${code}</i>` : undefined) });
  edit(0, 0, '<pre><code class="language-python">x = 1</code></pre>', '<pre><code class="language-unknown">y</code></pre>');
  assert.equal($('code').innerHTML, '<i>x = 1</i>');
  assert.equal($('.pl-block:last-child code').innerHTML, 'y');
  $('.pl-copy').click();
  assert.deepEqual(host.of('copyAsked'), [['x = 1']]);
});

test('a diagram keeps its last picture while its text is wrong', async () => {
  const { edit, $ } = open();
  publishPart('diagrams', { render: (source) => source === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(`<svg><g id="${source}"></g></svg>`) });
  const diagram = (source: string) => `<pre class="pl-diagram" data-language="mermaid">${source}</pre>`;
  edit(0, 0, diagram('one'));
  await settle();
  assert.ok($('.pl-diagram svg #one'));
  edit(0, 1, diagram('bad'));
  assert.ok($('.pl-diagram svg #one'), 'while the new one is drawn');
  await settle();
  assert.ok($('.pl-diagram svg #one'));
  assert.match($('.pl-mistake').textContent!, /no/);
  edit(0, 1, diagram('two'));
  await settle();
  assert.ok($('.pl-diagram svg #two'));
  assert.equal($('.pl-mistake'), null);
});

test('diagrams are drawn again in the colours of the other theme', async () => {
  const { page, edit, document, $ } = open();
  let count = 0;
  publishPart('diagrams', { render: () => Promise.resolve(`<svg><g id="n${++count}"></g></svg>`) });
  edit(0, 0, '<pre class="pl-diagram" data-language="mermaid">graph</pre>');
  await settle();
  document.documentElement.style.setProperty('--surface', 'black');
  page.configure({ theme: 'dark' });
  comeNear($('.pl-diagram'));
  await settle();
  assert.ok($('#n2'));
  assert.equal(document.documentElement.dataset.theme, 'dark');
});

test('links go to the host, anchors stay, nothing navigates', () => {
  const { host, edit, document } = open();
  edit(0, 0, '<p><a href="https://example.org/">a</a> <a href="#b">b</a> <a href="javascript:x()">c</a> '
             + '<a href="#none">d</a> <a href="#100%">e</a> <a href="other.md">f</a></p>', '<h2 id="b">B</h2>');
  let scrolledTo = '';
  window.Element.prototype.scrollIntoView = function (this: Element) {
    scrolledTo = this.id;
  };
  for (const link of document.querySelectorAll<HTMLElement>('p a')) {
    const event = new window.MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(event);
    assert.ok(event.defaultPrevented || !link.hasAttribute('href'));
  }
  assert.deepEqual(host.of('link'), [['https://example.org/'], ['#none'], ['#100%'], ['other.md']]);
  assert.equal(scrolledTo, 'b');
});

test('a ticked box tells its line', () => {
  const { host, edit, $ } = open();
  edit(0, 0, '<p>x</p>', '<ul><li class="pl-task"><input type="checkbox" data-line="0"></li><li class="pl-task"><input type="checkbox" data-line="1" disabled></li></ul>');
  const box = $('li:last-child input') as HTMLInputElement;
  assert.equal(box.disabled, false);
  box.click();
  assert.deepEqual(host.of('taskToggled'), [[3, true]]);
  assert.equal(box.checked, false, 'until the text says so');
});

test('remote pictures wait for consent', () => {
  const { host, page, edit, document, $ } = open();
  edit(0, 0, '<p><img src="https://example.org/a.png" alt="A"></p>', '<span class="pl-remote" data-remote="javascript:x()"></span>');
  assert.equal(document.querySelector('img'), null);
  $('.pl-remote button').click();
  assert.deepEqual(host.of('consentAsked'), [['https://example.org/a.png']]);
  page.remoteAllowed({ all: false, hosts: ['example.org'] });
  assert.equal(document.querySelector('img')!.getAttribute('src'), 'plotleaf://remote/?url=https%3A%2F%2Fexample.org%2Fa.png');
  edit(2, 0, '<p><img src="https://example.org/b.png"></p>', '<p><img src="https://other.org/c.png"></p>');
  assert.equal(document.querySelectorAll('img').length, 2);
  page.remoteAllowed({ all: true, hosts: [] });
  assert.equal(document.querySelectorAll('img').length, 3, 'what is no picture’s address never becomes one');
});

test('what waits for consent is told when it changes, and only then', () => {
  const { host, page, edit } = open();
  const image = (host: string) => `<p><img src="https://${host}/a.png"></p>`;
  edit(0, 0, '<p>none</p>');
  assert.deepEqual(host.of('imagesBlocked'), [[0, []]]);
  edit(1, 0, image('b.org'), image('a.org'), image('b.org'), '<span class="pl-remote" data-remote="javascript:x()"></span>');
  assert.deepEqual(host.of('imagesBlocked').at(-1), [3, ['a.org', 'b.org']]);
  edit(0, 1, '<p>still the same pictures</p>');
  assert.equal(host.of('imagesBlocked').length, 2);
  page.remoteAllowed({ all: false, hosts: ['b.org'] });
  assert.deepEqual(host.of('imagesBlocked').at(-1), [1, ['a.org']]);
  edit(2, 1);
  assert.deepEqual(host.of('imagesBlocked').at(-1), [0, []]);
});

test('many sites are counted but not all named', () => {
  const { host, edit } = open();
  edit(0, 0, Array.from({ length: 250 }, (_, i) => `<img src="https://h${i}.org/a.png">`).join(''));
  const [count, hosts] = host.of('imagesBlocked').at(-1) as [number, string[]];
  assert.deepEqual([count, hosts.length], [250, 100]);
});

test('a remote picture that did not come can be tried again', () => {
  const { host, page, edit, document, $ } = open();
  page.remoteAllowed({ all: true, hosts: [] });
  edit(0, 0, '<p><img src="https://example.org/a+b.png?c=%20d" alt="A" width="30"></p>');
  const address = $('img').getAttribute('src');
  $('img').dispatchEvent(new window.Event('error'));
  assert.equal($('.pl-remote span').textContent, 'A · Image from example.org could not be loaded');
  assert.deepEqual(host.of('imagesBlocked').at(-1), [0, []], 'it was allowed');
  $('.pl-remote button').click();
  assert.deepEqual([$('img').getAttribute('src'), $('img').getAttribute('width')], [address, '30']);
  assert.equal(document.querySelector('.pl-remote'), null);
  assert.deepEqual(host.of('consentAsked'), []);
});

test('a report that names our address for remote pictures is asked about like any other', () => {
  const { host, edit, $ } = open();
  edit(0, 0, '<p><img src="plotleaf://remote/?url=https%3A%2F%2Fexample.org%2Fa.png"></p>');
  $('img').dispatchEvent(new window.Event('error'));
  assert.deepEqual(host.of('imagesBlocked').at(-1), [1, ['example.org']]);
  $('.pl-remote button').click();
  assert.deepEqual(host.of('consentAsked'), [['https://example.org/a.png']]);
});

test('a picture that is not there leaves its words', async () => {
  const { page, edit, $ } = open('print');
  edit(0, 0, '<p><img src="plotleaf://asset/none.png" alt="matrix"></p>');
  $('img').dispatchEvent(new window.Event('error'));
  assert.equal($('.pl-missing').textContent, 'Image cannot be shown: matrix');
  assert.deepEqual((await page.whenDrawn()).problems, ['Image cannot be shown: matrix']);
});

test('the name of a picture that is not there may hold anything', () => {
  const { edit, $ } = open();
  edit(0, 0, '<p><img src="plotleaf://asset/50%.png"></p>');
  $('img').dispatchEvent(new window.Event('error'));
  assert.equal($('.pl-missing').textContent, 'Image cannot be shown: 50%.png');
  const name = '損失曲線'.repeat(20);
  edit(0, 1, `<p><img src="plotleaf://asset/${encodeURIComponent(name)}.png"></p>`);
  $('img').dispatchEvent(new window.Event('error'));
  assert.equal($('.pl-missing').textContent, `Image cannot be shown: ${name}.png`);
});

test('a picture whose error event has not come round yet is told all the same', async () => {
  const { page, edit, $ } = open('print');
  edit(0, 0, '<p><img src="plotleaf://asset/none.png" alt="matrix"></p>', '<p><img src="plotleaf://asset/there.png" alt="there"></p>');
  // As in Chromium between the failure and its event: nothing is loading any more, and nothing is there.
  const failed = { complete: { value: true }, naturalWidth: { value: 0 }, decode: { value: () => Promise.reject(new Error('broken')) } };
  Object.defineProperties($('[alt="matrix"]'), failed);
  // No size of its own, but a picture: an SVG without width and height.
  Object.defineProperties($('[alt="there"]'), { ...failed, decode: { value: () => Promise.resolve() } });
  assert.deepEqual((await page.whenDrawn()).problems, ['Image cannot be shown: matrix']);
  assert.ok($('[alt="there"]'));
});

test('the size of a picture seen before is kept free', () => {
  const { edit, $ } = open();
  edit(0, 0, '<p><img src="plotleaf://asset/a.png"></p>');
  Object.defineProperties($('img'), { naturalWidth: { value: 640 }, naturalHeight: { value: 480 } });
  $('img').dispatchEvent(new window.Event('load'));
  edit(0, 1, '<p>changed <img src="plotleaf://asset/a.png"></p>');
  assert.deepEqual([$('img').getAttribute('width'), $('img').getAttribute('height')], ['640', '480']);
});

test('the report’s own pictures have their room before they are loaded', () => {
  const { page, edit, document } = open();
  page.assetSizes({ 'a plot (1).png': [640, 480], 'b.png': [20, 10] });
  edit(0, 0, '<p><img src="plotleaf://asset/a%20plot%20(1).png"><img src="plotleaf://asset/b.png" width="10"><img src="plotleaf://asset/100%.png"></p>');
  const [plot, small, odd] = document.querySelectorAll('img');
  assert.deepEqual([plot!.getAttribute('width'), plot!.getAttribute('height')], ['640', '480']);
  assert.deepEqual([small!.getAttribute('height'), small!.style.aspectRatio], [null, '20 / 10']);
  assert.equal(odd!.hasAttribute('width'), false);
});

test('headings with ids are told for the outline, without the link on them', () => {
  const { page, edit } = open('print');
  edit(0, 0, '<h1 id="a">A <em>b</em></h1>', '<blockquote><h2 id="q">quoted</h2></blockquote>', '<h3 id="c">C</h3>');
  assert.deepEqual(page.headings(), [{ id: 'a', level: 1, text: 'A b' }, { id: 'c', level: 3, text: 'C' }]);
});

test('the static file holds no script, no control and no address of ours', async () => {
  const { page, edit } = open('export');
  publishPart('code', { highlight: () => undefined });
  edit(0, 0, '<h1 id="t">Title &amp; more</h1>', '<pre><code>x</code></pre>', '<p><img src="plotleaf://asset/a.png"><input type="checkbox" checked></p>', panel('k'));
  page.figure('k', scalarFigure('7'));
  const html = page.snapshot();
  assert.match(html, /^<!DOCTYPE html>/);
  assert.match(html, /<title>Title &amp; more<\/title>/);
  assert.match(html, /checked/);
  assert.match(html, />7</);
  assert.doesNotMatch(html, /<script|plotleaf:|pl-copy"|pl-anchor"|<link/);
});

test('translations replace the words', () => {
  const { page, edit, $, document } = open();
  page.configure({ language: 'de', strings: { panelWaiting: 'Warten' } });
  edit(0, 0, panel('k'));
  assert.equal($('.pl-waiting').textContent, 'Warten');
  assert.equal(document.documentElement.lang, 'de');
});
