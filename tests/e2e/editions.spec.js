// A deploy while pages are open: a page shows one edition, code and data, or says what to do; nothing typed is lost.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { edition, facts, laterEdition, startHost } from './host.js';
import { tr } from './messages.js';
import { EVERY_PAGE } from './visits.js';
import { caches, kept } from './worker.js';

const LATER_DAY = '2098-01-02';
/** The words of edition B: whoever shows them is of B. */
const WORDS = [['Open calls', 'Calls of edition B'], ['About the data', 'Data of edition B']];

const test = base.extend({
  host: async ({}, use) => {
    const host = await startHost();
    host.a = edition();
    host.b = laterEdition(WORDS, LATER_DAY);
    host.made.push(host.a, host.b);
    host.deploy('/site/', host.a);
    await use(host);
    await host.close();
  },
});

const ready = (page) => page.locator('html[data-app="ready"]').waitFor();
const go = (page, route) => page.evaluate((hash) => { location.hash = hash; }, route);
const load = (page) => page.getByRole('button', { name: tr('edition-load') });
const failed = (page) => page.getByRole('alert').filter({ hasText: tr('later-failed-title') });
/** What is pressed to try once more what did not come. */
const again = (page) => page.getByRole('button', { name: tr('failed-reload') }).or(page.getByRole('button', { name: tr('try-again') }));
const current = (page) => page.locator('#boot').getAttribute('data-edition');

async function open(page, host, route = '', search = '') {
  await page.goto('about:blank');
  await page.goto(`${host.origin}/site/${search}${route}`);
  await ready(page);
}

