// Events by month, day by day, and on the map: the same filters, the same events, in the address.

import { expect, open, test } from './atlas.js';
import { accessibleAndNarrow } from './accessible.js';
import { collection, counts, named } from './dataset.js';
import { counted, tr } from './messages.js';

const NARROW = 704;
const results = (page) => page.getByRole('list', { name: 'Results' });
const grid = (page) => page.getByRole('grid');
const views = (page) => page.getByRole('navigation', { name: tr('views') });
const parameters = (page) => new URLSearchParams(new URL(page.url()).hash.split('?')[1] ?? '');

/** A day as the page writes it with its day of the week. */
const full = (day, language = 'en-GB') =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'full', timeZone: 'UTC' });

/** The days on which an event is known to take place. */
function daysOf(event) {
  if (event.days) return [...new Set(event.days.map(({ date }) => date))];
  const [first, last] = [event.start, event.end ?? event.start];
  if (first?.length !== 10 || last.length !== 10) return [];
  const days = [];
  for (let at = new Date(`${first}T00:00:00Z`); at.toISOString().slice(0, 10) <= last; at.setUTCDate(at.getUTCDate() + 1)) {
    days.push(at.toISOString().slice(0, 10));
  }
  return days;
}

const on = (day) => collection('events').filter((event) => daysOf(event).includes(day));
const said = (day) => {
  const count = on(day).length;
  return `${full(day)}: ${count === 0 ? 'no event' : count === 1 ? '1 event' : `${count} events`}`;
};
const cell = (page, day) => grid(page).getByRole('gridcell', { name: said(day), exact: true });

test.describe('the month', () => {
  test('has a cell or an entry for each day with events, of several days on each of them', async ({ page }, { project }) => {
    await open(page, '#/events?view=month&month=2018-12&at=2024-02-21');
    await expect(page.getByRole('heading', { level: 3, name: 'December 2018', exact: true })).toBeVisible();
    const [weeks] = named('events', 'eu-cluster-weeks-2018-2019');
    if (project.use.viewport.width < NARROW) {
      await expect(grid(page)).toHaveCount(0);
      const days = page.getByRole('list', { name: 'December 2018' }).getByRole('heading', { level: 3, name: /December 2018/ });
      await expect(days).toHaveCount(31);
      await expect(page.getByRole('link', { name: weeks.title })).toHaveCount(31);
      return;
    }
    for (const day of ['2018-12-01', '2018-12-15', '2018-12-31']) {
      expect(on(day)).toContainEqual(weeks);
      await expect(cell(page, day).getByRole('link', { name: weeks.title })).toBeAttached();
    }
    await expect(grid(page).getByRole('columnheader').first()).toHaveAccessibleName('Monday');
    await expect(grid(page).getByRole('row')).toHaveCount(7);
  });

  test('goes on with the filters kept', async ({ page }) => {
    await open(page, '#/events?kind=clusters_talk&month=2024-03&at=2024-03-01');
    await views(page).getByRole('link', { name: tr('view-month') }).click();
    await expect(page.getByRole('heading', { level: 3, name: 'March 2024', exact: true })).toBeVisible();
    const talks = (month) => collection('events').filter((event) => event.kind === 'clusters_talk' && daysOf(event).some((day) => day.startsWith(month)));
    await expect(page.getByText(`${talks('2024-03').length} events.`, { exact: true })).toBeVisible();
    const months = page.getByRole('navigation', { name: tr('month-steps') });
    await months.getByRole('link', { name: 'April 2024' }).click();
    await expect(page.getByRole('heading', { level: 3, name: 'April 2024', exact: true })).toBeVisible();
    expect(Object.fromEntries(parameters(page))).toEqual({ kind: 'clusters_talk', view: 'month', month: '2024-04', at: '2024-03-01' });
    await expect(page.getByText(`${talks('2024-04').length} event.`, { exact: true })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 3, name: 'March 2024', exact: true })).toBeVisible();
  });

  test('names what is known to the month beneath', async ({ page }) => {
    await open(page, '#/events?view=month&month=2019-06');
    const [mission] = named('events', 'eu-canada-2019');
    const beneath = page.getByRole('heading', { level: 3, name: 'June 2019 without a day: 1', exact: true }).locator('..');
    await expect(beneath.getByRole('link', { name: mission.title })).toBeVisible();
  });

  test('begins with the nearest month in which something matches, and says so', { tag: '@once' }, async ({ page }) => {
    // Nothing takes place in August 2024; in June and September something does, and September is nearer.
    await open(page, '#/events?view=month&at=2024-08-20');
    expect(collection('events').some((event) => daysOf(event).some((day) => day.startsWith('2024-08')))).toBe(false);
    await expect(page.getByText(tr('month-nearest', { now: 'August 2024', month: 'September 2024' }))).toBeVisible();
    await open(page, '#/events?view=month&month=2024-08&at=2024-08-20');
    await expect(page.getByText(tr('month-none', { month: 'August 2024' }))).toBeVisible();
    await open(page, '#/events?view=month&at=2024-06-05');
    await expect(page.getByRole('heading', { level: 3, name: 'June 2024', exact: true })).toBeVisible();
    await expect(grid(page).locator('[aria-current="date"]')).toHaveAccessibleName(said('2024-06-05'));
  });

  test('is walked by the keys of a date grid', { tag: '@once' }, async ({ page }) => {
    await open(page, '#/events?view=month&month=2024-05&at=2024-05-08');
    const focused = (day) => expect(page.locator(':focus')).toHaveAccessibleName(said(day));
    await expect(cell(page, '2024-05-08')).toHaveAttribute('aria-selected', 'true');
    await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
    await cell(page, '2024-05-08').focus();
    for (const [key, day] of [
      ['ArrowRight', '2024-05-09'],
      ['ArrowDown', '2024-05-16'],
      ['ArrowLeft', '2024-05-15'],
      ['ArrowUp', '2024-05-08'],
      ['Home', '2024-05-06'],
      ['End', '2024-05-12'],
      ['PageDown', '2024-06-12'],
      ['Shift+PageUp', '2023-06-12'],
      ['Shift+PageDown', '2024-06-12'],
      ['PageUp', '2024-05-12'],
      ['Home', '2024-05-06'],
      ['ArrowUp', '2024-04-29'],
      ['End', '2024-04-30'],
      ['ArrowRight', '2024-05-01'],
    ]) {
      await page.keyboard.press(key);
      await focused(day);
      expect(parameters(page).get('month'), key).toBe(day.slice(0, 7));
      await expect(grid(page).locator('[aria-selected="true"]')).toHaveCount(1);
    }
    // From the cell to the events of its day, and to the first of them.
    await cell(page, '2024-05-08').click({ position: { x: 4, y: 4 } });
    await cell(page, '2024-05-08').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator(':focus')).toHaveText(said('2024-05-08'));
    const [event] = on('2024-05-08');
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveAttribute('href', new RegExp(`#/events/(${on('2024-05-08').map(({ id }) => id).join('|')})`));
    expect(event).toBeDefined();
  });

  test('says in German what it says in English, and weeks begin with Monday', { tag: '@once' }, async ({ page }) => {
    await open(page, '?lang=de#/events?view=month&month=2024-05&at=2024-05-08');
    await expect(page.getByRole('heading', { level: 3, name: 'Mai 2024', exact: true })).toBeVisible();
    await expect(grid(page).getByRole('columnheader').first()).toHaveAccessibleName('Montag');
    await expect(grid(page).getByRole('gridcell', { name: new RegExp(`^${full('2024-05-08', 'de')}`) })).toBeVisible();
  });

  test('prints without what is to be pressed', { tag: '@once' }, async ({ page }) => {
    await open(page, '#/events?view=month&month=2024-05&at=2024-05-08');
    await page.emulateMedia({ media: 'print' });
    await expect(grid(page)).toBeVisible();
    await expect(page.getByRole('navigation', { name: tr('month-steps') })).toBeHidden();
  });
});

