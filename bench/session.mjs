// One Chromium run against a server on this machine, which both end, whatever happens, after so many minutes at most.

import { chromium } from '@playwright/test';

/**
 * Has a server answer, starts the browser, measures and ends the process: with 1 where something failed.
 *
 * @param {import('node:http').Server} server what answers the pages
 * @param {{ browser: string, flags: string[], minutes: number }} how the program, its flags, and how long all may take
 * @param {(browser: import('@playwright/test').Browser, origin: string) => Promise<void>} measure
 */
export async function session(server, { browser: executablePath, flags, minutes }, measure) {
  let browser;
  let failed = false;
  const watch = setTimeout(async () => {
    console.error(`The measurement took more than ${minutes} minutes and was ended.`);
    await Promise.race([browser?.close(), new Promise((done) => setTimeout(done, 5_000))]);
    process.exit(1);
  }, minutes * 60_000);
  try {
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    browser = await chromium.launch({ executablePath, timeout: 60_000, args: flags });
    await measure(browser, `http://127.0.0.1:${server.address().port}`);
  } catch (error) {
    console.error(`The measurement failed: ${error.stack}`);
    failed = true;
  } finally {
    clearTimeout(watch);
    await browser?.close().catch(() => {});
    server.closeAllConnections();
    server.close();
  }
  process.exit(failed ? 1 : 0);
}
