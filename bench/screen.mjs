// What the visitor waits for: the app and a plain page of the peers' libraries, the same actions in turn, in one Chromium run.
// `cargo xtask bench` calls this; it prints what it is doing and writes a part of the report as Markdown.
//
//   node bench/screen.mjs --dist FOLDER --data FOLDER … --out FILE --browser PROGRAM [--flag=--headless …] [--quick]

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { session } from './session.mjs';
import { median, quiet, say, site, told } from './site.mjs';

const { values: options } = parseArgs({
  options: {
    dist: { type: 'string' },
    data: { type: 'string', multiple: true },
    out: { type: 'string' },
    browser: { type: 'string' },
    quick: { type: 'boolean', default: false },
    flag: { type: 'string', multiple: true, default: [] },
  },
});

const AT_MOST_MINUTES = options.quick ? 15 : 60;
/** How often each action is measured, by the size of the dataset. */
const rounds = (records) => (options.quick ? 3 : records > 50_000 ? 5 : 8);

/** A side: its page, and how its parts are found. Both pages have the same roles and names. */
class Side {
  constructor(name, context, address) {
    Object.assign(this, { name, context, address });
  }

  async open(throttle) {
    this.page = await this.context.newPage();
    this.page.on('pageerror', (error) => say(`${this.name} says: ${error}`));
    this.session = await this.context.newCDPSession(this.page);
    await this.session.send('Performance.enable');
    await this.session.send('Network.enable');
    let bytes = 0;
    this.session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await this.page.addInitScript(() => {
      globalThis.felt = [];
      new PerformanceObserver((list) => felt.push(...list.getEntries().map(({ name, duration, startTime }) => ({ name, duration, startTime }))))
        .observe({ type: 'event', durationThreshold: 16, buffered: true });
    });
    await this.session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const start = performance.now();
    await this.page.goto(this.address);
    await this.page.waitForSelector('html[data-app=ready]', { state: 'attached', timeout: 240_000 });
    this.ready = performance.now() - start;
    await this.quiet();
    this.bytes = bytes;
  }

  async quiet() {
    const [done] = await quiet([this.session]);
    return done;
  }

  checkbox(at) {
    return this.page.getByRole('group', { name: 'Country', exact: true }).getByRole('checkbox').nth(at);
  }

  get search() {
    return this.page.getByRole('searchbox', { name: 'Search', exact: true }).or(this.page.getByRole('combobox', { name: 'Search', exact: true }));
  }

  /** Does something; how long until the next paint, and how much the main thread had to do until it was quiet. */
  async measure(action) {
    const before = await this.quiet();
    await this.page.evaluate(() => { felt.length = 0; });
    await action(this);
    const after = await this.quiet();
    const felt = await this.page.evaluate(() => felt.map(({ duration }) => duration));
    // What is quicker than the least that is told (16 ms) is at most that.
    return { paint: Math.max(16, ...felt), work: after - before };
  }
}

const click = (locator) => async (side) => {
  // Beforehand, so that finding the place is no part of what is measured.
  const box = await locator(side).boundingBox();
  await side.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
};
const press = (key) => (side) => side.page.keyboard.press(key);
const WORD = 'photon';

/** What is done, in order; several steps of one name are one line of the report. */
const ACTIONS = [
  ['tick a country', click((side) => side.checkbox(0))],
  ['untick it', click((side) => side.checkbox(0))],
  ['tick another', click((side) => side.checkbox(2))],
  ['untick it', click((side) => side.checkbox(0))],
  [null, (side) => side.search.focus()],
  ...[...WORD].map((letter) => ['type a letter', press(letter)]),
  ['clear the search', async (side) => {
    await side.search.selectText();
    await side.page.keyboard.press('Delete');
  }],
  ['zoom in', click((side) => side.page.getByRole('button', { name: /^Zoom in/ }))],
  ['zoom out', click((side) => side.page.getByRole('button', { name: /^Zoom out/ }))],
];

