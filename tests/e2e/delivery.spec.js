// How what was submitted reaches its receiver: by endpoint, mail or file, whatever happens on the way.

import { readFileSync } from 'node:fs';
import { expect, goOffline, open, reload, watchFor } from './atlas.js';
import { tr } from './messages.js';
import { later, refusal, startReceiver } from './receiver.js';
import { ACADEMY, SOMEBODY, SignUpForm, configure, deliverTo, serveTrainings, test } from './taking-part.js';

test.describe('an endpoint', () => {
  async function begin(page, receiver) {
    await deliverTo(page, receiver);
    return SignUpForm.begin(page);
  }

  test('is reached after the whole flow offline, without a reload', async ({ page, context, complaints, receiver }) => {
    const form = await begin(page, receiver);
    await expect(form.heading('step-choose')).toBeVisible();
    await goOffline(context, complaints);
    await form.complete();
    await expect(form.heading('done-saved')).toBeFocused();
    await expect(form.main.getByText(tr('trouble-network'))).toBeVisible();
    expect(receiver.taken.size).toBe(0);
    await context.setOffline(false);
    await expect(form.main.getByText('REF-1')).toBeVisible();
    expect(receiver.taken.size).toBe(1);
  });

  test('gets the sign-up once, and its reference is shown', { tag: '@once' }, async ({ page, receiver }) => {
    const form = await begin(page, receiver);
    await form.complete();
    await expect(form.heading('done-sign-up')).toBeVisible();
    await expect(form.main.getByText('REF-1')).toBeVisible();
    expect(receiver.taken.size).toBe(1);
    const [[key, { body }]] = receiver.taken;
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(body).toMatchObject({
      kind: 'sign-up',
      training: { id: ACADEMY.id },
      sessions: [{ id: 's1', date: '2098-05-05', start: '09:00' }],
      people: [{ given_name: SOMEBODY.givenName, email: SOMEBODY.email }],
      organisation: { name: SOMEBODY.organisation },
      country: 'SE',
      consent: { privacy: true, newsletter: false, language: 'en', text_version: 'cluster-atlas/privacy/2' },
    });
  });

  test('gets one sign-up, however often the connection breaks or errors are answered', { tag: '@once' }, async ({ page, receiver }) => {
    receiver.next('drop-before', 'drop-after', '500-before', '503');
    const form = await begin(page, receiver);
    await form.complete();
    await expect(form.main.getByText('REF-1')).toBeVisible({ timeout: 45_000 });
    expect(receiver.taken.size).toBe(1);
    expect(new Set(receiver.requests.map(({ key }) => key)).size).toBe(1);
    expect(receiver.requests.length).toBe(5);
  });

  test('that leads elsewhere has not taken anything, and is asked again', { tag: '@once' }, async ({ page, receiver }) => {
    receiver.next('302-elsewhere');
    const form = await begin(page, receiver);
    const redirected = await watchFor(page, tr('trouble-redirected'));
    await form.complete();
    await redirected();
    await expect(form.main.getByText('REF-1')).toBeVisible();
    expect(receiver.taken.size).toBe(1);
    receiver.nextWithdrawal([303, { location: receiver.elsewhere, body: '' }]);
    await form.main.getByRole('button', { name: tr('entry-withdraw'), exact: true }).click();
    const redirectedAgain = await watchFor(page, tr('trouble-redirected'));
    await page.getByRole('dialog').getByRole('button', { name: tr('entry-withdraw'), exact: true }).click();
    await redirectedAgain();
    await expect(form.main.getByText(tr('entry-withdrawn'), { exact: true })).toBeVisible();
    expect(receiver.taken.size).toBe(0);
    expect(receiver.followed).toEqual([]);
  });

  test('may have it already', { tag: '@once' }, async ({ page, receiver }) => {
    receiver.next('409');
    const form = await begin(page, receiver);
    await form.complete();
    await expect(form.main.getByText(tr('entry-already'))).toBeVisible();
    expect(receiver.taken.size).toBe(1);
  });

  for (const page_ of ['200-page', '200-no-key', '200-other-key', '200-garbage', '204-empty']) {
    test(`has not acknowledged anything with ${page_}`, { tag: '@once' }, async ({ page, receiver }) => {
      receiver.next(page_);
      const form = await begin(page, receiver);
      const saved = await watchFor(page, tr('done-saved'));
      const unproven = await watchFor(page, tr('trouble-unproven', { status: page_.slice(0, 3) }));
      await form.complete();
      await saved();
      await unproven();
      await expect(form.main.getByText('REF-1')).toBeVisible();
      expect(receiver.taken.size).toBe(1);
      expect(receiver.requests.length).toBe(2);
    });
  }

  test('of which a status is enough has acknowledged with any page', { tag: '@once' }, async ({ page, receiver }) => {
    receiver.next('204-empty');
    const delivery = { delivery: 'endpoint', url: receiver.endpoint, receipt: 'status' };
    await deliverTo(page, receiver, { sign_up: delivery });
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.main.getByText(tr('entry-received'), { exact: true })).toBeVisible();
    expect(receiver.requests.length).toBe(1);
  });

  test('complains about a field, and the correction is accepted', { tag: '@once' }, async ({ page, receiver }) => {
    receiver.next(refusal({ title: 'Invalid', errors: [{ pointer: '/people/0/email', detail: 'No <b>such</b> host' }] }));
    const form = await begin(page, receiver);
    await form.complete();
    await expect(form.main.getByText(tr('entry-rejected'), { exact: true })).toBeVisible();
    await open(page, '#/sign-ups');
    await form.main.getByRole('link', { name: tr('entry-correct') }).click();
    await expect(form.field('field-email')).toHaveValue(SOMEBODY.email);
    await expect(form.field('field-email')).toHaveAccessibleDescription(/No <b>such<\/b> host/);
    await form.field('field-email').fill('zoe@example.net');
    await form.next();
    await form.needs();
    await form.consent.check();
    await form.submit();
    await expect(form.heading('done-sign-up')).toBeVisible();
    expect(receiver.bodies.map((body) => body.people[0].email)).toEqual(['zoe@example.net']);
    await open(page, '#/sign-ups');
    await expect(form.main.getByRole('heading', { name: ACADEMY.title })).toHaveCount(1);
  });

  test('refuses, and what it refused stays until the correction has arrived', { tag: '@once' }, async ({ page, receiver }) => {
    receiver.next(refusal({ detail: 'Full name please' }), later(3_600));
    const form = await begin(page, receiver);
    await form.complete();
    await expect(form.main.getByText(tr('entry-rejected'), { exact: true })).toBeVisible();
    await open(page, '#/sign-ups');
    const link = form.main.getByRole('link', { name: tr('entry-correct') });
    expect(await link.getAttribute('href')).toMatch(/#\/training\/far-academy\/sign-up\?correct=[0-9a-f-]{36}$/);
    await link.click();
    await expect(form.main.getByText('Full name please')).toBeVisible();
    await form.field('field-given-name').fill('Zoë Maria');
    // The address says what is corrected: a reload goes on with it.
    await reload(page);
    await expect(form.field('field-given-name')).toHaveValue('Zoë Maria');
    await form.next();
    await form.needs();
    await form.consent.check();
    await form.submit();
    await expect.poll(() => receiver.requests.length).toBe(2);
    await open(page, '#/sign-ups');
    await expect(form.main.getByRole('heading', { name: ACADEMY.title })).toHaveCount(2);
    await expect(form.main.getByText(tr('entry-corrected'))).toBeVisible();
    await expect(link).toHaveCount(0);
  });

  test('refuses a sign-up for a training that is gone, and no other form is filled in with it', { tag: '@once' }, async ({ page, receiver }) => {
    receiver.next(refusal({ detail: 'Full name please' }));
    const form = await begin(page, receiver);
    await form.complete();
    await expect(form.main.getByText(tr('entry-rejected'), { exact: true })).toBeVisible();
    const [{ key }] = receiver.requests;
    const other = { ...ACADEMY, id: 'other-academy', title: 'Another academy' };
    await serveTrainings(page, [other]);
    await open(page, '#/sign-ups');
    await reload(page);
    await expect(form.main.getByText(tr('entry-correct-gone'))).toBeVisible();
    await expect(form.main.getByRole('link', { name: tr('entry-correct') })).toHaveCount(0);
    await open(page, `#/training/${other.id}/sign-up?correct=${key}`);
    await form.choose();
    await expect(form.field('field-email')).toHaveValue('');
    await open(page, '#/sign-ups');
    await expect(form.main.getByText(tr('entry-rejected'), { exact: true })).toBeVisible();
  });

  test('is told of a withdrawal, and erasing asks first', { tag: '@once' }, async ({ page, receiver }) => {
    const form = await begin(page, receiver);
    await form.complete();
    await expect(form.heading('done-sign-up')).toBeVisible();
    await open(page, '#/sign-ups');
    await form.main.getByRole('button', { name: tr('entry-withdraw'), exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: tr('entry-withdraw'), exact: true }).click();
    await expect(form.main.getByText(tr('entry-withdrawn'), { exact: true })).toBeVisible();
    expect(receiver.taken.size).toBe(0);
    await form.main.getByRole('button', { name: tr('entry-erase'), exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: tr('entry-erase'), exact: true }).click();
    await expect(form.main.getByText(tr('sign-ups-none'))).toBeVisible();
  });

  test('gets hostile input unchanged, and it is shown as text', { tag: '@once' }, async ({ page, receiver }) => {
    const hostile = {
      givenName: '<img src=x onerror=alert(1)>',
      familyName: "Robert'); DROP TABLE people;--",
      email: 'a+b@example.org',
      role: '=HYPERLINK("http://example.org")',
      organisation: '\u202Eevil\u202C ${7*7} {{7*7}} </script><script>alert(1)</script>',
      country: 'SE',
    };
    page.on('dialog', () => {
      throw new Error('a script ran');
    });
    const form = await begin(page, receiver);
    await form.complete(hostile);
    await expect(form.heading('done-sign-up')).toBeVisible();
    const [body] = receiver.bodies;
    expect(body.people[0]).toMatchObject({ given_name: hostile.givenName, family_name: hostile.familyName, role: hostile.role });
    expect(body.organisation.name).toBe(hostile.organisation);
    await open(page, '#/sign-ups');
    await form.main.getByText(tr('entry-contents')).click();
    await expect(form.main.getByText(hostile.givenName)).toBeVisible();
  });

  test('other tabs follow, and one of them sends', { tag: '@once' }, async ({ page, context, receiver }) => {
    receiver.next('429');
    const form = await begin(page, receiver);
    const other = await context.newPage();
    await deliverTo(other, receiver);
    await serveTrainings(other);
    await open(other, '#/sign-ups');
    await form.complete();
    await expect(other.getByRole('heading', { name: ACADEMY.title })).toBeVisible();
    await page.close();
    await expect(other.getByText('REF-1')).toBeVisible();
    expect(receiver.taken.size).toBe(1);
  });

  test('is reached from another page after a visit that could not send', { tag: '@once' }, async ({ page, context, complaints, receiver }) => {
    const form = await begin(page, receiver);
    await goOffline(context, complaints);
    await form.complete();
    await expect(form.main.getByText(tr('trouble-network'))).toBeVisible();
    await page.goto('about:blank');
    await context.setOffline(false);
    await open(page, '#/about-data');
    await expect.poll(() => receiver.taken.size).toBe(1);
  });

  test('that the policy of the page does not allow is told apart from a missing connection', { tag: '@once' }, async ({ page, complaints, receiver }) => {
    complaints.allow(/Content Security Policy/);
    await configure(page, { sign_up: { delivery: 'endpoint', url: receiver.endpoint } });
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.main.getByText(tr('trouble-blocked'))).toBeVisible();
    expect(receiver.requests).toEqual([]);
  });
});

