// The open calls as a visitor knows them: by roles and names.

import { expect } from '@playwright/test';
import { open } from '../atlas.js';

export class CallsPage {
  constructor(page) {
    this.page = page;
    this.search = page.getByRole('searchbox', { name: 'Search', exact: true });
    this.filters = page.getByRole('region', { name: 'Filters' });
    this.openFilters = page.getByRole('button', { name: /^Filters/ });
    this.status = page.getByRole('status');
    this.notice = page.getByRole('note');
    this.results = page.getByRole('list', { name: 'Results' });
    this.day = page.getByLabel('State on');
    this.timeline = page.getByRole('region', { name: 'Timeline of the calls' });
  }

  async open(parameters = '') {
    await open(this.page, `#/calls${parameters && `?${parameters}`}`);
  }

  async showFilters() {
    if (await this.openFilters.isVisible()) await this.openFilters.click();
    await expect(this.filters).toBeVisible();
  }

  async hideFilters() {
    const close = this.filters.getByRole('button', { name: 'Close' });
    if (await close.isVisible()) await close.click();
  }

  value(facet, label) {
    return this.filters.getByRole('group', { name: facet, exact: true }).getByRole('checkbox', { name: label });
  }

  /** The call in the list that has this title. */
  line(title) {
    return this.results.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  /** The titles in sight, in order: lines out of sight are not in the page. */
  async titles() {
    return this.results.getByRole('heading').allTextContents();
  }
}
