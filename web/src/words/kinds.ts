/** Kinds of sources and sectors of parties in words; the codes are those of docs/codebook.md. */

const KINDS: Record<string, string> = {
  government: 'Government',
  military: 'Armed forces',
  police: 'Police',
  rebel: 'Armed group',
  party: 'Political party',
  'state-media': 'State media',
  'news-agency': 'News agency',
  media: 'News outlet',
  activist: 'Activists',
  monitor: 'Monitoring group',
  ngo: 'Aid or rights organisation',
  igo: 'International organisation',
  medic: 'Medics and rescuers',
  witness: 'Witnesses',
  expert: 'Expert',
  company: 'Company',
  'unnamed-official': 'Unnamed official',
  unknown: 'Not said who',
};

export const KIND_CODES: readonly string[] = Object.keys(KINDS);
export const kindName = (kind: string | null): string => (kind === null ? 'Not known' : KINDS[kind] ?? kind);

const SECTORS: Record<string, string> = {
  GOV: 'government',
  MIL: 'armed forces',
  COP: 'police',
  SPY: 'intelligence service',
  JUD: 'courts',
  LEG: 'parliament',
  PTY: 'political party',
  REB: 'armed group against a government',
  PRE: 'armed group allied to a government',
  CVL: 'civilians',
  JRN: 'journalists',
  BUS: 'business',
  EDU: 'education',
  REL: 'religion',
  AGR: 'farming',
  REF: 'refugees or displaced people',
  CRM: 'organised crime',
  IGO: 'organisation of states',
  NGO: 'non-governmental organisation',
  UNK: 'not known',
};

export const sectorName = (sector: string | null): string | null => (sector === null ? null : SECTORS[sector] ?? sector);
