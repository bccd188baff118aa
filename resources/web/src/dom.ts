/** Building elements in few words. Text is always text, never HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name, className = '', ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
