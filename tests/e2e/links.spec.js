// Everything on screen is a link: what one visitor sees, another one opens.

import { expect, open, test } from './atlas.js';
import { kilometres, records, sentence } from './dataset.js';
import { tr } from './messages.js';
import { expectParameters } from './pages/address.js';
import { ExplorePage } from './pages/explore.js';

test.describe('a link', { tag: '@once' }, () => {
  test('shows the same view on another device', async ({ page, browser, baseURL }) => {
    const here = new ExplorePage(page);
    await here.open();
    await here.search.fill('innovation');
    await here.choose('Country', 'Germany');
    await here.sort.selectOption({ label: 'name' });
    await here.view('List').click();
    await expectParameters(page, { q: 'innovation', country: 'DE', sort: 'name', view: 'list' });
    const elsewhere = await browser.newContext({ baseURL, locale: 'en' });
    try {
      const there = new ExplorePage(await elsewhere.newPage());
      await there.page.goto(page.url());
      await there.page.locator('html[data-app="ready"]').waitFor();
      await expect(there.status).toHaveText(await here.status.innerText());
      await expect(there.search).toHaveValue('innovation');
      await expect(there.value('Country', 'Germany')).toBeChecked();
      await expect(there.map).toBeHidden();
      await expect(there.sort.locator('option:checked')).toHaveText('name');
      await expect.poll(() => there.names()).toEqual(await here.names());
    } finally {
      await elsewhere.close();
    }
  });

  test('leaves the receiver their language, unless the sender has chosen one', async ({ page }) => {
    await open(page, `#/shortlist?ids=${records[0].id}`);
    const link = page.getByRole('textbox', { name: tr('share-link') });
    await expect(link).toHaveValue(/sub-path\/#\/shortlist/);
    await page.getByRole('combobox', { name: tr('language') }).selectOption('de');
    await expect(page.getByRole('textbox', { name: tr('share-link', {}, 'de') })).toHaveValue(/\?lang=de#\/shortlist/);
  });

  test('that mail has broken, encoded and ended with a full stop is understood', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=DE&q=photonics');
    const meant = await explore.status.innerText();
    for (const link of [
      '#/explore?country=DE&amp;q=photonics',
      '#/Explore%3Fcountry=DE&q=photonics.',
      '#/explore?country=DE&q=photo%0D%0Anics).',
    ]) {
      await page.goto('about:blank');
      await open(page, link);
      await explore.expectStatus(meant);
    }
  });

  test('to a day that is none says so', async ({ page }) => {
    await open(page, '#/calls?at=2024-02-30');
    await expect(page.getByRole('main').getByText('2024-02-30')).toBeVisible();
  });

  test('to the map of a profile keeps the filters that it was found with', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=DE&q=photonics');
    const meant = await explore.status.innerText();
    await explore.results.getByRole('heading').first().getByRole('link').click();
    await page.getByRole('link', { name: tr('profile-on-map') }).click();
    await expect(explore.card).toBeVisible();
    await explore.expectStatus(meant);
    await explore.card.getByRole('link').first().click();
    await page.getByRole('link', { name: tr('back-to-explore') }).click();
    await explore.expectStatus(meant);
  });

  test('around a point lists what is there, nearest first, with distances', async ({ page }) => {
    const explore = new ExplorePage(page);
    const paris = { lat: 48.85, lon: 2.35 };
    const within = records
      .filter((record) => record.location)
      .map((record) => ({ name: record.name, km: kilometres(paris, record.location) }))
      .filter(({ km }) => km <= 100)
      .sort((a, b) => a.km - b.km);
    await explore.open('near=48.85,2.35,100');
    await explore.expectStatus(`${within.length} organisations match`);
    await expect(explore.first).toContainText(`${Math.round(within[0].km)} km`);
    await expect(explore.sort.locator('option:checked')).toHaveText('distance');
    const farthest = within.at(-1);
    await explore.scrollResultsToEnd();
    await expect(explore.result(farthest.name)).toContainText(`${Math.round(farthest.km)} km`);
    // A point that is the middle of a town is called so.
    await expect(explore.chip('Within 100 km of Paris')).toBeVisible();
    await explore.chips.getByRole('combobox', { name: 'Distance' }).selectOption('25 km');
    await expectParameters(page, { near: '48.85,2.35,25' });
    const closer = within.filter(({ km }) => km <= 25).length;
    await explore.expectStatus(`${closer} organisations match`);
  });

  test('with a box lists what is in it', async ({ page }) => {
    const explore = new ExplorePage(page);
    const inside = records.filter(({ location: l }) => l && l.lon >= 5 && l.lon <= 8 && l.lat >= 47 && l.lat <= 50);
    await explore.open('bbox=5,47,8,50');
    await explore.expectStatus(`${inside.length} organisations match`);
    expect((await explore.everyName()).sort()).toEqual(inside.map(({ name }) => name).sort());
    await explore.chip('In the chosen part of the map').click();
    await explore.expectStatus(sentence());
  });

  test('with a selection shows its card and marks it in the list', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=FI&sel=fi-nothing-of-the-kind');
    await expect(explore.card).toBeHidden();
    const record = records.find(({ country, location }) => country === 'FI' && location);
    await explore.open(`country=FI&sel=${record.id}`);
    await expect(explore.card.getByRole('heading')).toHaveText(record.name);
    // The list has scrolled to it.
    await expect(explore.result(record.name).getByRole('heading')).toBeInViewport();
    await expect(explore.result(record.name).getByRole('button', { name: /on the map$/ })).toHaveAttribute('aria-pressed', 'true');
  });

  test('of an unknown value names it, and lets it be removed', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=ATLANTIS&ecosystem=alchemy');
    await explore.expectStatus('No organisation matches');
    await expect(explore.chip('Country: ATLANTIS (not in this dataset)')).toBeVisible();
    await expect(explore.value('Country', 'ATLANTIS')).toBeChecked();
    await expect(explore.value('Country', 'ATLANTIS')).toHaveAccessibleDescription(/not in this dataset/);
    await explore.chip('Country: ATLANTIS (not in this dataset)').click();
    await explore.chip('Industrial ecosystem: alchemy (not in this dataset)').click();
    await explore.expectStatus(sentence());
  });

  test('with parameters nobody knows drops them from new links', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('utm_source=x&country=BE&fbclid=1');
    await explore.expectStatus(sentence({ country: ['BE'] }));
    await explore.choose('Country', 'Malta');
    await expectParameters(page, { country: 'BE,MT' });
  });

  test('to a day of viewing keeps it', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('at=2024-02-21');
    await expect(page.getByText(tr('at-organisations'))).toBeVisible();
    await explore.choose('Country', 'Malta');
    await expectParameters(page, { country: 'MT', at: '2024-02-21' });
  });
});
