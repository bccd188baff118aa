/**
 * Pictures: remote ones only after consent, missing ones told, and none that makes the text jump. The host tells the
 * sizes of the report's own pictures; that of every picture that was ever loaded is remembered. Both are reserved when a
 * block is made.
 */
import { blockedImage, remoteAttribute } from '../blocks/placeholders.ts';
import type { Host } from '../host.ts';
import type { Settings } from '../settings.ts';
import { fill } from '../strings.ts';

/** Which remote pictures may be shown; see PROTOCOL.md. */
export interface RemoteConsent {
  all: boolean;
  hosts: string[];
}

/** Empty for what is no picture's address: the placeholder may stand in the report's own HTML. */
function hostOf(url: string): string {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) ? hostname : '';
  } catch {
    return '';
  }
}

/** How many sites are named to the host: nobody decides about more at once. */
const mostHosts = 100;

const remotePrefix = 'plotleaf://remote/?url=';

/** What the reader's side of the pictures needs from the host. */
export type ImageHost = Pick<Host, 'consentAsked' | 'imagesBlocked'>;

/** One spelling for each address: characters of a name may stand in it escaped or not. */
function sizeKey(address: string): string {
  const [, name] = /^plotleaf:\/\/asset\/([^?#]*)$/.exec(address) ?? [];
  if (name === undefined) return address;
  try {
    return `plotleaf://asset/${encodeURIComponent(decodeURIComponent(name))}`;
  } catch {
    return address; // a lone % is no escape
  }
}

/** A picture's address in words: without our schemes and escapes, and not longer than a line. */
function nameOf(address: string): string {
  const path = address.replace(/^plotleaf:\/\/[a-z]+\//, '');
  try {
    return decodeURIComponent(path).slice(0, 120);
  } catch {
    return path.slice(0, 120); // a lone % is no escape
  }
}

export class Images {
  readonly #settings: Settings;
  readonly #host: ImageHost;
  readonly #sizes = new Map<string, { width: number; height: number }>();
  readonly #blocked = new Set<HTMLElement>();
  #told = '';
  #consent: RemoteConsent = { all: false, hosts: [] };

  /** Watches everything below `root`. */
  constructor(root: HTMLElement, settings: Settings, host: ImageHost) {
    this.#settings = settings;
    this.#host = host;
    root.addEventListener('load', (event) => this.#loaded(event.target), true);
    root.addEventListener('error', (event) => this.#failed(event.target), true);
    root.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('.pl-remote button') : null;
      const box = button?.closest<HTMLElement>('.pl-remote');
      if (box) this.#clicked(box);
    });
  }

  /** Prepares a block that is about to be put into the page. */
  prepare(block: Element): void {
    for (const image of block.querySelectorAll('img')) this.#reserve(image);
    for (const box of block.querySelectorAll<HTMLElement>('.pl-remote')) this.#fill(box);
  }

  /** The block has left the page. */
  forget(block: Element): void {
    for (const box of block.querySelectorAll<HTMLElement>('.pl-remote')) this.#blocked.delete(box);
  }

  /** The reader's consent has changed: placeholders below `root` that it covers become pictures. */
  allow(consent: RemoteConsent, root: Element): void {
    this.#consent = consent;
    for (const box of root.querySelectorAll<HTMLElement>('.pl-remote')) this.#fill(box);
    this.tellBlocked();
  }

  /** Width and height of the report's own pictures, by name. */
  know(sizes: Record<string, [number, number]>): void {
    for (const [name, [width, height]] of Object.entries(sizes)) {
      this.#sizes.set(`plotleaf://asset/${encodeURIComponent(name)}`, { width, height });
    }
  }

  /** Tells the host what waits for consent, if that is not what it was told last. */
  tellBlocked(): void {
    const hosts = new Set<string>();
    for (const box of this.#blocked) hosts.add(hostOf(box.getAttribute(remoteAttribute) ?? ''));
    const named = [...hosts].sort().slice(0, mostHosts);
    const state = `${this.#blocked.size} ${named.join(' ')}`;
    if (state === this.#told) return;
    this.#told = state;
    this.#host.imagesBlocked(this.#blocked.size, named);
  }

  #fill(box: HTMLElement): void {
    const url = box.getAttribute(remoteAttribute) ?? '';
    if (this.#allows(url)) {
      this.#blocked.delete(box);
      box.replaceWith(this.#remoteImage(box, url));
      return;
    }
    if (hostOf(url) !== '') this.#blocked.add(box);
    if (box.childElementCount === 0) this.#describe(box, this.#settings.strings.blockedImage, this.#settings.strings.loadImage);
  }

  #clicked(box: HTMLElement): void {
    const url = box.getAttribute(remoteAttribute) ?? '';
    if (hostOf(url) === '') return;
    if (this.#blocked.has(box)) this.#host.consentAsked(url);
    else box.replaceWith(this.#remoteImage(box, url));
  }

  #remoteImage(box: HTMLElement, url: string): HTMLImageElement {
    const image = box.ownerDocument.createElement('img');
    for (const name of ['alt', 'title', 'width', 'height']) {
      const value = box.getAttribute(`data-${name}`);
      if (value) image.setAttribute(name, value);
    }
    image.src = remotePrefix + encodeURIComponent(url);
    this.#reserve(image);
    return image;
  }

  /** Puts words (`%1`: the picture's site) and a button into a placeholder. */
  #describe(box: HTMLElement, words: string, action: string): void {
    const document = box.ownerDocument;
    const label = document.createElement('span');
    const alt = box.dataset.alt;
    label.textContent = `${alt ? `${alt} · ` : ''}${fill(words, hostOf(box.getAttribute(remoteAttribute) ?? ''))}`;
    box.append(label);
    if (this.#settings.paged) {
      box.dataset.problem = label.textContent;
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action;
    box.append(button);
  }

  #reserve(image: HTMLImageElement): void {
    const size = this.#sizes.get(sizeKey(image.src));
    image.decoding = 'sync';
    if (!size) return;
    if (!image.hasAttribute('width') && !image.hasAttribute('height') && !image.style.width && !image.style.height) {
      image.width = size.width;
      image.height = size.height;
    } else if (image.hasAttribute('width') !== image.hasAttribute('height')) {
      image.style.aspectRatio = `${size.width} / ${size.height}`;
    }
  }

  #loaded(target: EventTarget | null): void {
    if (!(target instanceof HTMLImageElement) || target.naturalWidth === 0) return;
    this.#sizes.set(sizeKey(target.src), { width: target.naturalWidth, height: target.naturalHeight });
  }

  #failed(target: EventTarget | null): void {
    if (!(target instanceof HTMLImageElement)) return;
    if (target.src.startsWith(remotePrefix)) {
      this.#offerAgain(target);
      return;
    }
    const box = target.ownerDocument.createElement('span');
    box.className = 'pl-missing';
    box.textContent = fill(this.#settings.strings.missingImage, target.alt || nameOf(target.src));
    box.dataset.problem = box.textContent;
    target.replaceWith(box);
  }

  /** A remote picture that did not come: no network perhaps, so it can be tried again. */
  #offerAgain(image: HTMLImageElement): void {
    const url = new URL(image.src).searchParams.get('url') ?? '';
    const box = blockedImage(image, url);
    image.replaceWith(box);
    if (this.#allows(url)) {
      this.#describe(box, this.#settings.strings.remoteImageFailed, this.#settings.strings.tryAgain);
      return;
    }
    this.#fill(box); // a report that names our own address for it
    this.tellBlocked();
  }

  #allows(url: string): boolean {
    const host = hostOf(url);
    return host !== '' && (this.#consent.all || this.#consent.hosts.includes(host));
  }
}

/**
 * Resolves when a picture is there or has failed. One that failed is `complete` before its error event has come round:
 * whoever waits for it is told here, or would believe it there.
 */
async function imageSettled(image: HTMLImageElement): Promise<void> {
  if (!image.complete) {
    await new Promise<void>((resolve) => {
      image.addEventListener('load', () => resolve(), { once: true });
      image.addEventListener('error', () => resolve(), { once: true });
    });
  } else if (image.naturalWidth === 0 && image.hasAttribute('src') && typeof image.decode === 'function') {
    await image.decode().catch(() => image.dispatchEvent(new Event('error')));
  }
}

/** Resolves when every picture below `root` is there or has failed. */
export async function imagesSettled(root: Element): Promise<void> {
  await Promise.all(Array.from(root.querySelectorAll('img'), imageSettled));
}
