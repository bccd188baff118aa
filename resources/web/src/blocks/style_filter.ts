/** Which inline styles of a report may stay: those that change how its own text looks, and nothing else. */

const loads = /url|image|src|cross-fade|element|paint|expression|attr|env|@|\\|var/i;
/** Properties that could cover our own controls, move things away from their place, or defeat the page's laziness. */
const refused = /^(?:position|z-index|inset|top|left|right|bottom|content|behavior|-moz-binding|animation|transition|transform|translate|scale|rotate|offset|perspective|filter|backdrop|mask|clip|shape|will-change|contain|overflow-anchor|pointer-events|user-select|cursor|scroll|overscroll|touch-action|zoom|all|--|-webkit-(?:mask|box-reflect|user-modify|app-region))/;

/** The declarations of `style` that may stay, as text; empty when none. */
export function cleanStyle(style: string, document: Document): string {
  const probe = document.createElement('span');
  probe.setAttribute('style', style);
  const kept: string[] = [];
  for (const property of Array.from(probe.style)) {
    const value = probe.style.getPropertyValue(property);
    if (refused.test(property) || loads.test(value) || value.length > 200) continue;
    const priority = probe.style.getPropertyPriority(property);
    kept.push(`${property}: ${value}${priority ? ' !important' : ''}`);
  }
  return kept.join('; ');
}
