// Signing up for a training: the way through, what is wrong on it, and that nothing typed is lost.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, open, reload, test } from './atlas.js';
import { tr } from './messages.js';
import { ACADEMY, ELSEWHERE, LAST_MOMENT, PAST, SOMEBODY, SignUpForm, serveTrainings } from './taking-part.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

async function expectAccessible(page, state) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' ')}`);
  expect.soft(told, state).toEqual([]);
}

/** Presses Tab until an element has the focus. */
async function tabTo(page, element) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the element cannot be reached by Tab');
}

test('what is open takes a registration, what is past an expression of interest, the rest leads elsewhere', { tag: '@once' }, async ({ page }) => {
  await serveTrainings(page, [ACADEMY, PAST, ELSEWHERE]);
  const main = page.getByRole('main');
  await open(page, `#/training/${ACADEMY.id}`);
  await expect(main.getByRole('link', { name: tr('sign-up-register'), exact: true })).toBeVisible();
  await open(page, `#/training/${PAST.id}`);
  await expect(main.getByRole('link', { name: tr('sign-up-interest') })).toBeVisible();
  await open(page, `#/training/${ELSEWHERE.id}`);
  await expect(main.getByRole('link', { name: tr('sign-up-elsewhere') })).toHaveAttribute('href', 'https://example.org/register');
  // A day on which it was open opens nothing today.
  await open(page, `#/training/${PAST.id}?at=2022-01-01`);
  await expect(main.getByRole('link', { name: tr('sign-up-interest') })).toBeVisible();
  await expect(main.getByText(tr('sign-up-today-closed'))).toBeVisible();
});

test('what somebody else holds is registered at its address, or there is no form and the page says why', { tag: '@once' }, async ({ page }) => {
  const host = 'Another Cluster';
  const source = 'https://example.org/source';
  const held = { ...ACADEMY, id: 'held', host, sources: [source], url: 'https://example.org/held' };
  const past = { ...PAST, id: 'held-past', host };
  const there = { ...ELSEWHERE, host };
  const here = { ...held, id: 'held-here', registration: 'endpoint' };
  await serveTrainings(page, [held, past, there, here]);
  const main = page.getByRole('main');
  for (const { id } of [held, past]) {
    for (const path of [`#/training/${id}`, `#/training/${id}/sign-up`]) {
      await open(page, path);
      await expect(main.getByText(tr('sign-up-with-host', { host }))).toBeVisible();
      await expect(main.locator('form')).toHaveCount(0);
      for (const way of ['sign-up-register', 'sign-up-interest']) {
        await expect(main.getByRole('link', { name: tr(way), exact: true })).toHaveCount(0);
      }
    }
  }
  await open(page, `#/training/${held.id}/sign-up`);
  await expect(main.getByRole('link', { name: tr('training-page') })).toHaveAttribute('href', held.url);
  await expect(main.locator(`a[href="${source}"]`)).toBeVisible();
  await open(page, `#/training/${there.id}/sign-up`);
  await expect(main.getByText(tr('sign-up-held-by', { host }))).toBeVisible();
  await expect(main.getByRole('link', { name: tr('sign-up-elsewhere') })).toHaveAttribute('href', 'https://example.org/register');
  // Where the data say that this website takes them, it does, and names both before the first step.
  await open(page, `#/training/${here.id}/sign-up`);
  await expect(main.locator('form')).toHaveCount(1);
  await expect(main.getByText(tr('sign-up-held-by', { host }))).toBeVisible();
  await expect(main.locator('.recipient')).toBeVisible();
});

