// Somebody who signs up in one tab, and what happens to that tab meanwhile.
//
// Whoever comes back to a page does not know how far things have got before it went: this looks at the page each
// time and does what a person would do next.

import { tr } from '../e2e/messages.js';


const STEPS = { choose: tr('step-choose'), you: tr('step-you'), needs: tr('step-needs'), check: tr('step-check') };
/** What a step is called; where there is nothing to choose, the first one says what the training is. */
const called = (step, { training }) => (step === 'choose' && !training.sessions ? tr('step-training') : STEPS[step]);
const DONE = ['done-saved', 'done-sign-up', 'done-interest', 'done-confirmed', 'done-waiting-list'].map((key) => tr(key));
const PROPOSED = ['done-saved', 'done-proposal'].map((key) => tr(key));
const OFFER = tr('draft-offer-title');
const FAILED = tr('failed-title');

/** What can happen to a tab, and where. `kept` waits until the draft is in the store, as it is after a moment. */
export const MISHAPS = ['reload', 'kept-close', 'kept-crash', 'close', 'crash', 'back'];
/** What can happen right after "Submit": at once, or while the receiver has the request in its hands. */
export const ENDINGS = ['reload', 'close', 'crash', 'flying-reload', 'flying-close', 'flying-crash', 'twice'];

export class Visitor {
  /**
   * @param run the run: `receiver`, `patience`, `count(name)` for the statistics, `fail(words)` for what must not be.
   * @param context the browser context that the tab belongs to.
   */
  constructor(run, context) {
    this.run = run;
    this.context = context;
    this.page = null;
  }

  async open() {
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(this.run.patience);
    this.page.on('pageerror', (error) => this.run.fail(`uncaught in the page: ${error.message}`));
    this.page.on('console', (message) => {
      // Requests that fail are what this run is about.
      if (message.type() === 'error' && !/Failed to load resource|net::ERR_/.test(message.text())) {
        this.run.fail(`console: ${message.text()}`);
      }
    });
  }

  /** Goes to a route; the page stays where it is if it is loaded already. */
  async go(route) {
    await this.page.goto(`${this.run.receiver.address}${route}`);
    await this.page.locator('html[data-app="ready"]').waitFor();
    this.run.opened(await this.page.locator('#boot').getAttribute('data-edition'));
  }

  /** What the page shows, for whoever looks for the cause of a failure. */
  async scene() {
    if (this.page === null) return 'there is no page';
    const shown = await this.page.locator('body').innerText({ timeout: 1_000 }).catch(() => 'nothing');
    return `at ${this.page.url()}: ${shown.replaceAll(/\s+/g, ' ').slice(0, 400)}`;
  }

  async leave() {
    await this.page?.close();
    this.page = null;
  }

  /** The tab is gone, and the visitor opens another one. */
  async replace(crashed) {
    if (crashed) {
      const session = await this.context.newCDPSession(this.page);
      const gone = this.page.waitForEvent('crash');
      // The answer to this never comes.
      session.send('Page.crash').catch(() => {});
      await gone;
    }
    await this.leave();
    await this.open();
  }

  /** Signs up, whatever happens. */
  async signUp(signUp) {
    const state = { signUp, mishaps: new Map(signUp.mishaps), kept: new Set(), typed: new Set(), expectOffer: false };
    if (this.page === null) await this.open();
    await this.go(`#/training/${signUp.training.id}`);
    const way = signUp.training.sessions ? 'sign-up-register' : 'sign-up-interest';
    await this.page.getByRole('link', { name: tr(way), exact: true }).click();
    for (let turns = 0; ; turns += 1) {
      if (turns > 60) throw new Error(`${signUp.email}: does not get on`);
      const heading = await this.heading();
      const form = `#/training/${signUp.training.id}/`;
      if (!this.page.url().includes(form)) throw new Error(`${signUp.email}: not at ${form}, but at ${this.page.url()}`);
      if (DONE.includes(heading)) return;
      if (heading === OFFER) {
        state.expectOffer = false;
        this.run.count('drafts gone on with');
        await this.page.getByRole('button', { name: tr('draft-continue'), exact: true }).click();
        await this.changed(OFFER);
        continue;
      }
      if (state.expectOffer) {
        this.run.fail(`${signUp.email}: a draft that was kept is not offered, but “${heading}”`);
        state.expectOffer = false;
      }
      const step = Object.keys(STEPS).find((name) => called(name, signUp) === heading);
      if (step === undefined) throw new Error(`${signUp.email}: the page shows “${heading}”`);
      if (step === 'check') {
        if (await this.submit(state)) return;
      } else {
        await this.fill(step, state);
      }
    }
  }

