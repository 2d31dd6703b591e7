// Every page and state, at every size and in both schemes, against the rules of WCAG 2.2 A and AA that a machine
// can check. What only people can check is walked in keyboard.spec.js and layout.spec.js.

import AxeBuilder from '@axe-core/playwright';
import { expect, open, openSlowly, test } from './atlas.js';
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

// States that an address leads to, walked in one visit each: a page costs a second to start.
const VISITS = {
  'the mapping tool': {
    'map and list': '#/explore',
    'the map alone': `#/explore?view=map&sel=${located.id}`,
    'the list alone, filtered': '#/explore?view=list&country=FR,ATLANTIS&q=pole&near=48.85,2.35,500',
    'the coverage matrix': '#/explore?view=coverage&country=FR,DE,ES',
    'nothing found': '#/explore?q=zzzzqqqq&country=FR',
  },
  'the open calls': {
    'the list': '#/calls?at=2024-02-21',
    'a day without an open call': '#/calls?at=2026-11-22',
    'the timeline': '#/calls?at=2024-02-21&status=open&view=timeline',
  },
  'the other pages': {
    'a call': '#/calls/clusters-meet-regions-hosts-2024-2025?at=2024-02-21',
    'a call that was cancelled': '#/calls/smp-cosme-2024-worth-01?at=2024-02-21',
    'saved calls': '#/saved-calls?ids=pimap4sustainability-upskilling,gone',
    'the partner requests': '#/partner-requests',
    'the events': '#/events?at=2024-02-21',
    'an event': '#/events/ecc-2024?at=2024-02-21',
    'a network': '#/networks/gemstone',
    'a policy': '#/policies/fr-poles-de-competitivite?at=2024-02-21',
    'the resources': '#/resources',
    'a service': '#/resources/euroclusters',
    'a new partner request': '#/partner-requests/new',
    'nothing signed up for': '#/sign-ups',
    'a profile': `#/organisation/${located.id}`,
    'an unknown organisation': '#/organisation/nobody',
    'the comparison': `#/compare?ids=${some.slice(0, 4).join(',')}`,
    'an empty shortlist': '#/shortlist',
    'the page about the data': '#/about-data',
    'a shortlist': `#/shortlist?ids=${some.slice(0, 5).join(',')},gone`,
    'the builder of snippets': '#/embed',
    'what is kept, all of it': '#/mine?events=ecc-2024&organisations=' + some.slice(0, 2).join(','),
    'a search of everything': '#/search?q=textile',
    'an unknown page': '#/nowhere',
  },
};

for (const [name, states] of Object.entries(VISITS)) {
  test(`${name}: no rule is broken that a machine can check`, async ({ page }) => {
    test.slow();
    let title = '';
    for (const [state, route] of Object.entries(states)) {
      await test.step(state, async () => {
        await open(page, route);
        // Every page but a filtered one has a name of its own: the new one is there when the title has changed.
        if (name === 'the other pages') await expect(page).not.toHaveTitle(title);
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
  test(`${name}: no rule is broken that a machine can check`, async ({ page }) => {
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
