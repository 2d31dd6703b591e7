// Proposals about organisations: registered, corrected, delivered; never shown as published before an edition has them.

import { readFile } from 'node:fs/promises';
import { ORGANISER, expect, goOffline, open, reload } from './atlas.js';
import { accessible } from './accessible.js';
import { label, manifest, records, vocabularies } from './dataset.js';
import { tr } from './messages.js';
import { refusal } from './receiver.js';
import { SignUpForm, configure, deliverTo, test } from './taking-part.js';

const LOCATED = records.find(({ city, location, country, region, expertise }) =>
  country === 'AT' && city && location && region && expertise?.length);

class ProfileForm extends SignUpForm {
  async openNew() {
    await open(this.page, '#/profile/new');
    await expect(this.heading('step-profile')).toBeVisible();
  }

  async openFor({ id }) {
    await open(this.page, `#/profile/${id}/edit`);
    await expect(this.heading('step-profile')).toBeVisible();
  }

  get town() {
    return this.main.getByRole('combobox', { name: tr('profile-town'), exact: false });
  }

  box(list, id) {
    return this.main.getByRole('checkbox', { name: label(list, id), exact: true });
  }

  async pickTown(typed, option) {
    await this.town.fill('');
    await this.town.pressSequentially(typed);
    await this.main.getByRole('option', { name: option }).first().click();
    await expect(this.main.getByText(tr('profile-town-picked'))).toBeVisible();
  }

  async goOnTo(step) {
    await this.next();
    await expect(this.heading(step)).toBeFocused();
  }

  async proposer(relation = 'staff') {
    await this.field('profile-contact-name').fill('Zoë Ångström');
    await this.field('field-email').fill('zoe@example.org');
    await this.main.getByRole('combobox', { name: tr('profile-relation') }).selectOption(relation);
  }

  /** From the first step to the end, with nothing more to fill in than who proposes. */
  async toTheEnd() {
    await this.goOnTo('step-work');
    await this.goOnTo('step-size');
    await this.goOnTo('step-proposer');
    await this.proposer();
    await this.goOnTo('step-check');
    await this.consent.check();
    await this.submit();
  }

  /** What the check says of a field. */
  line(key) {
    const term = this.page.getByRole('term').filter({ hasText: new RegExp(`^${tr(key)}$`) });
    return this.main.locator('dl > div').filter({ has: term }).getByRole('definition');
  }
}

test('a new organisation is registered from the page about the data, with a town of the list', async ({ page, receiver }) => {
  await deliverTo(page, receiver);
  await open(page, '#/about-data');
  const form = new ProfileForm(page);
  await form.main.getByRole('link', { name: tr('profile-about') }).click();
  await expect(form.heading('step-profile')).toBeVisible();
  await form.next();
  await expect(form.main.getByRole('group', { name: tr('errors-title') })).toBeFocused();
  await form.field('profile-name').fill('Photonics Styria');
  await form.field('fact-website').fill('www.photonics.example');
  await form.field('profile-email').fill('zoe.angstrom@photonics.example');
  // Asked about, not refused.
  await expect(form.main.getByText(tr('profile-email-personal'))).toBeVisible();
  await form.field('profile-email').fill('info@photonics.example');
  await expect(form.main.getByText(tr('profile-email-personal'))).toBeHidden();
  await form.goOnTo('step-work');
  await form.town.pressSequentially('Gra');
  await form.next();
  await expect(form.town).toHaveAccessibleDescription(new RegExp(tr('fault-not-picked', { text: 'Gra' })));
  await form.pickTown('Graz', /Austria/);
  await expect(form.country).toHaveValue('AT');
  const [one, two] = vocabularies.ecosystems.map(({ id }) => id);
  const [topic] = vocabularies.expertise.map(({ id }) => id);
  await form.box('ecosystems', one).check();
  await form.box('ecosystems', two).check();
  await form.box('expertise', topic).check();
  await form.goOnTo('step-size');
  await form.field('profile-founded').fill('2019');
  await form.field('profile-members').first().fill('1 200');
  await form.goOnTo('step-proposer');
  await form.proposer();
  await form.goOnTo('step-check');
  await expect(form.line('profile-town')).toHaveText('Graz');
  await expect(form.line('profile-members')).toHaveText('1200');
  await form.consent.check();
  await form.submit();
  await expect(form.heading('done-proposal')).toBeVisible();
  const [body] = receiver.bodies;
  expect(body).toMatchObject({ kind: 'new-profile', contact: { email: 'zoe@example.org' }, profile: { relation: 'staff' } });
  expect(body.profile.record).toBeUndefined();
  expect(body.profile.published).toBe(manifest.published);
  expect(body.profile.changes).toMatchObject({
    name: { to: 'Photonics Styria' },
    website: { to: 'https://www.photonics.example' },
    city: { to: 'Graz' },
    country: { to: 'AT' },
    ecosystems: { to: `${one}\n${two}` },
    expertise: { to: topic },
    members: { to: '1200' },
  });
  expect(body.profile.changes.location.to).toMatch(/^47\.\d+, 15\.\d+$/);
  // Nobody finds it: it is proposed.
  await open(page, '#/explore?q=Photonics%20Styria');
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('link', { name: 'Photonics Styria' })).toHaveCount(0);
  await open(page, '#/sign-ups');
  await expect(form.main.getByText(tr('profile-not-published'))).toBeVisible();
});

