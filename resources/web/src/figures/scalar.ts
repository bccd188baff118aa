/** Kind `scalar`: single values, large. */
import { make } from '../dom.ts';
import type { FigureKind } from '../panels/figure.ts';

export interface ScalarContent {
  items: { label: string; value: number | null; text: string; detail: string }[];
}

export const scalar: FigureKind<ScalarContent> = {
  name: 'scalar',
  create: (body, { settings }) => ({
    update({ items }) {
      const list = make('dl', 'pl-scalars');
      for (const { label, text, detail } of items) {
        const item = make('div', 'pl-scalar', make('dt', '', label), make('dd', 'pl-value', text));
        if (detail) item.append(make('dd', 'pl-detail', detail));
        list.append(item);
      }
      body.replaceChildren(items.length ? list : make('p', 'pl-empty', settings.strings.noData));
    },
  }),
};