test('at every step no rule of accessibility is broken', { tag: '@axe' }, async ({ page }) => {
  test.slow();
  await serveTrainings(page);
  const form = new SignUpForm(page);
  await open(page, '#/training');
  await expectAccessible(page, 'the list');
  await open(page, `#/training/${ACADEMY.id}`);
  await expectAccessible(page, 'the training');
  await form.open();
  await expect(form.heading('step-choose')).toBeVisible();
  await expectAccessible(page, 'choose');
  await form.next();
  await expect(form.main.getByRole('group', { name: tr('errors-title') })).toBeFocused();
  await expectAccessible(page, 'choose, with an error');
  await form.choose();
  await form.organisation.pressSequentially('photon');
  await expect(page.getByRole('listbox', { name: tr('field-organisation') })).toBeVisible();
  await expectAccessible(page, 'you, with suggestions');
  await page.keyboard.press('Escape');
  await form.main.getByRole('button', { name: tr('person-add') }).click();
  await form.next();
  await expectAccessible(page, 'you, two people, with errors');
  await form.main.getByRole('button', { name: tr('person-remove', { number: 2 }) }).click();
  await form.you();
  await expectAccessible(page, 'needs');
  await form.needs();
  await expectAccessible(page, 'check');
  await form.consent.check();
  await form.submit();
  await expect(form.heading('done-saved')).toBeFocused();
  await expectAccessible(page, 'done');
  await open(page, '#/sign-ups');
  await expect(page.getByRole('heading', { name: ACADEMY.title })).toBeVisible();
  await expectAccessible(page, 'my sign-ups');
});

test('the whole way by keyboard alone', async ({ page }) => {
  await serveTrainings(page);
  const form = new SignUpForm(page);
  await open(page, `#/training/${ACADEMY.id}`);
  await tabTo(page, form.main.getByRole('link', { name: tr('sign-up-register'), exact: true }));
  await page.keyboard.press('Enter');
  await expect(form.heading('step-choose')).toBeVisible();
  await tabTo(page, form.sessions.last());
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(form.heading('step-you')).toBeFocused();
  // On with nothing filled in: the summary has the focus, its first link leads to the field.
  await tabTo(page, form.main.getByRole('button', { name: tr('step-next'), exact: true }));
  await page.keyboard.press('Enter');
  await expect(form.main.getByRole('group', { name: tr('errors-title') })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(form.field('field-given-name')).toBeFocused();
  await expect(form.field('field-given-name')).toHaveAccessibleDescription(tr('fault-missing'));
  for (const text of [SOMEBODY.givenName, SOMEBODY.familyName, SOMEBODY.email, SOMEBODY.role]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await tabTo(page, form.organisation);
  await page.keyboard.type('photon');
  await expect(page.getByRole('listbox', { name: tr('field-organisation') })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.organisation).toHaveValue(/.{3}/);
  await expect(form.heading('step-you')).toBeVisible();
  // The country of the organisation is filled in.
  await expect(form.country).not.toHaveValue('');
  await page.keyboard.press('Enter');
  await expect(form.heading('step-needs')).toBeFocused();
  // The second session is on site: food is asked about.
  await expect(form.field('field-dietary')).toBeVisible();
  await tabTo(page, form.main.getByRole('button', { name: tr('step-next'), exact: true }));
  await page.keyboard.press('Enter');
  await expect(form.heading('step-check')).toBeFocused();
  await tabTo(page, form.consent);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(form.heading('done-saved')).toBeFocused();
});

test('a reload at every step keeps what was typed', { tag: '@once' }, async ({ page }) => {
  const form = await SignUpForm.begin(page);
  await form.sessions.last().check();
  await reload(page);
  await expect(form.sessions.last()).toBeChecked();
  await form.next();
  await form.fillYou();
  await reload(page);
  await expect(form.field('field-family-name')).toHaveValue(SOMEBODY.familyName);
  await expect(form.organisation).toHaveValue(SOMEBODY.organisation);
  await expect(form.country).toHaveValue(SOMEBODY.country);
  await form.next();
  await form.field('field-hopes').fill('To meet\nothers');
  await reload(page);
  await expect(form.field('field-hopes')).toHaveValue('To meet\nothers');
  // Who comes by a link is asked.
  await open(page, '#/about-data');
  await open(page, `#/training/${ACADEMY.id}`);
  await form.main.getByRole('link', { name: tr('sign-up-register'), exact: true }).click();
  await expect(form.heading('draft-offer-title')).toBeVisible();
  await form.main.getByRole('button', { name: tr('draft-continue') }).click();
  await expect(form.field('field-hopes')).toHaveValue('To meet\nothers');
  await form.needs();
  await form.consent.check();
  await form.submit();
  await expect(form.heading('done-saved')).toBeFocused();
  await reload(page);
  await expect(form.heading('done-saved')).toBeVisible();
});

test('the back button goes a step back and keeps what was typed', { tag: '@once' }, async ({ page }) => {
  const form = await SignUpForm.begin(page);
  await form.choose();
  await form.you();
  await page.goBack();
  await expect(form.heading('step-you')).toBeFocused();
  await expect(form.field('field-email')).toHaveValue(SOMEBODY.email);
  await page.goBack();
  await expect(form.sessions.first()).toBeChecked();
  await page.goForward();
  await expect(form.field('field-email')).toHaveValue(SOMEBODY.email);
});

test('that it is done is said when it is kept, not before', { tag: '@once' }, async ({ page }) => {
  // Transactions that change something stay open for as long as somebody asks something of them.
  await page.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction;
    window.store = { isHeld: false, asked: 0 };
    IDBDatabase.prototype.transaction = function transaction(names, mode, ...rest) {
      const begun = begin.call(this, names, mode, ...rest);
      const ask = () => {
        if (!window.store.isHeld) return;
        window.store.asked += 1;
        begun.objectStore(names[0]).get('nothing').onsuccess = ask;
      };
      if (mode === 'readwrite') ask();
      return begun;
    };
  });
  const form = await SignUpForm.begin(page);
  await form.toCheck();
  await page.evaluate(() => {
    window.store.isHeld = true;
  });
  await form.submit();
  await page.waitForFunction(() => window.store.asked > 100);
  await expect(form.heading('step-check')).toBeVisible();
  await page.evaluate(() => {
    window.store.isHeld = false;
  });
  await expect(form.heading('done-saved')).toBeFocused();
});

