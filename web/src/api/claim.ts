/** The records of docs/record.md and docs/merging.md, as far as the page reads them. */

/** Words of a report; `start` and `end` count code points. */
export interface Words {
  text: string;
  start: number;
  end: number;
}

export type Status = 'occurred' | 'possible' | 'future' | 'hypothetical' | 'denied';
export type Grade = 'single-source' | 'corroborated' | 'contested' | 'denied' | 'expected';

export interface Party extends Words {
  who: string | null;
  country: string | null;
  sector: string | null;
  id?: string | null;
}

export interface Place extends Words {
  name: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
  precision: string | null;
}

export interface Time {
  text: string | null;
  start: number | null;
  end: number | null;
  first: string | null;
  last: string | null;
  basis: 'stated' | 'inherited' | 'published' | null;
}

export interface Figure extends Words {
  kind?: string;
  what?: string;
  low: number | null;
  high: number | null;
  qualifier: string | null;
  whose?: string | null;
  subset_of?: number | null;
}

export interface Source extends Words {
  who: string | null;
  kind: string | null;
  cue: string | null;
}

export interface Claim {
  id: string;
  report: { id: string; publisher: string | null; title: string | null; published: string | null; url: string | null };
  evidence: { sentence: number; start: number; end: number; text: string; trigger: Words };
  event: { type: string; modes: string[]; scope: 'event' | 'cumulative'; historical: boolean };
  status: Status;
  actors: Party[];
  recipients: Party[];
  places: Place[];
  time: Time | null;
  casualties: Figure[];
  counts: Figure[];
  instrument: Words | null;
  sources: Source[];
  denies: { claim: string; what: 'event' | 'actor' | 'figure' } | null;
  confidence: number;
}

export interface EventParty {
  who: string;
  country: string | null;
  sector: string | null;
  id?: string | null;
  named_by: string[];
  denied_by: string[];
}

export interface EventFigure {
  low: number | null;
  high: number | null;
  source: string;
  kind: string | null;
  claim: string;
  newest: boolean;
}

export interface Casualties {
  kind: string;
  low: number | null;
  high: number | null;
  figures: EventFigure[];
}

export interface EventRecord {
  id: string;
  type: string;
  modes: string[];
  grade: Grade;
  first: string | null;
  last: string | null;
  place: { name: string; country: string | null; lat: number | null; lon: number | null; precision: string | null } | null;
  actors: EventParty[];
  recipients: EventParty[];
  casualties: Casualties[];
  instruments: string[];
  sources: { who: string; kind: string | null; claims: string[] }[];
  claims: string[];
  reports: number;
  publishers: number;
  independent_sources: number;
  history: { since: string | null; grade: Grade; claim: string }[];
  summary: string;
}
