// What the pages of calls and trainings say, and that nothing of it is cut: dates in full in every language and at any
// size of text, two things in two words, nothing claimed that nobody knows.

import { expect, open, test } from './atlas.js';
import { readFileSync } from 'node:fs';
import { counts } from './dataset.js';
import { tr } from './messages.js';
import { expectParameters } from './pages/address.js';
import { CallsPage } from './pages/calls.js';

/** A quiet day: nothing is open, nothing announced. */
const QUIET = new Date('2026-11-22T09:00:00Z');
const WEBINAR = '2024-02-21';
const PIMAP = 'PIMAP4Sustainability: upskilling and reskilling projects';

/** The texts of lines that are cut, or stand outside of them. */
const cut = (page) =>
  page.locator('.lines > li').evaluateAll((lines) => {
    const outside = (line) => {
      const box = line.getBoundingClientRect();
      return [...line.querySelectorAll('.status, .when, .place, .unstated')].filter((part) => {
        const { top, bottom, left, right } = part.getBoundingClientRect();
        return top < box.top || bottom > box.bottom + 1 || left < box.left || right > box.right + 1 || part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflow !== 'visible';
      });
    };
    return lines.filter((line) => line.scrollHeight > line.clientHeight + 1 || outside(line).length > 0).map((line) => line.textContent);
  });

test.describe('lines of lists', () => {
  for (const language of ['en', 'de']) {
    for (const place of [`calls?at=${WEBINAR}`, `training?at=${WEBINAR}`, 'partner-requests']) {
      test(`of ${place} in ${language} show state and date, with text of any size`, async ({ page }) => {
        await open(page, `?lang=${language}#/${place}`);
        const first = page.locator('.lines > li').first();
        await expect(first.locator('.status').first()).toBeVisible();
        for (const size of ['100%', '200%']) {
          await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
          await expect.poll(() => cut(page)).toEqual([]);
          await first.locator('.when').scrollIntoViewIfNeeded();
          await expect(first.locator('.when')).toBeInViewport({ ratio: 0.9 });
        }
      });
    }
  }

  test('fit a tablet', { tag: '@once' }, async ({ page }) => {
    await page.setViewportSize({ width: 768, height: 1024 });
    for (const language of ['en', 'de']) {
      await open(page, `?lang=${language}#/calls?at=${WEBINAR}`);
      await expect.poll(() => cut(page)).toEqual([]);
    }
  });

  test('come as far as one scrolls', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open();
    const lines = list.results.getByRole('listitem');
    await expect(lines).not.toHaveCount(counts.calls.all);
    await expect(async () => {
      await lines.last().scrollIntoViewIfNeeded();
      await expect(lines).toHaveCount(counts.calls.all, { timeout: 200 });
    }).toPass();
    expect(await lines.last().getAttribute('aria-posinset')).toBe(String(counts.calls.all));
  });
});

test.describe('the next cut-off and the final close', { tag: '@once' }, () => {
  const told = {
    en: '29 February 2024 (time not stated) · next cut-off in 8 days · closes 30 April 2024 (1 more cut-off)',
    de: '29. Februar 2024 (Uhrzeit nicht angegeben) · nächster Stichtag in 8 Tagen · schließt am 30. April 2024 (noch 1 weiterer Stichtag)',
    fr: '29 février 2024 (heure non précisée) · prochaine date limite dans 8 jours · clôture le 30 avril 2024 (encore 1 date limite)',
  };
  for (const [language, words] of Object.entries(told)) {
    test(`are told apart in ${language}`, async ({ page }) => {
      await open(page, `?lang=${language}#/calls?at=${WEBINAR}&q=PIMAP4Sustainability%20upskilling`);
      await expect(page.locator('.lines > li').filter({ hasText: PIMAP }).locator('.when')).toHaveText(words);
      await page.getByRole('link', { name: PIMAP }).click();
      await expect(page.locator('.lead')).toHaveText(words.slice(words.indexOf('·') + 2));
    });
  }

  test('a cut-off of today with others to come does not close the call', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open('at=2024-02-29&q=PIMAP4Sustainability upskilling');
    const line = list.line(PIMAP);
    await expect(line).toContainText('next cut-off today');
    await expect(line).toContainText('(1 more cut-off)');
    await expect(line).not.toContainText('closes today');
  });
});

