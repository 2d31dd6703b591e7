#!/usr/bin/env node
// A screen in a hall, on Linux: serves a folder with Cluster Atlas on this machine only, shows it in Chromium, and starts
// Chromium anew when the page has not been heard of for some seconds. A page cannot recover from the crash of its own
// renderer, so somebody outside has to watch it.
//
//   node kiosk.mjs --folder /srv/cluster-atlas [--browser chromium] [--port 8080] [--screen NAME]
//                  [--profile DIR] [--silence SECONDS] [--flag=--some-chromium-flag …]
//
// Needs Node.js 20 or newer and nothing else. See docs/kiosk.md.

import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values: wanted } = parseArgs({
  options: {
    folder: { type: 'string' },
    browser: { type: 'string', default: 'chromium' },
    port: { type: 'string', default: '8080' },
    screen: { type: 'string', default: '' },
    profile: { type: 'string' },
    silence: { type: 'string', default: '6' },
    flag: { type: 'string', multiple: true, default: [] },
  },
});
if (!wanted.folder) {
  console.error('Say which folder to show: --folder /srv/cluster-atlas');
  process.exit(2);
}

const folder = path.resolve(wanted.folder);
/** Without a word from the page for so long it is taken to be dead, in milliseconds. */
const SILENCE = Number(wanted.silence) * 1000;
/** A page that starts gets so long to say its first word: it may have to fetch and to index everything. */
const START = 60_000;
const HEARTBEAT = '/heartbeat';

const TYPES = {
  '.css': 'text/css; charset=utf-8', '.ftl': 'text/plain; charset=utf-8', '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json',
};

let heard = 0;

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === HEARTBEAT && request.method === 'POST') {
    heard = performance.now();
    response.writeHead(204).end();
    return;
  }
  let file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
  if (pathname.endsWith('/')) file = path.join(file, 'index.html');
  const found = file.startsWith(folder + path.sep) && (await stat(file).catch(() => null));
  if (!found?.isFile() || request.method !== 'GET') {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-cache',
  });
  createReadStream(file).pipe(response);
});
server.listen(Number(wanted.port), '127.0.0.1', run);

let browser;
let stopping = false;

function command(profile) {
  const { port } = server.address();
  const screen = wanted.screen ? `&kiosk=${encodeURIComponent(wanted.screen)}` : '';
  return [
    '--kiosk', '--no-first-run', '--no-default-browser-check', '--noerrdialogs', '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble', '--disable-pinch', '--overscroll-history-navigation=0', '--disable-features=Translate,TouchpadOverscrollHistoryNavigation',
    '--disable-component-update', '--password-store=basic', '--autoplay-policy=no-user-gesture-required',
    `--user-data-dir=${profile}`, ...wanted.flag,
    `http://127.0.0.1:${port}/index.html?mode=kiosk&heartbeat=${HEARTBEAT.slice(1)}${screen}`,
  ];
}

async function run() {
  console.log(`serving ${folder} on http://127.0.0.1:${server.address().port}/`);
  const profile = wanted.profile ?? (await mkdtemp(path.join(tmpdir(), 'cluster-atlas-kiosk-')));
  for (;;) {
    heard = 0;
    const started = performance.now();
    // A group of its own, so that nothing of it is left when it is ended.
    browser = spawn(wanted.browser, command(profile), { stdio: 'ignore', detached: true });
    const gone = new Promise((done) => {
      browser.once('exit', done);
      browser.once('error', (error) => {
        console.error(`${wanted.browser} does not start: ${error.message}`);
        done();
      });
    });
    const watch = setInterval(() => {
      const now = performance.now();
      const silent = heard === 0 ? now - started > START : now - heard > SILENCE;
      if (silent) {
        console.log('the page is silent: starting the browser anew');
        end();
      }
    }, 500);
    await gone;
    clearInterval(watch);
    end();
    if (stopping) break;
    // A browser that ends at once does not keep the machine busy.
    if (performance.now() - started < 2_000) await new Promise((done) => setTimeout(done, 2_000));
  }
}

function end() {
  try {
    process.kill(-browser.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    stopping = true;
    end();
    server.closeAllConnections();
    server.close(() => process.exit(0));
  });
}
