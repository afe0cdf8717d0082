import { describe, expect, it } from 'vitest';
import type { WholeEvent } from '../api/events';
import { dayOfEvent } from './day';

const whole = (first: string | null, ...bases: (string | null)[]) => ({ event: { first, last: first }, claims: bases.map((basis) => ({ time: basis && { basis } })) }) as unknown as WholeEvent;

describe('the day of an event', () => {
  it('is said to be that of the report where no claim says when', () => {
    expect(dayOfEvent(whole('2012', 'published', null))).toBe('2012 (day of the report)');
    expect(dayOfEvent(whole('2012', 'published', 'stated'))).toBe('2012');
    expect(dayOfEvent(whole(null, 'stated'))).toBe('Day not known');
  });
});
