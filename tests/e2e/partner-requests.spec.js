// Partner requests: found like everything else, and introduced without an account.

import { expect, open, reload } from './atlas.js';
import { calls, records, vocabularies } from './dataset.js';
import { tr } from './messages.js';
import { refusal } from './receiver.js';
import { SignUpForm, deliverTo, test } from './taking-part.js';

test('the published requests are listed and lead to their pages', async ({ page }) => {
  await open(page, '#/partner-requests');
  const first = page.getByRole('list', { name: 'Results' }).getByRole('heading').first();
  const title = await first.textContent();
  await first.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('a filter by call names the call, not its identifier', { tag: '@once' }, async ({ page }) => {
  await page.route('**/data/partner_requests.json', (request) => {
    const records = calls.slice(0, 2).map((call, at) => ({ id: `r-${at}`, title: `Request ${at}`, call_id: call.id }));
    return request.fulfill({ json: { format: 'cluster-atlas/partner_requests/1', records } });
  });
  await open(page, '#/partner-requests');
  const group = page.getByRole('region', { name: 'Filters' }).getByRole('group', { name: tr('facet-call') });
  await expect(group.getByRole('checkbox', { name: calls[0].title })).toBeVisible();
  await group.getByRole('checkbox', { name: calls[1].title }).check();
  await expect(page.getByRole('button', { name: tr('chip-remove', { what: calls[1].title }) })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('heading')).toHaveText(['Request 1']);
});

test('a profile begins a request, which is delivered with the organisation that asks', { tag: '@once' }, async ({ page, receiver }) => {
  await deliverTo(page, receiver);
  await page.addInitScript(() => {
    const usual = Intl.DisplayNames.prototype.of;
    window.namesAsked = 0;
    Intl.DisplayNames.prototype.of = function (code) {
      window.namesAsked += 1;
      return usual.call(this, code);
    };
  });
  const asks = records[0];
  await open(page, `#/organisation/${asks.id}`);
  await page.getByRole('main').getByRole('link', { name: tr('introduce-request') }).click();
  const form = new SignUpForm(page);
  await expect(form.heading('step-what')).toBeVisible();
  await form.field('field-title').fill('Partners for a pilot');
  await form.field('field-sought').fill('Three clusters\nwith test beds');
  await form.next();
  await expect(form.heading('step-partners')).toBeFocused();
  const places = form.main.getByRole('combobox', { name: tr('field-places') });
  // The names of all countries are asked for once, not with every letter.
  await places.pressSequentially('p');
  await expect(form.main.getByRole('option').first()).toBeVisible();
  const asked = await page.evaluate(() => window.namesAsked);
  await places.pressSequentially('ortu');
  await expect(form.main.getByRole('option')).toHaveText(/^Portugal/);
  expect(await page.evaluate(() => window.namesAsked)).toBe(asked);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.main.getByRole('button', { name: tr('picked-remove', { name: 'Portugal' }) })).toBeVisible();
  await form.next();
  await expect(form.heading('step-who')).toBeFocused();
  await expect(form.main.getByRole('button', { name: tr('picked-remove', { name: asks.name }) })).toBeVisible();
  await form.field('field-contact-name').fill('Zoë Ångström');
  await form.field('field-email').fill('zoe@example.org');
  await form.next();
  await expect(form.heading('step-check')).toBeFocused();
  await form.consent.check();
  await form.submit();
  await expect(form.heading('done-request')).toBeVisible();
  const [body] = receiver.bodies;
  expect(body).toMatchObject({
    kind: 'partner-request',
    request: { title: 'Partners for a pilot', kind: 'partners', places: ['PT'], organisations: [asks.id] },
    contact: { email: 'zoe@example.org' },
  });
  await receiver.close();
});

/** Fills in the first step and goes on. */
async function what(form) {
  await form.field('field-title').fill('Partners for a pilot');
  await form.field('field-sought').fill('Three clusters');
  await form.next();
  await expect(form.heading('step-partners')).toBeFocused();
}

/** Says who asks, agrees, and submits. */
async function handIn(form) {
  await form.field('field-contact-name').fill('Zoë');
  await form.field('field-email').fill('zoe@example.org');
  await form.next();
  await form.consent.check();
  await form.submit();
}

test('a field shows what was typed into it, and nothing that was typed into another', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/partner-requests/new');
  const form = new SignUpForm(page);
  await what(form);
  await form.main.getByLabel(tr('field-deadline')).fill('2027-01-01');
  await form.next();
  await expect(form.heading('step-who')).toBeFocused();
  await expect(form.field('field-email')).toHaveValue('');
  await form.field('field-email').fill('zoe@example.org');
  // Typing in the middle stays in the middle.
  await form.field('field-email').evaluate((input) => input.setSelectionRange(3, 3));
  await page.keyboard.type('.a');
  await expect(form.field('field-email')).toHaveValue('zoe.a@example.org');
  await page.goBack();
  await expect(form.main.getByLabel(tr('field-deadline'))).toHaveValue('2027-01-01');
  await form.main.getByLabel(tr('field-deadline')).fill('');
  await form.next();
  await expect(form.field('field-email')).toHaveValue('zoe.a@example.org');
});

