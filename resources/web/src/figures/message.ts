/** Kind `message`: what is wrong or missing, in the panel's place. */
import { make } from '../dom.ts';
import type { FigureKind } from '../panels/figure.ts';

export interface MessageContent {
  severity: 'info' | 'warning' | 'error';
  title: string;
  text: string;
  suggestions: string[];
}

export const message: FigureKind<MessageContent> = {
  name: 'message',
  create: (body) => ({
    update({ severity, title, text, suggestions }) {
      const box = make('div', `pl-message pl-${severity}`);
      box.setAttribute('role', severity === 'error' ? 'alert' : 'note');
      // Exports tell what could not be drawn.
      if (severity === 'error') box.dataset.problem = [title, text].filter(Boolean).join(' ');
      if (title) box.append(make('p', 'pl-message-title', title));
      if (text) box.append(make('p', '', text));
      if (suggestions?.length) {
        box.append(make('p', 'pl-suggestions', ...suggestions.flatMap((name, i) => (i ? [' ', make('code', '', name)] : [make('code', '', name)]))));
      }
      body.replaceChildren(box);
    },
  }),
};
