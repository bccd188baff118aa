/** Reads from plotly's events which part of the x axis the reader has chosen. Pure. */
import type { Axis, Layout } from './plot_types.ts';

/** Range in units of the data: milliseconds on a date axis, values (not exponents) on a log axis. */
export type Range = [number, number];

/** What an event says: a range, back to all, or nothing about x. */
export type RangeChange = Range | 'all' | undefined;

/** plotly writes dates as "2026-11-21 09:30:00.5", in UTC, and leaves out what is zero. */
function dateValue(text: string): number {
  const [day = '', time = ''] = text.trim().split(/[ T]/);
  const [hours = '00', minutes = '00', seconds = '00'] = (time || '00').replace(/Z$/, '').split(':');
  return Date.parse(`${day}T${hours}:${minutes}:${seconds.padEnd(2, '0')}Z`);
}

function axisValue(value: unknown, axis: Axis | undefined): number {
  if (axis?.type === 'date') return typeof value === 'string' ? dateValue(value) : Number(value);
  if (axis?.type === 'log') return 10 ** Number(value);
  return Number(value);
}

/** `event` is the argument of `plotly_relayout`. */
export function rangeFromEvent(event: Record<string, unknown>, layout: Layout): RangeChange {
  for (const [name, value] of Object.entries(event)) {
    const match = /^(xaxis\d*)\.(range(?:\[0\])?|autorange)$/.exec(name);
    if (!match) continue;
    const axisName = match[1]!;
    if (match[2] === 'autorange') return value === true ? 'all' : undefined;
    const ends = Array.isArray(value) ? value : [value, event[`${axisName}.range[1]`]];
    const axis = layout[axisName] as Axis | undefined;
    const range: Range = [axisValue(ends[0], axis), axisValue(ends[1], axis)];
    if (range.every(Number.isFinite)) return range[0] <= range[1] ? range : [range[1], range[0]];
  }
  return undefined;
}
