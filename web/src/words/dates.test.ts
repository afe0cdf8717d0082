import { describe, expect, it } from 'vitest';
import { dayInFull, dayInWords, dayOf, dayOfLine, daysInWords, headingOf, isoOf } from './dates';

describe('days in words', () => {
  it('are days, whatever clock the reader has', () => {
    expect(dayInFull('2012-12-13')).toContain('Thursday');
    expect(dayInWords('2012-12-13')).toMatch(/13.*2012|December 13, 2012/);
    expect(isoOf(dayOf('2012-12-13')!)).toBe('2012-12-13');
  });
  it('leave a month a month and a year a year', () => {
    expect(dayInWords('2012-06')).toBe('June 2012');
    expect(dayInWords('2012')).toBe('2012');
  });
  it('leave open what is open', () => {
    expect(daysInWords(null, null)).toBeNull();
    expect(daysInWords('2012-06', null)).toBe('since June 2012');
    expect(daysInWords(null, '2012')).toBe('until 2012');
    expect(daysInWords('2012-12-13', '2012-12-13')).toBe(dayInWords('2012-12-13'));
    expect(daysInWords('2012-12-13', '2012-12-15')).toMatch(/13.*15.*2012/);
  });
  it('of a list are not those of the report, or are said to be', () => {
    const told = { day: '2012-01-01', first: null, last: null };
    expect(headingOf(told)).toBe(`Told on ${dayInFull('2012-01-01')}`);
    expect(dayOfLine(told)).toBeNull();
    expect(headingOf({ day: '2012-01-01', first: '2012', last: '2012' })).toBe('2012');
    expect(headingOf({ day: '2012-12-13', first: '2012-12-13', last: '2012-12-13' })).toBe(dayInFull('2012-12-13'));
    expect(headingOf({ day: '2012-06-01', first: '2012-06', last: null })).toBe('Since June 2012');
    expect(headingOf({ day: null, first: null, last: null })).toBe('Day not known');
  });
  it('are given back as they are where they are none', () => {
    expect(dayOf('2012-13-45')).toBeNull();
    expect(dayInWords('soon')).toBe('soon');
  });
});
