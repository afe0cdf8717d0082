/** Days in the reader's own form. Days of the record are days, not moments: always UTC. */

const readers = typeof navigator === 'undefined' ? 'en-GB' : navigator.languages.find((tag) => tag.startsWith('en')) ?? 'en-GB';
const form = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(readers, { timeZone: 'UTC', ...options });
const FULL = form({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const PLAIN = form({ day: 'numeric', month: 'long', year: 'numeric' });
const SHORT = form({ day: 'numeric', month: 'short', year: 'numeric' });
const MONTH = form({ month: 'long', year: 'numeric' });

const WHOLE = /^-?\d{4,6}-\d\d-\d\d$/;

/** Midnight UTC of an ISO day; also of a month or a year, at its beginning. Null where it is no day. */
export function dayOf(iso: string | null | undefined): Date | null {
  if (!iso) return null;
  const day = new Date(`${/^\d{4}$/.test(iso) ? `${iso}-01-01` : /^\d{4}-\d\d$/.test(iso) ? `${iso}-01` : iso}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? null : day;
}

export const isoOf = (day: Date): string => day.toISOString().slice(0, 10);

function written(iso: string, whole: Intl.DateTimeFormat): string {
  const day = dayOf(iso);
  if (!day) return iso;
  if (WHOLE.test(iso)) return whole.format(day);
  return /^\d{4}-\d\d$/.test(iso) ? MONTH.format(day) : iso;
}

/** "Thursday, 13 December 2012"; a month or a year stays one. */
export const dayInFull = (iso: string): string => written(iso, FULL);
export const dayInWords = (iso: string): string => written(iso, PLAIN);
export const dayInShort = (iso: string): string => written(iso, SHORT);

/** The days of a line of the list; `day` is that of publication where neither end is known. */
export interface LineDays {
  day: string | null;
  first: string | null;
  last: string | null;
}

/** What lines stand under. */
export function headingOf({ day, first, last }: LineDays): string {
  if (!first && !last) return day ? `Told on ${dayInFull(day)}` : 'Day not known';
  const days = first === last ? dayInFull(first!) : daysInWords(first, last)!;
  return days.charAt(0).toUpperCase() + days.slice(1);
}

/** The day of the event itself. */
export const dayOfLine = ({ day, first, last }: LineDays): string | null => (first || last ? day : null);

/** "13 to 15 December 2012" in the reader's manner of ranges. */
export function daysInWords(first: string | null, last: string | null): string | null {
  if (!first && !last) return null;
  if (!first) return `until ${dayInWords(last!)}`;
  if (!last) return `since ${dayInWords(first)}`;
  if (first === last) return dayInWords(first);
  const [from, to] = [dayOf(first), dayOf(last)];
  if (from && to && WHOLE.test(first) && WHOLE.test(last) && from < to) return PLAIN.formatRange(from, to);
  return `${dayInWords(first)} to ${dayInWords(last)}`;
}