  /** Proposes a correction, and loads the page again before the end: what was typed must be there. */
  async propose({ record, changes, email }) {
    if (this.page === null) await this.open();
    await this.go(`#/profile/${record}/edit`);
    const field = (key) => this.page.getByRole('textbox', { name: tr(key) });
    await field('fact-acronym').fill(changes.acronym.to);
    for (const step of ['step-profile', 'step-work', 'step-size']) {
      await this.next();
      await this.changed(tr(step));
    }
    await field('profile-contact-name').fill('Somebody');
    await field('field-email').fill(email);
    await this.page.getByRole('combobox', { name: tr('profile-relation') }).selectOption('staff');
    await this.reload();
    await this.page.getByRole('heading', { name: tr('step-proposer'), exact: true }).waitFor();
    const found = await field('field-email').inputValue();
    if (found !== email) this.run.fail(`${email}: lost before the check: ${JSON.stringify(found)}`);
    await this.next();
    await this.changed(tr('step-proposer'));
    await this.page.getByRole('checkbox', { name: tr('consent-privacy') }).check();
    await this.page.getByRole('button', { name: tr('step-send'), exact: true }).click();
    await this.changed(tr('step-check'));
    const heading = await this.heading();
    if (!PROPOSED.includes(heading)) throw new Error(`proposed, but the page shows “${heading}”`);
    this.run.count('corrections proposed');
  }

  /** Loads the page again. A form that is done goes back in the history, which ends a reload that has just begun. */
  async reload() {
    await this.page.reload().catch((error) => {
      if (!error.message.includes('ERR_ABORTED')) throw error;
      return this.page.reload();
    });
  }

  /** Where the form stands. */
  async heading() {
    const heading = this.page.locator('main.sign-up h2, #failed:not([hidden]) h1');
    await heading.first().waitFor();
    const text = (await heading.first().textContent()).trim();
    if (text === FAILED) throw new Error('the app has stopped working');
    return text;
  }

  /** Waits until the form stands elsewhere; says what is wrong where it does not go on. */
  async changed(before) {
    await this.page.waitForFunction(
      (was) => {
        const now = document.querySelector('main.sign-up h2')?.textContent.trim();
        return (now && now !== was) || document.querySelector('main.sign-up .errors') || document.querySelector('#failed:not([hidden])');
      },
      before,
      { polling: 50 },
    );
    const errors = this.page.locator('main.sign-up .errors');
    if (await errors.count()) throw new Error(`the form was not accepted: ${await errors.innerText()}`);
  }

  next = () => this.page.getByRole('button', { name: tr('step-next'), exact: true }).click();

  text = (within, key) => within.getByRole('textbox', { name: tr(key) });

  /** The fields of a step: [where, what is typed there]. */
  fields(step, { people, onSite, hopes }) {
    const many = people.length > 1;
    const group = (at) => (many ? this.page.locator('fieldset.person').nth(at) : this.page.locator('form.form'));
    if (step === 'you') {
      return people.flatMap((person, at) => [
        [this.text(group(at), 'field-given-name'), person.given],
        [this.text(group(at), 'field-family-name'), person.family],
        [this.text(group(at), 'field-email'), person.email],
        [this.text(group(at), 'field-role'), person.role],
      ]);
    }
    return [
      ...people.flatMap((person, at) => [
        [this.text(group(at), 'field-accessibility'), person.accessibility],
        ...(onSite ? [[this.text(group(at), 'field-dietary'), person.dietary]] : []),
      ]),
      [this.page.getByRole('textbox', { name: tr('field-hopes') }), hopes],
    ];
  }

