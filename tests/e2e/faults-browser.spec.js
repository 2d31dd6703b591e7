// A browser that lacks something, and an app that stops: the visitor reads why, and what to do.

import { expect, open, test } from './atlas.js';
import { sentence } from './dataset.js';
import { tr } from './messages.js';
import { ExplorePage } from './pages/explore.js';
import { ACADEMY, SignUpForm, serveTrainings } from './taking-part.js';

const failed = (page) => page.getByRole('alert').filter({ hasText: tr('failed-title') });

test('a panic shows a page with a button that reloads', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open('country=MT');
  await page.evaluate(() => dispatchEvent(new CustomEvent('atlas-panic', { detail: 'told by a test' })));
  await expect(page.locator('html')).toHaveAttribute('data-app', 'failed');
  await expect(failed(page).getByRole('heading')).toBeInViewport();
  await expect(failed(page)).toContainText(tr('failed-text'));
  await expect(failed(page)).toContainText('told by a test');
  const reload = page.getByRole('button', { name: tr('failed-reload') });
  await expect(reload).toBeInViewport();
  await reload.click();
  await page.locator('html[data-app="ready"]').waitFor();
  // The address has kept where the visitor was.
  await explore.expectStatus(sentence({ country: ['MT'] }));
  await expect(failed(page)).toBeHidden();
});

