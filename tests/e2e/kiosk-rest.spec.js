// What a screen in a hall does while nobody is there: views in turn, until somebody touches it.

import { expect, published, test } from './atlas.js';
import { tr } from './messages.js';

const TURN = 12_000;
const attract = (page) => page.getByRole('dialog', { name: tr('kiosk-attract') });
const begin = (page) => page.getByRole('button', { name: tr('kiosk-begin') });
const pause = (page) => page.getByRole('button', { name: tr('kiosk-pause') });
/** The view that is shown, which is in no address bar. */
const view = (page) => page.evaluate(() => new URL(globalThis.atlasKiosk.address).hash);

async function rest(page, kiosk = {}) {
  await page.route('**/config.json', (request) => request.fulfill({ json: { ...published, kiosk } }));
  await page.clock.install();
  await page.goto('./index.html?mode=kiosk');
  await expect(attract(page)).toBeVisible();
  await expect(begin(page)).toBeFocused();
}

/** Lets the time of one view pass, and waits for the next. */
async function turn(page) {
  const before = await view(page);
  await page.clock.runFor(TURN);
  await expect.poll(() => view(page)).not.toBe(before);
  return view(page);
}

test.describe('while nobody is there', { tag: '@once' }, () => {
  test('it goes through ecosystems, dates and figures, and its card stands elsewhere each time', async ({ page }) => {
    await rest(page);
    const [views, places] = [new Set(), new Set()];
    // Time goes on by itself as well: one may have been passed over, and comes in the next round.
    for (let turns = 0; turns < 33 && views.size < 11; turns += 1) {
      views.add(await turn(page));
      const { x, y } = await attract(page).getByRole('heading', { name: published.title }).boundingBox();
      places.add(`${Math.round(x)} ${Math.round(y)}`);
    }
    expect([...views].filter((hash) => hash.startsWith('#/explore?ecosystem='))).toHaveLength(6);
    expect([...views]).toEqual(expect.arrayContaining(['#/explore', '#/calls', '#/events', '#/training', '#/figures']));
    expect(places.size).toBeGreaterThan(2);
    expect(page.url()).not.toContain('#');
  });

  test('the views can be stopped and go on, by a finger and by keys, and nobody has begun', async ({ page }) => {
    await rest(page, { slides: ['explore?country=LU', 'calls', 'events'] });
    const press = [
      () => pause(page).click(),
      async () => {
        await begin(page).focus();
        await page.keyboard.press('Tab');
        await expect(pause(page)).toBeFocused();
        await page.keyboard.press('Enter');
      },
    ];
    for (const toggle of press) {
      await toggle();
      await expect(pause(page)).toHaveAttribute('aria-pressed', 'true');
      const before = await view(page);
      await page.clock.runFor(5 * TURN);
      expect(await view(page)).toBe(before);
      await expect(attract(page)).toBeVisible();
      await toggle();
      await expect(pause(page)).toHaveAttribute('aria-pressed', 'false');
      await turn(page);
    }
    // Any other key is somebody.
    await page.keyboard.press('a');
    await expect(attract(page)).toBeHidden();
  });

  test('nothing moves where the system asks for less motion, until somebody wants it', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await rest(page, { slides: ['explore?country=LU', 'calls'] });
    await expect(pause(page)).toHaveAttribute('aria-pressed', 'true');
    const before = await view(page);
    await page.clock.runFor(5 * TURN);
    expect(await view(page)).toBe(before);
    await pause(page).click();
    await turn(page);
  });

  test('the screen is kept on, and again whenever the system has let it go', async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.locks = [];
      Object.defineProperty(Navigator.prototype, 'wakeLock', {
        value: {
          async request(kind) {
            const lock = Object.assign(new EventTarget(), { kind });
            globalThis.locks.push(lock);
            return lock;
          },
        },
      });
    });
    await rest(page);
    const held = () => page.evaluate(() => globalThis.locks.map(({ kind }) => kind));
    await expect.poll(held).toEqual(['screen']);
    await page.evaluate(() => globalThis.locks.at(-1).dispatchEvent(new Event('release')));
    await expect.poll(held).toEqual(['screen', 'screen']);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect.poll(held).toEqual(['screen', 'screen', 'screen']);
  });

  test('nobody is asked in the middle of a visit whether a newer edition is to take over', async ({ page }) => {
    await rest(page, { start: 'explore?country=LU' });
    await begin(page).click();
    await page.evaluate(() => dispatchEvent(new Event('atlas-newer')));
    const search = page.getByRole('searchbox', { name: tr('search'), exact: true });
    await search.fill('cluster');
    await expect.poll(() => view(page)).toContain('q=cluster');
    await expect(page.getByRole('button', { name: tr('edition-load') })).toHaveCount(0);
  });

  test('a visit ends without a question of the browser, and its back button finds nothing of it', async ({ page }) => {
    const asked = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.accept();
    });
    await rest(page, { start: 'explore?country=LU' });
    await begin(page).click();
    const search = page.getByRole('searchbox', { name: tr('search'), exact: true });
    await search.fill('a telling word');
    await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
    await page.getByRole('toolbar', { name: tr('kiosk-bar') }).getByRole('button', { name: tr('kiosk-finish') }).click();
    await expect(attract(page)).toBeVisible();
    await begin(page).click();
    await page.evaluate(() => history.back());
    await page.evaluate(() => history.forward());
    await page.clock.runFor(1_000);
    await expect(search).toHaveValue('');
    expect(asked).toEqual([]);
  });
});
