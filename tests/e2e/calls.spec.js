// Open calls: what one can still apply for on a given day, until when, and what is said when there is nothing.

import { expect, test } from './atlas.js';
import { readFileSync } from 'node:fs';
import { calls, counts, manifest } from './dataset.js';
import { expectParameters } from './pages/address.js';
import { tr } from './messages.js';
import { CallsPage } from './pages/calls.js';

/** A quiet day: nothing is open, nothing announced. */
const QUIET = new Date('2026-11-22T09:00:00Z');
/** The day of the webinar that announced eighteen calls. */
const WEBINAR = '2024-02-21';

// Each call that was announced in the webinar, and its next cut-off on that day.
const ANNOUNCED = {
  'PIMAP4Sustainability: upskilling and reskilling projects': '29 February 2024',
  'Alliances for Education and Enterprises (2024)': '7 March 2024',
  'ELBE Eurocluster: financial support to individual services': '8 March 2024',
  'PIMAP4Sustainability: training and services call (three strands)': '10 March 2024',
  'Experimentation and exchange of good practices for value creation': '12 March 2024',
  'SILEO: 2nd call for business digital transformation': '25 March 2024',
};
const webinar = calls.filter((call) => call.sources?.includes('slides-2024-02'));

test.describe('on the day of the webinar', () => {
  test('the calls announced in it are open, each with its next cut-off', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open(`at=${WEBINAR}&status=open`);
    await expect(list.notice).toContainText('You see the state of 21 February 2024.');
    const open = counts.calls['open on 2024-02-21'];
    await expect(list.status).toHaveText(`${open} calls match, ${open} of them open`);
    for (const call of webinar) {
      await list.search.fill(call.title);
      const line = list.line(call.title);
      await expect(line, call.id).toContainText('Open');
      const next = call.cutoffs.map((cutoff) => cutoff.date).filter((date) => date >= WEBINAR).sort()[0];
      const day = new Date(`${next}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
      await expect(line, call.id).toContainText(`${day} (time not stated)`);
    }
    expect(webinar).toHaveLength(18);
  });

  test('what closes first stands first, and says in how many days', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open(`at=${WEBINAR}`);
    await expect(list.results.getByRole('listitem').nth(0)).toContainText('next cut-off in 8 days');
    const first = Object.keys(ANNOUNCED);
    const titles = await list.titles();
    expect(first.filter((title) => titles.includes(title))).toEqual(titles.filter((title) => first.includes(title)));
    for (const [title, day] of Object.entries(ANNOUNCED).slice(0, 2)) {
      await expect(list.line(title)).toContainText(day);
    }
    await expect(list.line(first[0])).toContainText('Closing soon');
  });

  test('a call with several cut-offs shows those that have passed as passed', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open('at=2024-03-15&q=PIMAP4Sustainability');
    await list.results.getByRole('link', { name: 'PIMAP4Sustainability: upskilling and reskilling projects' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('PIMAP4Sustainability: upskilling and reskilling projects');
    const cutoffs = page.getByRole('main').getByRole('listitem');
    await expect(cutoffs.filter({ hasText: '29 February 2024' })).toContainText('passed');
    await expect(cutoffs.filter({ hasText: '30 April 2024' })).toContainText('next cut-off');
    // The day goes with the link, and there is a way back.
    await expect(page.getByRole('note')).toContainText('15 March 2024');
    await page.getByRole('link', { name: 'Back to today' }).click();
    await expect(page.getByRole('note')).toBeHidden();
    await expect(cutoffs.filter({ hasText: '30 April 2024' })).toContainText('passed');
  });
});

test.describe('on a day without an open call', () => {
  test.beforeEach(async ({ page }) => page.clock.setFixedTime(QUIET));

  test('the page says so, and offers the archive', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open();
    await expect(page.getByText('No call is open on 22 November 2026.')).toBeVisible();
    await expect(page.getByText('No call is announced')).toBeVisible();
    await page.getByRole('link', { name: /closed calls are in the archive/ }).click();
    await expect(list.status).toHaveText(`${counts.calls['closed on 2026-11-22']} calls match, none of them open`);
    // The archive starts with what closed last.
    await expect(list.results.getByRole('listitem').first()).toContainText('12 November 2026, 17:00 CET');
    await expect(list.results.getByRole('listitem').first()).toContainText('closed 10 days ago');
  });

  test('another day is a field away', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open();
    await list.day.fill('2026-11-01');
    await list.day.blur();
    await expectParameters(page, { at: '2026-11-01' });
    await expect(list.results.getByRole('listitem').first()).toContainText('closes in 11 days');
    await page.getByRole('link', { name: 'Back to today' }).click();
    await expect(page.getByText('No call is open on 22 November 2026.')).toBeVisible();
  });
});

test('a filter by country finds what is open to it, then what does not say', async ({ page }) => {
  const list = new CallsPage(page);
  await list.open(`at=${WEBINAR}&country=FI&status=open`);
  const isUnstated = (call) => !call.eligible_countries && !call.eligible_groups && !call.eligible_regions;
  const count = (which) => calls.filter(which).length;
  expect(count(isUnstated)).toBe(counts.calls.all - counts.calls['with eligibility']);
  const lines = list.results.getByRole('listitem');
  const marked = tr('call-eligibility-not-stated');
  const marks = async () => (await lines.allTextContents()).map((text) => text.includes(marked));
  // Of what is open, what is known to be open to Finland first.
  await expect.poll(async () => (await marks()).join()).toMatch(/^(false,)*(true,?)+$/);
});

test('a call that closes today says at what time', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-12T10:00:00Z'));
  const list = new CallsPage(page);
  await list.open('closes_within=7');
  await expect(list.results.getByRole('listitem').first()).toContainText('closes today at 17:00');
  await expect(page.getByRole('group', { name: 'Chosen filters' })).toContainText('Closes within 7 days');
});

test('the timeline is a table with a row a call', async ({ page }) => {
  const list = new CallsPage(page);
  await list.open(`at=${WEBINAR}&status=open&view=timeline`);
  await expect(list.timeline).toBeVisible();
  const rows = list.timeline.getByRole('row');
  // The first names the columns.
  await expect(rows).toHaveCount(counts.calls['open on 2024-02-21'] + 1);
  const row = rows.filter({ hasText: 'PIMAP4Sustainability: upskilling' });
  await expect(row.getByRole('cell', { name: '29 February 2024 (time not stated); 30 April 2024 (time not stated)' })).toHaveCount(1);
  // The keyboard reaches the region, to scroll it, and every call in it.
  await row.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('PIMAP4Sustainability');
  await page.goBack();
  await expect(list.timeline).toBeVisible();
});

test.describe('dates for the own calendar', { tag: '@once' }, () => {
  test('of one call', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open(`at=2026-11-01&q=i3-2026-inv1`);
    await list.results.getByRole('link').first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Add dates to calendar' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.ics$/);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('BEGIN:VEVENT');
    // 17:00 in Brussels in November is 16:00 UTC.
    expect(text).toContain('DTSTART:20261112T160000Z');
    expect(text.match(/BEGIN:VALARM/g)).toHaveLength(2);
  });

  test('of all that match', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open(`at=${WEBINAR}&status=open`);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Dates to calendar' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    const events = text.match(/BEGIN:VEVENT/g).length;
    const open = calls.filter((call) => {
      const last = (call.cutoffs ?? []).map((cutoff) => cutoff.date).sort().at(-1);
      // Where nobody states the opening, it is open from the day on which somebody is known to have reported it.
      const reported = call.sources.map((id) => manifest.sources.find((source) => source.id === id)?.dated).filter(Boolean).sort()[0];
      const since = call.opens ?? call.published ?? reported ?? manifest.published;
      return last >= WEBINAR && since <= WEBINAR && call.status !== 'cancelled';
    });
    const ahead = open.flatMap((call) => call.cutoffs.filter((cutoff) => cutoff.date >= WEBINAR));
    expect(events).toBe(ahead.length);
    // Where no time is stated the whole day counts.
    expect(text).toContain('DTSTART;VALUE=DATE:20240229');
  });
});

test.describe('saved calls', () => {
  test('stay on this device, are counted, and can be handed on as a link', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open(`at=${WEBINAR}&q=PIMAP4Sustainability`);
    await page.getByRole('button', { name: 'Save: PIMAP4Sustainability: upskilling and reskilling projects' }).click();
    const nav = page.getByRole('navigation', { name: 'Main' });
    await expect(nav.getByRole('link', { name: 'Mine 1' })).toBeVisible();
    await page.reload();
    await nav.getByRole('link', { name: 'Mine 1' }).click();
    await page.getByRole('link', { name: 'Dates and link of the saved calls' }).click();
    await expect(page.getByRole('heading', { name: 'PIMAP4Sustainability: upskilling and reskilling projects' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Link to this list' })).toHaveValue(/#\/saved-calls\?ids=pimap4sustainability-upskilling$/);
  });

  test('that came with a link leave the own ones alone', async ({ page }) => {
    await page.goto('./#/saved-calls?ids=pimap4sustainability-upskilling,gone');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Calls somebody shared');
    await expect(page.getByText('1 is not in this dataset: gone')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mine', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Save these calls' }).click();
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mine 1' })).toBeVisible();
  });
});

test('a call names organisations that could answer it, and why', async ({ page }) => {
  await page.goto(`./#/calls/elbe-individual-services?at=${WEBINAR}`);
  const could = page.getByRole('complementary', { name: 'Organisations that could answer' });
  await expect(could.getByRole('listitem').first()).toContainText('same ecosystem: Energy-renewables');
  await could.getByRole('link', { name: /in the mapping tool: Energy-renewables/ }).click();
  await expect(page.getByRole('group', { name: 'Chosen filters' })).toContainText('Energy-renewables');
});

test('a profile names the calls it could answer', { tag: '@once' }, async ({ page }) => {
  await page.clock.setFixedTime(new Date('2024-02-21T09:00:00Z'));
  const { records } = JSON.parse(readFileSync(new URL('../../public/data/organisations.json', import.meta.url), 'utf8'));
  const renewable = records.find((record) => record.ecosystems?.includes('energy-renewables'));
  await page.goto(`./#/organisation/${renewable.id}`);
  await expect(page.getByText('same ecosystem: Energy-renewables').first()).toBeVisible();
});

test('a call that is not in the dataset is said to be missing', async ({ page }) => {
  await page.goto('./#/calls/no-such-call');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This record is not in the dataset');
});

test('calls that cannot be had leave the rest working', { tag: '@once' }, async ({ page, complaints }) => {
  complaints.allow(/404/);
  await page.route('**/data/calls.json', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./#/calls');
  await expect(page.getByRole('alert')).toContainText('calls.json is not where this page expects it');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Explore' }).click();
  await expect(page.getByRole('status')).toHaveText(/organisations match/);
  await page.unroute('**/data/calls.json');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Open calls' }).click();
  await expect(page.getByRole('status')).toHaveText(/calls match/);
});

test('the page head names the feed and the calendar', { tag: '@once' }, async ({ page, request, baseURL }) => {
  await page.goto('./#/calls');
  for (const [type, file] of [
    ['application/atom+xml', 'calls.atom'],
    ['text/calendar', 'calls.ics'],
    ['application/atom+xml', 'events.atom'],
    ['text/calendar', 'events.ics'],
    ['application/atom+xml', 'news.atom'],
  ]) {
    await expect(page.locator(`head link[rel="alternate"][type="${type}"][href="${file}"]`)).toHaveCount(1);
    expect((await request.get(new URL(file, baseURL).href)).status()).toBe(200);
  }
});
