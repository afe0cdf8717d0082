import { describe, expect, it } from 'vitest';
import { isoOf } from '../words/dates';
import { bars, lastOf, next, partOf, span, ticks } from './parts';

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

describe('parts of the timeline', () => {
  it('stack their types in one order, whatever order they came in', () => {
    const [bar] = bars([{ day: '2024-03-05', type: 'AID', events: 2 }, { day: '2024-03-05', type: 'ASSAULT', events: 3 }], 'day');
    expect(bar?.stack.map((s) => [s.type, s.below])).toEqual([['ASSAULT', 0], ['AID', 3]]);
    expect(bar?.events).toBe(5);
  });
  it('keep types that the page does not know', () => {
    expect(bars([{ day: '2024-03-05', type: 'NEW', events: 1 }], 'day')[0]?.stack[0]?.type).toBe('NEW');
  });
  it('reach to the next part', () => {
    expect(isoOf(next(day('2024-02-01'), 'month'))).toBe('2024-03-01');
    expect(isoOf(next(day('2024-02-28'), 'week'))).toBe('2024-03-06');
    expect(isoOf(lastOf(day('2024-02-10'), 'month'))).toBe('2024-02-29');
    expect(isoOf(partOf(day('2024-03-07'), 'week'))).toBe('2024-03-04');
  });
  it('span from the first to the end of the last, in order', () => {
    const found = span(bars([{ day: '2024-05-01', type: 'AID', events: 1 }, { day: '2024-01-01', type: 'AID', events: 1 }], 'month'));
    expect(found?.map(isoOf)).toEqual(['2024-01-01', '2024-06-01']);
    expect(span([])).toBeNull();
  });
  it('are named on the axis no more often than once a day', () => {
    const labels = ticks([day('2024-03-05'), day('2024-03-07')], 9).map((t) => t.label);
    expect(labels).toEqual(['5 Mar 2024', '6 Mar', '7 Mar']);
  });
});