test('what is typed where records are picked is taken or refused, never dropped', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/partner-requests/new');
  const form = new SignUpForm(page);
  await what(form);
  const places = form.main.getByRole('combobox', { name: tr('field-places') });
  await places.pressSequentially('Germa');
  await form.next();
  await expect(form.main.getByRole('group', { name: tr('errors-title') })).toBeFocused();
  await expect(places).toHaveAccessibleDescription(new RegExp(tr('fault-not-picked', { text: 'Germa' })));
  await expect(places).toHaveValue('Germa');
  // Named in full, in any language of the app, it is meant.
  await places.fill('');
  await places.pressSequentially('Deutschland');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await places.pressSequentially('portugal');
  await page.keyboard.press('Enter');
  for (const name of ['Germany', 'Portugal']) {
    await expect(form.main.getByRole('button', { name: tr('picked-remove', { name }) })).toBeVisible();
  }
  await places.pressSequentially('Atlantis');
  await expect(form.main.locator('p', { hasText: tr('suggestions-none') })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(form.heading('step-partners')).toBeVisible();
  await places.fill('');
  await form.next();
  await expect(form.heading('step-who')).toBeFocused();
  // Who is not in the list may ask all the same, in words.
  const askers = form.main.getByRole('combobox', { name: tr('field-askers') });
  await askers.pressSequentially('Zzyzx of no list');
  await form.main.getByRole('button', { name: tr('askers-take') }).click();
  await expect(form.field('field-asker')).toHaveValue('Zzyzx of no list');
  await expect(askers).toHaveValue('');
});

test('what a request is opened with is shown at once, can be changed and taken off', { tag: '@once' }, async ({ page, receiver }) => {
  await deliverTo(page, receiver);
  const [one, two, three] = records;
  await open(page, `#/partner-requests/new?for=${one.id},${two.id},${three.id},nobody&call=nope`);
  const form = new SignUpForm(page);
  await expect(form.main.getByText(tr('carried-wanted'))).toBeVisible();
  await expect(form.main.getByText(tr('carried-unknown'))).toBeVisible();
  for (const name of ['nobody', 'nope']) {
    await form.main.getByRole('button', { name: tr('picked-remove', { name }) }).click();
  }
  await expect(form.main.getByText(tr('carried-unknown'))).toBeHidden();
  await form.main.getByRole('button', { name: tr('picked-remove', { name: three.name }) }).click();
  await form.main.getByRole('button', { name: tr('carried-to-askers') }).click();
  await expect(form.main.getByText(tr('carried-askers'))).toBeVisible();
  await form.main.getByRole('button', { name: tr('carried-to-wanted') }).click();
  await what(form);
  await expect(form.main.getByRole('button', { name: tr('picked-remove', { name: two.name }) })).toBeVisible();
  await form.next();
  await form.field('field-asker').fill('Somebody');
  await form.field('field-contact-name').fill('Zoë');
  await form.field('field-email').fill('zoe@localhost');
  await form.next();
  await expect(form.field('field-email')).toHaveAccessibleDescription(new RegExp(tr('fault-email-host')));
  await form.field('field-email').fill('zoe@example.org');
  await form.next();
  await form.consent.check();
  await form.submit();
  await expect(form.heading('done-request')).toBeVisible();
  const { request } = receiver.bodies[0];
  expect(request.partners).toEqual([one.id, two.id]);
  expect(request.organisations).toBeUndefined();
  expect(request.call).toBeUndefined();
  await receiver.close();
});

