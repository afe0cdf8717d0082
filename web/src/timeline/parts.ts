import { utcDay, utcMonday, utcMonth, utcYear, utcTicks, type CountableTimeInterval } from 'd3-time';
import type { Part, Step } from '../api/counts';
import { dayOf, isoOf } from '../words/dates';
import { TYPES } from '../words/types';

const STEPS: Record<Step, CountableTimeInterval> = { day: utcDay, week: utcMonday, month: utcMonth, year: utcYear };

/** One part of the timeline, its types stacked in one order. */
export interface Bar {
  first: Date;
  /** The first day of the next part. */
  until: Date;
  events: number;
  stack: { type: string; below: number; events: number }[];
}

const ORDER = new Map(TYPES.map(({ code }, i) => [code, i]));
const order = (type: string): number => ORDER.get(type) ?? TYPES.length;

export function bars(parts: readonly Part[], step: Step): Bar[] {
  const days = new Map<string, Part[]>();
  for (const part of parts) {
    const same = days.get(part.day);
    if (same) same.push(part);
    else days.set(part.day, [part]);
  }
  const found: Bar[] = [];
  for (const [iso, same] of days) {
    const first = dayOf(iso);
    if (!first) continue;
    let events = 0;
    const stack = same
      .sort((a, b) => order(a.type) - order(b.type))
      .map((part) => {
        events += part.events;
        return { type: part.type, below: events - part.events, events: part.events };
      });
    found.push({ first, until: next(first, step), events, stack });
  }
  return found.sort((a, b) => a.first.getTime() - b.first.getTime());
}

/** The first day of the part after the one that begins on this day. */
export const next = (first: Date, step: Step): Date => (step === 'week' ? utcDay.offset(first, 7) : STEPS[step].offset(first, 1));

/** The part in which a day lies, by the calendar. */
export const partOf = (day: Date, step: Step): Date => STEPS[step].floor(day);

/** Some parts on or back. */
export const moved = (day: Date, step: Step, parts: number): Date => STEPS[step].offset(day, parts);

/** The last day of the part in which a day lies. */
export const lastOf = (day: Date, step: Step): Date => utcDay.offset(next(partOf(day, step), step), -1);

/** What the axis spans; some room around a single day. */
export function span(all: readonly Bar[]): [Date, Date] | null {
  const [first, last] = [all[0], all.at(-1)];
  return first && last ? [first.first, last.until] : null;
}

/** Days for the axis, not closer than there is room for. */
export function ticks([from, to]: [Date, Date], room: number): { day: Date; label: string }[] {
  let days = [...new Set(utcTicks(from, to, Math.max(2, room)).map((tick) => isoOf(tick)))];
  // The ticks that are asked for are a wish only.
  while (days.length > Math.max(2, room)) days = days.filter((_, i) => i % 2 === 0);
  return days.map((iso) => dayOf(iso)!).map((day, i) => ({ day, label: label(day, i === 0) }));
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** As short as can be: the year where one begins, the month where one begins, else the day. */
function label(day: Date, first: boolean): string {
  if (day.getUTCMonth() === 0 && day.getUTCDate() === 1) return String(day.getUTCFullYear());
  const month = MONTH.format(day);
  const year = first ? ` ${day.getUTCFullYear()}` : '';
  return day.getUTCDate() === 1 ? `${month}${year}` : `${day.getUTCDate()} ${month}${year}`;
}
