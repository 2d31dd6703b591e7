// About the data: where it is from, what was read, and that nothing was lost in silence.

import { expect, test } from './atlas.js';
import { counts, manifest, records, unlocated } from './dataset.js';
import { serveFixture } from './faults.js';
import { tr } from './messages.js';
import { AboutDataPage } from './pages/profile.js';

test('names every source, and counts what was read', async ({ page }) => {
  const about = new AboutDataPage(page);
  await about.open();
  for (const source of manifest.sources) {
    await expect(page.getByRole('listitem').filter({ hasText: source.name }).first()).toBeVisible();
  }
  await expect(about.figure('Organisations')).toHaveText(counts.organisations.all.toLocaleString('en'));
  await expect(about.figure('With a location')).toHaveText(counts.organisations.located.toLocaleString('en'));
  await expect(about.figure('Without a location')).toHaveText(counts.organisations.unlocated.toLocaleString('en'));
  expect(unlocated()).toBe(counts.organisations.unlocated);
  const rows = await about.rows();
  expect(rows.map(({ file }) => file)).toEqual(expect.arrayContaining([expect.stringContaining('organisations.json')]));
  for (const row of rows) expect(row.loaded + row.refused, row.file).toBe(row.read);
  const organisations = rows.find(({ file }) => file.includes('organisations'));
  expect(organisations).toMatchObject({ read: records.length, loaded: records.length, refused: 0 });
});

test.describe('the load report', { tag: '@once' }, () => {
  test('says what was wrong with which record', async ({ page }) => {
    await serveFixture(page, 'missing-required.json');
    const about = new AboutDataPage(page);
    await about.open();
    const organisations = (await about.rows()).find(({ file }) => file.includes('organisations'));
    expect(organisations.read).toBe(7);
    expect(organisations.loaded + organisations.refused).toBe(7);
    expect(organisations.refused).toBeGreaterThan(2);
    await expect(about.findings).toContainText('no-name');
    await expect(about.findings).toContainText(tr('finding-missing-name'));
    await expect(about.findings).toContainText(tr('finding-missing-country'));
  });

  test('can be downloaded', async ({ page }) => {
    await serveFixture(page, 'missing-required.json');
    await new AboutDataPage(page).open();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: tr('about-download') }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('report.csv');
    const chunks = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    const lines = Buffer.concat(chunks).toString('utf8').trim().split(/\r?\n/);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.join('\n')).toContain('no-country');
  });

  test('promises no cookies and no third party, and is independent', async ({ page }) => {
    await new AboutDataPage(page).open();
    await expect(page.getByText(tr('about-privacy'))).toBeVisible();
    await expect(page.getByText(tr('about-independent'))).toBeVisible();
  });
});
