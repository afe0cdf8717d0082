import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Whose code and data the built page holds. */
const HELD = ['svelte', 'maplibre-gl', 'd3-time', 'd3-array', 'internmap', 'topojson-client', 'world-atlas'];
const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'];

/** Their licences in one file, as `virtual:licences`: most of them ask to be handed on. */
export function licences(): Plugin {
  const ID = '\0licences';
  let building = false;
  return {
    name: 'dateline-licences',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === 'virtual:licences' ? ID : null),
    load(id) {
      if (id !== ID) return null;
      if (!building) return "export default '/about'";
      const file = this.emitFile({ type: 'asset', name: 'licences.txt', source: HELD.map(licence).join('\n\n') });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
  };
}

function licence(name: string): string {
  const folder = join(import.meta.dirname, '../node_modules', name);
  const file = FILES.map((f) => join(folder, f)).find(existsSync);
  if (!file) throw new Error(`${name} has no licence to hand on`);
  return `===== ${name} =====\n\n${readFileSync(file, 'utf8').trim()}\n`;
}
