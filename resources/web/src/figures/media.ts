/** Kind `media`: pictures, sounds, films, texts and pages that runs have logged. */
import { make } from '../dom.ts';
import type { FigureContext, FigureKind } from '../panels/figure.ts';
import { fill } from '../strings.ts';

export interface MediaItem {
  src: string;
  kind: 'image' | 'audio' | 'video' | 'text' | 'html';
  text: string;
  caption: string;
  step: number;
  run: string;
}

export interface MediaContent {
  items: MediaItem[];
}

const ownAddress = /^plotleaf:\/\/(?:media|asset)\/|^data:(?:image|audio|video)\//i;

/** Its first picture is there before it is played, on paper too. */
function film(src: string, context: FigureContext): HTMLElement {
  const video = make('video');
  video.controls = !context.settings.paged;
  video.preload = 'metadata';
  video.playsInline = true;
  const settled = new Promise<void>((resolve) => {
    video.addEventListener('loadeddata', () => resolve(), { once: true });
    video.addEventListener('error', () => {
      video.replaceWith(make('div', 'pl-missing', context.settings.strings.filmFailed));
      resolve();
    }, { once: true });
  });
  context.work.add(settled);
  video.src = src;
  return video;
}

function show({ src, kind, text, caption, run }: MediaItem, context: FigureContext): HTMLElement {
  if (kind === 'text') return make('div', 'pl-media-text', text);
  if (kind === 'html') return make('div', 'pl-media-page', context.clean(text));
  if (!ownAddress.test(src)) return make('div', 'pl-missing', caption || run);
  if (kind === 'video') return film(src, context);
  if (kind === 'audio') {
    const audio = make('audio');
    audio.controls = true;
    audio.preload = 'none';
    audio.src = src;
    return audio;
  }
  const image = make('img');
  image.alt = caption || run;
  image.decoding = 'sync';
  image.src = src;
  return image;
}

function describe({ caption, run, step }: MediaItem, context: FigureContext): HTMLElement {
  const stepText = Number.isFinite(step) ? fill(context.settings.strings.step, String(step)) : '';
  const detail = [run, stepText].filter(Boolean).join(' · ');
  const words = make('figcaption', '', caption);
  if (detail) words.append(make('span', 'pl-detail', detail));
  return words;
}

export const media: FigureKind<MediaContent> = {
  name: 'media',
  create(body, context) {
    // What stays keeps its element, so that live updates do not flicker.
    let shown = new Map<string, HTMLElement>();
    return {
      update({ items }) {
        const figures = new Map<string, HTMLElement>();
        for (const item of items) {
          const identity = JSON.stringify(item);
          const words = describe(item, context);
          figures.set(identity, shown.get(identity) ?? make('figure', `pl-media-item pl-media-${item.kind}`, show(item, context), words));
        }
        shown = figures;
        const gallery = make('div', 'pl-gallery', ...figures.values());
        body.replaceChildren(figures.size > 0 ? gallery : make('p', 'pl-empty', context.settings.strings.noData));
      },
    };
  },
};
