// A profile says everything that is known, what is not known, and where it is from.

import { expect, test } from './atlas.js';
import { kilometres, label, records, sentence, vocabularies } from './dataset.js';
import { serveFixture } from './faults.js';
import { tr } from './messages.js';
import { expectParameters, route } from './pages/address.js';
import { ExplorePage } from './pages/explore.js';
import { ProfilePage } from './pages/profile.js';

const known = records.find((r) => r.location && r.ecosystems && r.expertise?.length > 1 && r.region?.code);
const regionName = (code) => vocabularies.regions.find((region) => region.code === code).name;

test('has a way back to the results as they were left', { tag: '@once' }, async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open('country=ES');
  const list = page.getByRole('list', { name: 'Results' });
  await list.evaluate((element) => element.scrollTo(0, 4_000));
  // A line that is drawn ahead of the scrolling is scrolled to before it is clicked: one that is in sight is not.
  let name;
  await expect
    .poll(async () => {
      name = await explore.nameInSight();
      return name;
    })
    .toBeTruthy();
  const left = await list.evaluate((element) => element.scrollTop);
  await explore.result(name).getByRole('heading').getByRole('link').click();
  const profile = new ProfilePage(page);
  await expect(profile.heading).toBeVisible();
  // The header is in sight, although the focus is on the content.
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeInViewport();
  await page.getByRole('link', { name: tr('back-to-explore') }).click();
  await explore.expectStatus(sentence({ country: ['ES'] }));
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(left);
  expect(left).toBe(4_000);
});

test('shows what is known, and says what is not', async ({ page }) => {
  const profile = new ProfilePage(page);
  await profile.open(known.id);
  await expect(profile.heading).toHaveText(known.name);
  await expect(page).toHaveTitle(new RegExp(known.name.slice(0, 12).replace(/\W/g, '.')));
  await expect(profile.fact('City')).toHaveText(known.city);
  await expect(profile.fact('Region')).toHaveText(`${regionName(known.region.code)} (${known.region.code})`);
  await expect(profile.fact('Coordinates')).toContainText(`${known.location.lat}, ${known.location.lon}`);
  await expect(profile.fact('Coordinates')).toContainText('accurate to the city, not an address');
  await expect(profile.fact('Industrial ecosystem')).toContainText(label('ecosystems', known.ecosystems[0]));
  for (const topic of known.expertise) await expect(profile.fact('Expertise')).toContainText(label('expertise', topic));
  for (const fact of ['Short name', 'Members', 'Founded', 'Website', 'E-mail', 'Excellence label']) {
    await expect(profile.unknown).toContainText(fact);
    await expect(profile.fact(fact)).toBeHidden();
  }
});

test.describe('a profile', { tag: '@once' }, () => {
  test('marks expertise as inferred', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    await expect(profile.fact('Expertise')).toContainText(tr('expertise-inferred'));
  });

  test('names its source and day', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    await expect(page.getByText(/^Source:/)).toContainText('European Cluster Collaboration Platform');
    await expect(page.getByText(/^Source:/)).toContainText(/Dataset published on .* 2026/);
  });

  test('shows every field of the format', async ({ page }) => {
    await serveFixture(page, 'organisations-every-field.json');
    const profile = new ProfilePage(page);
    await profile.open('fr-fictional-every-field');
    await expect(page.getByText('Network', { exact: true })).toBeVisible();
    await expect(page.getByText('A fictional cluster.')).toBeVisible();
    const facts = {
      'Short name': 'PFP',
      Country: 'France',
      City: 'Orléans',
      'City as listed': 'Orléans Cedex',
      Coordinates: '47.9025, 1.9041 (accurate to the street)',
      'NACE classes': '26.70',
      Founded: '2005',
      'Staff (full-time equivalents)': '7.5',
    };
    for (const [name, text] of Object.entries(facts)) {
      await expect(profile.fact(name.replace(/[()]/g, '\\$&'))).toHaveText(text);
    }
    await expect(profile.fact('Expertise')).toContainText(tr('expertise-declared'));
    for (const part of ['120 in all', '90 SMEs', '12 large companies', '15 research organisations', '3 others']) {
      await expect(profile.fact('Members')).toContainText(part);
    }
    await expect(page.getByText(/Gold, until 30 June 2027|Gold, until June 30, 2027/)).toBeVisible();
    const website = profile.fact('Website').getByRole('link');
    await expect(website).toHaveAttribute('href', 'https://www.fictional.example/');
    await expect(website).toHaveAttribute('rel', /noopener/);
    await expect(website).toHaveAccessibleName(/opens www.fictional.example in a new tab/);
    await expect(profile.fact('E-mail').getByRole('link')).toHaveAttribute('href', 'mailto:contact@fictional.example');
    await expect(page.getByText(/Record updated on/)).toBeVisible();
  });

  test('names its neighbours: close by, and complementary ones in other countries', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    const close = profile.near('Close by').getByRole('listitem');
    const nearest = records.filter((r) => r.id !== known.id && r.location).map((r) => kilometres(known.location, r.location));
    await expect(close).toHaveCount(Math.min(6, nearest.filter((km) => km <= 100).length));
    for (const name of await close.getByRole('heading').allInnerTexts()) {
      const candidates = records.filter((r) => r.name === name && r.location);
      expect(Math.min(...candidates.map((r) => kilometres(known.location, r.location)))).toBeLessThanOrEqual(100);
    }
    const complementary = profile.near('Complementary').getByRole('listitem');
    expect(await complementary.count()).toBeGreaterThan(0);
    for (const name of await complementary.getByRole('heading').allInnerTexts()) {
      const fits = (r) => r.country !== known.country && r.expertise?.some((topic) => known.expertise.includes(topic));
      expect(records.some((r) => r.name === name && fits(r))).toBe(true);
    }
    await profile.near('Complementary').getByRole('link', { name: tr('complementary-all') }).click();
    await new ExplorePage(page).expectStatus(sentence({ expertise: known.expertise }));
  });

  test('leads to the map and selects there', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    await profile.onMap.click();
    await expectParameters(page, { view: 'map', sel: known.id });
    await expect(new ExplorePage(page).card).toContainText(known.name);
  });

  test('without a location offers no map, and says why nothing is close by', async ({ page }) => {
    const record = records.find((r) => !r.location);
    const profile = new ProfilePage(page);
    await profile.open(record.id);
    await expect(profile.unknown).toContainText('Coordinates');
    await expect(profile.onMap).toBeHidden();
    await expect(profile.near('Close by')).toContainText(tr('close-by-unlocated'));
  });

  test('of nobody says so, and helps to search', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open('fr-minalogic-of-yesterday');
    await expect(profile.heading).toHaveText(tr('missing-organisation-title'));
    await expect(page.getByText('“fr-minalogic-of-yesterday”')).toBeVisible();
    await page.getByRole('link', { name: tr('missing-find') }).click();
    await expect.poll(() => route(page)).toBe('/explore');
    await expect(new ExplorePage(page).search).toHaveValue('fr minalogic of yesterday');
  });

  test('leads from neighbour to neighbour, each with its own address', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    const next = profile.near('Complementary').getByRole('heading', { level: 3 }).first();
    const name = await next.innerText();
    await next.getByRole('link').click();
    await expect(profile.heading).toHaveText(name);
    await page.goBack();
    await expect(profile.heading).toHaveText(known.name);
  });
});