test.describe('elsewhere than in Brussels', { tag: '@once' }, () => {
  test.use({ timezoneId: 'America/New_York' });

  test('a cut-off and its countdown name the zone, and the cut-off the visitor’s own time', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-12T10:00:00Z'));
    const list = new CallsPage(page);
    await list.open('closes_within=7');
    // The day is the same, and is not said again.
    await expect(list.results.getByRole('listitem').first()).toContainText(/17:00 CET, 11:00 your time · closes today at 17:00 CET/);
  });
});

test.describe('filters', { tag: '@once' }, () => {
  test('by a country that no call names find what does not say from where one may apply', async ({ page }) => {
    const list = new CallsPage(page);
    for (const [code, name] of [['JP', 'Japan'], ['CH', 'Switzerland'], ['US', 'United States']]) {
      await list.open(`country=${code}`);
      await expect(list.status).toHaveText(/^[1-9]\d* calls match/);
      await expect(page.getByRole('group', { name: 'Chosen filters' })).toContainText(name);
      await expect(page.getByRole('group', { name: 'Chosen filters' })).not.toContainText('not in this dataset');
      await expect(list.results.getByRole('listitem').first()).toContainText(tr('call-eligibility-not-stated'));
    }
  });

  test('by a state that nothing is in count 0, and the page says why', async ({ page }) => {
    await page.clock.setFixedTime(QUIET);
    const list = new CallsPage(page);
    for (const [status, label] of [['open', 'Open'], ['forthcoming', 'Forthcoming']]) {
      await list.open(`status=${status}`);
      const chips = page.getByRole('group', { name: 'Chosen filters' });
      await expect(chips.getByRole('button', { name: `Remove: ${label}`, exact: true })).toBeVisible();
      await expect(list.value('Status', label)).toBeChecked();
      await expect(list.filters.getByRole('group', { name: 'Status' }).locator('li.on .number')).toHaveText(/^0/);
      await expect(page.getByText('No call is open on 22 November 2026.')).toBeVisible();
    }
  });
});

test('an opening that nobody states is marked, and stands after what is known to be open', async ({ page }) => {
  const list = new CallsPage(page);
  await list.open(`at=${WEBINAR}&status=open`);
  const lines = list.results.getByRole('listitem');
  // It was announced that day, so that it is known to be open from then on.
  await expect(list.line(PIMAP).locator('.status[data-status="open"]')).toHaveCount(1);
  await expect(lines.filter({ hasText: tr('call-opening-unknown') })).toHaveCount(0);
  // What nobody had reported yet is not called open.
  await list.open(`at=${WEBINAR}&status=unknown&q=Clusters meet Regions`);
  await expect(lines.first()).toContainText(tr('call-opening-unknown'));
  await list.open(`at=${WEBINAR}&status=open&view=timeline`);
  const row = list.timeline.getByRole('row').filter({ hasText: PIMAP });
  await expect(row.locator('rect')).toHaveAttribute('fill', 'url(#fade-open)');
  expect(await page.locator('#fade-open > stop').count()).toBe(2);
  await expect(page.locator('.timeline-marks').getByText('opening day not stated')).toBeVisible();
});

