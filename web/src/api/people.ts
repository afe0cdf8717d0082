import type { Count } from './counts';
import { get } from './request';

/** A party: what it did, and what was done to it. */
export interface PartyRecord {
  name: string;
  id: string | null;
  country: string | null;
  sector: string | null;
  as_actor: Count[];
  as_recipient: Count[];
  by_source_kind: Count[];
  events: number;
}

/** A source: what it claims, and how often it is borne out. */
export interface SourceRecord {
  name: string;
  kind: string | null;
  events: number;
  types: Count[];
  grades: Count[];
  /** Events that only this source tells of. */
  alone: number;
}

export const party = (name: string, filter: URLSearchParams, signal?: AbortSignal): Promise<PartyRecord> =>
  get(`parties/${encodeURIComponent(name)}`, filter, signal);

export const source = (name: string, filter: URLSearchParams, signal?: AbortSignal): Promise<SourceRecord> =>
  get(`sources/${encodeURIComponent(name)}`, filter, signal);
