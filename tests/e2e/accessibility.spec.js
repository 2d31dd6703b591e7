// Every page and state, in the narrow layout and the wide one and in both schemes, against the rules of WCAG 2.2 A and AA that a machine
// can check. What only people can check is walked in keyboard.spec.js and layout.spec.js.

import AxeBuilder from '@axe-core/playwright';
import { expect, open, openSlowly, test } from './atlas.js';
import { serve } from './faults.js';
import { ExplorePage } from './pages/explore.js';
import { VISITS } from './visits.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** The findings in a few words: rule, and where. */
const told = (violations) =>
  violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.slice(0, 4).map((node) => `    ${node.html.slice(0, 160)}`).join('\n')}`).join('\n');

/** Fails for every finding, in the light scheme and in the dark one. */
async function expectAccessible(page, state) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    // A change of scheme changes colours and nothing else.
    // The preview of the builder is a page of its own: frame.spec.js looks at that.
    const axe = new AxeBuilder({ page }).exclude('.embed iframe');
    const checked = colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await checked.analyze();
    expect.soft(told(violations), `${state}, ${colorScheme}`).toBe('');
  }
}

// A page costs a second to start, so the states of a visit are walked in one.
for (const [name, states] of Object.entries(VISITS)) {
  test(`${name}: no rule is broken that a machine can check`, { tag: '@axe' }, async ({ page }) => {
    test.slow();
    let title = '';
    for (const [state, route] of Object.entries(states)) {
      await test.step(state, async () => {
        await open(page, route);
        // Every page but a filtered one has a name of its own: the new one is there when the title has changed.
        if (['every collection', 'the other pages'].includes(name)) await expect(page).not.toHaveTitle(title);
        title = await page.title();
        await expectAccessible(page, state);
      });
    }
  });
}

// States that take a hand to reach.
const REACHED = {
  'the suggestions': async (page) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.pressSequentially('photon');
    await explore.suggestions.getByRole('option').first().waitFor();
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

for (const [name, reach] of Object.entries(REACHED)) {
  test(`${name}: no rule is broken that a machine can check`, { tag: '@axe' }, async ({ page }) => {
    await reach(page);
    await expectAccessible(page, name);
  });
}

test('while it loads: no rule is broken either', { tag: '@once' }, async ({ page }) => {
  const goOn = await openSlowly(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expectAccessible(page, 'loading');
  await goOn();
});
