// The coverage matrix: what there is where, with the gaps visible, and every cell a link.

import { expect, test } from './atlas.js';
import { count, label, matching, records, sentence } from './dataset.js';
import { expectParameters } from './pages/address.js';
import { ExplorePage } from './pages/explore.js';

test('has a cell for every pair, and says how many', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open('view=coverage');
  const [name, number] = ['Digital, Spain', count({ ecosystem: ['digital'], country: ['ES'] })];
  await expect(explore.matrix.getByRole('link', { name: `${name}: ${number}`, exact: true })).toHaveText(String(number));
});

test.describe('the matrix', { tag: '@once' }, () => {
  test('agrees with the data in every cell, zeros included', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&country=DE,FR,MT');
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
    await explore.open('view=coverage');
    const without = records.filter((record) => !record.ecosystems?.length).length;
    await expect(page.getByText(`${without} matches have nothing listed under “Industrial ecosystem”`)).toBeVisible();
  });

  test('leads from a cell to exactly its organisations', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&located=yes');
    const here = { ecosystem: ['health'], country: ['FR'], located: ['yes'] };
    await explore.matrix.getByRole('link', { name: `Health, France: ${count(here)}`, exact: true }).click();
    await expectParameters(page, { country: 'FR', ecosystem: 'health', located: 'yes' });
    await explore.expectStatus(sentence(here));
    expect((await explore.everyName()).sort()).toEqual(matching(here).map(({ name }) => name).sort());
    await page.goBack();
    await expect(explore.matrix).toBeVisible();
  });

  test('has heads that lead to a whole row or column', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage');
    await explore.matrix.getByRole('columnheader').getByRole('link', { name: 'Finland' }).click();
    await explore.expectStatus(sentence({ country: ['FI'] }));
    await page.goBack();
    await explore.matrix.getByRole('rowheader').getByRole('link', { name: 'Textiles' }).click();
    await explore.expectStatus(sentence({ ecosystem: ['textiles'] }));
  });

  test('stands expertise against regions, in its address', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage&country=AT');
    await page.getByRole('combobox', { name: 'Rows' }).selectOption('Expertise');
    await page.getByRole('combobox', { name: 'Columns' }).selectOption('Region');
    await expectParameters(page, { country: 'AT', view: 'coverage', rows: 'expertise', by: 'region' });
    const here = { country: ['AT'], expertise: ['automotive'], region: ['AT22'] };
    await explore.matrix.getByRole('link', { name: `Automotive and mobility, Steiermark: ${count(here)}`, exact: true }).click();
    await explore.expectStatus(sentence(here));
  });
});
