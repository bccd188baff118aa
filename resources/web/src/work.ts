/** Counts what is still being drawn, and what could not be, for `whenDrawn()`. */
export class Work {
  readonly #pending = new Set<Promise<unknown>>();
  readonly #failed: (message: string) => void;

  /** `failed` hears of errors that are our own. */
  constructor(failed: (message: string) => void) {
    this.#failed = failed;
  }

  add(promise: Promise<unknown>): void {
    const settled = promise
      .catch((error: unknown) => this.#failed(error instanceof Error ? (error.stack ?? error.message) : String(error)))
      .finally(() => this.#pending.delete(settled));
    this.#pending.add(settled);
  }

  /** Resolves when nothing is pending, including what the pending work itself has added. */
  async idle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }
}
