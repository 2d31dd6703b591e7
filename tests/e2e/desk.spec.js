// `#/desk`: from a file that somebody has to a package that can be published, without anything leaving the browser.

import { readFileSync } from 'node:fs';
import { expect, open, test } from './atlas.js';
import { accessible } from './accessible.js';
import { records as published } from './dataset.js';
import { counted, tr } from './messages.js';
import { unpacked } from './zip.js';

const fixture = (name) => new URL(`../fixtures/import/${name}`, import.meta.url).pathname;
const field = (page) => page.getByLabel(tr('desk-file'), { exact: true });
const step = (page, name) => page.getByRole('heading', { level: 2, name: tr(`desk-step-${name}`) });
const on = (page, key) => page.getByRole('button', { name: tr(key) });

/** The step at which a reload finds the desk, by the order in which steps came to be kept. */
const keptStep = async (page) => ['file', 'columns', 'report', 'compare', 'publish', 'edit', 'words', 'twins'][JSON.parse(await kept(page, 'choices')).step];

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
  await expect(page.getByRole('figure', { name: tr('desk-map') })).toBeVisible();
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
  await page.getByLabel(tr('desk-start'), { exact: true }).fill('https://example.org/');
  await expect(page.getByText(tr('desk-no-view'))).toBeVisible();
  await expect(on(page, 'desk-save')).toBeDisabled();
  await page.getByLabel(tr('desk-start'), { exact: true }).fill('https://example.org/atlas/?lang=de#/explore?country=DE&view=list');
  await page.getByLabel(tr('desk-source-name')).fill('Own list');
  await page.getByRole('checkbox', { name: tr('desk-keep-others') }).uncheck();
  await page.getByText(tr('desk-headings')).click();
  await page.getByLabel(tr('facet-ecosystem'), { exact: true }).fill('Our branches');
  await page.getByLabel(tr('facet-ecosystem'), { exact: true }).blur();
  await accessible(page);
  const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
  expect(Object.keys(files).sort()).toEqual([
    'data/atlas.json', 'data/organisations.json', 'data/vocabularies.json',
    'mapping-organisations.json', 'refused-organisations.csv', 'report-organisations.csv',
  ]);
  const atlas = JSON.parse(files['data/atlas.json']);
  expect(atlas.title).toBe('Clusters of an example');
  expect(atlas.published).toBe('2026-03-01');
  expect(atlas.start).toBe('explore?country=DE&view=list');
  expect(atlas.collections).toEqual({ organisations: 'organisations.json' });
  for (const [file, edition] of Object.entries(atlas.editions)) {
    expect(JSON.parse(files[`data/${file}`]).edition).toBe(edition);
  }
  expect(Object.keys(atlas.editions).sort()).toEqual(['organisations.json', 'vocabularies.json']);
  expect(atlas.sources.map(({ name }) => name)).toEqual(['Own list']);
  expect(JSON.parse(files['data/vocabularies.json']).headings).toEqual([{ id: 'ecosystem', label: { en: 'Our branches' } }]);
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

  test('several files wait, are told by their content, and go into one package', async ({ page }) => {
    await open(page, '#/desk');
    const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    const clusters = file('clusters.csv', 'Cluster name,Country,City\nPolo A,ES,Madrid\n');
    const more = file('more.csv', 'Cluster name,Country,City\nPolo B,ES,Sevilla\n');
    const calls = file('open.csv', 'Title,Deadline,Issuer\nA call,2027-01-31,X\n');
    await field(page).setInputFiles([clusters, calls, more]);
    await expect(page.getByText(tr('desk-file-here', { file: 'clusters.csv' }))).toBeVisible();
    const queue = page.getByRole('region', { name: tr('desk-queue') });
    await expect(queue.getByRole('listitem')).toHaveCount(2);
    await expect(queue).toContainText(tr('desk-queue-waits', { file: 'open.csv', collection: tr('nav-calls') }));
    await accessible(page);

    // What was chosen for a file stays with it.
    await page.getByRole('combobox', { name: tr('desk-collection') }).selectOption('networks');
    // What was chosen is still on its way into the page, buttons of the queue included.
    await expect(async () => {
      await queue.getByRole('button', { name: tr('desk-queue-take-file', { file: 'more.csv' }) }).press('Enter', { timeout: 2_000 });
      await expect(page.getByText(tr('desk-file-here', { file: 'more.csv' }))).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expect(page.getByRole('combobox', { name: tr('desk-collection') })).toHaveValue('organisations');
    await queue.getByRole('button', { name: tr('desk-queue-take-file', { file: 'clusters.csv' }) }).press('Enter');
    await expect(page.getByRole('combobox', { name: tr('desk-collection') })).toHaveValue('networks');
    await expect.poll(() => kept(page, 'choices')).toContain('networks');
    await page.getByRole('combobox', { name: tr('desk-collection') }).selectOption('organisations');

    // And it is all there again when the page is loaded anew.
    await expect.poll(() => kept(page, 'queued-files')).toContain('more.csv');
    await expect.poll(() => kept(page, 'choices')).not.toContain('networks');
    await page.reload();
    await expect(queue.getByRole('listitem')).toHaveCount(2);

    const through = async () => {
      for (const key of ['desk-to-columns', 'desk-to-report', 'desk-to-compare']) await on(page, key).click();
    };
    await through();
    await page.getByRole('radio', { name: tr('desk-replace') }).check();
    await page.getByRole('checkbox', { name: tr('desk-sure') }).check();
    await on(page, 'desk-to-publish').click();
    await expect(page.getByText(counted('desk-waiting', { count: 2, files: 'open.csv, more.csv' }))).toBeVisible();
    await page.getByRole('button', { name: tr('desk-next', { file: 'open.csv' }) }).click();
    await expect(page.getByText(tr('desk-file-here', { file: 'open.csv' }))).toBeVisible();
    await through();
    await page.getByRole('radio', { name: tr('desk-append') }).check();
    await on(page, 'desk-to-publish').click();
    await page.getByRole('button', { name: tr('desk-next', { file: 'more.csv' }) }).click();
    await expect(page.getByText(tr('desk-file-here', { file: 'more.csv' }))).toBeVisible();
    await through();
    // Of the same collection one is ready: this one is put to it.
    await expect(page.getByText(tr('desk-compare-ready', { files: 'clusters.csv' }))).toBeVisible();
    await expect(page.getByRole('radio', { name: tr('desk-append') })).toBeChecked();
    await on(page, 'desk-to-publish').click();
    const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
    const names = (file) => JSON.parse(files[`data/${file}.json`]).records.map(({ name, title }) => name ?? title);
    expect(names('organisations')).toEqual(['Polo A', 'Polo B']);
    expect(names('calls')).toContain('A call');
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['report-organisations-1.csv', 'mapping-organisations.json']));
  });

  test('calls can be tried before they are published, and what is published comes back', async ({ page }) => {
    await open(page, '#/desk');
    await field(page).setInputFiles({ name: 'open.csv', mimeType: 'text/csv', buffer: Buffer.from('Title,Deadline,Issuer\nA call of the trial,2027-01-31,X\n') });
    for (const key of ['desk-to-columns', 'desk-to-report', 'desk-to-compare']) await on(page, key).click();
    await page.getByRole('checkbox', { name: tr('desk-sure') }).check();
    await on(page, 'desk-to-publish').click();
    await on(page, 'desk-try').click();
    await expect(page).toHaveURL(/#\/calls/);
    await page.evaluate(() => { location.hash = '#/calls?at=2026-03-01'; });
    await expect(page.getByRole('link', { name: 'A call of the trial' })).toBeVisible();
    // Every page of a trial says that it is one, and has the ways out.
    await expect(page.getByRole('complementary').filter({ hasText: tr('desk-trial-on') })).toBeVisible();
    await page.getByRole('link', { name: tr('desk-trial-desk') }).click();
    await on(page, 'desk-trial-end').click();
    await expect(page.getByText(tr('desk-trial-on'))).toHaveCount(0);
    await page.evaluate(() => { location.hash = '#/calls?at=2026-03-01'; });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(tr('desk-trial-title', { title: '' }).trim())).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'A call of the trial' })).toHaveCount(0);
  });

  const record = (page, name) => page.getByRole('list', { name: tr('desk-preview') }).getByRole('button', { name, exact: true });
  const edited = (page, name) => page.getByRole('heading', { level: 3, name, exact: true });

  test('a published record is changed, and only it', async ({ page }) => {
    await open(page, '#/desk');
    const { name, id } = published[3];
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
    const { website, founded, acronym, ...before } = published[3];
    expect(records.length).toBe(published.length);
    expect(records.filter((now, at) => JSON.stringify(now) !== JSON.stringify(published[at])).length).toBe(1);
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

test('own categories become what the operator says', async ({ page }) => {
  await open(page, '#/desk');
  await field(page).setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,country,ecosystems\nPolo A,ES,Digital; Buildings of wood\nPolo B,ES,Nonsense; Buildings of wood\nPolo C,ES,Old glass\n'),
  });
  await on(page, 'desk-to-columns').click();
  await on(page, 'desk-to-report').click();
  await expect(step(page, 'words')).toBeFocused();
  const becomes = (word) => page.getByRole('combobox', { name: tr('desk-words-becomes-of', { word }) });
  await expect(page.getByRole('row', { name: /Buildings of wood/ })).toContainText('2');
  for (const word of ['Buildings of wood', 'Nonsense', 'Old glass']) await expect(becomes(word)).toHaveValue('+');
  await expect(becomes('Digital')).toHaveCount(0);
  await accessible(page);
  await becomes('Buildings of wood').selectOption('construction');
  await becomes('Nonsense').selectOption('');
  await on(page, 'desk-words-on').press('Enter');
  await expect(step(page, 'report')).toBeFocused();

  // The way back shows what was chosen, and a reload does not forget it.
  await on(page, 'desk-back').click();
  await expect(step(page, 'words')).toBeFocused();
  await expect(becomes('Buildings of wood')).toHaveValue('construction');
  // The step alone says nothing: it was kept before anything was chosen.
  await expect.poll(() => kept(page, 'choices')).toContain('"construction"');
  await expect.poll(() => keptStep(page)).toBe('words');
  await page.reload();
  await expect(becomes('Buildings of wood')).toHaveValue('construction');
  await expect(becomes('Nonsense')).toHaveValue('');

  for (const key of ['desk-words-on', 'desk-to-compare']) await on(page, key).click();
  await page.getByRole('checkbox', { name: tr('desk-sure') }).check();
  await on(page, 'desk-to-publish').click();
  const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
  const ecosystems = JSON.parse(files['data/organisations.json']).records.map((record) => record.ecosystems);
  expect(ecosystems).toEqual([['digital', 'construction'], ['construction'], ['old-glass']]);
  const terms = JSON.parse(files['data/vocabularies.json']).ecosystems;
  expect(terms.find(({ id }) => id === 'old-glass')).toMatchObject({ label: { en: 'Old glass' } });
  expect(JSON.parse(files['mapping-organisations.json'])['/words']).toEqual({
    ecosystems: { 'Buildings of wood': 'construction', Nonsense: '', 'Old glass': '+' },
  });
});

