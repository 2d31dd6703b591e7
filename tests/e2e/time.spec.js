// What is on the screen follows the clock: to the minute, over midnight, and when somebody comes back to the page.

import { expect, open, test } from './atlas.js';
import { CallsPage } from './pages/calls.js';

/** A call of the dataset closes on this day at 17:00 in Brussels. */
const CUT_OFF = Date.parse('2026-11-12T16:00:00Z');
const MINUTE = 60_000;

const lastDay = (list) => list.results.getByRole('listitem').filter({ hasText: 'closes today at 17:00' });

test.describe('the time', { tag: '@once' }, () => {
  test.use({ timezoneId: 'Europe/Brussels' });

  test('closes a call in the minute of its cut-off, whenever the page was opened', async ({ page }) => {
    await page.clock.install({ time: CUT_OFF - 10 * MINUTE - 30_000 });
    const list = new CallsPage(page);
    await list.open('closes_within=7');
    await expect(lastDay(list)).not.toHaveCount(0);
    await page.clock.pauseAt(CUT_OFF - 1_500);
    await expect(lastDay(list)).not.toHaveCount(0);
    await page.clock.runFor(2_000);
    await expect(lastDay(list)).toHaveCount(0);
  });

  test('that goes on leaves the list where it was scrolled to', async ({ page }) => {
    await page.clock.install({ time: CUT_OFF - 10 * MINUTE - 30_000 });
    const list = new CallsPage(page);
    await list.open('status=open,closed');
    const scrolled = () => list.results.evaluate((list) => list.scrollTop);
    await list.results.evaluate((list) => list.scrollTo(0, 600));
    await expect.poll(scrolled).toBe(600);
    const open = await list.status.textContent();
    await page.clock.pauseAt(CUT_OFF - 1_500);
    await page.clock.runFor(2_000);
    // The states are other ones, the question is the same.
    await expect(list.status).not.toHaveText(open);
    await expect.poll(scrolled).toBe(600);
  });

  test('is right again as soon as the page is looked at', async ({ page }) => {
    await page.clock.setFixedTime(CUT_OFF - 10 * MINUTE);
    const list = new CallsPage(page);
    await list.open('closes_within=7');
    await expect(lastDay(list)).not.toHaveCount(0);
    // The timers of a computer that sleeps do not run.
    await page.clock.setFixedTime(CUT_OFF + 60 * MINUTE);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect(lastDay(list)).toHaveCount(0);
  });

  test('is another day after midnight, for a page that stays open too', async ({ page }) => {
    const midnight = Date.parse('2026-11-12T23:00:00Z');
    await page.clock.install({ time: midnight - 10 * MINUTE - 30_000 });
    await open(page, '#/explore?country=MT');
    const footer = page.getByText(page.url());
    const print = (event) => page.evaluate((event) => dispatchEvent(new Event(event)), event);
    await page.emulateMedia({ media: 'print' });
    await print('beforeprint');
    await expect(footer).toContainText('12 November 2026');
    await print('afterprint');
    await page.clock.pauseAt(midnight - 1_500);
    await page.clock.runFor(2_000);
    await print('beforeprint');
    await expect(footer).toContainText('13 November 2026');
  });
});
