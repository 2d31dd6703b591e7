// Whether a page keeps all rules that a machine can check, and its width.

import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';

/** Expects that no rule is broken. */
export async function accessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([]);
}

/** Expects the same of a view in both schemes, and that it does not scroll sideways; on a phone, at 320 pixels. */
export async function accessibleAndNarrow(page, route, project) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`), `${route} ${colorScheme}`).toEqual([]);
  }
  if (project.name === 'phone') await page.setViewportSize({ width: 320, height: 640 });
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await expect.poll(wide, { message: route }).toBeLessThanOrEqual(0);
}
