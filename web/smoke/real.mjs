// A browser uses the page of the real program, from an empty record on: npm run real
// DATELINE names the program (with the page built in), CHROMIUM the browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axe, launch, open } from './browser.mjs';
import { DATELINE, serve } from './program.mjs';
import { COLOUR, onePicture } from './tiles.mjs';

const NEWS = 'published: 2024-03-08\npublisher: Meridian Wire\n\nA car bomb killed at least 16 people in the town of Qatana on Thursday, police said.\n';

/** Whoever comes first: an empty record, the examples, an event, its report, and back. */
async function walk(browser, base) {
  const { page, troubles, close } = await open(browser, base, '/');
  await page.getByRole('heading', { name: 'The record is empty' }).waitFor();
  assert.deepEqual(await axe(page), []);
  await page.getByRole('button', { name: 'Load the examples' }).click();
  await page.locator('[data-event]').first().waitFor({ timeout: 120000 });
  const all = await page.locator('p[aria-live=polite]').first().innerText();
  await page.getByRole('checkbox', { name: /^Attack/ }).check();
  await page.waitForURL(/type=ASSAULT/);
  await page.waitForFunction((old) => document.querySelector('p[aria-live=polite]').innerText !== old, all);
  await page.getByLabel('Words in the events').fill('station');
  await page.waitForURL(/q=station/);
  await page.locator('[data-event] h3 a').first().click();
  await page.getByRole('heading', { name: 'Sources side by side' }).waitFor();
  await page.getByRole('link', { name: /^In the report/ }).first().click();
  await page.getByRole('region', { name: 'Text of the report' }).waitFor();
  assert.ok((await page.locator('.trigger.chosen').innerText()).length > 1, 'the claim is marked in the text');
  await page.goBack();
  await page.goBack();
  await page.waitForURL(/q=station/);
  assert.deepEqual(troubles, []);
  await close();
}

/** What comes into the record while somebody reads is announced. */
async function live(browser, base, folder, record) {
  const { page, troubles, close } = await open(browser, base, '/');
  await page.locator('[data-event]').first().waitFor();
  writeFileSync(join(folder, 'news.txt'), NEWS);
  execFileSync(DATELINE, ['ingest', '--quiet', '--model', 'fast', '--record', record, join(folder, 'news.txt')]);
  await page.getByRole('button', { name: /new event.*: show/ }).click();
  await page.getByText(/Qatana/).first().waitFor();
  assert.deepEqual(troubles, []);
  await close();
}

/** A map of the user's own lies under the points, and says whose it is. */
async function ownMap(browser, folder, record) {
  const file = join(folder, 'own.pmtiles');
  writeFileSync(file, onePicture('<b>Own</b> map'));
  const server = await serve(record, '--basemap', file);
  const { page, troubles, close } = await open(browser, server.base, '/');
  await page.locator('.credit', { hasText: 'Own map' }).waitFor();
  await page.waitForLoadState('networkidle');
  const canvas = page.locator('.maplibregl-canvas').first();
  const seen = async () => page.evaluate(coloured, [...(await canvas.screenshot())]);
  for (let tries = 0; tries < 50 && (await seen()).join() !== COLOUR.join(); tries += 1) await page.waitForTimeout(100);
  assert.deepEqual(await seen(), COLOUR);
  await page.goto(`${server.base}/about`);
  await page.getByText('whoever runs this page has chosen: Own map').waitFor();
  assert.deepEqual(troubles, []);
  await close();
  server.close();
}

/** In the page: the colour that most of a picture has. */
async function coloured(bytes) {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  pen.drawImage(picture, 0, 0);
  const { data } = pen.getImageData(0, 0, picture.width, picture.height);
  const counts = new Map();
  for (let i = 0; i < data.length; i += 4) {
    const colour = [data[i], data[i + 1], data[i + 2]].join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0][0].split(',').map(Number);
}

/** Every page, in both themes, narrow and wide: nothing for axe, nothing on the console, nothing wider than the window. */
async function pages(browser, base) {
  const json = async (path) => (await fetch(`${base}/api/v1/${path}`)).json();
  const [{ id }] = (await json('events?killed=10&limit=1')).events;
  const { event, claims, reports } = await json(`events/${id}`);
  const party = [...event.actors, ...event.recipients][0]?.who ?? 'Russia';
  const paths = ['/', `/events/${id}`, `/reports/${encodeURIComponent(reports[0].id)}?claim=${claims[0].id}`, `/parties/${encodeURIComponent(party)}`, `/sources/${encodeURIComponent(event.sources[0].who)}`, '/place?area=30,38,35,43&name=Syria', '/about', '/nowhere', '/?from=yesterday'];
  const wrong = [];
  for (const path of paths) {
    for (const [width, theme] of [[360, 'dark'], [1440, 'light']]) {
      const { page, troubles, close } = await open(browser, base, path, { width, theme });
      await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => {});
      await page.locator('h1, [role=alert]').first().waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      wrong.push(...(await axe(page)), ...troubles, ...(wide > 0 ? [`${wide} px too wide`] : []).map((what) => `${path} ${width} ${theme}: ${what}`));
      await close();
    }
  }
  assert.deepEqual(wrong, []);
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-page-'));
const record = join(folder, 'record.db');
const browser = await launch();
const server = await serve(record);
try {
  await walk(browser, server.base);
  await pages(browser, server.base);
  await live(browser, server.base, folder, record);
  await ownMap(browser, folder, record);
  server.close();
  await server.ended;
  assert.equal(existsSync(`${record}-wal`), false, 'what was written lies in the one file');
  console.log('ok    the page of the real program');
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
