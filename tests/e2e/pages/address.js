// The address bar, read as the URL contract has it.

import { expect } from '@playwright/test';

/** The route of the page's address, without parameters: `/explore`. */
export const route = (page) => new URL(page.url()).hash.slice(1).split('?')[0];

/** The parameters of the page's address: `{country: 'FR'}`. */
export function parameters(page) {
  const [, query = ''] = new URL(page.url()).hash.split('?');
  return Object.fromEntries(new URLSearchParams(query));
}

/** Waits until the address has exactly these parameters; where the map looks may come along. */
export async function expectParameters(page, wanted) {
  await expect
    .poll(() => {
      const { map: _, ...rest } = parameters(page);
      return rest;
    })
    .toEqual(wanted);
}
