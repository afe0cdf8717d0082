import { get } from './request';

/** A map that whoever started the server has named in the place of Natural Earth's. */
export interface OwnMap {
  /** Address of a tile, with {z}, {x} and {y}. */
  tiles: string;
  kind: 'raster' | 'vector';
  min_zoom: number;
  max_zoom: number;
  /** Names of the layers of shapes. */
  layers: string[];
  credit: string;
}

let kept: Promise<OwnMap | null> | undefined;

/** The same for all maps of the page. */
export function ownMap(): Promise<OwnMap | null> {
  kept ??= get<{ own: OwnMap | null }>('basemap').then(({ own }) => own).catch((error: unknown) => {
    kept = undefined;
    throw error;
  });
  return kept;
}
