// `#/desk`: from a file that somebody has to a package that can be published, without anything leaving the browser.

import { readFileSync } from 'node:fs';
import { expect, open, test } from './atlas.js';
import { accessible } from './accessible.js';
import { counted, tr } from './messages.js';
import { unpacked } from './zip.js';

const fixture = (name) => new URL(`../fixtures/import/${name}`, import.meta.url).pathname;
const field = (page) => page.getByLabel(tr('desk-file'), { exact: true });
const step = (page, name) => page.getByRole('heading', { level: 2, name: tr(`desk-step-${name}`) });
const on = (page, key) => page.getByRole('button', { name: tr(key) });

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path());
}

/** What is kept of the desk under a name, as text; empty where there is nothing. */
const kept = (page, name) =>
  page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open(`cluster-atlas:${location.pathname}:desk`);
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = ({ target: { result } }) => {
          const found = result.transaction('drafts').objectStore('drafts').get(name);
          found.onsuccess = () => {
            result.close();
            resolve(String(found.result ?? ''));
          };
        };
      }),
    name,
  );

test('a workbook with three sheets becomes a package', async ({ page }) => {
  await open(page, '#/desk');
  await expect(page.getByText(tr('desk-private'))).toBeVisible();
  await field(page).setInputFiles(fixture('workbook.xlsx'));
  await expect(page.getByText(counted('desk-kind-excel', { sheets: 3 }))).toBeVisible();
  await expect(page.getByRole('combobox', { name: tr('desk-sheet') })).toHaveValue('Clusters 2025');
  await expect(page.getByRole('combobox', { name: tr('desk-header') })).toHaveValue('3');
  await accessible(page);

  await on(page, 'desk-to-columns').click();
  await expect(step(page, 'columns')).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Clustername' })).toHaveValue('name');
  await expect(page.getByRole('combobox', { name: 'Breite' })).toHaveValue('location.lat');
  await expect(page.getByRole('combobox', { name: 'Motto' })).toHaveValue('');
  await page.getByRole('combobox', { name: 'Motto' }).selectOption('acronym');
  await expect(page.getByRole('combobox', { name: 'Motto' })).toHaveValue('acronym');
  await page.getByRole('combobox', { name: tr('desk-default-precision') }).selectOption('city');
  await accessible(page);

  await on(page, 'desk-to-report').click();
  await expect(step(page, 'report')).toBeFocused();
  await expect(page.getByText(counted('desk-counts', { read: 4, loaded: '3', refused: '1' }))).toBeVisible();
  await expect(page.getByRole('list', { name: tr('desk-preview') })).toContainText('Κλάστερ Αθήνας');
  const refused = await saved(page, () => on(page, 'desk-save-refused').click());
  expect(refused.toString('utf8')).toContain('Ohne Land');
  await accessible(page);

  await on(page, 'desk-to-compare').click();
  await page.getByRole('radio', { name: tr('desk-append') }).check();
  await expect(page.getByText(counted('desk-added', { count: 3 }))).toBeVisible();
  await page.getByRole('radio', { name: tr('desk-replace') }).check();
  await expect(on(page, 'desk-to-publish')).toBeDisabled();
  await page.getByRole('checkbox', { name: tr('desk-sure') }).check();
  await accessible(page);

  await on(page, 'desk-to-publish').click();
  await page.getByLabel(tr('desk-dataset-title')).fill('Clusters of an example');
  await page.getByLabel(tr('desk-day')).fill('2026-03-01');
  await page.getByLabel(tr('desk-source-name')).fill('Own list');
  await page.getByRole('checkbox', { name: tr('desk-keep-others') }).uncheck();
  await accessible(page);
  const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
  expect(Object.keys(files).sort()).toEqual([
    'data/atlas.json', 'data/organisations.json', 'data/vocabularies.json',
    'mapping-organisations.json', 'refused-organisations.csv', 'report-organisations.csv',
  ]);
  const atlas = JSON.parse(files['data/atlas.json']);
  expect(atlas.title).toBe('Clusters of an example');
  expect(atlas.published).toBe('2026-03-01');
  expect(atlas.collections).toEqual({ organisations: 'organisations.json' });
  for (const [file, edition] of Object.entries(atlas.editions)) {
    expect(JSON.parse(files[`data/${file}`]).edition).toBe(edition);
  }
  expect(Object.keys(atlas.editions).sort()).toEqual(['organisations.json', 'vocabularies.json']);
  expect(atlas.sources.map(({ name }) => name)).toEqual(['Own list']);
  const { defaults, records } = JSON.parse(files['data/organisations.json']);
  expect(records.map(({ name }) => name)).toEqual(['Pôle Énergie', 'Cluster Köln', 'Κλάστερ Αθήνας']);
  expect(records[0]).toMatchObject({ country: 'FR', acronym: 'Énergie pour tous', members: { total: 120 } });
  expect(records[0].location).toMatchObject({ lat: 48.85, lon: 2.35 });
  expect({ ...defaults, ...records[1] }).toMatchObject({ source: 'own-list', updated: '2025-03-31', members: { total: 80 } });
  expect(files['report-organisations.csv']).toContain('ca. 80 → 80');
  expect(JSON.parse(files['mapping-organisations.json'])).toMatchObject({ Breite: 'location.lat', Motto: 'acronym' });
});

