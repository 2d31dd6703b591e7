// A screen that many people use: it invites, asks whether anybody is still there, forgets, and lets nobody out.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import jsQR from 'jsqr';
import { expect, published, test as base } from './atlas.js';
import { records } from './dataset.js';
import { tr } from './messages.js';
import { refusal, startReceiver } from './receiver.js';
import { ACADEMY, PAST, SOMEBODY, SignUpForm, serveTrainings } from './taking-part.js';

const SCREEN = { idle_seconds: 90, start: 'explore?country=LU', languages: ['en', 'de'], slides: ['explore?country=LU', 'calls'] };
const maltese = records.filter(({ country }) => country === 'MT');

class Screen {
  constructor(page) {
    this.page = page;
  }

  async open(search = '') {
    await this.page.goto(`./index.html?mode=kiosk${search}`);
    await expect(this.attract).toBeVisible();
  }

  /** Opened, and touched. */
  async begin(search) {
    await this.open(search);
    await this.page.getByRole('button', { name: tr('kiosk-begin') }).click();
    await expect(this.attract).toBeHidden();
    await expect(this.bar).toBeVisible();
    await expect(this.page.getByRole('main')).toBeFocused();
  }

  get attract() {
    return this.page.getByRole('dialog', { name: tr('kiosk-attract') });
  }

  get question() {
    return this.page.getByRole('dialog', { name: tr('kiosk-ask') });
  }

  get taken() {
    return this.page.getByRole('dialog', { name: tr('kiosk-take-title') });
  }

  get bar() {
    return this.page.getByRole('toolbar', { name: tr('kiosk-bar') });
  }

  get keys() {
    return this.page.getByRole('group', { name: tr('keys'), exact: true });
  }

  get search() {
    return this.page.getByRole('searchbox', { name: 'Search', exact: true });
  }

  /** Touches the search box, until the keyboard is there: the focus may still be on its way to the page that has begun. */
  async openKeys() {
    await expect(async () => {
      await this.search.click();
      await expect(this.keys).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }

  async press(name) {
    await this.keys.getByRole('button', { name, exact: true }).click();
  }

  async finish() {
    await this.bar.getByRole('button', { name: tr('kiosk-finish') }).click();
    await expect(this.attract).toBeVisible();
  }

  /** Goes to a view as a link does that the page has: a visitor cannot type an address. */
  async go(hash) {
    await this.page.evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      document.querySelector('main').append(link);
      link.click();
    }, hash);
  }

  /** All that is in the reach of a page and outlives it, as one text. */
  kept() {
    return this.page.evaluate(async () => {
      const all = [location.href, JSON.stringify(Object.entries(localStorage)), JSON.stringify(Object.entries(sessionStorage)), document.cookie];
      const asked = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
      for (const { name } of await indexedDB.databases()) {
        const database = await asked(indexedDB.open(name));
        for (const store of database.objectStoreNames) all.push(JSON.stringify(await asked(database.transaction(store).objectStore(store).getAll())));
        database.close();
      }
      return all.join('\n');
    });
  }
}

/** What a phone reads in a code on the screen. */
async function scanned(context, code) {
  const picture = (await code.screenshot()).toString('base64');
  // A page without a policy, as the phone's camera is no part of the app.
  const camera = await context.newPage();
  const { data, width, height } = await camera.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const paper = canvas.getContext('2d');
    paper.drawImage(image, 0, 0);
    const { data, width, height } = paper.getImageData(0, 0, image.width, image.height);
    return { data: [...data], width, height };
  }, picture);
  await camera.close();
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

/** A screen whose sign-ups only the organiser can open and that posts them to `url`, with somebody at that for a training. */
async function sealedScreen(page, organiser, url) {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const public_key = { ...(await exportJWK(publicKey)), kid: '2026-11' };
  const settings = { ...published, organiser, kiosk: { ...SCREEN, public_key }, sign_up: { delivery: 'endpoint', url } };
  await page.route('**/config.json', (request) => request.fulfill({ json: settings }));
  await serveTrainings(page, [ACADEMY, PAST]);
  const kiosk = new Screen(page);
  await kiosk.begin();
  await kiosk.go(`#/training/${ACADEMY.id}/sign-up`);
  return { kiosk, form: new SignUpForm(page), privateKey, settings };
}

/** Such a screen with a form that somebody has filled in: what stands in its fields then, and the way to ask for it again. */
async function filledScreen(page, organiser, baseURL) {
  const { kiosk, form } = await sealedScreen(page, organiser, new URL('/collect', baseURL).href);
  await expect(form.heading('step-choose')).toBeVisible();
  await form.choose();
  await form.fillYou();
  const filled = () => page.locator('main :is(input, select, textarea)').evaluateAll((all) => all.map(({ id, value, checked }) => [id, value, checked]));
  return { kiosk, form, filled, before: await filled() };
}

/** A screen of a deployment with these settings on top. */
const test = base.extend({
  settings: [{}, { option: true }],
  kiosk: async ({ page, settings, organiser }, use) => {
    const json = { ...published, organiser, kiosk: SCREEN, ...settings };
    await page.route('**/config.json', (request) => request.fulfill({ json }));
    await use(new Screen(page));
  },
});

