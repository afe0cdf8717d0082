import { describe, expect, it } from 'vitest';
import type { Claim, Figure } from '../api/claim';
import type { WholeEvent } from '../api/events';
import { namesOf, tellers } from './told';

const killed = (text: string, low: number, part: number | null = null): Figure => ({ kind: 'killed', text, start: 0, end: 0, low, high: low, qualifier: 'exact', whose: 'people', subset_of: part });
const claim = (id: string, casualties: Figure[], rest: Partial<Claim> = {}): Claim =>
  ({ id, report: { id: 'r', publisher: 'The Ferry Post' }, status: 'occurred', sources: [], casualties, counts: [], denies: null, ...rest }) as unknown as Claim;

const whole = {
  event: {
    claims: ['c_1', 'c_2', 'c_3', 'c_4'],
    sources: [
      { who: 'Harbour Police', kind: 'police', claims: ['c_2', 'c_1', 'c_3', 'c_gone'] },
      { who: 'doctors', kind: 'medic', claims: ['c_2', 'c_4'] },
    ],
    casualties: [
      {
        kind: 'killed',
        figures: [
          { low: 3, high: 3, source: 'Harbour Police', claim: 'c_1', newest: false },
          { low: 5, high: 5, source: 'Harbour Police', claim: 'c_2', newest: true },
          { low: 5, high: 5, source: 'doctors', claim: 'c_2', newest: true },
        ],
      },
    ],
  },
  claims: [
    claim('c_1', [killed('three', 3)]),
    claim('c_2', [killed('five people', 5), killed('two of them', 2, 0)]),
    claim('c_3', [killed('five', 5)]),
    claim('c_4', [], { counts: [{ text: '125 people', start: 0, end: 0, low: 125, high: 125, qualifier: 'exact', what: 'killed or wounded' }] }),
  ],
} as unknown as WholeEvent;

describe('who tells what', () => {
  const [police, doctors] = tellers(whole);
  it('is told with the oldest first, older figures kept', () => {
    expect(police?.tellings.map((t) => t.claim.id)).toEqual(['c_1', 'c_2', 'c_3']);
    expect(police?.tellings[0]?.figures).toEqual([{ words: '3 killed', note: 'gave another later', older: true }]);
  });
  it('has parts, and what a source says once more', () => {
    expect(police?.tellings[1]?.figures.map((f) => [f.words, f.note])).toEqual([['5 killed', 'newest'], ['"two of them" (2) killed', 'a part']]);
    expect(police?.tellings[2]?.figures.map((f) => [f.words, f.note])).toEqual([['"five" (5) killed', 'same again']]);
  });
  it('has what is counted together', () => {
    expect(doctors?.tellings[1]?.figures.map((f) => f.words)).toEqual(['"125 people" (125) killed or wounded']);
  });
  it('names all who say it, each once', () => {
    expect(namesOf(['c_1', 'c_2'], whole)).toEqual(['Harbour Police', 'doctors']);
  });
});
