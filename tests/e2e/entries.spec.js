// What is said of an entry, on the last page of the form and among the sign-ups: never more than is true.

import { readFileSync } from 'node:fs';
import { expect, goOffline, open, reload, watchFor } from './atlas.js';
import { tr } from './messages.js';
import { accepted, gone, later } from './receiver.js';
import { ACADEMY, SOMEBODY, SignUpForm, configure, deliverTo, serveTrainings, test } from './taking-part.js';

const MAIL = { sign_up: { delivery: 'mail', to: 'in@example.org' } };

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync(await download.path(), 'utf8');
}

async function withdraw(page, form, words) {
  await form.main.getByRole('button', { name: tr('entry-withdraw'), exact: true }).click();
  await expect(page.getByRole('dialog').getByText(tr(words))).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: tr('entry-withdraw'), exact: true }).click();
}

const calendar = (form) => form.main.getByRole('button', { name: tr('calendar-my-sessions') });

async function mailBody(form) {
  const link = form.main.getByRole('link', { name: tr('entry-open-mail') });
  return new URL(await link.getAttribute('href')).searchParams.get('body');
}

test.describe('an endpoint', { tag: '@once' }, () => {
  test('that is gone has withdrawn nothing: nobody here has', async ({ page, receiver }) => {
    receiver.next(gone, gone);
    await deliverTo(page, receiver);
    const form = await SignUpForm.begin(page);
    const reason = await watchFor(page, tr('trouble-gone'));
    const saved = await watchFor(page, tr('done-saved'));
    await form.complete();
    await reason();
    await saved();
    await expect(form.main.getByText(tr('entry-withdrawn'), { exact: true })).toHaveCount(0);
    await expect(form.main.getByText('REF-1')).toBeVisible({ timeout: 20_000 });
  });

  test('that asks to wait is waited for, with a word about it instead of a dead button', async ({ page, receiver }) => {
    receiver.next(later(3_600));
    await deliverTo(page, receiver);
    const form = await SignUpForm.begin(page);
    await form.complete();
    const asked = new RegExp(tr('entry-asked-to-wait', { moment: 'MOMENT' }).split('MOMENT')[0]);
    await expect(form.main.getByText(asked)).toBeVisible();
    await expect(form.main.getByRole('button', { name: tr('entry-send-now') })).toHaveCount(0);
    expect(receiver.requests.length).toBe(1);
  });

  test('that asked a clock that was a week ahead is reached when the clock is right', async ({ page, receiver }) => {
    const now = Date.now();
    receiver.next(later(2));
    await page.clock.setFixedTime(now + 7 * 86_400_000);
    await deliverTo(page, receiver);
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect.poll(() => receiver.requests.length).toBe(1);
    await page.clock.setFixedTime(now);
    await reload(page);
    await expect(form.main.getByText(tr('entry-queued'), { exact: true })).toBeVisible();
    await page.clock.setFixedTime(now + 10_000);
    await reload(page);
    await expect(form.main.getByText('REF-1')).toBeVisible();
  });

  test('that has a waiting list makes the heading say so, and the dates tentative', async ({ page, receiver }) => {
    receiver.next(accepted('waiting_list'));
    await deliverTo(page, receiver);
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.heading('done-waiting-list')).toBeVisible();
    expect(await downloaded(page, calendar(form))).toContain('STATUS:TENTATIVE');
    await open(page, '#/sign-ups');
    await withdraw(page, form, 'withdraw-text');
    await expect(form.main.getByText(tr('entry-withdrawn'), { exact: true })).toBeVisible();
    await expect(calendar(form)).toHaveCount(0);
  });
});

