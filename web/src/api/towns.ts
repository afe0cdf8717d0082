import type { Area } from '../map/area';
import { get } from './request';

/** A town to name on the map. */
export interface Town {
  name: string;
  lat: number;
  lon: number;
  capital: boolean;
}

/** The largest towns of what is looked at; none where there is room for countries only. */
export async function towns({ south, north, west, east }: Area, zoom: number, signal?: AbortSignal): Promise<Town[]> {
  // Outwards to whole degrees: a map that is moved a little asks the same again.
  const view = [Math.max(-90, Math.floor(south)), Math.min(90, Math.ceil(north)), Math.max(-180, Math.floor(west)), Math.min(180, Math.ceil(east))].join(',');
  const answer = await get<{ towns: Town[] }>('towns', new URLSearchParams({ view, zoom: String(Math.floor(zoom)) }), signal);
  return answer.towns;
}
