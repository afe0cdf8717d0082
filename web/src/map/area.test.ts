import { describe, expect, it } from 'vitest';
import { areaInWords, around, readArea, showsWell, turned, writeArea } from './area';

describe('areas', () => {
  it('are read in the order of the API', () => {
    expect(readArea('30,35.5,-10,20')).toEqual({ south: 30, north: 35.5, west: -10, east: 20 });
  });
  it('are refused where they are none', () => {
    for (const text of [null, '', '1,2,3', '1,2,3,x', '5,1,0,0', '0,91,0,0', '0,1,0,181', '0,,1,2']) expect(readArea(text)).toBeNull();
  });
  it('may lie across the date line', () => {
    expect(readArea('-20,-10,170,-170')).toEqual({ south: -20, north: -10, west: 170, east: -170 });
    const area = around(-17, 179.95);
    expect(area.west).toBeGreaterThan(area.east);
  });
  it('are written short', () => {
    expect(writeArea({ south: 1.23456, north: 2, west: -3.00001, east: 4 })).toBe('1.235,2,-3,4');
  });
  it('are said in words', () => {
    expect(areaInWords({ south: -10, north: 5, west: -20.5, east: 30 })).toBe('10° S to 5° N, 20.5° W to 30° E');
  });
  it('are shown well where all of them is seen and not as a speck', () => {
    const view = { south: 0, north: 10, west: 170, east: -170 };
    expect(showsWell(view, { south: 1, north: 9, west: 175, east: -175 })).toBe(true);
    expect(showsWell(view, { south: 1, north: 2, west: 175, east: 176 })).toBe(false);
    expect(showsWell(view, { south: 1, north: 9, west: 160, east: 175 })).toBe(false);
    expect(showsWell(view, { south: 1, north: 11, west: 175, east: -175 })).toBe(false);
    expect(showsWell({ south: -80, north: 80, west: -180, east: 180 }, { south: -20, north: 30, west: -100, east: 120 })).toBe(true);
  });
  it('have longitudes of one turn', () => {
    expect([turned(190), turned(-190), turned(360), turned(45)]).toEqual([-170, 170, 0, 45]);
  });
});
