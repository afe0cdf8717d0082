// What the built page weighs, packed, and where it comes from: npm run sizes
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = join(import.meta.dirname, '../dist/assets');
const WHAT = { index: 'first, at once', atlas: 'map', 'maplibre-gl-csp-worker': 'map', basemap: 'map', mark: 'icon', licences: 'on request' };

for (const name of readdirSync(ASSETS)) {
  const bytes = readFileSync(join(ASSETS, name));
  const packed = (gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1);
  console.log(`${packed.padStart(7)} KiB gzip  ${(bytes.length / 1024).toFixed(1).padStart(7)} KiB  ${(WHAT[name.replace(/-[\w-]{8}\.\w+$/, '')] ?? '').padEnd(14)}  ${name}`);
}
