// Saving on this device, whatever is saved: one button, one rule, and what it says is heard.

import { expect, test } from './atlas.js';
import { records } from './dataset.js';
import { tr } from './messages.js';
import { CallsPage } from './pages/calls.js';
import { ExplorePage } from './pages/explore.js';
import { ProfilePage } from './pages/profile.js';

const MOST = 100;
const full = Array.from({ length: MOST }, (_, at) => `somebody-${at}`).join(',');

test.describe('saving', { tag: '@once' }, () => {
  test('says that a full list takes nothing, for organisations and for calls', async ({ page }) => {
    await page.addInitScript((ids) => {
      for (const list of ['shortlist', 'saved-calls']) localStorage.setItem(`cluster-atlas/${list}/1`, ids);
    }, full);
    const profile = new ProfilePage(page);
    await profile.open(records[0].id);
    await profile.save.click();
    await expect(page.getByText(tr('saved-full', { most: MOST }))).toBeAttached();
    await expect(profile.save).toHaveAttribute('aria-pressed', 'false');

    const calls = new CallsPage(page);
    await calls.open();
    const save = calls.results.getByRole('button').first();
    await save.click();
    await expect(page.getByText(tr('saved-full', { most: MOST }))).toBeAttached();
    await expect(save).toHaveAttribute('aria-pressed', 'false');
  });

  test('of two things says so twice', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    // A screen reader speaks when the text of a live region becomes another one.
    await page.evaluate((words) => {
      window.heard = 0;
      const hear = (changes) => {
        const regions = new Set(changes.map(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest('[aria-live]')));
        window.heard += [...regions].filter((region) => region?.textContent === words).length;
      };
      new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true });
    }, tr('saved'));
    const buttons = explore.results.getByRole('button', { name: /^Shortlist: / });
    for (const [at, times] of [[0, 1], [1, 2], [2, 3]]) {
      await buttons.nth(at).click();
      await expect.poll(() => page.evaluate(() => window.heard)).toBe(times);
    }
  });
});