test('twins are merged only when the operator says so', async ({ page }) => {
  await open(page, '#/desk');
  await field(page).setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,country,city,website,founded\nPolo A,ES,Madrid,https://a.example,\nPOLO A,ES,Madrid,,1999\nPolo B,ES,Sevilla,https://a.example,2001\n'),
  });
  await on(page, 'desk-to-columns').click();
  await on(page, 'desk-to-report').click();
  await expect(step(page, 'twins')).toBeFocused();
  const pair = (first, second) => page.getByRole('group', { name: tr('desk-twins-pair', { first, second }), exact: true }).first();
  const [same, site] = [pair('Polo A', 'POLO A'), pair('Polo A', 'Polo B')];
  await expect(same).toContainText(tr('desk-twins-name'));
  await expect(site).toContainText(tr('desk-twins-website'));
  await expect(same.getByRole('radio', { name: tr('desk-twins-both') })).toBeChecked();
  await same.getByRole('radio', { name: tr('desk-twins-into-first') }).check();
  await expect(same.getByRole('row', { name: /1999/ }).getByRole('cell').last()).toHaveText('1999');
  await accessible(page);
  await on(page, 'desk-twins-on').press('Enter');
  await expect(step(page, 'report')).toBeFocused();
  await expect(page.getByText(counted('desk-twins-gone', { count: 1 }))).toBeVisible();

  await on(page, 'desk-back').click();
  await expect(step(page, 'twins')).toBeFocused();
  await expect.poll(async () => JSON.parse(await kept(page, 'choices')).twins).toHaveLength(1);
  await expect.poll(() => keptStep(page)).toBe('twins');
  await page.reload();
  await expect(same.getByRole('radio', { name: tr('desk-twins-into-first') })).toBeChecked();
  for (const key of ['desk-twins-on', 'desk-to-compare']) await on(page, key).click();
  await page.getByRole('checkbox', { name: tr('desk-sure') }).check();
  await on(page, 'desk-to-publish').click();
  const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
  const { records } = JSON.parse(files['data/organisations.json']);
  expect(records.map(({ name, founded }) => [name, founded])).toEqual([['Polo A', 1999], ['Polo B', 2001]]);
  const [first, second] = Object.entries(JSON.parse(files['mapping-organisations.json'])['/twins'])[0];
  expect([first, second]).toEqual(['es-polo-a', { 'es-polo-a-2': 'merge-into-first' }]);
});