test.describe('the desk', { tag: '@once' }, () => {
  test('reads old encodings, and lets another one be chosen', async ({ page }) => {
    await open(page, '#/desk');
    await field(page).setInputFiles(fixture('code-pages.csv'));
    const encoding = page.getByRole('combobox', { name: tr('desk-encoding') });
    await expect(encoding).toHaveValue('windows-1253');
    await expect(page.getByRole('list', { name: tr('desk-encoding-words') })).toContainText('Αθήνα');
    await encoding.selectOption('windows-1252');
    await expect(page.getByRole('list', { name: tr('desk-encoding-words') })).toContainText('ÁèÞíá');
  });

  test('says what a file is that it cannot read', async ({ page }) => {
    await open(page, '#/desk');
    await field(page).setInputFiles({ name: 'list.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') });
    await expect(page.getByText(tr('desk-error-pdf', { file: 'list.pdf' }))).toBeVisible();
    await expect(on(page, 'desk-to-columns')).toBeDisabled();
  });

  test('keeps everything on the way back and on other pages, by keyboard alone', async ({ page }) => {
    await open(page, '#/desk');
    await field(page).setInputFiles(fixture('workbook.ods'));
    await on(page, 'desk-to-columns').press('Enter');
    await page.getByRole('combobox', { name: 'Motto' }).selectOption('acronym');
    await expect(page.getByRole('combobox', { name: 'Motto' })).toHaveValue('acronym');
    await on(page, 'desk-to-report').press('Enter');
    await expect(step(page, 'report')).toBeFocused();
    await page.getByRole('navigation', { name: tr('desk-steps') }).getByRole('button', { name: tr('desk-step-file') }).press('Enter');
    await expect(step(page, 'file')).toBeFocused();
    await expect(page.getByText(tr('desk-file-here', { file: 'workbook.ods' }))).toBeVisible();
    await page.evaluate(() => { location.hash = '#/about-data'; });
    await page.getByRole('link', { name: tr('desk-about') }).press('Enter');
    await on(page, 'desk-to-columns').press('Enter');
    await expect(page.getByRole('combobox', { name: 'Motto' })).toHaveValue('acronym');
  });

  test('a second file goes into the same package', async ({ page }) => {
    await open(page, '#/desk');
    await field(page).setInputFiles(fixture('workbook.xlsx'));
    for (const key of ['desk-to-columns', 'desk-to-report', 'desk-to-compare']) await on(page, key).click();
    await page.getByRole('radio', { name: tr('desk-append') }).check();
    await on(page, 'desk-to-publish').click();
    await on(page, 'desk-another').click();
    await expect(step(page, 'file')).toBeFocused();
    await page.getByRole('combobox', { name: tr('desk-collection') }).selectOption('calls');
    await field(page).setInputFiles(fixture('time-lost.csv'));
    for (const key of ['desk-to-columns', 'desk-to-report', 'desk-to-compare']) await on(page, key).click();
    await page.getByRole('radio', { name: tr('desk-append') }).check();
    await on(page, 'desk-to-publish').click();
    const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
    expect(JSON.parse(files['data/calls.json']).records.filter(({ cutoffs }) => cutoffs?.[0]?.date === '2024-12-31').length).toBeGreaterThanOrEqual(7);
    expect(JSON.parse(files['data/organisations.json']).records.length).toBeGreaterThan(1000);
    expect(Object.keys(JSON.parse(files['data/atlas.json']).collections)).toContain('trainings');
  });

  const record = (page, name) => page.getByRole('list', { name: tr('desk-preview') }).getByRole('button', { name, exact: true });
  const edited = (page, name) => page.getByRole('heading', { level: 3, name, exact: true });

  test('a published record is changed, and only it', async ({ page }) => {
    await open(page, '#/desk');
    const published = JSON.parse(readFileSync(new URL('../../public/data/organisations.json', import.meta.url), 'utf8'));
    const { name, id } = published.records[3];
    await on(page, 'desk-edit-published').press('Enter');
    await expect(step(page, 'edit')).toBeFocused();
    await page.getByLabel(tr('desk-edit-find')).fill(id);
    await accessible(page);
    await record(page, name).press('Enter');
    await expect(edited(page, name)).toBeFocused();
    await accessible(page);

    // What cannot be published is not taken over, and says why.
    await page.getByLabel(tr('fact-website'), { exact: true }).fill('javascript:alert(1)');
    await page.getByLabel(tr('fact-founded'), { exact: true }).fill('long ago');
    await on(page, 'desk-edit-save').press('Enter');
    const faults = page.getByRole('alert');
    await expect(faults).toBeFocused();
    await expect(faults).toContainText(tr('finding-unsafe-address'));
    await expect(faults.getByRole('listitem')).toHaveCount(2);
    await accessible(page);

    await page.getByLabel(tr('fact-website'), { exact: true }).fill('https://example.org/new');
    await page.getByLabel(tr('fact-founded'), { exact: true }).fill('2001');
    await page.getByLabel(tr('fact-acronym'), { exact: true }).fill('<b>=1+1</b>');
    await on(page, 'desk-edit-save').press('Enter');
    await expect(step(page, 'edit')).toBeFocused();
    await page.getByText(counted('desk-edit-changes', { count: 3 })).click();
    await expect(page.getByRole('cell', { name: '<b>=1+1</b>' })).toBeVisible();

    await on(page, 'desk-to-publish').click();
    const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
    expect(Object.keys(files).sort()).toEqual([
      'changes-organisations.csv', 'data/atlas.json', 'data/organisations.json', 'data/vocabularies.json',
    ]);
    const { records } = JSON.parse(files['data/organisations.json']);
    const { website, founded, acronym, ...before } = published.records[3];
    expect(records.length).toBe(published.records.length);
    expect(records.filter((now, at) => JSON.stringify(now) !== JSON.stringify(published.records[at])).length).toBe(1);
    expect(records[3]).toEqual({ ...before, website: 'https://example.org/new', founded: 2001, acronym: '<b>=1+1</b>' });
    expect(files['changes-organisations.csv']).toContain(`${id},founded,${founded ?? ''},2001`);
    expect(JSON.parse(files['data/atlas.json']).collections.calls).toBe('calls.json');
  });

  test('a package of the desk is opened, changed and saved with all that it has', async ({ page }) => {
    await open(page, '#/desk');
    await field(page).setInputFiles(fixture('workbook.xlsx'));
    for (const key of ['desk-to-columns', 'desk-to-report', 'desk-to-compare']) await on(page, key).click();
    await page.getByRole('checkbox', { name: tr('desk-sure') }).check();
    await on(page, 'desk-to-publish').click();
    await page.getByLabel(tr('desk-dataset-title')).fill('Three clusters');
    await page.getByRole('checkbox', { name: tr('desk-keep-others') }).uncheck();
    const first = await saved(page, () => on(page, 'desk-save').click());

    await on(page, 'desk-clear').click();
    await field(page).setInputFiles({ name: 'dataset.zip', mimeType: 'application/zip', buffer: first });
    await expect(step(page, 'edit')).toBeFocused();
    await expect(page.getByText(tr('desk-file-here', { file: 'dataset.zip' }))).toBeVisible();
    await record(page, 'Cluster Köln').click();
    await page.getByLabel(tr('fact-city'), { exact: true }).fill('Köln-Mülheim');
    await on(page, 'desk-edit-save').click();
    await on(page, 'desk-to-publish').click();
    await expect(page.getByLabel(tr('desk-dataset-title'))).toHaveValue('Three clusters');
    const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
    const before = JSON.parse(unpacked(first)['data/organisations.json']);
    const now = JSON.parse(files['data/organisations.json']);
    expect(now.records.map(({ name }) => name)).toEqual(before.records.map(({ name }) => name));
    expect(now.records[1]).toEqual({ ...before.records[1], city: 'Köln-Mülheim' });
    expect(now.records[0]).toEqual(before.records[0]);
    expect(now.edition).not.toBe(before.edition);
    expect(JSON.parse(files['data/atlas.json']).editions['organisations.json']).toBe(now.edition);
  });
});

