// Trainings made for one test, the deployment's settings, and the way through a form.

import { test as base, expect, open, published } from './atlas.js';
import { tr } from './messages.js';
import { startReceiver } from './receiver.js';

/** Its sessions are so far ahead that no clock makes it a past one. */
export const ACADEMY = {
  id: 'far-academy',
  title: 'Academy far ahead',
  kind: 'academy',
  format: 'hybrid',
  sessions: [
    { id: 's1', date: '2098-05-05', start: '09:00', end: '12:00' },
    { id: 's2', date: '2098-05-12', place: 'Turin, Italy' },
  ],
  application_deadline: '2098-05-01',
};

export const PAST = {
  id: 'past-webinar',
  title: 'Webinar of long ago',
  kind: 'webinar',
  format: 'online',
  sessions: [{ id: 's1', date: '2022-02-02', start: '10:00', end: '11:00' }],
};

/** Takes registrations until the end of 1 May 2098, in Brussels. */
export const LAST_MOMENT = new Date('2098-05-01T20:00:00Z');

export const ELSEWHERE = {
  ...ACADEMY,
  id: 'elsewhere',
  title: 'Registers elsewhere',
  registration: 'https://example.org/register',
};

/** Answers the request for the trainings with these. */
export const serveTrainings = (page, records = [ACADEMY, PAST]) =>
  page.route('**/data/trainings.json', (request) =>
    request.fulfill({ json: { format: 'cluster-atlas/trainings/1', records } }));

/** Answers the request for the settings with these on top of the published ones. */
export const configure = (page, settings) =>
  page.route('**/config.json', (request) => request.fulfill({ json: { ...published, ...settings } }));

/** Delivers to a receiver, with the policy in index.html as a build for it has it. */
export async function deliverTo(page, receiver, settings = {}) {
  const delivery = { delivery: 'endpoint', url: receiver.endpoint };
  await configure(page, { sign_up: delivery, partner_requests: delivery, profiles: delivery, ...settings });
  await page.route(/\/sub-path\/(index\.html)?$/, async (request) => {
    const answer = await request.fetch();
    const body = (await answer.text()).replace("connect-src 'self'", `connect-src 'self' ${receiver.origin}`);
    await request.fulfill({ response: answer, body });
  });
}

/** The complaints that a receiver with faults, or no connection, causes on the console. */
function allowFaults(complaints) {
  complaints.allow(/request to another host: http:\/\/127\.0\.0\.1/);
  complaints.allow(/Failed to load resource/);
  complaints.allow(/blocked by CORS policy|net::ERR/);
}

/** `test` with a receiver of its own, where one is asked for: what it is sent has to be as published. */
export const test = base.extend({
  receiver: async ({ complaints }, use) => {
    allowFaults(complaints);
    const receiver = await startReceiver();
    await use(receiver);
    await receiver.close();
    expect(receiver.faults, 'requests that are not as docs/sign-up-endpoint.yaml says').toEqual([]);
  },
});

export const SOMEBODY = {
  givenName: 'Zoë',
  familyName: 'Ångström',
  email: 'zoe@example.org',
  role: 'Cluster manager',
  organisation: 'An organisation of no list',
  country: 'SE',
};

/** Waits until the receiver has acknowledged what waited. How long the app waits between two attempts is no part of it. */
export async function acknowledged(page) {
  await expect(async () => {
    const now = page.getByRole('button', { name: tr('entry-send-now') });
    // It is sent by itself as well, and then there is no button.
    if (await now.isVisible()) await now.click({ timeout: 1_000 });
    await expect(page.getByText('REF-1')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
}

/** The form on the page. */
export class SignUpForm {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole('main');
  }

  /** The form for a training made for the test, opened. */
  static async begin(page) {
    await serveTrainings(page);
    const form = new SignUpForm(page);
    await form.open();
    return form;
  }

  async open(id = ACADEMY.id) {
    await open(this.page, `#/training/${id}/sign-up`);
  }

  heading(step) {
    return this.main.getByRole('heading', { name: tr(step), exact: true });
  }

  field(key, options = {}) {
    return this.main.getByRole('textbox', { name: tr(key), ...options });
  }

  get organisation() {
    return this.main.getByRole('combobox', { name: tr('field-organisation') });
  }

  get country() {
    return this.main.getByRole('combobox', { name: tr('facet-country') });
  }

  get sessions() {
    return this.main.getByRole('group', { name: tr('field-sessions') }).getByRole('checkbox');
  }

  /** Throws what is typed away, as the dialog asks for. */
  async anew(button) {
    await this.main.getByRole('button', { name: tr(button), exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: tr('draft-throw-away'), exact: true }).click();
  }

  get consent() {
    return this.main.getByRole('checkbox', { name: tr('consent-privacy') });
  }

  async next() {
    await this.main.getByRole('button', { name: tr('step-next'), exact: true }).click();
  }

  async submit() {
    await this.main.getByRole('button', { name: tr('step-send'), exact: true }).click();
  }

  async choose() {
    await this.sessions.first().check();
    await this.next();
    await expect(this.heading('step-you')).toBeFocused();
  }

  async fillYou(person = SOMEBODY) {
    await this.field('field-given-name').fill(person.givenName);
    await this.field('field-family-name').fill(person.familyName);
    await this.field('field-email').fill(person.email);
    await this.field('field-role').fill(person.role);
    await this.organisation.fill(person.organisation);
    await this.country.selectOption(person.country);
  }

  async you(person) {
    await this.fillYou(person);
    await this.next();
    await expect(this.heading('step-needs')).toBeFocused();
  }

  async needs() {
    await this.next();
    await expect(this.heading('step-check')).toBeFocused();
  }

  /** From the first step to the last, with the consent given. */
  async toCheck(person) {
    await this.choose();
    await this.you(person);
    await this.needs();
    await this.consent.check();
  }

  /** From the first step to the end. */
  async complete(person) {
    await this.toCheck(person);
    await this.submit();
  }
}