test('columns are joined, and cells are cleaned and split before they are read', async ({ page }) => {
  await open(page, '#/desk');
  await field(page).setInputFiles(fixture('joined-and-split.csv'));
  await on(page, 'desk-to-columns').click();
  const column = (name) => page.getByRole('listitem').filter({ has: page.getByRole('combobox', { name, exact: true }) });
  const details = (name) => column(name).getByText(tr('desk-steps-cells'));

  // A pair in one column: the second part goes into a field of its own.
  await details('Organisation').click();
  await column('Organisation').getByLabel(tr('desk-steps-split')).fill('(');
  await column('Organisation').getByLabel(tr('desk-steps-split')).blur();
  await column('Organisation').getByLabel(tr('desk-steps-second')).selectOption('acronym');
  await expect(column('Organisation')).toContainText('Pôle Alpha (PA) → Pôle Alpha | PA');

  // Two columns for one field.
  await page.getByRole('combobox', { name: 'Number', exact: true }).selectOption({ label: 'Address' });
  // What was chosen by hand wins, and what had the field by its name can still be read with it.
  await column('Street').getByRole('button', { name: tr('desk-steps-both') }).click();
  await expect(column('Street').getByLabel(tr('desk-steps-join'))).toHaveValue(' ');

  // Something taken out.
  await details('Phone').click();
  await column('Phone').getByLabel(tr('desk-steps-strip')).fill('Tel*:');
  await column('Phone').getByLabel(tr('desk-steps-strip')).blur();
  await expect(column('Phone')).toContainText('Tel.: +33 1 23 → +33 1 23');
  await accessible(page);

  await on(page, 'desk-to-report').click();
  await expect(page.getByText(counted('desk-counts', { read: 2, loaded: '2', refused: '0' }))).toBeVisible();
  await on(page, 'desk-to-compare').click();
  await page.getByRole('radio', { name: tr('desk-append') }).check();
  await on(page, 'desk-to-publish').click();
  const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
  const alpha = JSON.parse(files['data/organisations.json']).records.find(({ name }) => name === 'Pôle Alpha');
  expect(alpha).toMatchObject({ acronym: 'PA', fields: { address: 'Rue de la Paix 12', telephone: '+33 1 23' } });
  expect(JSON.parse(files['mapping-organisations.json'])).toMatchObject({
    Organisation: "split '(' > name & acronym",
    Phone: "strip 'Tel*:' > fields.telephone:line",
  });
});

