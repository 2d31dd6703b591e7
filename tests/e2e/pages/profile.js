// Profiles, the comparison, the shortlist and the page about the data, as a visitor knows them.

import { expect } from '@playwright/test';
import { open } from '../atlas.js';
import { records } from '../dataset.js';
import { tr } from '../messages.js';

export class ProfilePage {
  constructor(page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.neighbours = page.getByRole('complementary', { name: 'Neighbours' });
    this.save = page.getByRole('main').getByRole('article').getByRole('button', { name: /shortlist/i });
    this.compare = page.getByRole('link', { name: 'Compare', exact: true });
    this.onMap = page.getByRole('link', { name: 'Show on the map' });
  }

  async open(id) {
    await open(this.page, `#/organisation/${encodeURIComponent(id)}`);
    // Another profile may have stood there, with the same buttons.
    const known = records.find((record) => record.id === id);
    if (known) await expect(this.heading).toHaveText(known.name);
  }

  /** What is said of a named fact. */
  fact(name) {
    const term = this.page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) });
    return term.locator('xpath=following-sibling::dd[1]');
  }

  /** The line that names the facts that are not known. */
  get unknown() {
    return this.page.getByRole('main').getByText(tr('facts-not-known', { names: '' }));
  }

  /** The section of neighbours with this heading. */
  near(name) {
    return this.neighbours.locator('section').filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }
}

export class ComparePage {
  constructor(page) {
    this.page = page;
    this.table = page.getByRole('table');
    this.heads = this.table.getByRole('columnheader').filter({ has: page.getByRole('link') });
  }

  async open(ids) {
    await open(this.page, `#/compare?ids=${ids.join(',')}`);
  }

  row(name) {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });
  }
}

export class ShortlistPage {
  constructor(page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.link = page.getByRole('textbox', { name: 'Link to this list' });
    this.code = page.getByRole('img', { name: 'QR code of the link to this list' });
    this.clear = page.getByRole('button', { name: 'Empty the shortlist' });
    this.keep = page.getByRole('button', { name: 'Add these to my shortlist' });
    this.compare = page.getByRole('link', { name: 'Compare the first four' });
  }

  async open(parameters = '') {
    await open(this.page, `#/shortlist${parameters}`);
  }

  entry(name) {
    return this.page.getByRole('main').getByRole('heading', { level: 3, name, exact: true });
  }

  async expectEntries(names) {
    await expect(this.page.getByRole('main').getByRole('heading', { level: 3 })).toHaveText(names);
  }
}

export class AboutDataPage {
  constructor(page) {
    this.page = page;
    this.report = page.getByRole('region', { name: 'Load report' }).getByRole('table');
    this.findings = page.getByRole('region', { name: 'Findings' }).getByRole('table');
  }

  async open() {
    await open(this.page, '#/about-data');
  }

  figure(name) {
    const term = this.page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) });
    return term.locator('xpath=following-sibling::dd[1]');
  }

  /** The report's rows: `{file, read, loaded, refused, findings}`. */
  async rows() {
    const number = (text) => Number(text.replaceAll(',', ''));
    const rows = await this.report.getByRole('row').all();
    return Promise.all(
      rows.slice(1).map(async (row) => {
        const [read, loaded, refused, findings] = (await row.getByRole('cell').allInnerTexts()).map(number);
        return { file: await row.getByRole('rowheader').innerText(), read, loaded, refused, findings };
      }),
    );
  }
}
