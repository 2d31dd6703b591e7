// What specs of the worker ask of a page: what is kept on the device, and whether it is complete.

import { expect } from '@playwright/test';

/** The caches of the page's origin, with the addresses in them. */
export const caches = (page) => page.evaluate(async () => {
  const all = {};
  for (const name of await window.caches.keys()) {
    const cache = await window.caches.open(name);
    all[name] = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  }
  return all;
});

/** Waits until an edition of the site in a folder is kept as a whole, with its data: these come last. */
export async function kept(page, id, folder = '/site/') {
  await expect.poll(async () => {
    const all = await caches(page);
    const code = all[`cluster-atlas:${folder}:code:${id}`] ?? [];
    const data = Object.entries(all).find(([name]) => name.startsWith(`cluster-atlas:${folder}:data:`))?.[1] ?? [];
    return code.includes(`${folder}index.html`) && data.includes(`${folder}config.json`);
  }, { timeout: 40_000 }).toBe(true);
}
