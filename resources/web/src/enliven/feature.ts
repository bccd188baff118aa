/** Something that the page draws inside a block: formulas, code, diagrams, charts. */
import type { PartName, PartTypes } from '../part_registry.ts';

export interface Feature<Name extends PartName = PartName> {
  readonly part: Name;
  /** The elements that it draws. */
  readonly selector: string;
  /** Draws one element. What goes wrong is shown in its place. */
  draw(element: HTMLElement, part: PartTypes[Name]): void | Promise<void>;
  /** The element has left the page for good: lets go of what it holds outside. */
  forget?(element: HTMLElement): void;
  /** Colours have changed: true when elements drawn before must be drawn again. */
  readonly themed: boolean;
}