test.describe('another receiver than the one that was agreed to', { tag: '@once' }, () => {
  const named = (organiser, place) => tr('receiver-name', { organiser, place });

  test('gets nothing before the visitor has been asked, with both names', async ({ page, receiver }) => {
    await configure(page, { organiser: 'Old Ltd', sign_up: { delivery: 'mail', to: 'in@old.example' } });
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.main.getByRole('link', { name: tr('entry-open-mail') })).toBeVisible();
    await deliverTo(page, receiver, { organiser: 'New Ltd' });
    await reload(page);
    const names = { old: named('Old Ltd', 'in@old.example'), new: named('New Ltd', new URL(receiver.origin).host) };
    await expect(form.main.getByText(tr('receiver-changed', names))).toBeVisible();
    await expect(form.main.getByText(tr('entry-held'))).toBeVisible();
    expect(receiver.requests).toEqual([]);
    await form.main.getByRole('button', { name: tr('receiver-choose', { new: names.new }) }).click();
    await expect(form.main.getByText('REF-1')).toBeVisible();
    expect(receiver.taken.size).toBe(1);
  });

  test('is not posted what may have arrived at the first', async ({ page, complaints, receiver }) => {
    // A build for the other one does not allow the page to ask the first any more.
    complaints.allow(/Content Security Policy/);
    const other = await startReceiver();
    try {
      receiver.next('drop-after', 'drop-before', 'drop-before', 'drop-before', 'drop-before', 'drop-before');
      await deliverTo(page, receiver, { organiser: 'Old Ltd' });
      const form = await SignUpForm.begin(page);
      await form.complete();
      await expect(form.main.getByText(tr('trouble-network'))).toBeVisible();
      await deliverTo(page, other, { organiser: 'New Ltd' });
      await reload(page);
      const names = { old: named('Old Ltd', new URL(receiver.origin).host), new: named('New Ltd', new URL(other.origin).host) };
      await expect(form.main.getByText(tr('receiver-changed-posted', names))).toBeVisible();
      expect(other.requests).toEqual([]);
      await form.main.getByRole('button', { name: tr('receiver-choose', { new: names.new }) }).click();
      await expect(form.main.getByText('REF-1')).toBeVisible();
      await expect(form.main.getByText(tr('receiver-earlier', { receiver: names.old }))).toBeVisible();
      expect(other.taken.size).toBe(1);
    } finally {
      await other.close();
    }
  });
});

