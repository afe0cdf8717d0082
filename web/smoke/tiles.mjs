// A basemap of one picture, for the walk: PMTiles, version 3 (github.com/protomaps/PMTiles, spec/v3).
import { Buffer } from 'node:buffer';

/** What the picture is full of: red, green, blue. */
export const COLOUR = [200, 40, 200];
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4oXECK2IYWhIA+z5uAVwDqMgAAAAASUVORK5CYII=', 'base64');
const HEADER = 127;

/** The file: a header, the directory of its only tile, metadata, the tile. */
export function onePicture(credit) {
  const metadata = Buffer.from(JSON.stringify({ attribution: credit }));
  // How many; then by columns: number of the tile, how many alike, length, offset.
  const directory = Buffer.from([1, 0, 1, PICTURE.length & 127 | (PICTURE.length > 127 ? 128 : 0), ...(PICTURE.length > 127 ? [PICTURE.length >> 7] : []), 1]);
  const header = Buffer.alloc(HEADER);
  header.write('PMTiles');
  header[7] = 3;
  const at = [HEADER, HEADER + directory.length, HEADER + directory.length + metadata.length];
  [at[0], directory.length, at[1], metadata.length, at[2], 0, at[2], PICTURE.length, 1, 1, 1].forEach((n, i) => header.writeBigUInt64LE(BigInt(n), 8 + i * 8));
  // In order; nothing packed; PNG; from zoom 0 to zoom 0.
  header.set([1, 1, 1, 2, 0, 0], 96);
  [-180, -85, 180, 85].forEach((degrees, i) => header.writeInt32LE(degrees * 1e7, 102 + i * 4));
  return Buffer.concat([header, directory, metadata, PICTURE]);
}
