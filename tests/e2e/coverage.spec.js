// The coverage matrix: what there is where, with the gaps visible, and every cell a link.

import { readFileSync } from 'node:fs';
import { expect, test } from './atlas.js';
import { count, label, matching, records, sentence, vocabularies } from './dataset.js';
import { tr } from './messages.js';
import { expectParameters } from './pages/address.js';
import { ExplorePage } from './pages/explore.js';

test('has a cell for every pair, and says how many', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open('view=coverage&rows=ecosystem');
  const [name, number] = ['Digital, Spain', count({ ecosystem: ['digital'], country: ['ES'] })];
  await expect(explore.matrix.getByRole('link', { name: `${name}: ${number}`, exact: true })).toHaveText(String(number));
});

test.describe('the matrix', { tag: '@once' }, () => {
  test('agrees with the data in every cell, zeros included', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&rows=ecosystem&country=DE,FR,MT');
    // The matrix comes with a chunk of the program.
    await expect(explore.matrix.getByRole('link').first()).toBeVisible();
    const found = {};
    for (const name of await explore.matrix.getByRole('link').evaluateAll((links) => links.map((l) => l.getAttribute('aria-label')))) {
      const cell = name?.match(/^(.*), (Germany|France|Malta): (\d+)$/);
      if (cell) found[`${cell[1]} ${cell[2]}`] = Number(cell[3]);
    }
    const expected = {};
    for (const { ecosystems } of records) {
      for (const id of ecosystems ?? []) {
        for (const [code, country] of [['DE', 'Germany'], ['FR', 'France'], ['MT', 'Malta']]) {
          expected[`${label('ecosystems', id)} ${country}`] = count({ ecosystem: [id], country: [code] });
        }
      }
    }
    expect(found).toEqual(expected);
    expect(Object.values(found)).toContain(0);
  });

  test('counts those that are in no cell', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&rows=ecosystem');
    const without = records.filter((record) => !record.ecosystems?.length).length;
    await expect(page.getByText(`${without} matches have nothing listed under “Industrial ecosystem”`)).toBeVisible();
  });

  test('leads from a cell to exactly its organisations', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&rows=ecosystem&located=yes');
    const here = { ecosystem: ['health'], country: ['FR'], located: ['yes'] };
    await explore.matrix.getByRole('link', { name: `Health, France: ${count(here)}`, exact: true }).click();
    await expectParameters(page, { country: 'FR', ecosystem: 'health', located: 'yes', rows: 'ecosystem' });
    await explore.expectStatus(sentence(here));
    expect((await explore.everyName()).sort()).toEqual(matching(here).map(({ name }) => name).sort());
    await page.goBack();
    await expect(explore.matrix).toBeVisible();
  });

  test('has heads that lead to a whole row or column', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&rows=ecosystem');
    await explore.matrix.getByRole('columnheader').getByRole('link', { name: 'Finland' }).click();
    await explore.expectStatus(sentence({ country: ['FI'] }));
    await page.goBack();
    await explore.matrix.getByRole('rowheader').getByRole('link', { name: 'Textiles' }).click();
    await explore.expectStatus(sentence({ ecosystem: ['textiles'] }));
  });

  test('stands expertise against regions, in its address', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&country=AT');
    // An organisation has at most one ecosystem here, and several topics: the matrix begins with what says more.
    await expect(page.getByRole('combobox', { name: 'Rows' })).toHaveValue('expertise');
    await page.getByRole('combobox', { name: 'Columns' }).selectOption('Region');
    await expectParameters(page, { country: 'AT', view: 'coverage', by: 'region' });
    const here = { country: ['AT'], expertise: ['automotive'], region: ['AT22'] };
    await explore.matrix.getByRole('link', { name: `Automotive and mobility, Steiermark: ${count(here)}`, exact: true }).click();
    await explore.expectStatus(sentence(here));
  });

  test('has the regions where there is nothing, and totals that count everybody once', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&by=region&country=FI,PL');
    const total = (what, number) => explore.matrix.getByRole('link', { name: tr('coverage-total-of', { what, count: String(number) }), exact: true });
    const inBoth = records.filter(({ country }) => country === 'FI' || country === 'PL');
    await expect(total(tr('coverage-total'), inBoth.length)).toBeVisible();
    await expect(total('Automotive and mobility', inBoth.filter(({ expertise }) => expertise?.includes('automotive')).length)).toBeVisible();
    const empty = vocabularies.regions.filter(
      ({ code, country }) => ['FI', 'PL'].includes(country) && code.length === 4 && !records.some(({ region }) => (region?.code ?? region) === code),
    );
    expect(empty.length).toBeGreaterThan(0);
    for (const { name } of empty) await expect(total(name, 0)).toBeVisible();
    const without = inBoth.filter(({ region }) => !region).length;
    if (without > 0) await expect(page.getByText(new RegExp(`^${without} match.*“Region”`))).toBeVisible();
  });

  test('of all regions is drawn as a whole when somebody asks for it, and is saved as a whole before', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&rows=ecosystem&by=region');
    const columns = explore.matrix.getByRole('columnheader');
    const fewer = await columns.count();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: tr('chart-csv') }).click();
    const heads = readFileSync(await (await saved).path(), 'utf8').split('\r\n', 1)[0].split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    expect(heads.length).toBeGreaterThan(fewer);
    // Every region that an organisation names by its code is in both.
    const codes = new Set(records.map(({ region }) => region?.code).filter(Boolean));
    for (const { code, name } of vocabularies.regions) if (codes.has(code)) expect(heads.join(), code).toContain(name);
    await page.getByRole('button', { name: tr('coverage-show-all') }).press('Enter');
    // The corner is a cell of the file, and no head.
    await expect(columns).toHaveCount(heads.length - 1);
    await expect(page.getByRole('region', { name: tr('coverage-title') })).toBeFocused();
  });

  test('is saved as a table that says the same', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&country=AT,FI');
    await expect(explore.matrix.getByRole('link').first()).toBeVisible();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: tr('chart-csv') }).click();
    const text = readFileSync(await (await saved).path(), 'utf8').replace(/^\uFEFF/, '');
    const rows = text.trim().split('\r\n').map((line) => line.split(','));
    expect(rows[0].slice(1)).toEqual(['Austria', 'Finland', tr('coverage-total')]);
    const automotive = rows.find(([name]) => name === 'Automotive and mobility').slice(1).map(Number);
    const [at, fi] = ['AT', 'FI'].map((country) => count({ country: [country], expertise: ['automotive'] }));
    expect(automotive).toEqual([at, fi, at + fi]);
    expect(rows.at(-1).at(-1)).toBe(String(records.filter(({ country }) => country === 'AT' || country === 'FI').length));
  });
});
