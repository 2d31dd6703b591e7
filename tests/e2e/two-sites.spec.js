// Two deployments at one origin: neither sees what is kept for the other, and what versions before kept for both goes
// to the one it belongs to.

import { readFileSync } from 'node:fs';
import { expect, test as base } from '@playwright/test';
import { watchFor } from './atlas.js';
import { edition, facts, startHost } from './host.js';
import { tr } from './messages.js';
import { startReceiver } from './receiver.js';
import { ACADEMY, SOMEBODY, SignUpForm, acknowledged } from './taking-part.js';
import { kept } from './worker.js';

const unscoped = readFileSync(new URL('../fixtures/signup/unscoped.json', import.meta.url), 'utf8');

const test = base.extend({
  sites: async ({}, use) => {
    const host = await startHost();
    const receivers = { a: await startReceiver(), b: await startReceiver() };
    const dist = edition();
    host.made.push(dist);
    const deploy = (name, settings = {}) => {
      const delivery = { delivery: 'endpoint', url: receivers[name].endpoint };
      host.deploy(`/${name}/`, dist, { organiser: `Site ${name}`, sign_up: delivery, partner_requests: delivery, profiles: delivery, ...settings });
      host.publish(`/${name}/`, 'trainings', [ACADEMY]);
    };
    deploy('a');
    deploy('b');
    await use({ host, receivers, deploy, edition: facts(dist).id, at: (name, route = '') => `${host.origin}/${name}/${route}` });
    await Promise.all([host.close(), receivers.a.close(), receivers.b.close()]);
  },
});

const ready = (page) => page.locator('html[data-app="ready"]').waitFor();

async function open(page, address) {
  await page.goto('about:blank');
  await page.goto(address);
  await ready(page);
}

/** Puts what a version without scopes has kept into the browser: each entry for one of the two receivers. */
async function keepUnscoped(page, { host, receivers }) {
  await page.goto(`${host.origin}/a/icon.svg`);
  const text = unscoped.replaceAll('https://a.example/in', receivers.a.endpoint).replaceAll('https://b.example/in', receivers.b.endpoint);
  await page.evaluate(({ drawers, local }) => new Promise((done, fail) => {
    for (const [name, value] of Object.entries(local)) localStorage.setItem(name, value);
    const opened = indexedDB.open('cluster-atlas', 1);
    opened.onupgradeneeded = () => ['drafts', 'outbox', 'trial'].forEach((name) => opened.result.createObjectStore(name));
    opened.onerror = fail;
    opened.onsuccess = () => {
      const work = opened.result.transaction(['drafts', 'outbox'], 'readwrite');
      for (const [drawer, texts] of Object.entries(drawers)) {
        for (const [name, value] of Object.entries(texts)) work.objectStore(drawer).put(JSON.stringify(value), name);
      }
      work.oncomplete = () => { opened.result.close(); done(); };
    };
  }), JSON.parse(text));
  return JSON.parse(text);
}

test.describe('two sites at one origin', { tag: '@once' }, () => {
  test('share no list', async ({ page, sites }) => {
    await open(page, sites.at('a', '#/organisation/fr-minalogic'));
    await page.getByRole('article').getByRole('button', { name: /shortlist/i }).click();
    await open(page, sites.at('b', '#/shortlist'));
    await expect(page.getByText(tr('shortlist-empty'))).toBeVisible();
    const names = await page.evaluate(() => Object.keys(localStorage));
    expect(names).toEqual(['cluster-atlas:/a/:shortlist/1']);
  });

  test('send what an earlier version kept each to its own receiver, and nothing to the other', async ({ page, sites }) => {
    const { drawers } = await keepUnscoped(page, sites);
    const [forA, forB] = Object.keys(drawers.outbox);
    // What is somebody else's is named by its receiver.
    const elsewhere = (name) => page.getByRole('note').getByText(new URL(sites.receivers[name].endpoint).host);
    await open(page, sites.at('a', '#/sign-ups'));
    await expect.poll(() => [...sites.receivers.a.taken.keys()]).toEqual([forA]);
    await expect(elsewhere('b')).toBeVisible();
    expect(sites.receivers.b.requests).toEqual([]);
    await open(page, sites.at('b', '#/sign-ups'));
    await expect.poll(() => [...sites.receivers.b.taken.keys()]).toEqual([forB]);
    expect([...sites.receivers.a.taken.keys()]).toEqual([forA]);
    // Nobody's is anybody else's any more.
    await expect(elsewhere('a')).toHaveCount(0);
    await open(page, sites.at('a', '#/sign-ups'));
    await expect(page.getByRole('list', { name: tr('sign-ups-title') }).getByRole('article')).toHaveCount(1);
    await expect(elsewhere('b')).toHaveCount(0);
  });

  test('ask before what belongs to one goes to the other', async ({ page, sites }) => {
    await keepUnscoped(page, sites);
    sites.host.remove('/b/');
    await open(page, sites.at('a', '#/sign-ups'));
    await page.getByRole('button', { name: tr('sign-ups-take-over') }).click();
    await expect(page.getByText(tr('entry-held'))).toBeVisible();
    expect(sites.receivers.a.taken.size).toBe(1);
    expect(sites.receivers.b.requests).toEqual([]);
  });

  test('keep what they have when one gets a name of its own and moves', async ({ page, sites }) => {
    await open(page, sites.at('a', '#/organisation/fr-minalogic'));
    await page.getByRole('article').getByRole('button', { name: /shortlist/i }).click();
    sites.deploy('a', { id: 'fair' });
    await open(page, sites.at('a', '#/shortlist'));
    await expect(page.getByRole('main').getByText('Minalogic').first()).toBeVisible();
  });

  for (const serviceWorkers of ['block', 'allow']) {
    test.describe(`with workers ${serviceWorkers}ed`, () => {
      test.use({ serviceWorkers });

      test('send what waits each to its own receiver, in pages that are open beside each other', async ({ page, sites, context }) => {
        test.slow();
        const pages = { a: page, b: await context.newPage() };
        const people = { a: { ...SOMEBODY, email: 'a@example.org' }, b: { ...SOMEBODY, email: 'b@example.org' } };
        for (const name of ['a', 'b']) {
          sites.receivers[name].next(...Array(60).fill('500-before'));
          await open(pages[name], sites.at(name, `#/training/${ACADEMY.id}/sign-up`));
          const form = new SignUpForm(pages[name]);
          const trouble = await watchFor(pages[name], tr('trouble-status', { status: 500 }));
          await form.complete(people[name]);
          await trouble();
          if (serviceWorkers === 'allow') await kept(pages[name], sites.edition, `/${name}/`);
        }
        for (const name of ['a', 'b']) expect(sites.receivers[name].taken.size).toBe(0);
        // With a worker, the pages come from the device, each from what its own site has kept.
        if (serviceWorkers === 'allow') sites.host.answer = () => 'drop';
        for (const name of ['b', 'a']) {
          sites.receivers[name].behave();
          await open(pages[name], sites.at(name, '#/sign-ups'));
          await expect(pages[name].getByRole('list', { name: tr('sign-ups-title') }).getByRole('article')).toHaveCount(1);
          await acknowledged(pages[name]);
        }
        for (const name of ['a', 'b']) {
          const { bodies, requests, faults } = sites.receivers[name];
          expect(bodies.map(({ people: [{ email }] }) => email)).toEqual([people[name].email]);
          // Not even an attempt was anybody else's.
          const other = people[name === 'a' ? 'b' : 'a'].email;
          expect(requests.filter(({ text }) => text.includes(other))).toEqual([]);
          expect(faults).toEqual([]);
        }
      });
    });
  }
});
