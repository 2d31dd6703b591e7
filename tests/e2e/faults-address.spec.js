// Nothing in an address can break the page: whatever is mangled is ignored, named, or answered with a way on.

import { expect, test } from './atlas.js';
import { sentence } from './dataset.js';
import { tr } from './messages.js';
import { ExplorePage } from './pages/explore.js';

// Addresses that lead to the mapping tool, where what cannot be read has left no trace.
const IGNORED = [
  '',
  '#',
  '#/',
  '#//',
  '#explore',
  '#/explore?',
  '#/explore?&&&===&',
  '#/explore?view=sideways&sort=up&rows=&by=',
  '#/explore?near=48.85,2.35',
  '#/explore?near=NaN,Infinity,1e999',
  '#/explore?near=91,181,100',
  '#/explore?bbox=1,2,3',
  '#/explore?bbox=8,50,5,47,,',
  '#/explore?bbox=5,50,8,47',
  '#/explore?map=0,0,99',
  '#/explore?map=a,b,c',
  '#/explore?at=2024-02-30',
  '#/explore?at=-271821-04-20',
  '#/explore?sel=',
  '#/explore?sel=%00%ff%fe',
  '#/explore?sel=nobody-at-all',
  '#/explore?country=',
  '#/explore?country=,,,',
  '#/explore?%ZZ=%&%=%E0%A4%A',
  '#/explore?constructor=1&__proto__=2&toString=3',
];

// Addresses that lead nowhere; the page says so and offers the way on.
const NOWHERE = [
  '#/nowhere',
  '#/explore/extra',
  '#/organisation',
  '#/organisation/a/b',
  '#/calls/../../etc/passwd',
  '#/<script>alert(1)</script>',
  '#/%3Cimg%20src=x%20onerror=alert(1)%3E',
  '#/%00%01%02',
  '#/%E2%80%AEdesrever',
  `#/${'x'.repeat(20_000)}`,
  '#/../../..',
  '#javascript:alert(1)',
];

// Addresses that can be followed, with something that is not in this dataset.
const ABSENT = [
  '#/explore?country=ATLANTIS,%F0%9F%8C%8D,<b>',
  `#/explore?country=${Array.from({ length: 2000 }, (_, at) => `X${at}`).join(',')}`,
  `#/explore?q=${'a'.repeat(5000)}`,
  '#/explore?q=%22%27%60%5C%2F%3C%3E%26%25',
  '#/explore?q=%F0%9F%92%A9%E2%80%AE%00',
  '#/explore?region=FR10,%2C,%252C',
  '#/explore?located=maybe&kind=club&label=platinum',
  '#/explore?near=-90,0,1',
  '#/explore?near=0,180,5000&sort=distance',
  '#/explore?bbox=-180,-90,180,90&map=85,180,18',
  '#/explore?bbox=170,-10,-170,10',
  '#/explore?map=-90,-180,0',
  '#/explore?view=coverage&rows=expertise&by=region&country=ATLANTIS',
  '#/organisation/%00',
  '#/organisation/%F0%9F%92%A9',
  `#/organisation/${'y'.repeat(20_000)}`,
  '#/organisation/__proto__',
  '#/organisation/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '#/compare?ids=,,,',
  '#/compare?ids=a,a,a,b,c,d,e,f',
  `#/compare?ids=${'z,'.repeat(3000)}`,
  '#/shortlist?ids=',
  `#/shortlist?ids=${Array.from({ length: 500 }, (_, at) => `nobody-${at}`).join(',')}`,
  '#/shortlist?ids=%3Cb%3E,%00',
  '#/about-data?x=1',
];

/** Follows an address without a reload, as a link does, and checks that the page lives. */
async function follow(page, hash) {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

test.describe('a mangled address', { tag: '@once' }, () => {
  // Dozens of addresses each, one after the other.
  test.describe.configure({ timeout: 60_000 });

  test('leaves no trace where it cannot be read', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=MT');
    for (const hash of IGNORED) {
      await follow(page, '#/explore?country=MT');
      await explore.expectStatus(sentence({ country: ['MT'] }));
      await follow(page, hash);
      await expect(explore.status, hash).toHaveText(sentence());
    }
  });

  test('that leads nowhere says so, and shows the way on', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    for (const hash of NOWHERE) {
      await follow(page, hash);
      await expect(page.getByRole('heading', { level: 1 }), hash.slice(0, 60)).toHaveText(tr('unknown-title'));
      const on = page.getByRole('link', { name: tr('go-to-explore') });
      await expect(on).toBeVisible();
      await on.click();
      await explore.expectStatus(sentence());
    }
  });

  test('of something absent is answered', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    page.on('dialog', () => {
      throw new Error('a script of the address ran');
    });
    for (const hash of ABSENT) {
      await follow(page, hash);
      const text = await page.getByRole('main').innerText();
      expect(text.length, hash.slice(0, 60)).toBeGreaterThan(10);
    }
    await follow(page, '#/explore');
    await explore.expectStatus(sentence());
  });

  test('can be the first one', async ({ page }) => {
    for (const hash of [IGNORED[9], IGNORED[24], NOWHERE[5], NOWHERE[9], ABSENT[0], ABSENT[1], ABSENT[8], ABSENT[15]]) {
      await page.goto('about:blank');
      await page.goto(`./${hash}`);
      await page.locator('html[data-app="ready"]').waitFor();
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
  });

  test('may have anything before the hash', async ({ page }) => {
    for (const search of ['?', '?lang', '?lang=%E0%A4%A', '?mode=<script>&theme=%00', `?x=${'y'.repeat(4000)}`, '?lang=en&lang=de']) {
      await page.goto(`./${search}#/explore?country=MT`);
      await page.locator('html[data-app="ready"]').waitFor();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await new ExplorePage(page).expectStatus(sentence({ country: ['MT'] }));
    }
  });
});