test.describe('a page that is open while another edition is deployed', { tag: '@once' }, () => {
  test('goes on with all of its own, code, words and data, where old files are left', async ({ page, host }) => {
    await open(page, host, '#/explore');
    host.deploy('/site/', host.b);
    host.asked.length = 0;
    for (const [route, heading] of [
      ['#/calls', 'Open calls'],
      ['#/training', tr('trainings-title')],
      ['#/partner-requests', tr('requests-title')],
      ['#/about-data', 'About the data'],
      ['#/shortlist', 'Shortlist'],
      ['#/sign-ups', tr('sign-ups-title')],
    ]) {
      await go(page, route);
      await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
    }
    await expect(failed(page)).toHaveCount(0);
    const [a, b] = [facts(host.a), facts(host.b)];
    expect(host.asked.filter((place) => place.includes(b.program))).toEqual([]);
    expect(host.asked.some((place) => place.includes(a.program))).toBe(true);
    // The calls that came are those of the edition whose manifest this page has read.
    expect(host.asked.filter((place) => /data\/calls-[0-9a-f]{10}\.json$/.test(place))).toHaveLength(1);
    await open(page, host, '#/about-data');
    await expect(page.getByRole('heading', { level: 1, name: 'Data of edition B' })).toBeVisible();
    expect(await current(page)).toBe(b.id);
  });

  for (const serviceWorkers of ['block', 'allow']) {
    test.describe(`with workers ${serviceWorkers}ed`, () => {
      test.use({ serviceWorkers });

      test('shows every page with parts of its own', async ({ page, host }) => {
        test.slow();
        await open(page, host, '#/explore');
        host.deploy('/site/', host.b);
        host.asked.length = 0;
        const [a, b] = [facts(host.a), facts(host.b)];
        const see = async (route) => {
          await go(page, route);
          await expect(page.locator('main h1').first()).toBeAttached();
          await ready(page);
          await expect(failed(page)).toHaveCount(0);
        };
        for (const route of EVERY_PAGE.filter((route) => route !== '#/embed')) await see(route);
        // What the search box fetches, and what a button does: an export as a workbook.
        await see('#/calls');
        await page.getByRole('searchbox', { name: tr('search'), exact: true }).focus();
        await page.getByRole('button', { name: tr('export') }).click();
        const workbook = page.waitForEvent('download');
        await page.getByRole('dialog').getByRole('button', { name: 'Excel', exact: true }).click();
        await workbook;
        // A worker may have begun to keep B, which is nothing that the page shows.
        if (serviceWorkers === 'block') expect(host.asked.filter((place) => place.includes(b.program))).toEqual([]);
        // The builder shows a page of its own, which is of B.
        await see('#/embed');
        expect(await current(page)).toBe(facts(host.a).id);
        if (serviceWorkers === 'allow') return;
        // Each part that has a name, and was not there before: none was left out.
        const parts = readdirSync(host.a).filter((file) => /^[a-z_]+-[0-9a-f]{16}\.wasm$/.test(file) && !/^(kiosk|cluster-atlas)-/.test(file));
        const before = ['organisations', 'map', 'shared'];
        const wanted = parts.filter((file) => !before.some((name) => file.startsWith(`${name}-`)));
        expect(wanted.filter((file) => !host.asked.includes(`/site/${file}`)), a.program).toEqual([]);
      });

      test('is left alone in its form when another tab gets the newer one', async ({ page, host, context }) => {
        await open(page, host, '#/partner-requests/new');
        if (serviceWorkers === 'allow') await kept(page, facts(host.a).id);
        const title = page.getByRole('textbox', { name: tr('field-title') });
        await title.fill('Typed in edition A');
        host.deploy('/site/', host.b);
        const other = await context.newPage();
        await open(other, host, '#/calls');
        await expect(other.getByRole('heading', { level: 1, name: 'Calls of edition B' })).toBeVisible();
        // It is the older one that goes on, with all that it may still need.
        expect(await current(page)).toBe(facts(host.a).id);
        await expect(title).toHaveValue('Typed in edition A');
        await page.getByRole('textbox', { name: tr('field-sought') }).fill('And more of it');
        await page.getByRole('button', { name: tr('step-next'), exact: true }).click();
        await expect(page.getByRole('heading', { name: tr('step-partners'), exact: true })).toBeVisible();
        await go(page, '#/calls');
        await expect(page.getByRole('heading', { level: 1, name: 'Open calls', exact: true })).toBeVisible();
        // The newer one has the draft as well, once the older one is left.
        await page.close();
        await go(other, '#/partner-requests/new');
        await other.getByRole('button', { name: tr('draft-continue'), exact: true }).click();
        await expect(other.getByRole('heading', { name: tr('step-partners'), exact: true })).toBeVisible();
        await other.getByRole('button', { name: tr('step-back'), exact: true }).click();
        await expect(other.getByRole('textbox', { name: tr('field-title') })).toHaveValue('Typed in edition A');
        await expect(other.getByRole('textbox', { name: tr('field-sought') })).toHaveValue('And more of it');
      });

      test('is shown as a whole by one of two servers that answer in turn', async ({ page, host }) => {
        let asked = 0;
        let loads = 0;
        page.on('load', () => { loads += 1; });
        // Whoever deploys to several servers one after the other has them in two states for a while.
        host.answer = () => ({ root: path.join(host.root, (asked++ % 2 ? '/b' : '/a')) });
        host.deploy('/a/site/', host.a);
        host.deploy('/b/site/', host.b);
        for (let time = 0; time < 4; time += 1) {
          await page.goto('about:blank');
          await page.goto(`${host.origin}/site/#/calls`);
          // One edition as a whole, or words that say that a part is missing: never a mixture, never round and round.
          const heading = page.getByRole('heading', { level: 1 }).filter({ hasText: /^(Open calls|Calls of edition B)$/ });
          await expect(heading.or(again(page)).first()).toBeVisible();
          if (await heading.count()) {
            const words = await heading.first().textContent();
            expect(words).toBe((await current(page)) === facts(host.b).id ? 'Calls of edition B' : 'Open calls');
          }
        }
        // One load each time, and those of the empty page between.
        expect(loads).toBeLessThanOrEqual(8);
        // When all servers have the same, a reload shows it.
        host.answer = () => ({ root: path.join(host.root, '/b') });
        await open(page, host, '#/calls');
        await expect(page.getByRole('heading', { level: 1, name: 'Calls of edition B' })).toBeVisible();
      });
    });
  }

  test('whose files are gone offers the newer one, and what is being typed comes along', async ({ page, host }) => {
    await open(page, host, '#/partner-requests/new');
    const title = page.getByRole('textbox', { name: tr('field-title') });
    await title.fill('Typed in edition A');
    host.remove('/site/');
    host.deploy('/site/', host.b);
    // A page of which nothing has been needed so far.
    await go(page, '#/networks');
    await expect(failed(page)).toBeVisible();
    await go(page, '#/partner-requests/new');
    const carryOn = page.getByRole('button', { name: 'Continue', exact: true });
    await carryOn.click();
    await expect(title).toHaveValue('Typed in edition A');
    await title.fill('Typed in edition A, and more');
    await load(page).click();
    await expect.poll(() => current(page)).toBe(facts(host.b).id);
    await ready(page);
    await carryOn.click();
    await expect(title).toHaveValue('Typed in edition A, and more');
    await expect(load(page)).toHaveCount(0);
    await go(page, '#/calls');
    await expect(page.getByRole('heading', { level: 1, name: 'Calls of edition B' })).toBeVisible();
  });

  test('is not led in circles by servers that give out two editions', async ({ page, host }) => {
    await open(page, host, '#/explore');
    // The page and its parts come from one that has A without its chunks, the list of files from one that has B.
    host.answer = (place) => {
      if (place.endsWith('edition.json')) return { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: facts(host.b).id }) };
      return /\/calls-[0-9a-f]{16}\.wasm$/.test(place) ? { status: 404 } : undefined;
    };
    await go(page, '#/calls');
    await expect(failed(page)).toBeVisible();
    const loaded = page.waitForEvent('load');
    await load(page).click();
    await loaded;
    await ready(page);
    await expect(failed(page)).toBeVisible();
    const asked = () => host.asked.filter((place) => place.endsWith('edition.json')).length;
    await expect.poll(asked).toBe(2);
    await page.getByRole('button', { name: tr('try-again') }).click();
    await expect.poll(asked).toBe(3);
    await expect(failed(page)).toBeVisible();
    await expect(load(page)).toHaveCount(0);
    host.answer = null;
    await page.getByRole('button', { name: tr('try-again') }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Open calls', exact: true })).toBeVisible();
  });

  test('says what it misses where every address is answered with a page', async ({ page, host }) => {
    await open(page, host, '#/explore');
    let loads = 0;
    page.on('load', () => { loads += 1; });
    host.answer = () => ({ body: '<!doctype html><title>Home</title><h1>Welcome</h1>' });
    for (const route of ['#/calls', '#/training', '#/partner-requests']) {
      await go(page, route);
      await expect(failed(page).or(page.getByText(/is a web page/))).toBeVisible();
    }
    // No message is shown by its key.
    expect(await page.getByRole('main').innerText()).not.toMatch(/\b[a-z]+(-[a-z]+){2,}\b/);
    await expect(load(page)).toHaveCount(0);
    expect(loads).toBe(0);
  });

  test.describe('with a worker', () => {
    test.use({ serviceWorkers: 'allow' });

    test('is whole from what is kept where every address is answered with a page', async ({ page, host }) => {
      await open(page, host, '#/explore');
      await kept(page, facts(host.a).id);
      await page.reload();
      await ready(page);
      host.answer = () => ({ body: '<!doctype html><title>Home</title><h1>Welcome</h1>' });
      for (const [route, heading] of [['#/calls', 'Open calls'], ['#/training', tr('trainings-title')], ['#/partner-requests', tr('requests-title')], ['#/about-data', 'About the data']]) {
        await go(page, route);
        await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
        await expect(failed(page)).toHaveCount(0);
      }
      await expect(load(page)).toHaveCount(0);
      // Where a network asks to sign in, people must see that; nothing of it is kept.
      await page.goto('about:blank');
      await page.goto(`${host.origin}/site/#/calls`);
      await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
      host.answer = null;
      await open(page, host, '#/calls');
      await expect(page.getByRole('heading', { level: 1, name: 'Open calls', exact: true })).toBeVisible();
      const rubbish = await page.evaluate(async () => {
        const places = [];
        for (const name of await window.caches.keys()) {
          const cache = await window.caches.open(name);
          for (const request of await cache.keys()) if ((await (await cache.match(request)).text()).includes('Welcome</h1>')) places.push(request.url);
        }
        return places;
      });
      expect(rubbish).toEqual([]);
      expect(Object.values(await caches(page)).flat().length).toBeGreaterThan(50);
    });
  });

  test('that has no network is not offered anything, and keeps what it shows', async ({ page, host, context }) => {
    await open(page, host, '#/explore');
    host.deploy('/site/', host.b);
    await context.setOffline(true);
    host.answer = () => 'drop';
    await go(page, '#/calls');
    await expect(failed(page)).toBeVisible();
    await expect(load(page)).toHaveCount(0);
  });
});