test('a correction sends what differs, is said to be proposed, and by the next edition to be published', { tag: '@once' }, async ({ page, receiver }) => {
  await deliverTo(page, receiver);
  await open(page, `#/organisation/${LOCATED.id}`);
  const form = new ProfileForm(page);
  await form.main.getByRole('link', { name: tr('profile-correct') }).click();
  await expect(form.heading('step-profile')).toBeVisible();
  await expect(form.field('profile-name')).toHaveValue(LOCATED.name);
  await form.field('fact-acronym').fill('XYZ');
  await form.goOnTo('step-work');
  await expect(form.town).toHaveValue(LOCATED.city);
  await expect(form.country).toHaveValue(LOCATED.country);
  await expect(form.box('expertise', LOCATED.expertise[0])).toBeChecked();
  await form.goOnTo('step-size');
  await form.goOnTo('step-proposer');
  await form.proposer('member');
  await form.goOnTo('step-check');
  await expect(form.line('fact-acronym')).toHaveText(tr('profile-change', { before: tr('not-known'), after: 'XYZ' }));
  await expect(form.line('profile-name')).toHaveCount(0);
  await form.consent.check();
  await form.submit();
  await expect(form.heading('done-proposal')).toBeVisible();
  const [{ kind, profile }] = receiver.bodies;
  expect({ kind, record: profile.record, changes: profile.changes }).toEqual({
    kind: 'correction',
    record: LOCATED.id,
    changes: { acronym: { to: 'XYZ' } },
  });
  await open(page, `#/organisation/${LOCATED.id}`);
  const proposed = form.main.getByRole('note').filter({ hasText: /not in the published data yet/ });
  await expect(proposed).toBeVisible();
  await expect(form.main.getByText('XYZ', { exact: true })).toHaveCount(0);
  // An edition that holds it.
  await page.route('**/data/organisations*.json', (request) =>
    request.fulfill({ json: { format: 'cluster-atlas/organisations/1', records: [{ ...LOCATED, acronym: 'XYZ' }] } }));
  await reload(page);
  await expect(form.main.getByText('XYZ', { exact: true }).first()).toBeVisible();
  await expect(proposed).toHaveCount(0);
  await open(page, '#/sign-ups');
  await expect(form.main.getByText(tr('profile-is-published'))).toBeVisible();
});

test('nothing changed is nothing to propose, and what is chosen fits together', { tag: '@once' }, async ({ page }) => {
  const form = new ProfileForm(page);
  await form.openFor(LOCATED);
  await form.goOnTo('step-work');
  await form.country.selectOption('PT');
  await form.next();
  await expect(form.town).toHaveAccessibleDescription(new RegExp(tr('fault-other-country', { town: LOCATED.city }).slice(0, 30)));
  await form.country.selectOption(LOCATED.country);
  await form.goOnTo('step-size');
  await form.field('profile-founded').fill('3000');
  await form.next();
  await expect(form.field('profile-founded')).toHaveAccessibleDescription(/1000/);
  await form.field('profile-founded').fill('');
  await form.goOnTo('step-proposer');
  await form.proposer();
  await form.next();
  const errors = form.main.getByRole('group', { name: tr('errors-title') });
  await expect(errors).toBeFocused();
  await expect(errors.getByText(tr('fault-unchanged'))).toBeVisible();
});

