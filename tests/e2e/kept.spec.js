// What is kept on a device is never said not to be there: whatever happened to it, the page says what, shows what it
// knows, and is not kept busy by it. And what the deployment has broken does not hide what a visitor has.

import { readFileSync } from 'node:fs';
import { expect, open, reload, watchFor } from './atlas.js';
import { tr } from './messages.js';
import { ACADEMY, SOMEBODY, SignUpForm, deliverTo, serveTrainings, test } from './taking-part.js';

/** Does something with the outbox and the drafts, behind the app's back, and answers with what came of it. */
const behind = (page, work, given) =>
  page.evaluate(`(async () => {
    const database = await new Promise((then) => {
      const asked = indexedDB.open('cluster-atlas:' + location.pathname + ':');
      asked.onsuccess = () => then(asked.result);
    });
    const transaction = database.transaction(['outbox', 'drafts'], 'readwrite');
    const done = new Promise((then) => {
      transaction.oncomplete = () => then();
    });
    const answer = await (${work})(transaction.objectStore('outbox'), transaction.objectStore('drafts'), ${JSON.stringify(given ?? null)});
    await done;
    database.close();
    return answer;
  })()`);

const DRAFT_NEWER = readFileSync(new URL('../fixtures/signup/draft-newer.json', import.meta.url), 'utf8');

const none = (form) => form.main.getByText(tr('sign-ups-none'));
const articles = (form) => form.main.getByRole('article');

