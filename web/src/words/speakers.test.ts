import { describe, expect, it } from 'vitest';
import type { Claim } from '../api/claim';
import { namedOf, saidBy, speakersOf } from './speakers';

const source = (text: string, kind: string, who: string | null = null) => ({ text, start: 0, end: 0, who, kind, cue: null });
const claim = (...sources: ReturnType<typeof source>[]) => ({ report: { publisher: 'The Ferry Post' }, sources }) as unknown as Claim;

describe('whose word a claim is', () => {
  it('is that of the source nearest to the event, else that of the publisher', () => {
    expect(speakersOf(claim(source('a medic', 'medic')))).toEqual([{ who: 'a medic', kind: 'medic' }]);
    expect(speakersOf(claim())).toEqual([{ who: 'The Ferry Post', kind: 'media' }]);
  });
  it('is that of all who say it side by side; only outlets relay', () => {
    const both = claim(source('police', 'police', 'Harbour Police'), source('doctors', 'medic'), source('Meridian Wire', 'news-agency'));
    expect(speakersOf(both).map((s) => s.who)).toEqual(['Harbour Police', 'doctors']);
    expect(saidBy(both)).toBe('Harbour Police and doctors, relayed by Meridian Wire');
    expect(saidBy(both, ({ kind }) => kind!)).toBe('police and medic, relayed by news-agency');
  });
  it('is an outlet\'s where that stands nearest', () => {
    expect(saidBy(claim(source('state television', 'state-media'), source('Meridian Wire', 'news-agency')))).toBe('state television, relayed by Meridian Wire');
  });
  it('are so many of all', () => {
    expect([namedOf(['police'], 1), namedOf(['police', 'doctors'], 3), namedOf(['police', 'doctors'], 6)]).toEqual(['police', 'police, doctors and one other', 'police, doctors and four others']);
  });
});
