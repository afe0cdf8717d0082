import { get, post } from './request';

/** What the server keeps. */
export interface RecordState {
  program: string;
  name: string;
  mark: number;
  reports: number;
  claims: number;
  events: number;
  behind: boolean;
  published: { first: string; last: string } | null;
  examples: boolean;
}

export const record = (signal?: AbortSignal): Promise<RecordState> => get('record', null, signal);

export const loadExamples = (): Promise<void> => post('examples');

/** A change of the record, as /api/v1/live tells it. */
export interface Mark {
  mark: number;
  events: number;
}

/** Hears of changes until the function that it returns is called. The browser itself reconnects. */
export function listen(onmark: (mark: Mark) => void, onheard: (hears: boolean) => void): () => void {
  const live = new EventSource('/api/v1/live');
  live.addEventListener('mark', (message) => onmark(JSON.parse((message as MessageEvent<string>).data) as Mark));
  live.addEventListener('open', () => onheard(true));
  live.addEventListener('error', () => onheard(false));
  return () => live.close();
}
