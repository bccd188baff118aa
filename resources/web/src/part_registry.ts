/**
 * Heavy parts of the bundle, run by the host only when a report needs them (`host.need`).
 *
 * A part is a script of its own. It leaves what it offers in `globalThis.plotleafParts`, where `Parts` finds it once
 * the host has said `loaded(name)`.
 */
import type { Host } from './host.ts';
import type { ChartsPart, CodePart, DiagramsPart, MathPart, PlotsPart } from './part_types.ts';

/** What each part offers. */
export interface PartTypes {
  math: MathPart;
  code: CodePart;
  diagrams: DiagramsPart;
  plots: PlotsPart;
  charts: ChartsPart;
}

export type PartName = keyof PartTypes;

type Published = { plotleafParts?: Partial<PartTypes> };

/** Called by a part's script. */
export function publishPart<Name extends PartName>(name: Name, part: PartTypes[Name]): void {
  const world = globalThis as Published;
  world.plotleafParts = { ...world.plotleafParts, [name]: part };
}

/** Loads parts, each once. */
export class Parts {
  readonly #host: Pick<Host, 'need'>;
  readonly #waiting = new Map<PartName, { promise: Promise<unknown>; done: () => void }>();

  constructor(host: Pick<Host, 'need'>) {
    this.#host = host;
  }

  /** The part if it is here already. */
  get<Name extends PartName>(name: Name): PartTypes[Name] | undefined {
    return (globalThis as Published).plotleafParts?.[name];
  }

  /** Asks the host for the part, once, and resolves when it is here. */
  load<Name extends PartName>(name: Name): Promise<PartTypes[Name]> {
    const here = this.get(name);
    if (here) return Promise.resolve(here);
    let entry = this.#waiting.get(name);
    if (!entry) {
      let done = () => undefined as void;
      const promise = new Promise<void>((resolve) => (done = resolve));
      entry = { promise, done };
      this.#waiting.set(name, entry);
      this.#host.need(name);
    }
    return entry.promise.then(() => this.get(name)!);
  }

  /** The host has run the part's script. */
  loaded(name: PartName): void {
    if (this.get(name)) this.#waiting.get(name)?.done();
  }
}