test.describe('what is kept', { tag: '@once' }, () => {
  test('by a later version of the app is said to be that, and costs nothing', async ({ page }) => {
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.heading('done-saved')).toBeVisible();
    await page.goto('about:blank');
    await open(page, '#/about-data');
    await page.evaluate(() => new Promise((then) => {
      const asked = indexedDB.open(`cluster-atlas:${location.pathname}:`, 7);
      asked.onsuccess = () => {
        asked.result.close();
        then();
      };
    }));
    await reload(page);
    // It is found in the header, however much of it there is.
    await page.getByRole('navigation', { name: tr('nav-main') }).getByRole('link', { name: tr('sign-ups-title') }).click();
    await expect(form.main.getByText(tr('sign-ups-newer'))).toBeVisible();
    await expect(none(form)).toBeHidden();
    // What is submitted now is on the page, can be saved, and the page says that it keeps nothing.
    await form.open();
    await expect(form.main.getByText(tr('keeping-newer'))).toBeVisible();
    await form.complete();
    await expect(form.main.getByText(tr('entry-not-kept'))).toBeVisible();
    await expect(form.main.getByRole('button', { name: tr('entry-save-json') })).toBeVisible();
  });

  test('in a format of a later version is left as it is, byte for byte', async ({ page }) => {
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.heading('done-saved')).toBeVisible();
    const later = await behind(page, async (outbox, drafts, draft) => {
      const [text] = await new Promise((then) => { outbox.getAll().onsuccess = ({ target }) => then(target.result); });
      const key = '019a8c11-5c00-7c3e-9f60-0242ac120002';
      const entry = text.replace(/"format":\s*"(cluster-atlas\/[a-z-]+)\/1"/, '"format":"$1/2","later":true').replaceAll(JSON.parse(JSON.parse(text).body).key, key);
      outbox.put(entry, key);
      drafts.put(draft, key);
      return { key, entry, isLater: entry.includes('/2"') };
    }, DRAFT_NEWER);
    expect(later.isLater).toBe(true);
    await page.goto('about:blank');
    await open(page, '#/sign-ups');
    // The same page writes both: an entry that is submitted, a draft that is begun.
    await form.open();
    await form.complete();
    await expect(form.heading('done-saved')).toBeVisible();
    await reload(page);
    const now = await behind(page, async (outbox, drafts, key) => {
      const read = (store) => new Promise((then) => { store.get(key).onsuccess = ({ target }) => then(target.result); });
      return { entry: await read(outbox), draft: await read(drafts) };
    }, later.key);
    expect(now).toEqual({ entry: later.entry, draft: DRAFT_NEWER });
  });

  test('under another key is shown as what it is, is not sent, and keeps nobody busy', async ({ page, receiver }) => {
    await deliverTo(page, receiver);
    await page.addInitScript(() => {
      window.transactions = 0;
      const transaction = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (...given) {
        window.transactions += 1;
        return transaction.apply(this, given);
      };
    });
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.main.getByText('REF-1')).toBeVisible();
    await behind(page, (store) => {
      store.getAll().onsuccess = ({ target: { result: [text] } }) => {
        const entry = JSON.parse(text);
        store.clear();
        store.put(JSON.stringify({ ...entry, state: { queued: { asked_to_wait: false, attempts: 0, not_before: 0 } } }), 'another-name');
      };
    });
    await open(page, '#/sign-ups');
    await reload(page);
    await expect(form.main.getByText(/^1 entry here cannot be shown/)).toBeVisible();
    await expect(none(form)).toBeHidden();
    // A hundred frames later there were no more than a few looks.
    const looks = await page.evaluate(async () => {
      for (let frames = 0; frames < 100; frames += 1) await new Promise(requestAnimationFrame);
      const before = window.transactions;
      for (let frames = 0; frames < 100; frames += 1) await new Promise(requestAnimationFrame);
      return window.transactions - before;
    });
    expect(looks).toBeLessThan(10);
    expect(receiver.bodies.length).toBe(1);
  });

  test('and is no text can be seen and erased', async ({ page }) => {
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.heading('done-saved')).toBeVisible();
    await behind(page, (store) => {
      store.put({ name: 'no text' }, 'an-object');
      store.put('text under a number', 12);
      store.put(null, [1, 'b']);
    });
    await open(page, '#/sign-ups');
    await reload(page);
    const notice = form.main.getByText(/^3 entries here cannot be shown/);
    await expect(notice).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      form.main.getByRole('button', { name: tr('sign-ups-unreadable-save') }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual([
      { key: 12, value: 'text under a number' },
      { key: 'an-object', value: { name: 'no text' } },
      { key: [1, 'b'], value: null },
    ]);
    await form.main.getByRole('note').getByRole('button', { name: tr('entry-erase'), exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: tr('entry-erase'), exact: true }).click();
    await expect(notice).toBeHidden();
    await reload(page);
    await expect(notice).toBeHidden();
    await expect(articles(form)).toHaveCount(1);
  });

  test('is kept anew at once when it is deleted under the open page, whoever does nothing then', async ({ page }) => {
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.heading('done-saved')).toBeVisible();
    const kept = () => page.evaluate(async () => {
      const asked = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
      const name = 'cluster-atlas:' + location.pathname + ':';
      if (!(await indexedDB.databases()).some((known) => known.name === name)) return 0;
      const database = await asked(indexedDB.open(name));
      const count = database.objectStoreNames.contains('outbox') ? await asked(database.transaction('outbox').objectStore('outbox').count()) : 0;
      database.close();
      return count;
    });
    expect(await kept()).toBe(1);
    await page.evaluate(() => new Promise((then) => {
      indexedDB.deleteDatabase('cluster-atlas:' + location.pathname + ':').onsuccess = () => then();
    }));
    await expect.poll(kept).toBe(1);
    await page.goto('./#/sign-ups');
    await reload(page);
    await expect(articles(form).filter({ hasText: SOMEBODY.email })).toHaveCount(1);
  });

  test('is kept anew when it is deleted under the open page, which says so', async ({ page }) => {
    const form = await SignUpForm.begin(page);
    await form.complete();
    await expect(form.heading('done-saved')).toBeVisible();
    await page.evaluate(() => new Promise((then) => {
      indexedDB.deleteDatabase('cluster-atlas:' + location.pathname + ':').onsuccess = () => then();
    }));
    // The page that still holds it does not call it erased.
    await form.main.getByRole('button', { name: tr('entry-i-sent-it') }).click();
    await expect(form.main.getByText(tr('entry-handed-over'), { exact: true })).toBeVisible();
    await form.main.getByRole('link', { name: tr('done-see-all') }).click();
    await expect(form.main.getByText(tr('sign-ups-deleted'))).toBeVisible();
    await expect(articles(form)).toHaveCount(1);
    await expect(form.main.getByText(tr('entry-not-kept'))).toBeHidden();
    await reload(page);
    await expect(articles(form).filter({ hasText: SOMEBODY.email })).toHaveCount(1);
    await expect(form.main.getByText(tr('sign-ups-deleted'))).toBeHidden();
  });
});

