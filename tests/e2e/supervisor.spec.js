// What watches over a screen in a hall: docs/kiosk/kiosk.mjs starts the browser anew when its page has gone silent.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, expect, test } from '@playwright/test';
import { FLAGS, browser } from './browser.js';
import { tr } from './messages.js';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

test('a page that has crashed is back within ten seconds', { tag: '@once' }, async () => {
  test.setTimeout(240_000);
  const profile = await mkdtemp(path.join(tmpdir(), 'kiosk-'));
  const flags = ['--headless=new', '--remote-debugging-port=0', ...FLAGS].map((flag) => `--flag=${flag}`);
  const supervisor = spawn(process.execPath, [
    here('../../docs/kiosk/kiosk.mjs'), '--folder', here('../../dist'), '--browser', browser(), '--port', '0', '--profile', profile, ...flags,
  ], { stdio: 'ignore' });
  /** The screen's page, in the browser that runs now: the port is another one each time. */
  const screen = async (before) => {
    let port;
    await expect.poll(async () => {
      const text = await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
      [port] = text.split('\n');
      return Boolean(port) && port !== before;
    }, { timeout: 40_000, intervals: [100] }).toBe(true);
    const connected = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    await expect.poll(() => connected.contexts()[0].pages().length, { intervals: [100] }).toBeGreaterThan(0);
    const [page] = connected.contexts()[0].pages();
    await expect(page.getByRole('dialog', { name: tr('kiosk-attract') })).toBeVisible({ timeout: 40_000 });
    return { port, connected, page };
  };
  try {
    let now = await screen();
    const took = [];
    // On a machine that does something else as well one may take longer: each is back, and one of three in time.
    while (took.length < 3 && !took.some((seconds) => seconds < 10)) {
      const session = await now.page.context().newCDPSession(now.page);
      const crashed = Date.now();
      session.send('Page.crash').catch(() => {});
      const next = await screen(now.port);
      took.push((Date.now() - crashed) / 1000);
      await now.connected.close();
      now = next;
    }
    test.info().annotations.push({ type: 'back after', description: `${took.map((seconds) => seconds.toFixed(1)).join(', ')} s` });
    expect(Math.min(...took)).toBeLessThan(10);
    await now.connected.close();
  } finally {
    supervisor.kill('SIGTERM');
    await new Promise((done) => supervisor.once('exit', done));
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
