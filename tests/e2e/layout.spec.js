// Nothing scrolls sideways, nothing to press lies outside, however small the screen or large the text.

import { expect, open, openSlowly, test } from './atlas.js';
import { COLLECTIONS } from './collections.js';
import { records } from './dataset.js';
import { tr } from './messages.js';

const located = records.find((record) => record.location && record.expertise?.length > 1);
const some = records.filter((record) => record.country === 'SE').map(({ id }) => id);

const ROUTES = [
  '#/explore?q=cluster&country=FR,DE,ES&near=48.85,2.35,500',
  `#/explore?view=map&sel=${located.id}`,
  '#/explore?view=list',
  '#/explore?view=coverage',
  `#/organisation/${located.id}`,
  `#/compare?ids=${some.slice(0, 4).join(',')}`,
  `#/shortlist?ids=${some.slice(0, 5).join(',')}`,
  '#/about-data',
  '#/events?at=2024-02-21',
  '#/events?view=month&month=2024-05',
  '#/events?view=map&at=2024-02-21',
  '#/networks?view=matrix',
  '#/networks/gemstone',
  '#/policies?view=timeline',
  '#/resources/euroclusters',
  '#/embed',
  '#/countries',
  '#/country/DE?compare=FR,AT',
  '#/figures',
  '#/focus/digital',
  '#/search?q=textile',
  '#/mine',
  '#/desk',
  '#/nowhere/to/be/found',
];

/** What reaches over the right edge although nothing scrolls there: names of things to press, and how far. */
const outside = (page) =>
  page.evaluate(() => {
    const scrolls = (element) => element && (/(auto|scroll)/.test(getComputedStyle(element).overflowX) ? element.scrollWidth > element.clientWidth : scrolls(element.parentElement));
    return [...document.querySelectorAll('a, button, input, select, h1, h2, h3')]
      .filter((element) => element.checkVisibility() && !scrolls(element.parentElement))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.left < -1))
      .map(({ element, box }) => `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 40)} ${Math.round(box.left)}…${Math.round(box.right)}`);
  });

async function expectNoSidewaysScroll(page, routes = ROUTES) {
  for (const route of routes) {
    await open(page, route);
    await expect(page.getByRole('main')).toBeVisible();
    const extra = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(extra, route).toBeLessThanOrEqual(0);
    expect(await outside(page), route).toEqual([]);
  }
}

test('fits its screen', async ({ page }) => expectNoSidewaysScroll(page));

