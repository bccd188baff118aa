/** Every kind of figure that the page can draw. A new kind is one file and one line here. */
import type { FigureKind } from '../panels/figure.ts';
import { media } from './media.ts';
import { message } from './message.ts';
import { plot } from './plot.ts';
import { scalar } from './scalar.ts';
import { table } from './table.ts';

const all: FigureKind[] = [plot, scalar, table, media, message];
const kinds = new Map(all.map((kind) => [kind.name, kind]));

/** The kind with this name; a message for what a newer core might send. */
export function figureKind(name: string): FigureKind {
  return kinds.get(name) ?? message;
}
