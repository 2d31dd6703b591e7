// The run of forgetting: many visitors, one after the other, at one screen in a hall. Each types a word that nobody else
// types, wanders about by chance, perhaps signs up, and goes with "Finish"; now and then the power fails. (Who walks away
// without a word is in tests/e2e/kiosk.spec.js, where the clock can be set.) Afterwards nothing of any of them may be found,
// in the page or in any file of the browser's profile, while every sign-up that the screen has called handed over is with
// the receiver once, in an envelope that its key opens.
//
//   node tests/soak/kiosk.mjs [--visitors 20] [--seed 1] [--ceiling 900]
//   node tests/soak/kiosk.mjs --power-cuts 50 [--seed 1]
//
// `cargo xtask soak --kiosk N` calls the first: its last lines are "N passed" and "N failed", counted in visitors. `--ceiling`
// is what the largest process of a page may hold, in megabytes. `cargo xtask soak --power-cuts N` calls the second: every
// visitor signs up, the power fails at some moment between the last press and the word that it is handed over, or right
// after that, and the screen starts anew without a network.

import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, expect } from '@playwright/test';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { FLAGS, browser as program } from '../e2e/browser.js';
import { tr } from '../e2e/messages.js';
import { startReceiver } from '../e2e/receiver.js';
import { chance, seedOf } from './chance.mjs';

const { values } = parseArgs({
  options: {
    visitors: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    ceiling: { type: 'string', default: '900' },
    'power-cuts': { type: 'string', default: '0' },
  },
});
const [cutsWanted, seed, ceiling] = ['power-cuts', 'seed', 'ceiling'].map((name) => Number(values[name]));
const isOfCuts = cutsWanted > 0;
const visitors = isOfCuts ? cutsWanted : Number(values.visitors);
const PATIENCE = 60_000;
const AT_MOST = 300_000 + visitors * 30_000;
/** One visitor in so many signs up; one sign-up in so many ends with the power. */
const SIGNS_UP = isOfCuts ? 1 : 3;
const POWER_FAILS = isOfCuts ? 1 : 4;
/** The longest that the power holds after the last press, in milliseconds: sealing and writing take about as long. */
const HOLDS = 40;
/** After so many visitors it is told what the page holds, beside every fiftieth and the last. */
const STAGES = [10, 50, 500, 1_000];

const TRAINING = {
  format: 'cluster-atlas/trainings/1',
  records: [{ id: 'far-academy', title: 'Academy far ahead', kind: 'academy', format: 'online', sessions: [{ id: 's1', date: '2098-05-05' }], application_deadline: '2098-05-01' }],
};
const LETTERS = 'bcdfghjklmnpqrstvwxz';

const started = Date.now();
const seconds = () => Math.round((Date.now() - started) / 1000);
const failures = new Set();
const fail = (who, words) => {
  failures.add(who);
  console.error(`✗ ${seconds()} s: ${words}`);
};

/** A word that is in no dataset and that nobody types but one. */
function marker(luck, number) {
  const part = Array.from({ length: 7 }, () => LETTERS[luck.below(LETTERS.length)]).join('');
  return `q${part}${number}z`;
}

class Screen {
  constructor(profile, address) {
    Object.assign(this, { profile, address });
  }

  async start() {
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: program(), args: FLAGS, viewport: { width: 1080, height: 1920 }, hasTouch: true, locale: 'en', timezoneId: 'Europe/Brussels',
    });
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.page.setDefaultTimeout(PATIENCE);
    this.page.on('pageerror', (error) => fail('page', `the page complained: ${error.message}`));
    await this.page.goto(this.address);
    await this.rests();
  }

  rests() {
    return this.page.getByRole('dialog', { name: tr('kiosk-attract') }).waitFor();
  }

  button(name) {
    return this.page.getByRole('button', { name: tr(name), exact: true });
  }

  /** Whether an envelope is still kept here, to be posted. */
  waits() {
    return this.page.evaluate(async () => {
      const asked = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
      for (const { name } of await indexedDB.databases()) {
        const database = await asked(indexedDB.open(name));
        const found = await Promise.all([...database.objectStoreNames].map((store) => asked(database.transaction(store).objectStore(store).getAll())));
        database.close();
        if (JSON.stringify(found).includes('cluster-atlas/sealed/1')) return true;
      }
      return false;
    });
  }

  /** Waits until the worker keeps all that a start without a network needs: the page of the app and the settings come last. */
  async isKept() {
    const isThere = () => this.page.evaluate(async () => {
      const has = async (kind, file) => {
        const names = (await caches.keys()).filter((name) => name.includes(`:${kind}:`));
        const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(new URL(file, location.href).href)));
        return found.some(Boolean);
      };
      // What is kept is of use once the worker that keeps it is at work.
      const isAtWork = (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated';
      return isAtWork && (await has('code', 'index.html')) && has('data', 'config.json');
    });
    // `waitForFunction` does not wait for what a promise gives: it takes the promise itself for a yes.
    await expect.poll(isThere, { timeout: PATIENCE }).toBe(true);
  }

  /** The power fails: nothing is closed, nothing is asked. Gives a moment to do something before the screen starts anew. */
  async powerCut(meanwhile = () => {}) {
    const gone = new Promise((done) => this.context.once('close', done));
    for (const pid of processes(this.profile)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with another one.
      }
    }
    await gone;
    rmSync(path.join(this.profile, 'SingletonLock'), { force: true });
    meanwhile();
    await this.start();
  }
}

