// The worker: what is kept on the device, whole editions only, and how it is got rid of again.

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { edition, facts, laterEdition, startHost } from './host.js';
import { tr } from './messages.js';
import { EVERY_PAGE } from './visits.js';
import { caches, kept } from './worker.js';

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
/** Whether it is the worker that asks. */
const byWorker = (request) => request.headers.referer?.endsWith('/sw.js');
const current = (page) => page.locator('#boot').getAttribute('data-edition');

async function open(page, host, route = '', search = '') {
  await page.goto('about:blank');
  await page.goto(`${host.origin}/site/${search}${route}`);
  await ready(page);
}

test.describe('the worker', { tag: '@once' }, () => {
  test('lets every page work without a network after one visit', async ({ page, host }) => {
    test.slow();
    await open(page, host, '#/explore');
    await kept(page, facts(host.a).id);
    host.answer = () => 'drop';
    await page.reload();
    await ready(page);
    await expect(page.getByText(/No connection: these are the data of/)).toBeVisible();
    for (const route of EVERY_PAGE) {
      await page.evaluate((hash) => { location.hash = hash; }, route);
      await expect(page.locator('main h1').first()).toBeAttached();
      await ready(page);
      await expect(page.getByRole('button', { name: tr('try-again') })).toHaveCount(0);
    }
    // Deep links start without a network too.
    for (const [route, heading] of [
      ['#/partner-requests/new', tr('introduce-request')],
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

  test('shows what it keeps until somebody asks for fresh data, and then has them', async ({ page, host }) => {
    await open(page, host, '#/calls');
    await kept(page, facts(host.a).id);
    host.answer = () => 'drop';
    await page.reload();
    await ready(page);
    const notice = page.getByRole('note').filter({ hasText: /No connection: these are the data of/ });
    const fresh = notice.getByRole('button', { name: tr('edition-fresh') });
    await expect(fresh).toBeVisible();
    // There is a network again: nothing is loaded by itself.
    host.answer = null;
    await page.getByRole('link', { name: 'Training', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: tr('trainings-title'), exact: true })).toBeAttached();
    await expect(fresh).toBeVisible();
    await fresh.click();
    await expect(notice).toHaveCount(0);
    await ready(page);
    await expect(page.getByRole('heading', { level: 1, name: tr('trainings-title'), exact: true })).toBeAttached();
  });

  test('is asked for when the page is ready, and not before', async ({ page, host }) => {
    let release;
    const released = new Promise((done) => { release = done; });
    host.answer = (place) => (place.endsWith('/data/organisations.json') ? released : undefined);
    await page.goto(`${host.origin}/site/#/explore`);
    await expect.poll(() => host.asked.some((place) => place.endsWith('/data/organisations.json'))).toBe(true);
    const ofTheWorker = () => host.asked.filter((place) => /\/(sw|offline-[0-9a-f]+)\.js$/.test(place));
    // However idle the browser is.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
    await expect(page.locator('html')).toHaveAttribute('data-app', 'loading');
    expect(ofTheWorker()).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    release();
    await ready(page);
    await expect.poll(ofTheWorker).toContain('/site/sw.js');
  });

  test('keeps an older edition for as long as a page is of it, and no longer', async ({ page, host, context }) => {
    test.slow();
    const [a, b] = [facts(host.a).id, host.later()];
    await open(page, host, '#/explore');
    await kept(page, a);
    await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
    host.remove('/site/');
    host.deploy('/site/', b);
    const other = await context.newPage();
    await open(other, host, '#/about-data');
    await kept(other, facts(b).id);
    const editions = async () => Object.keys(await caches(other)).filter((name) => name.includes(':code:')).map((name) => name.split(':').at(-1)).sort();
    const data = async () => Object.keys(await caches(other)).filter((name) => name.includes(':data:')).length;
    const both = [a, facts(b).id].sort();
    expect(await editions()).toEqual(both);
    await expect.poll(data).toBe(2);
    // What is not on the server any more is here for the page that needs it.
    await page.evaluate(() => { location.hash = '#/calls'; });
    await expect(page.getByRole('heading', { level: 1, name: 'Open calls', exact: true })).toBeVisible();
    expect(await current(page)).toBe(a);
    expect(await editions()).toEqual(both);
    await page.close();
    await expect.poll(async () => {
      await open(other, host, '#/about-data');
      return [await editions(), await data()];
    }, { intervals: [1_000], timeout: 45_000 }).toEqual([[facts(b).id], 1]);
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

  test('installs once every file of the program has come, each of which fails the first time', async ({ page, host }) => {
    test.slow();
    const failedOnce = new Set();
    host.answer = (place, request) => {
      if (!byWorker(request) || failedOnce.has(place)) return undefined;
      failedOnce.add(place);
      return { status: 503 };
    };
    await open(page, host, '#/explore');
    await expect.poll(async () => Object.keys(await caches(page)).length).toBe(1);
    expect(Object.values(await caches(page)).flat()).not.toContain('/site/index.html');
    // What each further visit does: what has come is not asked for again.
    await expect.poll(async () => {
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' }).catch(() => null);
        const worker = registration?.installing;
        if (worker) await new Promise((done) => worker.addEventListener('statechange', done));
      });
      return Object.values(await caches(page)).flat().includes('/site/index.html');
    }, { timeout: 90_000 }).toBe(true);
    expect(failedOnce.size).toBeGreaterThan(50);
    host.answer = null;
    await open(page, host, '#/explore');
    await kept(page, facts(host.a).id);
  });

  test('keeps no answer that was led elsewhere, and goes on without what is not needed', async ({ page, host }) => {
    const needed = /\/locales\/de-[0-9a-f]{10}\.ftl$/;
    const extra = /\/basemap\//;
    let [led, dropped] = [0, 0];
    host.answer = (place, request) => {
      if (!byWorker(request)) return undefined;
      if (needed.test(place)) return (led += 1) && { status: 302, headers: { location: '/site/config.json' } };
      if (extra.test(place)) return (dropped += 1) && 'drop';
      return undefined;
    };
    await open(page, host, '#/about-data');
    await expect.poll(() => led).toBeGreaterThan(0);
    const places = async () => Object.values(await caches(page)).flat();
    expect((await places()).filter((place) => needed.test(place) || place === '/site/index.html')).toEqual([]);
    const answer = host.answer;
    host.answer = (place, request) => (needed.test(place) ? undefined : answer(place, request));
    await open(page, host, '#/about-data');
    await kept(page, facts(host.a).id);
    await expect.poll(() => dropped).toBeGreaterThan(0);
    expect((await places()).filter((place) => extra.test(place))).toEqual([]);
    // The next visit fetches what is missing.
    host.answer = null;
    await open(page, host, '#/about-data');
    await expect.poll(async () => (await places()).some((place) => extra.test(place))).toBe(true);
  });

  test('keeps nothing of downloads that break off, wherever they do', async ({ page, host }) => {
    const { id } = facts(host.a);
    // The installation ends with the first file that does not come as a whole: another one each time.
    for (const [cut, whole] of [[0.25, 0], [0.5, 5], [0.75, 10]]) {
      let [came, cuts] = [0, 0];
      host.answer = (place, request) => {
        if (!byWorker(request) || !/\.(wasm|ftl|js|css|json)$/.test(place)) return undefined;
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
    const off = readFileSync(`${host.root}/site/sw-off.js`, 'utf8');
    host.answer = (place) => place.endsWith('/sw.js') ? { headers: { 'content-type': 'text/javascript' }, body: off } : undefined;
    test.slow();
    // The browser looks for another worker a moment after a visit, and lets it in when no page has anything open with the one
    // before: while the page is there, or when it is left.
    const left = async () => {
      await open(page, host, '#/about-data');
      return page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    };
    await expect.poll(left, { intervals: [4_000], timeout: 60_000 }).toBe(0);
    await expect.poll(() => caches(page)).toEqual({});
    await expect(page.getByRole('heading', { level: 1, name: tr('about-title') })).toBeVisible();
  });

  test('that is broken is got rid of by the one that ends it, with nothing of another site', async ({ page, host }) => {
    test.slow();
    const broken = `addEventListener('install', () => skipWaiting());
      addEventListener('activate', (event) => event.waitUntil(clients.claim()));
      addEventListener('fetch', (event) => event.respondWith(new Response('Rubbish', { headers: { 'content-type': 'text/html' } })));`;
    const script = (body) => (place) => (place.endsWith('/sw.js') ? { headers: { 'content-type': 'text/javascript' }, body } : undefined);
    await page.goto(`${host.origin}/site/#/about-data`);
    await ready(page);
    await page.evaluate(async () => {
      await (await caches.open('cluster-atlas:/other/:code:x')).put('/other/x', new Response('x'));
      await (await caches.open('cluster-atlas:/site/:code:x')).put('/site/x', new Response('x'));
    });
    host.answer = script(broken);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
      await registration.update();
    });
    // The browser looks for another worker a moment after a visit, and not while visits follow each other.
    const visits = { intervals: [3_000], timeout: 45_000 };
    await expect.poll(async () => {
      await page.goto(`${host.origin}/site/?visit`).catch(() => {});
      return page.locator('body').textContent();
    }, visits).toContain('Rubbish');
    host.answer = script(readFileSync(path.join(host.root, 'site/sw-off.js'), 'utf8'));
    await expect.poll(async () => {
      await page.goto(`${host.origin}/site/?visit`).catch(() => {});
      return page.locator('#boot').count();
    }, visits).toBe(1);
    await ready(page);
    const all = await caches(page);
    expect(Object.keys(all).filter((name) => name.startsWith('cluster-atlas:/site/'))).toEqual([]);
    expect(Object.keys(all)).toContain('cluster-atlas:/other/:code:x');
  });

  test('keeps what two sites at one origin have apart', async ({ page, host }) => {
    host.deploy('/other/', host.a);
    await open(page, host, '#/explore');
    await kept(page, facts(host.a).id);
    await page.goto(`${host.origin}/other/#/explore`);
    await ready(page);
    await expect.poll(async () => Object.keys(await caches(page)).some((name) => name.startsWith('cluster-atlas:/other/:code:'))).toBe(true);
    for (const [name, places] of Object.entries(await caches(page))) {
      const folder = name.split(':')[1];
      expect(['/site/', '/other/']).toContain(folder);
      expect(places.filter((place) => !place.startsWith(folder)), name).toEqual([]);
    }
  });
});

test('the browser is asked to keep what somebody has begun, and nothing before', { tag: '@once' }, async ({ page, host }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    navigator.storage.persist = async () => Boolean((window.asked += 1)) && false;
    navigator.storage.persisted = async () => false;
  });
  // Who looks around has nothing to lose.
  await open(page, host, '#/explore');
  for (const [route, heading] of [['#/calls', 'Open calls'], ['#/sign-ups', tr('sign-ups-title')], ['#/partner-requests/new', tr('introduce-request')]]) {
    await page.evaluate((hash) => { location.hash = hash; }, route);
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
  }
  const title = page.getByRole('textbox', { name: tr('field-title') });
  await expect(title).toBeVisible();
  expect(await page.evaluate(() => window.asked)).toBe(0);
  await title.fill('Worth keeping');
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
  // What may be cleared is said to be.
  await page.evaluate(() => { location.hash = '#/sign-ups'; });
  await expect(page.getByText(tr('sign-ups-not-lasting'))).toBeVisible();
});

test('the app can be installed from any folder', { tag: '@once' }, async ({ page, host }) => {
  await open(page, host, '#/about-data');
  const link = await page.locator('link[rel=manifest]').evaluate(({ href }) => href);
  const manifest = await (await page.request.get(link)).json();
  const folder = `${host.origin}/site/`;
  expect(new URL(manifest.start_url, link).href.startsWith(folder)).toBe(true);
  expect(new URL(manifest.scope, link).href).toBe(folder);
  expect(manifest.display).toBe('standalone');
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src, type } of manifest.icons) {
    const icon = await page.request.get(new URL(src, link).href);
    expect(icon.status(), src).toBe(200);
    expect(icon.headers()['content-type']).toContain(type);
  }
});
