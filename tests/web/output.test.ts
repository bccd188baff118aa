import assert from 'node:assert/strict';
import test from 'node:test';
import { DataUrls } from '../src/output/data_urls.ts';
import { fitToPage, keepHeadings } from '../src/output/fit.ts';
import { filesOf, snapshot } from '../src/output/snapshot.ts';
import { openShell, sourceFile } from './support/dom.ts';

function sized(element: HTMLElement, sizes: Record<string, number>): HTMLElement {
  for (const [name, value] of Object.entries(sizes)) Object.defineProperty(element, name, { value, configurable: true });
  return element;
}

function wideTable(clientWidth: number, scrollWidth: number) {
  const document = openShell();
  const root = document.createElement('div');
  root.innerHTML = '<div class="pl-table"><table></table></div>';
  const frame = sized(root.firstElementChild as HTMLElement, { clientWidth, scrollWidth });
  const table = sized(frame.firstElementChild as HTMLElement, { scrollWidth });
  fitToPage(root);
  return { frame, zoom: table.style.getPropertyValue('--zoom'), width: table.style.width };
}

test('what fits is left alone', () => {
  assert.equal(wideTable(600, 600).zoom, '');
});

test('what is wider than the page is shrunk to it', () => {
  const { frame, zoom } = wideTable(600, 800);
  assert.equal(zoom, '0.75');
  assert.equal(frame.className, 'pl-table');
});

test('what would be too small to read has its words broken instead', () => {
  const { frame, zoom, width } = wideTable(600, 6000);
  assert.equal(zoom, '0.5');
  assert.equal(width, '1200px');
  assert.ok(frame.classList.contains('pl-squeezed'));
});

test('a heading keeps what follows: some lines, or all of what cannot be cut, and the distance to it', () => {
  const document = openShell();
  let end = 0;
  const block = (html: string, height: number) => {
    const element = document.createElement('div');
    element.innerHTML = html;
    if (/^<h/.test(html)) element.className = 'pl-heads';
    const top = end + 10;
    end = top + height;
    element.getBoundingClientRect = () => ({ top, bottom: top + height }) as DOMRect;
    return element;
  };
  const blocks = [
    block('<h1>a</h1>', 50), block('<h2>b</h2>', 40), block('<p>short</p>', 30),
    block('<h2>c</h2>', 40), block('<p>long</p>', 900),
    block('<h2>d</h2>', 40), block('<div class="pl-panel" data-type="line"></div>', 420),
    block('<h2>e</h2>', 40), block('<div class="pl-panel" data-type="line"></div>', 5000),
    block('<h2>f</h2>', 40),
  ];
  keepHeadings(blocks);
  const kept = blocks.filter((each) => each.className).map((each) => each.style.getPropertyValue('--keep'));
  assert.deepEqual(kept, ['90px', '40px', '90px', '442px', '640px', '0px']);
});

test('the files that a static copy needs, and what becomes of them in it', async () => {
  const document = openShell();
  const root = document.querySelector('main')!;
  root.innerHTML = '<h1>T</h1><img src="plotleaf://asset/a.png"><img src="data:image/png;base64,AA"><script>x</script>';
  assert.deepEqual(filesOf(root), ['plotleaf://asset/a.png']);
  const files = new DataUrls();
  const html = snapshot(root, { get: (url: string) => (url === 'plotleaf://asset/a.png' ? 'data:image/png;base64,BB' : files.get(url)) } as DataUrls);
  assert.match(html, /base64,AA/);
  assert.match(html, /base64,BB/);
  assert.doesNotMatch(html, /plotleaf:|<script/);
});

test('plots of the static copy keep their shape at any width', () => {
  const document = openShell();
  const root = document.querySelector('main')!;
  root.innerHTML = '<div class="pl-plot" style="height: 300px"><div class="svg-container"><svg class="main-svg" width="600" height="300"></svg>'
    + '<svg class="main-svg" width="600" height="300"></svg><div class="modebar-container">x</div></div></div>';
  const html = snapshot(root, new DataUrls());
  assert.equal(html.match(/viewBox="0 0 600 300"/g)?.length, 2);
  assert.match(html, /aspect-ratio: 600 \/ 300/);
  assert.doesNotMatch(html, /height: 300px|modebar-container">/);
  assert.ok(root.querySelector('.pl-plot')?.hasAttribute('style'), 'the page itself stays as it is');
});

test('the static copy is dark where its reader is, and what was drawn keeps its colours', () => {
  const document = openShell();
  document.documentElement.dataset.theme = 'dark'; // of the window that exports
  const style = document.createElement('style');
  style.textContent = sourceFile('resources/web/src/css/theme.css');
  document.head.append(style);
  const html = snapshot(document.querySelector('main')!, new DataUrls());
  assert.match(html, /<html [^>]*data-theme="light"/);
  const dark = /@media screen and \(prefers-color-scheme: dark\) \{([^]*)\n\}/.exec(html)?.[1] ?? '';
  const [page, drawn] = dark.split('[data-mode="export"] :is');
  assert.match(page!, /--surface: #1a201f;/);
  assert.match(drawn!, /\.pl-plot[^]*--surface: #ffffff;/);
});

test('style text cannot end the style element', () => {
  const document = openShell();
  const style = document.createElement('style');
  style.textContent = '.a::before { content: "</style><b>"; }';
  document.head.append(style);
  assert.doesNotMatch(snapshot(document.querySelector('main')!, new DataUrls()), /<\/style><b>/);
});
