/** Every text of the page that a person sees. The host sends translations under the same names. `%1` is filled in. */
export const defaultStrings = {
  blockedImage: 'Image from %1 is not loaded',
  loadImage: 'Load image',
  filmFailed: 'This film cannot be played here.',
  remoteImageFailed: 'Image from %1 could not be loaded',
  tryAgain: 'Try again',
  missingImage: 'Image cannot be shown: %1',
  frameNotShown: 'This frame is not shown yet: %1',
  copyCode: 'Copy',
  copied: 'Copied',
  headingLink: 'Link to this heading',
  mathError: 'Formula not understood: %1',
  diagramError: 'Diagram not understood: %1',
  chartError: 'Chart not understood: %1',
  panelWaiting: 'Waiting for data',
  panelLive: 'Live',
  panelAsOf: 'As of %1',
  openOriginal: 'Open the original',
  plotError: 'Plot cannot be drawn: %1',
  plotNeedsWebGl: 'This 3D plot needs WebGL, which is not available here.',
  noRows: 'No rows',
  noData: 'No data',
  step: 'step %1',
};

export type Strings = typeof defaultStrings;

/** `text` with `%1` replaced. */
export function fill(text: string, value: string): string {
  return text.replace('%1', () => value);
}
