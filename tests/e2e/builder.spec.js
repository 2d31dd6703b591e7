// `#/embed`: from a view to what a webmaster pastes.

import { readFileSync } from 'node:fs';
import { expect, open, published, test } from './atlas.js';
import { around, expectCount, host } from './hosts.js';
import { calls, sentence } from './dataset.js';
import { tr } from './messages.js';
import { ExplorePage } from './pages/explore.js';

const snippet = (page, language = 'en') => page.getByRole('textbox', { name: tr('embed-snippet-label', {}, language) });
const preview = (page) => page.frameLocator(`iframe[title="${tr('embed-preview-title')}"]`);

test.describe('the builder', { tag: '@once' }, () => {
  test('starts from a view, keeps its filters, and shows it', async ({ page, baseURL }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=MT&view=list');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('dialog').getByRole('link', { name: tr('export-embed') }).click();
    await expect(page.getByRole('heading', { level: 1, name: tr('embed-title') })).toBeVisible();
    await expect(page.getByRole('textbox', { name: tr('embed-view-label') })).toHaveValue('#/explore?country=MT&view=list');
    await expectCount(preview(page), sentence({ country: ['MT'] }));
    await expect(preview(page).getByRole('banner')).toHaveCount(0);
    await expect(snippet(page)).toHaveValue(`<a href="${baseURL}index.html?mode=embed#/explore?country=MT&amp;view=list">${tr('embed-link-text')}: Malta · ${published.title}</a>\n<script src="${baseURL}embed.js" async></script>\n`);
  });

  test('puts what is chosen into the snippet and the preview, without steps in the history', async ({ page }) => {
    await open(page, '#/embed');
    await preview(page).locator('html[data-app="ready"]').waitFor();
    const before = await page.evaluate(() => history.length);
    await page.getByRole('textbox', { name: tr('embed-view-label') }).fill('https://elsewhere.example/x/?lang=fr#/calls?status=open');
    await page.keyboard.press('Tab');
    await page.getByRole('combobox', { name: 'Language' }).last().selectOption('fr');
    await page.getByRole('combobox', { name: tr('embed-theme') }).selectOption('dark');
    await page.getByRole('checkbox', { name: tr('embed-accent-own') }).uncheck();
    await page.getByLabel(tr('embed-accent-choose')).fill('#aa3300');
    await page.getByRole('checkbox', { name: tr('embed-part-tools') }).uncheck();
    await page.getByRole('radio', { name: tr('embed-height-fixed') }).check();
    await page.getByRole('spinbutton', { name: tr('embed-height-pixels') }).fill('640');
    await page.getByRole('radio', { name: tr('embed-kind-element') }).check();
    await expect(snippet(page)).toHaveValue(/^<cluster-atlas href="#\/calls\?status=open" lang="fr" theme="dark" accent="aa3300" panels="search,filters,views" height="640">/);
    await expect(preview(page).getByRole('heading', { level: 1, name: tr('nav-calls', {}, 'fr') })).toBeAttached();
    expect(await preview(page).locator('html').evaluate((root) => getComputedStyle(root).colorScheme)).toBe('dark');
    expect(await page.evaluate(() => history.length)).toBe(before);
    // All of it is in the address.
    const text = await snippet(page).inputValue();
    await page.reload();
    await page.getByRole('radio', { name: tr('embed-kind-element') }).check();
    await expect(snippet(page)).toHaveValue(text);
    await expect(page.getByRole('spinbutton', { name: tr('embed-height-pixels') })).toHaveValue('640');
    await expect(page.getByRole('checkbox', { name: tr('embed-part-tools') })).not.toBeChecked();
  });

  test('says in the link which view it is, and shows the preview in the language of the page it stands on', async ({ page }) => {
    await open(page, '#/embed?of=%23%2Fcalls');
    await expect(snippet(page)).toHaveValue(new RegExp(`>${tr('nav-calls')} · ${published.title}</a>`));
    await page.getByRole('combobox', { name: 'Language' }).first().selectOption('de');
    await expect(snippet(page, 'de')).toHaveValue(new RegExp(`>${tr('nav-calls', {}, 'de')} · ${published.title}</a>`));
    // The snippet itself leaves the language to the host's page, as this page does with its own.
    await expect(snippet(page, 'de')).not.toHaveValue(/lang=/);
    const shown = page.frameLocator(`iframe[title="${tr('embed-preview-title', {}, 'de')}"]`);
    await expect(shown.locator('html')).toHaveAttribute('lang', 'de');
  });

  test('shows the view as wide as on a phone and as on a desktop, and says what the host has to allow', async ({ page, baseURL }) => {
    await open(page, '#/embed');
    await preview(page).locator('html[data-app="ready"]').waitFor();
    const wide = () => page.locator(`iframe[title="${tr('embed-preview-title')}"]`).evaluate((frame) => frame.clientWidth);
    const desktop = await wide();
    await page.getByRole('button', { name: tr('embed-preview-phone') }).click();
    await expect.poll(wide).toBeLessThan(420);
    expect(await preview(page).locator('html').evaluate(() => matchMedia('(max-width: 26rem)').matches)).toBe(true);
    await page.getByRole('button', { name: tr('embed-preview-desktop') }).click();
    await expect.poll(wide).toBe(desktop);
    const own = new URL(baseURL).origin;
    await expect(page.getByRole('region', { name: tr('embed-policy-title') })).toContainText(`script-src ${own}; frame-src ${own}`);
  });

  test('names the page to paste where links become embeds, if it is known where the app is', async ({ page }) => {
    await page.route('**/config.json', (request) => request.fulfill({ json: { ...published, address: 'https://atlas.example/clusters/' } }));
    await open(page, '#/embed?of=%23%2Fexplore%3Fcountry%3DMT');
    await expect(page.getByRole('region', { name: tr('embed-pasted-title') })).toContainText('https://atlas.example/clusters/share/country/MT.html');
    await page.getByRole('textbox', { name: tr('embed-view-label') }).fill('#/explore?country=MT&q=wood');
    await page.getByRole('textbox', { name: tr('embed-view-label') }).press('Tab');
    await expect(page.getByRole('region', { name: tr('embed-pasted-title') })).toContainText(tr('embed-pasted-none'));
  });

  test('says where pasted links do not become embeds yet, and how they would', async ({ page }) => {
    await page.route('**/config.json', (request) => request.fulfill({ json: { ...published, address: undefined } }));
    await open(page, '#/embed');
    await expect(page.getByRole('region', { name: tr('embed-pasted-title') })).toContainText(tr('embed-pasted-off'));
  });

  test('names a record, a country and a theme in the link', async ({ page }) => {
    const [call] = calls;
    for (const [view, name] of [[`#/calls/${call.id}`, call.title], ['#/country/FR', 'France'], ['#/focus/green', tr('focus-green')]]) {
      await open(page, `#/embed?of=${encodeURIComponent(view)}`);
      await expect.poll(() => snippet(page).inputValue(), view).toContain(`>${name.replaceAll('&', '&amp;')} · ${published.title}</a>`);
    }
  });

  test('offers the main views, and says of a link of another site what was taken of it', async ({ page }) => {
    await open(page, '#/embed');
    const view = page.getByRole('textbox', { name: tr('embed-view-label') });
    await page.getByRole('combobox', { name: tr('embed-view-main') }).selectOption({ label: tr('nav-calls') });
    await expect(view).toHaveValue('#/calls');
    await view.fill('http://elsewhere.example/#/calls');
    await view.press('Tab');
    await expect(page.getByRole('main').getByRole('alert').filter({ hasText: tr('embed-view-elsewhere') })).toBeVisible();
    await expect(view).toHaveValue('#/calls');
  });

  test('the preview is as tall as what is pasted, and may no more', async ({ page }) => {
    await open(page, '#/embed');
    const frame = page.locator(`iframe[title="${tr('embed-preview-title')}"]`);
    await page.getByRole('radio', { name: tr('embed-height-fixed') }).check();
    const height = page.getByRole('spinbutton', { name: tr('embed-height-pixels') });
    await height.fill('450');
    await height.press('Tab');
    await expect(frame).toHaveCSS('height', '450px');
    await expect(snippet(page)).toHaveValue(/mode=embed&amp;height=450#/);
    await expect(preview(page).locator('html[data-app="ready"]')).not.toHaveAttribute('data-full-screen');
  });

  test('says what is no view to embed, and keeps the one before', async ({ page }) => {
    await open(page, '#/embed?of=%23%2Fcalls');
    const view = page.getByRole('textbox', { name: tr('embed-view-label') });
    const told = page.getByRole('main').getByRole('alert').filter({ hasText: tr('embed-view-unknown') });
    // Nonsense, no page, and pages of what one visitor keeps or one operator does.
    for (const text of ['hello', '#/nope/nope', '#/desk', '#/mine', '#/sign-ups']) {
      await view.fill(text);
      await view.press('Tab');
      await expect(told, text).toBeVisible();
      await expect(snippet(page)).toHaveValue(/#\/calls"/);
    }
    await view.fill('#/events');
    await view.press('Tab');
    await expect(told).toHaveCount(0);
    await expect(snippet(page)).toHaveValue(/#\/events"/);
  });

  test('gives out snippets that work as they are', async ({ page, complaints }) => {
    complaints.allow(/request to another host: http:\/\/localhost:/);
    await open(page, '#/embed?of=%23%2Fexplore%3Fcountry%3DMT');
    const texts = [];
    for (const kind of ['link', 'element', 'div', 'frame', 'wordpress', 'drupal']) {
      await page.getByRole('radio', { name: tr(`embed-kind-${kind}`) }).check();
      await expect(snippet(page)).toHaveValue(kind === 'wordpress' ? /wp:html/ : kind === 'frame' ? /^<iframe/ : /embed\.js/);
      texts.push(await snippet(page).inputValue());
    }
    for (const text of texts) {
      const server = await host({ '/': around(text) });
      try {
        await page.goto(server.origin);
        await expectCount(page.frameLocator('iframe'), sentence({ country: ['MT'] }));
      } finally {
        await server.end();
      }
    }
  });

  test('copies exactly what is shown, for every place it is pasted into', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, '#/embed?of=%23%2Fexplore%3Fcountry%3DMT');
    for (const kind of ['link', 'wordpress']) {
      await page.getByRole('radio', { name: tr(`embed-kind-${kind}`) }).check();
      await expect(snippet(page)).toHaveValue(kind === 'wordpress' ? /wp:html/ : /^<a /);
      await page.evaluate(() => navigator.clipboard.writeText('something else'));
      await page.getByRole('button', { name: tr('embed-copy') }).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet(page).inputValue());
      await expect(page.getByText(tr('embed-copied')).first()).toBeVisible();
    }
  });

  for (const [name, deny] of [
    ['is denied', () => (navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError')))],
    ['is not there', () => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })],
  ]) {
    test(`selects the snippet and says so where the clipboard ${name}`, async ({ page }) => {
      await page.addInitScript(deny);
      await open(page, '#/embed?of=%23%2Fcalls');
      await page.getByRole('button', { name: tr('embed-copy') }).click();
      await expect(page.getByText(tr('embed-not-copied')).first()).toBeVisible();
      await expect(snippet(page)).toBeFocused();
      const chosen = await snippet(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
      expect(chosen).toBe(await snippet(page).inputValue());
      expect(chosen).toContain('#/calls');
    });
  }

  test('the doctor names what blocks, and the line that mends it', async ({ page, baseURL }) => {
    await open(page, '#/embed');
    const own = new URL(baseURL).origin;
    const field = page.getByRole('textbox', { name: tr('embed-doctor-label') });
    const doctor = page.getByRole('region', { name: tr('embed-doctor-title') });
    await field.fill("Content-Security-Policy: default-src 'self'; img-src *");
    await expect(doctor).toContainText(tr('embed-script-blocked', { directive: 'default-src' }));
    await expect(doctor).toContainText(tr('embed-frame-blocked', { directive: 'default-src' }));
    await expect(doctor).toContainText(`default-src 'self'; img-src *; script-src 'self' ${own}; frame-src 'self' ${own}`);
    await field.fill(`default-src 'none'; script-src ${own}; frame-src ${own}`);
    await expect(doctor).toContainText(tr('embed-frame-allowed', { directive: 'frame-src' }));
    await expect(doctor).not.toContainText(tr('embed-doctor-line'));
    const link = readFileSync(new URL('../fixtures/embed/snippet-1-link.html', import.meta.url), 'utf8').replaceAll('https://atlas.example/clusters/', baseURL);
    await field.fill(link);
    await expect(doctor).toContainText(tr('embed-page-whole'));
    await field.fill(link.replace(/<script.*/, ''));
    await expect(doctor).toContainText(tr('embed-page-no-script'));
    await field.fill('<p>Our clusters</p>');
    await expect(doctor).toContainText(tr('embed-page-nothing'));
  });

  test('the doctor reads headers, settings and saved pages, and says what else stands in the way', async ({ page, baseURL }) => {
    await open(page, '#/embed');
    const own = new URL(baseURL).origin;
    const field = page.getByRole('textbox', { name: tr('embed-doctor-label') });
    const doctor = page.getByRole('region', { name: tr('embed-doctor-title') });
    await field.fill("HTTP/2 200\nContent-Security-Policy: default-src *\nContent-Security-Policy: frame-src 'none'\nX-Frame-Options: SAMEORIGIN");
    await expect(doctor).toContainText(tr('embed-doctor-of-policy', { number: 2, finding: tr('embed-frame-blocked', { directive: 'frame-src' }) }));
    await expect(doctor).toContainText(tr('embed-doctor-line-of', { number: 2 }));
    await expect(doctor.locator('pre')).toHaveText([`frame-src ${own}`]);
    await field.fill('add_header Content-Security-Policy "default-src \'self\' frame-src \'self\'" always;');
    await expect(doctor).toContainText(tr('embed-doctor-semicolon', { directive: 'frame-src', within: 'default-src' }));
    await expect(doctor.locator('pre')).toHaveText([`default-src 'self'; frame-src 'self' ${own}; script-src 'self' ${own}`]);
    for (const [text, key] of [
      ['404 Not Found', 'embed-doctor-none'],
      ['a < b', 'embed-doctor-none'],
      ["Content-Security-Policy-Report-Only: default-src 'self'", 'embed-doctor-report-only'],
      ["require-trusted-types-for 'script'", 'embed-doctor-trusted-types'],
      ['Cross-Origin-Embedder-Policy: require-corp', 'embed-doctor-isolated'],
      // A style attribute of the page is none of this one.
      [`<p style="color: red">&lt;script src="${baseURL}embed.js"&gt;</p>`, 'embed-page-as-text'],
      [`<!-- <script src="${baseURL}embed.js"></script> -->`, 'embed-page-comment'],
      ['<cluster-atlas href="#/calls"></cluster-atlas>', 'embed-page-no-script'],
      ['<CLUSTER-ATLAS href="#/calls"></CLUSTER-ATLAS><SCRIPT SRC="./Page_files/embed.js.download"></SCRIPT>', 'embed-page-whole'],
    ]) {
      await field.fill(text);
      await expect(doctor.getByRole('status'), text).toContainText(tr(key));
    }
    await field.fill(`<cluster-atlas></cluster-atlas><script type="rocketlazyloadscript" src="${baseURL}embed.js"></script>`);
    await expect(doctor).toContainText(tr('embed-page-script-held', { sign: 'type="rocketlazyloadscript" (WP Rocket)' }));
  });
});