test('a submitted request is the draft for another', { tag: '@once' }, async ({ page, receiver }) => {
  await deliverTo(page, receiver);
  await open(page, `#/partner-requests/new?for=${records[0].id}`);
  const form = new SignUpForm(page);
  await what(form);
  await form.next();
  await handIn(form);
  await expect(form.main.getByText('REF-1')).toBeVisible();
  await open(page, '#/sign-ups');
  await form.main.getByRole('link', { name: tr('entry-again') }).click();
  await expect(form.heading('step-what')).toBeFocused();
  await expect(form.field('field-title')).toHaveValue('Partners for a pilot');
  await form.field('field-title').fill('Partners for the real thing');
  await form.next();
  await form.next();
  await expect(form.field('field-email')).toHaveValue('zoe@example.org');
  await form.next();
  // What was agreed to once is agreed to again.
  await expect(form.consent).not.toBeChecked();
  await form.consent.check();
  await form.submit();
  await expect(form.main.getByText('REF-2')).toBeVisible();
  expect(receiver.bodies.map(({ request }) => request.title)).toEqual(['Partners for a pilot', 'Partners for the real thing']);
  expect(receiver.bodies.map(({ request }) => request.organisations)).toEqual([[records[0].id], [records[0].id]]);
  await open(page, '#/sign-ups');
  await expect(form.main.getByRole('article')).toHaveCount(2);
  await receiver.close();
});

test('calls are offered with their state, the open one first, and topics of expertise go along', { tag: '@once' }, async ({ page, receiver }) => {
  await deliverTo(page, receiver);
  const call = { issuer: 'An issuer', opens: '2020-01-01', deadline_known: true };
  await page.route('**/data/calls.json', (request) => request.fulfill({
    json: {
      format: 'cluster-atlas/calls/1',
      records: [
        { ...call, id: 'over', title: 'Photonics of long ago', cutoffs: [{ date: '2020-02-02' }] },
        { ...call, id: 'ahead', title: 'Photonics to come', cutoffs: [{ date: '2098-02-02' }] },
      ],
    },
  }));
  await open(page, `#/partner-requests/new?for=${records[0].id}`);
  const form = new SignUpForm(page);
  await what(form);
  const [topic] = vocabularies.expertise;
  await form.main.getByRole('group', { name: tr('profile-expertise') }).getByRole('checkbox', { name: topic.label.en, exact: true }).check();
  const field = form.main.getByRole('combobox', { name: tr('facet-call') });
  await field.pressSequentially('photonics');
  const options = form.main.getByRole('option');
  await expect(options).toHaveText([/^Photonics to come.*Open/, /^Photonics of long ago.*Closed/]);
  await options.first().click();
  await form.next();
  await handIn(form);
  await expect(form.main.getByText('REF-1')).toBeVisible();
  const [{ request }] = receiver.bodies;
  expect(request).toMatchObject({ expertise: [topic.id], call: { id: 'ahead' } });
  await receiver.close();
});

