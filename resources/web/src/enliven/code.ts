/** Code: colours by language, a button that copies. */
import type { Settings } from '../settings.ts';
import type { Feature } from './feature.ts';

/** Longer code is shown without colours: nobody reads it, and colouring it would hold up the page. */
const longestCode = 200_000;

function languageOf(code: Element): string | undefined {
  for (const name of code.classList) if (name.startsWith('language-')) return name.slice('language-'.length).toLowerCase();
  return undefined;
}

function addCopyButton(pre: HTMLElement, label: string): void {
  const frame = pre.ownerDocument.createElement('div');
  frame.className = 'pl-code';
  const button = pre.ownerDocument.createElement('button');
  button.type = 'button';
  button.className = 'pl-copy';
  button.title = label;
  button.setAttribute('aria-label', label);
  pre.replaceWith(frame);
  frame.append(pre, button);
}

export function codeFeature(settings: Settings): Feature<'code'> {
  return {
    part: 'code',
    selector: 'pre > code:not(.pl-drawn)',
    themed: false,
    draw(code, part) {
      code.classList.add('pl-drawn');
      const language = languageOf(code);
      const text = code.textContent ?? '';
      const html = language && text.length <= longestCode ? part.highlight(text, language) : undefined;
      if (html !== undefined) code.innerHTML = html;
      const pre = code.parentElement!;
      if (!settings.paged && pre.parentElement?.className !== 'pl-code') addCopyButton(pre, settings.strings.copyCode);
    },
  };
}

/** Answers the copy buttons below `root`. */
export function catchCopies(root: HTMLElement, settings: Settings, copy: (text: string) => void): void {
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('.pl-copy') : null;
    if (!button) return;
    copy(button.parentElement?.querySelector('pre')?.textContent ?? '');
    button.classList.add('pl-done');
    button.title = settings.strings.copied;
    setTimeout(() => {
      button.classList.remove('pl-done');
      button.title = settings.strings.copyCode;
    }, 1500);
  });
}
