/** Random numbers that can be had again: the seed is printed, and PLOTLEAF_SEED sets it. */
export class Random {
  readonly seed: number;
  #state: number;

  constructor(name: string) {
    this.seed = Number(process.env.PLOTLEAF_SEED ?? Math.floor(Math.random() * 2 ** 31));
    this.#state = this.seed >>> 0;
    console.log(`${name}: PLOTLEAF_SEED=${this.seed}`);
  }

  /** Evenly in [0, 1). (mulberry32) */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let z = this.#state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
}
