/** A host that writes down what the page asks of it. */
import type { Host } from '../../src/host.ts';

export class RecordingHost implements Host {
  readonly calls: unknown[][] = [];

  /** Arguments of each call of `name`, in order. */
  of(name: keyof Host): unknown[][] {
    return this.calls.filter((call) => call[0] === name).map((call) => call.slice(1));
  }

  ready = (...args: unknown[]) => this.#note('ready', args);
  need = (...args: unknown[]) => this.#note('need', args);
  shown = (...args: unknown[]) => this.#note('shown', args);
  panelVisible = (...args: unknown[]) => this.#note('panelVisible', args);
  panelRange = (...args: unknown[]) => this.#note('panelRange', args);
  scrolled = (...args: unknown[]) => this.#note('scrolled', args);
  link = (...args: unknown[]) => this.#note('link', args);
  taskToggled = (...args: unknown[]) => this.#note('taskToggled', args);
  consentAsked = (...args: unknown[]) => this.#note('consentAsked', args);
  imagesBlocked = (...args: unknown[]) => this.#note('imagesBlocked', args);
  copyAsked = (...args: unknown[]) => this.#note('copyAsked', args);
  drawn = (...args: unknown[]) => this.#note('drawn', args);
  failed = (...args: unknown[]) => this.#note('failed', args);

  #note(name: keyof Host, args: unknown[]): void {
    this.calls.push([name, ...args]);
  }
}
