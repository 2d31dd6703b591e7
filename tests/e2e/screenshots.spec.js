// The pictures in docs/screenshots, made anew by `npm run screenshots` after `cargo xtask build`. No part of the tests:
// playwright.config.js leaves this file out unless it is asked for.

import { test, expect, open } from './atlas.js';
import { host } from './hosts.js';
import { tr } from './messages.js';

const PICTURES = {
  phone: [
    ['explore', '#/explore'],
    ['map', '#/explore?view=map'],
    ['profile', '#/organisation/fr-cluster-lumiere'],
    ['calls', '#/calls?at=2024-02-21'],
    ['call', '#/calls/clusters-meet-regions-hosts-2024-2025?at=2024-02-21'],
    ['training', '#/training/cluster-booster-academy-3?at=2024-01-08'],
    ['sign-up', '#/training/cluster-booster-academy-4/sign-up'],
    ['search', '#/search?q=textile'],
    ['country', '#/country/AT'],
    ['events-month', '#/events?view=month&month=2024-05&at=2024-02-21'],
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
    ['search', '#/search?q=textile'],
    ['events', '#/events?at=2024-02-21'],
    ['events-month', '#/events?view=month&month=2024-05&at=2024-02-21'],
    ['networks-matrix', '#/networks?view=matrix'],
    ['network', '#/networks/gemstone'],
    ['correction', '#/profile/fr-cluster-lumiere/edit'],
    ['policies', '#/policies'],
    ['countries', '#/countries'],
    ['country', '#/country/AT'],
    ['figures', '#/figures'],
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

// A page of a region with its own colours, and the builder that made its snippet.
const REGION = (own) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A region</title><style>
  body { margin: 0; font: 17px/1.5 Georgia, serif; background: #fbf7f2; color: #2b1d14 }
  header { background: #7a2e1d; color: #fff; padding: 20px 48px; font-size: 24px }
  main { max-width: 1000px; margin: 32px auto; padding: 0 24px }
</style></head><body><header>A region of Europe</header><main>
<h1>Our clusters</h1>
<p>More than forty clusters have their home here. Find those that work on what you need, on the map or in the list.</p>
<a href="${own}index.html?mode=embed&amp;lang=en&amp;accent=7a2e1d&amp;panels=search,filters#/explore?country=ES&amp;region=ES51">Clusters of our region</a>
<script src="${own}embed.js" async></script>
</main></body></html>`;

for (const [scheme, project] of [['light', 'laptop']]) {
  test(`on a host's page, ${scheme}`, async ({ page, baseURL, complaints }, { project: { name } }) => {
    test.skip(name !== project);
    complaints.allow(/request to another host: http:\/\/localhost:/);
    const server = await host({ '/': REGION(baseURL) });
    try {
      await page.goto(server.origin);
      const frame = page.frameLocator('iframe');
      await frame.locator('html[data-app="ready"]').waitFor();
      await frame.locator('.map-canvas canvas').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: `docs/screenshots/embed-host-${name}-${scheme}.png` });
    } finally {
      await server.end();
    }
  });

  test(`the builder, ${scheme}`, async ({ page }, { project: { name } }) => {
    test.skip(name !== project);
    await open(page, '#/embed?of=%23%2Fexplore%3Fcountry%3DES%26region%3DES51');
    await page.frameLocator('iframe').locator('.map-canvas canvas').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `docs/screenshots/embed-builder-${name}-${scheme}.png` });
  });
}

// The steps of the operator's desk, as a strip.
test('the desk', async ({ page }, { project: { name } }) => {
  test.skip(name !== 'laptop');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await open(page, '#/desk');
  const picture = (step) => page.screenshot({ path: `docs/screenshots/desk-${step}-laptop-light.png` });
  await page.getByLabel(tr('desk-file'), { exact: true }).setInputFiles('tests/fixtures/import/workbook.xlsx');
  await expect(page.getByRole('combobox', { name: tr('desk-sheet') })).toBeVisible();
  await picture('1-file');
  const steps = [['2-columns', 'desk-to-columns'], ['3-report', 'desk-to-report'], ['4-compare', 'desk-to-compare'], ['5-publish', 'desk-to-publish']];
  for (const [step, way] of steps) {
    await page.getByRole('button', { name: tr(way) }).click();
    await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
    if (step === '4-compare') await page.getByRole('radio', { name: tr('desk-append') }).check();
    await picture(step);
  }
});

// Two steps that come only where a list has words of its own, or records that may be one.
test('the desk, words and twins', async ({ page }, { project: { name } }) => {
  test.skip(name !== 'laptop');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await open(page, '#/desk');
  const rows = [
    'name,country,city,website,ecosystems',
    'Polo de la Madera,ES,Vigo,https://madera.example,Buildings of wood; Digital',
    'POLO DE LA MADERA,ES,Vigo,,Buildings of wood',
    'Vidrio Norte,ES,Gijón,https://vidrio.example,Old glass',
  ];
  await page.getByLabel(tr('desk-file'), { exact: true }).setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) });
  const steps = [['desk-to-columns'], ['desk-to-report', 'words'], ['desk-words-on', 'twins']];
  for (const [way, step] of steps) {
    await page.getByRole('button', { name: tr(way) }).click();
    await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
    if (step) await page.screenshot({ path: `docs/screenshots/desk-${step}-laptop-light.png` });
  }
});

/** The screen in a hall, upright and across. */
for (const [shape, width, height] of [['portrait', 1080, 1920], ['landscape', 1920, 1080]]) {
  test(`a screen in a hall, ${shape}`, async ({ page }, info) => {
    test.skip(info.project.name !== 'laptop', 'it has a size of its own');
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const places = page.waitForResponse(/basemap\/places/);
    await page.goto('./index.html?mode=kiosk');
    const begin = page.getByRole('button', { name: tr('kiosk-begin') });
    await expect(begin).toBeFocused();
    await places;
    const shot = (name) => page.screenshot({ path: `docs/screenshots/kiosk-${name}-${shape}.png` });
    await shot('attract');
    await begin.click();
    await expect(page.getByRole('main')).toBeFocused();
    if (shape === 'portrait') {
      await expect(async () => {
        await page.getByRole('searchbox', { name: tr('search'), exact: true }).click();
        await expect(page.getByRole('group', { name: tr('keys'), exact: true })).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await shot('keyboard');
    } else {
      await page.getByRole('button', { name: tr('kiosk-take') }).click();
      await expect(page.getByRole('img', { name: tr('kiosk-take-code') })).toBeVisible();
      await shot('take');
    }
  });
}
