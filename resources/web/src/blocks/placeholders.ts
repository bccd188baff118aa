/** What stands where the page refuses to show something from elsewhere. Built before sanitising, so inert itself. */

/** The address kept for the click; see `links.ts`. */
export const remoteAttribute = 'data-remote';

/** A remote picture: its words and where it would come from; a click asks for consent. */
export function blockedImage(image: HTMLImageElement, address: string): HTMLElement {
  const document = image.ownerDocument;
  const box = document.createElement('span');
  box.className = 'pl-remote';
  box.setAttribute(remoteAttribute, address.startsWith('//') ? `https:${address}` : address);
  for (const name of ['alt', 'title', 'width', 'height']) {
    const value = image.getAttribute(name);
    if (value) box.setAttribute(`data-${name}`, value);
  }
  return box;
}

/** A frame: what it would show. */
export function blockedFrame(frame: HTMLIFrameElement): HTMLElement {
  const box = frame.ownerDocument.createElement('div');
  box.className = 'pl-frame';
  box.setAttribute(remoteAttribute, frame.getAttribute('src') ?? '');
  return box;
}