  /** One page of the form; what was kept must be there already. */
  async fill(step, state) {
    const { signUp } = state;
    if (state.kept.has(step)) await this.compare(step, signUp);
    else if (step === 'choose') await this.choose(signUp);
    else if (step === 'you') await this.introduce(signUp);
    else for (const [field, text] of this.fields(step, signUp)) await field.fill(text);
    state.typed.add(step);

    const mishap = state.mishaps.get(step);
    state.mishaps.delete(step);
    if (mishap && (await this.suffer(mishap, step, state))) return;
    await this.next();
    await this.changed(called(step, signUp));
  }

  async choose({ training, sessions }) {
    const offered = training.sessions ?? [];
    const boxes = this.page.getByRole('group', { name: tr('field-sessions') }).getByRole('checkbox');
    for (const [at, session] of offered.entries()) {
      await boxes.nth(at).setChecked(sessions.includes(session));
    }
  }

  async introduce(signUp) {
    const { people, organisation, picked, country } = signUp;
    const there = Math.max(await this.page.locator('fieldset.person').count(), 1);
    for (let at = there; at < people.length; at += 1) {
      await this.page.getByRole('button', { name: tr('person-add'), exact: true }).click();
      await this.page.locator('fieldset.person').nth(at).waitFor();
    }
    for (const [field, text] of this.fields('you', signUp)) await field.fill(text);
    const combobox = this.page.getByRole('combobox', { name: tr('field-organisation') });
    if (picked) {
      // An organisation that was picked before is typed anew.
      await combobox.fill('');
      await combobox.fill(organisation);
      await this.page.getByRole('option').filter({ hasText: organisation }).click();
      await this.page.getByText(tr('organisation-picked'), { exact: true }).waitFor();
    } else {
      await combobox.fill(organisation);
      await combobox.press('Escape');
    }
    await this.page.getByRole('combobox', { name: tr('facet-country') }).selectOption(country);
  }

  /** What was typed and kept is what stands in the fields. */
  async compare(step, signUp) {
    const same = (what, found, wanted) => {
      if (found !== wanted) this.run.fail(`${signUp.email}: lost in ${step}, ${what}: ${JSON.stringify({ found, wanted })}`);
    };
    if (step === 'choose') {
      const boxes = this.page.getByRole('group', { name: tr('field-sessions') }).getByRole('checkbox');
      for (const [at, session] of (signUp.training.sessions ?? []).entries()) {
        same(session.id, await boxes.nth(at).isChecked(), signUp.sessions.includes(session));
      }
      return;
    }
    for (const [at, [field, text]] of this.fields(step, signUp).entries()) {
      same(`field ${at + 1}`, await field.inputValue(), text);
    }
    if (step === 'you') {
      const organisation = this.page.getByRole('combobox', { name: tr('field-organisation') });
      same('organisation', await organisation.inputValue(), signUp.organisation);
      const country = this.page.getByRole('combobox', { name: tr('facet-country') });
      same('country', await country.inputValue(), signUp.country);
    }
    this.run.count('pages found as they were left');
  }

  /** Lets something happen to the tab. Returns whether the page has to be looked at again. */
  async suffer(mishap, step, state) {
    const { signUp } = state;
    this.run.count(`${mishap} in ${step}`);
    if (mishap === 'back') {
      if (step === 'choose') return false;
      await this.page.goBack();
      await this.changed(STEPS[step]);
      state.kept = new Set(state.typed);
      return true;
    }
    if (mishap === 'reload') {
      await this.page.reload();
      state.kept = new Set(state.typed);
    } else {
      const waited = mishap.startsWith('kept-') && (await this.draftKept(step, signUp));
      if (waited) {
        state.kept = new Set(state.typed);
        state.expectOffer = true;
      } else {
        // What was typed in the last moment may be gone.
        state.kept = new Set();
        state.typed = new Set();
      }
      await this.replace(mishap.endsWith('crash'));
      await this.go(`#/training/${signUp.training.id}/sign-up`);
    }
    return true;
  }