test.describe('a screen', () => {
  test('invites, begins with its view, and is usable by machines that read it', async ({ page, kiosk }) => {
    test.slow();
    await kiosk.open();
    const begin = page.getByRole('button', { name: tr('kiosk-begin') });
    await expect(begin).toBeFocused();
    for (const state of ['nobody is there', 'somebody has begun', 'the keyboard is open']) {
      if (state === 'somebody has begun') {
        await begin.click();
        await expect(page.getByRole('list', { name: 'Results' }).getByRole('listitem').first()).toContainText('Luxembourg');
      }
      if (state === 'the keyboard is open') {
        await kiosk.openKeys();
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html.slice(0, 120)}`), state).toEqual([]);
    }
  });

  test('is usable in the dark too, by the system or by its address', { tag: '@once' }, async ({ page, kiosk }) => {
    for (const [scheme, search] of [['dark', ''], ['light', '&theme=dark']]) {
      await page.emulateMedia({ colorScheme: scheme });
      await kiosk.open(search);
      for (const state of ['nobody is there', 'the keyboard is open', 'something is taken along', 'the staff looks']) {
        if (state === 'the keyboard is open') {
          await page.getByRole('button', { name: tr('kiosk-begin') }).click();
          await kiosk.openKeys();
        }
        if (state === 'something is taken along') await kiosk.bar.getByRole('button', { name: tr('kiosk-take') }).click();
        if (state === 'the staff looks') {
          await kiosk.taken.getByRole('button', { name: tr('close') }).click();
          await kiosk.bar.getByRole('button', { name: tr('kiosk-state', { state: '' }).trim() }).click();
          const panel = page.getByRole('dialog', { name: tr('kiosk-staff') });
          await expect(panel).toContainText(await page.locator('#boot').getAttribute('data-edition'));
        }
        const dark = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor.match(/[\d.]+/g).slice(0, 3).every((part) => part < 100));
        expect(dark, `${scheme}${search}`).toBe(true);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html.slice(0, 120)}`), state).toEqual([]);
      }
    }
  });

  test('has targets for fingers', { tag: '@once' }, async ({ page, kiosk }) => {
    await kiosk.begin();
    await kiosk.openKeys();
    for (const button of [...(await kiosk.bar.getByRole('button').all()), ...(await kiosk.keys.getByRole('button').all())]) {
      const { width, height } = await button.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(48);
    }
  });
});

test.describe('for those who run it', { tag: '@once' }, () => {
  const state = (page, name) => page.getByRole('button', { name: tr('kiosk-state', { state: tr(`kiosk-state-${name}`) }), exact: true });
  const persists = (page, is) => page.addInitScript((granted) => {
    StorageManager.prototype.persist = async () => granted;
  }, is);

  test('a dot tells at a glance that all is well, or that there is no network', async ({ page, context, kiosk, complaints }) => {
    // What is just being fetched when the network goes is told by the browser itself.
    complaints.allow(/ERR_INTERNET_DISCONNECTED/);
    await persists(page, true);
    await kiosk.begin();
    await expect(state(page, 'well')).toBeVisible();
    await context.setOffline(true);
    await expect(state(page, 'waits')).toBeVisible();
    await context.setOffline(false);
    await expect(state(page, 'well')).toBeVisible();
  });

  test('it is red where the browser keeps nothing, as in a private window', async ({ page, kiosk }) => {
    await persists(page, false);
    await kiosk.begin();
    await state(page, 'bad').click();
    await expect(page.getByRole('dialog', { name: tr('kiosk-staff') }).getByRole('term').filter({ hasText: tr('kiosk-storage') })).toBeVisible();
  });

  test('it is red where the clock is before the data', async ({ page, kiosk }) => {
    await persists(page, true);
    await page.clock.setFixedTime(new Date('2020-01-01T12:00:00Z'));
    await kiosk.begin();
    await expect(state(page, 'bad')).toBeVisible();
  });

  test('on an upright screen all that one needs is in the lower part', async ({ page, kiosk }) => {
    await page.setViewportSize({ width: 1080, height: 1920 });
    await kiosk.begin();
    const low = async (part, from = 960) => expect((await part.boundingBox()).y).toBeGreaterThan(from);
    // Below the map, which has the upper part, or below the list where there is no map; so does the sheet of filters.
    const filters = page.getByRole('button', { name: /^Filters/ });
    await low(kiosk.search, 740);
    await low(filters, 740);
    await filters.click();
    await low(page.getByRole('group', { name: 'Country' }), 740);
    await page.getByRole('region', { name: tr('filters') }).getByRole('button', { name: tr('close') }).click();
    for (const view of ['#/calls', '#/explore?view=list', '#/explore?view=coverage']) {
      await kiosk.go(view);
      await expect(async () => low(kiosk.search)).toPass();
    }
    await kiosk.go('#/explore');
    await kiosk.openKeys();
    await low(kiosk.bar);
    await low(kiosk.keys);
    await kiosk.press(tr('keys-away'));
    await low(page.getByRole('navigation', { name: tr('nav-main') }));
  });
});

