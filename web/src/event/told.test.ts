import { describe, expect, it } from 'vitest';
import type { Claim } from '../api/claim';
import type { WholeEvent } from '../api/events';
import { namesOf, sourceOf, tellers } from './told';

const claim = (id: string, sources: { who: string | null; text: string; kind: string }[] = []): Claim =>
  ({ id, report: { id: 'r', publisher: 'The Ferry Post' }, sources }) as unknown as Claim;

const whole = {
  event: {
    claims: ['c_1', 'c_2'],
    sources: [{ who: 'Harbour Police', kind: 'police', claims: ['c_2', 'c_1', 'c_gone'] }],
    casualties: [
      {
        kind: 'killed',
        figures: [
          { low: 3, high: 3, source: 'Harbour Police', claim: 'c_1', newest: false },
          { low: 5, high: 5, source: 'Harbour Police', claim: 'c_2', newest: true },
          { low: 9, high: 9, source: 'Somebody else', claim: 'c_2', newest: true },
        ],
      },
    ],
  },
  claims: [claim('c_1'), claim('c_2')],
} as unknown as WholeEvent;

describe('who tells what', () => {
  it('is told with the oldest first, older figures kept', () => {
    const [police] = tellers(whole);
    expect(police?.tellings.map((t) => t.claim.id)).toEqual(['c_1', 'c_2']);
    expect(police?.tellings.map((t) => t.figures.map((f) => [f.low, f.newest]))).toEqual([[[3, false]], [[5, true]]]);
  });
  it('is the source nearest to the event, else the publisher', () => {
    expect(sourceOf(claim('c', [{ who: null, text: 'a medic', kind: 'medic' }])).who).toBe('a medic');
    expect(sourceOf(claim('c')).who).toBe('The Ferry Post');
  });
  it('names each source once', () => {
    expect(namesOf(['c_1', 'c_2'], whole)).toEqual(['Harbour Police']);
  });
});