test('a draft is offered for 30 days', { tag: '@once' }, async ({ page }) => {
  const form = await SignUpForm.begin(page);
  await form.choose();
  await form.fillYou();
  await open(page, '#/sign-ups');
  await expect(form.heading('drafts-title')).toBeVisible();
  const afterDays = async (days) => {
    await page.clock.setFixedTime(Date.now() + days * 86_400_000);
    await reload(page);
  };
  await afterDays(29);
  await expect(form.heading('drafts-title')).toBeVisible();
  await afterDays(31);
  await expect(form.main.getByText(tr('sign-ups-none'))).toBeVisible();
  await expect(form.heading('drafts-title')).toBeHidden();
  await form.open();
  await expect(form.heading('step-choose')).toBeVisible();
});

test('a form that is open in two tabs becomes two', { tag: '@once' }, async ({ page, context }) => {
  const form = await SignUpForm.begin(page);
  await form.choose();
  await form.you();
  const other = await context.newPage();
  await serveTrainings(other);
  const second = new SignUpForm(other);
  await second.open();
  await second.main.getByRole('button', { name: tr('draft-continue') }).click();
  await second.main.getByRole('button', { name: tr('step-back'), exact: true }).click();
  await second.field('field-email').fill('ada@example.org');
  await second.next();
  // Neither loses anything: a reload of each shows its own.
  await form.field('field-hopes').fill('Of the first');
  await second.field('field-hopes').fill('Of the second');
  for (const [tab, hopes, email] of [[form, 'Of the first', SOMEBODY.email], [second, 'Of the second', 'ada@example.org']]) {
    await reload(tab.page);
    await expect(tab.field('field-hopes')).toHaveValue(hopes);
    await tab.main.getByRole('button', { name: tr('step-back'), exact: true }).click();
    await expect(tab.field('field-email')).toHaveValue(email);
    await tab.next();
  }
  // A third one is offered both, and what it throws away is not what the others have open.
  const third = new SignUpForm(await context.newPage());
  await serveTrainings(third.page);
  await open(third.page, '#/sign-ups');
  await expect(third.main.getByRole('link', { name: tr('draft-continue') })).toHaveCount(2);
  await third.open();
  await expect(third.main.getByRole('button', { name: tr('draft-continue') })).toHaveCount(2);
  await third.anew('draft-anew');
  await expect(third.heading('step-choose')).toBeVisible();
  await open(third.page, '#/sign-ups');
  await expect(third.main.getByRole('link', { name: tr('draft-continue') })).toHaveCount(2);
  for (const tab of [second, form]) {
    await tab.needs();
    await tab.consent.check();
    await tab.submit();
    await expect(tab.heading('done-saved')).toBeFocused();
  }
  await open(page, '#/sign-ups');
  await expect(form.main.getByRole('article')).toHaveCount(2);
  for (const email of ['ada@example.org', SOMEBODY.email]) {
    await expect(form.main.getByRole('article').filter({ hasText: email })).toHaveCount(1);
  }
  await expect(form.heading('drafts-title')).toBeHidden();
});

