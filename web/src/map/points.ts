import type { Feature, FeatureCollection, Point } from 'geojson';
import type { Cell } from '../api/counts';
import { typeClass, type Class } from '../words/types';

export interface PointProperties {
  /** Place in the list of cells. */
  cell: number;
  of: Class;
  radius: number;
  near: boolean;
  count: string;
}

/** Its area grows with the killed; a number needs room. */
export function radius(killed: number | null, events: number): number {
  const bySize = 5 + Math.sqrt(Math.min(killed ?? 0, 400)) * 0.95;
  const byNumber = events < 2 ? 0 : events < 100 ? 10 : events < 1000 ? 13 : 16;
  return Math.max(bySize, byNumber);
}

/** "950", "1.2k", "40k". */
export function countInShort(events: number): string {
  if (events < 2) return '';
  if (events < 1000) return String(events);
  return events < 9950 ? `${(events / 1000).toFixed(1).replace('.0', '')}k` : `${Math.round(events / 1000)}k`;
}

export function points(cells: readonly Cell[]): FeatureCollection<Point, PointProperties> {
  const features = cells.map((cell, i): Feature<Point, PointProperties> => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [cell.lon, cell.lat] },
    properties: {
      cell: i,
      of: typeClass(cell.type),
      radius: radius(cell.killed, cell.events),
      near: cell.near,
      count: countInShort(cell.events),
    },
  }));
  // Small ones lie on top, so that none is hidden.
  return { type: 'FeatureCollection', features: features.sort((a, b) => b.properties.radius - a.properties.radius) };
}
