// Up to four organisations side by side.

import { expect, test } from './atlas.js';
import { records } from './dataset.js';
import { tr } from './messages.js';
import { parameters } from './pages/address.js';
import { ComparePage, ProfilePage } from './pages/profile.js';

const [a, b, c, d, e] = records.filter((record) => record.country === 'NL').slice(0, 5);

test('stands up to four side by side, and marks what differs', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open([a.id, b.id, c.id, d.id, e.id]);
  await expect(compare.heads).toHaveCount(4);
  for (const { name } of [a, b, c, d]) await expect(compare.table.getByRole('link', { name, exact: true })).toBeAttached();
  await expect(compare.row('Country').getByRole('cell')).toHaveText(['Netherlands', 'Netherlands', 'Netherlands', 'Netherlands']);
  await expect(compare.row('Country').getByRole('rowheader')).not.toContainText(tr('compare-differs'));
  await expect(compare.row('City').getByRole('rowheader')).toContainText(tr('compare-differs'));
  await expect(compare.row('Founded')).toHaveCount(0);
  await expect(page.getByText(tr('facts-not-known', { names: '' }))).toContainText('Founded');
  await expect(page.getByText(tr('compare-full'))).toBeVisible();
});

test.describe('the comparison', { tag: '@once' }, () => {
  test('lets one be taken out', async ({ page }) => {
    const compare = new ComparePage(page);
    await compare.open([a.id, b.id]);
    await page.getByRole('link', { name: tr('compare-remove', { name: a.name }) }).click();
    await expect(compare.heads).toHaveCount(1);
    expect(parameters(page).ids).toBe(b.id);
    await page.goBack();
    await expect(compare.heads).toHaveCount(2);
  });

  test('begins on a profile and goes on from the shortlist', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(b.id);
    await profile.save.click();
    await profile.open(a.id);
    await profile.compare.click();
    const compare = new ComparePage(page);
    await expect(compare.heads).toHaveCount(1);
    await page.getByRole('main').getByRole('listitem').getByRole('link', { name: b.name }).click();
    await expect(compare.heads).toHaveCount(2);
    expect(parameters(page).ids).toBe(`${a.id},${b.id}`);
  });

  test('names what is not in the dataset, and is empty without anything', async ({ page }) => {
    const compare = new ComparePage(page);
    await compare.open([a.id, 'nobody-at-all']);
    await expect(page.getByText(tr('compare-missing', { ids: 'nobody-at-all' }))).toBeVisible();
    await expect(compare.heads).toHaveCount(1);
    await compare.open([]);
    await expect(page.getByText(tr('compare-empty'))).toBeVisible();
  });
});
