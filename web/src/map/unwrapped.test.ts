import { describe, expect, it } from 'vitest';
import { unwrapped, unwrappedRing } from './unwrapped';

describe('land across the date line', () => {
  it('goes on beyond it, and comes back', () => {
    expect(unwrappedRing([[170, 60], [179, 65], [-175, 66], [-170, 62], [178, 61], [170, 60]]).map((p) => p[0])).toEqual([170, 179, 185, 190, 178, 170]);
    expect(unwrappedRing([[-175, 60], [175, 61], [-175, 60]]).map((p) => p[0])).toEqual([-175, -185, -175]);
  });
  it('is left as it is elsewhere', () => {
    const ring = [[-10, 0], [100, 5], [20, 9], [-10, 0]];
    expect(unwrapped({ type: 'MultiPolygon', coordinates: [[ring]] }).coordinates).toEqual([[ring]]);
  });
});