  /** Waits until all of a page is in the store. */
  async draftKept(step, { training, people, country, hopes, sessions }) {
    if (step === 'choose' && !training.sessions) return false;
    const wanted = { id: `sign-up/${training.id}#`, step, emails: people.map(({ email }) => email), country, hopes };
    wanted.sessions = sessions.map(({ id }) => id);
    const isKept = async ({ id, ...want }) => {
      const opened = indexedDB.open(`cluster-atlas:${location.pathname.replace(/[^/]*$/, '')}:`);
      const database = await new Promise((done) => {
        opened.onsuccess = () => done(opened.result);
        opened.onerror = () => done(null);
      });
      if (!database?.objectStoreNames.contains('drafts')) return database?.close();
      const found = database.transaction('drafts').objectStore('drafts').getAll(IDBKeyRange.bound(id, `${id}~`));
      const texts = await new Promise((done) => {
        found.onsuccess = () => done(found.result);
        found.onerror = () => done([]);
      });
      database.close();
      const same = (one, other) => JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
      return texts.map((text) => JSON.parse(text).typed).some((typed) => {
        if (want.step === 'choose') return same(typed.sessions, want.sessions);
        const emails = typed.people.map(({ email }) => email);
        return same(emails, want.emails) && typed.country === want.country && (want.step === 'you' || typed.hopes === want.hopes);
      });
    };
    for (const end = Date.now() + this.run.patience; Date.now() < end; await this.page.waitForTimeout(50)) {
      if (await this.page.evaluate(isKept, wanted)) return true;
    }
    throw new Error(`a draft is not kept in ${step}`);
  }

  /** Agrees and submits. Returns whether it is through. */
  async submit(state) {
    const { signUp } = state;
    await this.page.getByRole('checkbox', { name: tr('consent-privacy') }).check();
    const newsletter = this.page.getByRole('checkbox', { name: tr('consent-newsletter') });
    await newsletter.setChecked(signUp.newsletter);
    const mishap = state.mishaps.get('check');
    state.mishaps.delete('check');
    if (mishap && (await this.suffer(mishap, 'check', state))) return false;

    const ending = state.mishaps.get('submit');
    state.mishaps.delete('submit');
    const button = this.page.getByRole('button', { name: tr('step-send'), exact: true });
    if (ending === 'twice') {
      this.run.count('submitted by a double click');
      await button.dblclick();
    } else if (ending === undefined) {
      await button.click();
    }
    if (ending === undefined || ending === 'twice') {
      await this.changed(STEPS.check);
      await this.submitted(signUp);
      return true;
    }
    this.run.count(`${ending} at submit`);
    const flying = ending.startsWith('flying-');
    // Another sign-up of the same context may hang before this one's turn comes.
    const attempt = flying && this.run.receiver.attempt(({ body }) => body.people?.[0]?.email === signUp.email, 20_000);
    await button.click({ noWaitAfter: true });
    await attempt;
    if (ending.endsWith('reload')) await this.reload();
    else await this.replace(ending.endsWith('crash'));
    return this.isSubmitted(state);
  }

  /** What is done is kept for when the page is closed: nobody is asked to leave it open. */
  async submitted({ email }) {
    const heading = await this.heading();
    if (!DONE.includes(heading)) throw new Error(`${email}: submitted, but the page shows “${heading}”`);
    if (await this.page.getByText(tr('next-stay-open')).count()) this.run.fail(`${email}: submitted, but not kept`);
  }

  /** Whether it is in the outbox: if not, the form is gone on with. */
  async isSubmitted(state) {
    const { signUp } = state;
    await this.go('#/sign-ups');
    await this.page.locator('html[data-app="ready"] main.sign-ups').waitFor();
    const route = `#/training/${signUp.training.id}/sign-up`;
    // What is kept is shown as soon as it is read, and a draft or an entry there must be.
    const entry = this.page.locator('article.entry').filter({ hasText: signUp.email });
    const draft = this.page.locator(`a[href="${route}"]`);
    await entry.or(draft).first().waitFor();
    const entries = await entry.count();
    if (entries > 1) this.run.fail(`${signUp.email}: ${entries} times in the outbox`);
    if (entries > 0) return true;
    this.run.count('submissions that came too late');
    state.expectOffer = true;
    // Not with a pointer: another tab's draft may come into the list meanwhile, and the link moves away from under it.
    await draft.press('Enter');
    return false;
  }
}
