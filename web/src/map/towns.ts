import type { FeatureCollection } from 'geojson';
import { towns } from '../api/towns';
import type { Area } from './area';

/** Zoom below which the server names no towns. */
const FIRST_ZOOM = 4;

/** Names of towns for what is looked at; the last question wins. */
export class TownNames {
  #asked: AbortController | undefined;

  async of(area: Area, zoom: number): Promise<FeatureCollection | null> {
    this.stop();
    const features: FeatureCollection['features'] = [];
    if (zoom >= FIRST_ZOOM) {
      this.#asked = new AbortController();
      try {
        for (const { name, lat, lon, capital } of await towns(area, zoom, this.#asked.signal)) {
          features.push({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { name, order: features.length, capital } });
        }
      } catch {
        // Names are a comfort: without them, or without this answer, the map is as good as before.
        return null;
      }
    }
    return { type: 'FeatureCollection', features };
  }

  stop(): void {
    this.#asked?.abort();
  }
}
