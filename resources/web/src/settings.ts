/** What the host configures: theme, mode, language, words. */
import { defaultStrings, type Strings } from './strings.ts';

export type Theme = 'light' | 'dark';
/** `screen`: preview; `print`: everything drawn at once at the paper's width; `export`: as print, for `snapshot()`. */
export type Mode = 'screen' | 'print' | 'export';

export interface Configuration {
  theme?: Theme;
  mode?: Mode;
  language?: string;
  strings?: Partial<Strings>;
}

/** The current settings; listeners are told after each change. */
export class Settings {
  theme: Theme = 'light';
  mode: Mode = 'screen';
  language = 'en';
  strings: Strings = defaultStrings;
  readonly #listeners: (() => void)[] = [];
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** True when all is drawn at once and nothing waits to be scrolled to. */
  get paged(): boolean {
    return this.mode !== 'screen';
  }

  apply(configuration: Configuration): void {
    this.theme = configuration.theme ?? this.theme;
    this.mode = configuration.mode ?? this.mode;
    this.language = configuration.language ?? this.language;
    this.strings = { ...this.strings, ...configuration.strings };
    if (this.mode === 'print') this.theme = 'light'; // paper is white
    this.#root.dataset.theme = this.theme;
    this.#root.dataset.mode = this.mode;
    this.#root.lang = this.language;
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }
}