test('a mail has everything, and is sent when the visitor says so', { tag: '@once' }, async ({ page }) => {
  await configure(page, { sign_up: { delivery: 'mail', to: 'in@example.org' } });
  const form = await SignUpForm.begin(page);
  await form.complete();
  const link = form.main.getByRole('link', { name: tr('entry-open-mail') });
  const address = new URL(await link.getAttribute('href'));
  expect(address.pathname).toBe('in@example.org');
  expect(address.searchParams.get('subject')).toBe(tr('mail-subject-sign-up', { title: ACADEMY.title }));
  const text = address.searchParams.get('body');
  for (const part of [SOMEBODY.givenName, SOMEBODY.organisation, 'Sweden']) expect(text).toContain(part);
  await form.main.getByRole('button', { name: tr('entry-i-sent-it') }).click();
  await expect(form.main.getByText(tr('entry-handed-over'), { exact: true })).toBeVisible();
});

test('a file has everything', { tag: '@once' }, async ({ page }) => {
  const form = await SignUpForm.begin(page);
  await form.complete();
  const saved = async (name) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      form.main.getByRole('button', { name, exact: true }).click(),
    ]);
    return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
  };
  const [name, text] = await saved(tr('entry-save-json'));
  expect(name).toMatch(/^sign-up-far-academy-[0-9a-f]{8}\.json$/);
  expect(JSON.parse(text).people[0].family_name).toBe(SOMEBODY.familyName);
  const [, table] = await saved(tr('entry-save-csv'));
  expect(table).toContain(SOMEBODY.email);
});