test.describe('a mail', { tag: '@once' }, () => {
  test('says what was agreed to, and is taken back by another mail', async ({ page }) => {
    await configure(page, MAIL);
    const form = await SignUpForm.begin(page);
    await form.complete();
    const body = await mailBody(form);
    const line = (label, value) => tr('mail-line', { label: tr(label), value });
    for (const part of [
      line('record-kind', tr('entry-kind-sign-up')),
      line('record-training-id', ACADEMY.id),
      line('record-privacy', tr('record-yes')),
      line('record-newsletter', tr('record-no')),
      'cluster-atlas/privacy/2, en, ',
    ]) expect(body).toContain(part);
    await expect(form.main.getByText(tr('mail-attach'))).toHaveCount(0);
    await withdraw(page, form, 'withdraw-by-mail');
    await expect(form.heading('done-withdrawn')).toBeVisible();
    await expect(calendar(form)).toHaveCount(0);
    await expect(form.main.getByRole('link', { name: tr('entry-withdraw-mail') })).toBeVisible();
  });

  test('that cannot hold everything asks for the file first', async ({ page }) => {
    await configure(page, MAIL);
    const form = await SignUpForm.begin(page);
    await form.choose();
    await form.you();
    await form.field('field-hopes').fill('wants to learn everything '.repeat(70));
    await form.needs();
    await form.consent.check();
    await form.submit();
    const note = form.main.getByRole('note').filter({ hasText: tr('mail-attach') });
    for (const route of [null, '#/sign-ups']) {
      if (route) await open(page, route);
      const body = await mailBody(form);
      expect(body).toMatch(/sign-up-far-academy-[0-9a-f]{8}\.json/);
      expect(body).toContain('cluster-atlas/privacy/2');
      const file = await downloaded(page, note.getByRole('button', { name: tr('entry-save-json') }));
      expect(JSON.parse(file).hopes.length).toBeGreaterThan(1_500);
    }
  });
});

test.describe('a file', { tag: '@once' }, () => {
  test('is followed by a summary, on paper too', async ({ page }) => {
    const form = await SignUpForm.begin(page);
    await form.complete();
    const name = `${SOMEBODY.givenName} ${SOMEBODY.familyName}`;
    const shown = [ACADEMY.title, name, SOMEBODY.organisation, tr('entry-reference-key')];
    for (const media of ['screen', 'print']) {
      await page.emulateMedia({ media });
      for (const text of shown) await expect(form.main.locator('dl').getByText(text, { exact: true })).toBeVisible();
      await expect(form.main.locator('dl')).toContainText('2098');
    }
    await expect(form.main.getByRole('button', { name: tr('entry-erase') })).toHaveCount(0);
  });

  test('has nobody told of a withdrawal, and says so', async ({ page }) => {
    const form = await SignUpForm.begin(page);
    await form.complete();
    await withdraw(page, form, 'withdraw-by-hand');
    await expect(form.heading('done-withdrawn')).toBeVisible();
    await expect(form.main.getByText(tr('entry-withdrawn-by-hand', { date: '' }).slice(5))).toBeVisible();
  });
});

test.describe('a store that throws', { tag: '@once' }, () => {
  const refusing = (page) => page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === 'outbox' && window.refuses !== false) throw new DOMException('by a test', 'DataError');
      return put.apply(this, given);
    };
  });

  test('does not cost the draft, and success is not reported', async ({ page }) => {
    await refusing(page);
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.main.getByText(tr('entry-not-kept'))).toBeVisible();
    const drafts = await page.evaluate(() => new Promise((done) => {
      indexedDB.open('cluster-atlas:/a/deep/sub-path/:').onsuccess = ({ target: { result } }) => {
        result.transaction('drafts').objectStore('drafts').count().onsuccess = (event) => done(event.target.result);
      };
    }));
    expect(drafts).toBe(1);
  });

  test('leaves an entry as it was, and says so', async ({ page }) => {
    await refusing(page);
    const form = await SignUpForm.begin(page);
    await page.evaluate(() => {
      window.refuses = false;
    });
    await form.complete();
    const sent = form.main.getByRole('button', { name: tr('entry-i-sent-it') });
    await expect(sent).toBeVisible();
    await page.evaluate(() => {
      window.refuses = true;
    });
    await sent.click();
    await expect(form.main.getByRole('alert')).toHaveText(tr('entry-change-failed'));
    await page.evaluate(() => {
      window.refuses = false;
    });
    await sent.click();
    await expect(form.main.getByText(tr('entry-handed-over'), { exact: true })).toBeVisible();
  });
});

