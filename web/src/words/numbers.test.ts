import { describe, expect, it } from 'vitest';
import { casualtiesInWords, counted, figureInWords, hedged, killedInShort, spelled } from './numbers';

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
  it('keep the manner of a single figure', () => {
    expect(figureInWords({ low: 17, high: null, qualifier: 'feared' })).toBe('17 feared');
    expect(figureInWords({ low: 95, high: 105, qualifier: 'about' })).toBe('about 95 to 105');
    expect(figureInWords({ low: 24, high: null, qualifier: 'vague' })).toBe('an unsaid number, 24 or more');
    expect(figureInWords({ low: 12, high: null, qualifier: 'at_least' })).toBe('at least 12');
  });
  it('are short in lists', () => {
    expect(killedInShort({ low: 30, high: 52 })).toBe('30 to 52 killed');
    expect(killedInShort({ low: 30, high: null })).toBe('at least 30 killed');
    expect(killedInShort({ low: null, high: null })).toBeNull();
  });
  it('are counted and spelled', () => {
    expect([counted(1, 'event'), counted(1200, 'event'), counted(2, 'party', 'parties')]).toEqual(['1 event', '1,200 events', '2 parties']);
    expect([spelled(0), spelled(9), spelled(10)]).toEqual(['no', 'nine', '10']);
  });
});
