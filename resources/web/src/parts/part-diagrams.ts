/** Part `diagrams`: mermaid. Runs one diagram after the other: its settings are global. */
import mermaid from 'mermaid';
import { publishPart } from '../part_registry.ts';
import type { Palette } from '../part_types.ts';

let lastId = 0;
let queue: Promise<unknown> = Promise.resolve();

/** Diagrams with many equal things (pie, git graph, mind map, time line) take the colours of plots. */
function seriesColours({ lines, surface }: Palette): Record<string, string> {
  return Object.fromEntries(lines.flatMap((colour, i) => [
    [`pie${i + 1}`, colour], [`git${i}`, colour], [`gitBranchLabel${i}`, surface], [`cScale${i}`, colour], [`cScaleLabel${i}`, surface],
  ]));
}

function variables(palette: Palette) {
  return {
    ...seriesColours(palette),
    pieStrokeColor: palette.surface,
    pieOuterStrokeColor: palette.surface,
    pieSectionTextColor: palette.surface,
    pieTitleTextColor: palette.text,
    pieLegendTextColor: palette.text,
    pieTitleTextSize: '16px',
    pieOpacity: '1',
    sectionBkgColor: palette.shade,
    sectionBkgColor2: palette.shade,
    altSectionBkgColor: palette.surface,
    taskBkgColor: palette.accentSoft,
    taskBorderColor: palette.accent,
    taskTextColor: palette.text,
    taskTextOutsideColor: palette.text,
    gridColor: palette.border,
    todayLineColor: palette.danger,
    signalColor: palette.muted,
    actorLineColor: palette.border,
    labelBoxBorderColor: palette.border,
    darkMode: palette.dark,
    background: palette.surface,
    fontFamily: palette.fontText,
    fontSize: '14px',
    primaryColor: palette.accentSoft,
    primaryBorderColor: palette.accent,
    primaryTextColor: palette.text,
    secondaryColor: palette.shade,
    secondaryBorderColor: palette.border,
    secondaryTextColor: palette.text,
    tertiaryColor: palette.surface,
    tertiaryBorderColor: palette.border,
    tertiaryTextColor: palette.text,
    lineColor: palette.muted,
    textColor: palette.text,
    mainBkg: palette.accentSoft,
    nodeBorder: palette.accent,
    clusterBkg: palette.shade,
    clusterBorder: palette.border,
    edgeLabelBackground: palette.surface,
    titleColor: palette.text,
    noteBkgColor: palette.shade,
    noteTextColor: palette.text,
    noteBorderColor: palette.border,
  };
}

function configure(palette: Palette): void {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: 'base',
    themeVariables: variables(palette),
    fontFamily: palette.fontText,
    maxTextSize: 100_000,
    // What a report's `%%{init}%%` may not change.
    secure: ['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering', 'themeCSS',
             'fontFamily', 'altFontFamily', 'themeVariables', 'theme', 'dompurifyConfig', 'htmlLabels'],
  });
}

publishPart('diagrams', {
  render(source, palette) {
    const drawn = queue.then(async () => {
      configure(palette);
      return (await mermaid.render(`pl-diagram-${++lastId}`, source)).svg;
    });
    queue = drawn.catch(() => undefined);
    return drawn;
  },
});
