// The monkey: somebody who understands nothing clicks, types, presses keys, goes to and fro, turns the device and
// changes the language, faster than any person and in the middle of whatever goes on. The app must not stop, nothing
// may escape it, and afterwards it must not hold more than it did after the first hundred steps.
//
//   node tests/monkey/run.mjs [--steps 300] [--seed 1] [--verbose]
//
// `cargo xtask monkey` calls this. Its last lines are "N passed" and "N failed", counted in steps and measurements.
// What is done by chance follows from the seed, as far as the page is equally quick each time.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { FLAGS, browser as program } from '../e2e/browser.js';
import { SUB_PATH, server } from '../e2e/server.js';
import { chance } from '../soak/chance.mjs';

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const [steps, seed] = ['steps', 'seed'].map((name) => {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} takes a whole number from 1 on`);
  return number;
});

/** After so many steps it is measured for the first time. */
const FIRST = 100;
/**
 * So much more may there be at the end. WebAssembly's memory never shrinks, and holds whatever collections and maps the
 * walk has come to since: its bound only tells a leak from that, and does not show that it levels off.
 */
const MORE = { 'document nodes': 0.2, listeners: 0.2, 'JS heap, MB': 0.3, 'WebAssembly, MB': 1 };
/** A run that takes longer is stuck, in milliseconds. */
const AT_MOST = 300_000 + steps * 1_500;
const SIZES = [[360, 740], [740, 360], [768, 1024], [1366, 768], [1920, 1080]];
const KEYS = ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Enter', 'Escape', 'Space', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight',
  'Backspace', 'Home', 'End', 'PageDown', '+', '-'];
const WORDS = ['photon', 'agri-food', 'Köln', 'ζ', 'a', '  ', '💡', '"', '-', 'zzzzqq', 'lyon', '1', 'x'.repeat(300), '<b>', '2024-02-30', 'me@example.org'];
const LANGUAGES = ['en', 'de', 'fr'];

const luck = chance(seed);
const data = (name) => JSON.parse(readFileSync(new URL(`../../dist/data/${name}.json`, import.meta.url), 'utf8')).records;
const ids = Object.fromEntries(['organisations', 'calls', 'trainings', 'partner_requests'].map((name) => [name, data(name).map(({ id }) => id)]));
const one = (name) => encodeURIComponent(luck.one(ids[name]));

/** Where one can go, all of it; what is behind a `?` is by chance too. */
const ROUTES = [
  () => '#/explore',
  () => '#/explore?view=list',
  () => '#/explore?view=map&country=FR',
  () => '#/explore?view=coverage',
  () => `#/explore?q=${encodeURIComponent(luck.one(WORDS))}&near=48.85,2.35,100`,
  () => `#/organisation/${one('organisations')}`,
  () => `#/compare?ids=${one('organisations')},${one('organisations')}`,
  () => '#/shortlist',
  () => `#/shortlist?ids=${one('organisations')},${one('organisations')}`,
  () => '#/calls',
  () => '#/calls?view=timeline',
  () => '#/calls?at=2024-02-21&status=open',
  () => `#/calls/${one('calls')}`,
  () => '#/saved-calls',
  () => '#/training',
  () => `#/training/${one('trainings')}`,
  () => `#/training/${one('trainings')}/sign-up`,
  () => '#/sign-ups',
  () => '#/partner-requests',
  () => `#/partner-requests/${one('partner_requests')}`,
  () => '#/partner-requests/new',
  () => `#/partner-requests/new?for=${one('organisations')}`,
  () => `#/partner-requests/new?call=${one('calls')}`,
  () => '#/about-data',
  () => '#/nowhere/at/all',
];

const failures = [];
const done = [];
const started = Date.now();
const seconds = () => Math.round((Date.now() - started) / 1000);
function fail(words) {
  failures.push(words);
  console.error(`✗ after ${done.length} steps, seed ${seed}: ${words}`);
  console.error(`  the last ones: ${done.slice(-12).join(' · ')}`);
}

/** What can be clicked, typed into and chosen from, in sight; the middle of one of them, by chance. */
function target(random) {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=option], .map-canvas');
  const shown = [...all].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && !element.disabled;
  });
  if (shown.length === 0) return null;
  const element = shown[Math.floor(random * shown.length)];
  const box = element.getBoundingClientRect();
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return {
    x: Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
    y: Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1),
    tag: element.localName,
    options: element.localName === 'select' ? element.options.length : 0,
    name: `${element.localName} “${name.trim().replace(/\s+/g, ' ').slice(0, 30)}”`,
  };
}

