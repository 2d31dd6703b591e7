// The mapping tool as a visitor knows it: by roles and names.

import { expect } from '@playwright/test';
import { open } from '../atlas.js';

/** Where a name may be followed by more: text that is no pattern. */
const beginning = (text) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

export class ExplorePage {
  constructor(page) {
    this.page = page;
    this.search = page
      .getByRole('searchbox', { name: 'Search', exact: true })
      .or(page.getByRole('combobox', { name: 'Search', exact: true }));
    this.suggestions = page.getByRole('listbox', { name: 'Suggestions' });
    this.status = page.getByRole('status');
    this.filters = page.getByRole('region', { name: 'Filters' });
    this.openFilters = page.getByRole('button', { name: /^Filters/ });
    this.map = page.getByRole('region', { name: 'Map' });
    this.card = page.getByRole('group', { name: 'Selected on the map' });
    this.chips = page.getByRole('group', { name: 'Chosen filters' });
    this.clearAll = this.chips.getByRole('button', { name: 'Clear all' });
    this.results = page.getByRole('list', { name: 'Results' });
    this.sort = page.getByRole('combobox', { name: 'Sort by' });
    this.views = page.getByRole('navigation', { name: 'View' });
    this.unlocated = page.getByRole('link', { name: 'Show those without a location' });
    this.matrix = page.getByRole('region', { name: 'Coverage matrix' }).getByRole('table');
  }

  async open(parameters = '') {
    await open(this.page, `#/explore${parameters && `?${parameters}`}`);
  }

  /** Waits for the count sentence. */
  async expectStatus(sentence) {
    await expect(this.status).toHaveText(sentence);
  }

  /** Opens the sheet of filters where they are not beside the results. */
  async showFilters() {
    if (await this.openFilters.isVisible()) await this.openFilters.click();
    await expect(this.filters).toBeVisible();
  }

  async hideFilters() {
    const close = this.filters.getByRole('button', { name: 'Close' });
    if (await close.isVisible()) await close.click();
  }

  /** The group of a facet. */
  facet(name) {
    return this.filters.getByRole('group', { name, exact: true });
  }

  /** A facet's value. */
  value(facet, label) {
    return this.facet(facet).getByRole('checkbox', { name: beginning(label) });
  }

  /** Shows every value of a facet. */
  async showAll(facet) {
    await this.facet(facet)
      .getByRole('button', { name: /^Show all/ })
      .click();
  }

  /** Chooses a facet's value, wherever the filters are. */
  async choose(facet, label) {
    await this.showFilters();
    const all = this.facet(facet).getByRole('button', { name: /^Show all/ });
    if (!(await this.value(facet, label).isVisible()) && (await all.isVisible())) await all.click();
    await this.value(facet, label).check();
    await expect(this.value(facet, label)).toBeChecked();
    await this.hideFilters();
  }

  async expectCount(facet, label, count) {
    await expect(this.value(facet, label)).toHaveAccessibleDescription(
      `${count.toLocaleString('en')} ${count === 1 ? 'organisation' : 'organisations'}`,
    );
  }

  chip(name) {
    return this.chips.getByRole('button', { name: `Remove: ${name}`, exact: true });
  }

  view(name) {
    return this.views.getByRole('link', { name, exact: true });
  }

  /** A result by its organisation's name. */
  result(name) {
    return this.results.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  /** The results that are in the page now, in order. */
  async names() {
    const items = await this.results.getByRole('listitem').all();
    const placed = await Promise.all(
      items.map(async (item) => ({
        at: Number(await item.getAttribute('aria-posinset')),
        name: await item.getByRole('heading').innerText(),
      })),
    );
    return placed.sort((a, b) => a.at - b.at).map(({ name }) => name);
  }

  /** The name of a result whose link is in sight, so that nothing scrolls before it is clicked; none while nothing is. */
  async nameInSight() {
    return this.results.evaluate((list) => {
      const box = list.getBoundingClientRect();
      const isInSight = (link) => {
        const { top, bottom } = link.getBoundingClientRect();
        return top > box.top && bottom < Math.min(box.bottom, innerHeight);
      };
      return [...list.querySelectorAll('h3 a')].find(isInSight)?.textContent;
    });
  }

  /** The result that stands first. */
  get first() {
    return this.results.locator('[aria-posinset="1"]');
  }

  /** Every result in order: the list is walked from top to bottom, because only what is in sight is in the page. */
  async everyName() {
    const names = new Map();
    await this.results.evaluate((list) => list.scrollTo(0, 0));
    for (;;) {
      const seen = await this.results.getByRole('listitem').evaluateAll((items) =>
        items.map((item) => ({
          at: Number(item.getAttribute('aria-posinset')),
          of: Number(item.getAttribute('aria-setsize')),
          name: item.querySelector('h3').textContent,
        })),
      );
      const before = names.size;
      for (const { at, name } of seen) names.set(at, name);
      if (names.size >= (seen[0]?.of ?? 0)) break;
      if (names.size === before) await this.page.evaluate(() => new Promise(requestAnimationFrame));
      await this.results.evaluate((list) => list.scrollBy(0, list.clientHeight));
    }
    return [...names].sort(([a], [b]) => a - b).map(([, name]) => name);
  }

  async scrollResultsToEnd() {
    await this.results.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  }

  /** Opens the export dialog and saves one format; gives the file's name and text. */
  async export(format) {
    await this.page.getByRole('button', { name: 'Export' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Export' });
    const download = this.page.waitForEvent('download');
    await dialog.getByRole('button', { name: format, exact: true }).click();
    const file = await download;
    const chunks = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    await expect(dialog).toBeHidden();
    const bytes = Buffer.concat(chunks);
    return { name: file.suggestedFilename(), bytes, text: bytes.toString('utf8') };
  }
}