test('each file may fail once', { tag: '@once' }, async ({ page, host }) => {
  test.slow();
  const failedOnce = new Set();
  host.answer = (place) => {
    // Without the page and the script in its head there is nobody who could say anything.
    if (place.endsWith('/') || /\/boot-[0-9a-f]+\.js$/.test(place) || failedOnce.has(place)) return undefined;
    failedOnce.add(place);
    return { status: 503 };
  };
  await page.goto(`${host.origin}/site/#/explore`);
  for (const route of ['#/explore', '#/calls', '#/training', '#/partner-requests/new', '#/events', '#/countries', '#/compare', '#/desk']) {
    await go(page, route);
    // Whoever presses what the page offers gets there.
    await expect(async () => {
      if (await again(page).first().isVisible()) await again(page).first().click();
      await expect(page.locator('html[data-app="ready"] main h1').first()).toBeAttached({ timeout: 2_000 });
      await expect(again(page).first()).toBeHidden({ timeout: 500 });
    }).toPass({ timeout: 60_000 });
  }
  expect(failedOnce.size).toBeGreaterThan(50);
});

test.describe('a download that breaks off', { tag: '@once' }, () => {
  for (const [name, file, route] of [
    ['the program', /\/cluster-atlas-[0-9a-f]{16}(_bg)?\.(wasm|js)$/, '#/explore'],
    ['its words', /\/locales\/en-[0-9a-f]{10}\.ftl$/, '#/explore'],
    ['the manifest of the data', /\/data\/atlas[^/]*\.json$/, '#/explore'],
    ['the organisations', /\/data\/organisations[^/]*\.json$/, '#/explore'],
    ['a later part', /\/calls-[0-9a-f]{16}\.wasm$/, '#/calls'],
    ['the records of a later part', /\/data\/calls[^/]*\.json$/, '#/calls'],
  ]) {
    test(`is told of ${name}, wherever it does, and another try goes on`, async ({ page, host }) => {
      for (const cut of [0.25, 0.5, 0.75]) {
        let cuts = 0;
        host.answer = (place) => (file.test(place) ? (cuts += 1) && { cut } : undefined);
        await page.goto('about:blank');
        await page.goto(`${host.origin}/site/${route}`);
          await expect(again(page)).toBeVisible();
        expect(cuts).toBeGreaterThan(0);
        // Nothing that came in part is shown as if it were all.
        await expect(page.getByRole('list', { name: 'Results' })).toHaveCount(0);
        host.answer = null;
        await again(page).click();
        await expect(page.getByRole('list', { name: 'Results' }).getByRole('listitem').first()).toBeVisible();
      }
    });
  }
});

