import { feature, mesh } from 'topojson-client';
import type { Feature, FeatureCollection, MultiLineString, Point, Polygon, MultiPolygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import address from 'virtual:basemap';
import { ownMap, type OwnMap } from '../api/basemap';
import { unwrapped } from './unwrapped';

/** What lies under the points. */
export interface Basemap extends NaturalEarth {
  /** The map that is drawn in its place. */
  own: OwnMap | null;
}

interface NaturalEarth {
  land: FeatureCollection<Polygon | MultiPolygon, { name: string }>;
  borders: MultiLineString;
  /** A point for the name of each country, with how much room it has. */
  names: FeatureCollection<Point, { name: string; size: number }>;
}

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

let kept: Promise<Basemap> | undefined;

/** Natural Earth at 1:50 million, and what is drawn in its place: read once for all maps of the page. */
export function basemap(): Promise<Basemap> {
  kept ??= Promise.all([naturalEarth(), ownMap()]).then(([earth, own]) => ({ ...earth, own })).catch((error: unknown) => {
    kept = undefined;
    throw error;
  });
  return kept;
}

async function naturalEarth(): Promise<NaturalEarth> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('The land of the map could not be loaded.');
  const world = (await answer.json()) as Countries;
  const land = feature(world, world.objects.countries) as NaturalEarth['land'];
  for (const country of land.features) country.geometry = unwrapped(country.geometry);
  return {
    land,
    borders: mesh(world, world.objects.countries as never, (a, b) => a !== b),
    names: { type: 'FeatureCollection', features: land.features.map(named) },
  };
}

/** Where to write a country's name: the middle of its largest piece. */
function named({ geometry, properties }: Feature<Polygon | MultiPolygon, { name: string }>): Feature<Point, { name: string; size: number }> {
  const rings = geometry.type === 'Polygon' ? [geometry.coordinates[0]!] : geometry.coordinates.map((polygon) => polygon[0]!);
  const { at, size } = rings.map(middle).reduce((best, next) => (next.size > best.size ? next : best));
  return { type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { name: properties.name, size } };
}

/** Centre of mass and area of a ring, in degrees; good enough to write a name. */
function middle(ring: Position[]): { at: [number, number]; size: number } {
  let [x, y, twice] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1] as [number, number];
    const [x1, y1] = ring[i] as [number, number];
    const cross = x0 * y1 - x1 * y0;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
    twice += cross;
  }
  if (!twice) return { at: ring[0] as [number, number], size: 0 };
  return { at: [x / (3 * twice), y / (3 * twice)], size: Math.abs(twice / 2) };
}
