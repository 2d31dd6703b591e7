// What was found leaves the page as a file that says where it is from.

import { expect, reload, test } from './atlas.js';
import { parseCsv } from './csv.js';
import { manifest, matching } from './dataset.js';
import { ExplorePage } from './pages/explore.js';
import { unpacked } from './zip.js';

const filters = { country: ['RO'] };
const wanted = matching(filters);
const ids = wanted.map(({ id }) => id).sort();
const today = new RegExp(`^${'\\d'.repeat(4)}-\\d\\d-\\d\\d$`);

test.describe('the current result', { tag: '@once' }, () => {
  test.beforeEach(async ({ page }) => new ExplorePage(page).open('country=RO&utm_source=mail'));

  test('is saved as CSV, a row an organisation', async ({ page }) => {
    const { name, text } = await new ExplorePage(page).export('CSV');
    expect(name).toMatch(/^organisations-\d{4}-\d\d-\d\d\.csv$/);
    // Spreadsheets need the mark to know that it is UTF-8.
    expect(text.startsWith('\uFEFF')).toBe(true);
    const rows = parseCsv(text);
    expect(rows.map(({ id }) => id).sort()).toEqual(ids);
    for (const row of rows) {
      const record = wanted.find(({ id }) => id === row.id);
      expect(row).toMatchObject({ name: record.name, country: 'RO', city: record.city ?? '' });
      expect(row.lat).toBe(record.location ? String(record.location.lat) : '');
      expect(row.exported_from).toMatch(/#\/explore\?country=RO$/);
      expect(row.exported_on).toMatch(today);
      // What people read stands beside what programs read.
      expect(row.country_label).toBe('Romania');
      if (record.expertise?.length) expect(row.expertise_label).not.toBe(row.expertise);
    }
    // The long attribution stands once, in the first row.
    for (const source of manifest.sources) expect(rows[0].attribution).toContain(source.name);
    expect(rows.slice(1).every((row) => row.attribution === '')).toBe(true);
  });

  test('is saved as a workbook, its texts as texts and its numbers as numbers', async ({ page }) => {
    const { name, bytes } = await new ExplorePage(page).export('Excel');
    expect(name).toMatch(/^organisations-\d{4}-\d\d-\d\d\.xlsx$/);
    const files = unpacked(bytes);
    expect(files['xl/workbook.xml']).toContain('name="organisations"');
    const texts = files['xl/sharedStrings.xml'];
    for (const { id, city } of wanted) {
      expect(texts).toContain(`>${id}<`);
      if (city) expect(texts).toContain(city);
    }
    const sheet = files['xl/worksheets/sheet1.xml'];
    expect(sheet.match(/<row /g)).toHaveLength(wanted.length + 1);
    const { location } = wanted.find(({ location }) => location);
    expect(sheet).toContain(`<v>${location.lat}</v>`);
    expect(sheet).not.toContain('<f>');
  });

  test('is saved as GeoJSON, those without a location included', async ({ page, baseURL }) => {
    const { name, text } = await new ExplorePage(page).export('GeoJSON');
    expect(name).toMatch(/\.geojson$/);
    const file = JSON.parse(text);
    expect(file.type).toBe('FeatureCollection');
    expect(file.features.map(({ properties }) => properties.id).sort()).toEqual(ids);
    for (const { id, geometry } of file.features) {
      const { location } = wanted.find((record) => record.id === id);
      expect(geometry?.coordinates ?? null).toEqual(location ? [location.lon, location.lat] : null);
    }
    expect(file.exported.link.startsWith(baseURL)).toBe(true);
    expect(file.exported.date).toMatch(today);
    expect(file.exported.sources.map((source) => source.id)).toEqual(manifest.sources.map(({ id }) => id));
  });

  test('is saved as JSON in the format of the dataset, and its link shows it again', async ({ page }) => {
    const explore = new ExplorePage(page);
    const { text } = await explore.export('JSON');
    const file = JSON.parse(text);
    expect(file.format).toBe('cluster-atlas/organisations/1');
    expect(file.records.map(({ id }) => id).sort()).toEqual(ids);
    expect(file.exported.sources).toHaveLength(manifest.sources.length);
    const shown = await explore.status.innerText();
    await page.goto(file.exported.link);
    await page.locator('html[data-app="ready"]').waitFor();
    await explore.expectStatus(shown);
  });

  test('that was exported can be loaded as a dataset', async ({ page }) => {
    const explore = new ExplorePage(page);
    const { text } = await explore.export('JSON');
    const shown = await explore.status.innerText();
    await page.route('**/data/organisations.json', (to) => to.fulfill({ contentType: 'application/json', body: text }));
    await reload(page);
    await explore.expectStatus(shown);
  });

  test('says before the export how many there are', async ({ page }) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect(dialog).toContainText(`The ${ids.length} organisations that match now`);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
  });
});
