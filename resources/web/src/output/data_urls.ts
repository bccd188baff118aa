/** Files of our scheme as data URLs, for the static document: an exported page has no files beside it. */

function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // Not `fetch`: it refuses own schemes on Qt 6.4.
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'blob';
    request.onload = () => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as string);
      reader.onerror = () => reject(new Error(url));
      reader.readAsDataURL(request.response as Blob);
    };
    request.onerror = () => reject(new Error(url));
    request.send();
  });
}

/** Reads each address once and remembers it. */
export class DataUrls {
  readonly #known = new Map<string, string>();

  get(url: string): string | undefined {
    return url.startsWith('data:') ? url : this.#known.get(url);
  }

  /** Resolves to the addresses that could not be read. */
  async load(urls: Iterable<string>): Promise<string[]> {
    const missing: string[] = [];
    const wanted = [...new Set(urls)].filter((url) => this.get(url) === undefined);
    await Promise.all(wanted.map((url) => read(url).then((data) => this.#known.set(url, data), () => missing.push(url))));
    return missing;
  }
}
