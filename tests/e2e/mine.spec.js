// What is kept on this device, of all collections: lists, saved searches, the file to take along.

import { readFileSync } from 'node:fs';
import { expect, open, test } from './atlas.js';
import { named } from './dataset.js';
import { tr } from './messages.js';

const [event] = named('events', 'ecc-2024');
const [network] = named('networks', 'gemstone');
const part = (page, name) => page.getByRole('main').getByRole('heading', { level: 2, name: new RegExp(`^${name}`) }).locator('xpath=..');

/** Keeps a record of two collections on the device. */
async function keepTwo(page) {
  for (const [path, record] of [
    ['events', event],
    ['networks', network],
  ]) {
    await open(page, `#/${path}/${record.id}`);
    await page.getByRole('button', { name: tr('record-save'), exact: true }).click();
    await expect(page.getByRole('button', { name: tr('record-save-on'), exact: true })).toHaveAttribute('aria-pressed', 'true');
  }
}

test('records of all collections are in one place, and stay there', async ({ page }) => {
  await keepTwo(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: `${tr('mine-title')} 2` }).click();
  await expect(page.getByRole('heading', { level: 1, name: tr('mine-title') })).toBeVisible();
  await page.reload();
  await expect(part(page, tr('nav-events')).getByRole('heading', { level: 3, name: event.title })).toBeVisible();
  await expect(part(page, tr('nav-networks')).getByRole('link', { name: network.name, exact: true })).toBeVisible();
  await expect(page.getByRole('textbox', { name: tr('share-link') })).toHaveValue(
    new RegExp(`#/mine\\?events=${event.id}&networks=${network.id}$`),
  );
});

test('whoever takes the last one off a list goes on at the start of the page', { tag: '@once' }, async ({ page }) => {
  await keepTwo(page);
  await open(page, '#/mine');
  const networks = part(page, tr('nav-networks'));
  await networks.getByRole('button', { name: tr('record-save-named', { name: network.name }) }).focus();
  await page.keyboard.press('Enter');
  await expect(networks).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
  await expect(part(page, tr('nav-events'))).toBeVisible();
});

test('what is taken along can be brought back, and erased', async ({ page }, info) => {
  await keepTwo(page);
  await open(page, '#/mine');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: tr('mine-take') }).click();
  const file = info.outputPath('mine.json');
  await (await download).saveAs(file);
  expect(JSON.parse(readFileSync(file, 'utf8')).saved).toEqual({ events: [event.id], networks: [network.id] });
  await page.getByRole('button', { name: tr('mine-erase') }).click();
  await page.getByRole('dialog').getByRole('button', { name: tr('mine-erase-yes') }).click();
  await expect(page.getByText(tr('mine-empty'))).toBeVisible();
  await page.getByLabel(tr('mine-bring')).setInputFiles(file);
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('2 things were brought back.');
  await expect(part(page, tr('nav-events')).getByRole('heading', { level: 3, name: event.title })).toBeVisible();
});

for (const [name, text, sentence] of [
  ['that is damaged', '{"format":"cluster-atlas/mine/1","sav', 'mine-not-json'],
  ['of another kind', '{"format":"cluster-atlas/calls/1","records":[]}', 'mine-not-mine'],
]) {
  test(`a file ${name} is refused in a sentence`, { tag: '@once' }, async ({ page }) => {
    await open(page, '#/mine');
    await page.getByLabel(tr('mine-bring')).setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(tr(sentence));
  });
}

test('all dates come as one calendar', { tag: '@once' }, async ({ page }, info) => {
  await keepTwo(page);
  await open(page, '#/mine');
  await expect(part(page, tr('nav-events')).getByRole('heading', { level: 3 })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: tr('mine-dates') }).click();
  const file = info.outputPath('mine.ics');
  await (await download).saveAs(file);
  const calendar = readFileSync(file, 'utf8');
  expect(calendar.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
  expect(calendar).toContain(`UID:event+${event.id}+`);
});

test('lists that somebody shared leave the own ones alone until they are added', { tag: '@once' }, async ({ page }) => {
  await open(page, `#/mine?events=${event.id},gone`);
  await expect(page.getByRole('heading', { level: 1, name: tr('mine-shared-title') })).toBeVisible();
  await expect(page.getByText('One of these is no longer in the dataset: gone')).toBeVisible();
  const main = page.getByRole('navigation', { name: 'Main' });
  await expect(main.getByRole('link', { name: tr('mine-title'), exact: true })).toBeVisible();
  await page.getByRole('button', { name: tr('mine-keep') }).click();
  await expect(page.getByRole('heading', { level: 1, name: tr('mine-title'), exact: true })).toBeVisible();
  await expect(main.getByRole('link', { name: `${tr('mine-title')} 2` })).toBeVisible();
});

