// A list of somebody else, with columns that the format does not have, in one country, with no ecosystem, no expertise and no
// point: at the desk, and as the dataset of the app.

import { expect, open, test } from './atlas.js';
import { accessible } from './accessible.js';
import { counted, tr } from './messages.js';

const LIST = [
  'name;country;Strasse;Telefon;Leistungen;Zweig;Profil;Motto',
  'Verband Alpha;AT;Weg 1;+43 1 23;Beratung | Schulung;Optik;https://alpha.example;Alle für einen',
  'Verband Beta;AT;<b>Weg</b> 2;;Beratung;Glas;javascript:alert(1);<img src=x onerror=alert(1)>',
  'Verband Gamma;AT;;;Schulung;Glas;;',
].join('\n');

const step = (page, name) => page.getByRole('heading', { level: 2, name: tr(`desk-step-${name}`) });
const on = (page, key) => page.getByRole('button', { name: tr(key) });
const column = (page, name) =>
  page.getByRole('list', { name: tr('desk-columns') }).getByRole('listitem').filter({ has: page.getByRole('combobox', { name, exact: true }) });

test('every column of a list is carried, and filters, profile and links follow', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/desk');
  await page.getByLabel(tr('desk-file'), { exact: true }).setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await on(page, 'desk-to-columns').click();
  await expect(step(page, 'columns')).toBeFocused();
  await expect(page.getByText(counted('desk-columns-left', { count: 3, names: 'Zweig, Profil, Motto' }))).toBeVisible();
  await expect(column(page, 'Strasse').getByLabel(tr('desk-own-label'))).toHaveValue('Address');
  await expect(column(page, 'Leistungen').getByLabel(tr('desk-own-kind'))).toHaveValue('facet');
  await on(page, 'desk-columns-carry').click();
  await expect(column(page, 'Motto').getByLabel(tr('desk-own-kind'))).toHaveValue('line');
  await column(page, 'Zweig').getByLabel(tr('desk-own-kind')).selectOption('facet');
  await column(page, 'Zweig').getByLabel(tr('desk-own-label')).fill('Sector');
  await column(page, 'Zweig').getByLabel(tr('desk-own-label')).press('Enter');
  await expect(column(page, 'Zweig').getByLabel(tr('desk-own-label'))).toHaveValue('Sector');
  await column(page, 'Profil').getByLabel(tr('desk-own-kind')).selectOption('link');
  await expect(column(page, 'Profil').getByLabel(tr('desk-own-kind'))).toHaveValue('link');
  await accessible(page);

  await on(page, 'desk-to-report').click();
  // The values of the filters are new: they are listed, and stay terms of their own.
  await expect(step(page, 'words')).toBeFocused();
  await on(page, 'desk-words-on').click();
  await expect(page.getByText(counted('desk-counts', { read: 3, loaded: '3', refused: '0' }))).toBeVisible();
  await on(page, 'desk-to-compare').click();
  await page.getByRole('checkbox', { name: tr('desk-sure') }).check();
  await on(page, 'desk-to-publish').click();
  await on(page, 'desk-try').click();

  const sector = page.getByRole('group', { name: 'Sector', exact: true });
  await sector.getByRole('checkbox', { name: 'Glas' }).check();
  await expect(page).toHaveURL(/fields\.zweig=glas/);
  const chip = page.getByRole('group', { name: tr('chips') }).getByRole('button', { name: tr('chip-remove', { what: 'Glas' }) });
  await chip.click();
  await sector.getByRole('button', { name: tr('facet-leave-out', { value: 'Optik' }) }).click();
  await expect(page).toHaveURL(/fields\.zweig=-optik/);

  await page.evaluate(() => { location.hash = '#/organisation/at-verband-beta'; });
  await expect(page.getByRole('heading', { level: 1, name: 'Verband Beta' })).toBeVisible();
  await expect(page.getByText('Weg 2', { exact: true })).toBeVisible();
  await expect(page.locator('a[href^="javascript"], main img')).toHaveCount(0);
  await accessible(page);
  await page.evaluate(() => { location.hash = '#/organisation/at-verband-alpha'; });
  await expect(page.getByRole('link', { name: /alpha\.example/ })).toHaveAttribute('href', 'https://alpha.example');
  await expect(page.locator('dt').filter({ hasText: 'Sector' })).toBeVisible();
});