test.describe('where weeks begin with Sunday', { tag: '@once' }, () => {
  test.use({ locale: 'en-US' });

  test('the grid does too', async ({ page }) => {
    await open(page, '#/events?view=month&month=2024-05');
    await expect(grid(page).getByRole('columnheader').first()).toHaveAccessibleName('Sunday');
    await cell(page, '2024-05-08').click({ position: { x: 4, y: 4 } });
    await cell(page, '2024-05-08').focus();
    await page.keyboard.press('Home');
    await expect(page.locator(':focus')).toHaveAccessibleName(said('2024-05-05'));
  });
});

test.describe('the map', () => {
  const all = collection('events');
  const without = all.filter((event) => !event.location);

  test('says how many are on it, and lists the others', async ({ page }) => {
    await open(page, '#/events?view=map&at=2024-02-21');
    await expect(page.getByRole('region', { name: 'Map' }).getByRole('button', { name: 'Zoom in' })).toBeVisible();
    expect(all.length - without.length).toBe(counts.events['with a place on the map']);
    await expect(page.getByText(`${all.length - without.length} events are on the map; ${without.length} have no place on it.`)).toBeVisible();
    const online = without.filter((event) => event.format === 'online');
    const group = page.getByText(counted('events-online', { count: online.length }), { exact: true });
    await group.click();
    await expect(group.locator('..').getByRole('heading')).toHaveCount(online.length);
    const rest = page.getByText(counted('events-without-place', { count: without.length - online.length }), { exact: true });
    await rest.click();
    await expect(rest.locator('..').getByRole('heading')).toHaveCount(without.length - online.length);
    await views(page).getByRole('link', { name: tr('view-list') }).click();
    await expect(results(page)).toBeVisible();
  });

  test('keeps filters, and shows what is selected', { tag: '@once' }, async ({ page }) => {
    const [workshop] = named('events', 'clusters-meet-regions-malaga-2022');
    await open(page, `#/events?country=ES&view=map&sel=${workshop.id}`);
    const card = page.getByRole('group', { name: tr('selected') });
    await expect(card.getByRole('link', { name: workshop.title })).toBeVisible();
    await card.getByRole('button', { name: 'Close' }).click();
    await expect(card).toBeHidden();
    expect(Object.fromEntries(parameters(page))).toEqual({ country: 'ES', view: 'map' });
  });

  test('is asked what is near a place, and the list goes by the distance', { tag: '@once' }, async ({ page }) => {
    const [workshop] = named('events', 'clusters-meet-regions-malaga-2022');
    await open(page, `#/events?near=${workshop.location.lat},${workshop.location.lon},50`);
    await expect(results(page).getByRole('heading').first()).toHaveText(workshop.title);
  });
});

test('no rule is broken that a machine can check, and nothing scrolls sideways', { tag: '@axe' }, async ({ page }, { project }) => {
  test.slow();
  for (const route of ['#/events?view=month&month=2024-05&at=2024-05-08', '#/events?view=map&at=2024-02-21']) {
    await open(page, route);
    await accessibleAndNarrow(page, route, project);
  }
});
