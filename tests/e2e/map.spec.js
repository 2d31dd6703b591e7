// The map is a view of the list: what is chosen in one is chosen in the other.

import { expect, test } from './atlas.js';
import { records, sentence } from './dataset.js';
import { tr } from './messages.js';
import { expectParameters, parameters } from './pages/address.js';
import { ExplorePage } from './pages/explore.js';

const wood = records.find(({ name }) => name === 'Luxembourg Wood Cluster');

test.describe('the map', { tag: '@once' }, () => {
  test('shows what is chosen in the list, and the address says so', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=LU');
    const show = explore.result(wood.name).getByRole('button', { name: `Show ${wood.name} on the map` });
    await expect(show).toHaveAttribute('aria-pressed', 'false');
    await show.click();
    await expectParameters(page, { country: 'LU', sel: wood.id });
    await expect(show).toHaveAttribute('aria-pressed', 'true');
    await expect(explore.card.getByRole('link', { name: wood.name })).toBeVisible();
    // Selecting asks no other question.
    await explore.expectStatus(sentence({ country: ['LU'] }));
    await explore.card.getByRole('button', { name: 'Close' }).click();
    await expect(explore.card).toBeHidden();
    await expectParameters(page, { country: 'LU' });
    await expect(show).toHaveAttribute('aria-pressed', 'false');
  });

  test('stops listening to the colour scheme when it is gone', async ({ page }) => {
    await page.addInitScript(() => {
      window.listening = 0;
      for (const [name, more] of [['addEventListener', 1], ['removeEventListener', -1]]) {
        const usual = EventTarget.prototype[name];
        EventTarget.prototype[name] = function (...all) {
          if (this instanceof MediaQueryList) window.listening += more;
          return usual.apply(this, all);
        };
      }
    });
    const listening = () => page.evaluate(() => window.listening);
    const explore = new ExplorePage(page);
    await explore.open('country=LU');
    // The page asks whether it is narrow, the map for the colour scheme.
    await expect.poll(listening).toBe(2);
    await page.getByRole('link', { name: tr('nav-about-data'), exact: true }).click();
    await expect.poll(listening).toBe(0);
    await page.goBack();
    await explore.expectStatus(sentence({ country: ['LU'] }));
    await expect.poll(listening).toBe(2);
  });

  test('names towns in the language of the interface, and in another when that changes', async ({ page }) => {
    await page.addInitScript(() => {
      window.written = new Set();
      const usual = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
        window.written.add(text);
        return usual.call(this, text, ...at);
      };
    });
    const written = (name) => page.evaluate((name) => window.written.has(name), name);
    await page.goto('./?lang=de#/explore?country=AT&map=48.2,14.5,6');
    await expect.poll(() => written('Wien')).toBe(true);
    expect(await written('München')).toBe(true);
    for (const name of ['Vienna', 'Munich']) expect(await written(name)).toBe(false);
    await page.getByRole('combobox', { name: tr('language', {}, 'de') }).selectOption('en');
    await expect.poll(() => written('Vienna')).toBe(true);
    await page.getByRole('combobox', { name: tr('language') }).selectOption('fr');
    await expect.poll(() => written('Vienne')).toBe(true);
  });

  test('can be reached from the list by keyboard alone', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=LU');
    await explore.result(wood.name).getByRole('link').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(explore.result(wood.name).getByRole('button', { name: /on the map$/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(explore.card).toContainText(wood.name);
    await expectParameters(page, { country: 'LU', sel: wood.id });
  });

  test('looks where it was looking when its link is opened', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('map=48.2,16.37,8');
    await expect.poll(() => parameters(page).map).toBe('48.2,16.37,8');
    await explore.map.getByRole('button', { name: 'Search in this view' }).click();
    await expect.poll(() => parameters(page).bbox).toMatch(/^1[0-9.]+,4[0-9.]+,1[0-9.]+,[45][0-9.]+$/);
    const [west, south, east, north] = parameters(page).bbox.split(',').map(Number);
    expect(west).toBeLessThan(16.37);
    expect(east).toBeGreaterThan(16.37);
    expect(south).toBeLessThan(48.2);
    expect(north).toBeGreaterThan(48.2);
    const inside = records.filter(({ location: l }) => l && l.lon >= west && l.lon <= east && l.lat >= south && l.lat <= north);
    await explore.expectStatus(`${inside.length} organisations match`);
  });

  test('that a bubble was opened on is a link to what it shows then', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=LU');
    await explore.map.getByRole('button', { name: 'Zoom out' }).click();
    await expect.poll(() => parameters(page).map).toMatch(/,\d+$/);
    const far = Number(parameters(page).map.split(',')[2]);
    // All of a small country is one bubble from afar, in the middle of the map.
    const { x, y, width, height } = await explore.map.boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect.poll(() => Number(parameters(page).map.split(',')[2])).toBeGreaterThan(far);
  });

  test('says so where nothing that matches has a location', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('located=no');
    await expect(explore.map.getByText(tr('map-nothing-located'))).toBeVisible();
  });

  test('whose library cannot be had says so, and takes nothing else along', async ({ page, complaints }) => {
    complaints.allow(/ERR_/);
    // The style sheet fails first: nobody waits for the script any more, and its failure is no error of the page all the same.
    const styled = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.css'));
    await page.route('**/vendor/leaflet/*.css', (request) => request.abort());
    await page.route('**/vendor/leaflet/*.js', async (request) => {
      await styled;
      await request.abort();
    });
    const explore = new ExplorePage(page);
    const script = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.js'));
    await explore.open();
    await script;
    await expect(page.getByText(tr('map-failed'))).toBeVisible();
    await expect(explore.first).toBeVisible();
    expect(await page.locator('head script[src*="leaflet"]').count()).toBe(0);
  });

  test('remembers in the address where a person moved it, without a step in the history', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.view('List').click();
    await explore.view('Map and list').click();
    const box = await explore.map.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel(0, -240);
    await expect.poll(() => parameters(page).map).toMatch(/^[-\d.]+,[-\d.]+,\d+$/);
    await page.goBack();
    await expectParameters(page, { view: 'list' });
  });

  test('opens many organisations on one point as a list', async ({ page }) => {
    const explore = new ExplorePage(page);
    const [lat, lon] = [54.6892, 25.2798];
    const here = records.filter(({ location: l }) => l?.lat === lat && l?.lon === lon);
    expect(here.length).toBeGreaterThan(10);
    await explore.open(`map=${lat},${lon},18`);
    const box = await explore.map.boundingBox();
    const middle = [box.x + box.width / 2, box.y + box.height / 2];
    const dialog = page.getByRole('dialog', { name: `${here.length} results on this point` });
    // The marks are drawn a frame after the map says where it looks.
    await expect(async () => {
      await page.mouse.click(...middle);
      await expect(dialog).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(dialog.getByRole('listitem')).toHaveCount(here.length);
    await expect(dialog.getByRole('heading', { name: here[0].name })).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('goes to the only match of a question', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=MT');
    const box = await explore.map.boundingBox();
    await expect(async () => {
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await expect(explore.card).toContainText('Malta Marittima Agency', { timeout: 1000 });
    }).toPass();
    await expectParameters(page, { country: 'MT', sel: 'mt-malta-marittima-agency' });
  });

  test('says so when it cannot be drawn, and everything else works', async ({ page, complaints }) => {
    complaints.allow(/404/);
    await page.route('**/basemap/*', (to) => to.fulfill({ status: 404, body: 'gone' }));
    const explore = new ExplorePage(page);
    await explore.open();
    await expect(explore.map.getByRole('alert')).toContainText(/land-[0-9a-f]+\.json/);
    await explore.expectStatus(sentence());
    await explore.choose('Country', 'Malta');
    await explore.expectStatus(sentence({ country: ['MT'] }));
  });
});

test.describe('near me', { tag: '@once' }, () => {
  test('lists what is around the visitor, once allowed', async ({ page, context }) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 59.437, longitude: 24.7536 });
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.map.getByRole('button', { name: 'Near me' }).click();
    await expectParameters(page, { near: '59.437,24.7536,100' });
    await expect(explore.first).toContainText('Estonia');
    await expect(explore.chip('Within 100 km of 59.437, 24.7536')).toBeVisible();
  });

  test('changes nothing when it is not allowed, and says what to do instead', async ({ page, context }) => {
    await context.clearPermissions();
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.map.getByRole('button', { name: 'Near me' }).click();
    await expect(explore.map.getByRole('alert')).toContainText(tr('locate-denied'));
    await explore.expectStatus(sentence());
    await expectParameters(page, {});
  });

  test('is never asked for on its own', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.geolocation.getCurrentPosition = () => {
        throw new Error('asked without a button');
      };
      navigator.geolocation.watchPosition = navigator.geolocation.getCurrentPosition;
    });
    const explore = new ExplorePage(page);
    await explore.open('near=48.85,2.35,100');
    await expect(explore.first).toContainText('km');
  });
});
