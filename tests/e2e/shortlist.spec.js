// A shortlist lives on this device, and travels as a link.

import { expect, test } from './atlas.js';
import { records } from './dataset.js';
import { tr } from './messages.js';
import { ExplorePage } from './pages/explore.js';
import { parameters, route } from './pages/address.js';
import { ProfilePage, ShortlistPage } from './pages/profile.js';

const [first, second, third] = records.filter((record) => record.country === 'BE');

test('is kept over a reload', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open(`q=${encodeURIComponent(first.name)}`);
  const button = explore.result(first.name).getByRole('button', { name: `Shortlist: ${first.name}` });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const profile = new ProfilePage(page);
  await profile.open(second.id);
  await profile.save.click();
  await expect(profile.save).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(profile.save).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Mine/ }).click();
  await page.getByRole('link', { name: 'Compare, print or share the shortlist' }).click();
  await new ShortlistPage(page).expectEntries([first.name, second.name]);
});

test.describe('the shortlist', { tag: '@once' }, () => {
  test('is empty at first, and says how to fill it', async ({ page }) => {
    const shortlist = new ShortlistPage(page);
    await shortlist.open();
    await expect(page.getByText(tr('shortlist-empty'))).toBeVisible();
    await expect(shortlist.code).toBeHidden();
    await page.getByRole('link', { name: tr('go-to-explore') }).click();
    await expect.poll(() => route(page)).toBe('/explore');
  });

  test('is one in all tabs: what one adds, another neither misses nor loses', async ({ page, context }) => {
    const profile = new ProfilePage(page);
    await profile.open(first.id);
    const elsewhere = new ProfilePage(await context.newPage());
    await elsewhere.open(second.id);
    await profile.save.click();
    const badge = (tab, count) => tab.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: `Mine ${count}` });
    await expect(badge(elsewhere, 1)).toBeVisible();
    await elsewhere.save.click();
    await expect(badge(profile, 2)).toBeVisible();
    const shortlist = new ShortlistPage(page);
    await shortlist.open();
    await shortlist.expectEntries([first.name, second.name]);
  });

  test('is shared as a link that another device opens, and keeps only when asked', async ({ page, browser, baseURL }) => {
    const profile = new ProfilePage(page);
    for (const { id } of [first, second]) {
      await profile.open(id);
      await profile.save.click();
    }
    const mine = new ShortlistPage(page);
    await mine.open();
    await expect(mine.code).toBeVisible();
    const link = await mine.link.inputValue();
    expect(link.startsWith(baseURL)).toBe(true);
    const elsewhere = await browser.newContext({ baseURL, locale: 'en' });
    try {
      const theirs = new ShortlistPage(await elsewhere.newPage());
      await theirs.page.goto(link);
      await expect(theirs.heading).toHaveText(tr('shortlist-shared-title'));
      await theirs.expectEntries([first.name, second.name]);
      await theirs.open();
      await expect(theirs.entry(first.name)).toBeHidden();
      await theirs.page.goto(link);
      await theirs.keep.click();
      await expect(theirs.heading).toHaveText('Shortlist');
      await theirs.expectEntries([first.name, second.name]);
      await theirs.page.reload();
      await theirs.expectEntries([first.name, second.name]);
    } finally {
      await elsewhere.close();
    }
  });

  test('counts what the dataset does not have, and never loses it in silence', async ({ page }) => {
    const shortlist = new ShortlistPage(page);
    await shortlist.open(`?ids=${first.id},gone-one,gone-two`);
    await shortlist.expectEntries([first.name]);
    await expect(page.getByText('2 are not in this dataset: gone-one, gone-two')).toBeVisible();
  });

  test('leads to the comparison of the first four', async ({ page }) => {
    const shortlist = new ShortlistPage(page);
    const five = records.filter((record) => record.country === 'BE').slice(0, 5);
    await shortlist.open(`?ids=${five.map(({ id }) => id).join(',')}`);
    await shortlist.compare.click();
    await expect.poll(() => parameters(page).ids).toBe(five.slice(0, 4).map(({ id }) => id).join(','));
  });

  test('is emptied, and entries are taken off', async ({ page }) => {
    const shortlist = new ShortlistPage(page);
    await shortlist.open(`?ids=${first.id},${second.id},${third.id}`);
    await shortlist.keep.click();
    await shortlist.expectEntries([first.name, second.name, third.name]);
    await page.getByRole('button', { name: `Shortlist: ${second.name}` }).click();
    await shortlist.expectEntries([first.name, third.name]);
    await shortlist.clear.click();
    await shortlist.expectEntries([]);
    await page.reload();
    await expect(page.getByText(tr('shortlist-empty'))).toBeVisible();
  });

  test('copies its link', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const shortlist = new ShortlistPage(page);
    await shortlist.open(`?ids=${first.id}`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText(tr('link-copied')).first()).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await shortlist.link.inputValue());
  });

  test('keeps what it has while the page is open, where there is no room to write it down', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const explore = new ExplorePage(page);
    await explore.open('country=BE');
    for (const { name } of [first, second]) {
      await explore.search.fill(name);
      await explore.result(name).getByRole('button', { name: `Shortlist: ${name}` }).click();
    }
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Mine/ }).click();
    await page.getByRole('link', { name: 'Compare, print or share the shortlist' }).click();
    await new ShortlistPage(page).expectEntries([first.name, second.name]);
    await expect(page.getByText(tr('shortlist-not-kept'))).toBeVisible();
  });

  test('still works in a browser that keeps nothing, and says so', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    const profile = new ProfilePage(page);
    await profile.open(first.id);
    await profile.save.click();
    await expect(profile.save).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Mine/ }).click();
    await page.getByRole('link', { name: 'Compare, print or share the shortlist' }).click();
    const shortlist = new ShortlistPage(page);
    await shortlist.expectEntries([first.name]);
    await expect(page.getByText(tr('shortlist-not-kept'))).toBeVisible();
  });
});