test.describe('a deployment that is broken', { tag: '@once' }, () => {
  for (const [file, words, isSent] of [['config.json', 'sign-ups-no-settings', false], ['data/atlas.json', 'sign-ups-no-dataset', true]]) {
    test(`by ${file} does not hide what waits`, async ({ page, context, complaints, receiver }) => {
      complaints.allow(/404/);
      await deliverTo(page, receiver);
      // Where nothing is to be sent without settings, nothing may arrive while they are being broken either.
      receiver.next(...Array(isSent ? 1 : 20).fill('500-before'));
      const form = await SignUpForm.begin(page);
      const trouble = await watchFor(page, tr('trouble-status', { status: 500 }));
      await form.complete();
      await trouble();
      const broken = `**/${file}`;
      await page.route(broken, (request) => request.fulfill({ status: 404, body: '' }));
      await page.goto('./#/explore');
      await page.reload();
      await page.locator('html[data-app="failed"]').waitFor();
      await expect(page.getByRole('alert')).toContainText(tr('error-not-found', { file }));
      await page.getByRole('navigation', { name: tr('nav-main') }).getByRole('link', { name: tr('sign-ups-title') }).click();
      await expect(articles(form).filter({ hasText: ACADEMY.title })).toHaveCount(1);
      await expect(form.main.getByText(tr(words))).toBeVisible();
      if (isSent) {
        await expect(form.main.getByText('REF-1')).toBeVisible();
      } else {
        await expect(form.main.getByText(tr('entry-no-settings'))).toBeVisible();
        const before = receiver.requests.length;
        // A button that could do nothing is not there.
        await expect(form.main.getByRole('button', { name: tr('entry-send-now') })).toHaveCount(0);
        expect(receiver.requests.length).toBe(before);
        receiver.behave();
      }
      // Mended, it is all there, and what waited is sent.
      await page.unroute(broken);
      if (!isSent) await deliverTo(page, receiver);
      await form.main.getByRole('button', { name: tr('try-again') }).click();
      await expect(form.main.getByText('REF-1')).toBeVisible();
      await page.getByRole('navigation', { name: tr('nav-main') }).getByRole('link', { name: tr('nav-training') }).click();
      await expect(page.getByRole('list', { name: 'Results' }).getByRole('listitem').first()).toBeVisible();
      expect(receiver.taken.size).toBe(1);
    });
  }

  for (const [name, body] of [
    ['nested deeply', `brand = ${'{ '.repeat(50_000)}x${'} '.repeat(50_000)}\n`],
    ['of a hundred thousand terms', Array.from({ length: 100_000 }, (_, at) => `-t${at} = { -t${at + 1} }\nm${at} = x\n`).join('')],
  ]) {
    test(`by a locale file ${name} is in English for that`, async ({ page }) => {
      await page.route('**/locales/de-*.ftl', (request) => request.fulfill({ contentType: 'text/plain; charset=utf-8', body }));
      await page.goto('./?lang=de#/explore');
      await page.locator('html[data-app="ready"]').waitFor();
      await expect(page.getByRole('searchbox', { name: tr('search'), exact: true })).toBeVisible();
    });
  }
});

test('two tabs without locks of the browser do not answer for each other', { tag: '@once' }, async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
  });
  const form = await SignUpForm.begin(page);
  await form.choose();
  await form.you();
  const other = await context.newPage();
  await serveTrainings(other);
  const second = new SignUpForm(other);
  await second.open();
  await second.main.getByRole('button', { name: tr('draft-continue') }).click();
  await second.main.getByRole('button', { name: tr('step-back'), exact: true }).click();
  await second.field('field-given-name').fill('Ada');
  await second.next();
  for (const tab of [form, second]) {
    await tab.needs();
    await tab.consent.check();
    await tab.submit();
    await expect(tab.heading('done-saved')).toBeFocused();
  }
  // After a reload, each still shows its own.
  for (const [tab, name] of [[form, SOMEBODY.givenName], [second, 'Ada']]) {
    await reload(tab.page);
    await expect(tab.main.getByText(`${name} ${SOMEBODY.familyName}`)).toBeVisible();
  }
  await open(page, '#/sign-ups');
  for (const name of ['Ada', SOMEBODY.givenName]) {
    await expect(articles(form).filter({ hasText: name })).toHaveCount(1);
  }
  await expect(articles(form)).toHaveCount(2);
});
