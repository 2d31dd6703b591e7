// Filters: what they count, what they leave alone, and that every choice is a link.

import { expect, open, test } from './atlas.js';
import { count, counts, label, matching, records, sentence, unlocated, vocabularies } from './dataset.js';
import { tr } from './messages.js';
import { expectParameters } from './pages/address.js';
import { ExplorePage } from './pages/explore.js';

test('choosing a value narrows the results, shows a chip and goes into the address', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open();
  await explore.choose('Country', 'France');
  await explore.expectStatus(sentence({ country: ['FR'] }));
  await expectParameters(page, { country: 'FR' });
  await expect(explore.chip('France')).toBeVisible();
  await explore.chip('France').click();
  await explore.expectStatus(sentence());
  await expectParameters(page, {});
  await expect(explore.chips).toBeHidden();
});

test('what no record says has no filter, and that is said', async ({ page }) => {
  await open(page, '#/events');
  const filters = page.getByRole('region', { name: tr('filters') });
  const words = tr('filters-not-stated', { facets: 'Industrial ecosystem' });
  if (await page.getByRole('button', { name: /^Filters/ }).isVisible()) await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(filters.getByText(words)).toBeVisible();
  await expect(filters.getByRole('group', { name: 'Industrial ecosystem' })).toHaveCount(0);
});

test.describe('counts', { tag: '@once' }, () => {
  test('of a facet do not change with its own selection, those of the others do', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.expectCount('Country', 'Germany', count({ country: ['DE'] }));
    await explore.expectCount('Industrial ecosystem', 'Digital', count({ ecosystem: ['digital'] }));
    await explore.choose('Country', 'France');
    await explore.expectStatus(sentence({ country: ['FR'] }));
    await explore.expectCount('Country', 'Germany', count({ country: ['DE'] }));
    await explore.expectCount('Industrial ecosystem', 'Digital', count({ country: ['FR'], ecosystem: ['digital'] }));
    await explore.choose('Country', 'Germany');
    await explore.expectStatus(sentence({ country: ['FR', 'DE'] }));
    await expectParameters(page, { country: 'DE,FR' });
    await explore.choose('Industrial ecosystem', 'Digital');
    await explore.expectStatus(sentence({ country: ['FR', 'DE'], ecosystem: ['digital'] }));
    await explore.expectCount('Country', 'Spain', count({ country: ['ES'], ecosystem: ['digital'] }));
  });

  test('of every ecosystem and topic are right', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=ES');
    for (const [name, list, facet] of [
      ['Industrial ecosystem', 'ecosystems', 'ecosystem'],
      ['Expertise', 'expertise', 'expertise'],
    ]) {
      if (await explore.facet(name).getByRole('button', { name: /^Show all/ }).isVisible()) await explore.showAll(name);
      const expected = {};
      for (const { id } of vocabularies[list]) {
        const matches = count({ country: ['ES'], [facet]: [id] });
        // Values that would match nothing are not offered.
        if (matches > 0) expected[label(list, id)] = matches;
      }
      const shown = explore.facet(name).getByRole('checkbox');
      await expect(shown).toHaveCount(Object.keys(expected).length);
      const found = {};
      for (const item of await explore.facet(name).getByRole('listitem').all()) {
        const [, text, number] = (await item.innerText()).replace(/\s+/g, ' ').match(/^(.*?) ([\d,]+) organisations? −$/);
        found[text] = Number(number.replace(',', ''));
      }
      expect(found).toEqual(expected);
    }
  });

  test('stand on top for what is chosen', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=MT');
    await expect(explore.facet('Country').getByRole('checkbox').first()).toBeChecked();
    await expect(explore.facet('Country').getByRole('checkbox').first()).toHaveAccessibleName(/^Malta/);
  });
});

