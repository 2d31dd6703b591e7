// The app in a frame on a page of another site, by a plain <iframe>: what it shows there, and what it leaves alone.

import AxeBuilder from '@axe-core/playwright';
import { expect, published, test } from './atlas.js';
import { sentence } from './dataset.js';
import { around, expectCount, host } from './hosts.js';
import { tr } from './messages.js';
import { ExplorePage } from './pages/explore.js';

const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';

/** Opens a host's page with the app in a frame; gives the frame, ready. */
async function embedded({ page, baseURL, complaints }, search, { sandbox = SANDBOX, allow = '', head, above, script = '', route = '#/explore', ready = true, headers } = {}) {
  complaints.allow(/request to another host: http:\/\/localhost:/);
  const src = `${baseURL}index.html?mode=embed${search}${route}`.replaceAll('&', '&amp;');
  const frame = `<iframe id="atlas" title="Clusters" src="${src}" sandbox="${sandbox}" allow="${allow}" width="900" height="700"></iframe><script>${script}</script>`;
  const server = await host({ '/': { body: around(frame, { head, above }), headers } });
  await page.goto(server.origin);
  const inside = page.frameLocator('#atlas');
  if (ready) await inside.locator('html[data-app="ready"]').waitFor();
  return { inside, end: server.end };
}

/** What a host has to answer so that the frame talks to it, and all that the frame says. */
const HOST = `
  const heard = [];
  addEventListener('message', ({ data, source, origin }) => {
    heard.push({ ...data, origin });
    if (data.type === 'hello') source.postMessage({ clusterAtlas: 1, type: 'hello', height: 'auto' }, origin);
    if (data.type === 'height') document.getElementById('atlas').height = data.height;
  });`;
const heard = (page, type) => page.evaluate((wanted) => heard.filter(({ type }) => type === wanted), type);

