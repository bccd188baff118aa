/**
 * Timers for the application world.
 *
 * With the document's scripts switched off, `setTimeout` and `setInterval` of every world never fire (measured on
 * Qt 6.4.2), while promises, message ports and animations do. So short waits go through a message port and longer
 * ones through an empty animation. Libraries keep calling the usual names.
 */

/** What the timers are made of; the tests hand in their own. */
export interface TimerSource {
  /** Runs `callback` as soon as the event loop turns. */
  soon(callback: () => void): void;
  /** Runs `callback` after that many milliseconds; returns what cancels it. */
  later(callback: () => void, milliseconds: number): () => void;
}

/** The page's own source: a message port and the root element's animations. */
export function browserTimerSource(document: Document): TimerSource {
  const waiting: (() => void)[] = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    soon(callback) {
      waiting.push(callback);
      channel.port2.postMessage(null);
    },
    later(callback, milliseconds) {
      const animation = document.documentElement.animate([], { duration: milliseconds });
      animation.finished.then(callback, () => undefined);
      return () => animation.cancel();
    },
  };
}

type Handler = ((...args: unknown[]) => void) | string;

/** Shorter waits than this are not worth an animation. */
const shortest = 4;
/** An animation longer than this overflows; nobody waits that long. */
const longest = 2 ** 31 - 1;

/** The four timer functions of the platform, over `source`. Ids are positive integers, as everywhere. */
export function makeTimers(source: TimerSource) {
  const cancels = new Map<number, () => void>();
  let lastId = 0;

  function start(handler: Handler, delay: number | undefined, args: unknown[], repeat: boolean): number {
    const id = ++lastId;
    if (typeof handler !== 'function') return id; // text would have to be evaluated
    const wait = Math.min(Math.max(Number(delay) || 0, repeat ? 1 : 0), longest);
    const fire = () => {
      if (!cancels.has(id)) return;
      if (repeat) schedule();
      else cancels.delete(id);
      handler(...args);
    };
    const schedule = () => {
      if (wait <= shortest) {
        cancels.set(id, () => undefined);
        source.soon(fire);
      } else {
        cancels.set(id, source.later(fire, wait));
      }
    };
    schedule();
    return id;
  }

  function stop(id?: number) {
    const cancel = id === undefined ? undefined : cancels.get(id);
    if (id === undefined || !cancel) return;
    cancels.delete(id);
    cancel();
  }

  return {
    setTimeout: (handler: Handler, delay?: number, ...args: unknown[]) => start(handler, delay, args, false),
    setInterval: (handler: Handler, delay?: number, ...args: unknown[]) => start(handler, delay, args, true),
    clearTimeout: stop,
    clearInterval: stop,
  };
}

/** Replaces the timers of this world. Must run before anything that keeps a reference to the old ones. */
export function installTimers(): void {
  Object.assign(globalThis, makeTimers(browserTimerSource(document)));
}
