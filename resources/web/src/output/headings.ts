/** Headings for the PDF's outline. */
export interface Heading {
  id: string;
  level: number;
  text: string;
}

/** Headings of the report below `root`, in order; not those inside quotes, tables or panels. */
export function headingsOf(root: Element): Heading[] {
  const headings = root.querySelectorAll<HTMLElement>('.pl-block > :is(h1, h2, h3, h4, h5, h6)');
  return Array.from(headings, (heading) => ({
    id: heading.id,
    level: Number(heading.localName.slice(1)),
    text: (heading.textContent ?? '').trim(),
  }));
}
