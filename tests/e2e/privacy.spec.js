// No third party, no cookies, and a policy that the page itself keeps.

import { expect, open, reload, test } from './atlas.js';
import { tr } from './messages.js';
import { records } from './dataset.js';
import { SUB_PATH } from './server.js';

const [one, two] = records.filter((record) => record.country === 'SE').map(({ id }) => id);
const ROUTES = [
  '#/explore',
  `#/explore?view=map&sel=${one}`,
  '#/explore?view=coverage',
  `#/organisation/${one}`,
  `#/compare?ids=${one},${two}`,
  `#/shortlist?ids=${one}`,
  '#/about-data',
  '#/training',
  '#/partner-requests',
  '#/nowhere',
];

test.describe('the page', { tag: '@once' }, () => {
  test('keeps its own content security policy everywhere', async ({ page }) => {
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    for (const route of ROUTES) {
      await page.goto('about:blank');
      await open(page, route);
      await page.mouse.move(300, 300);
      expect(await page.evaluate(() => window.violations), route).toEqual([]);
    }
  });

  test('has a policy without inline scripts, inline styles and strangers', async ({ page, request }) => {
    const html = await (await request.get('./')).text();
    const [, policy] = html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
    const directives = Object.fromEntries(policy.split(';').map((part) => part.trim().split(' ')).map(([name, ...values]) => [name, values]));
    expect(directives['default-src']).toEqual(["'none'"]);
    expect(directives['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(directives['style-src']).toEqual(["'self'"]);
    expect(directives['connect-src']).toEqual(["'self'"]);
    await page.setContent('');
    const inline = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'text/html');
      const scripts = [...parsed.scripts].filter((script) => !script.src || script.textContent.trim());
      const styles = [...parsed.querySelectorAll('style, [style]')];
      const handlers = [...parsed.querySelectorAll('*')].filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on')));
      return [...scripts, ...styles, ...handlers].map((element) => element.outerHTML.slice(0, 100));
    }, html);
    expect(inline).toEqual([]);
  });

  test('sets no cookies and keeps nothing until asked', async ({ page, context }) => {
    for (const route of ROUTES) await open(page, route);
    expect(await context.cookies()).toEqual([]);
    const kept = () => page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }));
    expect(await kept()).toEqual({ local: [], session: [], databases: [] });
    await open(page, `#/organisation/${one}`);
    await page.getByRole('article').getByRole('button', { name: /shortlist/i }).click();
    expect(await kept()).toEqual({ local: [`cluster-atlas:${new URL(page.url()).pathname}:shortlist/1`], session: [], databases: [] });
  });

  test('tells nobody where its visitors come from', async ({ page }) => {
    await open(page, '#/about-data');
    const careless = await page.getByRole('link').evaluateAll((links) =>
      links.filter((link) => link.origin !== location.origin && !/noopener/.test(link.rel)).map((link) => link.href),
    );
    expect(careless).toEqual([]);
    expect(await page.locator('meta[name="referrer"]').getAttribute('content')).toBe('no-referrer');
  });

  test('asks only its own folder, and finds everything there', async ({ page }) => {
    const asked = [];
    page.on('response', (response) => asked.push({ place: new URL(response.url()).pathname, status: response.status() }));
    for (const route of ROUTES) {
      await page.goto('about:blank');
      await open(page, route);
    }
    await page.goto('about:blank');
    const base = page.waitForResponse('**/basemap/land-*.json');
    await open(page, '#/explore');
    await base;
    expect(asked.length).toBeGreaterThan(20);
    for (const { place, status } of asked) {
      expect(place.startsWith(SUB_PATH), place).toBe(true);
      expect(status, place).toBe(200);
    }
  });
});

test('works in a deep folder of any site, at every size', async ({ page }) => {
  await open(page);
  expect(new URL(page.url()).pathname).toBe(SUB_PATH);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: tr('nav-about-data'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About the data');
  expect(new URL(page.url()).pathname).toBe(SUB_PATH);
  await reload(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About the data');
});
