// Whatever stands in a record is shown as text or left out with a reason; it never runs and never breaks the page.

import { expect, test } from './atlas.js';
import { fixture, serve, serveFixture, serveRecords } from './faults.js';
import { tr } from './messages.js';
import { ExplorePage } from './pages/explore.js';
import { AboutDataPage, ProfilePage } from './pages/profile.js';

const optics = { id: 'fr-fictional-optics', name: 'Fictional Optics Cluster', country: 'FR', city: 'Paris' };

/** The row of the load report for the organisations. */
async function report(page) {
  const about = new AboutDataPage(page);
  await about.open();
  await expect(about.report).toBeVisible();
  const row = (await about.rows()).find(({ file }) => file.includes('organisations'));
  expect(row.loaded + row.refused).toBe(row.read);
  return { ...row, about };
}

test.describe('a dataset', { tag: '@once' }, () => {
  test('of no records works, with nothing in it', async ({ page }) => {
    await serveFixture(page, 'zero-records.json');
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.expectStatus('No organisation matches');
    await explore.search.fill('anything');
    await explore.expectStatus('No organisation matches');
    await explore.open('view=coverage');
    await expect(page.getByRole('heading', { name: 'Coverage matrix' })).toBeVisible();
    expect(await report(page)).toMatchObject({ read: 0, loaded: 0 });
  });

  test('of one record works', async ({ page }) => {
    await serveFixture(page, 'one-record.json');
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.expectStatus('1 organisation matches');
    await expect(explore.first).toHaveAttribute('aria-setsize', '1');
    const profile = new ProfilePage(page);
    await profile.open(optics.id);
    await expect(profile.near('Close by')).toContainText(tr('close-by-none'));
    await expect(profile.near('Complementary')).toContainText(tr('complementary-none'));
    await explore.open('view=coverage&rows=ecosystem');
    await expect(explore.matrix.getByRole('link', { name: 'Digital, France: 1' })).toBeVisible();
  });

  test('with doubles keeps the first and reports the others', async ({ page }) => {
    await serveFixture(page, 'duplicate-ids.json');
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.expectStatus('2 organisations match');
    const { about, ...row } = await report(page);
    expect(row).toMatchObject({ read: 3, loaded: 2, refused: 1 });
    await expect(about.findings).toContainText(tr('finding-duplicate-id'));
  });

  test('with coordinates out of range keeps the records without them', async ({ page }) => {
    await serveFixture(page, 'coordinates-out-of-range.json');
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.expectStatus('3 organisations match, 2 have no location');
    const { about } = await report(page);
    await expect(about.findings).toContainText(tr('finding-out-of-range'));
  });

  test('with exchanged coordinates says so', async ({ page }) => {
    await serveFixture(page, 'coordinates-swapped.json');
    const explore = new ExplorePage(page);
    await explore.open();
    await expect(explore.status).toContainText('3 organisations match');
    const { about } = await report(page);
    await expect(about.findings).toContainText(tr('finding-swapped-coordinates'));
    await expect(about.findings).toContainText('swapped');
  });

  test('with unknown terms shows and reports them', async ({ page }) => {
    await serveFixture(page, 'unknown-terms.json');
    const profile = new ProfilePage(page);
    await profile.open(optics.id);
    await expect(profile.fact('Industrial ecosystem')).toContainText('alchemy');
    await expect(profile.fact('Expertise')).toContainText('perpetual-motion');
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.choose('Industrial ecosystem', 'alchemy');
    await explore.expectStatus('1 organisation matches');
    const { about } = await report(page);
    await expect(about.findings).toContainText(tr('finding-unknown-term'));
    await expect(about.findings).toContainText('perpetual-motion');
  });

  test('with values of the wrong kind leaves them out and keeps the record', async ({ page }) => {
    await serveFixture(page, 'wrong-types.json');
    const profile = new ProfilePage(page);
    await profile.open('types');
    await expect(profile.heading).toHaveText('Fictional of wrong types');
    for (const fact of ['Founded', 'Coordinates', 'E-mail']) await expect(profile.unknown).toContainText(fact);
  });

  test('with script addresses makes no links of them', async ({ page }) => {
    await serveFixture(page, 'script-website.json');
    const count = JSON.parse(fixture('script-website.json')).records.length;
    const profile = new ProfilePage(page);
    for (let at = 0; at < count; at += 1) {
      await profile.open(`w${at}`);
      await expect(profile.heading).toBeVisible();
      const targets = await page.getByRole('link').evaluateAll((links) => links.map((link) => new URL(link.href).protocol));
      for (const protocol of targets) expect(protocol).toMatch(/^(https?|mailto):$/);
    }
    const { about } = await report(page);
    await expect(about.findings).toContainText(tr('finding-unsafe-address'));
  });
});