/** Rows enough that reading them takes many slices. */
const long = (rows) => {
  const lines = Array.from({ length: rows }, (_, row) => `Hub ${row},DE,Town ${row % 500},ca. ${row % 90},"Text of some length, as lists have it, number ${row}"`);
  return Buffer.from(`name,country,city,members,description\n${lines.join('\n')}\n`);
};

test('a long list says how far it is, and stops when it is told to', { tag: '@once' }, async ({ page }) => {
  test.slow();
  await open(page, '#/desk');
  await field(page).setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: long(60_000) });
  await on(page, 'desk-to-columns').click();
  await expect(on(page, 'desk-to-report')).toBeEnabled();
  await on(page, 'desk-to-report').click();
  const progress = page.getByRole('progressbar', { name: tr('desk-progress-name') });
  // The page answers meanwhile: the bar moves, and the button is taken.
  await expect.poll(() => progress.evaluate((bar) => bar.value > 0 && bar.max === 60_000)).toBe(true);
  await on(page, 'desk-stop').click();
  await expect(step(page, 'columns')).toBeFocused();
  await expect(progress).toBeHidden();
  await expect(on(page, 'desk-to-report')).toBeEnabled();
});

test('opening a large file says how far it is, and stops when it is told to', { tag: '@once' }, async ({ page }) => {
  test.slow();
  await open(page, '#/desk');
  const large = { name: 'large.csv', mimeType: 'text/csv', buffer: long(400_000) };
  const stop = on(page, 'desk-stop');
  // It may come and go within a few frames.
  await Promise.all([stop.dispatchEvent('click'), field(page).setInputFiles(large)]);
  await expect(stop).toBeHidden();
  await expect(step(page, 'file')).toBeVisible();
  await expect(page.getByText(tr('desk-file-here', { file: 'large.csv' }))).toHaveCount(0);
  await expect(on(page, 'desk-to-columns')).toBeDisabled();
});

