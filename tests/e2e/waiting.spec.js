// What waits to be sent when another edition is deployed: it is sent by whoever can, and what is being typed comes along.

import { expect, test as base } from '@playwright/test';
import { watchFor } from './atlas.js';
import { edition, facts, laterEdition, startHost } from './host.js';
import { tr } from './messages.js';
import { startReceiver } from './receiver.js';
import { ACADEMY, SignUpForm, acknowledged } from './taking-part.js';
import { kept } from './worker.js';

const test = base.extend({
  site: async ({}, use) => {
    const [host, receiver] = [await startHost(), await startReceiver()];
    const delivery = { delivery: 'endpoint', url: receiver.endpoint };
    const [a, b] = [edition(), laterEdition([['Open calls', 'Calls of edition B']], '2098-01-02')];
    host.made.push(a, b);
    const deploy = (folder) => {
      host.deploy('/site/', folder, { sign_up: delivery, partner_requests: delivery });
      host.publish('/site/', 'trainings', [ACADEMY]);
    };
    deploy(a);
    await use({ host, receiver, a: facts(a), b: { ...facts(b), deploy: () => deploy(b) } });
    await Promise.all([host.close(), receiver.close()]);
    expect(receiver.faults).toEqual([]);
  },
});

const ready = (page) => page.locator('html[data-app="ready"]').waitFor();
const go = (page, route) => page.evaluate((hash) => { location.hash = hash; }, route);
const load = (page) => page.getByRole('button', { name: tr('edition-load') });
const failed = (page) => page.getByRole('alert').filter({ hasText: tr('later-failed-title') });
const current = (page) => page.locator('#boot').getAttribute('data-edition');

async function open(page, { host }, route = '') {
  await page.goto('about:blank');
  await page.goto(`${host.origin}/site/${route}`);
  await ready(page);
}

/** Somebody signs up, and the receiver takes nothing: the entry waits. */
async function leaveOneWaiting(page, site) {
  site.receiver.next(...Array(60).fill('500-before'));
  await open(page, site, `#/training/${ACADEMY.id}/sign-up`);
  const trouble = await watchFor(page, tr('trouble-status', { status: 500 }));
  await new SignUpForm(page).complete();
  await trouble();
  expect(site.receiver.taken.size).toBe(0);
}

/** What waited is there, with the receiver's word for it, once. */
async function expectSent(page, { receiver }) {
  receiver.behave();
  await go(page, '#/sign-ups');
  await acknowledged(page);
  expect(receiver.taken.size).toBe(1);
  expect(receiver.bodies[0].training.id).toBe(ACADEMY.id);
}

test.describe('what waits to be sent', { tag: '@once' }, () => {
  test('is sent by the edition that is loaded, after what was typed was kept', async ({ page, site }) => {
    await leaveOneWaiting(page, site);
    await go(page, '#/partner-requests/new');
    const title = page.getByRole('textbox', { name: tr('field-title') });
    await title.fill('Typed while something waited');
    site.host.remove('/site/');
    site.b.deploy();
    // A page of which nothing has been needed so far, and is not there any more.
    await go(page, '#/networks');
    await expect(failed(page)).toBeVisible();
    await load(page).click();
    await expect.poll(() => current(page)).toBe(site.b.id);
    await ready(page);
    await go(page, '#/partner-requests/new');
    await page.getByRole('button', { name: tr('draft-continue'), exact: true }).click();
    await expect(title).toHaveValue('Typed while something waited');
    await expectSent(page, site);
  });

  test('makes the page look for the newer edition where its own code for that is gone', async ({ page, site, context }) => {
    await leaveOneWaiting(page, site);
    await page.close();
    // In the middle of a deploy: the page is still that of A, its parts are gone, the list of files is that of B.
    site.host.answer = (place) => {
      if (/\/forms-[0-9a-f]{16}\.wasm$/.test(place)) return { status: 404 };
      if (!place.endsWith('/edition.json')) return undefined;
      return { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: site.b.id }) };
    };
    const next = await context.newPage();
    await open(next, site, '#/explore');
    expect(await current(next)).toBe(site.a.id);
    // Nobody has gone anywhere.
    await expect(load(next)).toBeVisible();
    await expect(failed(next)).toHaveCount(0);
    site.host.answer = null;
    site.host.remove('/site/');
    site.b.deploy();
    await load(next).click();
    await expect.poll(() => current(next)).toBe(site.b.id);
    await ready(next);
    await expectSent(next, site);
  });

  test('makes it look again when the network is back, should the deploy have come in between', async ({ page, site, context }) => {
    await leaveOneWaiting(page, site);
    await page.close();
    site.host.answer = (place) => (/\/forms-[0-9a-f]{16}\.wasm$/.test(place) ? 'drop' : undefined);
    const next = await context.newPage();
    const looks = () => site.host.asked.filter((place) => place.endsWith('/edition.json')).length;
    await open(next, site, '#/explore');
    await expect.poll(looks).toBe(1);
    await expect(load(next)).toHaveCount(0);
    site.host.answer = null;
    site.host.remove('/site/');
    site.b.deploy();
    await next.evaluate(() => dispatchEvent(new Event('online')));
    await expect(load(next)).toBeVisible();
    await load(next).click();
    await expect.poll(() => current(next)).toBe(site.b.id);
    await ready(next);
    await expectSent(next, site);
  });

  test.describe('with a worker', () => {
    test.use({ serviceWorkers: 'allow' });

    test('is sent by the page of its own edition, whose files are nowhere but on the device', async ({ page, site, context }) => {
      await leaveOneWaiting(page, site);
      await kept(page, site.a.id);
      await page.close();
      // The deployment cannot be reached at all; the receiver can.
      site.host.answer = () => 'drop';
      const next = await context.newPage();
      await open(next, site, '#/explore');
      expect(await current(next)).toBe(site.a.id);
      await expectSent(next, site);
    });
  });
});
