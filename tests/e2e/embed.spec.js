// `embed.js` on pages of another site, as people really have them.

import { readFileSync, readdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './atlas.js';
import { records, sentence } from './dataset.js';
import { around, expectCount, host } from './hosts.js';
import { tr } from './messages.js';
import { ExplorePage } from './pages/explore.js';

const script = (baseURL, attributes = 'async') => `<script src="${baseURL}embed.js" ${attributes}></script>`;
const STRICT = (own) => ({ 'content-security-policy': `default-src 'none'; script-src ${own}; frame-src ${own}` });

/** Opens a host's page with a snippet; ends the host with the test. */
const test_ = test.extend({
  visit: async ({ page, complaints }, use) => {
    complaints.allow(/request to another host: http:\/\/localhost:/);
    const ends = [];
    await use(async (snippet, { headers, path = '/', others = {}, ...more } = {}) => {
      const server = await host({ [path]: { body: around(snippet, more), headers }, ...others });
      ends.push(server.end);
      await page.goto(server.origin + path);
      return server.origin;
    });
    await Promise.all(ends.map((end) => end()));
  },
});

const frames = (page) => page.locator('cluster-atlas iframe, .cluster-atlas iframe');
const inside = (page) => page.frameLocator('cluster-atlas iframe, .cluster-atlas iframe');
const ready = (page) => inside(page).locator('html[data-app="ready"]').waitFor();
/** Keeps what a host is told. */
const LISTEN = () => {
  window.told = [];
  for (const name of ['ready', 'select', 'height']) addEventListener(`cluster-atlas:${name}`, ({ detail }) => window.told.push([name, detail]));
};

test_.describe('a snippet', { tag: '@once' }, () => {
  test_('on a bare page shows title, count and first rows, then the app', async ({ page, visit, baseURL }) => {
    await page.addInitScript(LISTEN);
    await visit(`<cluster-atlas href="#/explore?country=MT" lang="en"><a href="${baseURL}#/explore?country=MT">Clusters of Malta</a></cluster-atlas>${script(baseURL)}`, { above: 4000 });
    const maltese = records.filter(({ country }) => country === 'MT');
    const widget = page.locator('cluster-atlas');
    await expect(widget).toContainText(`Cluster Atlas · ${maltese.length} organisation`);
    await expect(widget.getByRole('listitem').first().getByRole('link')).toHaveAttribute('href', `${baseURL}index.html?lang=en#/organisation/${maltese.map(({ id, name }) => [name, id]).sort()[0][1]}`);
    await expect(frames(page)).toHaveCount(0);
    await widget.scrollIntoViewIfNeeded();
    await ready(page);
    await expectCount(inside(page), sentence({ country: ['MT'] }));
    await expect(widget.getByRole('listitem')).toHaveCount(0);
    const frame = frames(page);
    await expect(frame).toHaveAttribute('title', 'Clusters of Malta');
    await expect(frame).toHaveAttribute('loading', 'lazy');
    await expect(frame).toHaveAttribute('referrerpolicy', 'no-referrer');
    await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals');
    await expect(frame).toHaveAttribute('allow', '');
    // As tall as what is in it, and the host knows.
    await expect.poll(() => frame.evaluate((it) => it.clientHeight)).toBe(await inside(page).locator('body').evaluate((it) => Math.ceil(it.getBoundingClientRect().height)));
    await inside(page).getByRole('button', { name: /^Show .* on the map$/ }).first().click();
    await expect.poll(() => page.evaluate(() => window.told.map(([name]) => name))).toEqual(expect.arrayContaining(['ready', 'height', 'select']));
    const [, chosen] = (await page.evaluate(() => window.told)).find(([name]) => name === 'select');
    expect(chosen.collection).toBe('organisation');
    expect(maltese.map(({ id }) => id)).toContain(chosen.id);
  });

  for (const [name, snippet] of Object.entries({
    'a link that becomes the widget': (own) => `<p>See <a href="${own}index.html?mode=embed&amp;lang=en#/calls">the open calls</a>.</p>`,
    'a <div>': () => '<div class="cluster-atlas" data-view="calls" data-lang="en"></div>',
    'the element': () => '<cluster-atlas view="calls" lang="en" height="600"></cluster-atlas>',
  })) {
    test_(`under a strict policy: ${name}`, async ({ page, visit, baseURL }) => {
      await visit(snippet(baseURL) + script(baseURL), { headers: STRICT(new URL(baseURL).origin) });
      await ready(page);
      await expect(inside(page).getByRole('heading', { level: 1, name: 'Open calls' })).toBeAttached();
    });
  }

  test_('is as long as it looks, so that the wheel over it is the page’s', async ({ page, visit, baseURL }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit(`<cluster-atlas view="explore" country="FR" lang="en"></cluster-atlas><p style="height: 900px">Below</p>${script(baseURL)}`);
    await ready(page);
    await expect(inside(page).getByRole('region', { name: 'Filters' })).toBeVisible();
    await expect.poll(() => inside(page).locator('html').evaluate((it) => it.scrollHeight - it.clientHeight)).toBe(0);
    // The list does not scroll for itself: one sees more of it when one asks.
    const list = inside(page).getByRole('list', { name: tr('results-title') });
    await list.hover();
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    expect(await list.evaluate((it) => it.scrollTop)).toBe(0);
    const height = await list.evaluate((it) => it.clientHeight);
    await inside(page).getByRole('button', { name: tr('frame-more') }).click();
    await expect.poll(() => list.evaluate((it) => it.clientHeight)).toBeGreaterThan(height * 1.5);
    await expect.poll(() => frames(page).evaluate((frame) => frame.clientHeight)).toBeGreaterThan(height * 1.5);
  });

  for (const [name, snippet, route] of [
    ['a script', `<div class="cluster-atlas" data-href="javascript:parent.document.title='taken'//#/calls" data-lang="en"></div>`, '#/calls'],
    ['a page of its own', '<div class="cluster-atlas" data-href="data:text/html,<p>taken</p>" data-lang="en"></div>', '#/explore'],
    ['another site', '<cluster-atlas href="http://localhost:1/index.html#/calls" lang="en"></cluster-atlas>', '#/calls'],
    ['no address at all', '<cluster-atlas href="http://[" lang="en"></cluster-atlas>', '#/explore'],
  ]) {
    test_(`an address that is ${name} opens nothing but this app`, async ({ page, visit, baseURL }) => {
      await visit(snippet + script(baseURL));
      await ready(page);
      await expect(page).toHaveTitle('A region');
      const src = await frames(page).evaluate((frame) => frame.src);
      expect(src.startsWith(`${baseURL}index.html?mode=embed`)).toBe(true);
      expect(new URL(src).hash).toBe(route);
    });
  }

  test_('that cannot be read takes none of the others with it', async ({ page, visit, baseURL }) => {
    await visit(`<a href="http://[x?mode=embed">Bad</a><cluster-atlas href="#/%E0%A4%A" lang="en"></cluster-atlas><div class="cluster-atlas" data-view="calls" data-lang="en"></div>${script(baseURL)}`, { above: 0 });
    for (const widget of await page.locator('cluster-atlas, .cluster-atlas').all()) await expect(widget.locator('iframe')).toBeAttached();
    await page.frameLocator('.cluster-atlas iframe').locator('html[data-app="ready"]').waitFor();
  });

  test_('that is gone from the page makes room for another one', async ({ page, visit, baseURL, complaints }) => {
    complaints.allow(/Failed to fetch|Response body loading was aborted/);
    const div = (view) => `<div class="cluster-atlas" data-view="${view}" data-lang="en"></div>`;
    await visit(div('calls') + div('training') + script(baseURL), { above: 0 });
    await expect(frames(page)).toHaveCount(2);
    await page.evaluate(() => {
      document.querySelectorAll('.cluster-atlas').forEach((gone) => gone.remove());
      // What a script makes is in the page first, and has its attributes then.
      const made = document.createElement('cluster-atlas');
      document.querySelector('main').prepend(made);
      made.setAttribute('view', 'events');
      made.setAttribute('lang', 'en');
    });
    await ready(page);
    await expect(inside(page).getByRole('heading', { level: 1, name: tr('events-title') })).toBeAttached();
  });

  test_('has the height that it is given in pixels, in its address too, and no other', async ({ page, visit, baseURL }) => {
    await visit(`<a href="${baseURL}index.html?mode=embed&amp;lang=en&amp;height=450#/calls">Calls</a><cluster-atlas view="calls" lang="en" height="50vh"></cluster-atlas>${script(baseURL)}`, { above: 0 });
    const [first, second] = await page.locator('cluster-atlas').all();
    await first.frameLocator('iframe').locator('html[data-app="ready"]').waitFor();
    await expect.poll(() => first.locator('iframe').evaluate((frame) => frame.clientHeight)).toBe(450);
    await second.scrollIntoViewIfNeeded();
    await expect(second.frameLocator('iframe').locator('html')).toHaveAttribute('data-layout', 'auto');
  });

  test_('is as wide as there is room among boxes that are as wide as what is in them, and hides the text in it', async ({ page, visit, baseURL }) => {
    await visit(`<div id="box"><cluster-atlas view="calls" lang="en">Open calls, <a href="#x">see here</a>.</cluster-atlas></div>${script(baseURL)}`, { head: '<style>#box { display: flex; flex-direction: column; align-items: center }</style>' });
    await ready(page);
    await expect.poll(async () => (await frames(page).boundingBox()).width).toBeGreaterThan(600);
    await expect(page.locator('cluster-atlas').getByText('Open calls,')).toBeHidden();
  });

  test_('with a fixed height scrolls inside', async ({ page, visit, baseURL }) => {
    await visit(`<cluster-atlas view="calls" lang="en" height="420"></cluster-atlas>${script(baseURL)}`);
    await ready(page);
    await expect.poll(() => frames(page).evaluate((frame) => frame.clientHeight)).toBe(420);
    await expect(inside(page).locator('html')).not.toHaveAttribute('data-layout', 'auto');
  });

  test_('survives a style sheet that unsets everything', async ({ page, visit, baseURL }) => {
    await visit(`<cluster-atlas view="explore" lang="en" height="640"></cluster-atlas>${script(baseURL)}`, { head: '<style>* { all: unset } head, head * { display: none }</style>' });
    await expect(page.locator('cluster-atlas')).toBeVisible();
    await ready(page);
    const box = await frames(page).boundingBox();
    expect(box.height).toBe(640);
    expect(box.width).toBeGreaterThan(600);
  });

  for (const [scheme, head, expected] of [
    ['dark', '<style>:root { color-scheme: dark } </style>', 'dark'],
    ['dark by its background alone', '<style>body { background: #101418; color: #eee } </style>', 'dark'],
    ['dark in colours of another kind', '<style>body { background: oklch(0.2 0.02 260); color: oklch(0.95 0 0) } </style>', 'dark'],
    ['dark by a gradient', '<style>body { background: linear-gradient(#000, #222); color: #eee } </style>', 'dark'],
    ['light', '', 'light'],
  ]) {
    test_(`takes the colours of a host that is ${scheme}`, async ({ page, visit, baseURL }) => {
      await page.emulateMedia({ colorScheme: expected === 'dark' ? 'light' : 'dark' });
      await visit(`<cluster-atlas view="calls" lang="en"></cluster-atlas>${script(baseURL)}`, { head });
      await ready(page);
      expect(await inside(page).locator('html').evaluate((root) => getComputedStyle(root).colorScheme)).toBe(expected);
    });
  }

  test_('turns dark with the host’s page', async ({ page, visit, baseURL }) => {
    await visit(`<cluster-atlas view="calls" lang="en"></cluster-atlas>${script(baseURL)}`, { head: '<style>.dark { background: #111; color: #eee } </style>' });
    await ready(page);
    const scheme = () => inside(page).locator('html').evaluate((root) => getComputedStyle(root).colorScheme);
    await expect.poll(scheme).toBe('light');
    await page.evaluate(() => document.body.classList.add('dark'));
    await expect.poll(scheme).toBe('dark');
  });

  test_('ten of them cost ten façades and two running apps', async ({ page, visit, baseURL, complaints }) => {
    // Whoever makes room may still have had something on its way.
    complaints.allow(/Failed to fetch|Response body loading was aborted/);
    const ten = ['FR', 'DE', 'ES', 'IT', 'PL', 'FI', 'SE', 'AT', 'BE', 'NL'];
    await visit(ten.map((code) => `<cluster-atlas country="${code}" lang="en"></cluster-atlas>`).join('') + script(baseURL), { below: 100 });
    await expect(page.getByText(/^Cluster Atlas · \d+ organisations?$/)).toHaveCount(ten.length);
    for (const widget of await page.locator('cluster-atlas').all()) await widget.scrollIntoViewIfNeeded();
    await expect(frames(page)).toHaveCount(2);
    // A gesture on the façade of another one starts it, leads where it was meant to, and one makes room.
    const sixth = page.locator('cluster-atlas').nth(5);
    const link = sixth.getByRole('listitem').first().getByRole('link');
    const wanted = await link.textContent();
    await link.click();
    await expect(sixth.frameLocator('iframe').getByRole('heading', { level: 1, name: wanted })).toBeVisible();
    await expect(frames(page)).toHaveCount(2);
  });

  test_('in a tab that is hidden at first starts when it is shown', async ({ page, visit, baseURL }) => {
    await visit(`<div id="tab" hidden><cluster-atlas view="calls" lang="en"></cluster-atlas></div>${script(baseURL)}`, { above: 0 });
    await expect(page.locator('cluster-atlas').getByRole('button', { name: tr('facade-start'), includeHidden: true })).toBeAttached();
    await expect(frames(page)).toHaveCount(0);
    await page.evaluate(() => {
      document.getElementById('tab').hidden = false;
    });
    await ready(page);
    await expect.poll(() => frames(page).evaluate((frame) => frame.clientHeight)).toBeGreaterThan(200);
  });

  test_('may be loaded late and twice, before what it stands for', async ({ page, visit, baseURL }) => {
    await visit('');
    await page.evaluate(async (src) => {
      for (let time = 0; time < 2; time += 1) {
        await new Promise((onload) => document.head.append(Object.assign(document.createElement('script'), { src: `${src}?${time}`, onload })));
      }
      const widget = document.createElement('div');
      widget.className = 'cluster-atlas';
      widget.dataset.view = 'calls';
      widget.dataset.lang = 'en';
      document.querySelector('main').prepend(widget);
    }, `${baseURL}embed.js`);
    await ready(page);
    await expect(frames(page)).toHaveCount(1);
  });

  test_('what an editor leaves is a link that works', async ({ page, visit, baseURL }) => {
    // As `wp_kses_post` does it: unknown elements, scripts, classes and data attributes go, links stay.
    const kses = (html) => html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<\/?cluster-atlas[^>]*>/g, '').replace(/ (class|data-[a-z]+)="[^"]*"/g, '');
    const link = `<a class="x" href="${baseURL}index.html?mode=embed&amp;lang=en#/explore?country=MT">Clusters of Malta</a>`;
    await visit(kses(link + script(baseURL)));
    await page.getByRole('link', { name: 'Clusters of Malta' }).click();
    await page.locator('html[data-app="ready"]').waitFor();
    await expectCount(page, sentence({ country: ['MT'] }));
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    // And where the template of the site loads the script, it becomes the widget.
    await visit(kses(link), { head: script(baseURL, 'defer') });
    await ready(page);
  });

  test_('says which policy stopped it, and leaves a link', async ({ page, visit, baseURL, complaints }) => {
    complaints.allow(/Content Security Policy|frame-src|violates/);
    const own = new URL(baseURL).origin;
    await visit(`<cluster-atlas view="calls" lang="en"></cluster-atlas>${script(baseURL)}`, { headers: { 'content-security-policy': `default-src 'self'; script-src ${own}` } });
    const widget = page.locator('cluster-atlas');
    await expect(widget.getByRole('status')).toContainText(`${tr('facade-policy')} ${own}`);
    await expect(widget.getByRole('link', { name: tr('frame-open') }).last()).toHaveAttribute('href', `${baseURL}index.html?lang=en#/calls`);
    await expect(widget.getByRole('listitem').first()).toBeVisible();
  });

  test_('is stopped by no policy that only reports', async ({ page, visit, baseURL, complaints }) => {
    complaints.allow(/Content Security Policy|frame-src|violates|report-only/i);
    await visit(`<cluster-atlas view="calls" lang="en"></cluster-atlas>${script(baseURL)}`, { headers: { 'content-security-policy-report-only': "default-src 'self'; frame-src 'none'" } });
    await ready(page);
    await expect(page.locator('cluster-atlas').getByRole('status')).toHaveCount(0);
  });

  test_('goes without a façade where a policy takes no script’s word for a script', async ({ page, visit, baseURL, complaints }) => {
    complaints.allow(/TrustedScriptURL|trusted-types|Trusted/i);
    await visit(`<cluster-atlas view="calls" lang="en"></cluster-atlas>${script(baseURL)}`, { headers: { 'content-security-policy': "require-trusted-types-for 'script'" } });
    await ready(page);
  });

  test_('comes when a consent tool that took its address, or its place, lets it', async ({ page, visit, baseURL }) => {
    const tool = (take) => `<script>new MutationObserver(() => window.agreed || document.querySelectorAll('iframe').forEach((frame) => { ${take} })).observe(document, { childList: true, subtree: true })</script>`;
    const widget = page.locator('cluster-atlas');
    await visit(`<cluster-atlas view="calls" lang="en"></cluster-atlas>${tool("if (frame.src) { frame.dataset.put = frame.src; frame.removeAttribute('src'); }")}${script(baseURL)}`);
    await expect(widget.getByRole('status')).toContainText(tr('facade-consent'));
    await page.evaluate(() => {
      window.agreed = true;
      const frame = document.querySelector('iframe');
      frame.src = frame.dataset.put;
    });
    await ready(page);
    await expect(widget.getByRole('status')).toHaveCount(0);
    await visit(`<cluster-atlas view="calls" lang="en"></cluster-atlas>${tool("frame.replaceWith(Object.assign(document.createElement('p'), { textContent: 'Do you agree?' }))")}${script(baseURL)}`);
    await expect(widget.getByRole('status')).toContainText(tr('facade-consent'));
    await page.evaluate(() => (window.agreed = true));
    await widget.getByRole('button', { name: tr('facade-start') }).click();
    await ready(page);
    await expect(widget.getByRole('status')).toHaveCount(0);
  });

  test_('says when a consent tool holds its frame back', async ({ page, visit, baseURL }) => {
    await visit(`<cluster-atlas view="calls" lang="en"></cluster-atlas><script>
      // What consent tools do: they find frames of strangers and put their address aside.
      new MutationObserver(() => {
        for (const frame of document.querySelectorAll('iframe[src^="${baseURL}"]')) {
          frame.dataset.src = frame.src;
          frame.src = 'about:blank';
        }
      }).observe(document.documentElement, { childList: true, subtree: true });
    </script>${script(baseURL)}`);
    await expect(page.locator('cluster-atlas').getByRole('status')).toContainText(tr('facade-consent'));
  });

  test_('says what it can in a sandbox that gives it no origin', async ({ page, visit, baseURL, complaints }) => {
    complaints.allow(/CORS|origin 'null'|ERR_FAILED|Failed to load|Access to|sandboxed|allow-same-origin/);
    const between = `<!doctype html><title>Editor</title><body><cluster-atlas view="calls" lang="en" height="500"></cluster-atlas>${script(baseURL)}`;
    await visit('<iframe src="/editor" title="Editor" sandbox="allow-scripts allow-popups" width="900" height="640"></iframe>', { others: { '/editor': between } });
    const editor = page.frameLocator('iframe[title="Editor"]');
    await expect(editor.frameLocator('cluster-atlas iframe').getByText(tr('frame-no-files'))).toBeVisible();
    await expect(editor.frameLocator('cluster-atlas iframe').getByRole('link', { name: tr('frame-open') })).toHaveAttribute('href', /index\.html#\/calls$/);
  });

  test_('says that a sandbox holds its frame back where nothing comes out of it', async ({ page, visit, baseURL, complaints }) => {
    complaints.allow(/CORS|origin 'null'|ERR_FAILED|Failed to load|Access to|sandboxed|allow-same-origin|500/);
    // Its frame stays empty: then the words of the host's page are all there is.
    await page.route('**/index.html?mode=embed*', (request) => request.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Nothing</title>' }));
    await page.clock.install();
    const between = `<!doctype html><title>Editor</title><body><cluster-atlas view="calls" lang="en" height="500"></cluster-atlas>${script(baseURL)}`;
    await visit('<iframe src="/editor" title="Editor" sandbox="allow-scripts" width="900" height="640"></iframe>', { others: { '/editor': between } });
    const widget = page.frameLocator('iframe[title="Editor"]').locator('cluster-atlas');
    await expect(widget.locator('iframe')).toBeAttached();
    await expect(async () => {
      await page.clock.runFor(9_000);
      await expect(widget.getByRole('status')).toContainText(`${tr('facade-sandbox')} ${new URL(baseURL).origin}`, { timeout: 500 });
    }).toPass();
    await expect(widget.getByRole('status').getByRole('link', { name: tr('frame-open') })).toHaveAttribute('href', `${baseURL}index.html?lang=en#/calls`);
  });

  test_('says that nothing answers, shows what came, and leaves a link', async ({ page, visit, baseURL }) => {
    await page.route('**/index.html?mode=embed*', (request) => request.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Moved</title><p>Moved</p>' }));
    await page.clock.install();
    await visit(`<cluster-atlas view="calls" lang="en" height="500"></cluster-atlas>${script(baseURL)}`);
    const widget = page.locator('cluster-atlas');
    await expect(widget.locator('iframe')).toBeAttached();
    await expect(async () => {
      await page.clock.runFor(9_000);
      await expect(widget.getByRole('status')).toContainText(`${tr('facade-silent')} ${new URL(baseURL).origin}`, { timeout: 500 });
    }).toPass();
    await expect(widget.frameLocator('iframe').getByText('Moved')).toBeVisible();
    await expect(widget.getByRole('status').getByRole('link', { name: tr('frame-open') })).toHaveAttribute('href', `${baseURL}index.html?lang=en#/calls`);
  });

  test_('works with a frame of a consent tool in between', async ({ page, visit, baseURL }) => {
    const between = `<!doctype html><title>Consent</title><body><cluster-atlas view="calls" lang="en" height="500"></cluster-atlas>${script(baseURL)}`;
    await visit('<iframe src="/consent" title="Consent" width="900" height="640"></iframe>', { others: { '/consent': between } });
    const consent = page.frameLocator('iframe[title="Consent"]');
    await consent.frameLocator('cluster-atlas iframe').locator('html[data-app="ready"]').waitFor();
    await expect(consent.frameLocator('cluster-atlas iframe').getByRole('heading', { level: 1, name: 'Open calls' })).toBeAttached();
  });

  test_('ignores messages that are foreign, malformed or too many', async ({ page, visit, baseURL }) => {
    await page.addInitScript(LISTEN);
    await visit(`<cluster-atlas view="calls" lang="en" height="auto"></cluster-atlas>${script(baseURL)}`);
    await ready(page);
    const frame = frames(page);
    await expect.poll(() => page.evaluate(() => window.told.some(([name]) => name === 'height'))).toBe(true);
    const settled = await frame.evaluate((it) => it.clientHeight);
    // From the host's own window.
    await page.evaluate(() => postMessage({ clusterAtlas: 1, type: 'height', height: 5000 }, '*'));
    // Out of the frame, but wrong.
    const say = (messages) =>
      inside(page)
        .locator('html')
        .evaluate((_, all) => all.forEach((data) => parent.postMessage(data, '*')), messages);
    await say([{ clusterAtlas: 2, type: 'height', height: 5000 }, { type: 'height', height: 5000 }, ...[-1, 0, 1e9, 'tall', null, {}].map((height) => ({ clusterAtlas: 1, type: 'height', height })), { clusterAtlas: 1, type: 'route', route: 'javascript:alert(1)' }, { clusterAtlas: 1, type: 'route', route: '#/calls', select: { collection: {}, id: 1 } }]);
    await say(Array.from({ length: 300 }, (_, at) => ({ clusterAtlas: 1, type: 'height', height: 700 + at })));
    await expect.poll(() => frame.evaluate((it) => it.clientHeight)).toBeGreaterThanOrEqual(700);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    expect(await frame.evaluate((it) => it.clientHeight)).toBeLessThan(850);
    expect(await page.evaluate(() => window.told.filter(([name]) => name === 'select'))).toEqual([]);
    expect(settled).toBeLessThan(5000);
  });

  test_('works on a page that is isolated from others', async ({ page, visit, baseURL }) => {
    await visit(`<cluster-atlas country="MT" lang="en"></cluster-atlas>${script(baseURL)}`, {
      headers: { 'cross-origin-embedder-policy': 'credentialless', 'cross-origin-opener-policy': 'same-origin' },
    });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await ready(page);
    await expectCount(inside(page), sentence({ country: ['MT'] }));
  });

  test_('where third-party storage is blocked everything works', async ({ page, visit, baseURL }) => {
    await page.addInitScript(() => {
      if (window === top) return;
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
      }
    });
    await visit(`<cluster-atlas country="MT" lang="en"></cluster-atlas>${script(baseURL)}`);
    await ready(page);
    await expectCount(inside(page), sentence({ country: ['MT'] }));
  });

  test_('leaves what is being typed on the host’s page, its caret and its scroll, from the façade to the app', async ({ page, visit, baseURL }) => {
    await visit('<cluster-atlas country="MT" lang="en"></cluster-atlas>', { above: 360 });
    const question = page.getByLabel('Your question');
    await question.fill('How many are there in Malta');
    await page.evaluate(() => scrollTo(0, 60));
    await question.evaluate((field) => field.setSelectionRange(4, 8));
    const state = () => page.evaluate(() => [scrollY, document.activeElement.id, question.value, question.selectionStart, question.selectionEnd, history.length]);
    const before = await state();
    await page.evaluate((src) => document.head.append(Object.assign(document.createElement('script'), { src })), `${baseURL}embed.js`);
    await expect(page.locator('cluster-atlas').getByRole('listitem').first()).toBeVisible();
    expect(await state()).toEqual(before);
    await ready(page);
    await expect.poll(async () => {
      const height = await inside(page).locator('body').evaluate((it) => Math.ceil(it.getBoundingClientRect().height));
      return height - (await frames(page).evaluate((frame) => frame.clientHeight));
    }).toBe(0);
    expect(await state()).toEqual(before);
    // And who goes on typing types there.
    await page.keyboard.type('much');
    await expect(question).toHaveValue('How much are there in Malta');
  });

  test_('of one site share neither state nor lists', async ({ page, visit, baseURL }) => {
    await visit(`<cluster-atlas id="one" href="#/explore?country=MT" lang="en" height="600"></cluster-atlas><cluster-atlas id="two" href="#/explore?country=LU" lang="en" height="600"></cluster-atlas>${script(baseURL)}`, { above: 0 });
    const [one, two] = ['#one', '#two'].map((id) => page.frameLocator(`${id} iframe`));
    for (const id of ['#one', '#two']) await page.locator(id).scrollIntoViewIfNeeded();
    await expectCount(one, sentence({ country: ['MT'] }));
    await expectCount(two, sentence({ country: ['LU'] }));
    await one.locator('html').evaluate(() => location.replace('#/explore?country=FR'));
    await expectCount(one, sentence({ country: ['FR'] }));
    await expectCount(two, sentence({ country: ['LU'] }));
    // A list that is shown in one is in no other: there is nothing to put it into.
    await one.locator('html').evaluate((_, id) => location.replace(`#/shortlist?ids=${id}`), records[0].id);
    await expect(one.getByRole('main').getByText(records[0].name).first()).toBeVisible();
    await two.locator('html').evaluate(() => location.replace('#/shortlist'));
    await expect(two.getByText(tr('shortlist-empty'))).toBeVisible();
  });

  test_('leaves the host’s page as it was around it', async ({ page, visit, baseURL }) => {
    await visit(`<cluster-atlas country="MT" lang="en" height="500"></cluster-atlas>`, { head: '<style>cluster-atlas { display: block; height: 500px; overflow: hidden } iframe { display: block }</style>', above: 50 });
    const around_ = () => page.screenshot({ mask: [page.locator('cluster-atlas')], animations: 'disabled' });
    const before = await around_();
    await page.evaluate((src) => document.head.append(Object.assign(document.createElement('script'), { src })), `${baseURL}embed.js`);
    await ready(page);
    expect((await around_()).equals(before)).toBe(true);
    expect(await page.evaluate(() => [document.cookie, Object.keys(localStorage)])).toEqual(['', []]);
  });

  test_('breaks no rule that a machine can check, as a façade and as the app', async ({ page, visit, baseURL }) => {
    await visit(`<cluster-atlas country="MT" lang="en"><a href="${baseURL}#/explore?country=MT">Clusters of Malta</a></cluster-atlas>${script(baseURL)}`, { above: 4000 });
    const rules = async () => {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`)).toEqual([]);
    };
    await expect(page.locator('cluster-atlas').getByRole('listitem').first()).toBeVisible();
    await rules();
    await page.locator('cluster-atlas').scrollIntoViewIfNeeded();
    await ready(page);
    await expect(page.locator('cluster-atlas').getByRole('listitem')).toHaveCount(0);
    await rules();
  });

  test_('lets its frame do what each right of the sandbox is for', async ({ page, visit, baseURL, context }) => {
    await visit(`<cluster-atlas href="#/calls" lang="en"></cluster-atlas>${script(baseURL)}`);
    await ready(page);
    const saved = page.waitForEvent('download');
    await inside(page).getByRole('button', { name: 'Export' }).click();
    await inside(page).getByRole('dialog').getByRole('button', { name: 'CSV' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
    const opened = context.waitForEvent('page');
    await inside(page).getByRole('link', { name: tr('frame-open') }).click();
    await (await opened).waitForURL(/index\.html\?lang=en#\/calls$/);
    const html = inside(page).locator('html');
    // Listened for before it is asked for.
    await html.evaluate(() => {
      globalThis.printed = new Promise((done) => addEventListener('beforeprint', () => done(true), { once: true }));
    });
    await page.bringToFront();
    await inside(page).getByRole('button', { name: 'Export' }).click();
    await inside(page).getByRole('dialog').getByRole('button', { name: 'Print' }).click();
    expect(await html.evaluate(() => globalThis.printed)).toBe(true);
  });
});

test_.describe('snippets of version 1', { tag: '@once' }, () => {
  const folder = new URL('../fixtures/embed/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.startsWith('snippet-1-'))) {
    test_(`${file} works on`, async ({ page, visit, baseURL }) => {
      const snippet = readFileSync(new URL(file, folder), 'utf8').replaceAll('https://atlas.example/clusters/', baseURL);
      await visit(snippet);
      const frame = page.frameLocator('iframe');
      await frame.locator('html[data-app="ready"]').waitFor();
      await expectCount(frame, sentence({ country: ['MT'] }));
    });
  }
});
