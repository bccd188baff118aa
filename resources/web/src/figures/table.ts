/** Kind `table`: rows that the reader can sort by a click on a column's head. */
import { make } from '../dom.ts';
import { shortCell } from '../enliven/block_parts.ts';
import type { FigureKind } from '../panels/figure.ts';

export interface TableContent {
  columns: { name: string; align: 'left' | 'right' | 'center' }[];
  rows: string[][];
}

interface Order {
  column: string;
  descending: boolean;
}

/** The number that a cell shows, if it shows one: "1 200" with narrow spaces, "0.91 ± 0.02" and "4 (2 … 6)" of groups. */
export function cellNumber(text: string): number | undefined {
  const plain = text.replace(/ [±(].*$/, '').replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-');
  const value = Number(plain.replace(/%$/, ''));
  return plain !== '' && Number.isFinite(value) ? value : undefined;
}

/** Numbers before words, words in the language's order, empty cells last in both directions. */
export function compareCells(a: string, b: string, descending: boolean): number {
  const sign = descending ? -1 : 1;
  const blank = (text: string) => text === '' || text === '–' || text === 'NaN';
  if (blank(a) || blank(b)) return Number(blank(a)) - Number(blank(b));
  const x = cellNumber(a);
  const y = cellNumber(b);
  if (x !== undefined && y !== undefined) return sign * (x - y);
  if (x !== undefined || y !== undefined) return sign * (x !== undefined ? -1 : 1);
  return sign * a.localeCompare(b, undefined, { numeric: true });
}

/** `rows` in the chosen order; equal ones keep theirs. */
export function sortedRows({ columns, rows }: TableContent, order: Order | undefined): string[][] {
  const index = columns.findIndex((column) => column.name === order?.column);
  if (!order || index < 0) return rows;
  return [...rows].sort((a, b) => compareCells(a[index] ?? '', b[index] ?? '', order.descending));
}

function cellClass(text: string, align = 'left'): string {
  return `pl-${align}${text.length <= shortCell ? ' pl-short' : ''}`;
}

function headCell(name: string, align: string, order: Order | undefined, chosen: () => void): HTMLElement {
  const button = make('button', '', name);
  button.type = 'button';
  button.addEventListener('click', chosen);
  const cell = make('th', `pl-${align}`, button);
  cell.scope = 'col';
  if (order?.column === name) cell.setAttribute('aria-sort', order.descending ? 'descending' : 'ascending');
  return cell;
}

export const table: FigureKind<TableContent> = {
  name: 'table',
  create(body, { settings }) {
    let content: TableContent = { columns: [], rows: [] };
    let order: Order | undefined;

    /** First click: rising; second: falling; third: as core sent it. */
    const choose = (column: string) => {
      if (order?.column !== column) order = { column, descending: false };
      else order = order.descending ? undefined : { column, descending: true };
      draw();
    };
    const draw = () => {
      const heads = content.columns.map(({ name, align }) => headCell(name, align, order, () => choose(name)));
      const rows = sortedRows(content, order).map((row) => {
        return make('tr', '', ...row.map((text, i) => make('td', cellClass(text, content.columns[i]?.align), text)));
      });
      const whole = make('table', 'pl-data', make('thead', '', make('tr', '', ...heads)), make('tbody', '', ...rows));
      const frame = make('div', 'pl-table pl-rows', whole);
      if (rows.length === 0) frame.append(make('p', 'pl-empty', settings.strings.noRows));
      const scroll = body.querySelector('.pl-rows')?.scrollTop ?? 0;
      body.replaceChildren(frame);
      frame.scrollTop = scroll;
    };
    return {
      update(next) {
        content = next;
        draw();
      },
    };
  },
};