test.describe('filters', { tag: '@once' }, () => {
  test('can leave a value out, and the link says so', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    const leaveOut = explore.facet('Country').getByRole('button', { name: tr('facet-leave-out', { value: 'France' }) });
    await expect(leaveOut).toHaveAttribute('aria-pressed', 'false');
    await leaveOut.focus();
    await page.keyboard.press('Enter');
    await expectParameters(page, { country: '-FR' });
    const others = records.filter((record) => record.country !== 'FR').length.toLocaleString('en');
    await expect(explore.status).toHaveText(new RegExp(`^${others} organisations match`));
    await expect(leaveOut).toHaveAttribute('aria-pressed', 'true');
    // Its count stays: so many are left out.
    await explore.expectCount('Country', 'France', count({ country: ['FR'] }));
    await explore.chips.getByRole('button', { name: tr('chip-remove', { what: tr('chip-left-out', { value: 'France' }) }) }).click();
    await explore.expectStatus(sentence());
  });

  test('that leave nothing say which of them is to blame', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=MT&ecosystem=digital&view=list');
    const without = (what, filters) => tr('nothing-without', { what, count: count(filters) });
    expect(count({ country: ['MT'], ecosystem: ['digital'] })).toBe(0);
    await expect(page.getByRole('link', { name: without('Malta', { ecosystem: ['digital'] }) })).toBeVisible();
    await page.getByRole('link', { name: without('Digital', { country: ['MT'] }) }).click();
    await explore.expectStatus(sentence({ country: ['MT'] }));
  });

  test('of regions follow the country', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await expect(explore.value('Region', 'Cataluña')).toBeVisible();
    await explore.choose('Country', 'France');
    await expect(explore.value('Region', 'Cataluña')).toBeHidden();
    const regions = new Set(matching({ country: ['FR'] }).map((record) => record.region?.code).filter(Boolean));
    await explore.showAll('Region');
    await expect(explore.facet('Region').getByRole('checkbox')).toHaveCount(regions.size);
    await explore.value('Region', 'Rhône-Alpes').check();
    await expectParameters(page, { country: 'FR', region: 'FRK2' });
    await explore.expectStatus(sentence({ country: ['FR'], region: ['FRK2'] }));
  });

  test('have a field to find one of many values', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.showAll('Country');
    await explore.facet('Country').getByRole('searchbox').fill('atlantis');
    await expect(explore.facet('Country').getByText(tr('facet-nothing'))).toBeVisible();
    await explore.facet('Country').getByRole('searchbox').fill('turk');
    await expect(explore.facet('Country').getByRole('checkbox')).toHaveCount(1);
    await expect(explore.value('Country', 'Türkiye')).toBeVisible();
    await explore.value('Country', 'Türkiye').check();
    await explore.expectStatus(sentence({ country: ['TR'] }));
  });

  test('mark expertise as inferred', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await expect(explore.facet('Expertise')).toHaveAccessibleDescription(/inferred/i);
  });

  test('are undone one by one with the back button', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.choose('Country', 'Italy');
    await expectParameters(page, { country: 'IT' });
    await explore.choose('Expertise', 'Food and beverages');
    await expectParameters(page, { country: 'IT', expertise: 'food-beverages' });
    await page.goBack();
    await explore.expectStatus(sentence({ country: ['IT'] }));
    await expect(explore.value('Expertise', 'Food and beverages')).not.toBeChecked();
    await page.goBack();
    await explore.expectStatus(sentence());
    await expect(explore.value('Country', 'Italy')).not.toBeChecked();
    await page.goForward();
    await page.goForward();
    await explore.expectStatus(sentence({ country: ['IT'], expertise: ['food-beverages'] }));
    await expect(explore.value('Expertise', 'Food and beverages')).toBeChecked();
  });

  test('are all cleared at once, and the view stays', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('q=cluster&country=IT,ES&ecosystem=digital&located=yes&view=list');
    await expect(explore.chips.getByRole('button', { name: /^Remove/ })).toHaveCount(5);
    await explore.clearAll.click();
    await explore.expectStatus(sentence());
    await expectParameters(page, { view: 'list' });
    await expect(explore.search).toHaveValue('');
  });

  test('that match nothing together say so', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=MT&ecosystem=digital');
    expect(count({ country: ['MT'], ecosystem: ['digital'] })).toBe(0);
    await explore.expectStatus('No organisation matches');
  });
});

test('the notice of those without a location leads to exactly those', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open();
  await explore.unlocated.click();
  await explore.expectStatus(sentence({ located: ['no'] }));
  await expectParameters(page, { located: 'no', view: 'list' });
  await expect(explore.first).toHaveAttribute('aria-setsize', String(counts.organisations.unlocated));
  await expect(explore.unlocated).toBeHidden();
});

test('the notice keeps the other filters', { tag: '@once' }, async ({ page }) => {
  const explore = new ExplorePage(page);
  const country = records.find((record) => !record.location).country;
  await explore.open(`country=${country}`);
  await explore.unlocated.click();
  await expectParameters(page, { country, located: 'no', view: 'list' });
  await expect(explore.first).toHaveAttribute('aria-setsize', String(unlocated({ country: [country] })));
});