/** What the monkey does, and how often compared with the rest. */
const DEEDS = [
  [10, async (page) => {
    const found = await page.evaluate(target, luck.next());
    if (!found) return 'nothing to click';
    if (found.options > 0) {
      await page.evaluate(([x, y, at]) => {
        const select = document.elementFromPoint(x, y)?.closest('select');
        if (!select) return;
        select.selectedIndex = at;
        select.dispatchEvent(new Event('input', { bubbles: true }));
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }, [found.x, found.y, luck.below(found.options)]);
      return `choose in ${found.name}`;
    }
    await page.mouse.click(found.x, found.y, { clickCount: luck.happens(0.1) ? 2 : 1 });
    if (['input', 'textarea'].includes(found.tag) && luck.happens(0.6)) {
      const words = luck.one(WORDS);
      await page.keyboard.insertText(words);
      return `type ${JSON.stringify(words.slice(0, 12))} into ${found.name}`;
    }
    return `click ${found.name}`;
  }],
  [5, async (page) => {
    const key = luck.one(KEYS);
    for (let times = 1 + luck.below(4); times > 0; times -= 1) await page.keyboard.press(key);
    return `press ${key}`;
  }],
  [5, async (page) => {
    const route = luck.one(ROUTES)();
    await page.evaluate((hash) => { location.hash = hash; }, route);
    return route;
  }],
  // Somewhere, and away again before it is all there.
  [4, async (page) => {
    const way = [luck.one(ROUTES)(), luck.one(ROUTES)(), luck.one(ROUTES)()];
    await page.evaluate(async ({ way, pauses }) => {
      for (const [at, hash] of way.entries()) {
        location.hash = hash;
        await new Promise((then) => { setTimeout(then, pauses[at]); });
      }
    }, { way, pauses: way.map(() => luck.below(200)) });
    return way.join(' → ');
  }],
  [3, async (page) => {
    const by = luck.one([-1, -1, -2, 1]);
    await page.evaluate((by) => history.go(by), by);
    return `history ${by}`;
  }],
  [2, async (page) => {
    const [width, height] = luck.one(SIZES);
    await page.setViewportSize({ width, height });
    return `${width} × ${height}`;
  }],
  [2, async (page) => {
    const language = luck.one(LANGUAGES);
    await page.evaluate((language) => {
      const select = document.querySelector('.language select');
      if (!select) return;
      select.value = language;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, language);
    return `language ${language}`;
  }],
  [2, async (page) => {
    const { width, height } = page.viewportSize();
    await page.mouse.move(luck.below(width), luck.below(height));
    await page.mouse.wheel(0, luck.below(2_000) - 800);
    return 'wheel';
  }],
  [2, async (page) => {
    const { width, height } = page.viewportSize();
    await page.mouse.move(luck.below(width), luck.below(height));
    await page.mouse.down();
    await page.mouse.move(luck.below(width), luck.below(height), { steps: 3 });
    await page.mouse.up();
    return 'drag';
  }],
  [1, async (page) => {
    const colorScheme = luck.one(['light', 'dark']);
    await page.emulateMedia({ colorScheme, reducedMotion: luck.one(['reduce', 'no-preference']), media: luck.one(['screen', 'screen', 'print']) });
    return `media ${colorScheme}`;
  }],
  [1, async (page) => {
    await page.evaluate((name) => dispatchEvent(new Event(name)), luck.one(['online', 'pageshow', 'focus']));
    return 'an event of the window';
  }],
  [1, async (page) => {
    await printed(page);
    return 'print';
  }],
];
const weights = DEEDS.reduce((sum, [weight]) => sum + weight, 0);

function deed() {
  let at = luck.below(weights);
  return DEEDS.find(([weight]) => (at -= weight) < 0)[1];
}

/** What a browser does when it prints: the page is drawn as a whole, and then as it was. */
const printed = (page) =>
  page.evaluate(async () => {
    dispatchEvent(new Event('beforeprint'));
    for (let frames = 0; frames < 2; frames += 1) await new Promise((then) => { requestAnimationFrame(then); });
    dispatchEvent(new Event('afterprint'));
  });

/** Whether the app has stopped, and what it says of it. */
const stopped = (page) =>
  page.evaluate(() => {
    const panel = document.getElementById('failed');
    return panel && !panel.hidden ? document.getElementById('failed-detail').textContent || 'without a word' : null;
  });

/** What there is when the first page has come to rest and all that is not needed is gone. */
async function measured(page, session) {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference', media: 'screen' });
  await page.evaluate(() => {
    document.activeElement?.blur?.();
    location.hash = '#/about-data';
  });
  await page.locator('main.page h1').first().waitFor();
  await page.evaluate(() => {
    const select = document.querySelector('.language select');
    select.value = 'en';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    location.hash = '#/explore';
  });
  await page.locator('html[lang=en] .map canvas').first().waitFor();
  await page.locator('.results li[aria-posinset]').first().waitFor();
  // What was scheduled for later has come, and what nobody holds is collected: some of it is let go of by what was.
  for (let times = 0; times < 6; times += 1) {
    await page.evaluate(() => new Promise((then) => { setTimeout(then, 250); }));
    await session.send('HeapProfiler.collectGarbage');
  }
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  const megabytes = (bytes) => Math.round(bytes / 10_486) / 100;
  return {
    'document nodes': of('Nodes'),
    listeners: of('JSEventListeners'),
    'JS heap, MB': megabytes(of('JSHeapUsedSize')),
    'WebAssembly, MB': megabytes(await page.evaluate(() => globalThis.memoryOfTheApp?.buffer.byteLength ?? 0)),
  };
}

async function main() {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: program(), args: FLAGS });
  const context = await browser.newContext({ locale: 'en', timezoneId: 'Europe/Brussels', viewport: { width: 1366, height: 768 } });
  // Nobody else is bothered by it, and no dialog of the browser keeps it.
  await context.route((url) => url.origin !== origin, (route) => route.abort());
  await context.addInitScript(() => {
    globalThis.print = () => {};
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        globalThis.memoryOfTheApp ??= (made.instance ?? made).exports.memory;
        return made;
      };
    }
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => fail(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ERR_FAILED|ERR_ABORTED|Failed to load resource/.test(message.text())) fail(`console: ${message.text()}`);
  });
  page.on('crash', () => fail('the page has crashed'));
  page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
  context.on('page', (other) => other !== page && other.close().catch(() => {}));
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  const address = `${origin}${SUB_PATH}`;
  // The map is there once, with all it takes to read it.
  const read = page.waitForResponse((response) => response.url().includes('basemap/places-'));
  await page.goto(address);
  await page.locator('html[data-app="ready"]').waitFor();
  await (await read).finished();
  await printed(page);

  let before = null;
  while (done.length < steps && failures.length === 0) {
    const at = done.length;
    // Every page is seen once at the beginning: its code and its data are no leak.
    if (at < ROUTES.length) {
      const route = ROUTES[at]();
      await page.evaluate((hash) => { location.hash = hash; }, route);
      await page.locator('main:not(.loading)').waitFor();
      done.push(route);
    } else {
      done.push(await deed()(page));
      if (luck.happens(0.3)) await page.evaluate((pause) => new Promise((then) => { setTimeout(then, pause); }), luck.below(80));
    }
    if (values.verbose) console.log(`${at}: ${done.at(-1)}`);
    const words = await stopped(page);
    if (words) fail(`the app has stopped: ${words}`);
    if (!page.url().startsWith(address)) await page.goto(address);
    if (done.length === Math.min(FIRST, Math.ceil(steps / 2)) && failures.length === 0) before = await measured(page, session);
    if (done.length % 500 === 0) console.log(`  ${seconds()} s: ${done.length} steps`);
  }
  let checks = 0;
  const wrong = failures.length;
  if (wrong === 0) {
    const after = await measured(page, session);
    for (const [name, value] of Object.entries(after)) {
      const was = before[name];
      const change = Math.round((value / was - 1) * 100);
      console.log(`  ${name}: ${was} after the first steps, ${value} at the end (${change >= 0 ? '+' : ''}${change} %)`);
      if (was > 0 && value <= was * (1 + MORE[name])) checks += 1;
      else fail(`${name}: ${value} is more than ${MORE[name] * 100} % above ${was}`);
    }
  }
  await browser.close();
  server.close();
  const good = (wrong === 0 ? done.length : Math.max(done.length - wrong, 0)) + checks;
  console.log(`${done.length} steps, seed ${seed}, in ${seconds()} s.`);
  console.log(`${good} passed\n${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

setTimeout(() => {
  console.error(`The run is stuck: it was given up after ${AT_MOST / 1000} s. The last steps: ${done.slice(-12).join(' · ')}`);
  process.exit(1);
}, AT_MOST).unref();
process.exit(await main());
