import assert from 'node:assert/strict';
import test from 'node:test';
import { levelRows } from '../src/panels/row_height.ts';
import { openShell } from './support/dom.ts';

/** jsdom lays nothing out: heights are given, and parts of a panel stand below one another. */
function sized(element: HTMLElement, height: number, top = 0): HTMLElement {
  Object.defineProperty(element, 'offsetHeight', { value: height, configurable: true });
  Object.defineProperty(element, 'offsetTop', { value: top, configurable: true });
  return element;
}

/** A block with a panel whose head, content and small print are so high. */
function block(document: Document, start: boolean, head: number, content: number, foot: number): HTMLElement {
  const whole = document.createElement('div');
  whole.dataset.width = 'half';
  whole.classList.toggle('pl-row-start', start);
  const panel = document.createElement('div');
  panel.className = 'pl-panel';
  panel.style.padding = '10px';
  const body = document.createElement('div');
  body.className = 'pl-panel-body';
  body.append(sized(document.createElement('p'), content, head));
  // The body is as high as the row makes it, which must not count.
  panel.append(sized(document.createElement('header'), head), sized(body, 5000, head), sized(document.createElement('footer'), foot));
  whole.append(panel);
  document.body.append(whole);
  return whole;
}

const heightOf = (whole: HTMLElement) => (whole.firstElementChild as HTMLElement).style.getPropertyValue('--row-height');

test('a row is as high as its tallest panel', () => {
  const document = openShell();
  const row = [block(document, true, 20, 300, 0), block(document, false, 0, 300, 30)];
  const next = [block(document, true, 20, 100, 0), block(document, false, 20, 100, 0)];
  levelRows([row[1]!]);
  assert.deepEqual(row.map(heightOf), ['350px', '350px']);
  assert.deepEqual(next.map(heightOf), ['', ''], 'another row is left alone');
  levelRows([...row, ...next]);
  assert.deepEqual(next.map(heightOf), ['140px', '140px']);
});

test('a row shrinks again with its content', () => {
  const document = openShell();
  const row = [block(document, true, 20, 300, 0), block(document, false, 20, 100, 0)];
  levelRows(row);
  assert.deepEqual(row.map(heightOf), ['340px', '340px']);
  sized(row[0]!.querySelector('p')!, 200, 20);
  levelRows(row);
  assert.deepEqual(row.map(heightOf), ['240px', '240px']);
});

test('all rows are read before any is written', () => {
  const document = openShell();
  const rows = [0, 1].flatMap(() => [block(document, true, 20, 300, 0), block(document, false, 20, 100, 0)]);
  const order: string[] = [];
  for (const whole of rows) {
    const { style } = whole.firstElementChild as HTMLElement;
    const write = style.setProperty.bind(style);
    style.setProperty = (...values: Parameters<typeof write>) => {
      order.push('write');
      write(...values);
    };
    const content = whole.querySelector('p')!;
    const height = content.offsetHeight;
    Object.defineProperty(content, 'offsetHeight', {
      get: () => {
        order.push('read');
        return height;
      },
    });
  }
  levelRows(rows);
  assert.ok(order.lastIndexOf('read') < order.indexOf('write'), order.join(' '));
  assert.equal(order.filter((what) => what === 'write').length, 4);
});

test('a panel alone in its row has its own height, a hidden head takes none', () => {
  const document = openShell();
  const alone = block(document, true, 20, 300, 0);
  const row = [block(document, true, 20, 300, 0), block(document, false, 20, 310, 0)];
  row[1]!.querySelector('header')!.hidden = true;
  levelRows([alone, ...row]);
  assert.equal(heightOf(alone), '0');
  assert.equal(heightOf(row[0]!), '340px');
});

test('blocks that are no narrow panels are passed over', () => {
  const document = openShell();
  const text = document.createElement('div');
  text.append(document.createElement('p'));
  document.body.append(text);
  levelRows([text]);
  assert.equal((text.firstElementChild as HTMLElement).style.getPropertyValue('--row-height'), '');
});