test('what is on the desk survives a reload, until it is cleared', async ({ page }) => {
  await open(page, '#/desk');
  await expect(page.getByText(tr('desk-will-be-kept'))).toBeVisible();
  await field(page).setInputFiles(fixture('workbook.xlsx'));
  await on(page, 'desk-to-columns').click();
  await page.getByRole('combobox', { name: 'Motto' }).selectOption('acronym');
  await page.getByRole('combobox', { name: tr('desk-default-precision') }).selectOption('city');
  await on(page, 'desk-to-report').click();
  await on(page, 'desk-to-compare').click();
  await page.getByRole('radio', { name: tr('desk-append') }).check();
  await on(page, 'desk-to-publish').click();
  await page.getByLabel(tr('desk-dataset-title')).fill('Clusters of an example');
  await page.getByLabel(tr('desk-source-name')).fill('Own list');
  await expect.poll(() => kept(page, 'choices')).toContain('Own list');
  await expect.poll(() => kept(page, 'file')).toContain('workbook.xlsx');

  await page.reload();
  await expect(step(page, 'publish')).toBeVisible();
  await expect(page.getByText(tr('desk-taken-up'))).toBeVisible();
  await expect(page.getByLabel(tr('desk-dataset-title'))).toHaveValue('Clusters of an example');
  await expect(page.getByLabel(tr('desk-source-name'))).toHaveValue('Own list');
  const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
  expect(JSON.parse(files['mapping-organisations.json']).Motto).toBe('acronym');
  expect(files['data/organisations.json']).toContain('Κλάστερ Αθήνας');
  await accessible(page);

  // A second tab says that it is not the one whose work is kept, and takes over when the first is closed.
  const second = await page.context().newPage();
  await open(second, '#/desk');
  await expect(second.getByText(tr('desk-kept-other-tab'))).toBeVisible();
  await page.close();
  await expect(second.getByText(tr('desk-taken-up'))).toBeVisible();
  await expect(step(second, 'publish')).toBeVisible();

  await on(second, 'desk-clear').click();
  await expect(step(second, 'file')).toBeFocused();
  await expect(second.getByText(tr('desk-will-be-kept'))).toBeVisible();
  await expect.poll(() => kept(second, 'choices')).toBe('');
  await expect.poll(() => kept(second, 'file')).toBe('');
  await second.reload();
  await expect(second.getByText(tr('desk-will-be-kept'))).toBeVisible();
  await expect(on(second, 'desk-clear')).toBeHidden();
});