test('a saved search says what is new in a later edition', async ({ page }) => {
  // The edition before: one of them was not there yet.
  let withheld = true;
  await page.route('**/data/networks.json', async (request) => {
    const response = await request.fetch();
    const json = await response.json();
    if (withheld) json.records = json.records.filter((one) => one.id !== network.id);
    await request.fulfill({ json });
  });
  await open(page, '#/networks?kind=eurocluster');
  await page.getByRole('link', { name: tr('search-keep') }).click();
  await page.getByRole('textbox', { name: tr('mine-search-name') }).fill('Euroclusters');
  await page.getByRole('button', { name: tr('mine-search-do'), exact: true }).click();
  const searches = page.getByRole('list', { name: tr('mine-searches') });
  await expect(searches.getByText(/^Nothing new since the edition of /)).toBeVisible();
  withheld = false;
  await page.reload();
  await expect(searches.getByText(/^One new record since the edition of /)).toBeVisible();
  await expect(searches.getByRole('link', { name: network.name, exact: true })).toBeVisible();
  await page.getByRole('button', { name: tr('mine-seen-named', { name: 'Euroclusters' }) }).click();
  await expect(searches.getByText(/^Nothing new since the edition of /)).toBeVisible();
  await searches.getByRole('link', { name: 'Euroclusters' }).click();
  await expect(page).toHaveURL(/#\/networks\?kind=eurocluster$/);
});

test('a search of everything can be saved', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/search?q=textile');
  await page.getByRole('link', { name: tr('search-keep') }).click();
  await expect(page.getByRole('textbox', { name: tr('mine-search-name') })).toHaveValue(`${tr('search-title')}: textile`);
  await page.getByRole('button', { name: tr('mine-search-do'), exact: true }).click();
  const searches = page.getByRole('list', { name: tr('mine-searches') });
  await expect(searches.getByText(/^Nothing new since the edition of /)).toBeVisible();
  await searches.getByRole('link', { name: `${tr('search-title')}: textile` }).click();
  await expect(page).toHaveURL(/#\/search\?q=textile$/);
});

test('what finds no room is said', { tag: '@once' }, async ({ page }) => {
  const ids = Array.from({ length: 102 }, (_, at) => `record-${at}`);
  const file = JSON.stringify({ format: 'cluster-atlas/mine/1', saved: { events: ids }, searches: [] });
  await open(page, '#/mine');
  await page.getByLabel(tr('mine-bring')).setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    '100 things were brought back. 2 things found no room: remove something first.',
  );
  // A shared list is no exception.
  await open(page, `#/mine?events=${ids[0]},${event.id}`);
  await page.getByRole('button', { name: tr('mine-keep') }).click();
  await expect(page.getByRole('note').filter({ hasText: 'One thing found no room' })).toBeVisible();
});

test('saved searches that cannot be read are not written over', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/networks?kind=eurocluster');
  await page.getByRole('link', { name: tr('search-keep') }).click();
  await page.getByRole('button', { name: tr('mine-search-do'), exact: true }).click();
  const searches = page.getByRole('list', { name: tr('mine-searches') });
  await expect(searches.getByRole('listitem')).not.toHaveCount(0);
  const damaged = '[{"link":"#/calls","name":"Half of i';
  const key = await page.evaluate((damaged) => {
    const key = Object.keys(localStorage).find((name) => name.endsWith('saved-searches/1'));
    localStorage.setItem(key, damaged);
    return key;
  }, damaged);
  await page.reload();
  await expect(page.getByRole('note').filter({ hasText: 'One saved search cannot be read' })).toBeVisible();
  await open(page, '#/networks?kind=eurocluster');
  await page.getByRole('link', { name: tr('search-keep') }).click();
  await page.getByRole('button', { name: tr('mine-search-do'), exact: true }).click();
  await expect(searches.getByRole('listitem')).not.toHaveCount(0);
  expect(await page.evaluate((key) => localStorage.getItem(`${key}/unread`), key)).toBe(damaged);
});
