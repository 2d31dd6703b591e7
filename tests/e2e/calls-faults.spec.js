// Calls as bad as data can be: what the visitor sees is text, and nothing is lost.

import { expect, open, test } from './atlas.js';
import { tr } from './messages.js';

const HOSTILE = '<img src=x onerror="document.title=1">\u202e</script>';

/** Serves these records in place of the published calls. */
async function serve(page, records) {
  const body = JSON.stringify({ format: 'cluster-atlas/calls/1', records });
  await page.route('**/data/calls.json', (route) => route.fulfill({ contentType: 'application/json', body }));
}

const call = (more) => ({ id: 'bad', title: 'A call', issuer: 'Somebody', cutoffs: [{ date: '2030-01-01' }], ...more });

test.describe('a call', { tag: '@once' }, () => {
  test('with markup in every text shows it as text', async ({ page }) => {
    await serve(page, [
      call({
        title: HOSTILE, issuer: HOSTILE, topic_id: HOSTILE, action_type: HOSTILE, summary: { en: HOSTILE },
        budget: { eur: 1, note: HOSTILE }, audience: ['no-such-audience'], url: 'javascript:alert(1)',
        cutoffs: [{ date: '2030-01-01', note: HOSTILE }],
      }),
    ]);
    await open(page, '#/calls/bad');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x');
    await expect(page.getByRole('img')).toHaveCount(0);
    await expect(page.getByRole('link', { name: /Official page/ })).toHaveCount(0);
    await expect(page.getByText('no-such-audience')).toBeVisible();
    await page.getByRole('link', { name: 'Back to the open calls' }).click();
    await expect(page.getByRole('list', { name: 'Results' })).toContainText('<img src=x');
    await page.getByRole('link', { name: tr('nav-about-data'), exact: true }).click();
    await expect(page.getByRole('main')).toContainText('only web addresses (https or http) become links');
  });

  test('with cut-offs out of order, impossible days and no time reads in order', async ({ page }) => {
    await serve(page, [
      call({ cutoffs: [{ date: '2030-03-01', time: '17:00' }, { date: '2030-02-30' }, { date: '2030-01-01', time: '25:00' }] }),
    ]);
    await open(page, '#/calls/bad?at=2029-12-01');
    const cutoffs = page.getByRole('article').getByRole('listitem').filter({ hasText: '2030' });
    await expect(cutoffs).toHaveCount(2);
    await expect(cutoffs.first()).toContainText('1 January 2030 (time not stated)');
    await expect(cutoffs.first()).toContainText('next cut-off');
    await expect(cutoffs.last()).toContainText('1 March 2030, 17:00 CET');
  });

  test('with two hundred cut-offs lists them all', async ({ page }) => {
    const day = (step) => new Date(Date.UTC(2030, 0, 1 + step)).toISOString().slice(0, 10);
    await serve(page, [call({ cutoffs: Array.from({ length: 200 }, (_, step) => ({ date: day(step) })) })]);
    await open(page, '#/calls/bad?at=2030-01-10');
    await expect(page.getByText('next cut-off', { exact: true })).toHaveCount(1);
    await expect(page.getByText('passed', { exact: true })).toHaveCount(9);
  });

  test('without any cut-off says what is not known', async ({ page }) => {
    await serve(page, [call({ cutoffs: [], deadline_known: false })]);
    await open(page, '#/calls/bad');
    await expect(page.getByText('The call is real, its closing date is not known.')).toBeVisible();
    await expect(page.getByText('Date not known')).toBeVisible();
  });
});

test('a dataset without calls says so', { tag: '@once' }, async ({ page }) => {
  await page.route('**/data/atlas.json', async (route) => {
    const manifest = await (await route.fetch()).json();
    delete manifest.collections.calls;
    await route.fulfill({ json: manifest });
  });
  await open(page, '#/calls');
  await expect(page.getByRole('status')).toHaveText('No call matches');
  await expect(page.getByText(tr('nothing-at-all'))).toBeVisible();
});
