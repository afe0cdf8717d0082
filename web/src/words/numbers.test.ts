import { describe, expect, it } from 'vitest';
import { bounds, casualtiesExpected, casualtiesInWords, counted, hedged, spelled } from './numbers';

describe('figures in words', () => {
  it('keep open what is open', () => {
    expect(hedged({ low: 40000, high: null })).toBe('at least 40,000');
    expect(hedged({ low: 16, high: 23 })).toBe('between 16 and 23');
    expect(hedged({ low: null, high: 9 })).toBe('up to 9');
    expect(hedged({ low: 7, high: 7 })).toBe('7');
    expect(hedged({ low: null, high: null })).toBeNull();
  });
  it('say who was hurt in a sentence', () => {
    expect(casualtiesInWords('killed', { low: 16, high: 23 })).toBe('between 16 and 23 people were killed');
    expect(casualtiesInWords('wounded', { low: 1, high: 1 })).toBe('one person was wounded');
    expect(casualtiesInWords('displaced', { low: 3, high: null })).toBe('at least three people were driven from their homes');
    expect(casualtiesInWords('missing', { low: null, high: null })).toBe('an unknown number of people were missing');
  });
  it('keep the manner in which they are given', () => {
    expect(casualtiesInWords('killed', { low: 17, high: null }, 'feared')).toBe('17 people are feared killed');
    expect(casualtiesInWords('killed', { low: 10, high: 10 }, 'about')).toBe('about 10 people were killed');
    expect(casualtiesInWords('wounded', { low: 200, high: null }, 'vague')).toBe('an unstated number of people were wounded');
    expect(casualtiesInWords('killed', { low: 1, high: null })).toBe('at least one person was killed');
    expect(casualtiesExpected('killed', { low: 17, high: null }, 'feared')).toBe('17 people feared killed');
    expect(casualtiesExpected('displaced', { low: 900, high: 900 })).toBe('900 people driven from their homes');
  });
  it('stand behind quoted words without a hedge of their own', () => {
    expect([bounds({ low: 16, high: 20 }), bounds({ low: 24, high: null }), bounds({ low: null, high: 9 }), bounds({ low: 10, high: 10 })]).toEqual(['16 to 20', '24 or more', 'up to 9', '10']);
    expect(bounds({ low: null, high: null })).toBeNull();
  });
  it('are counted and spelled', () => {
    expect([counted(1, 'event'), counted(1200, 'event'), counted(2, 'party', 'parties')]).toEqual(['1 event', '1,200 events', '2 parties']);
    expect([spelled(0), spelled(9), spelled(10)]).toEqual(['no', 'nine', '10']);
  });
});
