// The worker: what is kept on the device, whole editions only, and how it is got rid of again.

import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { edition, facts, laterEdition, startHost } from './host.js';
import { tr } from './messages.js';

const WORDS = [['Open calls', 'Calls of edition B']];

const test = base.extend({
  host: async ({}, use) => {
    const host = await startHost();
    host.a = edition();
    host.made.push(host.a);
    host.later = () => {
      const folder = laterEdition(WORDS, '2098-01-02');
      host.made.push(folder);
      return folder;
    };
    host.deploy('/site/', host.a);
    await use(host);
    await host.close();
  },
});

test.use({ serviceWorkers: 'allow' });

const ready = (page) => page.locator('html[data-app="ready"]').waitFor();
const current = (page) => page.locator('#boot').getAttribute('data-edition');

async function open(page, host, route = '', search = '') {
  await page.goto('about:blank');
  await page.goto(`${host.origin}/site/${search}${route}`);
  await ready(page);
}

/** The caches of the page's origin, with the addresses in them. */
const caches = (page) => page.evaluate(async () => {
  const all = {};
  for (const name of await window.caches.keys()) {
    const cache = await window.caches.open(name);
    all[name] = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  }
  return all;
});

/** Waits until an edition is kept as a whole, with its data: these come last. */
async function kept(page, id) {
  await expect.poll(async () => {
    const all = await caches(page);
    const code = all[`cluster-atlas:/site/:code:${id}`] ?? [];
    const data = Object.entries(all).find(([name]) => name.startsWith('cluster-atlas:/site/:data:'))?.[1] ?? [];
    return code.includes('/site/index.html') && data.includes('/site/config.json');
  }, { timeout: 40_000 }).toBe(true);
}

