// Networks as a whole: which countries work together, and the partners of one of them on a small map. Policies by year.

import { readFileSync } from 'node:fs';
import { expect, open, test } from './atlas.js';
import { accessibleAndNarrow } from './accessible.js';
import { parseCsv } from './csv.js';
import { collection, counts, named } from './dataset.js';
import { tr } from './messages.js';

const networks = collection('networks');
const results = (page) => page.getByRole('list', { name: 'Results' });
const views = (page) => page.getByRole('navigation', { name: tr('views') });
const matrix = (page) => page.getByRole('region', { name: tr('matrix-title') });

/** The countries that a network or a partner of it is in. */
function countriesOf({ countries = [], coordinator, partners = [] }) {
  const ofPartners = [coordinator, ...partners].map((partner) => partner?.country).filter(Boolean);
  return new Set([...countries, ...ofPartners]);
}

const together = (...codes) => networks.filter((network) => codes.every((code) => countriesOf(network).has(code)));

test('a cell leads to just the networks that it counts', async ({ page }) => {
  await open(page, '#/networks');
  await views(page).getByRole('link', { name: tr('view-matrix') }).click();
  const both = together('FR', 'IT');
  const cell = matrix(page).getByRole('link', { name: tr('matrix-cell', { row: 'France', column: 'Italy', count: both.length }), exact: true });
  await expect(cell).toHaveText(String(both.length));
  await cell.click();
  await expect(page).toHaveURL(/country=FR&with=IT/);
  await expect(page.getByRole('status').filter({ hasText: `${both.length} networks match` })).toBeVisible();
  await expect(results(page).getByRole('heading')).toHaveCount(both.length);
  for (const { name } of both) {
    await expect(results(page).getByRole('heading', { name, exact: true }).first()).toBeVisible();
  }
  // The second country can be taken off like any filter.
  await page.getByRole('button', { name: /Together with: Italy/ }).click();
  await expect(results(page).getByRole('heading')).toHaveCount(together('FR').length);
});

test('every cell says what the data say, zeros and totals too', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/networks?view=matrix');
  await expect(matrix(page).getByRole('table')).toBeVisible();
  const codes = [...new Set(networks.flatMap((network) => [...countriesOf(network)]))];
  const names = new Intl.DisplayNames(['en-GB', 'en'], { type: 'region' });
  const rows = await matrix(page).locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  const columns = await matrix(page).locator('thead th').allTextContents();
  expect(rows).toHaveLength(codes.length);
  let zeros = 0;
  for (const [country, ...cells] of rows) {
    const code = codes.find((code) => names.of(code) === country);
    for (const [at, column] of columns.slice(0, codes.length).entries()) {
      const other = codes.find((code) => names.of(code) === column);
      const expected = code === other ? `–${tr('matrix-same')}` : String(together(code, other).length);
      expect(cells[at], `${country}, ${column}`).toBe(expected);
      zeros += Number(expected === '0');
    }
    expect(cells[codes.length]).toBe(String(together(code).length));
    expect(cells[codes.length + 1]).toBe(String(codes.filter((other) => other !== code && together(code, other).length > 0).length));
  }
  expect(zeros).toBeGreaterThan(0);
});

test('the other filters hold, countries choose the rows, and the file says the same', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/networks?kind=eurocluster&country=DE,FR&view=matrix');
  await expect(matrix(page).getByRole('rowheader', { name: 'Germany' })).toBeVisible();
  await expect(matrix(page).locator('tbody tr')).toHaveCount(2);
  const both = together('DE', 'ES').filter((network) => network.kind === 'eurocluster').length;
  await expect(matrix(page).getByRole('link', { name: `Germany and Spain: ${both}`, exact: true })).toHaveAttribute('href', '#/networks?kind=eurocluster&country=DE&with=ES');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: tr('chart-csv') }).click()]);
  const rows = parseCsv(readFileSync(await file.path(), 'utf8'));
  expect(rows.map((row) => row.Country)).toEqual(['France', 'Germany']);
  expect(rows[1].Spain).toBe(String(both));
  expect(rows[1].Germany).toBe('');
});

test('a network draws lines from who leads it to its partners, for those who see', async ({ page }) => {
  const [network] = named('networks', 'jewel');
  await open(page, `#/networks/${network.id}`);
  const article = page.getByRole('article');
  const drawing = page.getByRole('main').locator('figure[aria-hidden="true"] svg');
  await expect(drawing).toBeVisible();
  const located = new Set(collection('organisations').filter(({ location }) => location).map(({ id }) => id));
  const partners = network.partners.filter(({ organisation }) => located.has(organisation) && organisation !== network.coordinator.organisation);
  await expect(drawing.locator('circle')).toHaveCount(partners.length + 1);
  await expect(drawing.locator('line')).toHaveCount(partners.length);
  await expect(drawing.locator('path').first()).toBeAttached();
  // What it shows is in the list of partners.
  await expect(article.locator(`a[href="#/organisation/${partners[0].organisation}"]`).first()).toBeVisible();
});

test('policies stand on a line of years, and those without a year are named', async ({ page }) => {
  await open(page, '#/policies?at=2026-11-22');
  await views(page).getByRole('link', { name: tr('view-timeline') }).click();
  await expect(page.getByRole('heading', { name: tr('country-policies-time') })).toBeVisible();
  const dated = collection('policies').filter(({ start }) => start);
  const without = counts.policies.all - dated.length;
  await expect(page.getByRole('heading', { name: tr('policy-years-without', { count: without }) })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Pôles de compétitivité' }).first()).toContainText('2005');
  await expect(page.getByRole('main').locator('a[href^="#/policies/"]')).toHaveCount(counts.policies.all);
});

test('no rule is broken that a machine can check, and the page does not scroll sideways', { tag: '@axe' }, async ({ page }, { project }) => {
  test.slow();
  for (const route of ['#/networks?view=matrix', '#/networks/jewel', '#/policies?view=timeline&at=2026-11-22']) {
    await open(page, route);
    await accessibleAndNarrow(page, route, project);
  }
  // The table scrolls in a region of its own, which can be reached and has a name.
  await open(page, '#/networks?view=matrix');
  await expect(matrix(page)).toHaveAttribute('tabindex', '0');
});
