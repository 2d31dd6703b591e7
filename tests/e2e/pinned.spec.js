// A link that names the day of an edition, where it is not simply opened: in a frame, as a widget, with settings that have
// changed since. Code, words and data are of that day; who runs the site, and to whom it sends, is of today.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { edition, facts, laterEdition, startHost } from './host.js';
import { around, host as startHostPage } from './hosts.js';
import { tr } from './messages.js';
import { startReceiver } from './receiver.js';
import { ACADEMY, SignUpForm, acknowledged } from './taking-part.js';

const test = base.extend({
  site: async ({}, use) => {
    const host = await startHost();
    const [a, b] = [edition(), laterEdition([['Open calls', 'Calls of edition B']], '2098-01-02')];
    host.made.push(a, b);
    const deploy = {
      a: (settings = {}) => host.deploy('/site/', a, { title: 'Title of then', ...settings }),
      b: (settings = {}) => host.deploy('/site/', b, { title: 'Title of today', ...settings }),
    };
    await use({ host, address: `${host.origin}/site/`, a: facts(a), b: facts(b), deploy });
    await host.close();
  },
});

/** The files that the edition of then lists. */
const named = ({ host }) => readFileSync(path.join(host.made[1], 'edition.json'), 'utf8');
const current = (page) => page.locator('#boot').getAttribute('data-edition');

test.describe('an edition that is named', { tag: '@once' }, () => {
  for (const [name, snippet] of [
    ['a plain frame', ({ address, a }) => `<iframe title="Calls" src="${address}index.html?mode=embed&amp;lang=en&amp;edition=${a.day}#/calls" width="900" height="600"></iframe>`],
    ['a link that becomes the widget', ({ address, a }) => `<a href="${address}index.html?mode=embed&amp;lang=en&amp;edition=${a.day}#/calls">The open calls</a><script src="${address}embed.js" async></script>`],
    ['the element', ({ address, a }) => `<cluster-atlas href="?edition=${a.day}#/calls" lang="en" height="600"></cluster-atlas><script src="${address}embed.js" async></script>`],
  ]) {
    test(`is shown in ${name}, and costs the host no step`, async ({ page, site }) => {
      site.deploy.a();
      site.deploy.b();
      const server = await startHostPage({ '/': around(snippet(site), { head: '<script>window.stepsBefore = history.length</script>' }) });
      try {
        await page.goto(server.origin);
        const frame = page.frameLocator('iframe');
        await frame.locator('html[data-app="ready"]').waitFor();
        expect(await current(frame)).toBe(site.a.id);
        await expect(frame.getByRole('heading', { level: 1, name: 'Open calls', exact: true })).toBeAttached();
        await expect(frame.getByRole('banner')).toHaveCount(0);
        // The way out leads to the same day, and what is shown stays of it from page to page.
        await expect(frame.getByRole('contentinfo').getByRole('link', { name: tr('frame-open') })).toHaveAttribute('href', new RegExp(`edition=${site.a.day}.*#/calls`));
        await frame.locator('html').evaluate(() => location.replace('#/about-data'));
        await expect(frame.getByRole('heading', { level: 1, name: tr('about-title') })).toBeAttached();
        expect(await current(frame)).toBe(site.a.id);
        expect(await page.evaluate(() => history.length - window.stepsBefore)).toBe(0);
      } finally {
        await server.end();
      }
    });
  }

  test('has the settings of today', async ({ page, site }) => {
    site.deploy.a();
    site.deploy.b();
    await page.goto(`${site.address}?edition=${site.a.day}#/calls`);
    await page.locator('html[data-app="ready"]').waitFor();
    expect(await current(page)).toBe(site.a.id);
    await expect(page.getByRole('heading', { level: 1, name: 'Open calls', exact: true })).toBeVisible();
    await expect(page).toHaveTitle(/Title of today$/);
  });

  test('sends nothing to the receiver of then: it waits for the current edition, which sends it to that of today', async ({ page, site }) => {
    const [then, today] = [await startReceiver(), await startReceiver()];
    const to = ({ endpoint: url }) => ({ sign_up: { delivery: 'endpoint', url }, partner_requests: { delivery: 'endpoint', url } });
    try {
      site.deploy.a(to(then));
      site.deploy.b(to(today));
      // The trainings of that day are those that were published with it.
      const [copy] = site.host.files('/site/').filter((file) => /^data\/trainings-[0-9a-f]{10}\.json$/.test(file) && named(site).includes(path.basename(file)));
      site.host.publish('/site/', 'trainings', [ACADEMY], path.basename(copy));
      await page.goto(`${site.address}?edition=${site.a.day}#/training/${ACADEMY.id}/sign-up`);
      await page.locator('html[data-app="ready"]').waitFor();
      expect(await current(page)).toBe(site.a.id);
      const form = new SignUpForm(page);
      await form.complete();
      // The policy of a page is that of its day, and lets it talk with the receiver of then alone.
      await expect(form.heading('done-saved')).toBeVisible();
      await page.goto('about:blank');
      await page.goto(`${site.address}#/sign-ups`);
      await page.locator('html[data-app="ready"]').waitFor();
      expect(await current(page)).toBe(site.b.id);
      await acknowledged(page);
      expect(today.taken.size).toBe(1);
      expect(then.requests).toEqual([]);
      expect([...today.faults, ...then.faults]).toEqual([]);
    } finally {
      await Promise.all([then.close(), today.close()]);
    }
  });
});