test('an accepted request is corrected, and the correction says which one it replaces', { tag: '@once' }, async ({ page, receiver }) => {
  await deliverTo(page, receiver);
  await open(page, `#/partner-requests/new?for=${records[0].id}`);
  const form = new SignUpForm(page);
  await what(form);
  await form.next();
  await handIn(form);
  await expect(form.main.getByText('REF-1')).toBeVisible();
  await open(page, '#/sign-ups');
  await form.main.getByRole('link', { name: tr('entry-correct') }).click();
  await expect(form.heading('step-what')).toBeFocused();
  await expect(form.main.getByRole('note').filter({ hasText: /says which one it replaces/ })).toBeVisible();
  await form.field('field-title').fill('Partners for two pilots');
  // The address says what is corrected: a reload goes on with it.
  await reload(page);
  await expect(form.field('field-title')).toHaveValue('Partners for two pilots');
  await form.next();
  await form.next();
  await form.next();
  await expect(form.consent).not.toBeChecked();
  await form.consent.check();
  await form.submit();
  await expect(form.main.getByText('REF-2')).toBeVisible();
  const [first, second] = receiver.bodies;
  expect(first.replaces).toBeUndefined();
  expect(second).toMatchObject({ replaces: first.key, request: { title: 'Partners for two pilots' } });
  expect(second.key).not.toBe(first.key);
  // The one before stays until its owner withdraws or erases it, and is not corrected twice.
  await open(page, '#/sign-ups');
  await expect(form.main.getByRole('article')).toHaveCount(2);
  const before = form.main.getByRole('article').filter({ hasText: 'REF-1' });
  await expect(before.getByText(tr('entry-replaced'))).toBeVisible();
  await expect(before.getByRole('link', { name: tr('entry-correct') })).toHaveCount(0);
  await expect(before.getByRole('button', { name: tr('entry-withdraw') })).toBeVisible();
  await receiver.close();
});

test('a refused request is corrected where it was refused, also after a reload', { tag: '@once' }, async ({ page, receiver }) => {
  receiver.next(refusal({ title: 'Invalid', errors: [
    { pointer: '/contact/email', detail: 'No such host' },
    { pointer: '/people/0', detail: 'Nobody' },
    { pointer: '/consent/privacy', detail: 'Not clear' },
  ] }));
  await deliverTo(page, receiver);
  await open(page, `#/partner-requests/new?for=${records[0].id}`);
  const form = new SignUpForm(page);
  await what(form);
  await form.next();
  await handIn(form);
  await expect(form.main.getByText(tr('entry-rejected'), { exact: true })).toBeVisible();
  await open(page, '#/sign-ups');
  await form.main.getByRole('link', { name: tr('entry-correct') }).click();
  const errors = form.main.getByRole('group', { name: tr('errors-title') });
  for (const again of [false, true]) {
    if (again) await reload(page);
    if (again) await expect(form.heading('step-what')).toBeVisible();
    else await expect(errors).toBeFocused();
    // What names no field of this form is text.
    await expect(errors.getByText('Nobody')).toBeVisible();
    await expect(errors.getByRole('link')).toHaveCount(0);
    await expect(form.field('field-title')).toHaveValue('Partners for a pilot');
    await expect(form.main.getByText(tr('earlier-refused'))).toBeHidden();
  }
  await form.next();
  await form.next();
  await expect(form.field('field-email')).toHaveValue('zoe@example.org');
  await expect(form.field('field-email')).toHaveAccessibleDescription(/No such host/);
  await form.field('field-email').fill('zoe@example.net');
  await form.next();
  await expect(form.heading('step-check')).toBeVisible();
  await expect(form.consent).toHaveAccessibleDescription(/Not clear/);
  await form.consent.check();
  await form.submit();
  await expect(form.heading('done-request')).toBeVisible();
  await open(page, '#/sign-ups');
  await expect(form.main.getByRole('article')).toHaveCount(1);
  await expect(form.heading('drafts-title')).toBeHidden();
  await receiver.close();
});
