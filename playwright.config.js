// End-to-end tests on the release build in dist/, served from a deep sub-path by a server without rewrite rules.
// `cargo xtask test --only e2e` runs them; the browser is the one of this machine, never a download.

import { defineConfig } from '@playwright/test';
import { FLAGS, browser } from './tests/e2e/browser.js';
import { SUB_PATH } from './tests/e2e/server.js';

const port = Number(process.env.ATLAS_E2E_PORT ?? 41730);
const address = `http://127.0.0.1:${port}${SUB_PATH}`;

export default defineConfig({
  testDir: 'tests/e2e',
  // Pictures are made on demand: `npm run screenshots`.
  testIgnore: process.env.ATLAS_SCREENSHOTS ? [] : ['screenshots.spec.js'],
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A machine that stalls for a while fails no run. What passes only then is listed as flaky: a race to be mended.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    locale: 'en',
    timezoneId: 'Europe/Brussels',
    // Only the specs of the worker itself run with one: the others test what they say.
    serviceWorkers: 'block',
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser(),
      // A page whose index.html a test has changed counts as a stranger, and asks before it talks to 127.0.0.1.
      args: [...FLAGS, '--disable-features=LocalNetworkAccessChecks'],
    },
  },
  // What has nothing to do with the size of the screen is tagged @once and runs on the laptop only.
  projects: [
    {
      name: 'phone',
      grepInvert: /@once/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
    { name: 'laptop', use: { viewport: { width: 1366, height: 768 } } },
    // On a wall a page is laid out as on a laptop: what breaks no rule there breaks none here, and twenty seconds a page add up.
    { name: 'wall', grepInvert: /@once|@axe/, use: { viewport: { width: 1920, height: 1080 } } },
  ],
  webServer: {
    command: `node tests/e2e/server.js ${port}`,
    url: address,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