/** What only the app has. */
const OF_OURS = [
  ['show the list alone', click((side) => side.page.getByRole('link', { name: 'List', exact: true }))],
  ['show map and list', click((side) => side.page.getByRole('link', { name: 'Map and list', exact: true }))],
  ['another language', async (side) => side.page.getByRole('combobox', { name: /^(Language|Sprache)$/ }).selectOption('de')],
  [null, async (side) => side.page.getByRole('combobox', { name: /^(Language|Sprache)$/ }).selectOption('en')],
];

async function compare(browser, number, records, throttle, origin) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en', serviceWorkers: 'block' });
  const sides = ['app', 'peers'].map((name) => new Side(name, context, `${origin}/${number}/${name}/`));
  const lines = new Map();
  const note = (action, side, measured) => {
    if (!action) return;
    if (!lines.has(action)) lines.set(action, { app: { paint: [], work: [] }, peers: { paint: [], work: [] } });
    for (const kind of ['paint', 'work']) lines.get(action)[side.name][kind].push(measured[kind]);
  };
  const ready = { app: [], peers: [] };
  const bytes = {};
  for (let time = 0; time < (options.quick || records > 50_000 ? 2 : 4); time += 1) {
    for (const side of time % 2 ? [...sides].reverse() : sides) {
      await side.page?.close();
      await side.open(throttle);
      ready[side.name].push(side.ready);
      bytes[side.name] = side.bytes;
    }
  }
  // The first two rounds are to get both sides going.
  for (let round = -2; round < rounds(records); round += 1) {
    for (const side of Math.abs(round) % 2 ? [...sides].reverse() : sides) {
      await side.page.bringToFront();
      for (const [action, act] of [...ACTIONS, ...(side.name === 'app' ? OF_OURS : [])]) {
        const measured = await side.measure(act);
        if (round >= 0) note(action, side, measured);
      }
    }
  }
  await context.close();
  say(`${records} records, processor slowed ${throttle} times: done`);
  return { records, throttle, lines, ready, bytes };
}

function report(results) {
  const number = (value) => value.toLocaleString('en');
  const parts = ['## On the screen\n', 'The app as it is published, beside a plain page of Leaflet, markercluster, ItemsJS and MiniSearch (`bench/screen/`), the same actions in turn. "Paint" is the time from the input to the next paint (Event Timing, told in steps of 8 ms and from 16 ms on), "work" what the main thread does until the page is quiet. Medians; least and most behind them, in ms.\n'];
  for (const { records, throttle, lines, ready, bytes } of results) {
    parts.push(`### ${number(records)} records, ${throttle === 1 ? 'this processor' : `the processor slowed ${throttle} times`}\n`);
    parts.push('| action | paint, ours | paint, peers | ratio | work, ours | work, peers | ratio |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
    for (const [action, { app, peers }] of lines) {
      const cells = ['paint', 'work'].flatMap((kind) =>
        peers[kind].length ? [told(app[kind]), told(peers[kind]), (median(app[kind]) / median(peers[kind])).toFixed(2)] : [told(app[kind]), '–', '–']);
      parts.push(`| ${action} | ${cells.join(' | ')} |`);
    }
    const ratio = (median(ready.app) / median(ready.peers)).toFixed(2);
    parts.push(`| from nothing to ready | ${told(ready.app)} | ${told(ready.peers)} | ${ratio} | | | |`);
    parts.push(`| sent for that, KB, compressed | ${(bytes.app / 1000).toFixed(0)} | ${(bytes.peers / 1000).toFixed(0)} | ${(bytes.app / bytes.peers).toFixed(2)} | | | |\n`);
  }
  return `${parts.join('\n')}\n`;
}

const how = { browser: options.browser, flags: options.flag, minutes: AT_MOST_MINUTES };
await session(site(options), how, async (browser, origin) => {
  const results = [];
  for (const [number, folder] of options.data.entries()) {
    const { records } = JSON.parse(readFileSync(path.join(folder, 'organisations.json'), 'utf8'));
    for (const throttle of records.length > 5_000 ? [1] : [1, 4]) {
      results.push(await compare(browser, number, records.length, throttle, origin));
      // What there is so far is kept, should a later part fail.
      writeFileSync(options.out, report(results));
    }
  }
});
