import assert from 'node:assert/strict';
import test from 'node:test';
import { sourceFile } from './support/dom.ts';

type Colours = Map<string, string>;

/** Variables of the rule for `theme` in theme.css. */
function themeColours(theme: string): Colours {
  const css = sourceFile('resources/web/src/css/theme.css');
  const body = new RegExp(`:root\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css)![1]!;
  return new Map(Array.from(body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g), (match) => [match[1]!, match[2]!]));
}

const themes = { light: themeColours('light'), dark: themeColours('dark') };

function linear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function linearRgb(colour: string): [number, number, number] {
  return [1, 3, 5].map((i) => linear(parseInt(colour.slice(i, i + 2), 16))) as [number, number, number];
}

/** WCAG 2.1. */
function contrast(a: string, b: string): number {
  const luminance = ([r, g, b]: [number, number, number]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [low, high] = [luminance(linearRgb(a)), luminance(linearRgb(b))].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira, Fernandes 2009, severity 1: how a reader without red or green cones sees a colour. */
const vision: Record<string, number[][]> = {
  full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
};

/** CIELAB (D65) of `colour` as seen with `matrix`. */
function lab(colour: string, matrix: number[][]): number[] {
  const seen = matrix.map((row) => Math.min(1, Math.max(0, row.reduce((sum, weight, i) => sum + weight * linearRgb(colour)[i]!, 0))));
  const [r, g, b] = seen as [number, number, number];
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

test('both themes define the same colours', () => {
  assert.ok(themes.light.size > 30);
  assert.deepEqual([...themes.light.keys()], [...themes.dark.keys()]);
});

test('colours that the window has too are the same there', () => {
  const roles = sourceFile('ui/theme/theme_colors.cpp').matchAll(/\{"([A-Za-z]+)",\s*0xff([0-9a-f]{6}), 0xff([0-9a-f]{6})\}/g);
  let compared = 0;
  for (const [, role, light, dark] of roles) {
    const name = role!.replace(/[A-Z]/g, (letter, at: number) => (at ? '-' : '') + letter.toLowerCase());
    if (!themes.light.has(name)) continue;
    assert.equal(themes.light.get(name), `#${light}`, `${name}, light`);
    assert.equal(themes.dark.get(name), `#${dark}`, `${name}, dark`);
    ++compared;
  }
  assert.ok(compared >= 20, `${compared} compared`);
});

test('every text can be read: contrast of at least 4.5', () => {
  const pairs: [string, string][] = [
    ['text', 'surface'], ['text', 'shade'], ['muted', 'surface'], ['muted', 'shade'], ['link', 'surface'], ['danger', 'surface'],
    ['text', 'selection'], ['text', 'hover'], ['accent-text', 'accent'],
    ...['link', 'success', 'important', 'warning', 'danger'].flatMap((tone): [string, string][] => [[tone, `${tone}-soft`], ['text', `${tone}-soft`]]),
    ...['keyword', 'type', 'function', 'string', 'number', 'comment'].map((kind): [string, string] => [`syntax-${kind}`, 'shade']),
  ];
  for (const [theme, colours] of Object.entries(themes)) {
    for (const [text, paper] of pairs) {
      const value = contrast(colours.get(text)!, colours.get(paper)!);
      assert.ok(value >= 4.5, `${theme}: ${text} on ${paper} has ${value.toFixed(2)}`);
    }
  }
});

test('lines of plots stand out from the paper and from one another, for colour-blind readers too', () => {
  for (const [theme, colours] of Object.entries(themes)) {
    const lines = Array.from({ length: 10 }, (_, i) => colours.get(`line-${i}`)!);
    for (const line of lines) assert.ok(contrast(line, colours.get('surface')!) >= 3.1, `${theme}: ${line}`);
    for (const [name, matrix] of Object.entries(vision)) {
      for (let i = 0; i < lines.length; ++i) {
        for (let j = 0; j < i; ++j) {
          const [a, b] = [lab(lines[i]!, matrix), lab(lines[j]!, matrix)];
          const distance = Math.hypot(...a.map((value, k) => value - b[k]!));
          assert.ok(distance >= 18, `${theme}, ${name}: ${lines[i]} and ${lines[j]} are ${distance.toFixed(1)} apart`);
        }
      }
    }
  }
});
