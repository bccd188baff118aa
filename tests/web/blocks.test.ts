import assert from 'node:assert/strict';
import test from 'node:test';
import { BlockList, type BlockText, type Patch } from '../src/blocks/block_list.ts';
import { chunkSize } from '../src/blocks/chunks.ts';
import { Sanitizer } from '../src/blocks/sanitizer.ts';
import { openShell } from './support/dom.ts';
import { Random } from './support/random.ts';

function newList() {
  const document = openShell();
  const root = document.querySelector<HTMLElement>('main')!;
  const made: Element[] = [];
  const list = new BlockList(root, new Sanitizer(window as never, document), (chunk) => made.push(chunk));
  return { root, list, made };
}

/** Blocks of one line with an empty line between them. */
function texts(names: readonly string[], firstLine: number): BlockText[] {
  return names.map((name, i) => ({ hash: name, first: firstLine + 2 * i, last: firstLine + 2 * i, html: `<p>${name}</p>` }));
}

function edit(version: number, start: number, remove: number, names: readonly string[], total: number): Patch {
  return { version, start, remove, insert: texts(names, 2 * start), shift: 2 * (names.length - remove), total };
}

function shownText(root: Element): string[] {
  return Array.from(root.querySelectorAll('.pl-chunk > .pl-block'), (block) => block.textContent ?? '');
}

test('random edits show what a fresh rendering shows', () => {
  const random = new Random('random edits');
  const { root, list, made } = newList();
  let names: string[] = [];
  for (let version = 1; version <= 150; ++version) {
    const start = random.below(names.length + 1);
    const remove = random.next() < 0.05 ? names.length - start : random.below(Math.min(6, names.length - start + 1));
    const count = random.next() < 0.05 ? random.below(400) : random.below(5);
    const inserted = Array.from({ length: count }, (_, i) => `${version}.${i}`);
    names = [...names.slice(0, start), ...inserted, ...names.slice(start + remove)];
    list.apply(edit(version, start, remove, inserted, names.length), () => undefined);
    assert.deepEqual(shownText(root), names);
    assert.deepEqual(list.blocks.map((block) => block.hash), names);
    assert.deepEqual(list.blocks.map((block) => block.first), names.map((_, i) => 2 * i));
    for (const chunk of root.children) {
      assert.ok(chunk.childElementCount > 0 && chunk.childElementCount <= 2 * chunkSize, `${chunk.childElementCount} blocks in a chunk`);
    }
  }
  for (const chunk of root.children) assert.ok(made.includes(chunk), 'every chunk is told about');
});

test('blocks that an edit does not name keep their elements', () => {
  const { list } = newList();
  const names = Array.from({ length: 300 }, (_, i) => `b${i}`);
  list.apply(edit(1, 0, 0, names, 300), () => undefined);
  const before = list.blocks.map((block) => block.element);
  list.apply(edit(2, 120, 1, ['new'], 300), () => undefined);
  const after = list.blocks.map((block) => block.element);
  assert.equal(after.filter((element, i) => element !== before[i]).length, 1);
  assert.notEqual(after[120], before[120]);
});

test('lines sent for every block win over the shift', () => {
  const { list } = newList();
  list.apply(edit(1, 0, 0, ['a', 'b', 'c'], 3), () => undefined);
  list.apply({ version: 2, start: 1, remove: 0, insert: [], shift: 0, lines: [5, 6, 8, 9, 11, 12], total: 3 }, () => undefined);
  assert.deepEqual(list.blocks.map(({ first, last }) => [first, last]), [[5, 6], [8, 9], [11, 12]]);
});

test('a patch that points outside is bounded', () => {
  const { root, list } = newList();
  list.apply(edit(1, 0, 0, ['a'], 1), () => undefined);
  list.apply({ version: 2, start: 99, remove: 5, insert: texts(['z'], 2), shift: 0, total: 2 }, () => undefined);
  list.apply({ version: 3, start: -4, remove: 0, insert: texts(['y'], 0), shift: 2, total: 3 }, () => undefined);
  assert.deepEqual(shownText(root), ['y', 'a', 'z']);
});

test('the first line of whatever stands in a block', () => {
  const { root, list } = newList();
  list.apply(edit(1, 0, 0, ['a', 'b', 'c'], 3), () => undefined);
  assert.equal(list.firstLineOf(root.querySelectorAll('p')[1]!), 2);
  assert.equal(list.firstLineOf(root), undefined);
});

test('a long document is cut into chunks', () => {
  const { root, list } = newList();
  list.apply(edit(1, 0, 0, Array.from({ length: 120 }, (_, i) => `b${i}`), 120), () => undefined);
  assert.deepEqual(Array.from(root.children, (chunk) => chunk.childElementCount), [50, 50, 20]);
});
