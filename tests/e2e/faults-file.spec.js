// A file that cannot be read gives one sentence in words, and a button that tries again.

import { expect, goOffline, open, openSlowly, test } from './atlas.js';
import { sentence } from './dataset.js';
import { fixture, serve } from './faults.js';
import { tr } from './messages.js';
import { ExplorePage } from './pages/explore.js';

const file = 'data/organisations.json';
const json = (name) => ({ contentType: 'application/json', body: fixture(name) });

const FAULTS = [
  ['is not there', { status: 404, contentType: 'text/html', body: '<h1>404</h1>' }, tr('error-not-found', { file })],
  ['meets a server in trouble', { status: 503, body: '' }, tr('error-status', { file, status: 503 })],
  ['is a sign-in page', { contentType: 'text/html', body: fixture('captive-portal.html') }, tr('error-html', { file })],
  ['is a sign-in page that claims to be JSON', { contentType: 'application/json', body: fixture('captive-portal.html') }, tr('error-html', { file })],
  ['is cut short', json('cut-short.json'), tr('error-cut-short', { file })],
  ['is no JSON', json('not-json.json'), tr('error-not-json', { file, line: 2, column: 29 })],
  ['is of another version', json('wrong-version.json'), tr('error-other-version', { file, found: 2, supported: 1 })],
  ['is something else', json('wrong-format.json'), tr('error-not-format', { file })],
  ['has no list of records', json('no-records.json'), tr('error-no-records', { file })],
  ['is empty', { contentType: 'application/json', body: '' }, tr('error-empty', { file })],
  ['is no text', { contentType: 'application/json', body: Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3]) }, file],
];

/** Opens the page and waits for it to say that it failed. */
async function openFailing(page) {
  await page.goto('./');
  await page.locator('html[data-app="failed"]').waitFor();
  const alert = page.getByRole('alert');
  await expect(alert.getByRole('heading', { level: 1 })).toHaveText(tr('data-failed-title'));
  return alert;
}

test.describe('a dataset that', { tag: '@once' }, () => {
  for (const [name, answer, reason] of FAULTS) {
    test(`${name} is explained, and loaded when it is mended`, async ({ page, complaints }) => {
      complaints.allow(/status of (404|503)/);
      await serve(page, answer);
      const alert = await openFailing(page);
      await expect(alert).toContainText(reason);
      // Nothing is promised that is not there, and nothing of the file is shown as markup.
      await expect(page.getByRole('status')).toBeHidden();
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
      const again = page.getByRole('button', { name: tr('try-again') });
      await again.click();
      await expect(alert).toContainText(reason);
      await page.unroute('**/data/organisations.json');
      await again.click();
      await page.locator('html[data-app="ready"]').waitFor();
      await new ExplorePage(page).expectStatus(sentence());
    });
  }

  test('lacks the organisations leaves the other collections working', async ({ page, complaints }) => {
    complaints.allow(/status of 404/);
    await serve(page, { status: 404, body: '' });
    await open(page, '#/calls?at=2024-02-21');
    await expect(page.getByRole('list', { name: 'Results' }).getByRole('listitem').first()).toBeVisible();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Explore' }).click();
    await expect(page.getByRole('alert')).toContainText(tr('error-not-found', { file }));
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: tr('nav-about-data') }).click();
    await expect(page.getByRole('main')).toContainText(tr('error-not-found', { file }));
  });

  test('cannot be reached is loaded when the network is back', async ({ page, context, complaints }) => {
    complaints.allow(/ERR_/);
    await page.route('**/data/organisations.json', (request) => request.abort('internetdisconnected'));
    const alert = await openFailing(page);
    await expect(alert).toContainText(tr('error-unreachable', { file }));
    await page.unroute('**/data/organisations.json');
    // The settings of tests come without a network.
    await context.unroute('**/config.json');
    await goOffline(context, complaints);
    await page.getByRole('button', { name: tr('try-again') }).click();
    await expect(alert).toContainText(tr('error-unreachable', { file: 'config.json' }));
    await context.setOffline(false);
    await page.getByRole('button', { name: tr('try-again') }).click();
    await page.locator('html[data-app="ready"]').waitFor();
    await new ExplorePage(page).expectStatus(sentence());
  });

  test('comes from a server that does not know its types is read all the same', async ({ page }) => {
    for (const contentType of ['text/plain', 'application/octet-stream', '']) {
      await page.goto('about:blank');
      await serve(page, { headers: { 'content-type': contentType }, body: fixture('one-record.json') });
      const explore = new ExplorePage(page);
      await explore.open();
      await explore.expectStatus('1 organisation matches');
    }
  });

  for (const missing of ['config.json', 'data/atlas.json', 'data/vocabularies.json']) {
    test(`lacks ${missing} names it`, async ({ page, complaints }) => {
      complaints.allow(/404/);
      await page.route(`**/${missing}`, (request) => request.fulfill({ status: 404, body: '' }));
      await expect(await openFailing(page)).toContainText(tr('error-not-found', { file: missing }));
    });
  }

  test('comes slowly shows the frame at once, and then what it is doing', async ({ page }) => {
    const asked = page.waitForRequest('**/data/organisations.json');
    const goOn = await openSlowly(page);
    await asked;
    await expect(page.getByRole('status')).toHaveText(tr('loading-data'));
    await expect(page.locator('html')).toHaveAttribute('data-app', 'loading');
    await goOn();
    await new ExplorePage(page).expectStatus(sentence());
  });
});