const PAGES = (id) => [
  '#/explore',
  '#/explore?view=list',
  '#/explore?view=coverage&rows=expertise&by=region',
  `#/explore?sel=${id}`,
  `#/organisation/${id}`,
  `#/compare?ids=${id}`,
  `#/shortlist?ids=${id}`,
  '#/about-data',
];

/** Opens every page with a record on it, and looks for what must not be there. */
async function visitAll(page, id, check) {
  page.on('dialog', () => {
    throw new Error('a script of the data ran');
  });
  for (const route of PAGES(id)) {
    await page.goto(`./${route}`);
    await page.locator('html[data-app="ready"]').waitFor();
    await expect(page.getByRole('main')).toBeVisible();
    const markup = page.locator('main :is(img, script, iframe, object, embed, b b, [onerror], [onload])');
    await expect(markup, route).toHaveCount(0);
    await check(route);
  }
}

test.describe('text in every field', { tag: '@once' }, () => {
  test('that is markup is shown as it is and does not run', async ({ page }) => {
    await serveFixture(page, 'hostile-markup.json');
    await visitAll(page, 'markup', async () => {});
    const profile = new ProfilePage(page);
    await profile.open('markup');
    await expect(profile.heading).toContainText('<img src=x onerror="alert(1)"><script>alert(1)</script>&lt;b&gt;');
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.fill('<script>alert(1)</script>');
    await expect(explore.first).toContainText('<script>');
  });

  test('that turns the direction is straightened', async ({ page }) => {
    await serveFixture(page, 'hostile-direction.json');
    await visitAll(page, 'direction', async (route) => {
      const turned = await page.evaluate(() => /[\u202a-\u202e\u2066-\u2069]/.test(document.documentElement.outerHTML));
      expect(turned, route).toBe(false);
    });
    const { about } = await report(page);
    await expect(about.findings).toContainText(tr('finding-hidden-characters'));
  });

  test('that holds null bytes and control characters is cleaned', async ({ page }) => {
    await serveFixture(page, 'hostile-null-bytes.json');
    await visitAll(page, 'null', async (route) => {
      // eslint-disable-next-line no-control-regex
      const dirty = await page.evaluate(() => /[\u0000-\u0008\u000b\u000e-\u001f\ufffd]/.test(document.documentElement.outerHTML));
      expect(dirty, route).toBe(false);
    });
  });

  test('of a megabyte is cut, and the page stays usable', async ({ page }) => {
    const long = 'Endless'.repeat(150_000);
    await serveRecords(page, [
      { ...optics, id: 'long', name: long, acronym: long, city: long, summary: { en: long }, expertise: [long] },
      { ...optics, id: 'words', name: 'many words '.repeat(100_000) },
      optics,
    ]);
    await visitAll(page, 'long', async (route) => {
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sideways, route).toBeLessThanOrEqual(0);
    });
    const { about } = await report(page);
    await expect(about.findings).toContainText(tr('finding-too-long'));
    const explore = new ExplorePage(page);
    await explore.open('q=optics');
    await expect(explore.result(optics.name)).toBeVisible();
  });

  test('of the dataset itself and of the settings is shown as it is', async ({ page }) => {
    const bad = '<img src=x onerror="alert(1)">';
    await page.route('**/config.json', (to) => to.fulfill({ json: { title: `Atlas ${bad}`, language: 'en', dataset: 'data/atlas.json' } }));
    await page.route('**/data/atlas.json', (to) =>
      to.fulfill({
        json: {
          format: 'cluster-atlas/1',
          title: `Data ${bad}`,
          published: '2026-11-21',
          sources: [{ id: 's', name: `Source ${bad}`, url: 'javascript:alert(1)', licence: bad, note: bad }],
          collections: { organisations: 'organisations.json' },
          vocabularies: 'vocabularies.json',
        },
      }),
    );
    await page.route('**/data/vocabularies.json', (to) =>
      to.fulfill({
        json: {
          format: 'cluster-atlas/vocabularies/1',
          ecosystems: [{ id: 'digital', label: { en: `Digital ${bad}` }, badge: bad }],
          expertise: [{ id: 'photonics', label: { en: `Photonics ${bad}` } }],
          regions: [{ code: 'FR10', name: `Region ${bad}` }],
        },
      }),
    );
    await serve(page, {
      json: {
        format: 'cluster-atlas/organisations/1',
        records: [
          { ...optics, ecosystems: ['digital'], expertise: ['photonics'], region: { code: 'FR10' }, source: 's' },
          { ...optics, id: 'de-other', country: 'DE', ecosystems: ['digital'] },
        ],
      },
    });
    await visitAll(page, optics.id, async () => {});
    await expect(page.getByRole('main')).toContainText(`Source ${bad}`);
    await expect(page.getByRole('banner')).toContainText(`Atlas ${bad}`);
    const protocols = await page.getByRole('link').evaluateAll((links) => links.map((link) => new URL(link.href).protocol));
    expect(protocols).not.toContain('javascript:');
  });
});