test.describe('on a small screen', { tag: '@once' }, () => {
  test('of 320 pixels nothing scrolls sideways', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
  });

  test('the languages with longer words fit too', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const language of ['de', 'fr']) {
      await page.goto(`./?lang=${language}`);
      await page.locator('html[data-app="ready"]').waitFor();
      for (const route of ROUTES) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, route);
        await expect(page.getByRole('main')).toBeVisible();
        expect(await outside(page), `${language} ${route}`).toEqual([]);
      }
    }
  });

  test('on a phone the first result is in the upper half, and the map is fetched when it is shown', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const maps = () => asked.filter((path) => /basemap|leaflet|\/map-/.test(path));
    await open(page, '#/explore');
    const first = page.getByRole('list', { name: 'Results' }).getByRole('listitem').first();
    await expect(first).toBeVisible();
    expect((await first.boundingBox()).y).toBeLessThan(370);
    // The navigation goes on beyond the edge, and a word that is cut shows it.
    const navigation = page.getByRole('navigation', { name: 'Main' });
    const cut = await navigation.getByRole('link').evaluateAll((links) =>
      links.map((link) => link.getBoundingClientRect()).filter(({ left, right }) => left < innerWidth && right > innerWidth).length);
    expect(cut).toBe(1);
    await page.waitForLoadState('networkidle');
    expect(maps()).toEqual([]);
    const land = page.waitForResponse(/basemap\/land/);
    await page.getByRole('navigation', { name: tr('views') }).getByRole('link', { name: tr('view-map'), exact: true }).click();
    await land;
  });

  for (const [width, height, language] of [[360, 740, 'en'], [360, 740, 'de'], [360, 740, 'fr'], [390, 844, 'en']]) {
    test(`on a phone of ${width} × ${height} the first result of every list is in the upper half: ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(`./?lang=${language}`);
      await page.locator('html[data-app="ready"]').waitFor();
      for (const { path, placeholder } of COLLECTIONS) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#/${path}`);
        // The page of before may still be there for a moment.
        const main = page.getByRole('main').filter({ has: page.getByPlaceholder(tr(placeholder, {}, language), { exact: true }) });
        const first = main.getByRole('listitem').filter({ has: page.getByRole('heading') }).first();
        await expect(first).toBeVisible();
        expect((await first.boundingBox()).y, path).toBeLessThan(height / 2);
        // What stands above it is not hidden.
        for (const control of [main.locator('#open-filters'), main.getByLabel(tr('sort-by', {}, language))]) await expect(control, path).toBeInViewport();
      }
    });
  }

  for (const [name, width, height] of [['an upright tablet', 820, 1180], ['an upright wall', 1080, 1920]]) {
    test(`${name} has the map above the list, and Europe on it`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, '#/explore');
      const [map, list] = [page.getByRole('region', { name: 'Map' }), page.getByRole('list', { name: 'Results' })];
      await expect(map).toBeVisible();
      const [above, below] = [await map.boundingBox(), await list.boundingBox()];
      expect(above.y + above.height).toBeLessThanOrEqual(below.y + 1);
      expect(above.width).toBeGreaterThan(above.height);
    });
  }

  for (const [width, height] of [[740, 360], [844, 390]]) {
    for (const language of ['en', 'de', 'fr']) {
      test(`a phone on its side, ${width} × ${height}, gives the map its room: ${language}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.goto(`./?lang=${language}#/explore?view=map&country=FR`);
        const map = page.getByRole('region', { name: tr('map', {}, language) });
        await expect(map).toBeVisible();
        const header = await page.getByRole('banner').boundingBox();
        const left = height - header.height;
        const { y, height: whole } = await map.boundingBox();
        expect(Math.min(y + whole, height) - y).toBeGreaterThanOrEqual(0.7 * left);
        // The choice of views is one row, and whole.
        const views = page.getByRole('navigation', { name: tr('views', {}, language) }).getByRole('link');
        const boxes = await views.evaluateAll((links) => links.filter((link) => link.checkVisibility()).map((link) => link.getBoundingClientRect().toJSON()));
        expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
        expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(width);
      });
    }
  }

  test('a navigation that goes on beyond the edge shows that it does, upright and on its side', async ({ page }) => {
    for (const [width, height] of [[360, 740], [740, 360], [844, 390]]) {
      await page.setViewportSize({ width, height });
      await open(page, '#/explore');
      const navigation = page.getByRole('navigation', { name: 'Main' });
      const [room, needs, shades] = await navigation.evaluate((row) => [row.clientWidth, row.scrollWidth, getComputedStyle(row).backgroundImage.split('linear-gradient').length - 1]);
      expect(needs, `${width}`).toBeGreaterThan(room);
      // One shade a side, and what covers it where the row ends.
      expect(shades, `${width}`).toBe(4);
    }
  });

  test('a phone on its side can reach everything', async ({ page }) => {
    await page.setViewportSize({ width: 740, height: 360 });
    await open(page, '#/explore');
    const list = page.getByRole('list', { name: 'Results' });
    await list.scrollIntoViewIfNeeded();
    await expect(list.getByRole('listitem').first()).toBeInViewport();
  });
});

test('the table of all countries is whole on a laptop, in the language with the longest heads too', { tag: '@once' }, async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const language of ['en', 'de', 'fr']) {
    await page.goto(`./?lang=${language}#/countries`);
    const table = page.getByRole('region', { name: tr('countries-title', {}, language) });
    await expect(table.getByRole('row').nth(2)).toBeVisible();
    expect(await table.evaluate((region) => region.scrollWidth - region.clientWidth), language).toBeLessThanOrEqual(0);
  }
});

test('with text twice as large nothing scrolls sideways', async ({ page }) => {
  // As a visitor sets it in the browser: everything in rem follows.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await expectNoSidewaysScroll(page);
});

test('keeps the search, the count and the results in sight', async ({ page, isMobile }) => {
  await open(page, '#/explore');
  await expect(page.getByRole('searchbox', { name: 'Search', exact: true }).or(page.getByRole('combobox', { name: 'Search', exact: true }))).toBeInViewport();
  await expect(page.getByRole('status')).toBeInViewport();
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('listitem').first()).toBeInViewport();
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible({ visible: !isMobile });
});

test('with less motion wished for, nothing moves', { tag: '@once' }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const goOn = await openSlowly(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const moving = () => page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === 'running').length);
  expect(await moving()).toBe(0);
  await goOn();
  // What says that it waits appears after a while; what does not move comes to rest at once.
  await expect.poll(moving).toBe(0);
  await open(page, '#/explore?country=MT');
  await expect.poll(moving).toBe(0);
});

test('in forced colours everything to press still has an edge or an underline', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, `#/explore?country=FR&sel=${located.id}`);
  expect((await page.screenshot()).length).toBeGreaterThan(10_000);
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('main button')]
      .filter((button) => button.checkVisibility() && !button.querySelector('svg'))
      .filter((button) => {
        const style = getComputedStyle(button);
        return parseFloat(style.borderTopWidth) === 0 && style.textDecorationLine === 'none';
      })
      .map((button) => button.textContent.trim()),
  );
  expect(bare).toEqual([]);
});
