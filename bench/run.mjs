// Serves the page of bench/page on this machine, opens it in one Chromium run and has it measure.
// `cargo xtask bench` calls this; it prints what it is doing and writes the figures as JSON.
//
//   node bench/run.mjs --app FOLDER --out FILE --browser PROGRAM [--flag=--headless …] [--speed FOLDER] [--quick]

import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { session } from './session.mjs';

const { values: options } = parseArgs({
  options: {
    app: { type: 'string' },
    out: { type: 'string' },
    browser: { type: 'string' },
    speed: { type: 'string' },
    quick: { type: 'boolean', default: false },
    flag: { type: 'string', multiple: true, default: [] },
  },
});

const SIZES = [1_445, 10_000, 100_000];

/** How thoroughly time is taken: runs, the least length of one in milliseconds, and what comes before the first. */
const PACE = options.quick
  ? {
      building: { runs: 3, slice: 0, warmUp: { calls: 2, time: 0, most: 2 } },
      asking: { runs: 3, slice: 10, warmUp: { calls: 2, time: 50, most: 20 } },
    }
  : {
      building: { runs: 15, slice: 0, warmUp: { calls: 3, time: 300, most: 30 } },
      asking: { runs: 21, slice: 25, warmUp: { calls: 3, time: 500, most: 200 } },
    };

/** Ends everything when the browser hangs. */
const AT_MOST_MINUTES = options.quick ? 10 : 40;

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (file) => path.join(root, file);

/** What is served; nothing else is. */
const FILES = {
  '/': inRoot('bench/page/index.html'),
  '/page/main.js': inRoot('bench/page/main.js'),
  '/page/measure.js': inRoot('bench/page/measure.js'),
  '/page/peers.js': inRoot('bench/page/peers.js'),
  '/page/questions.js': inRoot('bench/page/questions.js'),
  '/peers/itemsjs.js': inRoot('node_modules/itemsjs/dist/index.modern.js'),
  '/peers/minisearch.js': inRoot('node_modules/minisearch/dist/es/index.js'),
  '/peers/supercluster.js': inRoot('node_modules/supercluster/dist/supercluster.min.js'),
  '/data/vocabularies.json': inRoot('public/data/vocabularies.json'),
  '/app/atlas_bench.js': path.join(options.app, 'atlas_bench.js'),
  '/app/atlas_bench_bg.wasm': path.join(options.app, 'atlas_bench_bg.wasm'),
};
/** The same index compiled for speed, where it is to be measured too. */
if (options.speed) {
  FILES['/speed/atlas_bench.js'] = path.join(options.speed, 'atlas_bench.js');
  FILES['/speed/atlas_bench_bg.wasm'] = path.join(options.speed, 'atlas_bench_bg.wasm');
}
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
};

const server = createServer(async (request, response) => {
  const file = FILES[new URL(request.url, 'http://localhost').pathname];
  const found = file && (await stat(file).catch(() => null));
  if (!found?.isFile()) {
    response.writeHead(404);
    return response.end();
  }
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)],
    'content-length': found.size,
    'cache-control': 'no-store',
    // An isolated page gets a clock of 5 microseconds instead of 100.
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
});

const version = (name) => JSON.parse(readFileSync(inRoot(`node_modules/${name}/package.json`))).version;
const say = (line) => console.log(`  ${line}`);

async function measureAll(browser, address) {
  const sizes = [];
  let clock;
  // Every dataset has a page of its own, so that none inherits another's memory or compiled code.
  const pages = SIZES.flatMap((count) => [
    { count, ownPoints: false, works: ['build', 'filter', 'text', 'map', 'check'] },
    { count, ownPoints: true, works: ['ready', 'map'] },
  ]);
  for (const { count, ownPoints, works } of pages) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    page.on('pageerror', (error) => say(`the page says: ${error}`));
    page.on('console', (message) => say(`the page says: ${message.text()}`));
    await page.goto(address);
    await page.waitForFunction(() => globalThis.benchReady, undefined, { timeout: 30_000 });
    const isolated = await page.evaluate(() => globalThis.crossOriginIsolated && typeof gc === 'function');
    if (!isolated) throw new Error('The page is not isolated, or its garbage cannot be collected.');
    clock ??= await page.evaluate(() => bench.clockStep());
    const result = await page.evaluate((given) => bench.begin(...given), [
      count,
      ownPoints,
      PACE,
      Boolean(options.speed),
    ]);
    for (const work of works) {
      const start = performance.now();
      result[work] = await page.evaluate((name) => bench[name](), work);
      const took = ((performance.now() - start) / 1000).toFixed(1);
      say(`${count} records${ownPoints ? ' on points of their own' : ''}, ${work}: ${took} s`);
    }
    if (ownPoints) sizes.at(-1).own_points = result;
    else sizes.push(result);
    await context.close();
  }
  return { clock_ms: clock, sizes };
}

const how = { browser: options.browser, flags: [...options.flag, '--js-flags=--expose-gc'], minutes: AT_MOST_MINUTES };
await session(server, how, async (browser, origin) => {
  const measured = await measureAll(browser, `${origin}/`);
  const facts = {
    browser: browser.version(),
    quick: options.quick,
    runs: { building: PACE.building.runs, asking: PACE.asking.runs },
    processor: os.cpus()[0]?.model ?? 'unknown',
    processors: os.cpus().length,
    peers: Object.fromEntries(['itemsjs', 'minisearch', 'supercluster'].map((name) => [name, version(name)])),
  };
  writeFileSync(options.out, JSON.stringify({ ...facts, ...measured }, null, 1));
});