/** The processes of a browser, by its profile on their command line. */
function processes(profile) {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
    } catch {
      return false;
    }
  });
}

/** What the largest process of a page holds, in megabytes; nothing where the system does not tell. */
function resident(profile) {
  const own = new Set(processes(profile));
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
      if (!line.includes('--type=renderer')) return 0;
      // A page's process is made by a helper of the browser.
      const grandparent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))[1]);
      if (!own.has(Number(pid)) && !own.has(parent) && !own.has(grandparent)) return 0;
      return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...children);
}

/** Everything that a visitor does. Gives what was called handed over. `reach` takes the network away and gives it back. */
async function visit(screen, number, luck, word, reach) {
  const { page } = screen;
  // A press on a document that has just begun may go through without the browser's word that it has: what it does counts.
  const pressed = screen.button('kiosk-begin').click({ timeout: PATIENCE / 6 }).catch(() => {});
  await page.getByRole('dialog', { name: tr('kiosk-attract') }).waitFor({ state: 'hidden' });
  await pressed;
  await page.getByRole('toolbar', { name: tr('kiosk-bar') }).waitFor();
  const search = page.getByRole('searchbox', { name: tr('search'), exact: true });
  await search.click();
  await search.fill(word);
  const links = page.getByRole('navigation', { name: tr('nav-main') }).getByRole('link');
  const keys = page.getByRole('group', { name: tr('keys'), exact: true }).getByRole('button');
  // On a busy machine the keyboard comes and goes a moment after the field that it is for.
  await keys.first().waitFor();
  let isTyping = true;
  for (let step = 0; step < 4; step += 1) {
    if (isTyping && luck.happens(0.5)) {
      await keys.nth(luck.below(20)).click();
      continue;
    }
    // On an upright screen the keyboard stands where the navigation is.
    if (isTyping) await screen.button('keys-away').click();
    await keys.first().waitFor({ state: 'hidden' });
    isTyping = false;
    await links.nth(luck.below(await links.count())).click();
  }
  let signUp = null;
  if (number % SIGNS_UP === 0) {
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: '#/training/far-academy/sign-up' });
      document.querySelector('main').append(link);
      link.click();
    });
    const main = page.getByRole('main');
    const next = () => screen.button('step-next').click();
    await main.getByRole('heading', { name: tr('step-choose'), exact: true }).waitFor();
    await next();
    const field = (key) => main.getByRole('textbox', { name: tr(key) });
    await field('field-given-name').fill(word);
    await field('field-family-name').fill(`${word}son`);
    await field('field-email').fill(`${word}@example.org`);
    await field('field-role').fill('Visitor');
    await main.getByRole('combobox', { name: tr('field-organisation') }).fill(`${word} Ltd`);
    await main.getByRole('combobox', { name: tr('facet-country') }).selectOption('SE');
    await next();
    await main.getByRole('heading', { name: tr('step-needs'), exact: true }).waitFor();
    await next();
    await main.getByRole('checkbox', { name: tr('consent-privacy') }).check();
    await screen.button('step-send').click();
    const told = main.getByRole('heading', { name: tr('kiosk-sealed-title'), exact: true });
    const cut = isOfCuts || (number / SIGNS_UP) % POWER_FAILS === 1;
    // Half of the time in the middle of it.
    if (cut && luck.happens(0.5)) {
      await new Promise((done) => setTimeout(done, luck.below(HOLDS)));
      const isSure = await told.isVisible();
      await screen.powerCut(() => reach(false));
      reach(true);
      return { word, isSure };
    }
    await told.waitFor();
    signUp = { word, isSure: true };
    if (cut) {
      await screen.powerCut(() => reach(false));
      reach(true);
      return signUp;
    }
  }
  await page.evaluate(() => {
    window.ofThisVisit = true;
  });
  await page.getByRole('toolbar', { name: tr('kiosk-bar') }).getByRole('button', { name: tr('kiosk-finish') }).click();
  await page.waitForFunction(() => window.ofThisVisit === undefined);
  await screen.rests();
  return signUp;
}

const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)] ?? 0;

/** What one document hands over to the next: hashes, for the memory alone. */
const HANDED = /atlas-visit [0-9a-f]{32}/;

/** Every file of a folder that has one of the words, or what is handed over, in the two ways in which browsers write text. */
async function filesWith(folder, words) {
  const found = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    for (const word of words) {
      if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))) found.push([word, path.relative(folder, file)]);
    }
    // Without its zeros wide text reads as narrow text does.
    if (HANDED.test(bytes.toString('latin1').replaceAll('\0', ''))) found.push(['what is handed over', path.relative(folder, file)]);
  }
  return found;
}

