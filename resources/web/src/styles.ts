/** Style sheets that are loaded only when something needs them. */
export class StyleSheets {
  readonly #document: Document;
  readonly #loaded = new Map<string, Promise<void>>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Adds the bundle's sheet with this name, once. Resolves when it is there or cannot be had. */
  use(name: string): Promise<void> {
    let loaded = this.#loaded.get(name);
    if (!loaded) {
      const link = this.#document.createElement('link');
      link.rel = 'stylesheet';
      link.href = name;
      loaded = new Promise((resolve) => {
        link.addEventListener('load', () => resolve());
        link.addEventListener('error', () => resolve());
      });
      this.#document.head.append(link);
      this.#loaded.set(name, loaded);
    }
    return loaded;
  }
}
