import { describe, expect, it } from 'vitest';
import { ground, shapes } from './ground';

const none = { type: 'FeatureCollection' as const, features: [] };
const earth = { land: none, borders: { type: 'MultiLineString' as const, coordinates: [] }, names: none };
const own = { tiles: 'https://tiles.example.org/{z}/{x}/{y}.png', min_zoom: 0, max_zoom: 19, layers: [], credit: 'Example' };
const name = (colour: string) => colour;

describe('the ground of the map', () => {
  it('is Natural Earth with its names', () => {
    const { layers } = ground({ ...earth, own: null }, name);
    expect(layers.map((layer) => layer.id)).toEqual(['plain', 'land', 'borders', 'names']);
  });
  it('is the pictures of another map, which have their own names and borders', () => {
    const { sources, layers } = ground({ ...earth, own: { ...own, kind: 'raster' } }, name);
    expect([Object.keys(sources), layers.map((layer) => layer.id)]).toEqual([['own'], ['own']]);
  });
  it('is the shapes of another map that are known, under the names of the page', () => {
    const { layers } = ground({ ...earth, own: { ...own, kind: 'vector', layers: ['water', 'earth', 'pois'] } }, name);
    expect(layers.map((layer) => layer.id)).toEqual(['plain', 'own-earth-fill', 'own-water-fill', 'own-water-line', 'names']);
  });
  it('is land where a map draws water alone', () => {
    const background = (layers: string[]) => (shapes(layers, name)[0]!.paint as Record<string, string>)['background-color'];
    expect([background(['water', 'transportation']), background(['water', 'land'])]).toEqual(['land', 'sea']);
  });
});
