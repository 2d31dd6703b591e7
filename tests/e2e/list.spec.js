// The list is the main thing: any length, always in order, as much of it in the page as is in sight.

import { expect, test } from './atlas.js';
import { count, counts, matching, records, sentence } from './dataset.js';
import { expectParameters, parameters } from './pages/address.js';
import { ExplorePage } from './pages/explore.js';

test('holds only what is in sight, and says how long it is', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open();
  await expect(explore.first).toHaveAttribute('aria-setsize', String(counts.organisations.all));
  expect(await explore.results.getByRole('listitem').count()).toBeLessThan(60);
  await explore.scrollResultsToEnd();
  const last = explore.results.locator(`[aria-posinset="${counts.organisations.all}"]`);
  await expect(last).toBeVisible();
  await expect(last.getByRole('heading')).toBeInViewport();
  expect(await explore.results.getByRole('listitem').count()).toBeLessThan(60);
});

test.describe('the list', { tag: '@once' }, () => {
  test('has every organisation exactly once', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=FR');
    const names = await explore.everyName();
    expect([...names].sort()).toEqual(
      matching({ country: ['FR'] })
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('is in the order of names, or of countries', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('ecosystem=textiles');
    const rank = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const byName = await explore.everyName();
    expect(byName.length).toBe(count({ ecosystem: ['textiles'] }));
    expect(byName.map(rank)).toEqual([...byName.map(rank)].sort((a, b) => a.localeCompare(b, 'en')));
    await explore.sort.selectOption({ label: 'country' });
    await expectParameters(page, { ecosystem: 'textiles', sort: 'country' });
    const countryOf = (name) => records.find((record) => record.name === name).country;
    await expect(explore.first).not.toContainText(byName[0]);
    const countries = (await explore.everyName()).map(countryOf);
    // Each country stands in one piece.
    const pieces = countries.filter((country, at) => country !== countries[at - 1]);
    expect(pieces.length).toBe(new Set(countries).size);
  });

  test('starts at the top again when the question changes', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.scrollResultsToEnd();
    await expect(explore.results.locator(`[aria-posinset="${counts.organisations.all}"]`)).toBeVisible();
    await explore.choose('Country', 'Spain');
    await expect(explore.first.getByRole('heading')).toBeInViewport();
  });

  test('can be walked with the Tab key past the end of what was in sight', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=list');
    await explore.first.getByRole('link').focus();
    let at = 1;
    for (let step = 0; step < 60 && at < 20; step += 1) {
      // The focus scrolls the list, and what comes next is drawn before it can be reached.
      await expect(explore.results.locator(`[aria-posinset="${at + 1}"]`)).toBeAttached();
      await page.keyboard.press('Tab');
      at = await page.evaluate(() => Number(document.activeElement.closest('[aria-posinset]')?.getAttribute('aria-posinset')));
      expect(at).toBeGreaterThan(0);
    }
    expect(at).toBeGreaterThan(15);
  });

  test('leads to profiles, and back to where one was', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=LU');
    await explore.result('Luxembourg Wood Cluster').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Luxembourg Wood Cluster' })).toBeVisible();
    await page.goBack();
    await explore.expectStatus(sentence({ country: ['LU'] }));
  });
});

test('has views that are links', async ({ page, isMobile }) => {
  const explore = new ExplorePage(page);
  await explore.open('country=PL');
  await expect(explore.results).toBeVisible();
  await explore.view('Coverage').click();
  await expectParameters(page, { country: 'PL', view: 'coverage' });
  await expect(explore.matrix).toBeVisible();
  await expect(explore.view('Coverage')).toHaveAttribute('aria-current', /./);
  if (isMobile) {
    await explore.view('Map').click();
    await expect(explore.map).toBeVisible();
    await expect(explore.results).toBeHidden();
    await explore.view('List').click();
    await expect(explore.map).toBeHidden();
  } else {
    await explore.view('List').click();
    await expectParameters(page, { country: 'PL', view: 'list' });
    await expect(explore.map).toBeHidden();
    await explore.view('Map and list').click();
    await expect(explore.map).toBeVisible();
  }
  await expect(explore.results).toBeVisible();
  await explore.expectStatus(sentence({ country: ['PL'] }));
  await page.goBack();
  await page.goBack();
  expect(parameters(page).view).toBe('coverage');
});