test.describe('the worker', { tag: '@once' }, () => {
  test('lets every page work without a network after one visit', async ({ page, host }) => {
    await open(page, host, '#/explore');
    await kept(page, facts(host.a).id);
    host.answer = () => 'drop';
    await page.reload();
    await ready(page);
    await expect(page.getByText(/No connection: these are the data of/)).toBeVisible();
    for (const [route, heading] of [
      ['#/calls', tr('calls-title')],
      ['#/training', tr('trainings-title')],
      ['#/partner-requests', tr('requests-title')],
      ['#/partner-requests/new', tr('introduce-request')],
      ['#/about-data', tr('about-title')],
      ['#/organisation/fr-minalogic', 'Minalogic'],
    ]) {
      await open(page, host, route);
      await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
    }
    await open(page, host, '#/explore?view=map,list');
    await expect(page.getByRole('region', { name: 'Map' }).locator('canvas').first()).toBeVisible();
    // Another query before the hash is the same page; other addresses are not.
    await open(page, host, '#/calls', '?lang=de');
    await expect(page.getByRole('heading', { level: 1, name: tr('calls-title', {}, 'de'), exact: true })).toBeVisible();
    for (const other of ['calls.atom', 'calls.ics', 'nowhere.html', 'data/']) {
      await expect(page.goto(`${host.origin}/site/${other}`)).rejects.toThrow(/ERR_|Download/);
    }
  });

  test('is not there in a page that is embedded or framed', async ({ page, host }) => {
    await open(page, host, '#/explore', '?mode=embed');
    host.answer = (place) => place.endsWith('/frame.html')
      ? { body: '<!doctype html><title>Frame</title><iframe src="./#/explore" title="Atlas"></iframe>' } : undefined;
    await page.goto(`${host.origin}/site/frame.html`);
    await page.frameLocator('iframe').locator('html[data-app="ready"]').waitFor();
    await page.goto(`${host.origin}/site/#/about-data`);
    await ready(page);
    // By now the two before have had all the time that this page has taken; it registers, they have not.
    const asked = host.asked.filter((place) => place.endsWith('/sw.js')).length;
    await expect.poll(() => host.asked.filter((place) => place.endsWith('/sw.js')).length).toBe(1);
    expect(asked).toBeLessThanOrEqual(1);
  });

  test('keeps no page of a captive portal as anything, and goes on when there is a network', async ({ page, host }) => {
    let portal = false;
    host.answer = (place) => {
      // From when the worker is there, everything that it asks for is answered by the portal.
      if (place.endsWith('/sw.js')) portal = true;
      else if (portal) return { body: '<!doctype html><title>Log in</title>' };
      return undefined;
    };
    await page.goto(`${host.origin}/site/#/explore`);
    await ready(page);
    await expect.poll(() => portal).toBe(true);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const worker = registration?.installing;
      if (worker) await new Promise((done) => worker.addEventListener('statechange', done));
    });
    const bodies = await page.evaluate(async () => {
      const texts = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
      }
      return texts;
    });
    expect(bodies.filter((text) => text.includes('Log in'))).toEqual([]);
    host.answer = null;
    await open(page, host, '#/explore');
    await kept(page, facts(host.a).id);
  });

  test('installs once every file of the program has come, whichever fails before', async ({ page, host }) => {
    const { id } = facts(host.a);
    let broken = true;
    // Half of what the worker asks for breaks off, and other files in turn.
    host.answer = (place, request) => broken && /-(chunk|[0-9a-f]{10,16})\.(wasm|ftl)$/.test(place) && request.headers.referer?.endsWith('/sw.js') ? 'drop' : undefined;
    await open(page, host, '#/explore');
    await expect.poll(async () => Object.keys(await caches(page)).length).toBe(1);
    const before = await caches(page);
    expect(Object.values(before).flat()).not.toContain('/site/index.html');
    broken = false;
    await open(page, host, '#/explore');
    await kept(page, id);
  });

  test('keeps nothing of downloads that break off, wherever they do', async ({ page, host }) => {
    const { id } = facts(host.a);
    // The installation ends with the first file that does not come as a whole: another one each time.
    for (const [cut, whole] of [[0.25, 0], [0.5, 5], [0.75, 10]]) {
      let [came, cuts] = [0, 0];
      host.answer = (place, request) => {
        if (!request.headers.referer?.endsWith('/sw.js') || !/\.(wasm|ftl|js|css|json)$/.test(place)) return undefined;
        if (came++ < whole) return undefined;
        cuts += 1;
        return { cut };
      };
      await open(page, host, '#/explore');
      await expect.poll(() => cuts).toBeGreaterThan(0);
      const sizes = await page.evaluate(async () => {
        const all = {};
        for (const name of await window.caches.keys()) {
          const cache = await window.caches.open(name);
          for (const request of await cache.keys()) {
            all[new URL(request.url).pathname] = (await (await cache.match(request)).arrayBuffer()).byteLength;
          }
        }
        return all;
      });
      expect(sizes).not.toHaveProperty('/site/index.html');
      for (const [place, size] of Object.entries(sizes)) {
        expect(size, place).toBe(statSync(path.join(host.root, place)).size);
      }
    }
    host.answer = null;
    await open(page, host, '#/explore');
    await kept(page, id);
    host.answer = () => 'drop';
    await open(page, host, '#/calls');
    await expect(page.getByRole('heading', { level: 1, name: 'Open calls' })).toBeVisible();
  });

  test('offers a newer edition, forces nobody, and is of one edition without a network', async ({ page, host, context }) => {
    await open(page, host, '#/partner-requests/new');
    await kept(page, facts(host.a).id);
    const title = page.getByRole('textbox', { name: tr('field-title') });
    await title.fill('Typed in edition A');
    const b = host.later();
    host.remove('/site/');
    host.deploy('/site/', b);
    const other = await context.newPage();
    await open(other, host, '#/calls');
    await expect(other.getByRole('heading', { level: 1, name: 'Calls of edition B' })).toBeVisible();
    await kept(other, facts(b).id);
    // The page of A learns of it, and is as it was.
    await expect(page.getByRole('button', { name: tr('edition-load') })).toBeVisible();
    expect(await current(page)).toBe(facts(host.a).id);
    await expect(title).toHaveValue('Typed in edition A');
    // All of A is kept for it.
    await page.evaluate(() => { location.hash = '#/calls'; });
    await expect(page.getByRole('heading', { level: 1, name: 'Open calls', exact: true })).toBeVisible();
    await page.getByRole('button', { name: tr('edition-load') }).click();
    await expect.poll(() => current(page)).toBe(facts(b).id);
    host.answer = () => 'drop';
    await open(other, host, '#/calls');
    await expect(other.getByRole('heading', { level: 1, name: 'Calls of edition B' })).toBeVisible();
    expect(await current(other)).toBe(facts(b).id);
  });

  test('goes with all it has kept when the one that ends it takes its place', async ({ page, host }) => {
    await open(page, host, '#/explore');
    await kept(page, facts(host.a).id);
    const { readFileSync } = await import('node:fs');
    const off = readFileSync(`${host.root}/site/sw-off.js`, 'utf8');
    host.answer = (place) => place.endsWith('/sw.js') ? { headers: { 'content-type': 'text/javascript' }, body: off } : undefined;
    await open(page, host, '#/about-data');
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await expect.poll(() => caches(page)).toEqual({});
    await expect(page.getByRole('heading', { level: 1, name: tr('about-title') })).toBeVisible();
  });

  test('keeps what two sites at one origin have apart', async ({ page, host }) => {
    host.deploy('/other/', host.a);
    await open(page, host, '#/explore');
    await kept(page, facts(host.a).id);
    expect(Object.keys(await caches(page)).every((name) => name.startsWith('cluster-atlas:/site/:'))).toBe(true);
    expect(Object.values(await caches(page)).flat().filter((place) => !place.startsWith('/site/'))).toEqual([]);
  });
});
