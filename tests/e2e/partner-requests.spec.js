// Partner requests: found like everything else, and introduced without an account.

import { expect, open, test } from './atlas.js';
import { records } from './dataset.js';
import { said } from './messages.js';
import { startReceiver } from './receiver.js';
import { SignUpForm, allowFaults, deliverTo } from './taking-part.js';

test('the published requests are listed and lead to their pages', async ({ page }) => {
  await open(page, '#/partner-requests');
  const first = page.getByRole('list', { name: 'Results' }).getByRole('heading').first();
  const title = await first.textContent();
  await first.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('a profile begins a request, which is delivered with the organisation that asks', { tag: '@once' }, async ({ page, complaints }) => {
  allowFaults(complaints);
  const receiver = await startReceiver();
  await deliverTo(page, receiver);
  const asks = records[0];
  await open(page, `#/organisation/${asks.id}`);
  await page.getByRole('main').getByRole('link', { name: said('introduce-request') }).click();
  const form = new SignUpForm(page);
  await expect(form.heading('step-what')).toBeVisible();
  await form.field('field-title').fill('Partners for a pilot');
  await form.field('field-sought').fill('Three clusters\nwith test beds');
  await form.next();
  await expect(form.heading('step-partners')).toBeFocused();
  const places = form.main.getByRole('combobox', { name: said('field-places') });
  await places.pressSequentially('portu');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.main.getByRole('button', { name: said('picked-remove', { name: 'Portugal' }) })).toBeVisible();
  await form.next();
  await expect(form.heading('step-who')).toBeFocused();
  await expect(form.main.getByRole('button', { name: said('picked-remove', { name: asks.name }) })).toBeVisible();
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
