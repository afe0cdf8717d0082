// How fast the page of the real program is on a record: npm run speed -- RECORD
// DATELINE names the program, CHROMIUM the browser. Figures, not checks: what else the machine does shows in them.
import { launch, open } from './browser.mjs';
import { serve } from './program.mjs';

const TYPES = ['Protest', 'Threat', 'Accusation', 'Aid', 'Coercion', 'Attack', 'Talks'];

const { base, close: end } = await serve(process.argv[2] ?? 'dateline.db');

/** In the page: from the click on a filter until list, totals and timeline are those of the filter. */
async function repainted(type) {
  const shown = () => document.querySelector('p[aria-live=polite]').innerText + document.querySelector('.plot svg path').getAttribute('d').length;
  const before = shown();
  const began = performance.now();
  [...document.querySelectorAll('.filters label')].find((l) => l.innerText.includes(type)).querySelector('input').click();
  while (shown() === before || document.querySelector('[aria-busy=true]')) await new Promise(requestAnimationFrame);
  return performance.now() - began;
}

const middle = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)].toFixed(0);
const browser = await launch();
const loads = [];
for (let n = 0; n < 5; n += 1) {
  const began = performance.now();
  const { page, close } = await open(browser, base, '/');
  await page.locator('[data-event]').first().waitFor();
  await page.getByRole('checkbox', { name: /^Attack/ }).isEnabled();
  loads.push(performance.now() - began);
  await close();
}
const { page, close } = await open(browser, base, '/');
await page.locator('[data-event]').first().waitFor();
await page.waitForLoadState('networkidle');
const filters = [];
for (const type of TYPES) {
  filters.push(await page.evaluate(repainted, type));
  await page.waitForTimeout(300);
}
const worst = Math.max(...filters).toFixed(0);
console.log(`${await page.locator('p[aria-live=polite]').first().innerText()}`);
console.log(`load to list and filters: ${middle(loads)} ms in the middle of ${loads.length}; filter to repaint: ${middle(filters)} ms in the middle of ${filters.length}, ${worst} at most`);
await close();
await browser.close();
end();
