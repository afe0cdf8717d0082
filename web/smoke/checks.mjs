import assert from 'node:assert/strict';

const json = async (base, path) => (await fetch(`${base}/api/v1/${path}`)).json();
const quiet = (troubles) => assert.deepEqual(troubles, []);
const total = (page) => page.locator('p[aria-live=polite]').first().innerText();
const rows = (page) => page.locator('[data-event]').count();

/** In the page: from the click on a filter until list, totals and timeline are those of the filter. */
async function repainted() {
  const shown = () => document.querySelector('p[aria-live=polite]').innerText + document.querySelector('.plot svg path').getAttribute('d').length;
  const before = shown();
  const began = performance.now();
  [...document.querySelectorAll('.filters label')].find((l) => l.innerText.includes('Protest')).querySelector('input').click();
  while (shown() === before || document.querySelector('[aria-busy=true]')) await new Promise(requestAnimationFrame);
  return performance.now() - began;
}

/** Every route of the page, with something on it. */
async function routes(base) {
  const [{ id }] = (await json(base, 'events?grade=contested&killed=1&limit=1')).events;
  const { claims, reports } = await json(base, `events/${id}`);
  return {
    recent: '/',
    filtered: '/?type=ASSAULT&grade=contested&killed=2&from=2024-02-01',
    event: `/events/${id}`,
    report: `/reports/${reports[0].id}?claim=${claims[0].id}`,
    party: '/parties/Highfell%20Front',
    source: '/sources/Quillport%20hospital',
    place: '/place?area=-35.5,-35,-15.5,-14.5&name=Quillport',
    'no place given': '/place',
    country: '/place?country=HLM&type=ASSAULT&grade=contested',
    about: '/about',
    'no such page': '/nowhere',
    'no such event': '/events/e_0',
    'no such party': '/parties/Nobody',
    'no such filter value of a party': '/parties/Highfell%20Front?from=yesterday',
    'no such filter value': '/?from=yesterday',
  };
}