test.describe('where nothing can be kept', { tag: '@once' }, () => {
  test('because there is no room, it is said before anything is typed, and nobody loses what was submitted', async ({ page, context, baseURL }) => {
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL).origin, quotaSize: 1_000 });
    const form = await SignUpForm.begin(page);
    await expect(form.main.getByText(tr('keeping-full'))).toBeVisible();
    await form.complete();
    await expect(form.main.getByText(tr('entry-not-kept'))).toBeVisible();
    // Whoever closes the page is asked, because the file is not saved.
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      form.main.getByRole('button', { name: tr('entry-save-csv'), exact: true }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(SOMEBODY.email);
  });

  const deny = (page) => page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied by a test', 'SecurityError');
    };
  });

  test('it is said before anything is typed, and the file can be saved', async ({ page }) => {
    await deny(page);
    const form = await SignUpForm.begin(page);
    await expect(form.main.getByText(tr('keeping-denied'))).toBeVisible();
    await form.complete();
    await expect(form.main.getByText(tr('entry-not-kept'))).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      form.main.getByRole('button', { name: tr('entry-save-json'), exact: true }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).people[0].email).toBe(SOMEBODY.email);
  });

  test('an endpoint gets the sign-up all the same, while the page is open', async ({ page, receiver }) => {
    await deny(page);
    await deliverTo(page, receiver);
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.main.getByText('REF-1')).toBeVisible();
    await receiver.close();
  });
});
