import { describe, expect, it } from 'vitest';
import { beside, both, isEmpty, kept, placeOf, readFilter, withoutValue, withValue, writeFilter } from './filter';

const read = (text: string) => readFilter(new URLSearchParams(text));

describe('the filter in the address', () => {
  it('keeps the words of the API and drops what is not theirs', () => {
    const filter = read('type=ASSAULT&selected=e_1&type=COERCE&q=bridge&map=1,2,3&killed=');
    expect(filter).toEqual({ q: 'bridge', type: ['ASSAULT', 'COERCE'] });
  });

  it('writes equal filters alike, whatever their order was', () => {
    expect(writeFilter(read('grade=denied&q=a+b')).toString()).toBe(writeFilter(read('q=a%20b&grade=denied')).toString());
  });

  it('survives the way through the address', () => {
    const filter = read('q=%22a%22+%26+b&party=Sons+of+the+Ford&area=-1,2,170,-170&source-kind=state-media');
    expect(read(writeFilter(filter).toString())).toEqual(filter);
  });

  it('adds to what may be repeated and replaces what may not', () => {
    expect(withValue(read('type=AID'), 'type', 'ASSAULT').type).toEqual(['AID', 'ASSAULT']);
    expect(withValue(read('type=AID'), 'type', 'AID').type).toEqual(['AID']);
    expect(withValue(read('from=2024-01-01'), 'from', '2024-02-01').from).toBe('2024-02-01');
    expect(isEmpty(withValue(read('q=x'), 'q', ' '))).toBe(true);
  });

  it('takes away one value and leaves the others', () => {
    const filter = read('party=a&party=b&q=x');
    expect(withoutValue(filter, 'party', 'a')).toEqual({ q: 'x', party: ['b'] });
    expect(isEmpty(withoutValue(read('q=x'), 'q', 'x'))).toBe(true);
  });

  it('joins the filter of a page with that of its address', () => {
    expect(both(read('party=a'), read('party=b&source=s&from=2024-01-01'))).toEqual({ from: '2024-01-01', party: ['a'], source: ['s'] });
  });

  it('tells what the reader has put from what the page is about', () => {
    const [filter, fixed] = [read('area=1,2,3,4&source=s&from=2024-01-01'), read('area=1,2,3,4')];
    expect(beside(filter, fixed)).toEqual({ from: '2024-01-01', source: ['s'] });
    expect(kept(filter, fixed)).toEqual({ area: '1,2,3,4' });
    expect(isEmpty(beside(fixed, fixed))).toBe(true);
    // A page about a party has it in its path: the address keeps nothing of it.
    expect(isEmpty(kept(read('source=s'), read('party=a')))).toBe(true);
  });

  it('finds the place in it: the box, or else the countries', () => {
    expect(placeOf(read('area=1,2,3,4&country=SYR&q=x'))).toEqual({ area: '1,2,3,4' });
    expect(placeOf(read('country=SYR&country=IRQ&q=x'))).toEqual({ country: ['SYR', 'IRQ'] });
    expect(placeOf(read('q=x'))).toEqual({});
  });
});
