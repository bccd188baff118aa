import assert from 'node:assert/strict';
import test from 'node:test';
import { lastAtMost, lineAtTop, topOfLine, type LineBox, type LineBoxes } from '../src/scroll/line_map.ts';
import { Random } from './support/random.ts';

function boxesOf(list: LineBox[]): LineBoxes {
  return { count: list.length, at: (i) => list[i]!, first: (i) => list[i]!.first };
}

test('the last entry that is not above', () => {
  const values = [0, 4, 4, 9];
  const find = (wanted: number) => lastAtMost(values.length, (i) => values[i]!, wanted);
  assert.deepEqual([-1, 0, 3.9, 4, 8, 9, 100].map(find), [0, 0, 0, 2, 2, 3, 3]);
});

test('inside a block and between two', () => {
  const boxes = boxesOf([
    { first: 0, last: 0, top: 10, bottom: 30 },
    { first: 2, last: 5, top: 50, bottom: 130 },
    { first: 9, last: 9, top: 150, bottom: 170 },
  ]);
  const tops: [number, number][] = [[0, 10], [0.5, 20], [1, 30], [1.5, 40], [2, 50], [3, 70], [6, 130], [7.5, 140], [9, 150], [10, 170], [99, 170]];
  for (const [line, top] of tops) assert.equal(topOfLine(boxes, line), top, `line ${line}`);
  assert.equal(lineAtTop(boxes, 0), 0);
  assert.equal(lineAtTop(boxes, 90), 4);
  assert.equal(lineAtTop(boxes, 999), 10);
});

test('an empty document is at its start', () => {
  assert.equal(topOfLine(boxesOf([]), 5), 0);
  assert.equal(lineAtTop(boxesOf([]), 500), 0);
});

test('there and back again, rising all the way', () => {
  const random = new Random('lines');
  for (let round = 0; round < 200; ++round) {
    const list: LineBox[] = [];
    let line = random.below(3);
    let top = random.below(50);
    for (let i = 0; i < 1 + random.below(40); ++i) {
      const last = line + random.below(6);
      const bottom = top + 5 + random.below(300);
      list.push({ first: line, last, top, bottom });
      line = last + 1 + random.below(4);
      top = bottom + 1 + random.below(40);
    }
    const boxes = boxesOf(list);
    let before = -1;
    for (let each = list[0]!.first; each < line; each += 0.25) {
      const place = topOfLine(boxes, each);
      assert.ok(place >= before, `seed ${random.seed}: line ${each} is above the one before`);
      before = place;
      if (each > list.at(-1)!.last + 1) continue; // below the last block all lines share one place
      const back = topOfLine(boxes, lineAtTop(boxes, place));
      assert.ok(Math.abs(back - place) < 1e-6, `seed ${random.seed}: line ${each} at ${place} came back at ${back}`);
    }
  }
});
