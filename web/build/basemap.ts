import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);

/** The countries of Natural Earth without what the page does not draw, as `virtual:basemap`: the address of a file with a hash in its name. */
export function basemap(): Plugin {
  const ID = '\0basemap';
  let building = false;
  return {
    name: 'dateline-basemap',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === 'virtual:basemap' ? ID : null),
    load(id) {
      if (id !== ID) return null;
      if (!building) return "export default '/basemap.json'";
      const file = this.emitFile({ type: 'asset', name: 'basemap.json', source: trimmed() });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
    configureServer(server) {
      server.middlewares.use('/basemap.json', (_, answer) => {
        answer.setHeader('Content-Type', 'application/json');
        answer.end(trimmed());
      });
    },
  };
}

/** Only the countries (their arcs make the land too), with nothing but their names; Antarctica has no news and much coast. */
function trimmed(): string {
  const whole = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
  const { countries } = whole.objects;
  countries.geometries = countries.geometries
    .filter((g: { properties: { name: string } }) => g.properties.name !== 'Antarctica')
    .map((g: Record<string, unknown>) => ({ type: g.type, arcs: g.arcs, properties: g.properties }));
  return JSON.stringify({ ...whole, objects: { countries } });
}