test.describe('organisations that could answer', { tag: '@once' }, () => {
  for (const id of ['pimap4sustainability-upskilling', 'smp-cosme-2024-clusterua', 'elbe-individual-services']) {
    test(`${id}: what a link says is what it finds`, async ({ page }) => {
      await page.goto(`./#/calls/${id}?at=${WEBINAR}`);
      const could = page.getByRole('complementary', { name: 'Organisations that could answer' });
      const link = could.getByRole('link', { name: /in the mapping tool: / }).first();
      const count = (await link.textContent()).match(/^[\d,]+/)[0];
      await link.click();
      await expect(page.getByRole('status')).toHaveText(new RegExp(`^${count} organisations match`));
      await expect(page.getByRole('group', { name: 'Chosen filters' })).toBeVisible();
    });
  }

  test('are not said to apply where a call is for small companies', async ({ page }) => {
    await page.goto(`./#/calls/pimap4sustainability-upskilling?at=${WEBINAR}`);
    const could = page.getByRole('complementary', { name: 'Organisations that could answer' });
    await expect(could).toContainText('the call is for Small and medium-sized enterprises');
    await expect(could).not.toContainText('may apply');
  });

  test('keep the day of viewing, there and back', async ({ page }) => {
    await page.goto(`./#/calls/elbe-individual-services?at=${WEBINAR}`);
    const could = page.getByRole('complementary', { name: 'Organisations that could answer' });
    await could.getByRole('heading', { level: 3 }).first().getByRole('link').click();
    await expect(page.getByRole('note')).toContainText('21 February 2024');
    await expect(page).toHaveURL(/organisation\/.*at=2024-02-21/);
    const calls = page.locator('.answerable');
    await expect(calls.getByText('same ecosystem: Energy-renewables').first()).toBeVisible();
    await expect(calls.getByRole('heading', { level: 3 }).first().getByRole('link')).toHaveAttribute('href', /at=2024-02-21/);
  });
});

test.describe('the address', { tag: '@once' }, () => {
  test('with a day that there is not says so until it is taken away', async ({ page }) => {
    await page.clock.setFixedTime(QUIET);
    for (const place of ['calls', 'training', 'calls/elbe-individual-services']) {
      await open(page, `#/${place}?at=2024-02-30`);
      await expect(page.getByRole('note')).toContainText('“2024-02-30”');
      await page.getByRole('link', { name: 'Remove the day' }).click();
      await expect(page.getByRole('note')).toBeHidden();
    }
  });

  test('of the list as it was left is where the way back leads', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open(`at=${WEBINAR}&status=open&q=PIMAP4Sustainability`);
    await list.results.getByRole('link', { name: PIMAP }).click();
    await page.getByRole('link', { name: 'Back to the open calls' }).click();
    await expectParameters(page, { at: WEBINAR, status: 'open', q: 'PIMAP4Sustainability' });
    await expect(list.status).toHaveText(/^2 calls match/);
  });
});

test.describe('saved calls', { tag: '@once' }, () => {
  test('are removed by a button that says so, and news of one page are not those of the next', async ({ page }) => {
    const list = new CallsPage(page);
    await list.open(`at=${WEBINAR}&q=PIMAP4Sustainability`);
    const news = page.getByText(tr('call-saved'), { exact: true });
    await page.getByRole('button', { name: `Save: ${PIMAP}` }).click();
    await expect(news).toBeAttached();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mine 1' }).click();
    await page.getByRole('link', { name: 'Dates and link of the saved calls' }).click();
    await expect(page.getByRole('heading', { name: PIMAP })).toBeVisible();
    await expect(news).toHaveCount(0);
    await page.getByRole('button', { name: 'Remove all saved calls' }).click();
    await expect(page.getByText(tr('saved-calls-empty'))).toBeVisible();
  });

  test('are not said to be kept where the browser keeps nothing', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }),
    );
    const list = new CallsPage(page);
    await list.open(`at=${WEBINAR}&q=PIMAP4Sustainability`);
    await page.getByRole('button', { name: `Save: ${PIMAP}` }).click();
    await expect(page.getByText(tr('saved-for-now'), { exact: true })).toBeAttached();
  });
});

