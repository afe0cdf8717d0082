import type { Area } from '../map/area';
import { get } from './request';

/** How many events have a value. */
export interface Count {
  value: string;
  events: number;
  label?: string;
}

export interface Summary {
  mark: number;
  events: number;
  placed: number;
  days: { first: string; last: string } | null;
  area: [south: number, north: number, west: number, east: number] | null;
  types: Count[];
  grades: Count[];
  countries: Count[];
}

export type Step = 'day' | 'week' | 'month' | 'year';

export interface Part {
  day: string;
  type: string;
  events: number;
}

export interface Timeline {
  mark: number;
  step: Step;
  parts: Part[];
}

/** What stands at one point of the map. */
export interface Cell {
  lat: number;
  lon: number;
  events: number;
  killed: number | null;
  near: boolean;
  type: string;
  id: string | null;
}

export const summary = (filter: URLSearchParams, signal?: AbortSignal): Promise<Summary> => get('summary', filter, signal);

export const timeline = (filter: URLSearchParams, signal?: AbortSignal): Promise<Timeline> => get('timeline', filter, signal);

export function cells(filter: URLSearchParams, view: Area, zoom: number, signal?: AbortSignal): Promise<{ mark: number; cells: Cell[] }> {
  const query = new URLSearchParams(filter);
  query.set('view', [view.south, view.north, view.west, view.east].map((d) => d.toFixed(3)).join(','));
  query.set('zoom', String(Math.max(0, Math.floor(zoom))));
  return get('map', query, signal);
}
