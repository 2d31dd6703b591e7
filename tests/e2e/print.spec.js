// On paper stands the whole result, not only what was in sight.

import { expect, test } from './atlas.js';
import { matching } from './dataset.js';
import { ExplorePage } from './pages/explore.js';

test.describe('the print view', { tag: '@once' }, () => {
  test('has every result of a filtered list', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=IT');
    const wanted = matching({ country: ['IT'] });
    const lines = explore.results.getByRole('listitem');
    expect(await lines.count()).toBeLessThan(wanted.length);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(lines).toHaveCount(wanted.length);
    expect((await lines.getByRole('heading').allInnerTexts()).sort()).toEqual(wanted.map(({ name }) => name).sort());
    // They stand one below the other, none over the next.
    const tops = await lines.evaluateAll((items) => items.map((item) => item.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]));
    for (const [at, [top]] of tops.entries()) if (at > 0) expect(top).toBeGreaterThanOrEqual(tops[at - 1][1] - 1);
    await expect(explore.status).toBeVisible();
    // A sheet says where it is from.
    await expect(page.getByText(page.url())).toBeVisible();
    await expect(explore.filters).toBeHidden();
    await expect(explore.search).toBeHidden();
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => lines.count()).toBeLessThan(wanted.length);
  });

  test('has the map drawn for paper, all that was found on it, and as it was on the screen after that', async ({ page, isMobile }) => {
    test.skip(isMobile, 'a phone shows the list');
    const explore = new ExplorePage(page);
    await explore.open('country=IT');
    const drawn = explore.map.locator('.leaflet-container');
    const size = () => drawn.evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);
    const before = await size();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    // 18 by 9 centimetres.
    await expect.poll(size).toEqual([680, 340]);
    const box = await explore.map.boundingBox();
    expect([Math.round(box.width), Math.round(box.height)]).toEqual([680, 340]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(size).toEqual(before);
  });

  test('has the whole matrix on a wide sheet, shaded, from the first page on', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('view=coverage');
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...paper.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)];
    expect(sheets.length).toBeLessThanOrEqual(2);
    for (const [, width, height] of sheets) expect(Number(width)).toBeGreaterThan(Number(height));
    // The same on the screen, as large as the sheet.
    await page.setViewportSize({ width: 1123, height: 794 });
    await page.emulateMedia({ media: 'print' });
    const table = page.getByRole('region', { name: 'Coverage matrix' }).last().getByRole('table');
    const placed = await table.evaluate((element) => ({
      top: element.getBoundingClientRect().top,
      heads: Math.max(...[...element.tHead.querySelectorAll('a, span')].map((head) => head.getBoundingClientRect().bottom)),
      rows: element.tBodies[0].getBoundingClientRect().top,
      shading: getComputedStyle(element.querySelector('td[data-depth="3"]')).printColorAdjust,
    }));
    expect(placed.top).toBeLessThan(300);
    expect(placed.heads).toBeLessThanOrEqual(placed.rows + 1);
    expect(placed.shading).toBe('exact');
    await expect(page.getByRole('search')).toHaveCount(0);
  });

  test('is what the browser prints', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=IT');
    const paper = await page.pdf({ format: 'A4' });
    // 118 organisations do not fit on two pages.
    const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    expect(pages).toBeGreaterThan(3);
  });

  test('is opened by a button', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    const explore = new ExplorePage(page);
    await explore.open('country=MT');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Print' }).click();
    await expect(page.locator('html[data-printed="yes"]')).toBeAttached();
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});