const FEEDS = ['calls.atom', 'calls.ics'];

test('the package has feeds and calendars of what is in it', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/desk');
  await page.getByRole('combobox', { name: tr('desk-collection') }).selectOption('calls');
  await field(page).setInputFiles({
    name: 'calls.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('title,issuer,deadline,url\n"Hubs & ""more"" < 3",Agency,2099-02-01 17:00,https://example.org/?a=1&b=2\n'),
  });
  for (const key of ['desk-to-columns', 'desk-to-report', 'desk-to-compare']) await on(page, key).click();
  await page.getByRole('checkbox', { name: tr('desk-sure') }).check();
  await on(page, 'desk-to-publish').click();
  const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
  expect(Object.keys(files).filter((name) => FEEDS.includes(name))).toEqual(FEEDS);
  const { entries, links } = await page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml');
    const all = (name) => [...feed.getElementsByTagName(name)];
    return {
      entries: all('entry').map((entry) => entry.getElementsByTagName('title')[0].textContent),
      links: all('entry').map((entry) => entry.getElementsByTagName('link')[0].getAttribute('href')),
    };
  }, files['calls.atom']);
  expect(entries).toEqual(['Hubs & "more" < 3']);
  expect(links).toEqual(['https://example.org/?a=1&b=2']);
  expect(files['calls.ics']).toContain('BEGIN:VEVENT');
});

/** A correction as a visitor sends it. */
const correction = (record, name, changes) => JSON.stringify({
  format: 'cluster-atlas/sign-up/1',
  kind: 'correction',
  key: '019a8c11-5c02-7c3e-9f60-0242ac120002',
  submitted: '2026-11-22T09:32:00Z',
  profile: { record, name, changes, relation: 'staff', note: 'We have moved.' },
  contact: { name: 'Zoë', email: 'zoe@example.org' },
  consent: { text_version: '2', language: 'en', at: '2026-11-22T09:32:00Z', privacy: true, newsletter: false },
});

test('proposals of visitors are shown as differences, and taken over with their source and day', { tag: '@once' }, async ({ page }) => {
  const { id, name } = published.find((record) => !record.website && !record.acronym && !record.founded);
  const changes = {
    website: { to: 'https://example.org/moved' },
    acronym: { to: 'MOVED' },
    founded: { to: '2001' },
  };
  const proposals = { name: 'proposals.json', mimeType: 'application/json' };
  await open(page, '#/desk');
  await field(page).setInputFiles({ ...proposals, buffer: Buffer.from(correction(id, name, changes)) });
  await expect(step(page, 'edit')).toBeFocused();
  const section = page.getByRole('region', { name: tr('desk-proposals') });
  await expect(section.getByRole('heading', { name: tr('desk-proposal-of', { name }) })).toBeVisible();
  await expect(section).toContainText('We have moved.');
  await expect(section.getByRole('row').filter({ hasText: 'https://example.org/moved' })).toBeVisible();
  await accessible(page);

  // It survives a reload, undecided as it is.
  await expect.poll(() => kept(page, 'dataset')).toContain('MOVED');
  await page.reload();
  await expect(section.getByRole('heading', { name: tr('desk-proposal-of', { name }) })).toBeVisible();

  // One of its fields is not taken over.
  await section.getByRole('checkbox', { name: tr('fact-acronym') }).uncheck();
  await section.getByRole('button', { name: tr('desk-proposal-accept') }).press('Enter');
  await expect(section).toBeHidden();
  await expect(step(page, 'edit')).toBeFocused();

  // The same again is known, and can only be left out.
  await page.getByLabel(tr('desk-proposals-file')).setInputFiles({ ...proposals, buffer: Buffer.from(correction(id, name, changes)) });
  await expect(section).toContainText(tr('desk-proposal-applied'));
  await section.getByRole('button', { name: tr('desk-proposal-leave') }).click();
  await expect(section).toBeHidden();

  await on(page, 'desk-to-publish').click();
  const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
  const record = JSON.parse(files['data/organisations.json']).records.find((it) => it.id === id);
  expect(record).toMatchObject({ website: 'https://example.org/moved', founded: 2001 });
  expect(record.acronym).toBeUndefined();
  const provenance = JSON.parse(files['data/provenance.json']).records.filter((it) => it.record === id);
  expect(provenance.map(({ field, source, day }) => [field, source, day])).toEqual([
    ['founded', 'proposals', '2026-11-22'], ['website', 'proposals', '2026-11-22'],
  ]);
  const atlas = JSON.parse(files['data/atlas.json']);
  expect(atlas.collections.provenance).toBe('provenance.json');
  expect(atlas.sources.map((source) => source.id)).toContain('proposals');
  expect(files['changes-organisations.csv']).toContain('https://example.org/moved');
});

