import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { OwnMap } from '../api/basemap';
import type { Basemap } from './basemap';
import { nameSign } from './signs';

/** What lies under the points, as MapLibre wants it. */
export interface Ground {
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
}

type Colour = (name: string) => string;
type Part = 'land' | 'water' | 'building' | 'line' | 'border';

/** Layers of shapes by the names of the schemas in common use (Protomaps, OpenMapTiles, Shortbread), the lowest first. */
const PARTS: readonly [name: string, part: Part][] = [
  ['earth', 'land'],
  ['land', 'land'],
  ['ocean', 'water'],
  ['water', 'water'],
  ['water_polygons', 'water'],
  ['waterway', 'water'],
  ['water_lines', 'water'],
  ['buildings', 'building'],
  ['building', 'building'],
  ['roads', 'line'],
  ['streets', 'line'],
  ['transportation', 'line'],
  ['boundaries', 'border'],
  ['boundary', 'border'],
];

const OWN = 'own';
const is = (shape: 'Polygon' | 'LineString') => ['==', ['geometry-type'], shape] as never;

/** Natural Earth, or the map that whoever started the server has named. */
export function ground({ own, ...base }: Basemap, colour: Colour): Ground {
  if (own?.kind === 'raster') return pictures(own);
  const names: LayerSpecification = {
    id: 'names',
    type: 'symbol',
    source: 'names',
    // Names come in where their country has room for them.
    filter: ['>=', ['*', ['sqrt', ['get', 'size']], ['^', 2, ['zoom']]], 14] as never,
    layout: { 'icon-image': nameSign(colour('label'), colour('land')) as never, 'symbol-sort-key': ['-', 0, ['get', 'size']], 'icon-padding': 4 },
  };
  const data = (data: unknown): SourceSpecification => ({ type: 'geojson', data: data as never });
  if (own) return { sources: { [OWN]: tiled(own, 'vector'), names: data(base.names) }, layers: [...shapes(own.layers, colour), names] };
  return {
    sources: { land: data(base.land), borders: data(base.borders), names: data(base.names) },
    layers: [
      plain(colour('sea')),
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('land'), 'fill-antialias': false } },
      { id: 'borders', type: 'line', source: 'borders', paint: border(colour) },
      names,
    ],
  };
}

const plain = (colour: string): LayerSpecification => ({ id: 'plain', type: 'background', paint: { 'background-color': colour } });
const border = (colour: Colour) => ({ 'line-color': colour('border'), 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 6, 1.2] as never });

/** MapLibre reads tiles in a worker, which knows no address but whole ones. */
function tiled({ tiles, min_zoom, max_zoom }: OwnMap, type: 'raster' | 'vector'): SourceSpecification {
  const whole = tiles.startsWith('/') ? location.origin + tiles : tiles;
  return { type, tiles: [whole], minzoom: min_zoom, maxzoom: max_zoom, ...(type === 'raster' ? { tileSize: 256 } : {}) } as SourceSpecification;
}

const pictures = (own: OwnMap): Ground => ({ sources: { [OWN]: tiled(own, 'raster') }, layers: [{ id: OWN, type: 'raster', source: OWN, paint: { 'raster-fade-duration': 0 } }] });

/** Those of the layers that are known, in the colours of the page. */
export function shapes(layers: readonly string[], colour: Colour): LayerSpecification[] {
  const there = PARTS.filter(([name]) => layers.includes(name));
  const of = (name: string, as: string) => ({ id: `${OWN}-${name}-${as}`, source: OWN, 'source-layer': name });
  // Where the map has no land of its own, all that is no water is land.
  const background = there.some(([, part]) => part === 'land') ? 'sea' : 'land';
  return [
    plain(colour(background)),
    ...there.flatMap(([name, part]): LayerSpecification[] => {
      const fill: LayerSpecification = { ...of(name, 'fill'), type: 'fill', filter: is('Polygon'), paint: { 'fill-color': colour(part === 'land' ? 'land' : part === 'water' ? 'sea' : 'border'), 'fill-opacity': part === 'building' ? 0.35 : 1 } };
      const line: LayerSpecification = { ...of(name, 'line'), type: 'line', filter: is('LineString'), paint: part === 'border' ? border(colour) : { 'line-color': colour(part === 'water' ? 'sea' : 'border'), 'line-opacity': part === 'line' ? 0.5 : 1 } };
      return part === 'land' || part === 'building' ? [fill] : part === 'water' ? [fill, line] : [line];
    }),
  ];
}