async function main() {
  const profile = await mkdtemp(path.join(tmpdir(), 'kiosk-soak-'));
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: 'soak' };
  const config = JSON.parse(readFileSync(new URL('../../public/config.json', import.meta.url), 'utf8'));
  const faults = ['500-before', 'drop-after', '302-elsewhere', '503', '204-empty'];
  const trouble = chance(seed);
  const receiver = await startReceiver({
    plan: () => (isOfCuts ? [] : [trouble.one(faults)]),
    overrides: { 'data/trainings.json': TRAINING },
  });
  receiver.serve('config.json', { ...config, organiser: 'Testing Ltd', kiosk: { start: 'explore', slides: ['explore', 'calls'], public_key: key }, sign_up: { delivery: 'endpoint', url: receiver.endpoint } });
  const screen = new Screen(profile, `${receiver.address}index.html?mode=kiosk`);
  const words = [];
  const wanted = [];
  const held = [];
  try {
    await screen.start();
    await screen.isKept();
    for (let number = 0; number < visitors; number += 1) {
      const luck = chance(seedOf(seed, number));
      const word = marker(luck, number);
      words.push(word);
      try {
        const signUp = await visit(screen, number, luck, word, receiver.reach);
        if (signUp) wanted.push(signUp);
      } catch (error) {
        receiver.reach(true);
        fail(word, `visitor ${number}: ${error.message.split('\n').slice(0, 5).join(' ')}`);
        await screen.context.close().catch(() => {});
        await screen.start();
      }
      held.push(resident(profile));
      const visits = number + 1;
      if (visits % 50 === 0 || visits === visitors || STAGES.includes(visits)) {
        // The document of the moment says little: the last ten tell.
        const lately = held.slice(-10);
        console.log(`  ${seconds()} s: ${visits} visitors, the page holds ${median(lately).toFixed(0)} MB, at most ${Math.max(...lately).toFixed(0)} MB lately`);
      }
    }
    const sure = wanted.filter(({ isSure }) => isSure).length;
    const until = Date.now() + 4 * PATIENCE;
    // Some of which nobody was told arrive as well: what counts is that nothing waits any more.
    while ((receiver.taken.size < sure || (await screen.waits())) && Date.now() < until) {
      await new Promise((done) => setTimeout(done, 250));
    }
    const html = await screen.page.content();
    for (const word of words) if (html.includes(word)) fail(word, `${word} is in the page`);
    await screen.context.close();
  } finally {
    await receiver.close();
  }

  receiver.faults.forEach((fault) => fail('receiver', `breach of the contract: ${fault}`));
  const arrived = new Map();
  for (const { text } of receiver.taken.values()) {
    const { plaintext } = await compactDecrypt(text, privateKey);
    const { people } = JSON.parse(new TextDecoder().decode(plaintext));
    arrived.set(people[0].given_name, (arrived.get(people[0].given_name) ?? 0) + 1);
  }
  for (const { word, isSure } of wanted) {
    const times = arrived.get(word) ?? 0;
    arrived.delete(word);
    if (times > 1) fail(word, `${word}: stored ${times} times`);
    if (times === 0 && isSure) fail(word, `${word}: lost`);
  }
  for (const word of arrived.keys()) fail(word, `${word}: arrived, but nobody signed up`);
  for (const [word, file] of await filesWith(profile, words)) fail(word, `${word} is in ${file}`);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });

  const third = Math.floor(held.length / 3);
  const [middle, last, most] = [median(held.slice(third, 2 * third)), median(held.slice(2 * third)), Math.max(...held)];
  if (most > ceiling) fail('memory', `the page held ${most.toFixed(0)} MB, more than ${ceiling}`);
  if (last > middle * 1.3) fail('memory', `what the page holds grows: ${middle.toFixed(0)} MB, then ${last.toFixed(0)} MB`);
  const cuts = isOfCuts ? wanted.length : wanted.filter((_, at) => at % POWER_FAILS === 1).length;
  if (isOfCuts) console.log(`Handed over before the power failed: ${wanted.filter(({ isSure }) => isSure).length} of ${wanted.length}; each start after it was without a network.`);
  console.log(`${visitors} visitors, ${wanted.length} sign-ups, ${cuts} power cuts, seed ${seed}, ${receiver.requests.length} attempts, ${seconds()} s.`);
  console.log(`The page held ${middle.toFixed(0)} MB, at last ${last.toFixed(0)} MB, at most ${most.toFixed(0)} MB.`);
  console.log(`${visitors - Math.min(failures.size, visitors)} passed\n${failures.size} failed`);
  return failures.size === 0 ? 0 : 1;
}

setTimeout(() => {
  console.error(`The run is stuck: it was given up after ${AT_MOST / 1000} s.`);
  process.exit(1);
}, AT_MOST).unref();
process.exit(await main());