test('hostile texts stay texts', { tag: '@once' }, async ({ page, receiver }) => {
  await deliverTo(page, receiver);
  const form = new ProfileForm(page);
  await form.openFor(LOCATED);
  const hostile = '<img src=x onerror="document.title=\'taken\'">{{7*7}}';
  await form.field('fact-acronym').fill(hostile);
  await form.field('profile-summary').fill(`${hostile}\n${hostile}`);
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'https://a@b.example']) {
    await form.field('fact-website').fill(address);
    await form.next();
    await expect(form.field('fact-website')).toHaveAccessibleDescription(tr('fault-website'));
  }
  await form.field('fact-website').fill('');
  await form.toTheEnd();
  await expect(form.heading('done-proposal')).toBeVisible();
  expect(receiver.bodies[0].profile.changes).toMatchObject({ acronym: { to: hostile }, summary: { to: `${hostile}\n${hostile}` } });
  await open(page, '#/sign-ups');
  await form.main.getByText(tr('entry-contents')).click();
  await expect(form.main.getByText(hostile).first()).toBeVisible();
  expect(await page.title()).not.toContain('taken');
  await expect(page.locator('main img')).toHaveCount(0);
});

test('what is proposed without a network is sent when there is one', { tag: '@once' }, async ({ page, context, complaints, receiver }) => {
  await deliverTo(page, receiver);
  const form = new ProfileForm(page);
  await form.openFor(LOCATED);
  await form.field('fact-acronym').fill('XYZ');
  await goOffline(context, complaints);
  await form.toTheEnd();
  await expect(form.heading('done-saved')).toBeVisible();
  expect(receiver.bodies).toEqual([]);
  await context.setOffline(false);
  await expect(form.heading('done-proposal')).toBeVisible();
  expect(receiver.bodies.length).toBe(1);
});

test('what the receiver does not accept is corrected where it stands', { tag: '@once' }, async ({ page, receiver }) => {
  receiver.next(refusal({ errors: [{ pointer: '/profile/changes/acronym/to', detail: 'Too short' }] }));
  await deliverTo(page, receiver);
  const form = new ProfileForm(page);
  await form.openFor(LOCATED);
  await form.field('fact-acronym').fill('X');
  await form.toTheEnd();
  await expect(form.main.getByText(tr('entry-rejected'), { exact: true })).toBeVisible();
  await open(page, '#/sign-ups');
  await form.main.getByRole('link', { name: tr('entry-correct') }).click();
  await expect(form.field('fact-acronym')).toHaveAccessibleDescription(/Too short/);
  await form.field('fact-acronym').fill('XYZ');
  await form.toTheEnd();
  await expect(form.heading('done-proposal')).toBeVisible();
  expect(receiver.bodies.at(-1).profile.changes).toEqual({ acronym: { to: 'XYZ' } });
});

test('what was proposed and changed by somebody else since is not told as not yet published', { tag: '@once' }, async ({ page, receiver }) => {
  await deliverTo(page, receiver);
  const form = new ProfileForm(page);
  await form.openFor(LOCATED);
  await form.field('fact-acronym').fill('XYZ');
  await form.toTheEnd();
  await open(page, '#/sign-ups');
  await expect(form.main.getByText(tr('profile-not-published'))).toBeVisible();
  for (const [acronym, words] of [['XYZ', 'profile-is-published'], ['OTHER', 'profile-changed-since']]) {
    await page.route('**/organisations.json', (to) => to.fulfill({
      json: { format: 'cluster-atlas/organisations/1', records: [{ ...LOCATED, acronym }] },
    }));
    await reload(page);
    await expect(form.main.getByText(tr(words))).toBeVisible();
    await expect(form.main.getByText(tr('profile-not-published'))).toHaveCount(0);
  }
});

