// What an embed costs the page that it stands on: the snippet of the app, and a page of the peers' libraries that shows the same
// organisations, in a frame or put into the host's page, in one Chromium run. `cargo xtask bench` calls this; it prints what it is
// doing and writes a part of the report as Markdown.
//
//   node bench/embed.mjs --dist FOLDER --data FOLDER --out FILE --browser PROGRAM [--flag=--headless …] [--quick]

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { session } from './session.mjs';
import { median, quiet, say, site, told } from './site.mjs';

const { values: options } = parseArgs({
  options: {
    dist: { type: 'string' },
    data: { type: 'string' },
    out: { type: 'string' },
    browser: { type: 'string' },
    quick: { type: 'boolean', default: false },
    flag: { type: 'string', multiple: true, default: [] },
  },
});

const ROUNDS = options.quick ? 2 : 8;
/** So far below the fold is the embed at first, in pixels: further than any browser fetches a lazy frame ahead. */
const BELOW = 8_000;
const HEIGHT = 700;

/** A host's page with something far below its first view. */
const around = (embed, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A region</title><link rel="icon" href="data:,">
<style>#space { height: ${BELOW}px }</style>${head}</head>
<body><h1>Our region</h1><div id="space"></div>${embed}<p>The end of the page</p></body></html>`;

/** The page of the peers, as a part of the host's: what is in its head, and what in its body. */
function inPage() {
  const text = readFileSync(new URL('./screen/index.html', import.meta.url), 'utf8');
  const head = [...text.matchAll(/<link [^>]*>/g)].map(([link]) => link).join('\n');
  return around(text.slice(text.indexOf('<main>')).replace('</html>', ''), head);
}

/** The hosts' pages; the origin of what they embed is filled in when it is known. */
const pages = { '/host/nothing': around(''), '/0/peers/host': inPage() };
const SIDES = [
  { name: 'ours', path: '/host/ours', frame: 'cluster-atlas iframe', at: 'cluster-atlas' },
  { name: 'peers, in a frame with `loading="lazy"`', path: '/host/frame', frame: 'iframe', at: 'iframe' },
  { name: 'peers, in the host’s page', path: '/0/peers/host', frame: null, at: 'main' },
];
const MOMENTS = ['before it is near', 'when it is near', 'when it is used'];

/** Opens a host's page; what it is measured by. */
async function open(browser, origin, path) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en', serviceWorkers: 'block' });
  const page = await context.newPage();
  page.on('pageerror', (error) => say(`${path} says: ${error}`));
  const sent = { requests: 0, bytes: 0 };
  /** Requests that have begun and not ended. */
  const under = new Set();
  page.on('request', (request) => request.url().startsWith('http') && under.add(request));
  page.on('requestfailed', (request) => under.delete(request));
  page.on('requestfinished', async (request) => {
    if (!under.has(request)) return;
    const { responseBodySize, responseHeadersSize } = await request.sizes().catch(() => ({ responseBodySize: 0, responseHeadersSize: 0 }));
    sent.requests += 1;
    sent.bytes += responseBodySize + responseHeadersSize;
    under.delete(request);
  });
  const host = await context.newCDPSession(page);
  await host.send('Performance.enable');
  const sessions = [host];
  // A frame of another site has a process, and a main thread, of its own: from when its document begins it is watched.
  page.on('framenavigated', async (frame) => {
    const own = frame !== page.mainFrame() && (await context.newCDPSession(frame).catch(() => null));
    if (!own) return;
    await own.send('Performance.enable');
    sessions.push(own);
  });
  await page.goto(origin + path);
  /** What the main threads have done when they and the network have come to rest. */
  const rest = async () => {
    for (;;) {
      const before = sent.requests;
      const done = await quiet(sessions);
      if (under.size === 0 && sent.requests === before && done.length === sessions.length) return done;
    }
  };
  return { context, page, sent, rest };
}

/** What a side has cost by each moment, beside a host's page with nothing on it. */
async function measured(browser, origin, side) {
  const bare = await open(browser, origin, '/host/nothing');
  const [nothing] = await bare.rest();
  const without = { ...bare.sent };
  await bare.context.close();

  const { context, page, sent, rest } = await open(browser, origin, side.path);
  const costs = [];
  let before = { ...without, host: nothing, frame: 0 };
  const note = async () => {
    const [host, frame = 0] = await rest();
    const now = { ...sent, host, frame };
    costs.push(Object.fromEntries(Object.keys(now).map((what) => [what, Math.max(0, now[what] - before[what])])));
    before = now;
  };
  await note();

  await page.locator(side.at).first().evaluate((element) => element.scrollIntoView());
  const inside = side.frame ? page.frameLocator(side.frame) : page;
  await inside.locator('html[data-app=ready]').waitFor({ state: 'attached', timeout: 120_000 });
  await note();

  const country = inside.getByRole('group', { name: 'Country', exact: true }).getByRole('checkbox').first();
  await country.click();
  await note();
  await context.close();
  return costs;
}

function report(results, records) {
  const parts = ["## On a host's page\n", `What an embed of ${records.toLocaleString('en')} organisations costs the page that it stands on, ${BELOW.toLocaleString('en')} px below its first view: the element of \`embed.js\`, beside the page of the peers' libraries that \`bench/screen/\` is, in a frame of another site and in the host's page itself. What a host's page with nothing on it costs is taken off. Main thread: what it does until it and the network are at rest; a frame of another site has one of its own. "Used" is one tick of a country. Medians; least and most behind them.\n`];
  parts.push('| | | requests | KB, compressed | the host’s main thread, ms | the frame’s, ms |\n| --- | --- | ---: | ---: | ---: | ---: |');
  for (const [at, moment] of MOMENTS.entries()) {
    for (const { name, frame } of SIDES) {
      const of = (what) => results.get(name).map((costs) => costs[at][what]);
      const inFrame = frame && at > 0 ? told(of('frame')) : '–';
      parts.push(`| ${moment} | ${name} | ${median(of('requests')).toFixed(0)} | ${(median(of('bytes')) / 1000).toFixed(1)} | ${told(of('host'))} | ${inFrame} |`);
    }
  }
  return `${parts.join('\n')}\n`;
}

const how = { browser: options.browser, flags: options.flag, minutes: options.quick ? 10 : 30 };
await session(site({ dist: options.dist, data: [options.data], pages }), how, async (browser, origin) => {
  // Another site, not only another port: the frame has a process of its own.
  const hosts = origin.replace('127.0.0.1', 'localhost');
  pages['/host/ours'] = around(`<cluster-atlas view="explore" lang="en" height="${HEIGHT}"></cluster-atlas><script src="${origin}/0/app/embed.js" async></script>`);
  pages['/host/frame'] = around(`<iframe src="${origin}/0/peers/" title="Clusters" loading="lazy" width="100%" height="${HEIGHT}"></iframe>`);
  const { records } = JSON.parse(readFileSync(`${options.data}/organisations.json`, 'utf8'));
  const results = new Map(SIDES.map(({ name }) => [name, []]));
  // The first round is to get everything going.
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const side of round % 2 ? [...SIDES].reverse() : SIDES) {
      const costs = await measured(browser, hosts, side);
      if (round >= 0) results.get(side.name).push(costs);
    }
    say(`round ${round + 1} of ${ROUNDS}: done`);
  }
  writeFileSync(options.out, report(results, records.length));
});
