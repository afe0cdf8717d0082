import type { Claim } from './claim';
import { get } from './request';

/** One article as published, with what was read in it. */
export interface Report {
  id: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
  dateline: string | null;
  url: string | null;
  text: string;
  /** The report whose text this one repeats: its claims are there. */
  copy_of: string | null;
  versions: { version: number; read_at: string; current: boolean }[];
  copies: { id: string; publisher: string | null; published: string | null; url: string | null }[];
  claims: Claim[];
  events: Record<string, string>;
}

export const report = (id: string, signal?: AbortSignal): Promise<Report> => get(`reports/${encodeURIComponent(id)}`, null, signal);
