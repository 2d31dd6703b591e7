// The other specs prove nothing about "any static folder" if the server under them is helpful.

import { expect, test } from '@playwright/test';
import { SUB_PATH } from './server.js';

const fetchFrom = (request, address) => request.get(address, { maxRedirects: 0 });

test.describe('the static server', { tag: '@once' }, () => {
  test('has the page in its sub-path only', async ({ request }) => {
    const page = await fetchFrom(request, './');
    expect(page.status()).toBe(200);
    expect(page.headers()['content-type']).toBe('text/html; charset=utf-8');
    for (const elsewhere of ['/', '/index.html', '/a/', '/a/deep/', SUB_PATH.slice(0, -1)]) {
      expect((await fetchFrom(request, elsewhere)).status(), elsewhere).toBe(404);
    }
  });

  test('has no rewrite rules', async ({ request }) => {
    for (const unknown of ['explore', 'organisation/x', 'data', 'data/', 'no-such-file.js', 'index.html/']) {
      expect((await fetchFrom(request, unknown)).status(), unknown).toBe(404);
    }
  });

  test('leaves its folder for nobody', async ({ request }) => {
    for (const outside of ['..%2fpackage.json', '%2e%2e/package.json', '..%5cpackage.json', '%00', '%']) {
      expect((await fetchFrom(request, SUB_PATH + outside)).status(), outside).toBe(404);
    }
  });

  test('names WebAssembly by its type, or it would not be compiled while it loads', async ({ request }) => {
    const page = await (await fetchFrom(request, './')).text();
    const [, module] = page.match(/data-wasm="([^"]+\.wasm)"/);
    const response = await fetchFrom(request, module);
    expect(response.headers()['content-type']).toBe('application/wasm');
  });
});