test('two tabs that begin at the same time keep two drafts', { tag: '@once' }, async ({ page, context }) => {
  const tabs = [new SignUpForm(page), new SignUpForm(await context.newPage())];
  for (const tab of tabs) {
    await serveTrainings(tab.page);
    await tab.open();
    await expect(tab.heading('step-choose')).toBeVisible();
  }
  for (const [at, tab] of tabs.entries()) {
    await tab.choose();
    await tab.field('field-given-name').fill(`Tab ${at}`);
  }
  for (const [at, tab] of tabs.entries()) {
    await reload(tab.page);
    await expect(tab.field('field-given-name')).toHaveValue(`Tab ${at}`);
  }
});

test('nothing is thrown away at one click', { tag: '@once' }, async ({ page }) => {
  const form = await SignUpForm.begin(page);
  await form.choose();
  await form.fillYou();
  await form.main.getByRole('button', { name: tr('draft-throw-away') }).click();
  await page.getByRole('dialog').getByRole('button', { name: tr('cancel'), exact: true }).click();
  await expect(form.field('field-email')).toHaveValue(SOMEBODY.email);
  await open(page, '#/about-data');
  await form.open();
  await form.main.getByRole('button', { name: tr('draft-anew'), exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(form.heading('draft-offer-title')).toBeVisible();
  await form.main.getByRole('button', { name: tr('draft-continue') }).click();
  await expect(form.field('field-email')).toHaveValue(SOMEBODY.email);
  await form.anew('draft-throw-away');
  await expect(form.heading('step-choose')).toBeFocused();
  await form.choose();
  await expect(form.field('field-email')).toHaveValue('');
});

test('from the end, back leads to where the form was opened', { tag: '@once' }, async ({ page }) => {
  await serveTrainings(page);
  const form = new SignUpForm(page);
  await open(page, `#/training/${ACADEMY.id}`);
  await form.main.getByRole('link', { name: tr('sign-up-register'), exact: true }).click();
  await form.complete();
  await expect(form.heading('done-saved')).toBeFocused();
  await reload(page);
  await expect(form.heading('done-saved')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/#\/training\/far-academy$/);
  await page.goForward();
  await expect(form.heading('done-saved')).toBeVisible();
});

test('a registration that closes while the form is open is not sent as one, and nothing is lost', { tag: '@once' }, async ({ page }) => {
  await page.clock.setFixedTime(LAST_MOMENT);
  const form = await SignUpForm.begin(page);
  await form.toCheck();
  await page.clock.setFixedTime(new Date('2098-05-02T08:00:00Z'));
  await form.submit();
  await expect(form.main.getByRole('group', { name: tr('errors-title') })).toBeFocused();
  await expect(form.main.getByText(tr('fault-closed'))).toBeVisible();
  const notice = form.main.getByText(/Registration closed on .*1 May 2098/);
  await expect(notice).toBeVisible();
  await expect(form.main.getByText(SOMEBODY.email)).toBeVisible();
  // A later visit says so too, on every step, and makes nothing else of it.
  await reload(page);
  await expect(notice).toBeVisible();
  await expect(form.heading('step-needs')).toBeVisible();
  await form.next();
  await expect(form.main.getByRole('group', { name: tr('errors-title') })).toBeFocused();
  await form.main.getByRole('button', { name: tr('step-back'), exact: true }).click();
  await expect(form.field('field-email')).toHaveValue(SOMEBODY.email);
  await expect(notice).toBeVisible();
  await form.main.getByRole('button', { name: tr('take-interest') }).click();
  await expect(notice).toBeHidden();
  await form.next();
  await form.needs();
  await expect(form.main.getByText(tr('field-sessions'), { exact: true })).toBeHidden();
  await form.consent.check();
  await form.submit();
  await expect(form.heading('done-saved')).toBeFocused();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.main.getByRole('button', { name: tr('entry-save-json'), exact: true }).click(),
  ]);
  const body = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(body).toMatchObject({ kind: 'interest', people: [{ email: SOMEBODY.email }] });
  expect(body.sessions).toBeUndefined();
});

test('where there is nothing to choose, the first step says what it is about', { tag: '@once' }, async ({ page }) => {
  await serveTrainings(page);
  const form = new SignUpForm(page);
  await form.open(PAST.id);
  await expect(form.heading('step-training')).toBeVisible();
  await expect(form.main.getByText(tr('choose-interest'))).toBeVisible();
  await form.next();
  await form.you();
  await form.needs();
  const changes = form.main.getByRole('button', { name: /^Change: / });
  await expect(changes).toHaveCount(2);
});

test('a draft can be thrown away', { tag: '@once' }, async ({ page }) => {
  const form = await SignUpForm.begin(page);
  await form.choose();
  await form.fillYou();
  await open(page, '#/sign-ups');
  await expect(form.heading('drafts-title')).toBeVisible();
  await form.main.getByRole('button', { name: tr('draft-remove-named', { name: ACADEMY.title }) }).click();
  await expect(form.heading('drafts-title')).toBeHidden();
  await form.open();
  await form.choose();
  await expect(form.field('field-email')).toHaveValue('');
});

test('several people keep organisation and sessions', { tag: '@once' }, async ({ page }) => {
  const form = await SignUpForm.begin(page);
  await form.choose();
  await form.fillYou();
  await form.main.getByRole('button', { name: tr('person-add') }).click();
  const second = form.main.getByRole('group', { name: tr('person-number', { number: 2 }) });
  await expect(second.getByRole('textbox', { name: tr('field-given-name') })).toBeFocused();
  await second.getByRole('textbox', { name: tr('field-given-name') }).fill('Ada');
  await second.getByRole('textbox', { name: tr('field-family-name') }).fill('Second');
  await second.getByRole('textbox', { name: tr('field-email') }).fill('ada@');
  await second.getByRole('textbox', { name: tr('field-role') }).fill('Engineer');
  await form.next();
  // What is wrong names the person, and nothing typed is gone.
  const name = tr('person-field', { number: 2, field: tr('field-email') });
  await expect(form.main.getByRole('link', { name: tr('fault-at', { field: name, fault: tr('fault-email') }) })).toBeVisible();
  await expect(second.getByRole('textbox', { name: tr('field-email') })).toHaveValue('ada@');
  await second.getByRole('textbox', { name: tr('field-email') }).fill('ada@example.org');
  await form.next();
  await form.needs();
  for (const text of ['Zoë', 'Ada', SOMEBODY.organisation]) await expect(form.main.getByText(text, { exact: true })).toHaveCount(1);
  // One list a person, under the name.
  for (const name of ['Zoë Ångström', 'Ada Second']) {
    await expect(form.main.getByRole('heading', { level: 4, name })).toBeVisible();
  }
  await form.main.getByRole('button', { name: tr('step-change', { step: tr('step-you') }) }).click();
  await form.main.getByRole('button', { name: tr('person-remove', { number: 1 }) }).click();
  await expect(form.field('field-given-name')).toHaveValue('Ada');
});

test('without the consent nothing is sent, and neither box is ticked for anybody', { tag: '@once' }, async ({ page }) => {
  const form = await SignUpForm.begin(page);
  await form.choose();
  await form.you();
  await form.needs();
  await expect(form.consent).not.toBeChecked();
  await expect(form.main.getByRole('checkbox', { name: tr('consent-newsletter') })).not.toBeChecked();
  await form.submit();
  await expect(form.main.getByRole('group', { name: tr('errors-title') })).toBeFocused();
  await expect(form.consent).toHaveAccessibleDescription(tr('fault-privacy'));
});