test('a picture of the dataset is shown, one elsewhere is a link and never fetched', { tag: '@once' }, async ({ page }) => {
  const vocabularies = {
    format: 'cluster-atlas/vocabularies/1', ecosystems: [], expertise: [], regions: [],
    fields: [{ id: 'logo', kind: 'picture', label: { en: 'Logo' }, terms: [] }],
  };
  const logos = ['logos/alpha.svg', 'https://elsewhere.example/logo.png', '../../secret.png', 'javascript:alert(1)'];
  const records = logos.map((logo, at) => ({ id: `x-${at}`, name: `Verband ${at}`, country: 'AT', fields: { logo } }));
  const manifest = { format: 'cluster-atlas/1', title: 'Four', published: '2026-03-01', sources: [], collections: { organisations: 'organisations.json' }, vocabularies: 'vocabularies.json' };
  await page.route('**/data/vocabularies*.json', (request) => request.fulfill({ json: vocabularies }));
  await page.route('**/data/organisations*.json', (request) => request.fulfill({ json: { format: 'cluster-atlas/organisations/1', records } }));
  await page.route('**/data/atlas*.json', (request) => request.fulfill({ json: manifest }));
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
  await page.route('**/data/logos/alpha.svg', (request) => request.fulfill({ contentType: 'image/svg+xml', body: svg }));
  const elsewhere = [];
  page.on('request', (request) => { if (request.url().includes('elsewhere.example')) elsewhere.push(request.url()); });

  await open(page, '#/organisation/x-0');
  const picture = page.getByRole('img', { name: 'Verband 0' });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((img) => img.naturalWidth)).toBe(40);
  await accessible(page);

  await page.evaluate(() => { location.hash = '#/organisation/x-1'; });
  await expect(page.getByRole('heading', { level: 1, name: 'Verband 1' })).toBeVisible();
  await expect(page.getByRole('link', { name: /elsewhere\.example/ })).toHaveAttribute('href', 'https://elsewhere.example/logo.png');
  for (const at of [1, 2, 3]) {
    await page.evaluate((at) => { location.hash = `#/organisation/x-${at}`; }, at);
    await expect(page.getByRole('heading', { level: 1, name: `Verband ${at}` })).toBeVisible();
    await expect(page.locator('main img.picture')).toHaveCount(0);
  }
  expect(elsewhere).toEqual([]);
});

test('a dataset of one country without ecosystems, expertise or points, with a heading of its own', { tag: '@once' }, async ({ page }) => {
  const vocabularies = {
    format: 'cluster-atlas/vocabularies/1', ecosystems: [], expertise: [], regions: [],
    fields: [{ id: 'size', kind: 'facet', label: { en: 'Size' }, terms: [{ id: 's', label: { en: 'Small' } }, { id: 'l', label: { en: 'Large' } }] }],
    headings: [{ id: 'ecosystem', label: { en: 'Branch' } }],
  };
  const records = ['s', 'l', 's'].map((size, at) => ({ id: `x-${at}`, name: `Verband ${at}`, country: 'AT', fields: { size: [size] } }));
  const manifest = { format: 'cluster-atlas/1', title: 'Three', published: '2026-03-01', sources: [], collections: { organisations: 'organisations.json' }, vocabularies: 'vocabularies.json' };
  await page.route('**/data/vocabularies*.json', (request) => request.fulfill({ json: vocabularies }));
  await page.route('**/data/organisations*.json', (request) => request.fulfill({ json: { format: 'cluster-atlas/organisations/1', records } }));
  await page.route('**/data/atlas*.json', (request) => request.fulfill({ json: manifest }));
  await open(page, '#/explore?fields.size=s');
  await expect(page.getByRole('group', { name: 'Size', exact: true }).getByRole('checkbox', { name: 'Small' })).toBeChecked();
  await expect(page.getByText(tr('facet-ecosystem-note'))).toHaveCount(0);
  await expect(page.getByText(tr('facet-expertise-note'))).toHaveCount(0);
  await accessible(page);
  await page.evaluate(() => { location.hash = '#/organisation/x-0'; });
  await expect(page.getByRole('heading', { level: 1, name: 'Verband 0' })).toBeVisible();
  await expect(page.locator('dt').filter({ hasText: 'Branch' })).toBeVisible();
  await expect(page.locator('dt').filter({ hasText: 'Size' })).toBeVisible();
});