test.describe('exports', { tag: '@once' }, () => {
  const saved = async (page, format) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('dialog').getByRole('button', { name: format, exact: true }).click();
    const file = await download;
    return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8')];
  };

  for (const [place, key, records] of [
    [`calls?at=${WEBINAR}&status=open`, 'calls', counts.calls['open on 2024-02-21']],
    ['training?kind=webinar', 'trainings', null],
    ['partner-requests', 'partner_requests', 4],
  ]) {
    test(`${key} that match now as JSON`, async ({ page }) => {
      await open(page, `#/${place}`);
      const [name, text] = await saved(page, 'JSON');
      expect(name).toMatch(/^(calls|trainings|partner-requests)-\d{4}-\d\d-\d\d\.json$/);
      const file = JSON.parse(text);
      expect(file.format).toBe(`cluster-atlas/${key}/1`);
      if (records !== null) expect(file.records).toHaveLength(records);
      expect(JSON.stringify(file.exported)).toContain(`#/${place.split('?')[0]}`);
    });
  }

  test('calls that match now as a table', async ({ page }) => {
    await open(page, `#/calls?at=${WEBINAR}&status=open`);
    const [name, text] = await saved(page, 'CSV');
    expect(name).toMatch(/^calls-.*\.csv$/);
    expect(text.split('\r\n')[0]).toContain('cutoffs');
    expect(text).toContain(PIMAP);
  });
});

test.describe('trainings', { tag: '@once' }, () => {
  test('say why one cannot register, and offer no dates that are over', async ({ page }) => {
    await page.clock.setFixedTime(QUIET);
    await page.goto('./#/training/cluster-booster-academy-3');
    await expect(page.getByText(/The training ended on /)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add coming sessions to calendar' })).toBeHidden();
    await page.clock.setFixedTime(new Date('2024-01-15T09:00:00Z'));
    await page.reload();
    await expect(page.getByText('Applications closed on 12 January 2024.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add coming sessions to calendar' })).toBeVisible();
  });
});

test('on paper the timeline is a table', { tag: '@once' }, async ({ page }) => {
  const list = new CallsPage(page);
  await list.open(`at=${WEBINAR}&status=open&view=timeline`);
  await expect(list.timeline.locator('svg').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const drawing of await list.timeline.locator('svg').all()) await expect(drawing).toBeHidden();
  const cell = list.timeline.getByRole('cell', { name: '29 February 2024 (time not stated); 30 April 2024 (time not stated)' });
  await expect(cell).toBeVisible();
  expect((await cell.boundingBox()).width).toBeGreaterThan(60);
});

test('archive rows of the timeline say until when', { tag: '@once' }, async ({ page }) => {
  const list = new CallsPage(page);
  await list.open(`at=${WEBINAR}&view=timeline`);
  await expect(list.timeline.locator('.earlier').first()).toContainText('← until ');
  // Where nothing is open, what closed last is in sight.
  await list.open(`at=${WEBINAR}&view=timeline&status=closed`);
  await expect(list.timeline.locator('.bar').first()).toBeInViewport();
});

test('lists lead to the feeds and calendars that can be followed', { tag: '@once' }, async ({ page }) => {
  for (const [route, words, file] of [
    ['#/calls', 'calendar-subscribe', 'calls.ics'],
    ['#/calls', 'calls-feed', 'calls.atom'],
    ['#/events', 'calendar-subscribe', 'events.ics'],
    ['#/events', 'events-feed', 'events.atom'],
    ['#/resources', 'news-feed', 'news.atom'],
  ]) {
    await open(page, route);
    const calendar = new URL(file, page.url().split('#')[0]).href.replace(/^http:/, 'webcal:');
    const href = file.endsWith('.ics') ? calendar : file;
    await expect(page.getByRole('link', { name: tr(words), exact: true })).toHaveAttribute('href', href);
  }
});
