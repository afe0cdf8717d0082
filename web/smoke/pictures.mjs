// Pictures of the page for the README, of the examples: npm run pictures
// DATELINE names the program (with the page built in), CHROMIUM the browser.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, open } from './browser.mjs';
import { DATELINE, serve } from './program.mjs';

const ROOT = join(import.meta.dirname, '../..');
const TO = join(ROOT, 'docs/pictures');
const QUALITY = 0.85;

/** In the page: a PNG as WebP, which is a quarter of it. */
async function packed([bytes, quality]) {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer())];
}

/** Of the events that somebody denies, the one that most is said of, with a report that tells of it. */
async function richest(base) {
  const json = async (path) => (await fetch(`${base}/api/v1/${path}`)).json();
  const { events } = await json('events?killed=1&grade=contested&limit=200');
  const wholes = await Promise.all(events.map(({ id }) => json(`events/${id}`)));
  const { event, claims, reports } = wholes.sort((a, b) => b.event.sources.length - a.event.sources.length || b.claims.length - a.claims.length)[0];
  return { event: `/events/${event.id}`, report: `/reports/${encodeURIComponent(reports[0].id)}?claim=${claims[0].id}` };
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-pictures-'));
const record = join(folder, 'examples.db');
execFileSync(DATELINE, ['ingest', '--quiet', '--record', record, join(ROOT, 'examples/reports')]);
const server = await serve(record);
const browser = await launch();
const { event, report } = await richest(server.base);
mkdirSync(TO, { recursive: true });
for (const [name, path, width, theme] of [
  ['recent-wide-light', '/', 1440, 'light'],
  ['event-wide-dark', event, 1440, 'dark'],
  ['recent-middle-dark', '/', 820, 'dark'],
  ['report-middle-light', report, 820, 'light'],
  ['recent-narrow-light', '/', 390, 'light'],
  ['event-narrow-dark', event, 390, 'dark'],
]) {
  const { page, close } = await open(browser, server.base, path, { width, theme });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  writeFileSync(join(TO, `${name}.webp`), Uint8Array.from(await page.evaluate(packed, [[...(await page.screenshot())], QUALITY])));
  await close();
}
await browser.close();
server.close();
rmSync(folder, { recursive: true, force: true });
