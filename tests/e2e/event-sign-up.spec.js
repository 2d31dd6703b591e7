// Signing up for an event: on the machinery of the trainings, where this deployment takes registrations, and nowhere else.

import { expect, open } from './atlas.js';
import { tr } from './messages.js';
import { SOMEBODY, SignUpForm, acknowledged, configure, deliverTo, test } from './taking-part.js';

const ORGANISER = 'Testing Ltd';
const OTHER = 'Another Cluster';
/** So far ahead that no clock makes it a past one. */
const DAY = { id: 'far-day', title: 'Cluster day far ahead', kind: 'conference', format: 'onsite', city: 'Graz', country: 'AT', hosts: [ORGANISER], days: [{ date: '2098-05-05', start: '09:00' }, { date: '2098-05-06' }] };
const WHOLE = { id: 'far-weeks', title: 'Weeks far ahead', kind: 'campaign', hosts: [ORGANISER], start: '2098-06-01', end: '2098-06-20' };
const HELD = { ...DAY, id: 'held', hosts: [OTHER] };
const HERE = { ...HELD, id: 'held-here', registration: 'endpoint' };
const UNKNOWN = { ...DAY, id: 'host-unknown', hosts: [] };
const OVER = { ...DAY, id: 'over', days: [{ date: '2022-05-05' }] };
const ELSEWHERE = { ...DAY, id: 'elsewhere', registration: 'https://example.org/register' };

const serveEvents = (page) =>
  page.route('**/data/events.json', (request) =>
    request.fulfill({ json: { format: 'cluster-atlas/events/1', records: [DAY, WHOLE, HELD, HERE, UNKNOWN, OVER, ELSEWHERE] } }));

test('there is a form where the deployment takes registrations, and else none and a reason', { tag: '@once' }, async ({ page }) => {
  await configure(page, { organiser: ORGANISER });
  await serveEvents(page);
  const main = page.getByRole('main');
  const register = main.getByRole('link', { name: tr('sign-up-register'), exact: true });
  for (const { id } of [DAY, WHOLE, HERE]) {
    await open(page, `#/events/${id}`);
    await expect(register).toHaveAttribute('href', `#/events/${id}/sign-up`);
    await open(page, `#/events/${id}/sign-up`);
    await expect(main.locator('form')).toHaveCount(1);
    // Who receives it is named before the first step.
    await expect(main.locator('.recipient')).toBeVisible();
  }
  await expect(main.getByText(tr('event-sign-up-held-by', { host: OTHER }))).toBeVisible();
  for (const { id } of [HELD, UNKNOWN, OVER, ELSEWHERE]) {
    await open(page, `#/events/${id}`);
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(register).toHaveCount(0);
    await open(page, `#/events/${id}/sign-up`);
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(main.locator('form')).toHaveCount(0);
  }
  await expect(main.getByRole('link', { name: tr('sign-up-elsewhere') })).toHaveAttribute('href', ELSEWHERE.registration);
  await open(page, `#/events/${HELD.id}/sign-up`);
  await expect(main.getByText(tr('event-sign-up-with-host', { host: OTHER }))).toBeVisible();
  // The event itself says so, too.
  await open(page, `#/events/${HELD.id}`);
  await expect(main.getByText(tr('event-sign-up-with-host', { host: OTHER }))).toBeVisible();
  await open(page, `#/events/${UNKNOWN.id}`);
  await expect(main.getByText(tr('event-registration-unknown'))).toBeVisible();
  await open(page, '#/events/no-such-event/sign-up');
  await expect(main.locator('form')).toHaveCount(0);
});

test('where nobody would receive it there is no form, and the page says so', { tag: '@once' }, async ({ page }) => {
  await configure(page, { organiser: undefined, contact: undefined, sign_up: { delivery: 'file' } });
  await serveEvents(page);
  for (const path of [`#/events/${HERE.id}`, `#/events/${HERE.id}/sign-up`]) {
    await open(page, path);
    await expect(page.getByRole('main').getByText(tr('event-sign-up-nobody'))).toBeVisible();
    await expect(page.getByRole('main').locator('form')).toHaveCount(0);
  }
});

test('a sign-up for a day of an event arrives with the event, as the contract says', async ({ page, receiver }) => {
  await deliverTo(page, receiver, { organiser: ORGANISER });
  await serveEvents(page);
  const form = new SignUpForm(page);
  await open(page, `#/events/${DAY.id}/sign-up`);
  await expect(form.heading('step-choose')).toBeVisible();
  await form.sessions.last().check();
  await form.next();
  await expect(form.heading('step-you')).toBeFocused();
  await form.fillYou();
  // A draft of an event is found again as one.
  await open(page, '#/sign-ups');
  const draft = form.main.getByRole('listitem').filter({ hasText: tr('draft-continue') });
  await expect(draft).toContainText(DAY.title);
  await draft.getByRole('link').click();
  await form.main.getByRole('button', { name: tr('draft-continue') }).click();
  await expect(form.field('field-given-name')).toHaveValue(SOMEBODY.givenName);
  await form.next();
  await expect(form.heading('step-needs')).toBeFocused();
  await form.needs();
  await form.consent.check();
  await form.submit();
  await acknowledged(page);
  const [body] = receiver.bodies;
  expect(body.event).toEqual({ id: DAY.id, title: DAY.title });
  expect(body.training).toBeUndefined();
  expect(body.sessions).toEqual([{ id: 'd2', date: '2098-05-06' }]);
  await open(page, '#/sign-ups');
  await expect(page.getByRole('heading', { name: DAY.title }).getByRole('link')).toHaveAttribute('href', `#/events/${DAY.id}`);
});
