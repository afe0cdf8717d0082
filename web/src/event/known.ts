import type { Casualties, Claim, EventFigure, Grade } from '../api/claim';
import type { WholeEvent } from '../api/events';
import { figureSaid, mannerOf, ownFigures, rangeOf } from '../words/figures';
import { begun, listed } from '../words/lists';
import { casualtiesExpected, casualtiesInWords } from '../words/numbers';
import { saidBy } from '../words/speakers';

/** What the newest figures of one kind come to, by what their claims say of it. */
export interface KnownFigure {
  sentence: string;
  accordingTo: string;
}

type Reality = 'occurred' | 'possible' | 'future';
const SAID: Record<Exclude<Reality, 'occurred'>, string> = { possible: 'Said to be possible', future: 'Said to be coming' };

function reality(claim: Claim | undefined, grade: Grade): Reality {
  if (!claim) return grade === 'expected' ? 'future' : 'occurred';
  if (claim.status === 'possible' || claim.status === 'hypothetical') return 'possible';
  return claim.status === 'future' ? 'future' : 'occurred';
}

/** "at least 39 according to Pavlo; "dozens" (24 or more) according to Anna": sources of one figure together. */
function accordingTo(kind: string, figures: readonly EventFigure[], claims: ReadonlyMap<string, Claim>): string {
  const by = new Map<string, string[]>();
  for (const figure of figures) {
    const words = figureSaid(figure, ownFigures(claims.get(figure.claim), kind, figure));
    by.set(words, [...new Set([...(by.get(words) ?? []), figure.source])]);
  }
  return [...by].map(([words, sources]) => `${words} according to ${listed(sources)}`).join('; ');
}

/** The figures of one kind in sentences; what has not happened, or only may have, is not said as what has. */
export function known({ kind, figures }: Casualties, { event, claims }: WholeEvent): KnownFigure[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const newest = figures.filter((f) => f.newest);
  return (['occurred', 'possible', 'future'] as const).flatMap((what) => {
    const its = newest.filter((f) => reality(byId.get(f.claim), event.grade) === what);
    if (!its.length) return [];
    const manner = mannerOf(its.flatMap((f) => ownFigures(byId.get(f.claim), kind, f)));
    const range = rangeOf(its);
    const sentence = what === 'occurred' ? begun(casualtiesInWords(kind, range, manner)) : `${SAID[what]}: ${casualtiesExpected(kind, range, manner)}`;
    return [{ sentence, accordingTo: begun(accordingTo(kind, its, byId)) }];
  });
}

/** Other figures of the claims, one for dead and hurt together among them, with whose they are. */
export function otherFigures({ claims }: WholeEvent): string[] {
  const all = claims
    .filter((claim) => claim.status !== 'denied')
    .flatMap((claim) => claim.counts.map((f) => `"${f.text}"${f.what ? ` ${f.what}` : ''}, according to ${saidBy(claim)}${claim.status === 'occurred' ? '' : ' (not said to have happened for certain)'}`));
  return [...new Set(all)];
}