test.describe('data that are published by hand', { tag: '@once' }, () => {
  test('are shown without any mark, whatever the manifest says', async ({ page, host }) => {
    host.answer = (place) => place.endsWith('/data/calls.json')
      ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ format: 'cluster-atlas/calls/1', records: [{ id: 'one', title: 'Written by hand', deadline_known: false }] }) }
      : undefined;
    await open(page, host, '#/calls/one');
    await expect(page.getByRole('heading', { level: 1, name: 'Written by hand' })).toBeVisible();
  });

  test('of another edition than the manifest are not shown with it', async ({ page, host }) => {
    host.answer = (place) => {
      if (/\/data\/calls-[0-9a-f]{10}\.json$/.test(place)) return { status: 404 };
      if (!place.endsWith('/data/calls.json')) return undefined;
      return { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ edition: 'ffffffffff', format: 'cluster-atlas/calls/1', records: [{ id: 'one', title: 'Of another day', deadline_known: false }] }) };
    };
    await open(page, host, '#/calls');
    await expect(page.getByText(tr('error-other-edition', { file: 'data/calls.json' }))).toBeVisible();
    await expect(page.getByText('Of another day')).toHaveCount(0);
  });
});

test.describe('a link that names a day', { tag: '@once' }, () => {
  for (const serviceWorkers of ['block', 'allow']) {
    test.describe(`with workers ${serviceWorkers}ed`, () => {
      test.use({ serviceWorkers });

      test('shows code and data of that day beside the current ones, and stays a link to it', async ({ page, host }) => {
        const [a, b] = [facts(host.a), facts(host.b)];
        if (serviceWorkers === 'allow') {
          await open(page, host);
          await kept(page, a.id);
        }
        host.deploy('/site/', host.b);
        await open(page, host, '#/about-data', `?edition=${a.day}`);
        await expect(page.getByRole('heading', { level: 1, name: 'About the data' })).toBeVisible();
        expect(await current(page)).toBe(a.id);
        expect(new URL(page.url()).pathname).toBe('/site/');
        expect(new URL(page.url()).searchParams.get('edition')).toBe(a.day);
        host.asked.length = 0;
        await page.reload();
        await ready(page);
        expect(await current(page)).toBe(a.id);
        expect(host.asked.filter((place) => place.endsWith('/data/organisations.json'))).toEqual([]);
        await open(page, host, '#/about-data', `?edition=${b.day}`);
        expect(await current(page)).toBe(b.id);
        // Without the day it is the current one again.
        await open(page, host, '#/about-data');
        await expect.poll(() => current(page)).toBe(b.id);
        expect(new URL(page.url()).searchParams.has('edition')).toBe(false);
      });
    });
  }

  test('that is not kept shows the current one, and says so', async ({ page, host }) => {
    await open(page, host, '#/explore', '?edition=2001-02-03');
    await expect(page.getByText(tr('edition-missing', { date: '3 February 2001' }))).toBeVisible();
    for (const nonsense of ['%00', '../../x', '2001-02-03%2F', '9']) {
      await open(page, host, '#/explore', `?edition=${nonsense}`);
      expect(await current(page)).toBe(facts(host.a).id);
    }
  });
});
