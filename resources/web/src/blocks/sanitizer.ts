/**
 * Nothing of a report enters the page without passing here.
 *
 * DOMPurify decides about elements and attributes; the hooks below add what is particular to a page that must never
 * ask the network for anything: addresses are limited to our own scheme and to pictures inside the text, styles lose
 * everything that loads or covers, and a remote picture or a frame becomes a placeholder.
 *
 * Blocks of plain text mark-up are recognised and spared (plain_blocks.ts); that is a list of what is harmless.
 *
 * The tree is cleaned in place and never written out and parsed again, so there is no second parse that could read it
 * differently.
 */
import createPurifier, { type Config, type DOMPurify, type WindowLike } from 'dompurify';
import { blockedFrame, blockedImage } from './placeholders.ts';
import { isPlain } from './plain_blocks.ts';
import { cleanStyle } from './style_filter.ts';

const config: Config = {
  IN_PLACE: true,
  USE_PROFILES: { html: true, svg: true, svgFilters: false, mathMl: true },
  FORBID_TAGS: ['style', 'form', 'template', 'dialog', 'track', 'image', 'feimage',
                'animate', 'animatecolor', 'animatemotion', 'animatetransform', 'set', 'mpath', 'textarea', 'select',
                'option', 'optgroup', 'datalist', 'menu', 'marquee', 'maction', 'fieldset', 'output', 'canvas'],
  FORBID_ATTR: ['action', 'formaction', 'srcset', 'imagesrcset', 'sizes', 'background', 'poster', 'ping', 'name',
                'autofocus', 'tabindex', 'accesskey', 'contenteditable', 'target', 'download', 'usemap', 'form',
                'list', 'popover', 'popovertarget', 'autoplay', 'preload', 'is', 'slot', 'nonce', 'fetchpriority', 'loading', 'decoding'],
  ADD_ATTR: ['data-line'],
  ALLOW_ARIA_ATTR: true,
  ALLOW_DATA_ATTR: true,
  // Ids would lose common headings ("links", "images"); without `name` and forms no id can hide a document property.
  SANITIZE_DOM: false,
  // Lets our own schemes through to `checkAddresses`, which is stricter about where each may stand.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel|ftp|sftp|git|ssh|clearml|wandb|plotleaf|plotleaf-report):|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))/i,
};