test('a panic keeps its own words, whatever follows it', { tag: '@once' }, async ({ page, complaints }) => {
  complaints.allow(/unreachable/);
  await new ExplorePage(page).open('country=MT');
  await page.evaluate(() => {
    dispatchEvent(new CustomEvent('atlas-panic', { detail: 'what went wrong' }));
    setTimeout(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
    Promise.reject(new WebAssembly.RuntimeError('unreachable'));
    return new Promise((then) => {
      addEventListener('unhandledrejection', () => setTimeout(then));
    });
  });
  await expect(failed(page)).toContainText('what went wrong');
  await expect(failed(page)).not.toContainText('unreachable');
});

test('a form that is left before it is there stops nothing', { tag: '@once' }, async ({ page }) => {
  await serveTrainings(page);
  const form = new SignUpForm(page);
  // What waits in the form waits for the clock, and that stands still until the form has been left.
  await page.clock.install();
  await open(page, `#/training/${ACADEMY.id}`);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
  await form.main.getByRole('link', { name: tr('sign-up-register'), exact: true }).click();
  await expect(form.main.getByText(tr('form-looking'))).toBeVisible();
  await page.goBack();
  await expect(form.main.getByRole('link', { name: tr('sign-up-register'), exact: true })).toBeVisible();
  await page.clock.resume();
  // At any time after it was opened.
  for (const milliseconds of [0, 10, 30, 50, 70, 90, 110, 130, 150, 180]) {
    await page.evaluate(async ({ id, milliseconds }) => {
      location.hash = `#/training/${id}/sign-up`;
      await new Promise((then) => setTimeout(then, milliseconds));
      location.hash = `#/training/${id}`;
    }, { id: ACADEMY.id, milliseconds });
    await expect(form.main.getByRole('link', { name: tr('sign-up-register'), exact: true })).toBeVisible();
  }
  await form.main.getByRole('link', { name: tr('sign-up-register'), exact: true }).click();
  await expect(form.heading('step-choose')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
});

test.describe('a browser', { tag: '@once' }, () => {
  test('without WebAssembly is told so', async ({ page }) => {
    await page.addInitScript(() => {
      delete window.WebAssembly;
    });
    await page.goto('./');
    await expect(page.locator('html')).toHaveAttribute('data-app', 'failed');
    await expect(failed(page)).toContainText(tr('failed-browser'));
    await expect(failed(page).getByRole('heading')).toHaveText(tr('failed-browser-title'));
    // Loading the page again would not help.
    await expect(page.getByRole('button', { name: tr('failed-reload') })).toBeHidden();
  });

  test('without JavaScript is told so', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto('./');
      // A text in quotes is not looked for inside <noscript>, a pattern is.
      await expect(page.getByText(new RegExp(tr('failed-script').replaceAll('.', '\\.'))).last()).toBeInViewport();
      // And of nothing that would not help.
      await expect(page.locator('#stuck')).toHaveCSS('display', 'none');
    } finally {
      await context.close();
    }
  });

  for (const [name, answer] of [
    ['is not there', (request) => request.fulfill({ status: 404, contentType: 'text/html', body: '<h1>404</h1>' })],
    ['cannot be reached', (request) => request.abort('connectionreset')],
    ['is a web page instead', (request) => request.fulfill({ contentType: 'text/html', body: '<!doctype html><h1>Sign in</h1>' })],
    ['is cut short', async (request) => {
      const response = await request.fetch();
      const body = await response.body();
      await request.fulfill({ response, body: body.subarray(0, body.length / 2) });
    }],
  ]) {
    test(`to which the script of the start ${name} reads so after a while, in every language`, async ({ page, complaints }) => {
      complaints.allow(/404|ERR_CONNECTION_RESET|Unexpected|SyntaxError|Invalid|MIME type/);
      await page.route('**/boot-*.js', answer);
      await page.goto('./');
      const languages = ['en', 'de', 'fr'];
      const sentence = (language) => page.getByText(tr('loading-stuck', {}, language), { exact: true });
      for (const language of languages) {
        await expect(sentence(language)).toBeAttached();
        await expect(sentence(language)).toBeHidden();
      }
      // The style sheet waits for some seconds, which are over now.
      const waited = await page.evaluate(() => document.getAnimations().flatMap((animation) => {
        if (animation.animationName !== 'appear') return [];
        animation.finish();
        return animation.effect.getTiming().delay;
      }));
      expect(waited).toHaveLength(1);
      expect(waited[0]).toBeGreaterThanOrEqual(5_000);
      expect(waited[0]).toBeLessThanOrEqual(30_000);
      for (const language of languages) await expect(sentence(language)).toBeInViewport();
      await expect(page.locator('html')).toHaveAttribute('data-app', 'loading');
      // Whoever does as it says gets the app.
      await page.unroute('**/boot-*.js');
      await page.reload();
      await page.locator('html[data-app="ready"]').waitFor();
      await expect(sentence('en')).toHaveCount(0);
    });
  }

  test('in which the script of the start runs is not told that it does not, however long the rest takes', async ({ page }) => {
    let release;
    const released = new Promise((done) => { release = done; });
    await page.route('**/*.wasm', async (request) => {
      await released;
      await request.fallback();
    });
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.getByText(tr('loading-start'))).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-app', 'loading');
    await expect(page.getByText(tr('loading-stuck'))).toHaveCount(0);
    release();
    await page.locator('html[data-app="ready"]').waitFor();
  });

  for (const [name, body] of [
    ['cut short', async (module) => module.subarray(0, module.length / 2)],
    ['a web page instead', async () => Buffer.from('<h1>Sign in</h1>')],
    ['empty', async () => Buffer.alloc(0)],
  ]) {
    test(`that gets the app's module ${name} is told so, and can reload`, async ({ page, complaints }) => {
      complaints.allow(/WebAssembly|wasm|Wasm/);
      await page.route('**/*.wasm', async (request) => {
        const response = await request.fetch();
        await request.fulfill({ contentType: 'application/wasm', body: await body(await response.body()) });
      });
      await page.goto('./');
      await expect(page.locator('html')).toHaveAttribute('data-app', 'failed');
      await expect(failed(page)).toBeVisible();
      await page.unroute('**/*.wasm');
      await page.getByRole('button', { name: tr('failed-reload') }).click();
      await page.locator('html[data-app="ready"]').waitFor();
    });
  }

  test('that misses the app’s script or English texts is told so', async ({ page, complaints }) => {
    complaints.allow(/404|dynamically imported module/);
    for (const file of ['**/cluster-atlas-*.js', '**/locales/en-*.ftl']) {
      await page.route(file, (request) => request.fulfill({ status: 404, body: '' }));
      await page.goto('./');
      await expect(page.locator('html')).toHaveAttribute('data-app', 'failed');
      await expect(failed(page)).toBeVisible();
      await page.unroute(file);
      await page.goto('about:blank');
    }
  });

  for (const [name, answer, chunk = '**/organisations-*.wasm'] of [
    ['is not there', (request) => request.fulfill({ status: 404, contentType: 'text/html', body: '<h1>404</h1>' })],
    ['cannot be reached', (request) => request.abort('internetdisconnected')],
    ['is a web page instead', (request) => request.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' })],
    ['comes without words', (request) => request.fulfill({ status: 404, body: '' }), '**/locales/en.later-*.ftl'],
  ]) {
    test(`to which a later part of the app ${name} is told so, and can try again`, async ({ page, complaints }) => {
      complaints.allow(/404|ERR_INTERNET_DISCONNECTED|Failed to fetch|CompileError/);
      await page.route(chunk, answer);
      const alert = page.getByRole('alert').filter({ hasText: tr('later-failed-title') });
      // The part that somebody opens first, and the one that somebody goes to.
      for (const go of [() => page.goto('./#/about-data'), () => page.evaluate(() => { location.hash = '#/shortlist'; })]) {
        await go();
        await expect(alert).toContainText(tr('later-failed-text'));
        await expect(page.getByRole('heading', { level: 1, name: tr('later-failed-title') })).toBeInViewport();
        await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
      }
      // The rest of the app works, and so does the part once it can be had.
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Explore' }).click();
      await new ExplorePage(page).expectStatus(sentence());
      await page.goBack();
      await expect(alert).toBeVisible();
      await page.unroute(chunk);
      await page.getByRole('button', { name: tr('try-again') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shortlist');
      await expect(page.locator('main')).toBeFocused();
    });
  }

  test('to which the words of one part do not come is told so there, and nowhere else', async ({ page, complaints }) => {
    complaints.allow(/404/);
    const words = '**/locales/en.desk-*.ftl';
    await page.route(words, (request) => request.fulfill({ status: 404, body: '' }));
    await page.goto('./#/desk');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(tr('later-failed-title'));
    await page.evaluate(() => {
      location.hash = '#/about-data';
    });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('About the data');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(tr('later-failed-title'));
    await page.unroute(words);
    await page.getByRole('button', { name: tr('try-again') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(tr('desk-title'));
  });

  test('that gets later parts from a server that does not know their type shows them all the same', async ({ page }) => {
    await page.route('**/organisations-*.wasm', async (request) => {
      const response = await request.fetch();
      await request.fulfill({ contentType: 'application/octet-stream', body: await response.body() });
    });
    await page.goto('./#/about-data');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('About the data');
  });

  for (const [name, deny] of [
    ['denies storage', () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } })],
    ['has no storage', () => Object.defineProperty(window, 'localStorage', { value: null })],
    ['has full storage', () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }],
    ['cannot read its storage', () => { Storage.prototype.getItem = () => { throw new DOMException('broken', 'UnknownError'); }; }],
  ]) {
    test(`that ${name} shows everything all the same`, async ({ page }) => {
      await page.addInitScript(deny);
      const explore = new ExplorePage(page);
      await explore.open('country=MT');
      await explore.expectStatus(sentence({ country: ['MT'] }));
      await explore.results.getByRole('button', { name: /^Shortlist:/ }).click();
      await expect(explore.results.getByRole('button', { name: /^Shortlist:/ })).toHaveAttribute('aria-pressed', 'true');
    });
  }

  test('whose storage holds nonsense shows an empty shortlist', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('cluster-atlas/shortlist/1', '\u0000,,<b>,{"a":1},' + 'x'.repeat(10_000)));
    const explore = new ExplorePage(page);
    await explore.open();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Mine/ }).click();
    await page.getByRole('link', { name: 'Compare, print or share the shortlist' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shortlist');
    await expect(page.getByText(/not in this dataset/)).toBeVisible();
  });

  test('without canvas, Intl names or observers shows the list', async ({ page, complaints }) => {
    complaints.allow(/canvas|Intl|ResizeObserver|undefined|null/i);
    await page.addInitScript(() => {
      delete Intl.DisplayNames;
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.expectStatus(sentence());
    await expect(explore.first).toBeVisible();
  });
});