test.describe('a disk that is full', { tag: '@once' }, () => {
  // Like a quota that is used up: nothing is kept in the outbox while the page says so.
  const fill = (page) => page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === 'outbox' && window.isFull) throw new DOMException('by a test', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  const isFull = (page, full) => page.evaluate((value) => {
    window.isFull = value;
  }, full);

  test('does not make another sign-up of the same key', async ({ page, receiver }) => {
    await fill(page);
    await deliverTo(page, receiver);
    const form = await SignUpForm.begin(page);
    await isFull(page, true);
    await form.complete();
    await expect(form.main.getByText('REF-1')).toBeVisible();
    await expect(form.main.getByText(tr('entry-not-kept'))).toBeVisible();
    page.once('dialog', (dialog) => dialog.accept());
    await reload(page);
    await expect(form.main.getByText(tr('draft-was-posted'))).toBeVisible();
    await form.main.getByRole('button', { name: tr('step-back'), exact: true }).click();
    await form.field('field-email').fill('other@example.org');
    await form.next();
    await form.needs();
    await form.consent.check();
    await form.submit();
    await expect(form.main.getByText('REF-2')).toBeVisible();
    expect(receiver.bodies.map((body) => body.people[0].email)).toEqual([SOMEBODY.email, 'other@example.org']);
  });

  test('does not stop what waits from being sent', async ({ page, context, complaints, receiver }) => {
    await fill(page);
    await deliverTo(page, receiver);
    const form = await SignUpForm.begin(page);
    await goOffline(context, complaints);
    await form.complete();
    await expect(form.main.getByText(tr('trouble-network'))).toBeVisible();
    await isFull(page, true);
    await context.setOffline(false);
    await expect(form.main.getByText('REF-1')).toBeVisible();
    await isFull(page, false);
    await reload(page);
    await expect(form.main.getByText('REF-1')).toBeVisible();
    expect(receiver.taken.size).toBe(1);
  });
});

test.describe('what there is on this device', { tag: '@once' }, () => {
  const mine = (page) => page.getByRole('navigation').getByRole('link', { name: tr('sign-ups-title') });

  test('is found in the header, by name, with what was agreed to', async ({ page }) => {
    const form = await SignUpForm.begin(page);
    await form.choose();
    await form.fillYou();
    await expect(mine(page)).toBeVisible();
    await open(page, '#/explore');
    await reload(page);
    await mine(page).click();
    await expect(form.main.getByRole('listitem').filter({ hasText: tr('draft-continue') })).toContainText(ACADEMY.title);
    await form.main.getByRole('link', { name: tr('draft-continue') }).click();
    await form.main.getByRole('button', { name: tr('draft-continue') }).click();
    await form.next();
    await form.needs();
    await form.consent.check();
    await form.submit();
    await expect(form.heading('done-saved')).toBeFocused();
    await form.main.getByRole('link', { name: tr('done-see-all') }).click();
    await form.main.getByText(tr('entry-contents')).click();
    await expect(form.main.getByText(/cluster-atlas\/privacy\/2, en, /)).toBeVisible();
    await expect(calendar(form)).toBeVisible();
    await form.main.getByRole('link', { name: ACADEMY.title }).click();
    await expect(page.getByRole('heading', { level: 1, name: ACADEMY.title })).toBeVisible();
  });

  test('is not looked for where nobody has signed up', async ({ page }) => {
    await page.addInitScript(() => {
      const usual = indexedDB.databases.bind(indexedDB);
      window.looked = 0;
      indexedDB.databases = async () => {
        const found = await usual();
        window.looked += 1;
        return found;
      };
    });
    await open(page, '#/explore');
    // The page asks which databases there are, and opens none.
    await expect.poll(() => page.evaluate(() => window.looked)).toBe(1);
    await expect(mine(page)).toHaveCount(0);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  });
});

