import assert from 'node:assert/strict';
import test from 'node:test';
import { makeTimers, type TimerSource } from '../src/timers.ts';

/** Time that passes only when a test says so. */
class TestSource implements TimerSource {
  now = 0;
  #soon: (() => void)[] = [];
  #later: { at: number; callback: () => void }[] = [];

  soon(callback: () => void): void {
    this.#soon.push(callback);
  }
  later(callback: () => void, milliseconds: number): () => void {
    const entry = { at: this.now + milliseconds, callback };
    this.#later.push(entry);
    return () => (this.#later = this.#later.filter((each) => each !== entry));
  }
  turn(): void {
    for (const callback of this.#soon.splice(0)) callback();
  }
  advance(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      this.turn();
      const next = this.#later.filter((each) => each.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.now = next.at;
      this.#later = this.#later.filter((each) => each !== next);
      next.callback();
    }
    this.now = end;
  }
}

function setup() {
  const source = new TestSource();
  return { source, timers: makeTimers(source), log: [] as unknown[] };
}

test('a short wait goes through the message port, with its arguments', () => {
  const { source, timers, log } = setup();
  timers.setTimeout((...args) => log.push(args), 0, 'a', 2);
  assert.deepEqual(log, [], 'never before the caller is done');
  source.turn();
  assert.deepEqual(log, [['a', 2]]);
  source.advance(1000);
  assert.equal(log.length, 1, 'once');
});

test('longer waits fire in the order of their times', () => {
  const { source, timers, log } = setup();
  timers.setTimeout(() => log.push('late'), 200);
  timers.setTimeout(() => log.push('early'), 50);
  source.advance(49);
  assert.deepEqual(log, []);
  source.advance(1);
  assert.deepEqual(log, ['early']);
  source.advance(150);
  assert.deepEqual(log, ['early', 'late']);
});

test('what is cleared does not fire, also between posting and turning', () => {
  const { source, timers, log } = setup();
  const soon = timers.setTimeout(() => log.push('soon'), 0);
  const later = timers.setTimeout(() => log.push('later'), 100);
  const repeated = timers.setInterval(() => log.push('repeated'), 100);
  for (const id of [soon, later, repeated]) timers.clearTimeout(id);
  source.advance(1000);
  assert.deepEqual(log, []);
  timers.clearTimeout(undefined);
  timers.clearTimeout(12345);
});

test('an interval repeats until it clears itself', () => {
  const { source, timers, log } = setup();
  const id = timers.setInterval(() => {
    log.push(source.now);
    if (log.length === 3) timers.clearInterval(id);
  }, 20);
  source.advance(500);
  assert.deepEqual(log, [20, 40, 60]);
});

test('an interval of nothing leaves room for others', () => {
  const { source, timers, log } = setup();
  timers.setInterval(() => log.push('tick'), 0);
  source.turn();
  source.turn();
  assert.deepEqual(log, ['tick', 'tick']);
});

test('a handler that throws does not stop its interval', () => {
  const { source, timers, log } = setup();
  timers.setInterval(() => {
    log.push('tick');
    throw new Error('handler');
  }, 10);
  assert.throws(() => source.advance(10));
  assert.throws(() => source.advance(10));
  assert.equal(log.length, 2);
});

test('text is never run', () => {
  const { source, timers, log } = setup();
  (globalThis as { timerLog?: unknown[] }).timerLog = log;
  assert.ok(timers.setTimeout('globalThis.timerLog.push(1)', 0) > 0);
  source.advance(100);
  assert.deepEqual(log, []);
});

test('delays that are no numbers, negative or too long', () => {
  const { source, timers, log } = setup();
  timers.setTimeout(() => log.push('nan'), Number.NaN);
  timers.setTimeout(() => log.push('negative'), -5);
  timers.setTimeout(() => log.push('forever'), Number.POSITIVE_INFINITY);
  source.advance(1000);
  assert.deepEqual(log, ['nan', 'negative']);
});
