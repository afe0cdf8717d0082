import type { MultiPolygon, Polygon, Position } from 'geojson';

/** A ring that steps over the date line goes on beyond 180 degrees, as MapLibre wants it, instead of once around the world. */
export function unwrappedRing(ring: Position[]): Position[] {
  let turn = 0;
  let last = ring[0]?.[0] ?? 0;
  return ring.map(([lon = 0, lat = 0]) => {
    if (lon - last > 180) turn -= 360;
    else if (lon - last < -180) turn += 360;
    last = lon;
    return [lon + turn, lat];
  });
}

export function unwrapped<T extends Polygon | MultiPolygon>(geometry: T): T {
  const coordinates =
    geometry.type === 'Polygon' ? geometry.coordinates.map(unwrappedRing) : geometry.coordinates.map((polygon) => polygon.map(unwrappedRing));
  return { ...geometry, coordinates } as T;
}
