/** Part `math`: KaTeX with chemistry. */
import katex from 'katex';
import 'katex/contrib/mhchem';
import { publishPart } from '../part_registry.ts';

publishPart('math', {
  render(tex, display, accessible) {
    return katex.renderToString(tex, {
      displayMode: display,
      output: accessible ? 'htmlAndMathml' : 'html',
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxSize: 40, // em
      maxExpand: 1000,
    });
  },
});
