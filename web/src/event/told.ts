import type { Claim } from '../api/claim';
import type { WholeEvent } from '../api/events';

/** Who a claim's word is: the source nearest to the event, the publisher where the report speaks itself. */
export function sourceOf(claim: Claim): { who: string; kind: string | null } {
  const [nearest] = claim.sources;
  if (nearest) return { who: nearest.who ?? nearest.text, kind: nearest.kind };
  return { who: claim.report.publisher ?? 'The report itself', kind: 'media' };
}

export interface Telling {
  claim: Claim;
  figures: { kind: string; low: number | null; high: number | null; newest: boolean }[];
}

/** What one source tells of an event, claim by claim, the oldest first. */
export interface Teller {
  who: string;
  kind: string | null;
  tellings: Telling[];
}

/** The sources of an event side by side. */
export function tellers({ event, claims }: WholeEvent): Teller[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const age = new Map(event.claims.map((id, i) => [id, i]));
  return event.sources.map(({ who, kind, claims: ids }) => ({
    who,
    kind,
    tellings: ids
      .flatMap((id) => byId.get(id) ?? [])
      .sort((a, b) => (age.get(a.id) ?? 0) - (age.get(b.id) ?? 0))
      .map((claim) => ({
        claim,
        figures: event.casualties.flatMap(({ kind, figures }) =>
          figures.filter((f) => f.claim === claim.id && f.source === who).map(({ low, high, newest }) => ({ kind, low, high, newest })),
        ),
      })),
  }));
}

/** Names of the sources of some claims, each once. */
export function namesOf(ids: readonly string[], { event, claims }: WholeEvent): string[] {
  const names = ids.map((id) => event.sources.find((s) => s.claims.includes(id))?.who ?? claims.filter((c) => c.id === id).map((c) => sourceOf(c).who)[0]);
  return [...new Set(names.filter((name) => name !== undefined))];
}
