/** Source lines and places on the page, both ways. Pure: the boxes are handed in. */

/** A block's lines (counted from 0, both inclusive) and its box in CSS pixels from the top of the document. */
export interface LineBox {
  first: number;
  last: number;
  top: number;
  bottom: number;
}

/** Reads boxes lazily: measuring one costs layout. */
export interface LineBoxes {
  readonly count: number;
  at(index: number): LineBox;
  /** Lines only, which costs nothing. */
  first(index: number): number;
}

/** Index of the last entry whose value is at most `wanted`; 0 when there is none. `value` must not fall. */
export function lastAtMost(count: number, value: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (value(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Place of `line`, which may have a fraction. Between two blocks it goes evenly from one to the next. */
export function topOfLine(boxes: LineBoxes, line: number): number {
  if (boxes.count === 0) return 0;
  const index = lastAtMost(boxes.count, (i) => boxes.first(i), line);
  const box = boxes.at(index);
  if (line <= box.first) return box.top;
  const end = box.last + 1;
  if (line <= end) return box.top + ((line - box.first) / (end - box.first)) * (box.bottom - box.top);
  if (index + 1 >= boxes.count) return box.bottom;
  const next = boxes.at(index + 1);
  return box.bottom + ((line - end) / Math.max(next.first - end, 1)) * (next.top - box.bottom);
}

/** Source line at this place; the inverse of `topOfLine`. */
export function lineAtTop(boxes: LineBoxes, top: number): number {
  if (boxes.count === 0) return 0;
  const index = lastAtMost(boxes.count, (i) => boxes.at(i).top, top);
  const box = boxes.at(index);
  if (top <= box.top) return box.first;
  const end = box.last + 1;
  if (top <= box.bottom) return box.first + ((top - box.top) / Math.max(box.bottom - box.top, 1)) * (end - box.first);
  if (index + 1 >= boxes.count) return end;
  const next = boxes.at(index + 1);
  return end + ((top - box.bottom) / Math.max(next.top - box.bottom, 1)) * (next.first - end);
}