test.describe('in a frame', { tag: '@once' }, () => {
  test('there is no header, and the way out keeps every filter', async ({ page, baseURL, complaints }) => {
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en&theme=dark&accent=aa3300', { route: '#/explore?country=FR&ecosystem=health' });
    try {
      await expect(inside.getByRole('banner')).toHaveCount(0);
      await expect(inside.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
      const out = inside.getByRole('contentinfo').getByRole('link', { name: tr('frame-open') });
      await expect(out).toHaveAttribute('href', `${baseURL}index.html?lang=en#/explore?country=FR&ecosystem=health`);
      await inside.getByRole('checkbox', { name: /^Germany/ }).or(inside.getByRole('button', { name: /^Filters/ })).first().click();
      const germany = inside.getByRole('checkbox', { name: /^Germany/ });
      if (!(await germany.isChecked())) await germany.check();
      await expect(out).toHaveAttribute('href', `${baseURL}index.html?lang=en#/explore?country=DE,FR&ecosystem=health`);
    } finally {
      await end();
    }
  });

  test('a text typed on the host’s page keeps its caret, and nothing scrolls', async ({ page, baseURL, complaints }) => {
    let release;
    const released = new Promise((resolve) => {
      release = resolve;
    });
    await page.route('**/data/organisations.json', async (request) => {
      await released;
      await request.continue();
    });
    const { inside, end } = await embedded({ page, baseURL, complaints }, '', { above: 1500, ready: false });
    try {
      const question = page.getByLabel('Your question');
      await question.fill('How many are there');
      await question.evaluate((field) => field.setSelectionRange(4, 8));
      release();
      await inside.locator('html[data-app="ready"]').waitFor();
      // And a page inside that was gone to by nobody's hand.
      await inside.locator('html').evaluate(() => {
        location.replace('#/calls');
      });
      await expect(inside.getByRole('heading', { level: 1, name: 'Open calls' })).toBeAttached();
      const host = () => page.evaluate(() => [scrollY, document.activeElement.id, question.selectionStart, question.selectionEnd]);
      expect(await host()).toEqual([0, 'question', 4, 8]);
    } finally {
      await end();
    }
  });

  test('twenty steps inside make no entry in the host’s history, and one step back leaves', async ({ page, baseURL, complaints }) => {
    await page.goto('about:blank');
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en');
    try {
      const before = await page.evaluate(() => history.length);
      const explore = new ExplorePage(inside);
      const go = (name) => inside.getByRole('link', { name, exact: true }).first().click();
      await explore.showFilters();
      for (const facet of ['Country', 'Industrial ecosystem', 'Expertise']) {
        for (const at of [4, 5]) await explore.facet(facet).getByRole('checkbox').nth(at).click();
      }
      await explore.hideFilters();
      await inside.locator('html').evaluate(() => location.replace('#/explore'));
      await explore.search.pressSequentially('energy');
      await page.keyboard.press('Escape');
      for (let round = 0; round < 3; round += 1) {
        await go('List');
        await explore.results.getByRole('link').first().click();
        await expect(inside.getByRole('heading', { level: 1 })).toBeVisible();
        await inside.locator('html').evaluate(() => {
          document.querySelector('a[href^="#/explore"]').click();
        });
        await expect(explore.results).toBeVisible();
        await go('Coverage');
        await go('Map and list');
      }
      expect(await page.evaluate(() => history.length)).toBe(before);
      await page.goBack();
      expect(page.url()).toBe('about:blank');
    } finally {
      await end();
    }
  });

  for (const key of ['Control', 'Meta']) test(`the wheel over the map scrolls the host’s page, and zooms with ${key}`, async ({ page, baseURL, complaints }) => {
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en');
    try {
      await inside.locator('.map-canvas canvas').first().waitFor();
      const box = await inside.getByRole('region', { name: 'Map' }).boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + 200);
      await page.mouse.wheel(0, 120);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
      await expect(inside.getByText(tr('frame-hint-wheel'))).toBeVisible();
      const map = () => inside.locator('html').evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('map'));
      expect(await map()).toBeNull();
      const scrolled = await page.evaluate(() => scrollY);
      await page.keyboard.down(key);
      await page.mouse.wheel(0, -240);
      await page.keyboard.up(key);
      await expect.poll(map).not.toBeNull();
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    } finally {
      await end();
    }
  });

  test('the map has all of the screen where the host lets it, and the wheel there; elsewhere there is the way out', async ({ page, baseURL, complaints }) => {
    const without = await embedded({ page, baseURL, complaints }, '&lang=en');
    const button = (inside) => inside.getByRole('button', { name: tr('frame-full-screen') });
    await without.inside.locator('.map-canvas canvas').first().waitFor();
    await expect(button(without.inside)).toBeHidden();
    await expect(without.inside.getByRole('link', { name: tr('frame-open') })).toBeVisible();
    await without.end();
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en', { allow: 'fullscreen' });
    try {
      await inside.locator('.map-canvas canvas').first().waitFor();
      await button(inside).click();
      await expect(button(inside)).toHaveAttribute('aria-pressed', 'true');
      const { width, height } = page.viewportSize();
      const map = inside.getByRole('region', { name: 'Map' });
      await expect.poll(() => map.evaluate((it) => [it.offsetWidth, it.offsetHeight])).toEqual([width, height]);
      await page.mouse.move(width / 2, height / 2);
      await page.mouse.wheel(0, -240);
      await expect.poll(() => inside.locator('html').evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('map'))).not.toBeNull();
      await expect(inside.getByText(tr('frame-hint-wheel'))).toBeHidden();
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await button(inside).click();
      await expect(button(inside)).toHaveAttribute('aria-pressed', 'false');
      await expect.poll(() => map.evaluate((it) => it.clientWidth)).toBeLessThan(900);
    } finally {
      await end();
    }
  });

  test('the height settles in three messages at most: growing, shrinking, in another width', async ({ page, baseURL, complaints }) => {
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en', { script: HOST, route: '#/explore?view=list' });
    try {
      const settled = async (act) => {
        const before = (await heard(page, 'height')).length;
        await act();
        await expect(async () => {
          const said = (await heard(page, 'height')).length;
          await page.waitForFunction((count) => new Promise((done) => setTimeout(() => done(heard.filter(({ type }) => type === 'height').length === count), 600)), said, { timeout: 5000 });
          const [frame, content] = [await page.locator('#atlas').evaluate((it) => it.clientHeight), await inside.locator('body').evaluate((it) => it.getBoundingClientRect().height)];
          expect(Math.abs(frame - content)).toBeLessThan(3);
        }).toPass();
        expect((await heard(page, 'height')).length - before).toBeLessThanOrEqual(3);
        return page.locator('#atlas').evaluate((frame) => frame.clientHeight);
      };
      const all = await settled(async () => {});
      const few = await settled(() => inside.locator('html').evaluate(() => location.replace('#/explore?view=list&country=MT')));
      expect(few).toBeLessThan(all);
      expect(await settled(() => inside.locator('html').evaluate(() => location.replace('#/explore?view=list')))).toBe(all);
      await settled(() => page.locator('#atlas').evaluate((frame) => (frame.width = 420)));
      await settled(() => page.locator('#atlas').evaluate((frame) => (frame.width = 900)));
      // Out of sight nothing has a size, and nothing is told of it.
      const told = (await heard(page, 'height')).length;
      await page.locator('#atlas').evaluate((frame) => (frame.style.display = 'none'));
      await page.locator('#atlas').evaluate((frame) => (frame.style.display = ''));
      const later = (await heard(page, 'height')).slice(told);
      expect(later.every(({ height }) => height > 100)).toBe(true);
    } finally {
      await end();
    }
  });

  test.describe('under fingers', () => {
    test.use({ hasTouch: true });

    test('one over the map scrolls the host’s page and is told how to move it, two move the map', async ({ page, baseURL, complaints }) => {
      const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en');
      try {
        await inside.locator('.map-canvas canvas').first().waitFor();
        /** The middle of what is seen of the map now. */
        const middle = async () => {
          const { x, y, width } = await inside.getByRole('region', { name: 'Map' }).boundingBox();
          return { x: Math.round(x + width / 2), y: Math.round(Math.max(y, 0) + 200) };
        };
        const map = () => inside.locator('html').evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('map'));
        const scrolled = () => page.evaluate(() => scrollY);
        const session = await page.context().newCDPSession(page);
        const touch = (at, type, ...points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([dx, dy], id) => ({ x: at.x + dx, y: at.y + dy, id })) });
        let at = await middle();
        await touch(at, 'touchStart', [0, 0]);
        for (let dy = -10; dy >= -120; dy -= 10) await touch(at, 'touchMove', [0, dy]);
        await touch(at, 'touchEnd');
        await expect.poll(scrolled).toBeGreaterThan(20);
        await expect(inside.getByText(tr('frame-hint-touch'))).toBeVisible();
        await expect(inside.getByText(tr('frame-hint-wheel'))).toBeHidden();
        expect(await map()).toBeNull();
        // The page may still be on its way.
        let rest;
        await expect(async () => {
          rest = await scrolled();
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          expect(await scrolled()).toBe(rest);
        }).toPass();
        at = await middle();
        await touch(at, 'touchStart', [-60, 0], [60, 0]);
        for (let step = 1; step <= 10; step += 1) await touch(at, 'touchMove', [-60 - 6 * step, 8 * step], [60 + 6 * step, 8 * step]);
        await touch(at, 'touchEnd');
        await expect.poll(map).not.toBeNull();
        expect(await scrolled()).toBe(rest);
      } finally {
        await end();
      }
    });
  });

  test('a dialog opens in the part of a tall frame that is in sight', async ({ page, baseURL, complaints }) => {
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en', { script: HOST, route: '#/calls' });
    try {
      await page.locator('#atlas').evaluate((frame) => (frame.style.minHeight = '2600px'));
      await inside.getByRole('button', { name: 'Export' }).click();
      const dialog = inside.getByRole('dialog', { name: 'Export' });
      await expect(dialog).toBeVisible();
      await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport();
      await expect(dialog.getByRole('button', { name: 'Print' })).toBeInViewport();
    } finally {
      await end();
    }
  });

  test('the sheet of filters opens in the part of a tall frame that is in sight', async ({ page, baseURL, complaints }) => {
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en', { script: HOST, route: '#/explore' });
    try {
      await expect(inside.locator('html')).toHaveAttribute('data-layout', 'auto');
      await page.locator('#atlas').evaluate((frame) => (frame.style.minHeight = '2600px'));
      const explore = new ExplorePage(inside);
      await explore.openFilters.click();
      await expect(explore.filters).toBeInViewport();
      await expect(explore.filters.getByRole('button', { name: 'Close' })).toBeInViewport();
      await explore.hideFilters();
      await expect(explore.filters).toBeHidden();
    } finally {
      await end();
    }
  });

  test('a frame of WordPress’ own is told the height with its word', async ({ page, baseURL, complaints }) => {
    const listen = "const heard = []; addEventListener('message', ({ data }) => data?.secret && heard.push(data));";
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en', { script: listen, route: '#/explore?country=MT&view=list#?secret=Xy12' });
    try {
      await expectCount(inside, sentence({ country: ['MT'] }));
      await expect.poll(() => page.evaluate(() => heard.length)).toBeGreaterThan(0);
      const told = await page.evaluate(() => heard);
      expect(told.every(({ message, value, secret }) => message === 'height' && value > 100 && secret === 'Xy12')).toBe(true);
    } finally {
      await end();
    }
  });

  test('a page of the app in a plain frame lets a form be submitted where its settings name the host', async ({ page, baseURL, complaints, context }) => {
    complaints.allow(/request to another host: http:\/\/localhost:/);
    let server;
    await context.route('**/config.json', (request) => request.fulfill({ json: { ...published, organiser: 'Testing Ltd', embed_origins: [server.origin] } }));
    const src = `${baseURL}index.html?lang=en#/partner-requests/new`;
    server = await host({ '/': around(`<iframe id="atlas" title="Clusters" src="${src}" sandbox="${SANDBOX}" width="900" height="700"></iframe>`) });
    try {
      await page.goto(server.origin);
      const inside = page.frameLocator('#atlas');
      await inside.locator('html[data-app="ready"]').waitFor();
      await inside.getByRole('textbox', { name: tr('field-title') }).fill('Typed in a frame');
      await inside.getByRole('textbox', { name: tr('field-sought') }).fill('Partners');
      // Without the right to submit forms there is not even an event.
      await inside.getByRole('textbox', { name: tr('field-title') }).press('Enter');
      await expect(inside.getByRole('heading', { name: tr('step-partners'), exact: true })).toBeVisible();
    } finally {
      await server.end();
    }
  });

  test('nothing is kept, and nothing kept is looked at', async ({ page, baseURL, complaints }) => {
    await page.addInitScript(() => {
      if (window === top) return;
      window.touched = [];
      for (const name of ['getItem', 'setItem', 'removeItem']) {
        Storage.prototype[name] = (key) => {
          window.touched.push(`${name} ${key}`);
          return null;
        };
      }
      IDBFactory.prototype.open = (name) => {
        window.touched.push(`open ${name}`);
        throw new DOMException('denied', 'SecurityError');
      };
      Object.defineProperty(Document.prototype, 'cookie', { get: () => window.touched.push('cookie'), set: () => window.touched.push('cookie') });
    });
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en');
    try {
      const go = async (hash, heading) => {
        await inside.locator('html').evaluate((_, to) => location.replace(to), hash);
        await expect(inside.getByRole('heading', { level: 1, name: heading })).toBeAttached();
      };
      await go('#/calls', 'Open calls');
      await go('#/shortlist', 'Shortlist');
      await go('#/training/cluster-booster-academy-4/sign-up', tr('frame-form-title'));
      expect(await inside.locator('html').evaluate(() => window.touched)).toEqual([]);
    } finally {
      await end();
    }
  });

  test('a form opens in a page of its own', async ({ page, baseURL, complaints, context }) => {
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en&theme=dark', { route: '#/partner-requests' });
    try {
      const opened = context.waitForEvent('page');
      await inside.getByRole('link', { name: /Introduce a partner request/ }).first().click();
      const own = await opened;
      await own.waitForURL(`${baseURL}index.html?lang=en#/partner-requests/new`);
      await own.locator('html[data-app="ready"]').waitFor();
      await expect(own.getByRole('navigation', { name: 'Main' })).toBeVisible();
      await inside.locator('html').evaluate(() => location.replace('#/organisation/fr-minalogic'));
      const correcting = context.waitForEvent('page');
      await inside.getByRole('link', { name: tr('profile-correct'), exact: true }).click();
      await (await correcting).waitForURL(`${baseURL}index.html?lang=en#/profile/fr-minalogic/edit`);
      // Whoever embeds the form itself gets the way to it.
      await inside.locator('html').evaluate(() => location.replace('#/partner-requests/new'));
      await expect(inside.getByRole('link', { name: tr('frame-form-open') })).toHaveAttribute('href', `${baseURL}index.html?lang=en#/partner-requests/new`);
    } finally {
      await end();
    }
  });

  for (const accent of ['ffff00', '0000ff', '777777', 'ff0000']) {
    for (const theme of ['light', 'dark']) {
      test(`the accent ${accent} can be read in the scheme ${theme}`, async ({ page, baseURL, complaints }) => {
        const { inside, end } = await embedded({ page, baseURL, complaints }, `&lang=en&theme=${theme}&accent=${accent}`, { route: '#/explore?country=FR' });
        try {
          const scheme = await inside.locator('html').evaluate((root) => getComputedStyle(root).colorScheme);
          expect(scheme).toBe(theme);
          const { violations } = await new AxeBuilder({ page }).include('#atlas').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
          expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`)).toEqual([]);
        } finally {
          await end();
        }
      });
    }
  }

  test('only the parts that are named are there', async ({ page, baseURL, complaints }) => {
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en&panels=search', { route: '#/explore?country=MT&view=list' });
    try {
      const explore = new ExplorePage(inside);
      await expect(explore.results).toBeVisible();
      await expect(explore.search).toBeVisible();
      for (const absent of [explore.openFilters, explore.filters, explore.sort, explore.views, explore.chips]) await expect(absent).toBeHidden();
    } finally {
      await end();
    }
  });

  test('a link that is opened as a page of its own is the whole app', async ({ page }) => {
    await page.goto('./index.html?mode=embed&lang=en#/explore?country=MT');
    await page.locator('html[data-app="ready"]').waitFor();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toHaveCount(0);
  });

  test('what a site puts behind the hash is no filter', async ({ page, baseURL, complaints }) => {
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en', { route: '#/explore?country=MT#?secret=Xy12' });
    try {
      await expectCount(inside, sentence({ country: ['MT'] }));
      await inside.locator('html').evaluate(() => location.replace('#?secret=Xy12'));
      await expectCount(inside, sentence());
    } finally {
      await end();
    }
  });

  test('without an origin it says why it cannot start, with the way out', async ({ page, baseURL, complaints }) => {
    complaints.allow(/CORS|Failed to load|origin 'null'|ERR_FAILED|Access to/);
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en', { sandbox: 'allow-scripts', ready: false, route: '#/calls?status=open' });
    try {
      await expect(inside.getByText(tr('frame-no-files'))).toBeVisible();
      const out = inside.getByRole('link', { name: tr('frame-open') });
      await expect(out).toHaveAttribute('href', /index\.html#\/calls\?status=open$/);
      // Nor may it open a window: the address is there to be copied.
      complaints.allow(/Blocked opening/);
      await out.click();
      await expect(inside.getByText(`${baseURL}index.html#/calls?status=open`)).toBeVisible();
      expect(await inside.locator('html').evaluate(() => String(getSelection()))).toBe(`${baseURL}index.html#/calls?status=open`);
    } finally {
      await end();
    }
  });

  test('without an origin, and with windows that stay in the sandbox, its own page says so with the address', async ({ page, baseURL, complaints, context }) => {
    complaints.allow(/CORS|Failed to load|origin 'null'|ERR_FAILED|Access to/);
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en', { sandbox: 'allow-scripts allow-popups', ready: false, route: '#/calls?status=open' });
    try {
      const opened = context.waitForEvent('page');
      await inside.getByRole('link', { name: tr('frame-open') }).click();
      const own = await opened;
      await own.waitForURL(`${baseURL}index.html#/calls?status=open`);
      await expect(own.getByText(tr('frame-no-files'))).toBeVisible();
      await expect(own.getByText(`${baseURL}index.html#/calls?status=open`)).toBeVisible();
      expect(await own.evaluate(() => opener)).toBeNull();
    } finally {
      await end();
    }
  });

  test('without an origin it works where its server lets strangers read', async ({ page, context, baseURL, complaints }) => {
    complaints.allow(/localStorage|sandboxed/);
    await context.route(`${baseURL}**`, async (request) => {
      const response = await request.fetch();
      await request.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
    });
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en', { sandbox: 'allow-scripts', route: '#/explore?country=MT' });
    try {
      await expectCount(inside, sentence({ country: ['MT'] }));
      await inside.getByRole('link', { name: 'List', exact: true }).click();
      await expect(new ExplorePage(inside).results.getByRole('link').first()).toBeVisible();
      await expect(inside.getByText(tr('frame-no-windows'))).toBeHidden();
      // Without the right to open windows the way out is its address, and WordPress is asked to go there.
      complaints.allow(/Blocked opening/);
      await inside.getByRole('link', { name: tr('frame-open') }).click();
      const address = `${baseURL}index.html?lang=en#/explore?country=MT&view=list`;
      await expect(inside.getByRole('status').filter({ hasText: tr('frame-no-windows') })).toContainText(address);
      expect(await inside.locator('html').evaluate(() => String(getSelection()))).toBe(address);
      expect(page.context().pages()).toHaveLength(1);
    } finally {
      await end();
    }
  });

  test('fetches what its view needs, and the rest when somebody goes there', async ({ page, baseURL, complaints }) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
    const parts = () => asked.map((file) => /^([a-z_]+)-[0-9a-f]{16}\.wasm$/.exec(file)?.[1]).filter((name) => name && !['cluster-atlas', 'shared'].includes(name));
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en');
    try {
      await inside.locator('.map-canvas canvas').first().waitFor();
      // Twice idle: what is fetched ahead would have been asked for.
      await inside.locator('html').evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done, { timeout: 1_000 }), { timeout: 1_000 })));
      expect(parts()).toEqual(['map']);
      await inside.locator('html').evaluate(() => location.replace('#/calls'));
      await expect(inside.getByRole('heading', { level: 1, name: 'Open calls' })).toBeAttached();
      expect(parts()).toEqual(['map', 'calls']);
      // What is small and shared comes in one file.
      expect(asked.filter((file) => file.startsWith('shared-'))).toHaveLength(1);
    } finally {
      await end();
    }
  });

  test('only a host that the settings name is told anything', async ({ page, context, baseURL, complaints }) => {
    await context.route('**/config.json', (request) => request.fulfill({ json: { embed_origins: ['https://region.example'] } }));
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en', { script: HOST });
    try {
      await inside.locator('html').evaluate(() => location.replace('#/explore?country=MT'));
      await expectCount(inside, sentence({ country: ['MT'] }));
      expect((await page.evaluate(() => heard)).map(({ type }) => type)).toEqual(['hello']);
      await expect(inside.locator('html')).not.toHaveAttribute('data-layout', 'auto');
    } finally {
      await end();
    }
  });

  test('messages that are none of the host’s change nothing', async ({ page, baseURL, complaints }) => {
    const { inside, end } = await embedded({ page, baseURL, complaints }, '&lang=en');
    try {
      await page.evaluate(() => {
        const { contentWindow } = document.getElementById('atlas');
        for (const data of [null, 1, 'hello', {}, { type: 'hello', height: 'auto' }, { clusterAtlas: 2, type: 'hello', height: 'auto' }, { clusterAtlas: 1, type: 'hallo', height: 'auto' }]) {
          contentWindow.postMessage(data, '*');
        }
      });
      // Not even a right one, from a window that is not its parent.
      await inside.locator('html').evaluate(() => {
        const other = document.createElement('iframe');
        document.body.append(other);
        window.postMessage({ clusterAtlas: 1, type: 'hello', height: 'auto' }, '*');
        other.remove();
      });
      await expectCount(inside, sentence());
      await expect(inside.locator('html')).not.toHaveAttribute('data-layout', 'auto');
    } finally {
      await end();
    }
  });
});
