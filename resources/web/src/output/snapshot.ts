/** The page as one static HTML file: styles and pictures inside, no scripts, nothing loaded from anywhere. */
import type { DataUrls } from './data_urls.ts';
import { freezePlots } from './plot_copy.ts';

/** What only makes sense on the live page. */
const liveOnly = '.pl-copy, .pl-anchor, .modebar-container, .hoverlayer, .pl-remote button, script, link, base, meta';
const urlInCss = /url\(\s*(["']?)([^"')]+)\1\s*\)/g;

function rulesOf(sheet: CSSStyleSheet): string[] {
  return Array.from(sheet.cssRules, (rule) => {
    return rule instanceof CSSImportRule && rule.styleSheet ? rulesOf(rule.styleSheet).join('\n') : rule.cssText;
  });
}

function absolute(url: string, sheet: CSSStyleSheet): string {
  try {
    return new URL(url, sheet.href ?? document.baseURI).href;
  } catch {
    return url;
  }
}

/** Fonts are kept only when the document shows a formula: KaTeX's weigh 300 KB. */
function wantsRule(rule: string, hasMath: boolean): boolean {
  return hasMath || !rule.startsWith('@font-face');
}

/** The rules of every style sheet, with their files' absolute addresses. */
function styleRules(hasMath: boolean): string[] {
  return Array.from(document.styleSheets).flatMap((sheet) => {
    return rulesOf(sheet)
      .filter((rule) => wantsRule(rule, hasMath))
      .map((rule) => rule.replace(urlInCss, (_all, _quote, url: string) => `url("${absolute(url, sheet)}")`));
  });
}

/** What a rule of theme.css declares. */
function declarationsOf(rules: readonly string[], selectorEnd: string): string {
  const rule = rules.find((each) => each.slice(0, each.indexOf('{')).trim().endsWith(selectorEnd)) ?? '{}';
  return rule.slice(rule.indexOf('{') + 1, rule.lastIndexOf('}')).trim();
}

/**
 * Dark where the reader's system is, but not on paper. What was drawn with the colours of the light theme keeps them
 * and its ground.
 */
function darkRules(rules: readonly string[]): string {
  const dark = declarationsOf(rules, ':root[data-theme="dark"]');
  const light = declarationsOf(rules, ':root[data-theme="light"]');
  return `@media screen and (prefers-color-scheme: dark) {
:root[data-mode="export"] { ${dark} }
[data-mode="export"] :is(.pl-plot, .pl-diagram, .pl-chart):not(pre:not(.pl-drawn)) { ${light} background: var(--surface); color: var(--text); border-radius: var(--radius); }
}`;
}

/** Every file that the snapshot will need. */
export function filesOf(root: Element): string[] {
  const hasMath = root.querySelector('.katex') !== null;
  const pictures = Array.from(root.querySelectorAll<HTMLImageElement | HTMLMediaElement>('img, audio, video'), (each) => each.src);
  const styles = styleRules(hasMath).flatMap((rule) => Array.from(rule.matchAll(urlInCss), (match) => match[2]!));
  return [...pictures, ...styles].filter((url) => url.startsWith('plotleaf:'));
}

function cleanCopy(root: Element, files: DataUrls): Element {
  const copy = root.cloneNode(true) as Element;
  copy.querySelectorAll(liveOnly).forEach((element) => element.remove());
  for (const element of copy.querySelectorAll('[src]')) {
    const data = files.get((element as HTMLImageElement).src);
    if (data) element.setAttribute('src', data);
    else element.removeAttribute('src');
  }
  copy.querySelectorAll('input').forEach((box, i) => box.toggleAttribute('checked', root.querySelectorAll('input')[i]?.checked));
  freezePlots(copy);
  for (const chunk of copy.querySelectorAll('.pl-chunk')) chunk.removeAttribute('style');
  return copy;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** The whole file. `files` must have been loaded with `filesOf(root)`; what is missing there is left out. */
export function snapshot(root: Element, files: DataUrls): string {
  const html = document.documentElement;
  const title = root.querySelector('h1')?.textContent?.trim() ?? document.title;
  const rules = styleRules(root.querySelector('.katex') !== null);
  const styles = [...rules, darkRules(rules)]
    .map((rule) => rule.replace(urlInCss, (_all, _quote, url: string) => {
      return url.startsWith('#') ? `url(${url})` : `url("${files.get(url) ?? 'data:,'}")`;
    }))
    .join('\n')
    .replace(/<\//g, '<\\/');
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:; font-src data:";
  return [
    '<!DOCTYPE html>',
    `<html lang="${escape(html.lang)}" data-theme="light" data-mode="export">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escape(title)}</title>`,
    `<style>\n${styles}\n</style>`,
    '</head>',
    `<body>${cleanCopy(root, files).outerHTML}</body>`,
    '</html>',
    '',
  ].join('\n');
}