test('work that is taken up later is not packed over newer data without a word', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/desk');
  await on(page, 'desk-edit-published').click();
  const { name } = published[0];
  await page.getByRole('list', { name: tr('desk-preview') }).getByRole('button', { name, exact: true }).click();
  await page.getByLabel(tr('fact-city'), { exact: true }).fill('Mended Town');
  await on(page, 'desk-edit-save').click();
  await expect.poll(() => kept(page, 'finished')).toContain('Mended Town');

  // Meanwhile another record was changed, and one is gone.
  const file = JSON.parse(readFileSync(new URL('../../public/data/organisations.json', import.meta.url), 'utf8'));
  file.records.splice(2, 1);
  file.records[1] = { ...file.records[1], city: 'Newer Town' };
  const manifest = JSON.parse(readFileSync(new URL('../../public/data/atlas.json', import.meta.url), 'utf8'));
  await page.route('**/data/organisations.json*', (route) => route.fulfill({ json: file }));
  await page.route('**/data/atlas.json*', (route) => route.fulfill({ json: { ...manifest, editions: undefined } }));
  await page.reload();
  await expect(page.getByText(tr('desk-taken-up'))).toBeVisible();
  await on(page, 'desk-to-publish').click();
  const newer = page.getByRole('region', { name: tr('desk-newer') });
  await expect(newer).toContainText(counted('desk-changed', { count: 1 }));
  await expect(newer).toContainText(counted('desk-removed', { count: 1 }));
  await accessible(page);
  await on(page, 'desk-save').click();
  await expect(newer.getByRole('heading')).toBeFocused();
  await newer.getByRole('button', { name: tr('desk-newer-carry') }).click();
  await expect(newer).toBeHidden();
  const { records } = JSON.parse(unpacked(await saved(page, () => on(page, 'desk-save').click()))['data/organisations.json']);
  expect(records.length).toBe(file.records.length);
  expect(records[0].city).toBe('Mended Town');
  expect(records[1].city).toBe('Newer Town');
});

/** A package of the desk with the records of a table, as the desk makes it. */
const packageOf = async (page, table) => {
  await field(page).setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  for (const key of ['desk-to-columns', 'desk-to-report', 'desk-to-compare']) await on(page, key).click();
  await page.getByRole('checkbox', { name: tr('desk-sure') }).check();
  await on(page, 'desk-to-publish').click();
  await expect(page.getByLabel(tr('desk-dataset-title'))).toHaveValue('list');
  await page.getByRole('checkbox', { name: tr('desk-keep-others') }).uncheck();
  const zip = await saved(page, () => on(page, 'desk-save').click());
  await on(page, 'desk-clear').click();
  await field(page).setInputFiles({ name: 'dataset.zip', mimeType: 'application/zip', buffer: zip });
  await expect(step(page, 'edit')).toBeFocused();
};

