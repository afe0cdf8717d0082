/** Where a map looks. */
export interface View {
  lat: number;
  lon: number;
  zoom: number;
}

/** From the address: LAT,LON,ZOOM. */
export function readView(text: string | null): View | null {
  const parts = text?.split(',').map(Number);
  if (parts?.length !== 3 || parts.some((part) => !Number.isFinite(part))) return null;
  const [lat, lon, zoom] = parts as [number, number, number];
  if (Math.abs(lat) > 85 || Math.abs(lon) > 180 || zoom < 0 || zoom > 22) return null;
  return { lat, lon, zoom };
}

export const writeView = ({ lat, lon, zoom }: View): string => [lat.toFixed(3), lon.toFixed(3), zoom.toFixed(2)].join(',');
