/** A box in degrees; `west` may be greater than `east`: across the date line. */
export interface Area {
  south: number;
  north: number;
  west: number;
  east: number;
}

/** From the API's form SOUTH,NORTH,WEST,EAST; null where it is none. */
export function readArea(text: string | null | undefined): Area | null {
  const parts = text?.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (parts?.length !== 4 || parts.some((part) => !Number.isFinite(part))) return null;
  const [south, north, west, east] = parts as [number, number, number, number];
  if (south > north || south < -90 || north > 90 || Math.abs(west) > 180 || Math.abs(east) > 180) return null;
  return { south, north, west, east };
}

/** Rounded: three places are about a hundred metres. */
export function writeArea({ south, north, west, east }: Area): string {
  return [south, north, west, east].map((d) => String(Math.round(d * 1000) / 1000)).join(',');
}

const degree = (d: number, positive: string, negative: string): string =>
  `${Math.abs(Math.round(d * 100) / 100)}° ${d < 0 ? negative : positive}`;

export function areaInWords({ south, north, west, east }: Area): string {
  return `${degree(south, 'N', 'S')} to ${degree(north, 'N', 'S')}, ${degree(west, 'E', 'W')} to ${degree(east, 'E', 'W')}`;
}

/** Longitude as the API has it, whatever number of times the map went around. */
export const turned = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

/** Whether what is looked at shows an area well already: all of it, and not as a speck. */
export function showsWell(view: Area, area: Area): boolean {
  const width = (a: Area) => (a.east - a.west + 360) % 360 || (a.east === a.west ? 0 : 360);
  const offset = (lon: number) => (lon - view.west + 360) % 360;
  const inside = area.south >= view.south && area.north <= view.north && (width(view) === 360 || (offset(area.west) <= offset(area.east) && offset(area.east) <= width(view)));
  return inside && (width(area) > width(view) / 4 || area.north - area.south > (view.north - view.south) / 4);
}

/** A box around a point, large enough that its surroundings belong to it. */
export function around(lat: number, lon: number, km = 25): Area {
  const up = km / 111;
  const side = up / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return { south: Math.max(-90, lat - up), north: Math.min(90, lat + up), west: turned(lon - side), east: turned(lon + side) };
}

export const isSame = (a: Area, b: Area): boolean => a.south === b.south && a.north === b.north && a.west === b.west && a.east === b.east;
