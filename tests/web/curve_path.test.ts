import assert from 'node:assert/strict';
import test from 'node:test';
import { curvePath, installCurvePaths } from '../src/figures/curve_path.ts';

/** An array type of its own, so that the tests' other arrays stay as they are. */
class PatchedArray<T> extends Array<T> {}
installCurvePaths(PatchedArray.prototype);

function patched<T>(values: T[]): PatchedArray<T> {
  return PatchedArray.from(values) as PatchedArray<T>;
}

const numbers = (path: string) => path.split(/[L,]/).map(Number);

test('coordinates are written with hundredths', () => {
  assert.equal(curvePath([[1.5, 2], [3.25001, 4.999], [0.05, 0.1]]), '1.5,2L3.25,5L0.05,0.1');
  assert.equal(curvePath([[-1.5, -0.006], [-0.001, 100000.126]]), '-1.5,-0.01L0,100000.13');
});

test('what is written is never farther than half a hundredth from what was given', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  let state = seed;
  const next = () => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32);
  const points = Array.from({ length: 5000 }, () => [(next() - 0.3) * 10 ** (next() * 6), (next() - 0.3) * 10 ** (next() * 6)]);
  numbers(curvePath(points)).forEach((value, i) => {
    const given = points[i >> 1]![i & 1]!;
    assert.ok(Math.abs(value - given) <= 0.005 + 1e-9 * Math.abs(given), `${given} became ${value} (seed ${seed})`);
  });
});

test('far, endless and missing numbers are written as ever', () => {
  assert.equal(curvePath([[1e9 + 0.128, -3e12], [Infinity, NaN]]), '1000000000.13,-3000000000000LInfinity,NaN');
});

test('only lists of points are joined in this way', () => {
  assert.equal(patched([[1.23456, 2], [3, 4]]).join('L'), '1.23,2L3,4');
  assert.equal(patched([[1.23456, 2], [3, 4]]).join('M'), '1.23456,2M3,4');
  assert.equal(patched([[1.23456, 2, 3], [3, 4, 5]]).join('L'), '1.23456,2,3L3,4,5');
  assert.equal(patched(['1.23456,2', '3,4']).join('L'), '1.23456,2L3,4');
  assert.equal(patched([1.23456, 2]).join(), '1.23456,2');
  assert.equal(patched([[1.23456, 2], null]).join('L'), '1.23456,2L');
});