test.describe('a visit', { tag: '@once' }, () => {
  test('leaves nothing in the address, the history or the storage, and goes with the document', async ({ page, kiosk }) => {
    await kiosk.begin();
    const plain = page.url();
    const length = await page.evaluate(() => history.length);
    await page.getByRole('combobox', { name: tr('language') }).selectOption('de');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
    await page.getByRole('group', { name: 'Country' }).getByRole('checkbox', { name: /^Luxembourg/ }).click();
    await kiosk.search.fill('a telling word');
    await expect(page.getByRole('status').first()).toBeVisible();
    await page.getByRole('navigation', { name: tr('nav-main') }).getByRole('link', { name: tr('nav-calls'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: tr('nav-calls') })).toBeVisible();
    expect(page.url()).toBe(plain);
    expect(await page.evaluate(() => history.length)).toBe(length);
    expect(await kiosk.kept()).not.toContain('telling');
    // Back is in reach all the same, and leads through the visit only.
    await kiosk.bar.getByRole('button', { name: tr('kiosk-back') }).click();
    await expect(kiosk.search).toHaveValue('a telling word');
    await page.evaluate(() => {
      window.beforeTheWipe = true;
    });
    await kiosk.finish();
    expect(await page.evaluate(() => window.beforeTheWipe)).toBeUndefined();
    await page.getByRole('button', { name: tr('kiosk-begin') }).click();
    await expect(kiosk.search).toHaveValue('');
    await expect(kiosk.bar.getByRole('button', { name: tr('kiosk-back') })).toBeDisabled();
    await kiosk.bar.getByRole('button', { name: tr('kiosk-state', { state: '' }).trim() }).click();
    await expect(page.getByRole('dialog', { name: tr('kiosk-staff') })).toContainText(tr('kiosk-clean-at', { time: '' }).split(',')[0]);
  });

  test('is over when nobody answers, and as it was when somebody does', async ({ page, kiosk }) => {
    await page.clock.install();
    await kiosk.begin();
    await kiosk.search.fill('cluster');
    const status = page.getByRole('status').first();
    const before = await status.textContent();
    await page.clock.runFor(88_000);
    await expect(kiosk.question).toBeHidden();
    // Eleven times, and nothing has changed.
    for (let time = 0; time < 11; time += 1) {
      await page.clock.runFor(time === 0 ? 4_000 : 91_000);
      await expect(kiosk.question).toBeVisible();
      await expect(kiosk.question.getByRole('timer')).toContainText(/\d+ seconds/);
      await page.clock.runFor(20_000);
      await page.getByRole('button', { name: tr('kiosk-stay') }).click();
      await expect(kiosk.question).toBeHidden();
    }
    await expect(kiosk.search).toHaveValue('cluster');
    await expect(status).toHaveText(before);
    await page.clock.runFor(91_000);
    await expect(kiosk.question).toBeVisible();
    await page.clock.runFor(31_000);
    await expect(kiosk.attract).toBeVisible();
    await page.getByRole('button', { name: tr('kiosk-begin') }).click();
    await expect(kiosk.search).toHaveValue('');
  });

  test('is over at once when the question is answered so', async ({ page, kiosk }) => {
    await page.clock.install();
    await kiosk.begin();
    await kiosk.search.fill('cluster');
    await page.clock.runFor(91_000);
    await kiosk.question.getByRole('button', { name: tr('kiosk-finish'), exact: true }).click();
    await expect(kiosk.attract).toBeVisible();
    await page.getByRole('button', { name: tr('kiosk-begin') }).click();
    await expect(kiosk.search).toHaveValue('');
  });

  test.describe('for fingers', { tag: '@once' }, () => {
    test.use({ hasTouch: true, viewport: { width: 1080, height: 1920 } });

    test('begins by a touch anywhere, which opens nothing of what is behind', async ({ page, kiosk }) => {
      await kiosk.open();
      const results = page.getByRole('list', { name: 'Results', includeHidden: true });
      const link = results.getByRole('link', { includeHidden: true }).first();
      const box = await link.boundingBox();
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await expect(kiosk.attract).toBeHidden();
      await expect(page.getByRole('main')).toBeFocused();
      await expect(page.getByRole('list', { name: 'Results' })).toBeVisible();
      await expect(kiosk.bar.getByRole('button', { name: tr('kiosk-back') })).toBeDisabled();
    });
  });

  test('keeps a form as it is through eleven extensions and past midnight', async ({ page, baseURL, organiser }) => {
    // Ten to midnight in Brussels.
    await page.clock.install({ time: new Date('2098-04-01T21:50:00Z') });
    const { kiosk, form, filled, before } = await filledScreen(page, organiser, baseURL);
    for (let time = 0; time < 11; time += 1) {
      await page.clock.runFor(91_000);
      await expect(kiosk.question).toBeVisible();
      await page.getByRole('button', { name: tr('kiosk-stay') }).click();
      await expect(kiosk.question).toBeHidden();
    }
    expect(await page.evaluate(() => new Date().getUTCHours())).toBe(22);
    await expect(form.heading('step-you')).toBeVisible();
    expect(await filled()).toEqual(before);
    // No field asks the browser to remember or to fill in anything.
    const offered = await page.locator('main :is(input, textarea)').evaluateAll((all) => all.map((field) => field.getAttribute('autocomplete')));
    expect(new Set(offered)).toEqual(new Set(['off']));
  });

  test('does not end because the clock on the wall is set', async ({ page, kiosk }) => {
    await page.clock.install();
    await kiosk.begin();
    await page.clock.setSystemTime(new Date(Date.now() + 366 * 86_400_000));
    await page.clock.runFor(2_000);
    await expect(kiosk.question).toBeHidden();
    await expect(kiosk.attract).toBeHidden();
  });

  for (const [how, start, back] of [
    ['a year', '2098-04-01T10:00:00Z', 366 * 86_400_000],
    // Ten past midnight in Brussels: it is the day before again.
    ['a day, across midnight', '2098-04-01T22:10:00Z', 86_400_000],
  ]) {
    test(`loses nothing when the clock is set back by ${how}, ends by the time that passes, and the staff hears of it`, async ({ page, baseURL, organiser }) => {
      await page.clock.install({ time: new Date(start) });
      const { kiosk, filled, before } = await filledScreen(page, organiser, baseURL);
      expect(before.some(([, value]) => value === SOMEBODY.email)).toBe(true);
      await page.clock.runFor(2_000);
      const set = new Date((await page.evaluate(() => Date.now())) - back);
      await page.clock.setSystemTime(set);
      await page.clock.runFor(6_000);
      await expect(kiosk.question).toBeHidden();
      expect(await filled()).toEqual(before);
      // The minutes of the wall do not count: the question comes after the time that has passed.
      await page.clock.runFor(91_000);
      await expect(kiosk.question).toBeVisible();
      await page.getByRole('button', { name: tr('kiosk-stay') }).click();
      await expect(kiosk.question).toBeHidden();
      expect(await filled()).toEqual(before);
      // What was noted says that the clock is wrong now, or was.
      const dot = kiosk.bar.getByRole('button', { name: tr('kiosk-state', { state: tr('kiosk-state-bad') }), exact: true });
      await dot.click();
      const panel = page.getByRole('dialog', { name: tr('kiosk-staff') });
      const clock = panel.getByRole('definition').filter({ hasText: tr('kiosk-clock-before-noted', { time: '', noted: '|' }).split('|')[1].trim() });
      await expect(clock).toBeVisible();
      await panel.getByRole('button', { name: tr('kiosk-clock-right') }).click();
      await expect(clock).toHaveCount(0);
      await panel.getByRole('button', { name: tr('close') }).click();
      expect(await filled()).toEqual(before);
      await page.clock.runFor(91_000);
      await expect(kiosk.question).toBeVisible();
      await page.clock.runFor(31_000);
      await expect(kiosk.attract).toBeVisible();
    });
  }

  for (const [where, place, leak] of [
    ['in a storage', 'localStorage', () => localStorage.setItem('somebody', 'q=A+Telling%20Word')],
    ['with its last breath, and one word alone', 'localStorage', () => addEventListener('pagehide', () => localStorage.setItem('late', '{"text":"xtellingx"}'))],
    ['in a database', 'visitors/of-today', () => new Promise((done, failed) => {
      const request = indexedDB.open('visitors');
      request.onupgradeneeded = () => request.result.createObjectStore('of-today').put({ text: 'A TELLING WORD' }, 1);
      request.onsuccess = () => done(request.result.close());
      request.onerror = failed;
    })],
  ]) {
    test(`that cannot be forgotten locks the screen: kept ${where}`, async ({ page, kiosk }) => {
      await kiosk.begin();
      await kiosk.search.fill('a telling word');
      // What was taken away again is looked for as well.
      await kiosk.search.fill('');
      await page.evaluate(leak);
      await page.evaluate(() => {
        window.beforeTheWipe = true;
      });
      await kiosk.bar.getByRole('button', { name: tr('kiosk-finish') }).click();
      const locked = page.getByRole('alertdialog', { name: tr('kiosk-locked-title') });
      await expect(locked).toContainText(place);
      // It was looked for by the next document, which nobody gets away from.
      expect(await page.evaluate(() => window.beforeTheWipe)).toBeUndefined();
      for (let time = 0; time < 3; time += 1) await page.keyboard.press('Escape');
      await expect(locked).toBeVisible();
      // Whatever is behind it, a finger finds nothing else.
      const found = () => locked.evaluate((dialog) => [0.1, 0.5, 0.9].every((part) => dialog.contains(document.elementFromPoint(innerWidth * part, innerHeight * part))));
      await expect.poll(found).toBe(true);
    });
  }

  test('that cannot be forgotten locks the screen until the staff unlocks it, through fresh documents', async ({ page, kiosk }) => {
    await kiosk.begin();
    await kiosk.search.fill('a telling word');
    await page.evaluate(() => localStorage.setItem('somebody', 'a telling word'));
    await kiosk.bar.getByRole('button', { name: tr('kiosk-finish') }).click();
    const locked = page.getByRole('alertdialog', { name: tr('kiosk-locked-title') });
    const panel = page.getByRole('dialog', { name: tr('kiosk-staff') });
    await expect(locked).toContainText('localStorage');
    const marks = () => page.evaluate(async () => {
      const asked = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
      const found = [];
      for (const { name } of (await indexedDB.databases()).filter((it) => it.name.endsWith('kiosk/lock'))) {
        const database = await asked(indexedDB.open(name));
        found.push(...(await asked(database.transaction('outbox').objectStore('outbox').getAll())));
        database.close();
      }
      return found;
    });
    await expect.poll(async () => (await marks()).length).toBe(1);
    expect((await marks())[0]).toMatch(/^cluster-atlas\/lock\/1 \d+\nlocalStorage$/);
    for (let time = 0; time < 2; time += 1) {
      await page.reload();
      await expect(locked).toContainText('localStorage');
      // Nothing invites behind it: what is closed is no target, for nobody.
      await expect(page.locator('dialog.kiosk-attract')).not.toHaveAttribute('open');
      await expect(kiosk.question).toBeHidden();
      const view = () => page.evaluate(() => globalThis.atlasKiosk.address);
      const before = await view();
      await page.keyboard.press('Escape');
      await expect(locked).toBeVisible();
      expect(await view()).toBe(before);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html.slice(0, 120)}`)).toEqual([]);
    }
    // The staff reads what it means, and says that it has seen to it.
    await locked.getByRole('button', { name: tr('kiosk-staff') }).click();
    await expect(panel).toContainText(tr('kiosk-unlock-means'));
    await expect(panel).toContainText(tr('kiosk-unlock-stays'));
    await expect(panel.getByRole('button', { name: tr('kiosk-unlock') })).toBeDisabled();
    // Who looks only and goes again has unlocked nothing.
    await panel.getByRole('button', { name: tr('close') }).click();
    await expect(locked).toBeVisible();
    await locked.getByRole('button', { name: tr('kiosk-staff') }).click();
    await panel.getByRole('checkbox', { name: tr('kiosk-unlock-sure') }).check();
    await panel.getByRole('button', { name: tr('kiosk-unlock') }).click();
    await expect(kiosk.attract).toBeVisible();
    await expect(locked).toHaveCount(0);
    expect(await marks()).toEqual([]);
    await page.reload();
    await expect(kiosk.attract).toBeVisible();
    await page.getByRole('button', { name: tr('kiosk-begin') }).click();
    await expect(kiosk.attract).toBeHidden();
    await expect(locked).toHaveCount(0);
  });

  test('locks without a mark where the browser keeps none, and says so', async ({ page, kiosk }) => {
    await kiosk.begin();
    await kiosk.search.fill('a telling word');
    await page.evaluate(() => localStorage.setItem('somebody', 'a telling word'));
    // Only databases are refused, and only from the next document on.
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
    });
    await kiosk.bar.getByRole('button', { name: tr('kiosk-finish') }).click();
    const locked = page.getByRole('alertdialog', { name: tr('kiosk-locked-title') });
    await expect(locked).toContainText('localStorage');
    await locked.getByRole('button', { name: tr('kiosk-staff') }).click();
    await expect(page.getByRole('dialog', { name: tr('kiosk-staff') })).toContainText(tr('kiosk-unlock-goes'));
  });

  test('hands over nothing but hashes, and those to one document alone', async ({ page, kiosk }) => {
    await page.addInitScript(() => {
      window.handed = window.name;
    });
    await kiosk.begin();
    await kiosk.search.fill('a telling word');
    await kiosk.finish();
    const handed = await page.evaluate(() => window.handed);
    // The whole, the one word that is long enough, and their salt.
    expect(handed).toMatch(/^atlas-visit [0-9a-f]{32} [0-9a-f]+ 7:[0-9a-f]+ 14:[0-9a-f]+$/);
    await expect.poll(() => page.evaluate(() => window.name)).toBe('');
    await page.getByRole('button', { name: tr('kiosk-begin') }).click();
    await kiosk.finish();
    expect(await page.evaluate(() => window.handed)).not.toContain(handed.split(' ')[1]);
  });
});

test.describe('no way out', { tag: '@once' }, () => {
  test('by a link: it becomes a code and words', async ({ page, kiosk }) => {
    await kiosk.begin();
    const plain = page.url();
    const pages = page.context().pages().length;
    await page.getByRole('list', { name: 'Results' }).getByRole('link').first().click();
    await expect(kiosk.bar.getByRole('button', { name: tr('kiosk-back') })).toBeEnabled();
    await kiosk.bar.getByRole('button', { name: tr('kiosk-take') }).click();
    await expect(kiosk.taken.getByRole('img', { name: tr('kiosk-take-code') })).toBeVisible();
    await expect(kiosk.taken).toContainText('#/organisation/');
    await expect(kiosk.taken).not.toContainText('mode=kiosk');
    await kiosk.taken.getByRole('button', { name: tr('close') }).click();
    for (const href of ['https://example.org/somewhere', 'mailto:a@example.org', 'tel:+352123']) {
      await kiosk.go(href);
      await expect(kiosk.taken).toContainText(href);
      await kiosk.taken.getByRole('button', { name: tr('close') }).click();
    }
    await page.evaluate(() => window.open('https://example.org/opened'));
    await expect(kiosk.taken).toContainText('https://example.org/opened');
    expect(page.url()).toBe(plain);
    expect(page.context().pages().length).toBe(pages);
  });

  test('by a file or on paper: the view is taken along', async ({ page, kiosk }) => {
    await kiosk.begin();
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await page.evaluate(() => {
      window.printed = 0;
      addEventListener('beforeprint', () => (window.printed += 1));
    });
    await kiosk.go('#/calls?at=2024-02-21');
    await page.getByRole('button', { name: tr('calls-to-calendar') }).click();
    await expect(kiosk.taken).toContainText('#/calls');
    await page.evaluate(() => window.print());
    expect(await page.evaluate(() => window.printed)).toBe(0);
    expect(downloads).toBe(0);
  });

  test('by a gesture or a key', async ({ page, kiosk }) => {
    await kiosk.begin();
    const refused = await page.evaluate(() => {
      const main = document.querySelector('main');
      const send = (event) => !main.dispatchEvent(event);
      const make = (name, kind, more) => send(new kind(name, { bubbles: true, cancelable: true, ...more }));
      return {
        contextmenu: make('contextmenu', MouseEvent),
        dragstart: make('dragstart', DragEvent),
        drop: make('drop', DragEvent),
        selectstart: make('selectstart', Event),
        zoom: make('wheel', WheelEvent, { ctrlKey: true }),
        print: make('keydown', KeyboardEvent, { key: 'p', ctrlKey: true }),
        save: make('keydown', KeyboardEvent, { key: 's', ctrlKey: true }),
        find: make('keydown', KeyboardEvent, { key: 'f', ctrlKey: true }),
        tab: make('keydown', KeyboardEvent, { key: 't', ctrlKey: true }),
        back: make('keydown', KeyboardEvent, { key: 'ArrowLeft', altKey: true }),
        tools: make('keydown', KeyboardEvent, { key: 'F12' }),
        letter: make('keydown', KeyboardEvent, { key: 'a' }),
        scroll: make('wheel', WheelEvent),
      };
    });
    expect(refused).toEqual({ contextmenu: true, dragstart: true, drop: true, selectstart: true, zoom: true, print: true, save: true, find: true, tab: true, back: true, tools: true, letter: false, scroll: false });
    // Nor are the files of the device shown.
    let choosers = 0;
    page.on('filechooser', () => (choosers += 1));
    await page.evaluate(() => {
      const field = Object.assign(document.createElement('input'), { type: 'file' });
      document.querySelector('main').append(field);
      field.click();
      field.remove();
    });
    expect(choosers).toBe(0);
    // The browser's own back button finds nothing of the visit.
    await kiosk.search.fill('telling');
    expect(await page.evaluate(() => [typeof history.state, location.hash])).toEqual(['object', '']);
  });
});

test.describe('the keyboard on the screen', { tag: '@once' }, () => {
  test('types what fingers press, with accents and in three scripts', async ({ page, kiosk }) => {
    await kiosk.begin();
    await kiosk.openKeys();
    for (const key of ['p', 'o']) await kiosk.press(key);
    await page.getByRole('group', { name: tr('keys-accents') }).getByRole('button', { name: 'ô', exact: true }).click();
    for (const key of ['l', 'e', tr('keys-space'), tr('keys-shift'), 'X']) await kiosk.press(key);
    await expect(kiosk.search).toHaveValue('pôle X');
    await kiosk.press(tr('keys-delete'));
    await kiosk.press('αβγ');
    for (const key of ['α', 'θ', 'ή']) await kiosk.press(key);
    await kiosk.press('абв');
    for (const key of ['с', 'о', 'ф']) await kiosk.press(key);
    await expect(kiosk.search).toHaveValue('pôle αθήсоф');
    // The page has heard of it, as of any typing.
    await expect(page.getByRole('status').first()).toContainText(/0|no/i);
    await kiosk.press(tr('keys-away'));
    await expect(kiosk.keys).toBeHidden();
  });

  test('types by the tab key and the space bar alone', async ({ page, kiosk }) => {
    await kiosk.begin();
    await kiosk.openKeys();
    const key = kiosk.keys.getByRole('button', { name: 'm', exact: true });
    for (let step = 0; step < 400 && !(await key.evaluate((it) => it === document.activeElement)); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(kiosk.search).toHaveValue('mm');
    await expect(kiosk.keys).toBeVisible();
  });
});

test.describe('a form', { tag: '@once' }, () => {
  test('is for the own phone where nobody could open what is submitted', async ({ page, kiosk }) => {
    await serveTrainings(page, [ACADEMY, PAST]);
    await kiosk.begin();
    await kiosk.go(`#/training/${ACADEMY.id}/sign-up`);
    await expect(page.getByRole('heading', { name: tr('kiosk-form-title') })).toBeVisible();
    await expect(page.getByRole('img', { name: tr('kiosk-take-code') })).toBeVisible();
  });

  test('that was begun goes on on the own phone, and is gone from the screen', async ({ page, browser, baseURL, organiser }) => {
    const { kiosk, form, settings } = await sealedScreen(page, organiser, new URL('/collect', baseURL).href);
    await expect(form.heading('step-choose')).toBeVisible();
    await form.choose();
    await form.fillYou();
    await form.next();
    await expect(form.heading('step-needs')).toBeFocused();
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, serviceWorkers: 'block' });
    try {
      await kiosk.bar.getByRole('button', { name: tr('kiosk-take') }).click();
      const code = kiosk.taken.getByRole('img', { name: tr('kiosk-take-code') });
      await expect(code).toBeVisible();
      // What was typed stands in the code alone, in no words on the screen.
      await expect(kiosk.taken).not.toContainText('draft=');
      const address = await scanned(phone, code);
      expect(address).toContain(`#/training/${ACADEMY.id}/sign-up?draft=`);
      expect(address).not.toContain('mode=kiosk');
      await kiosk.taken.getByRole('button', { name: tr('close') }).click();
      await kiosk.finish();
      expect(await kiosk.kept()).not.toContain(SOMEBODY.email);

      const own = await phone.newPage();
      const asked = [];
      own.on('request', (request) => asked.push(request.url()));
      await own.route('**/config.json', (request) => request.fulfill({ json: settings }));
      await serveTrainings(own, [ACADEMY, PAST]);
      await own.goto(address);
      const onPhone = new SignUpForm(own);
      await expect(onPhone.heading('step-needs')).toBeVisible();
      // The address forgets it at once, and no server was told.
      expect(own.url()).not.toContain('draft=');
      expect(asked.filter((url) => url.includes('draft='))).toEqual([]);
      await own.getByRole('button', { name: tr('step-back'), exact: true }).click();
      await expect(onPhone.field('field-email')).toHaveValue(SOMEBODY.email);
      await expect(onPhone.field('field-given-name')).toHaveValue(SOMEBODY.givenName);
      // It is kept there from now on.
      await own.reload();
      await expect(onPhone.field('field-email')).toHaveValue(SOMEBODY.email);
    } finally {
      await phone.close();
    }
  });

  test('that waits is taken along by the staff in its envelope', async ({ page, baseURL, complaints, organiser }) => {
    complaints.allow(/Failed to load resource/);
    // Nobody answers there.
    const { kiosk, form, privateKey } = await sealedScreen(page, organiser, new URL('/collect', baseURL).href);
    await form.complete();
    await expect(form.heading('kiosk-sealed-title')).toBeFocused();
    await kiosk.finish();
    await page.getByRole('button', { name: tr('kiosk-begin') }).click();
    await kiosk.bar.getByRole('button', { name: tr('kiosk-state', { state: '' }).trim() }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('dialog', { name: tr('kiosk-staff') }).getByRole('button', { name: tr('kiosk-export') }).click();
    const text = readFileSync(await (await saved).path(), 'utf8');
    expect(text).not.toContain(SOMEBODY.email);
    const [{ envelope }] = JSON.parse(text);
    const { plaintext } = await compactDecrypt(envelope, privateKey);
    expect(JSON.parse(new TextDecoder().decode(plaintext)).people[0].email).toBe(SOMEBODY.email);
  });

  test('is sealed for the organiser, waits without a network, and is delivered in the next visit', async ({ page, context, complaints, organiser }) => {
    complaints.allow(/request to another host: http:\/\/127\.0\.0\.1|Failed to load resource|net::ERR|Failed to fetch/);
    const receiver = await startReceiver();
    try {
      await page.route(/\/sub-path\/(index\.html)?(\?.*)?$/, async (request) => {
        const answer = await request.fetch();
        await request.fulfill({ response: answer, body: (await answer.text()).replace("connect-src 'self'", `connect-src 'self' ${receiver.origin}`) });
      });
      receiver.next('500-before', '302-elsewhere');
      const { kiosk, form, privateKey } = await sealedScreen(page, organiser, receiver.endpoint);
      await form.complete();
      await expect(form.heading('kiosk-sealed-title')).toBeFocused();
      const kept = await kiosk.kept();
      for (const [name, told] of Object.entries(SOMEBODY)) if (told.length > 3) expect(kept, name).not.toContain(told);
      expect(kept).toContain('cluster-atlas/sealed/1');
      await kiosk.finish();
      await expect.poll(() => receiver.taken.size, { timeout: 45_000 }).toBe(1);
      const [[key, { text }]] = receiver.taken;
      const { plaintext, protectedHeader } = await compactDecrypt(text, privateKey);
      expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid: '2026-11' });
      const body = JSON.parse(new TextDecoder().decode(plaintext));
      expect(body).toMatchObject({ key, kind: 'sign-up', people: [{ given_name: SOMEBODY.givenName, email: SOMEBODY.email }] });
      expect(receiver.followed).toEqual([]);
      expect(receiver.faults).toEqual([]);
      await expect.poll(() => kiosk.kept()).not.toContain('cluster-atlas/sealed/1');
    } finally {
      await receiver.close();
    }
  });
});

