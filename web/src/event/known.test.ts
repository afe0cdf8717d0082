import { describe, expect, it } from 'vitest';
import type { Casualties, Claim, Status } from '../api/claim';
import type { WholeEvent } from '../api/events';
import { known, otherFigures } from './known';

type Told = [source: string, text: string, low: number | null, high: number | null, qualifier: string, status?: Status];

function event(...told: Told[]) {
  const claims = told.map(([who, text, low, high, qualifier, status = 'occurred'], i) => ({
    id: `c_${i}`, status, report: {}, sources: [{ text: who, who, kind: 'police' }], counts: [], casualties: [{ kind: 'killed', text, low, high, qualifier, subset_of: null }],
  })) as unknown as Claim[];
  const figures = told.map(([source, , low, high], i) => ({ source, low, high, kind: null, claim: `c_${i}`, newest: true }));
  const casualties: Casualties = { kind: 'killed', low: null, high: null, figures };
  return known(casualties, { event: { grade: 'corroborated' }, claims } as unknown as WholeEvent).map((k) => `${k.sentence}. ${k.accordingTo}.`);
}

describe('what is known', () => {
  it('is a range of what is said to have happened, with who says what', () => {
    expect(event(['A', 'at least 16', 16, null, 'at_least'], ['B', '23', 23, 23, 'exact'], ['C', '23', 23, 23, 'exact'])).toEqual([
      'Between 16 and 23 people were killed. At least 16 according to A; 23 according to B and C.',
    ]);
  });
  it('is not said to have happened where nobody says so', () => {
    expect(event(['A', '17 feared killed', 17, null, 'feared', 'possible'])).toEqual(['Said to be possible: 17 people feared killed. "17 feared killed" (17 or more) according to A.']);
    expect(event(['A', '40', 40, 40, 'exact', 'future'])).toEqual(['Said to be coming: 40 people killed. 40 according to A.']);
  });
  it('is told apart from what only may be', () => {
    expect(event(['A', '16', 16, 16, 'exact'], ['B', '90', 90, 90, 'exact', 'hypothetical'])).toEqual(['16 people were killed. 16 according to A.', 'Said to be possible: 90 people killed. 90 according to B.']);
  });
  it('leaves open what the words leave open', () => {
    expect(event(['A', 'hundreds', 200, null, 'vague'])).toEqual(['An unstated number of people were killed. "hundreds" (200 or more) according to A.']);
    expect(event(['A', 'about 10', 10, 10, 'about'])).toEqual(['About 10 people were killed. "about 10" (10) according to A.']);
    expect(event(['A', 'heavy casualties', null, null, 'vague'])).toEqual(['An unknown number of people were killed. "heavy casualties" according to A.']);
  });
  it('has the figures for dead and hurt together', () => {
    const claims = [
      { status: 'occurred', report: { publisher: 'Post' }, sources: [], counts: [{ text: '125 people', what: 'killed or wounded' }] },
      { status: 'denied', report: { publisher: 'Post' }, sources: [], counts: [{ text: '9', what: 'missiles' }] },
    ];
    expect(otherFigures({ claims } as unknown as WholeEvent)).toEqual(['"125 people" killed or wounded, according to Post']);
  });
});
