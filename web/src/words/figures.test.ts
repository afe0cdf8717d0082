import { describe, expect, it } from 'vitest';
import type { Claim, Figure } from '../api/claim';
import { figureSaid, mannerOf, ownFigures, quoted, rangeOf } from './figures';

const figure = (text: string, low: number | null, high: number | null, qualifier: string | null, subset_of: number | null = null): Figure => ({ kind: 'killed', text, start: 0, end: 0, low, high, qualifier, subset_of });

describe('figures', () => {
  it('are quoted with what they were read as', () => {
    expect(quoted(figure('Between 16 and 20', 16, 20, 'about'))).toBe('"Between 16 and 20" (16 to 20)');
    expect(quoted(figure('dozens', 24, null, 'vague'))).toBe('"dozens" (24 or more)');
    expect(quoted(figure('16', 16, 16, 'exact'))).toBe('"16"');
    expect(quoted(figure('many', null, null, null))).toBe('"many"');
  });
  it('are numbers where the number says it all, and added up where groups are counted apart', () => {
    expect(figureSaid({ low: 12, high: null }, [figure('At least 12 people', 12, null, 'at_least')])).toBe('at least 12');
    expect(figureSaid({ low: 12, high: 12 }, [figure('12 or so', 12, 12, null)])).toBe('"12 or so" (12)');
    expect(figureSaid({ low: 8, high: 8 }, [figure('three soldiers', 3, 3, 'exact'), figure('five rebels', 5, 5, 'exact')])).toBe('"three soldiers" and "five rebels", together 8');
    expect(figureSaid({ low: null, high: null }, [])).toBe('no number');
  });
  it('of a claim are those of the whole', () => {
    const all = [figure('12', 12, 12, 'exact'), figure('three', 3, 3, 'exact', 0)];
    expect(ownFigures({ casualties: all } as unknown as Claim, 'killed', { low: 12, high: 12 })).toEqual([all[0]]);
    expect(ownFigures(undefined, 'killed', { low: 1, high: 1 })).toEqual([]);
  });
  it('have one manner only where all have it', () => {
    expect(mannerOf([figure('a', 1, 1, 'feared'), figure('b', 2, 2, 'feared')])).toBe('feared');
    expect(mannerOf([figure('a', 1, 1, 'feared'), figure('b', 2, 2, 'exact')])).toBeNull();
    expect(mannerOf([figure('a', 1, 1, 'exact')])).toBeNull();
  });
  it('make a range that is open where an open one begins above all others', () => {
    expect(rangeOf([{ low: 16, high: 16 }, { low: 80, high: null }])).toEqual({ low: 16, high: null });
    expect(rangeOf([{ low: 16, high: null }, { low: 23, high: 23 }])).toEqual({ low: 16, high: 23 });
    expect(rangeOf([{ low: null, high: null }])).toEqual({ low: null, high: null });
  });
});