test.describe('who receives it', { tag: '@once' }, () => {
  const first = (form) => form.heading('step-choose');

  test('is named before the first step, however it is delivered', async ({ page, organiser, receiver }) => {
    const form = await SignUpForm.begin(page);
    await expect(first(form)).toBeVisible();
    await expect(form.main.getByText(tr('recipient-file', { receiver: organiser }))).toBeVisible();
    await form.complete();
    await expect(form.main.getByText(tr('next-file-to', { receiver: organiser }))).toBeVisible();

    await configure(page, { ...MAIL, organiser: 'Old Ltd', contact: 'ask+us@example.org' });
    await open(page, '#/about-data');
    await reload(page);
    await form.open();
    await expect(first(form)).toBeVisible();
    const mailed = tr('receiver-name', { organiser: 'Old Ltd', place: 'in@example.org' });
    await expect(form.main.getByText(tr('recipient-mail', { receiver: mailed }))).toBeVisible();
    await expect(form.main.getByRole('link', { name: 'ask+us@example.org' })).toHaveAttribute('href', 'mailto:ask%2Bus@example.org');

    await deliverTo(page, receiver);
    await reload(page);
    await expect(first(form)).toBeVisible();
    await expect(form.main.getByText(tr('recipient-endpoint', { receiver: new URL(receiver.origin).host }))).toBeVisible();
  });

  for (const [name, origins, hasForm] of [['that is not ours', [], false], ['that the deployment names', ['http://embeds.example'], true]]) {
    test(`within a page ${name} ${hasForm ? 'has a form' : 'has none, and the way to it'}`, async ({ page, baseURL, complaints }) => {
      complaints.allow(/request to another host: http:\/\/embeds\.example/);
      await serveTrainings(page);
      await configure(page, { organiser: 'Testing Ltd', embed_origins: origins });
      await page.route('http://embeds.example/**', (request) =>
        request.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Other</title><iframe width="800" height="600" src="${baseURL}#/training/${ACADEMY.id}/sign-up"></iframe>` }));
      await page.goto('http://embeds.example/');
      const frame = page.frameLocator('iframe');
      await frame.locator('html[data-app="ready"]').waitFor();
      const words = frame.getByText(tr('framed-by', { origin: 'http://embeds.example' }));
      if (hasForm) {
        await expect(frame.getByRole('heading', { name: tr('step-choose') })).toBeVisible();
        await expect(words).toBeHidden();
      } else {
        await expect(words).toBeVisible();
        await expect(frame.getByRole('link', { name: tr('framed-open') })).toHaveAttribute('target', '_blank');
        await expect(frame.getByRole('main').locator('form')).toHaveCount(0);
      }
    });
  }

  test('is nobody, and then there is no form but the source', async ({ page }) => {
    await configure(page, {});
    await serveTrainings(page, [{ ...ACADEMY, host: undefined, url: 'https://example.org/academy' }]);
    const form = new SignUpForm(page);
    await form.open();
    await expect(form.main.getByText(tr('sign-up-nobody'))).toBeVisible();
    await expect(form.main.getByRole('link', { name: tr('training-page') })).toHaveAttribute('href', 'https://example.org/academy');
    await expect(form.main.getByRole('button', { name: tr('step-next') })).toHaveCount(0);
    await open(page, `#/training/${ACADEMY.id}`);
    await expect(form.main.getByRole('link', { name: tr('sign-up-register'), exact: true })).toHaveCount(0);
    await open(page, '#/partner-requests/new');
    await expect(form.main.getByText(tr('request-nobody'))).toBeVisible();
    await expect(form.main.getByRole('textbox')).toHaveCount(0);
  });
});
