/**
 * Draws features where the reader looks. On screen an element is drawn when it comes near the view, or at once when it
 * stands in a block that was just edited and its part is here; on paper everything is drawn at once.
 */
import type { PartName, Parts } from '../part_registry.ts';
import type { Settings } from '../settings.ts';
import type { Work } from '../work.ts';
import type { Feature } from './feature.ts';

/** Edits of at most this many blocks are drawn before they are shown, so that nothing flickers. */
const smallEdit = 12;
/** How far outside the view elements are drawn already. */
const margin = '800px 0px';

export class Enlivener {
  readonly #features: Feature[];
  readonly #parts: Parts;
  readonly #settings: Settings;
  readonly #work: Work;
  readonly #observer: IntersectionObserver;
  readonly #featureOf = new WeakMap<Element, Feature>();

  constructor(features: Feature[], parts: Parts, settings: Settings, work: Work) {
    this.#features = features;
    this.#parts = parts;
    this.#settings = settings;
    this.#work = work;
    this.#observer = new IntersectionObserver((entries) => this.#cameNear(entries), { rootMargin: margin });
  }

  /** Takes care of what stands in `blocks`, which have just been made. */
  add(blocks: readonly Element[]): void {
    const atOnce = this.#settings.paged || blocks.length <= smallEdit;
    for (const feature of this.#features) {
      for (const block of blocks) {
        for (const element of block.querySelectorAll<HTMLElement>(feature.selector)) {
          this.#featureOf.set(element, feature);
          if (this.#settings.paged || (atOnce && this.#parts.get(feature.part))) this.#draw(element, feature);
          else this.#observer.observe(element);
        }
      }
    }
  }

  /** Forgets what stood in `blocks`. */
  remove(blocks: readonly Element[]): void {
    for (const feature of this.#features) {
      for (const block of blocks) {
        for (const element of block.querySelectorAll<HTMLElement>(feature.selector)) {
          this.#observer.unobserve(element);
          feature.forget?.(element);
        }
      }
    }
  }

  /** Draws again, below `root`, what depends on the theme. */
  themeChanged(root: Element): void {
    for (const feature of this.#features.filter((each) => each.themed)) {
      for (const element of root.querySelectorAll<HTMLElement>(feature.selector)) {
        if (this.#settings.paged) this.#draw(element, feature);
        else this.#observer.observe(element);
      }
    }
  }

  #cameNear(entries: IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const feature = this.#featureOf.get(entry.target);
      if (!entry.isIntersecting || !feature) continue;
      this.#observer.unobserve(entry.target);
      this.#draw(entry.target as HTMLElement, feature);
    }
  }

  #draw(element: HTMLElement, feature: Feature): void {
    const part = this.#parts.get(feature.part as PartName);
    const drawn = part ? feature.draw(element, part) : this.#parts.load(feature.part).then((loaded) => feature.draw(element, loaded));
    if (drawn) this.#work.add(drawn);
  }
}
