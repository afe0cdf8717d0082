import maplibre from 'maplibre-gl/dist/maplibre-gl-csp.js';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url';
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { Cell } from '../api/counts';
import { turned, type Area } from './area';
import { basemap, type Basemap } from './basemap';
import { points, type PointProperties } from './points';
import { drawSign } from './signs';
import { style } from './style';
import { TownNames } from './towns';
import type { View } from './view';

maplibre.setWorkerUrl(workerUrl);

const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Where Natural Earth's coast gets too coarse, and where a map of streets does. */
const NEAREST = 12;
const CLOSEST = 17;

export interface Listeners {
  /** The map rests; `moved` where the reader moved it. */
  view(area: Area, zoom: number, moved: View | null): void;
  /** The pointer is on a cell, or on none. */
  over(cell: Cell | null): void;
  choose(cell: Cell): void;
}

/** MapLibre, told what to draw and asked where it is. Nothing outside of this folder knows of it. */
export class Atlas {
  readonly #map: MapLibre;
  readonly #base: Basemap;
  #cells: readonly Cell[] = [];
  #shown: FeatureCollection = NONE;
  #pointed: FeatureCollection = NONE;
  #named: FeatureCollection = NONE;
  readonly #towns = new TownNames();
  #closed = false;

  static async open(container: HTMLElement, start: View | null, still: boolean, listeners: Listeners): Promise<Atlas> {
    return new Atlas(await basemap(), container, start, still, listeners);
  }

  private constructor(base: Basemap, container: HTMLElement, start: View | null, still: boolean, listeners: Listeners) {
    this.#base = base;
    this.#map = new maplibre.Map({
      container,
      style: style(base, NONE, NONE, NONE),
      center: start ? [start.lon, start.lat] : [15, 20],
      zoom: start?.zoom ?? 0.6,
      maxZoom: base.own ? Math.min(Math.max(base.own.max_zoom, NEAREST), CLOSEST) : NEAREST,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      interactive: !still,
      // A finger that scrolls the page must not be caught by the map.
      cooperativeGestures: !still && matchMedia('(pointer: coarse)').matches,
      fadeDuration: 0,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.on('styleimagemissing', ({ id }) => {
      const sign = drawSign(id);
      if (sign && !this.#map.hasImage(id)) this.#map.addImage(id, sign.image, { pixelRatio: sign.ratio });
    });
    const rest = (moved: boolean) => {
      listeners.view(this.#area(), this.#map.getZoom(), moved ? this.#view() : null);
      void this.#nameTowns();
    };
    this.#map.once('load', () => rest(false));
    // What came while the style was being read.
    this.#map.on('style.load', () => {
      this.#set('shown', this.#shown);
      this.#set('pointed', this.#pointed);
      this.#set('towns', this.#named);
    });
    this.#map.on('moveend', (event) => rest(Boolean((event as { originalEvent?: unknown }).originalEvent)));
    this.#map.on('mousemove', (event) => this.#over(event, listeners));
    this.#map.on('mouseout', () => listeners.over(null));
    this.#map.on('click', (event) => {
      const cell = this.#cellAt(event);
      if (cell) listeners.choose(cell);
    });
  }

  show(cells: readonly Cell[]): void {
    this.#cells = cells;
    this.#shown = points(cells);
    this.#set('shown', this.#shown);
  }

  /** Rings around what is pointed at and what is chosen. */
  ring(marks: readonly { lat: number; lon: number; strong: boolean }[]): void {
    const features = marks.map(({ lat, lon, strong }) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [lon, lat] },
      properties: { radius: strong ? 14 : 12, width: strong ? 3 : 2 },
    }));
    this.#pointed = { type: 'FeatureCollection', features };
    this.#set('pointed', this.#pointed);
  }

  /** The colours of the page have changed. */
  recolour(): void {
    this.#map.setStyle(style(this.#base, this.#shown, this.#pointed, this.#named));
  }

  fit({ south, north, west, east }: Area, instantly: boolean): void {
    const to = east < west ? east + 360 : east;
    this.#map.fitBounds([west, south, to, north], { padding: { top: 56, bottom: 36, left: 32, right: 32 }, maxZoom: 7, animate: !instantly && !stillness() });
  }

  go(lat: number, lon: number, zoom: number): void {
    this.#map.easeTo({ center: [lon, lat], zoom: Math.max(zoom, this.#map.getZoom()), animate: !stillness() });
  }

  /** Nearer to a cell, so that it falls apart; false where the map is as near as it goes. */
  enter(cell: Cell): boolean {
    if (this.#map.getZoom() >= this.#map.getMaxZoom() - 0.1) return false;
    this.#map.easeTo({ center: [cell.lon, cell.lat], zoom: this.#map.getZoom() + 2, animate: !stillness() }, { originalEvent: true });
    return true;
  }

  zoomBy(levels: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + levels, animate: !stillness() }, { originalEvent: true });
  }

  area(): Area {
    return this.#area();
  }

  /** The box between two points of the container, in pixels. */
  between(a: [number, number], b: [number, number]): Area {
    const [one, other] = [this.#map.unproject([Math.min(a[0], b[0]), Math.max(a[1], b[1])]), this.#map.unproject([Math.max(a[0], b[0]), Math.min(a[1], b[1])])];
    return { south: one.lat, north: other.lat, west: turned(one.lng), east: turned(other.lng) };
  }

  close(): void {
    this.#closed = true;
    this.#towns.stop();
    this.#map.remove();
  }

  async #nameTowns(): Promise<void> {
    // Pictures have their own names.
    if (this.#base.own?.kind === 'raster') return;
    const named = await this.#towns.of(this.#area(), this.#map.getZoom());
    if (!named || this.#closed) return;
    this.#named = named;
    this.#set('towns', named);
  }

  #set(id: string, data: FeatureCollection): void {
    (this.#map.getSource(id) as GeoJSONSource | undefined)?.setData(data);
  }

  #area(): Area {
    const bounds = this.#map.getBounds();
    const [west, east] = [bounds.getWest(), bounds.getEast()];
    const whole = east - west >= 360;
    return {
      south: Math.max(-90, bounds.getSouth()),
      north: Math.min(90, bounds.getNorth()),
      west: whole ? -180 : turned(west),
      east: whole ? 180 : turned(east),
    };
  }

  #view(): View {
    const { lat, lng } = this.#map.getCenter();
    return { lat, lon: turned(lng), zoom: this.#map.getZoom() };
  }

  #cellAt(event: MapMouseEvent): Cell | undefined {
    if (!this.#map.getLayer('points')) return undefined;
    const { x, y } = event.point;
    // A few pixels around: small points are hard to hit.
    const found = this.#map.queryRenderedFeatures([[x - 5, y - 5], [x + 5, y + 5]], { layers: ['points'] })[0];
    return found && this.#cells[(found.properties as PointProperties).cell];
  }

  #over(event: MapMouseEvent, listeners: Listeners): void {
    const cell = this.#cellAt(event);
    this.#map.getCanvas().style.cursor = cell ? 'pointer' : '';
    listeners.over(cell ?? null);
  }
}

const stillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
