import type { Claim, Source } from '../api/claim';
import { listed } from './lists';
import { spelled } from './numbers';

/** Kinds of source that hand on what others say; the server goes by the same. */
const OUTLETS: readonly (string | null)[] = ['media', 'news-agency', 'state-media'];

export interface Speaker {
  who: string;
  kind: string | null;
}

const named = ({ who, text, kind }: Source): Speaker => ({ who: who ?? text, kind });
const relays = (source: Source, i: number): boolean => i > 0 && OUTLETS.includes(source.kind);

/** All whose word a claim is: the source nearest to the event and those beside it; the publisher where the report speaks itself. */
export function speakersOf({ sources, report }: Claim): Speaker[] {
  const cited = sources.filter((source, i) => !relays(source, i)).map(named);
  return cited.length ? cited : [{ who: report.publisher ?? 'The report itself', kind: 'media' }];
}

/** "police and doctors, relayed by Meridian Wire": only outlets relay. `name` writes a source. */
export function saidBy(claim: Claim, name: (speaker: Speaker) => string = ({ who }) => who): string {
  const behind = claim.sources.filter(relays).map(named).map(name);
  return listed(speakersOf(claim).map(name)) + (behind.length ? `, relayed by ${listed(behind)}` : '');
}

/** "police, doctors, SANA and two others": so many of all. */
export function namedOf(names: readonly string[], all: number): string {
  const more = all - names.length;
  return listed(more > 0 ? [...names, more === 1 ? 'one other' : `${spelled(more)} others`] : names);
}