export const checks = {
  async 'every page is clean for axe, in both themes, narrow and wide'({ serve, open, axe }) {
    const server = await serve('--events', '200');
    const wrong = [];
    for (const [name, path] of Object.entries(await routes(server.base))) {
      for (const [width, theme] of [[360, 'light'], [1440, 'dark'], [1440, 'light'], [768, 'dark']]) {
        const { page, troubles, close } = await open(server.base, path, { width, theme });
        await page.locator('h1, [role=alert]').first().waitFor();
        await page.waitForTimeout(900);
        wrong.push(...(await axe(page)).map((v) => `${name} ${width} ${theme}: ${v}`), ...troubles.map((t) => `${name} ${width} ${theme}: ${t}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) wrong.push(`${name} ${width}: ${wide} px wider than the window`);
        await close();
      }
    }
    server.close();
    assert.deepEqual([...new Set(wrong)], []);
  },

  async 'filters stand in the address and can be taken away'({ serve, open }) {
    const server = await serve('--events', '300');
    const { page, troubles, close } = await open(server.base, '/');
    await page.locator('[data-event]').first().waitFor();
    const before = await total(page);
    await page.getByRole('checkbox', { name: /^Attack/ }).check();
    await page.waitForURL(/type=ASSAULT/);
    await page.waitForFunction((old) => document.querySelector('p[aria-live=polite]').innerText !== old, before);
    await page.getByRole('button', { name: 'Remove Attack' }).click();
    await page.waitForURL((url) => !url.search.includes('type'));
    await page.getByLabel('Words in the events').fill('quillport');
    await page.waitForURL(/q=quillport/);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('quillport'));
    assert.equal(await page.getByLabel('Words in the events').inputValue(), '');
    quiet(troubles);
    await close();
    server.close();
  },

  async 'a party is filtered in its panel and stays what its page is about'({ serve, open }) {
    const server = await serve('--events', '300');
    const { page, troubles, close } = await open(server.base, '/parties/Highfell%20Front');
    const said = async (query) => {
      const { total } = await json(server.base, `events?party=Highfell%20Front&${query}`);
      await page.waitForFunction((start) => document.querySelector('p[aria-live=polite]').innerText.startsWith(start), `${total} events`);
      return total;
    };
    const all = await said('');
    const filters = page.getByRole('region', { name: 'Filters', exact: true });
    await filters.getByRole('checkbox', { name: /^Attack/ }).check();
    await page.waitForURL((url) => url.pathname === '/parties/Highfell%20Front' && url.search === '?type=ASSAULT');
    const attacks = await said('type=ASSAULT');
    assert.ok(attacks < all);
    const { events } = await json(server.base, 'events?party=Highfell%20Front&type=ASSAULT');
    assert.equal(await page.locator('[data-event]').first().getAttribute('data-event'), events[0].id);
    assert.equal(await page.getByRole('list', { name: 'Filters in use' }).getByRole('button').count(), 1, 'the party is no filter of the reader');
    await filters.getByText('Parties', { exact: true }).click();
    assert.deepEqual(await filters.getByLabel('Side').locator('option').allInnerTexts(), ['Said to have done it', 'To whom']);
    await page.getByRole('button', { name: 'Remove Attack' }).click();
    await page.waitForURL((url) => url.pathname === '/parties/Highfell%20Front' && !url.search);
    assert.equal(await said(''), all);
    quiet(troubles);
    await close();
    server.close();
  },

  async 'a place keeps its box and its name when all filters are taken away'({ serve, open }) {
    const server = await serve('--events', '300');
    const { page, troubles, close } = await open(server.base, '/place?area=-35.5,-35,-15.5,-14.5&name=Quillport&type=ASSAULT&grade=contested', { width: 768 });
    await page.getByRole('button', { name: 'Filters (2)' }).waitFor();
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.waitForURL((url) => !url.search.includes('type'));
    assert.equal(new URL(page.url()).searchParams.get('area'), '-35.5,-35,-15.5,-14.5');
    await page.getByRole('heading', { level: 1, name: 'Quillport' }).waitFor();
    await page.getByRole('button', { name: 'Filters', exact: true }).waitFor();
    quiet(troubles);
    await close();
    server.close();
  },

  async 'a party is picked with the keyboard alone'({ serve, open }) {
    const server = await serve('--events', '300');
    const { page, close } = await open(server.base, '/');
    await page.getByText('Parties', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Party' }).focus();
    await page.keyboard.type('highf');
    await page.getByRole('option', { name: /Highfell Front/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/party=Highfell/);
    await close();
    server.close();
  },

  async 'the period is chosen with the arrow keys and with the pointer'({ serve, open }) {
    const server = await serve('--events', '300');
    const { page, troubles, close } = await open(server.base, '/');
    const first = page.getByRole('slider', { name: 'First day' });
    await first.waitFor();
    await first.focus();
    await page.keyboard.press('PageUp');
    await page.waitForURL(/from=/);
    const plot = await page.locator('.brush').boundingBox();
    await page.mouse.move(plot.x + plot.width * 0.4, plot.y + 40);
    await page.mouse.down();
    await page.mouse.move(plot.x + plot.width * 0.6, plot.y + 40, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=.*to=/);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.waitForURL((url) => !url.search.includes('from'));
    quiet(troubles);
    await close();
    server.close();
  },

  async 'more events are shown on request, and the keyboard goes on at the first of them'({ serve, open }) {
    const server = await serve('--events', '120');
    const { page, close } = await open(server.base, '/');
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-event]').length === 100);
    const at = await page.evaluate(() => document.activeElement.closest('[data-event]')?.dataset.event);
    assert.equal(at, (await json(server.base, 'events?limit=51')).events[50].id);
    await close();
    server.close();
  },

  async 'from the list to an event, to its report, and back to the list as it was'({ serve, open }) {
    const server = await serve('--events', '300');
    const { page, troubles, close } = await open(server.base, '/?type=ASSAULT');
    const line = page.locator('[data-event] h3 a').nth(12);
    await line.waitFor();
    await line.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    await line.click();
    await page.getByRole('heading', { name: 'Evidence' }).waitFor();
    await page.getByRole('link', { name: /^In the report/ }).first().click();
    await page.getByRole('region', { name: 'Text of the report' }).waitFor();
    assert.match(page.url(), /claim=c_/);
    const chosen = await page.locator('.trigger.chosen').innerText();
    assert.ok(['shelled'].includes(chosen), `the trigger is marked whole, whatever letters stand before it: ${chosen}`);
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/type=ASSAULT/);
    assert.ok((await rows(page)) >= 50, 'the list is there at once');
    await page.waitForTimeout(100);
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - scrolled) < 40);
    quiet(troubles);
    await close();
    server.close();
  },

  async 'an event on the map is chosen from the list, and stays chosen for whoever gets the address'({ serve, open }) {
    const server = await serve('--events', '60');
    const { page, troubles, close } = await open(server.base, '/');
    await page.locator('.maplibregl-canvas').waitFor();
    await page.waitForLoadState('networkidle');
    const zooms = [];
    page.on('request', (request) => request.url().includes('/api/v1/map?') && zooms.push(Number(new URL(request.url()).searchParams.get('zoom'))));
    await page.getByRole('button', { name: /^Show on the map/ }).nth(2).click();
    await page.waitForURL(/selected=e_/);
    await page.getByRole('complementary', { name: 'Chosen on the map' }).getByRole('link').waitFor();
    await page.waitForLoadState('networkidle');
    assert.ok(zooms.length > 0 && zooms.at(-1) >= 6, `the map goes there and stays: ${zooms}`);
    await page.reload();
    await page.getByRole('complementary', { name: 'Chosen on the map' }).getByRole('link').waitFor();
    quiet(troubles);
    await close();
    server.close();
  },

  async 'a box is drawn on the map'({ serve, open }) {
    const server = await serve('--events', '60');
    const { page, close } = await open(server.base, '/');
    await page.locator('.maplibregl-canvas').waitFor();
    await page.getByRole('button', { name: 'Draw a box' }).click();
    const map = await page.locator('.maplibregl-canvas').boundingBox();
    await page.mouse.move(map.x + 100, map.y + 100);
    await page.mouse.down();
    await page.mouse.move(map.x + 300, map.y + 250, { steps: 3 });
    await page.mouse.up();
    await page.waitForURL(/area=/);
    await close();
    server.close();
  },

  async 'new events are announced, not pushed in'({ serve, open }) {
    const server = await serve('--events', '50', '--grow', '2');
    const { page, close } = await open(server.base, '/');
    await page.locator('[data-event]').first().waitFor();
    const before = await total(page);
    const news = page.getByRole('button', { name: /new events: show/ });
    await news.waitFor({ timeout: 6000 });
    assert.equal(await total(page), before);
    await news.click();
    await page.waitForFunction((old) => document.querySelector('p[aria-live=polite]').innerText !== old, before);
    await close();
    server.close();
  },

  async 'an empty record says how to begin, and loads the examples'({ serve, open, axe }) {
    const server = await serve('--empty');
    const { page, close } = await open(server.base, '/');
    await page.getByRole('heading', { name: 'The record is empty' }).waitFor();
    assert.deepEqual(await axe(page), []);
    await page.getByRole('button', { name: 'Load the examples' }).click();
    await page.locator('[data-event]').first().waitFor();
    await close();
    server.close();
  },

  async 'a server that is gone is said in words, and the page goes on when it is back'({ serve, open }) {
    const server = await serve('--events', '50');
    const { page, close } = await open(server.base, '/');
    await page.locator('[data-event]').first().waitFor();
    server.close();
    await page.getByText('Not connected').waitFor();
    await page.getByLabel('Words in the events').fill('quillport');
    await page.getByRole('heading', { name: 'The server does not answer' }).waitFor();
    const back = await serve('--events', '50', '--port', new URL(page.url()).port);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-event]').first().waitFor();
    await close();
    back.close();
  },

  async 'the filters of a phone lie in a sheet'({ serve, open, axe }) {
    const server = await serve('--events', '50');
    const { page, close } = await open(server.base, '/', { width: 360 });
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('dialog', { name: 'Filters' }).waitFor();
    assert.deepEqual(await axe(page), []);
    await page.getByRole('checkbox', { name: /^Attack/ }).check();
    await page.getByRole('button', { name: /^Show \d+ events?/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.match(page.url(), /type=ASSAULT/);
    await close();
    server.close();
  },

  async 'what can be pressed is large enough'({ serve, open }) {
    const server = await serve('--events', '50');
    const { page, close } = await open(server.base, '/', { width: 360 });
    await page.locator('[data-event]').first().waitFor();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, select, input, summary')]
        .map((e) => ({ e, box: (e.closest('label') ?? e).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ e }) => e.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(small, []);
    await close();
    server.close();
  },

  async 'it is quick: with the examples from nothing, and filtering a hundred thousand'({ serve, open }) {
    const few = await serve('--events', '61');
    const first = await open(few.base, '/');
    await first.page.locator('[data-event]').first().waitFor();
    const loaded = await first.page.evaluate(() => performance.now());
    assert.ok(loaded < 2000, `${loaded.toFixed(0)} ms to the list`);
    await first.close();
    few.close();
    const many = await serve('--events', '100000');
    const { page, close } = await open(many.base, '/');
    await page.locator('[data-event]').first().waitFor();
    await page.waitForTimeout(1500);
    // The mock has no index: what was asked once it keeps, so that only the page is measured; the best of some tries, as others use this machine too.
    const tries = [];
    for (let i = 0; i < 6; i++) {
      tries.push(await page.evaluate(repainted));
      await page.waitForTimeout(1500);
    }
    const took = Math.min(...tries);
    console.log(`      ${loaded.toFixed(0)} ms to the list; ${took.toFixed(0)} ms from a filter to the repainted page`);
    assert.ok(took < 200, `${took.toFixed(0)} ms from a filter to the repainted page`);
    await close();
    many.close();
  },
};
