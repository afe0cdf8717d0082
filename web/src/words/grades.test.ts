import { describe, expect, it } from 'vitest';
import { EVENT_GRADES, gradeName, statusSays } from './grades';

describe('what a claim says', () => {
  it('is a denial of what is known to be denied, and of no more', () => {
    expect(statusSays('denied', 'event')).toBe('says it did not happen');
    expect(statusSays('denied', 'actor')).toBe('denies having done it');
    expect(statusSays('denied', 'figure')).toBe('denies the figure');
    expect(statusSays('denied')).toBe('denies it, or says that it is not so');
  });
  it('is as sure as its status', () => {
    expect([statusSays('possible'), statusSays('future'), statusSays('anything else')]).toEqual(['says it may have happened', 'says it is to happen', 'anything else']);
  });
});

describe('grades', () => {
  it('of events leave out what only the history has', () => {
    expect(EVENT_GRADES.map((g) => g.grade)).not.toContain('denied');
    expect(gradeName('denied')).toBe('Denied');
  });
});
