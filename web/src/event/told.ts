import type { Claim } from '../api/claim';
import type { WholeEvent } from '../api/events';
import { figureSaid, ownFigures, quoted } from '../words/figures';
import { speakersOf } from '../words/speakers';

export interface ToldFigure {
  /** The figure in words, with what befell whom. */
  words: string;
  /** What it is to the event: the source's newest, one that it gave again or corrected, a part, denied. */
  note: string;
  older: boolean;
}

export interface Telling {
  claim: Claim;
  figures: ToldFigure[];
}

/** What one source tells of an event, claim by claim, the oldest first. */
export interface Teller {
  who: string;
  kind: string | null;
  tellings: Telling[];
}

/** The sources of an event side by side. */
export function tellers(whole: WholeEvent): Teller[] {
  const { event, claims } = whole;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const age = new Map(event.claims.map((id, i) => [id, i]));
  return event.sources.map(({ who, kind, claims: ids }) => ({
    who,
    kind,
    tellings: ids
      .flatMap((id) => byId.get(id) ?? [])
      .sort((a, b) => (age.get(a.id) ?? 0) - (age.get(b.id) ?? 0))
      .map((claim) => ({ claim, figures: figuresOf(claim, who, whole) })),
  }));
}

/** The figures of one claim by one source: those of the event first, then what the claim has besides. */
function figuresOf(claim: Claim, who: string, { event }: WholeEvent): ToldFigure[] {
  const its = event.casualties.flatMap(({ kind, figures }) => figures.filter((f) => f.source === who).map((f) => ({ ...f, of: kind })));
  const counting = its.filter((f) => f.claim === claim.id).map((f) => ({ figure: f, own: ownFigures(claim, f.of, f) }));
  const used = new Set(counting.flatMap(({ own }) => own));
  return [
    ...counting.map(({ figure, own }) => ({ words: `${figureSaid(figure, own)} ${figure.of}`, note: figure.newest ? 'newest' : 'gave another later', older: !figure.newest })),
    ...claim.casualties.filter((f) => !used.has(f)).map((f) => {
      const again = its.some((other) => other.of === f.kind && other.low === f.low && other.high === f.high);
      const part = typeof f.subset_of === 'number' || !again;
      return { words: `${quoted(f)} ${f.kind ?? ''}`, note: claim.status === 'denied' ? 'denied' : part ? 'a part' : 'same again', older: false };
    }),
    ...claim.counts.map((f) => ({ words: `${quoted(f)} ${f.what ?? ''}`, note: claim.status === 'denied' ? 'denied' : '', older: false })),
  ];
}

/** Names of the sources of some claims, each once. */
export function namesOf(ids: readonly string[], { event, claims }: WholeEvent): string[] {
  const names = ids.flatMap((id) => {
    const known = event.sources.filter((s) => s.claims.includes(id)).map((s) => s.who);
    return known.length ? known : claims.filter((c) => c.id === id).flatMap((c) => speakersOf(c).map((s) => s.who));
  });
  return [...new Set(names)];
}
