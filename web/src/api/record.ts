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

/** Hears of changes while the page is looked at. The browser itself reconnects; a page in the background gives its line free, as a browser has only six for a server. */
export function listen(onmark: (mark: Mark) => void, onheard: (hears: boolean) => void): void {
  let live: EventSource | undefined;
  const open = () => {
    live = new EventSource('/api/v1/live');
    live.addEventListener('mark', (message) => onmark(JSON.parse((message as MessageEvent<string>).data) as Mark));
    live.addEventListener('open', () => onheard(true));
    live.addEventListener('error', () => onheard(false));
  };
  document.addEventListener('visibilitychange', () => {
    live?.close();
    if (!document.hidden) open();
  });
  open();
}
