// Every page and state, at every size and in both schemes, against the rules of WCAG 2.2 A and AA that a machine
// can check. What only people can check is walked in keyboard.spec.js and layout.spec.js.

import AxeBuilder from '@axe-core/playwright';
import { expect, open, test } from './atlas.js';
import { records } from './dataset.js';
import { serve } from './faults.js';
import { ExplorePage } from './pages/explore.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const located = records.find((record) => record.location && record.expertise?.length);
const some = records.filter((record) => record.country === 'SE').map(({ id }) => id);

/** The findings in a few words: rule, and where. */
const told = (violations) =>
  violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.slice(0, 4).map((node) => `    ${node.html.slice(0, 160)}`).join('\n')}`).join('\n');

/** Fails for every finding, in the light scheme and in the dark one. */
async function expectAccessible(page) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    // A change of scheme changes colours and nothing else.
    const axe = new AxeBuilder({ page });
    const checked = colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await checked.analyze();
    expect(told(violations), colorScheme).toBe('');
  }
}

const STATES = {
  'the mapping tool': async (page) => open(page, '#/explore'),
  'the map alone': async (page) => open(page, `#/explore?view=map&sel=${located.id}`),
  'the list alone, filtered': async (page) => open(page, '#/explore?view=list&country=FR,ATLANTIS&q=pole&near=48.85,2.35,500'),
  'the coverage matrix': async (page) => open(page, '#/explore?view=coverage&country=FR,DE,ES'),
  'nothing found': async (page) => open(page, '#/explore?q=zzzzqqqq&country=FR'),
  'the suggestions': async (page) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.pressSequentially('photon');
    await page.keyboard.press('ArrowDown');
    await expect(explore.suggestions.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  },
  'the filters, all values shown': async (page) => {
    const explore = new ExplorePage(page);
    await explore.open('country=ES');
    await explore.showFilters();
    await explore.showAll('Country');
  },
  'a dialog': async (page) => {
    await open(page, '#/explore?country=EE');
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  },
  'a profile': async (page) => open(page, `#/organisation/${located.id}`),
  'the comparison': async (page) => open(page, `#/compare?ids=${some.slice(0, 4).join(',')}`),
  'a shortlist': async (page) => open(page, `#/shortlist?ids=${some.slice(0, 5).join(',')},gone`),
  'an empty shortlist': async (page) => open(page, '#/shortlist'),
  'the page about the data': async (page) => open(page, '#/about-data'),
  'an unknown page': async (page) => open(page, '#/nowhere'),
  'an unknown organisation': async (page) => open(page, '#/organisation/nobody'),
  'a dataset that failed': async (page) => {
    await serve(page, { contentType: 'text/html', body: '<h1>Sign in</h1>' });
    await page.goto('./');
    await page.locator('html[data-app="failed"]').waitFor();
  },
  'an app that stopped': async (page) => {
    await open(page, '#/explore');
    await page.evaluate(() => dispatchEvent(new CustomEvent('atlas-panic', { detail: 'told by a test' })));
    await page.locator('html[data-app="failed"]').waitFor();
  },
};

for (const [name, reach] of Object.entries(STATES)) {
  test(`${name} breaks no rule that a machine can check`, async ({ page }) => {
    await reach(page);
    await expectAccessible(page);
  });
}

test('while it loads it breaks no rule either', { tag: '@once' }, async ({ page }) => {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route('**/data/organisations.json', async (request) => {
    await released;
    await request.continue();
  });
  await page.goto('./');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expectAccessible(page);
  release();
  await page.locator('html[data-app="ready"]').waitFor();
});