test('a file put to a package keeps its identifiers and what it does not say', async ({ page }) => {
  await open(page, '#/desk');
  await packageOf(page, 'id,name,country,city,website,founded\nx-99,Omega Cluster,DE,Ulm,https://omega.de,1999\nx-98,Psi Cluster,FR,Lyon,,2001\n');
  await on(page, 'desk-back').click();
  await field(page).setInputFiles({
    name: 'new.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,country,city,website\nPsi Cluster,FR,Lyon,\nOmega-Cluster,DE,Ulm,http://www.omega.de/\nNew one,DE,Köln,\n'),
  });
  for (const key of ['desk-to-columns', 'desk-to-report', 'desk-to-compare']) await on(page, key).click();

  // In the place of what there is the years would be lost, and that is asked for.
  await expect(page.getByText(counted('desk-loses-values', { count: 2 }))).toBeVisible();
  await expect(page.getByText(tr('desk-lost-value', { field: tr('fact-founded'), value: '2001' }), { exact: true })).toBeVisible();
  await expect(on(page, 'desk-to-publish')).toBeDisabled();
  await accessible(page);
  await page.getByRole('radio', { name: tr('desk-append') }).check();
  await expect(page.getByText(counted('desk-added', { count: 1 }))).toBeVisible();
  await page.getByText(counted('desk-changed', { count: 1 })).click();
  await expect(page.getByText(tr('desk-change', { field: tr('desk-field-name'), before: 'Omega Cluster', after: 'Omega-Cluster' }))).toBeVisible();
  await on(page, 'desk-to-publish').click();
  const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
  const { records } = JSON.parse(files['data/organisations.json']);
  expect(records.map(({ id, name, founded }) => [id, name, founded])).toEqual([
    ['x-99', 'Omega-Cluster', 1999], ['x-98', 'Psi Cluster', 2001], [expect.any(String), 'New one', undefined],
  ]);
});

test('what is typed is read as a cell is, and a new term is one only on purpose', async ({ page }) => {
  await open(page, '#/desk');
  await packageOf(page, 'id,name,country,ecosystems\na,Polo A,ES,digital\n');
  await page.getByRole('list', { name: tr('desk-preview') }).getByRole('button', { name: 'Polo A' }).click();
  const ecosystems = page.getByLabel(tr('facet-ecosystem'));
  await expect(ecosystems.first()).toHaveValue('Digital');
  await ecosystems.first().fill('DIGITAL\nBrand new');
  await page.getByLabel(tr('facet-country'), { exact: true }).fill('Deutschland');
  await page.getByLabel(tr('fact-website'), { exact: true }).fill('www.neu.example');
  await page.getByLabel(tr('desk-field-lat'), { exact: true }).fill('50,9');
  await page.getByLabel(tr('desk-field-lon'), { exact: true }).fill('11,6');
  await page.getByLabel(tr('fact-founded'), { exact: true }).fill('long ago');
  await on(page, 'desk-edit-save').click();
  const faults = page.getByRole('alert');
  await expect(faults.getByRole('listitem')).toHaveCount(2);
  await expect(faults).toContainText('Brand new');
  await accessible(page);
  await page.getByLabel(tr('fact-founded'), { exact: true }).fill('1999');
  await faults.getByRole('checkbox', { name: tr('desk-edit-new-terms') }).check();
  await on(page, 'desk-edit-save').click();
  await on(page, 'desk-to-publish').click();
  const files = unpacked(await saved(page, () => on(page, 'desk-save').click()));
  expect(JSON.parse(files['data/organisations.json']).records[0]).toMatchObject({
    country: 'DE', website: 'https://www.neu.example', location: { lat: 50.9, lon: 11.6 }, ecosystems: ['digital', 'brand-new'],
  });
  const terms = JSON.parse(files['data/vocabularies.json']).ecosystems;
  expect(terms.find(({ id }) => id === 'brand-new')).toMatchObject({ label: { en: 'Brand new' } });
});

test('one answer corrects all rows with the same value', async ({ page }) => {
  await open(page, '#/desk');
  await field(page).setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,country,lat,lon\nA,Xyland,50.9,11.6\nB,Xyland,48.4,10\nC,FR,45.7,4.8\n'),
  });
  await on(page, 'desk-to-columns').click();
  await on(page, 'desk-to-report').click();
  await expect(page.getByText(counted('desk-counts', { read: 3, loaded: '1', refused: '2' }))).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Germany', exact: true }).click();
  await expect(page.getByText(counted('desk-counts', { read: 3, loaded: '3', refused: '0' }))).toBeVisible();
  const report = await saved(page, () => on(page, 'desk-save-report').click());
  expect(report.toString('utf8')).toContain('file,record,row,path,severity,kind,value,name,column,before,after,sentence');
});