test('changes of published records survive a reload', async ({ page }) => {
  await open(page, '#/desk');
  await on(page, 'desk-edit-published').click();
  await page.getByRole('list', { name: tr('desk-preview') }).getByRole('button').first().click();
  const name = page.getByRole('textbox', { name: tr('desk-field-name'), exact: true });
  await name.fill('A name that was mended');
  await on(page, 'desk-edit-save').click();
  await expect.poll(() => kept(page, 'finished')).toContain('A name that was mended');
  await expect.poll(() => kept(page, 'dataset')).toContain('A name that was mended');

  await page.reload();
  await expect(step(page, 'edit')).toBeVisible();
  await expect(page.getByText(tr('desk-taken-up'))).toBeVisible();
  await expect(page.getByRole('list', { name: tr('desk-preview') })).toContainText('A name that was mended');
});

test('a row is corrected in the report, and read again', async ({ page }) => {
  await open(page, '#/desk');
  await field(page).setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,country,city\nPolo A,ES,Madrid\nPolo B,,Sevilla\n'),
  });
  await on(page, 'desk-to-columns').click();
  await on(page, 'desk-to-report').click();
  await expect(page.getByText(counted('desk-counts', { read: 2, loaded: '1', refused: '1' }))).toBeVisible();

  const correct = page.getByRole('button', { name: tr('desk-mend-row', { row: '3' }) });
  await correct.first().press('Enter');
  const form = page.getByRole('region', { name: tr('desk-mend-row', { row: '3' }) });
  await expect(form.getByRole('heading')).toBeFocused();
  await expect(form.getByLabel('city')).toHaveValue('Sevilla');
  await form.getByLabel('country').fill('ES');
  await accessible(page);
  await form.getByRole('button', { name: tr('desk-mend-again') }).press('Enter');
  await expect(page.getByText(counted('desk-counts', { read: 2, loaded: '2', refused: '0' }))).toBeVisible();
  await expect(step(page, 'report')).toBeFocused();
  await page.getByText(tr('finding-corrected-by-hand')).click();
  await expect(page.getByRole('cell', { name: 'country: → ES' })).toBeVisible();
});
