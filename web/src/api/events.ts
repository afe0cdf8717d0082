import type { Claim, EventRecord, Grade } from './claim';
import { get } from './request';

/** One event in a list. */
export interface Line {
  id: string;
  /** Where the line stands in time: the day of publication where neither `first` nor `last` is known. */
  day: string | null;
  /** Days, months or years of the event itself. */
  first: string | null;
  last: string | null;
  type: string;
  grade: Grade;
  lat: number | null;
  lon: number | null;
  summary: string;
  /** Who says so, the most talkative three of `source_count`. */
  sources: string[];
  source_count: number;
  /** Who denies it or a part of it. */
  denied_by: string[];
}

export interface EventPage {
  mark: number;
  total: number;
  events: Line[];
  next: string | null;
}

/** One event with all that it rests on. */
export interface WholeEvent {
  event: EventRecord;
  claims: Claim[];
  reports: { id: string; title: string | null; publisher: string | null; published: string | null; url: string | null }[];
  why: string;
}

export function events(filter: URLSearchParams, after: string | null, signal?: AbortSignal): Promise<EventPage> {
  const query = new URLSearchParams(filter);
  query.set('limit', '50');
  if (after) query.set('after', after);
  return get('events', query, signal);
}

export const event = (id: string, signal?: AbortSignal): Promise<WholeEvent> =>
  get(`events/${encodeURIComponent(id)}`, null, signal);
