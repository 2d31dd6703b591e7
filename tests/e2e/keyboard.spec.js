// Everything by keyboard alone, and the focus is never lost.

import { expect, open, test } from './atlas.js';
import { records, sentence } from './dataset.js';
import { ExplorePage } from './pages/explore.js';
import { route } from './pages/address.js';
import { tr } from './messages.js';

/** Presses Tab until an element has the focus; fails when it takes too long. */
async function tabTo(page, target, { most = 80, key = 'Tab' } = {}) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
  }
  throw new Error(`${key} pressed ${most} times did not reach ${target}`);
}

/** Whether the element with the focus shows that it has it. */
const focusShows = (page) =>
  page.evaluate(() => {
    const seen = [document.activeElement, document.activeElement.closest('label, li')].filter(Boolean).map((element) => getComputedStyle(element));
    return seen.some((style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none');
  });

test('the first Tab reaches a link that skips to the content', async ({ page }) => {
  await open(page, '#/explore');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(route(page)).toBe('/explore');
});

test('the second Tab reaches a link that skips to the search, where there is one', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/explore');
  for (const _ of [1, 2]) await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: tr('skip-to-search') });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search', exact: true }).or(page.getByRole('searchbox', { name: 'Search', exact: true }))).toBeFocused();
  expect(route(page)).toBe('/explore');
  await open(page, '#/about-data');
  await expect(skip).toHaveCount(0);
});

test.describe('with the keyboard', { tag: '@once' }, () => {
  test('one finds an organisation from the top of the page to its profile', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await tabTo(page, explore.value('Country', 'Spain'));
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press('Space');
    await expect(explore.value('Country', 'Spain')).toBeChecked();
    await explore.expectStatus(sentence({ country: ['ES'] }));
    // A chosen value moves to the top and keeps the focus.
    await expect(explore.value('Country', 'Spain')).toBeFocused();
    await tabTo(page, explore.search);
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.type('aero');
    await page.keyboard.press('Escape');
    await expect(explore.first).toContainText(/aero/i);
    const link = explore.first.getByRole('link');
    await tabTo(page, link);
    expect(await focusShows(page)).toBe(true);
    const name = await link.innerText();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    // A new page is read from its beginning.
    await expect(page.getByRole('main')).toBeFocused();
  });

  test('every stop shows where the focus is, and none is a trap', async ({ page }) => {
    await open(page, '#/explore?country=LU');
    const stops = [];
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => (document.activeElement === document.body ? null : document.activeElement.outerHTML.slice(0, 90)));
      if (stop === null) break;
      stops.push(stop);
      if (await page.evaluate(() => document.activeElement.matches('a, button, input, select'))) expect(await focusShows(page), stop).toBe(true);
    }
    // The end of the page is reached: the focus leaves it for the browser's own buttons.
    expect(stops.length).toBeGreaterThan(20);
    expect(stops.length).toBeLessThan(120);
  });

  test('a dialog holds the focus, Escape closes it, and the focus returns', async ({ page }) => {
    await open(page, '#/explore?country=LU');
    const button = page.getByRole('button', { name: 'Export' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect(dialog).toBeVisible();
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const now = document.activeElement;
        return now !== document.body && !now.closest('dialog');
      });
      expect(outside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });

  test('chips are taken off without losing the focus', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=LU,MT');
    await explore.chip('Malta').focus();
    await page.keyboard.press('Enter');
    await explore.expectStatus(sentence({ country: ['LU'] }));
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  test('the map is moved with the arrow keys', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('map=48.2,16.37,6');
    const canvas = explore.map.locator('[tabindex="0"]').first();
    await canvas.focus();
    expect(await focusShows(page)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).hash).not.toContain('map=48.2,16.37,6');
  });

  test('a long table scrolls', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage');
    const region = page.getByRole('region', { name: 'Coverage matrix' }).last();
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  });
});

test('the sheet of filters is closed with Escape, and the focus returns', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open();
  test.skip(!(await explore.openFilters.isVisible()), 'the filters stand beside the results here');
  await explore.openFilters.focus();
  await page.keyboard.press('Enter');
  await expect(explore.filters).toBeVisible();
  await expect(explore.filters.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(explore.filters).toBeHidden();
  await expect(explore.openFilters).toBeFocused();
});

test('the focus is never behind the sheet of filters', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open();
  test.skip(!(await explore.openFilters.isVisible()), 'the filters stand beside the results here');
  for (const key of ['Tab', 'Shift+Tab']) {
    await explore.openFilters.click();
    await expect(explore.filters.getByRole('button', { name: 'Close' })).toBeFocused();
    let inside = true;
    for (let step = 0; inside; step += 1) {
      expect(step).toBeLessThan(80);
      await page.keyboard.press(key);
      inside = await explore.filters.isVisible();
    }
    // Whoever leaves the sheet has closed it, and stands on something that can be seen.
    await expect(page.locator('*:focus')).toBeVisible();
  }
});

test('a phone reaches a facet and a result by keyboard too', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open();
  test.skip(!(await explore.openFilters.isVisible()), 'walked on the laptop');
  const record = records.find(({ country }) => country === 'MT');
  await tabTo(page, explore.openFilters);
  await page.keyboard.press('Enter');
  // The focus goes on to the first value that was hidden, not behind all of them.
  await tabTo(page, explore.facet('Country').getByRole('button', { name: /^Show all/ }));
  await page.keyboard.press('Enter');
  await expect(explore.facet('Country').getByRole('checkbox').nth(6)).toBeFocused();
  await tabTo(page, explore.value('Country', 'Malta'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await explore.expectStatus(sentence({ country: ['MT'] }));
  await tabTo(page, explore.result(record.name).getByRole('link'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(record.name);
});
