// One search over all collections.

import { expect, open, test } from './atlas.js';
import { collection } from './dataset.js';
import { tr } from './messages.js';

const counts = (page) => page.getByRole('list', { name: tr('search-counts') });
const box = (page) => page.getByRole('searchbox', { name: tr('search'), exact: true });

test('one search asks every collection, and each list keeps the words', async ({ page }) => {
  await open(page, '#/search?q=textile');
  await expect(page.getByRole('heading', { level: 1, name: tr('search-title') })).toBeVisible();
  // Until all are there, the page says which are not.
  await expect(page.getByRole('status')).toHaveText(/^\d[\d,]* matches in all collections\.$/);
  for (const name of ['figure-organisations', 'nav-networks']) {
    const part = page.getByRole('heading', { level: 2, name: tr(name), exact: true }).locator('xpath=..');
    await expect(part.getByRole('heading', { level: 3 })).toHaveCount(3);
  }
  // As many as its own list finds, by the same rules.
  const link = counts(page).getByRole('link', { name: tr('nav-networks') });
  const count = Number((await link.textContent()).replace(/\D/g, ''));
  expect(count).toBeGreaterThan(3);
  await page.getByRole('link', { name: new RegExp(`: ${tr('nav-networks')}$`) }).click();
  await expect(page).toHaveURL(/#\/networks\?q=textile$/);
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('heading')).toHaveCount(count);
});

test('the box of the header leads there with the words', async ({ page, isMobile }) => {
  await open(page, '#/about-data');
  if (isMobile) {
    await page.getByRole('link', { name: tr('search-title') }).click();
    await box(page).fill('matchmaking');
  } else {
    await page.getByRole('searchbox', { name: tr('search-title') }).fill('matchmaking');
    await page.keyboard.press('Enter');
  }
  await expect(page).toHaveURL(/#\/search\?q=matchmaking$/);
  await expect(page.getByRole('heading', { level: 2, name: tr('nav-events') })).toBeVisible();
  await expect(box(page)).toHaveValue('matchmaking');
});

test('a suggestion says what kind of thing it is', { tag: '@once' }, async ({ page }) => {
  const [event] = collection('events').filter((one) => one.title.split(' ').length > 3);
  await open(page, '#/search');
  await expect(page.getByRole('status')).toHaveText(/records can be searched\.$/);
  await box(page).fill(event.title);
  const option = page.getByRole('option', { name: `${event.title} ${tr('suggestion-event')}` });
  await option.first().click();
  await expect(page.getByRole('heading', { level: 1, name: event.title, exact: true })).toBeVisible();
});

test('what cannot be had is said, and the rest is found', { tag: '@once' }, async ({ page, complaints }) => {
  complaints.allow(/500/);
  await page.route('**/data/events.json', (request) => request.fulfill({ status: 500 }));
  await open(page, '#/search?q=textile');
  const warning = page.getByRole('note').filter({ hasText: `${tr('nav-events')}:` });
  await expect(warning).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: tr('nav-networks') })).toBeVisible();
  await page.unroute('**/data/events.json');
  await warning.getByRole('button', { name: tr('try-again') }).click();
  await expect(counts(page).getByRole('link', { name: new RegExp(`^${tr('nav-events')} \\d`) })).toBeVisible();
  await expect(warning).toHaveCount(0);
});

test('nothing that matches is said in a sentence', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/search?q=zzzzqqqq');
  await expect(page.getByRole('status')).toHaveText('Nothing matches.');
});
