import { describe, expect, it } from 'vitest';
import type { Cell } from '../api/counts';
import { countInShort, points, radius } from './points';

const cell = (over: Partial<Cell>): Cell => ({ lat: 1, lon: 2, events: 1, killed: null, near: true, type: 'AID', id: 'e_1', ...over });

describe('points of the map', () => {
  it('grow with the killed, but not without bound', () => {
    expect(radius(100, 1)).toBeGreaterThan(radius(10, 1));
    expect(radius(1e6, 1)).toBe(radius(400, 1));
  });
  it('have room for their number', () => {
    expect(radius(null, 5)).toBeGreaterThanOrEqual(10);
    expect([1, 2, 999, 1000, 1249, 9960, 40000].map(countInShort)).toEqual(['', '2', '999', '1k', '1.2k', '10k', '40k']);
  });
  it('lie with the smallest on top and know their cell', () => {
    const found = points([cell({}), cell({ killed: 90 })]).features.map((f) => f.properties.cell);
    expect(found).toEqual([1, 0]);
  });
});