test('without a receiver it is a file that the operator can apply, and without anybody there is no form', { tag: '@once' }, async ({ page }) => {
  const form = new ProfileForm(page);
  await form.openFor(LOCATED);
  await expect(form.main.getByText(tr('recipient-file', { receiver: ORGANISER }))).toBeVisible();
  await form.field('fact-acronym').fill('XYZ');
  await form.toTheEnd();
  await expect(form.heading('done-saved')).toBeVisible();
  const saving = page.waitForEvent('download');
  await form.main.getByRole('button', { name: /JSON/ }).first().click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^correction-${LOCATED.id}-[0-9a-f]{8}\\.json$`));
  const body = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(body.profile).toMatchObject({ record: LOCATED.id, changes: { acronym: { to: 'XYZ' } } });
  await configure(page, {});
  await open(page, '#/about-data');
  await reload(page);
  await open(page, `#/profile/${LOCATED.id}/edit`);
  await expect(form.main.getByText(tr('profile-nobody'))).toBeVisible();
  await expect(form.main.getByRole('textbox')).toHaveCount(0);
});

test('a draft is offered again, and an organisation that is not there has no form', { tag: '@once' }, async ({ page, context }) => {
  const form = new ProfileForm(page);
  await form.openNew();
  await form.field('profile-name').fill('Begun');
  await form.goOnTo('step-work');
  const other = new ProfileForm(await context.newPage());
  await open(other.page, '#/profile/new');
  await expect(other.heading('draft-offer-title')).toBeVisible();
  await open(other.page, '#/sign-ups');
  await expect(other.main.getByRole('link', { name: tr('draft-continue') })).toHaveAttribute('href', '#/profile/new');
  await expect(other.main.getByText('Begun', { exact: true })).toBeVisible();
  await other.page.close();
  await open(page, '#/profile/nobody/edit');
  await expect(form.main.getByText(tr('missing-organisation-text', { id: 'nobody' }))).toBeVisible();
});

test('the form goes by keyboard alone, and its steps break no rule that a machine can check', { tag: '@once' }, async ({ page }) => {
  test.slow();
  const form = new ProfileForm(page);
  await form.openFor(LOCATED);
  await accessible(page);
  await form.field('profile-email').focus();
  await page.keyboard.type('zoe.angstrom@example.org');
  await expect(form.main.getByText(tr('profile-email-personal'))).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Enter');
  await expect(form.heading('step-work')).toBeFocused();
  await accessible(page);
  await form.town.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Berlin');
  await expect(form.main.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.town).toHaveValue('Berlin');
  await expect(form.country).toHaveValue('DE');
  await form.town.press('Enter');
  await expect(form.heading('step-size')).toBeFocused();
  await accessible(page);
  await page.keyboard.press('Tab');
  await page.keyboard.type('1998');
  await page.keyboard.press('Enter');
  await expect(form.heading('step-proposer')).toBeFocused();
  await form.proposer();
  await accessible(page);
  await form.field('field-email').press('Enter');
  await expect(form.heading('step-check')).toBeFocused();
  await expect(form.line('profile-town')).toHaveText(tr('profile-change', { before: LOCATED.city, after: 'Berlin' }));
  await expect(form.line('profile-founded')).toContainText('1998');
  await accessible(page);
});

for (const language of ['de', 'fr']) {
  test(`the form speaks ${language}`, { tag: '@once' }, async ({ page }) => {
    await page.goto(`./?lang=${language}#/profile/new`);
    await page.locator('html[data-app="ready"]').waitFor();
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1, name: tr('profile-register', {}, language) })).toBeVisible();
    await main.getByRole('textbox', { name: tr('profile-name', {}, language) }).fill('Neu');
    // What it does is asked in the language of the page first, and in the others of whoever likes.
    const summary = (key) => main.getByRole('textbox', { name: tr(key, {}, language) });
    await summary(`profile-summary-${language}`).fill('Etwas');
    await expect(summary('profile-summary')).toBeHidden();
    await main.getByText(tr('profile-summary-others', {}, language)).click();
    await summary('profile-summary').fill('Something');
    await main.getByRole('button', { name: tr('step-next', {}, language), exact: true }).click();
    await expect(main.getByRole('heading', { name: tr('step-work', {}, language) })).toBeFocused();
    await expect(main.getByText(tr('profile-town-hint', {}, language))).toBeVisible();
  });
}
