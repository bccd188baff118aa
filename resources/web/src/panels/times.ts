/** When the data of a panel was new, in the reader's language and time zone. */

function format(iso: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : new Intl.DateTimeFormat(language, options).format(time);
}

/** The time if it is of `today`, else the date. */
export function shortTime(iso: string, language: string, today = new Date()): string {
  const sameDay = new Date(iso).toDateString() === today.toDateString();
  return format(iso, language, sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium' });
}

/** Date and time to the second. */
export function longTime(iso: string, language: string): string {
  return format(iso, language, { dateStyle: 'full', timeStyle: 'medium' });
}
