// The page speaks the visitor's language, and says in its address which.

import { expect, reload, test } from './atlas.js';
import { count, counts } from './dataset.js';
import { parameters } from './pages/address.js';
import { tr } from './messages.js';

const language = (page) => new URL(page.url()).searchParams.get('lang');

async function ready(page, address) {
  await page.goto(address);
  await page.locator('html[data-app="ready"]').waitFor();
}

test.describe('the language', { tag: '@once' }, () => {
  for (const tag of ['de', 'fr']) {
    const local = (key) => tr(key, {}, tag);

    test(`is changed to ${tag} without losing the view`, async ({ page }) => {
      await ready(page, './#/explore?country=AT');
      await page.getByRole('combobox', { name: 'Language' }).selectOption(tag);
      await expect(page.locator('html')).toHaveAttribute('lang', tag);
      await expect(page.getByRole('link', { name: local('nav-about-data'), exact: true })).toBeVisible();
      await expect.poll(() => language(page)).toBe(tag);
      expect(parameters(page)).toEqual({ country: 'AT' });
      await expect(page.getByRole('searchbox', { name: local('search'), exact: true })).toBeVisible();
      // The names of countries come from the browser.
      const name = new Intl.DisplayNames([tag], { type: 'region' }).of('AT');
      await expect(page.getByRole('group', { name: local('facet-country') }).getByRole('checkbox', { name: new RegExp(`^${name}`) })).toBeChecked();
      await reload(page);
      await expect(page.locator('html')).toHaveAttribute('lang', tag);
    });

    test(`${tag} is spoken by a link, in the numbers and in the search too`, async ({ page }) => {
      await ready(page, `./?lang=${tag}#/explore`);
      await expect(page.locator('html')).toHaveAttribute('lang', tag);
      await expect(page.getByRole('status')).toContainText(new Intl.NumberFormat(tag).format(counts.organisations.all));
      const country = new Intl.DisplayNames([tag], { type: 'region' }).of('EE');
      await page.getByRole('searchbox', { name: local('search'), exact: true }).fill(country);
      const first = page.getByRole('list', { name: local('results-title') }).locator('[aria-posinset="1"]');
      await expect.poll(async () => Number(await first.getAttribute('aria-setsize'))).toBeGreaterThanOrEqual(count({ country: ['EE'] }));
      await expect(first).toContainText(country);
    });
  }

  for (const last of ['fr', 'en']) {
    test(`is the last one chosen, here ${last}, when the file of an earlier choice comes late`, async ({ page }) => {
      let release;
      const released = new Promise((resolve) => {
        release = resolve;
      });
      await page.route('**/locales/de-*.ftl', async (to) => {
        await released;
        await to.continue();
      });
      // What only chunks say comes last, and then every language is loaded with it.
      const whole = page.waitForResponse('**/locales/en.later-*.ftl');
      await ready(page, './#/explore');
      await whole;
      const choice = page.getByRole('combobox', { name: 'Language' });
      const asked = page.waitForRequest('**/locales/de-*.ftl');
      await choice.selectOption('de');
      await asked;
      await choice.selectOption(last);
      if (last !== 'en') await expect(page.locator('html')).toHaveAttribute('lang', last);
      await expect.poll(() => language(page)).toBe(last);
      const late = page.waitForResponse('**/locales/de.later-*.ftl');
      release();
      await (await late).finished();
      // Whatever the late file does is done when the page has answered something else.
      const search = page.getByRole('searchbox', { name: tr('search', {}, last), exact: true });
      await search.fill('Minalogic');
      await expect.poll(() => parameters(page)).toEqual({ q: 'Minalogic' });
      await expect(page.locator('html')).toHaveAttribute('lang', last);
      await expect(page.getByRole('combobox', { name: tr('language', {}, last) })).toHaveValue(last);
      expect(language(page)).toBe(last);
    });
  }

  test('has words for each part of the app that come with that part alone', async ({ page }) => {
    const asked = new Set();
    page.on('request', (request) => asked.add(/\/locales\/([a-z.]+)-[0-9a-f]+\.ftl$/.exec(request.url())?.[1]));
    const words = () => [...asked].filter(Boolean).sort();
    await ready(page, './#/calls');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(tr('nav-calls'));
    expect(words()).toEqual(['en', 'en.later']);
    for (const [hash, part, key] of [['#/countries', 'countries', 'countries-title'], ['#/embed', 'embed', 'embed-title'], ['#/desk', 'desk', 'desk-title']]) {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(tr(key));
      expect(words(), hash).toContain(`en.${part}`);
    }
    expect(words()).not.toContain('en.forms');
    // Another language has all of them at once: what is on the page is said in it.
    await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(tr('desk-title', {}, 'de'));
    expect(words().filter((name) => name.startsWith('de'))).toEqual(['de', 'de.countries', 'de.desk', 'de.embed', 'de.later']);
  });

  test('is the visitor’s own without a wish', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, locale: 'fr-BE' });
    try {
      const page = await context.newPage();
      await ready(page, './');
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    } finally {
      await context.close();
    }
  });

  test('is English for a wish that cannot be met', async ({ page }) => {
    for (const wish of ['tlh', 'xx-YY', '%00', 'de%2F..%2Fen', '__proto__']) {
      await ready(page, `./?lang=${wish}#/explore`);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    }
  });

  test('falls back to English when its file is missing', async ({ page, complaints }) => {
    complaints.allow(/404/);
    await page.route('**/locales/de-*.ftl', (to) => to.fulfill({ status: 404, body: '' }));
    await ready(page, './?lang=de#/explore');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('searchbox', { name: 'Search', exact: true })).toBeVisible();
  });
});
