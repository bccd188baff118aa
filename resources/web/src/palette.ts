/** Colours for the drawing libraries, read from the style sheet so that they stand in one place (theme.css). */
import type { Palette } from './part_types.ts';

/** The palette of the theme that the document shows now. */
export function readPalette(root: HTMLElement): Palette {
  const style = getComputedStyle(root);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    dark: read('scheme') === 'dark',
    fontText: read('font-text'),
    fontCode: read('font-code'),
    surface: read('surface'),
    text: read('text'),
    muted: read('muted'),
    border: read('border-strong'),
    grid: read('border'),
    accent: read('accent'),
    accentSoft: read('accent-soft'),
    shade: read('shade'),
    danger: read('danger'),
    lines: Array.from({ length: 10 }, (_, i) => read(`line-${i}`)),
    scale: Array.from({ length: 5 }, (_, i) => read(`scale-${i}`)),
  };
}
