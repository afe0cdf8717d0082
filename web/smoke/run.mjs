// A browser goes through the built page over the made-up record: npm run build && npm run smoke
// CHROMIUM names the browser; an argument picks the checks with these words in their names.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { axe, launch, open } from './browser.mjs';
import { checks } from './checks.mjs';

const only = process.argv[2];

const mocks = [];

/** The mock on a port of its own. */
async function serve(...args) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../mock/server.mjs'), '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  mocks.push(child);
  const base = await new Promise((resolve) => child.stdout.once('data', (said) => resolve(/http:\/\/[\d.:]+/.exec(String(said))[0])));
  return { base, close: () => child.kill() };
}

const browser = await launch();
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  if (only && !name.includes(only)) continue;
  const began = performance.now();
  try {
    await check({ serve, open: (...where) => open(browser, ...where), axe });
    console.log(`ok    ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`WRONG ${name}\n      ${String(error.stack ?? error).split('\n').slice(0, 6).join('\n      ')}`);
  }
  // A check that went wrong has left its mock running.
  for (const mock of mocks.splice(0)) mock.kill();
}
await browser.close();
process.exit(failed ? 1 : 0);
