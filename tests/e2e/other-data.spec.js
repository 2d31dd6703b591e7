// The app on other people's data: nothing is said of them that is only true of ours, and nothing that ours has is needed.

import { expect, open, test } from './atlas.js';
import { accessible } from './accessible.js';
import { counted, tr } from './messages.js';

const CANADA = [
  ['halifax-ocean', 'Halifax Ocean Hub', 'Halifax', 44.65, -63.57],
  ['montreal-ai', 'Pôle IA de Montréal', 'Montréal', 45.5, -73.57],
  ['waterloo-quantum', 'Waterloo Quantum Hub', 'Waterloo', 43.46, -80.52],
  ['regina-protein', 'Prairie Protein Hub', 'Regina', 50.45, -104.62],
  ['vancouver-digital', 'Vancouver Digital Hub', 'Vancouver', 49.28, -123.12],
].map(([id, name, city, lat, lon]) => ({ id, name, city, country: 'CA', location: { lat, lon, precision: 'city' } }));

/** Publishes other organisations, and nothing else. */
async function publish(page, records, vocabularies = {}, manifest = {}) {
  const files = {
    'atlas.json': { format: 'cluster-atlas/1', title: 'Other hubs', published: '2026-01-01', sources: [], collections: { organisations: 'organisations.json' }, vocabularies: 'vocabularies.json', ...manifest },
    'vocabularies.json': { format: 'cluster-atlas/vocabularies/1', ecosystems: [], expertise: [], regions: [], ...vocabularies },
    'organisations.json': { format: 'cluster-atlas/organisations/1', records },
  };
  for (const [name, json] of Object.entries(files)) {
    await page.route(`**/data/${name}`, (route) => route.fulfill({ json }));
  }
}

const facet = (page, key) => page.getByRole('group', { name: tr(key), exact: true });

test.describe('other data', { tag: '@once' }, () => {
  test('of one country far away, without ecosystems, are on the map from the start', async ({ page }) => {
    await publish(page, CANADA);
    await open(page);
    await expect(page.getByRole('status').filter({ hasText: counted('count-all-located', { count: 5 }) })).toBeVisible();
    for (const key of ['facet-country', 'facet-ecosystem', 'facet-expertise', 'facet-region']) {
      await expect(facet(page, key)).toHaveCount(0);
    }
    await accessible(page);
    const look = page.getByRole('button', { name: tr('look-here') });
    await expect(async () => {
      await look.click();
      const box = new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('bbox');
      const [west, south, east, north] = box.split(',').map(Number);
      expect(west).toBeLessThan(-123);
      expect(east).toBeGreaterThan(-64);
      expect(east).toBeLessThan(0);
      // The map is higher than the country is, and reaches to the equator or a little beyond.
      expect(south).toBeGreaterThan(-20);
      expect(north).toBeLessThan(80);
    }).toPass();
    await open(page, '#/explore?view=coverage');
    await expect(page.getByRole('heading', { name: tr('coverage-title') })).toBeVisible();
    await open(page, '#/organisation/montreal-ai');
    await expect(page.getByRole('heading', { level: 1, name: 'Pôle IA de Montréal' })).toBeVisible();
    await open(page, '#/countries');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('begin with the view that they name, whoever comes without one', async ({ page }) => {
    await publish(page, CANADA, {}, { start: 'explore?q=ocean&view=list' });
    await open(page);
    await expect(page).toHaveURL(/#\/explore\?q=ocean&view=list$/);
    await expect(page.getByRole('list', { name: tr('results-title') }).getByRole('listitem')).toHaveCount(1);
    await open(page, '#/organisation/montreal-ai');
    await expect(page.getByRole('heading', { level: 1, name: 'Pôle IA de Montréal' })).toBeVisible();
    await page.getByRole('banner').getByRole('link').first().click();
    await expect(page.getByRole('list', { name: tr('results-title') }).getByRole('listitem')).toHaveCount(1);
  });

  test('without any point are a list', async ({ page }) => {
    await publish(page, CANADA.map(({ location: _, ...rest }) => rest));
    await open(page);
    await expect(page.getByRole('status').filter({ hasText: counted('count-some-unlocated', { count: 5, unlocated: 5 }) })).toBeVisible();
    await expect(page.getByText(tr('map-nothing-located'))).toBeVisible();
    await expect(page.getByRole('heading', { level: 3, name: 'Halifax Ocean Hub' })).toBeVisible();
    await accessible(page);
  });

  test('with several ecosystems, declared, are not said to have one, or to be inferred', async ({ page }) => {
    const term = (id) => ({ id, label: { en: id } });
    const records = CANADA.map((record, at) => ({
      ...record, ecosystems: at % 2 ? ['energy'] : ['energy', 'health'], expertise: [at % 2 ? 'lasers' : 'algae'], expertise_basis: 'declared',
    }));
    await publish(page, records, { ecosystems: ['energy', 'health'].map(term), expertise: ['lasers', 'algae'].map(term) });
    await open(page);
    await expect(facet(page, 'facet-ecosystem')).toBeVisible();
    await expect(facet(page, 'facet-expertise')).toBeVisible();
    await expect(page.getByText(tr('facet-ecosystem-note'))).toHaveCount(0);
    await expect(page.getByText(tr('facet-expertise-note'))).toHaveCount(0);
  });
});
