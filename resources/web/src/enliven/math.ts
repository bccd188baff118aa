/** Formulas. Core leaves the TeX source as text in `.pl-math`. */
import type { Settings } from '../settings.ts';
import { fill } from '../strings.ts';
import type { Feature } from './feature.ts';

/** `useStyles` is called before the first formula: the style sheet with the fonts is loaded only then. */
export function mathFeature(settings: Settings, useStyles: () => void): Feature<'math'> {
  return {
    part: 'math',
    selector: '.pl-math:not(.pl-drawn)',
    themed: false,
    draw(element, part) {
      useStyles();
      const tex = element.textContent ?? '';
      try {
        // On paper a second, hidden copy of the formula would only confuse whoever copies from the PDF.
        element.innerHTML = part.render(tex, element.classList.contains('pl-display'), settings.mode !== 'print');
        element.classList.add('pl-drawn');
      } catch (error) {
        element.classList.add('pl-drawn', 'pl-wrong');
        const reason = (error as Error).message.replace(/^KaTeX parse error: /, '');
        element.title = fill(settings.strings.mathError, reason);
        element.dataset.problem = element.title;
      }
    },
  };
}