const linkSchemes = /^(?:https?|mailto|tel|ftp|sftp|git|ssh|clearml|wandb|plotleaf-report):/i;
/** Also what only looks like a scheme: somebody else may read it as one. */
const relativeName = /^(?![a-z][a-z0-9+.-]*:)[^/\\?#]/i;
const hasScheme = /^[^/?#]*:/;
const soundData = /^data:(?:audio|video)\/[a-z0-9.+-]+[;,]/i;
const pictureData = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i;
const ownFile = /^plotleaf:\/\/(?:asset|media|remote)\//i;
/** Presentation attributes of SVG may point at things: only inside the document. */
const reference = /url\s*\(\s*(?!['"]?#)/i;

/** Characters that a URL parser drops or ignores, and behind which a scheme could hide. */
function plainAddress(value: string): string {
  return value.replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]+/g, '');
}

function linkAllowed(value: string): boolean {
  const address = plainAddress(value);
  return linkSchemes.test(address) || !hasScheme.test(address);
}

function pictureAllowed(value: string): boolean {
  const address = plainAddress(value);
  return ownFile.test(address) || pictureData.test(address);
}

/** Whether `element` may have this `src`. */
function sourceAllowed(element: Element, value: string): boolean {
  if (element.localName === 'img') return pictureAllowed(value);
  const address = plainAddress(value);
  return /^(?:audio|video|source)$/.test(element.localName) && (ownFile.test(address) || soundData.test(address));
}

function checkAddresses(element: Element): void {
  const svgOrMath = element.namespaceURI !== 'http://www.w3.org/1999/xhtml';
  for (const attribute of [...element.attributes]) {
    const name = attribute.localName.toLowerCase();
    const value = attribute.value;
    let keep = true;
    if (name === 'href') keep = element.localName === 'a' && linkAllowed(value);
    else if (name === 'src') keep = sourceAllowed(element, value);
    else if (name === 'style') keep = false;
    else if (svgOrMath) keep = !reference.test(value);
    if (svgOrMath && name === 'href' && element.localName !== 'a') keep = value.startsWith('#');
    if (!keep) element.removeAttributeNode(attribute);
  }
}

function cleanElement(element: Element): void {
  const style = element.getAttribute('style');
  checkAddresses(element);
  const kept = style ? cleanStyle(style, element.ownerDocument) : '';
  if (kept) element.setAttribute('style', kept);
}

/** Makes blocks safe. One per page. */
export class Sanitizer {
  readonly #purifier: DOMPurify;
  readonly #inert: Document;

  /** `window` only lends its DOM; nothing is kept in it. */
  constructor(window: WindowLike, document: Document) {
    this.#purifier = createPurifier(window);
    this.#inert = document.implementation.createHTMLDocument('');
    this.#purifier.addHook('afterSanitizeAttributes', (node) => cleanElement(node));
  }

  /** One `<div class="pl-block">` for each text, safe to put into the page. */
  clean(texts: readonly string[]): HTMLElement[] {
    const root = this.#inert.createElement('div');
    const parsed = texts.map((html) => this.#parse(html));
    root.append(...parsed.filter((block) => !isPlain(block)));
    if (root.firstElementChild) this.purify(root);
    // A copy: Chromium keeps the handler of an `on…` attribute that script of another world, such as ours, took away.
    const blocks = parsed.map((block) => (block.parentNode ? (block.cloneNode(true) as HTMLElement) : block));
    for (const block of blocks) block.className = 'pl-block';
    return blocks;
  }

  /** What a run has logged, safe to put into the page; it takes no names away from the report's own headings. */
  cleanPage(html: string): HTMLElement {
    const [page] = this.clean([html]);
    for (const named of page!.querySelectorAll('[id]:not(svg *)')) named.removeAttribute('id');
    page!.className = '';
    return page!;
  }

  /** What `clean` does with a block that is not plain, in place. */
  purify(root: Element): void {
    this.#purifier.sanitize(root, config);
  }

  /** Parsed in a document that has no window: nothing loads and nothing runs before it is clean. */
  #parse(html: string): HTMLElement {
    const block = this.#inert.createElement('div');
    block.innerHTML = html;
    if (block.querySelector('img, iframe, a[name], title, input')) this.#prepare(block);
    return block;
  }

  /** What becomes something else before the purifier would take it away. */
  #prepare(block: Element): void {
    for (const image of block.querySelectorAll('img')) this.#prepareImage(image);
    for (const title of block.querySelectorAll('title')) if (title.namespaceURI?.endsWith('/xhtml')) title.remove();
    for (const frame of block.querySelectorAll('iframe')) frame.replaceWith(blockedFrame(frame));
    for (const anchor of block.querySelectorAll('a[name]:not([id])')) anchor.id = anchor.getAttribute('name') ?? '';
    for (const input of block.querySelectorAll('input')) if (input.type !== 'checkbox') input.remove();
  }

  #prepareImage(image: HTMLImageElement): void {
    const address = plainAddress(image.getAttribute('src') ?? '');
    const source = image.getAttribute('src') ?? '';
    // A relative name means one of the report's own files, too: so images show in other editors and on the web.
    const asset = /^\s*asset:(.*)$/is.exec(source)?.[1] ?? (relativeName.test(address) ? source : undefined);
    if (asset !== undefined) image.setAttribute('src', `plotleaf://asset/${asset.trim().replace(/ /g, '%20')}`);
    else if (/^(?:https?:)?\/\//i.test(address)) image.replaceWith(blockedImage(image, address));
  }
}
