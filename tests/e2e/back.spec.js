// The back button where it is at hand: it closes what lies over the page, and leaves the page as it is.

import { expect, open, test } from './atlas.js';
import { tr } from './messages.js';
import { expectParameters } from './pages/address.js';
import { ExplorePage } from './pages/explore.js';

test('Back closes the sheet of filters, and what was chosen in it stays', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'beside the results the filters are no sheet');
  const explore = new ExplorePage(page);
  await open(page, '#/about-data');
  await page.getByRole('navigation', { name: tr('nav-main') }).getByRole('link', { name: 'Explore' }).click();
  await explore.openFilters.click();
  await expect(explore.filters).toBeVisible();
  await page.goBack();
  await expect(explore.filters).toBeHidden();
  await expect(explore.openFilters).toBeFocused();
  await explore.openFilters.click();
  await explore.value('Country', 'Germany').check();
  await expectParameters(page, { country: 'DE' });
  await page.goBack();
  await expect(explore.filters).toBeHidden();
  await expectParameters(page, { country: 'DE' });
  // Then it goes back as ever: the choice is undone, and the page before is come back to.
  await page.goBack();
  await expectParameters(page, {});
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: tr('nav-about-data') })).toBeVisible();
});

test('Back closes the dialog, and a dialog that was closed leaves no step', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'where there is a mouse, the dialog has its own ways out');
  await open(page, '#/about-data');
  await page.getByRole('navigation', { name: tr('nav-main') }).getByRole('link', { name: tr('nav-calls') }).click();
  const button = page.getByRole('button', { name: tr('export'), exact: true });
  const dialog = page.getByRole('dialog');
  await button.click();
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toBeHidden();
  await expect(button).toBeVisible();
  await button.click();
  await dialog.getByRole('button', { name: tr('close') }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => page.evaluate(() => history.state)).toBe('under');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: tr('nav-about-data') })).toBeVisible();
});
