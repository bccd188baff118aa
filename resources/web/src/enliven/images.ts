/**
 * Pictures: remote ones only after consent, missing ones told, and none that makes the text jump. The size of every
 * picture that was ever loaded is remembered and reserved when its block is made again.
 */
import { remoteAttribute } from '../blocks/placeholders.ts';
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

export class Images {
  readonly #settings: Settings;
  readonly #sizes = new Map<string, { width: number; height: number }>();
  #consent: RemoteConsent = { all: false, hosts: [] };

  /** Watches everything below `root`. `ask` is called when a blocked picture is clicked. */
  constructor(root: HTMLElement, settings: Settings, ask: (url: string) => void) {
    this.#settings = settings;
    root.addEventListener('load', (event) => this.#loaded(event.target), true);
    root.addEventListener('error', (event) => this.#failed(event.target), true);
    root.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('.pl-remote button') : null;
      const url = button?.closest('.pl-remote')?.getAttribute(remoteAttribute);
      if (url && hostOf(url) !== '') ask(url);
    });
  }

  /** Prepares a block that is about to be put into the page. */
  prepare(block: Element): void {
    for (const image of block.querySelectorAll('img')) this.#reserve(image);
    for (const box of block.querySelectorAll<HTMLElement>('.pl-remote')) this.#fill(box);
  }

  /** The reader's consent has changed: placeholders below `root` that it covers become pictures. */
  allow(consent: RemoteConsent, root: Element): void {
    this.#consent = consent;
    for (const box of root.querySelectorAll<HTMLElement>('.pl-remote')) this.#fill(box);
  }

  #fill(box: HTMLElement): void {
    const url = box.getAttribute(remoteAttribute) ?? '';
    const host = hostOf(url);
    const allowed = host !== '' && (this.#consent.all || this.#consent.hosts.includes(host));
    if (allowed) box.replaceWith(this.#remoteImage(box, url));
    else if (box.childElementCount === 0) this.#describe(box, host);
  }

  #remoteImage(box: HTMLElement, url: string): HTMLImageElement {
    const image = box.ownerDocument.createElement('img');
    for (const name of ['alt', 'title', 'width', 'height']) {
      const value = box.getAttribute(`data-${name}`);
      if (value) image.setAttribute(name, value);
    }
    image.src = `plotleaf://remote/?url=${encodeURIComponent(url)}`;
    this.#reserve(image);
    return image;
  }

  #describe(box: HTMLElement, host: string): void {
    const document = box.ownerDocument;
    const label = document.createElement('span');
    const alt = box.dataset.alt;
    label.textContent = `${alt ? `${alt} · ` : ''}${fill(this.#settings.strings.blockedImage, host)}`;
    box.append(label);
    if (this.#settings.paged) {
      box.dataset.problem = label.textContent;
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.#settings.strings.loadImage;
    box.append(button);
  }

  #reserve(image: HTMLImageElement): void {
    const size = this.#sizes.get(image.src);
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
    this.#sizes.set(target.src, { width: target.naturalWidth, height: target.naturalHeight });
  }

  #failed(target: EventTarget | null): void {
    if (!(target instanceof HTMLImageElement)) return;
    const box = target.ownerDocument.createElement('span');
    box.className = 'pl-missing';
    const name = target.alt || decodeURIComponent(target.src.replace(/^plotleaf:\/\/[a-z]+\//, '').slice(0, 120));
    box.textContent = fill(this.#settings.strings.missingImage, name);
    box.dataset.problem = box.textContent;
    target.replaceWith(box);
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