test.describe('what is refused when the visitor has gone', { tag: '@once' }, () => {
  test('is kept for the staff, counted, taken along, and not posted again', async ({ page, complaints, organiser }) => {
    complaints.allow(/request to another host: http:\/\/127\.0\.0\.1|Failed to load resource|net::ERR|Failed to fetch/);
    const receiver = await startReceiver();
    try {
      await page.route(/\/sub-path\/(index\.html)?(\?.*)?$/, async (request) => {
        const answer = await request.fetch();
        await request.fulfill({ response: answer, body: (await answer.text()).replace("connect-src 'self'", `connect-src 'self' ${receiver.origin}`) });
      });
      // Out of reach while somebody is there: the answer comes to the next one.
      receiver.reach(false);
      const { kiosk, form, privateKey } = await sealedScreen(page, organiser, receiver.endpoint);
      await form.complete();
      await expect(form.heading('kiosk-sealed-title')).toBeFocused();
      await kiosk.finish();
      receiver.next(refusal({ type: 'about:blank', title: 'The training is full', status: 422 }));
      receiver.reach(true);
      await expect.poll(() => receiver.requests.length, { timeout: 90_000 }).toBe(1);
      await page.getByRole('button', { name: tr('kiosk-begin') }).click();
      const dot = kiosk.bar.getByRole('button', { name: tr('kiosk-state', { state: tr('kiosk-state-bad') }), exact: true });
      await dot.click();
      const panel = page.getByRole('dialog', { name: tr('kiosk-staff') });
      const counted = async (label) => {
        const facts = await panel.locator('dl > div').evaluateAll((all) => all.map((it) => [it.querySelector('dt').textContent, it.querySelector('dd').textContent]));
        return Object.fromEntries(facts)[tr(label)];
      };
      await expect.poll(() => counted('kiosk-refused')).toBe('1');
      expect(await counted('kiosk-waiting')).toBe('0');
      const saved = page.waitForEvent('download');
      await panel.getByRole('button', { name: tr('kiosk-export') }).click();
      const text = readFileSync(await (await saved).path(), 'utf8');
      const kept = await kiosk.kept();
      const shown = await page.locator('body').innerText();
      for (const [name, told] of Object.entries(SOMEBODY).filter(([, told]) => told.length > 3)) {
        for (const [where, all] of Object.entries({ text, kept, shown })) expect(all, `${name} in ${where}`).not.toContain(told);
      }
      const [{ envelope, refused, key }, ...others] = JSON.parse(text);
      expect(others).toEqual([]);
      expect(refused).toBe(422);
      const { plaintext } = await compactDecrypt(envelope, privateKey);
      expect(JSON.parse(new TextDecoder().decode(plaintext))).toMatchObject({ key, people: [{ email: SOMEBODY.email }] });
      // It stays refused in the next document, and the receiver is not asked again.
      await page.reload();
      await expect(kiosk.attract).toBeVisible();
      await page.getByRole('button', { name: tr('kiosk-begin') }).click();
      await dot.click();
      await expect.poll(() => counted('kiosk-refused')).toBe('1');
      expect(receiver.requests).toHaveLength(1);
      expect(receiver.taken.size).toBe(0);
      expect(receiver.faults).toEqual([]);
    } finally {
      await receiver.close();
    }
  });
});

test.describe('presets', { tag: '@once' }, () => {
  test.use({ settings: { kiosk: { ...SCREEN, presets: [{ id: 'calls-only', start: 'calls', parts: ['calls'], languages: ['de'] }] } } });

  test('choose the start, the language and the parts', async ({ page, kiosk }) => {
    await page.goto('./index.html?mode=kiosk&kiosk=calls-only');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.getByRole('button', { name: 'Zum Beginnen berühren' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Offene Aufrufe' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Erkunden' })).toHaveCount(0);
    await kiosk.go(`#/organisation/${maltese[0].id}`);
    await expect(page.getByRole('heading', { name: 'Nicht auf diesem Bildschirm' })).toBeVisible();
  });
});

test('a start that fails tries again by itself', { tag: '@once' }, async ({ page, kiosk, complaints }) => {
  complaints.allow(/404|Failed to load resource|Failed to fetch/);
  let broken = true;
  await page.route('**/*.wasm', (request) => (broken ? request.fulfill({ status: 404, body: '' }) : request.fallback()));
  await page.goto('./index.html?mode=kiosk');
  await page.locator('html[data-app="failed"]').waitFor();
  broken = false;
  await expect(kiosk.attract).toBeVisible({ timeout: 30_000 });
});
