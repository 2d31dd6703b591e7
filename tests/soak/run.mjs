// The fault run: many people sign up through the real app, and some of them propose corrections, in several tabs of several browsers at once, while the
// receiver misbehaves in every way there is and pages are reloaded, closed and killed at every step. At the end the
// receiver must hold each sign-up exactly once, as it was typed, and the app must show each one acknowledged. When half of
// them have arrived, another edition of the app is deployed over the one that the open pages are of.
//
//   node tests/soak/run.mjs [--sign-ups 12] [--seed 1] [--tabs 2] [--contexts 4]
//
// `--contexts` says how many browsers there are at a time, `--tabs` how many tabs each has; browsers come and go, so
// that nobody's outbox grows beyond all measure.
//
// `cargo xtask soak` calls this. Its last lines are "N passed" and "N failed", counted in sign-ups and proposals. The first of the
// sign-ups meet every fault and every mishap in turn; the others meet them by chance, which follows from the seed.

import { rmSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { FLAGS, browser as program } from '../e2e/browser.js';
import { facts, laterEdition } from '../e2e/host.js';
import { tr } from '../e2e/messages.js';
import { ACCEPTANCES, TROUBLES, startReceiver } from '../e2e/receiver.js';
import { chance, seedOf } from './chance.mjs';
import { comparable, correction, everybody, expectedBody, trainings } from './people.mjs';
import { ENDINGS, MISHAPS, Visitor } from './visitor.mjs';

const { values } = parseArgs({
  options: {
    'sign-ups': { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    tabs: { type: 'string', default: '2' },
    contexts: { type: 'string', default: '4' },
    patience: { type: 'string', default: '60' },
    verbose: { type: 'boolean', default: false },
  },
});
const [signUps, seed, tabs, contexts, patience] = ['sign-ups', 'seed', 'tabs', 'contexts', 'patience'].map((name) => {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} takes a whole number from 1 on`);
  return number;
});

/** After the last sign-up, the outbox must be empty after so many milliseconds: many times the longest wait. */
const LAST_DELIVERY = patience * 4_000;
/** A run that takes longer is stuck, in milliseconds. */
const AT_MOST = 600_000 + signUps * 20_000;
/** While it runs it says how far it has come, every so many milliseconds. */
const NEWS_EVERY = 60_000;
/** Most sign-ups from one browser. */
const MOST_EACH = 40;
/** Browsers over the whole run. */
const browsers = Math.max(contexts, Math.ceil(signUps / MOST_EACH));
const STEPS = ['choose', 'you', 'needs', 'check'];

const started = Date.now();
const seconds = () => Math.round((Date.now() - started) / 1000);
const counts = {};
const editions = {};
const failures = [];
const run = {
  receiver: null,
  /** Nothing on a page takes longer on a busy machine, in milliseconds. */
  patience: patience * 1_000,
  count: (name) => (counts[name] = (counts[name] ?? 0) + 1),
  /** Notes of which edition a page is that somebody has opened. */
  opened: (edition) => (editions[edition] = (editions[edition] ?? 0) + 1),
  fail: (words) => {
    failures.push(words);
    console.error(`✗ ${seconds()} s: ${words}`);
  },
};

/** What goes wrong for a sign-up: in the tab, and at the receiver. */
function fate(number) {
  const luck = chance(seedOf(seed ^ 0x5eed, number));
  const inTurn = number < MISHAPS.length * STEPS.length;
  const mishaps = new Map();
  if (inTurn || luck.happens(0.4)) {
    const at = inTurn ? number : luck.below(MISHAPS.length * STEPS.length);
    mishaps.set(STEPS[(at + Math.floor(at / MISHAPS.length)) % STEPS.length], MISHAPS[at % MISHAPS.length]);
  }
  if (inTurn || luck.happens(0.4)) mishaps.set('submit', inTurn ? ENDINGS[number % ENDINGS.length] : luck.one(ENDINGS));

  const answers = [];
  if (number < 2 * TROUBLES.length) answers.push(TROUBLES[number % TROUBLES.length]);
  // A hanging request keeps its whole browser waiting for 15 seconds, so there are few.
  const common = TROUBLES.filter((name) => !name.startsWith('hang'));
  const rare = TROUBLES.filter((name) => name.startsWith('hang'));
  while (answers.length < 3 && luck.happens(0.35)) answers.push(luck.one(luck.happens(0.04) ? rare : common));
  if (answers.some((name) => name === 'hang-after')) mishaps.set('submit', 'flying-crash');
  answers.push(ACCEPTANCES[number % ACCEPTANCES.length]);
  return { mishaps, answers };
}

/** By what a submission is known: whoever it is from. */
const emailOf = (body) => body?.people?.[0]?.email ?? body?.contact?.email;

/** One correction from each tab, the third form on the same machinery. */
async function propose(visitor, browserAt, tabAt, wanted) {
  const at = browserAt * tabs + tabAt;
  const email = `proposer-${at}@example.org`;
  const proposal = { email, ...correction(at), answers: fate(signUps + at).answers, people: [], browserAt };
  wanted.set(email, proposal);
  try {
    await visitor.propose(proposal);
  } catch (error) {
    run.fail(`${email}: ${error.message}\n    ${await visitor.scene()}`);
    await visitor.leave().catch(() => {});
  }
}

/** Everything that one tab has to do. */
async function tab(context, browserAt, tabAt, make, wanted) {
  const visitor = new Visitor(run, context);
  const [step, first] = [browsers * tabs, tabAt * browsers + browserAt];
  await propose(visitor, browserAt, tabAt, wanted);
  for (let number = first; number < signUps; number += step) {
    const { mishaps, answers } = fate(number);
    const signUp = { ...make(number, tabAt), mishaps, answers, browserAt };
    wanted.set(signUp.email, signUp);
    try {
      await visitor.signUp(signUp);
      if (values.verbose) console.log(`  ${seconds()} s: ${signUp.email}`);
    } catch (error) {
      run.fail(`${signUp.email}: ${error.message}\n    ${await visitor.scene()}`);
      await visitor.leave().catch(() => {});
    }
  }
  await visitor.leave().catch(() => {});
}

/** Waits in one tab until nothing is under way any more, and reads what the app says: [key, state] of each entry. */
async function lookUp(context, count) {
  const visitor = new Visitor(run, context);
  await visitor.open();
  await visitor.go('#/sign-ups');
  const acknowledged = ['entry-confirmed', 'entry-waiting-list', 'entry-received'].map((key) => tr(key));
  const through = ({ words, least }) => {
    const states = [...document.querySelectorAll('article.entry .status')].map((state) => state.textContent.trim());
    return states.length >= least && states.every((state) => words.includes(state));
  };
  await visitor.page
    .waitForFunction(through, { words: acknowledged, least: count }, { timeout: LAST_DELIVERY, polling: 500 })
    .catch(() => run.fail(`the outbox of a browser is not empty after ${LAST_DELIVERY / 1000} s`));
  const entries = await visitor.page.locator('article.entry').evaluateAll((articles) =>
    articles.map((article) => ({
      key: article.querySelector('code.key').textContent.trim(),
      state: article.querySelector('.status').textContent.trim(),
    })),
  );
  const drafts = await visitor.page.getByRole('heading', { name: tr('drafts-title') }).count();
  if (drafts > 0) run.fail('a draft of something that was submitted is left');
  await visitor.leave();
  return entries.map((entry) => ({ ...entry, isThrough: acknowledged.includes(entry.state) }));
}

/** Holds what arrived and what the app says against what was typed; the sign-ups that are as they must be. */
function judge(wanted, entries) {
  const { taken, faults } = run.receiver;
  faults.forEach((fault) => run.fail(`breach of the contract: ${fault}`));
  const arrived = new Map();
  for (const [key, { body }] of taken) {
    const email = emailOf(body);
    arrived.set(email, [...(arrived.get(email) ?? []), { key, body }]);
  }
  const through = new Set(entries.filter(({ isThrough }) => isThrough).map(({ key }) => key));
  const sums = { lost: 0, doubled: 0, changed: 0, unacknowledged: 0, unknown: 0 };
  let good = 0;
  for (const [email, signUp] of wanted) {
    const found = arrived.get(email) ?? [];
    arrived.delete(email);
    const before = failures.length;
    if (found.length === 0) {
      sums.lost += 1;
      run.fail(`${email}: lost`);
      continue;
    }
    if (found.length > 1) {
      sums.doubled += 1;
      run.fail(`${email}: stored ${found.length} times, as ${found.map(({ key }) => key).join(' and ')}`);
    }
    for (const { key, body } of found) {
      const { record, changes } = signUp;
      const [is, should] = changes
        ? [{ record: body.profile?.record, changes: body.profile?.changes }, { record, changes }]
        : [comparable(body), expectedBody(signUp)];
      if (!isDeepStrictEqual(is, should)) {
        sums.changed += 1;
        run.fail(`${email}: changed on the way\n    typed   ${JSON.stringify(should)}\n    arrived ${JSON.stringify(is)}`);
      }
      if (!through.has(key)) {
        sums.unacknowledged += 1;
        run.fail(`${email}: not acknowledged in the app (${entries.find((entry) => entry.key === key)?.state})`);
      }
    }
    if (failures.length === before) good += 1;
  }
  for (const [email] of arrived) {
    sums.unknown += 1;
    run.fail(`${email}: arrived, but nobody typed it`);
  }
  if (entries.length !== wanted.size) run.fail(`${entries.length} entries in the app for ${wanted.size} sign-ups and proposals`);
  return { good, sums };
}

const listed = (counted) =>
  Object.entries(counted)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

async function main() {
  const wanted = new Map();
  run.receiver = await startReceiver({
    plan: ({ body }) => wanted.get(emailOf(body))?.answers ?? [],
    overrides: { 'data/trainings.json': trainings(tabs) },
  });
  const later = laterEdition([], '2098-01-02');
  const deploy = setInterval(() => {
    if (run.receiver.taken.size < signUps / 2) return;
    clearInterval(deploy);
    run.receiver.deploy(later);
    console.log(`  ${seconds()} s: another edition is deployed, the receiver holds ${run.receiver.taken.size} of ${signUps}`);
  }, 200);
  const news = setInterval(() => {
    console.log(`  ${seconds()} s: the receiver holds ${run.receiver.taken.size} of ${signUps}`);
  }, NEWS_EVERY);
  const browser = await chromium.launch({ executablePath: program(), args: FLAGS });
  const entries = [];
  try {
    const make = everybody({ signUps, seed, tabs });
    const one = async (browserAt) => {
      const context = await browser.newContext({ locale: 'en', timezoneId: 'Europe/Brussels', serviceWorkers: 'block' });
      await Promise.all(Array.from({ length: tabs }, (_, tabAt) => tab(context, browserAt, tabAt, make, wanted)));
      const count = [...wanted.values()].filter((signUp) => signUp.browserAt === browserAt).length;
      if (count > 0) entries.push(...(await lookUp(context, count)));
      await context.close();
    };
    let next = 0;
    const worker = async () => {
      while (next < browsers) await one(next++);
    };
    await Promise.all(Array.from({ length: contexts }, worker));
  } finally {
    clearInterval(news);
    clearInterval(deploy);
    await browser.close();
    await run.receiver.close();
  }
  const deployed = editions[facts(later).id] ?? 0;
  rmSync(later, { recursive: true, force: true });
  if (deployed === 0) run.fail('nobody has opened a page of the edition that was deployed');
  const { good, sums } = judge(wanted, entries);
  const people = [...wanted.values()].reduce((sum, signUp) => sum + signUp.people.length, 0);
  console.log(`Receiver: ${listed(run.receiver.counts)}.`);
  console.log(`Pages: ${listed(counts)}. Opened of the later edition: ${deployed} of ${Object.values(editions).reduce((sum, one) => sum + one, 0)}.`);
  console.log(
    `${signUps} sign-ups of ${people} people and ${wanted.size - signUps} proposals from ${browsers} browsers with ${tabs} tabs each, seed ${seed}, in ` +
      `${run.receiver.requests.length} attempts and ${seconds()} s.`,
  );
  console.log(
    `The receiver holds ${run.receiver.taken.size}: ${listed(sums)}. Acknowledged in the app: ` +
      `${entries.filter(({ isThrough }) => isThrough).length}.`,
  );
  // What concerns no single sign-up is a failure too.
  const failed = wanted.size - good || (failures.length > 0 ? 1 : 0);
  console.log(`${good} passed\n${failed} failed`);
  return failed === 0 ? 0 : 1;
}

setTimeout(() => {
  console.error(`The run is stuck: it was given up after ${AT_MOST / 1000} s.`);
  process.exit(1);
}, AT_MOST).unref();
process.exit(await main());
