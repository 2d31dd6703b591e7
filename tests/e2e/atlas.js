// `test` and `expect` for every spec that opens the page: a test fails when the page complains on the console,
// throws, breaks its own security policy or asks another host for anything.
//
//   import { test, expect } from './atlas.js';
//
// A spec that provokes a complaint on purpose names it: `complaints.allow(/404/)`.

import { readFileSync } from 'node:fs';
import { expect, test as base } from '@playwright/test';

export { expect };

/** The published settings without who runs the deployment, and who does in tests: where nobody is named, there are no forms. */
export const { organiser: _demonstration, ...published } = JSON.parse(readFileSync(new URL('../../public/config.json', import.meta.url), 'utf8'));
export const ORGANISER = 'Testing Ltd';

export const test = base.extend({
  organiser: [
    async ({ context }, use) => {
      const json = { ...published, organiser: ORGANISER };
      await context.route('**/config.json', (request) => request.fulfill({ json }));
      await use(ORGANISER);
    },
    { auto: true },
  ],
  complaints: [
    async ({ page, baseURL }, use) => {
      const own = new URL(baseURL).origin;
      const heard = [];
      const allowed = [];
      page.on('console', (message) => message.type() === 'error' && heard.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`));
      page.on('request', (request) => {
        const address = new URL(request.url());
        if (address.protocol.startsWith('http') && address.origin !== own) {
          heard.push(`request to another host: ${address.href}`);
        }
      });
      await use({ allow: (pattern) => allowed.push(pattern) });
      const rest = heard.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)));
      if (rest.length > 0) throw new Error(`The page complained:\n  ${rest.join('\n  ')}`);
    },
    { auto: true },
  ],
});

/**
 * Cuts the network off. The loader of a chunk that was on its way then complains on the console; what the visitor is
 * told is the test's own business.
 */
export async function goOffline(context, complaints) {
  complaints.allow(/Failed to fetch/);
  await context.setOffline(true);
}

/**
 * Watches the page for a text that may be there for a moment only, as the reason why an attempt failed until the next
 * one succeeds. Call it before what brings the text; what it gives waits until the text has been there.
 */
export async function watchFor(page, text) {
  const seen = await page.evaluateHandle((wanted) => {
    const found = { there: false };
    const look = () => {
      found.there ||= document.body.innerText.includes(wanted);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
    return found;
  }, text);
  return () => expect.poll(() => seen.evaluate(({ there }) => there), { message: text }).toBe(true);
}

const ready = (page) => page.locator('html[data-app="ready"]').waitFor();

/** Opens a route of the page and waits until it is ready: data indexed, first view drawn, input accepted. */
export async function open(page, route = '') {
  await page.goto(`./${route}`);
  await ready(page);
}

/** Loads the page again, and waits until it is ready. */
export async function reload(page) {
  await page.reload();
  await ready(page);
}

/** Begins to load the page, but keeps its organisations back until the function that this gives is called. */
export async function openSlowly(page) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route('**/data/organisations.json', async (request) => {
    await released;
    await request.continue();
  });
  await page.goto('./');
  return async () => {
    release();
    await ready(page);
  };
}
