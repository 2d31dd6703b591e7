// oEmbed without a server (https://oembed.com): what a site that knows it finds behind a pasted link, and makes of it. A
// build for an address writes these files; those here are held to what it writes by a test of `xtask/src/oembed.rs`.

import { readFileSync } from 'node:fs';
import { expect, test } from './atlas.js';
import { around, host } from './hosts.js';

const FOLDER = 'https://atlas.example/clusters/';
/** A file as a build for `baseURL` writes it. */
const written = (name, baseURL) => readFileSync(new URL(`../fixtures/embed/oembed-${name}`, import.meta.url), 'utf8').replaceAll(FOLDER, baseURL);

const VIEWS = [
  ['calls', 'share/calls', 'Cluster Atlas: calls (12)', '#/calls', 'Open calls'],
  ['hostile', 'share/organisation/fr-minalogic', `</title><script>alert(1)</script>" onload='alert(2)' & Ørsted`, '#/organisation/fr-minalogic', 'Minalogic'],
];

for (const [name, place, title, hash, heading] of VIEWS) {
  test.describe(`a link to the page ${name}`, { tag: '@once' }, () => {
    test('leads to a valid answer, whatever the view is called', async ({ page, baseURL }) => {
      // Read as a consumer does: by a parser of HTML, without running or following anything.
      await page.route('**/share/**', (request) => request.fulfill({ contentType: 'text/html; charset=utf-8', body: written(`${name}.html`, baseURL).replace(/<meta http-equiv[^>]*>/, '') }));
      await page.goto(`${baseURL}${place}.html`);
      await expect(page).toHaveTitle(title);
      await expect(page.locator('link[rel="alternate"][type="application/json+oembed"]')).toHaveAttribute('href', `${baseURL}${place}.json`);
      await expect(page.locator('link[type="application/json+oembed"]')).toHaveAttribute('title', title);
      await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', title);
      await expect(page.locator('script')).toHaveCount(0);
      expect(await page.evaluate(() => [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]).filter((attribute) => attribute.name.startsWith('on')).length)).toBe(0);
      const link = page.getByRole('link', { name: title });
      await expect(link).toHaveAttribute('href', `${baseURL}index.html${hash}`);

      const answer = JSON.parse(written(`${name}.json`, baseURL));
      expect(answer).toMatchObject({ version: '1.0', type: 'rich', title, provider_name: 'Cluster Atlas', provider_url: baseURL });
      for (const side of ['width', 'height']) expect(Number.isInteger(answer[side]) && answer[side] > 0, side).toBe(true);
      expect(typeof answer.html).toBe('string');
    });

    test('opens the view for whoever follows it', async ({ page, baseURL }) => {
      await page.route('**/share/**', (request) => request.fulfill({ contentType: 'text/html; charset=utf-8', body: written(`${name}.html`, baseURL) }));
      await page.goto(`${baseURL}${place}.html`);
      await page.waitForURL(`${baseURL}index.html${hash}`);
      await page.locator('html[data-app="ready"]').waitFor();
      await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
    });

    test('becomes a widget on a page of somebody else, and runs nothing there', async ({ page, baseURL, complaints }) => {
      complaints.allow(/request to another host: http:\/\/localhost:/);
      let alerts = 0;
      page.on('dialog', (dialog) => { alerts += 1; return dialog.dismiss(); });
      const { html, height } = JSON.parse(written(`${name}.json`, baseURL));
      const server = await host({ '/': around(html) });
      try {
        await page.goto(server.origin);
        const frame = page.locator('iframe');
        await expect(frame).toHaveCount(1);
        await expect(frame).toHaveAttribute('title', title);
        await expect(page.locator('main > script')).toHaveCount(0);
        expect(await frame.evaluate(({ clientHeight }) => clientHeight)).toBe(height);
        await page.frameLocator('iframe').locator('html[data-app="ready"]').waitFor();
        await expect(page.frameLocator('iframe').getByRole('heading', { level: 1, name: heading, exact: true })).toBeAttached();
        await expect(page.frameLocator('iframe').getByRole('banner')).toHaveCount(0);
        expect(alerts).toBe(0);
      } finally {
        await server.end();
      }
    });
  });
}
