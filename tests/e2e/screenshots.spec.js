// The pictures in docs/screenshots, made anew by `npm run screenshots` after `cargo xtask build`. No part of the tests:
// playwright.config.js leaves this file out unless it is asked for.

import { test, expect, open } from './atlas.js';

const PICTURES = {
  phone: [
    ['explore', '#/explore'],
    ['map', '#/explore?view=map'],
    ['profile', '#/organisation/fr-cluster-lumiere'],
    ['calls', '#/calls?at=2024-02-21'],
    ['call', '#/calls/clusters-meet-regions-hosts-2024-2025?at=2024-02-21'],
    ['training', '#/training/cluster-booster-academy-3?at=2024-01-08'],
    ['sign-up', '#/training/cluster-booster-academy-4/sign-up'],
  ],
  laptop: [
    ['explore', '#/explore'],
    ['filtered', '#/explore?country=DE,FR&expertise=photonics'],
    ['coverage', '#/explore?view=coverage'],
    ['profile', '#/organisation/fr-cluster-lumiere'],
    ['calls', '#/calls?at=2024-02-21'],
    ['timeline', '#/calls?at=2024-02-21&status=open&view=timeline'],
    ['call', '#/calls/clusters-meet-regions-hosts-2024-2025?at=2024-02-21'],
    ['trainings', '#/training?at=2024-01-08'],
    ['partner-requests', '#/partner-requests'],
    ['new-partner-request', '#/partner-requests/new'],
  ],
  wall: [
    ['explore', '#/explore?country=ES'],
    ['timeline', '#/calls?at=2024-02-21&view=timeline'],
  ],
};

test.use({ deviceScaleFactor: 1 });

/** Whether the map is on screen: on a phone the list comes first. */
function hasMap(route, size) {
  if (!route.startsWith('#/explore') || route.includes('view=coverage')) return false;
  return size !== 'phone' || route.includes('view=map');
}

for (const scheme of ['light', 'dark']) {
  test(`pictures, ${scheme}`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const [name, route] of PICTURES[info.project.name]) {
      const baseMap = hasMap(route, info.project.name) ? page.waitForResponse(/basemap\/places/) : null;
      // Only another document is loaded anew when nothing but the hash differs.
      await page.goto('about:blank');
      await open(page, route);
      await baseMap;
      await expect(page.getByRole('main')).toBeVisible();
      // Two frames after the base map has come it is drawn.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 300)))));
      await page.screenshot({ path: `docs/screenshots/${name}-${info.project.name}-${scheme}.png` });
    }
  });
}
