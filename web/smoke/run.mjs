// A browser goes through the built page over the made-up record: npm run build && npm run smoke
// CHROMIUM names the browser; PAGE another server (then only what does not depend on the made-up events is checked).
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { checks } from './checks.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const only = process.argv[2];

/** The mock on a port of its own. */
async function serve(...args) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../mock/server.mjs'), '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const base = await new Promise((resolve) => child.stdout.once('data', (said) => resolve(/http:\/\/[\d.:]+/.exec(String(said))[0])));
  return { base, close: () => child.kill() };
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });

async function open(base, path, { width = 1440, theme = 'light' } = {}) {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 760 : 900 }, colorScheme: theme, reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // What the server refuses on purpose is written to the console by the browser itself.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) troubles.push(message.text());
  });
  await page.goto(base + path);
  return { page, troubles, close: () => context.close() };
}

/** What axe finds wrong by WCAG 2.2 AA. */
async function axe(page) {
  // Into the page past its policy, which forbids scripts made of text.
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return found.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join('; ')})`);
}

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  if (only && !name.includes(only)) continue;
  const began = performance.now();
  try {
    await check({ serve, open, axe });
    console.log(`ok    ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`WRONG ${name}\n      ${String(error.stack ?? error).split('\n').slice(0, 6).join('\n      ')}`);
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
