// Countries, figures, themes: every number on these pages is counted here again, from the published files.

import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, open, test } from './atlas.js';
import { collection, label, records, vocabularies } from './dataset.js';
import { parseCsv } from './csv.js';
import { tr } from './messages.js';

/** A date of the data as the page writes it in English; other words stay. */
const inWords = (date) => {
  const [, year, month, day] = date.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/) ?? [];
  if (!month) return date;
  const at = new Date(Date.UTC(year, month - 1, day ?? 1));
  return new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', day: day && 'numeric', timeZone: 'UTC' }).format(at);
};

const DAY = '2024-02-21';
const calls = collection('calls');
const events = collection('events');
const networks = collection('networks');
const policies = collection('policies');
/** A title without what its source says of the number at the end of it, which stands before the number. */
const unbounded = (title) => title.replace(/, (over|more than|at least)$/, '');
const facts = JSON.parse(readFileSync(new URL('../../public/data/facts.json', import.meta.url), 'utf8')).records;
const groups = Object.fromEntries(vocabularies.country_groups.map((group) => [group.id, group.members]));

const inCountry = (code) => records.filter((record) => record.country === code);
const withPartners = (code) =>
  networks.filter((network) =>
    [...(network.countries ?? []), ...[network.coordinator, ...(network.partners ?? [])].map((partner) => partner?.country)].includes(code),
  );
const concerning = (code) => events.filter((event) => event.country === code || (event.countries ?? []).includes(code));
const ofCountry = (code) => policies.filter((policy) => policy.country === code);

/** The countries that any record is in or about. */
const known = new Set([
  ...records.map((record) => record.country),
  ...policies.map((policy) => policy.country),
  ...networks.flatMap((network) => [
    ...(network.countries ?? []),
    ...[network.coordinator, ...(network.partners ?? [])].map((partner) => partner?.country),
  ]),
  ...events.flatMap((event) => [event.country, ...(event.countries ?? [])]),
  ...facts.map((fact) => fact.country),
]);
known.delete(undefined);

const table = (page) => page.getByRole('region', { name: 'Countries' }).getByRole('table');
const row = (page, name) => table(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const settled = (page) => expect(page.getByRole('main').getByRole('status').first()).toContainText(/countries with|facts/);

async function openCountries(page, query = '') {
  await open(page, `#/countries${query}`);
  await settled(page);
}

async function openCountry(page, code, query = '') {
  await open(page, `#/country/${code}${query}`);
  await expect(page.getByRole('heading', { name: tr('country-by-ecosystem') })).toBeVisible();
}

test('lists every country with figures that other code counts too', async ({ page }) => {
  await openCountries(page, `?at=${DAY}`);
  await expect(table(page).getByRole('rowheader')).toHaveCount(known.size);
  for (const [code, name] of [['ES', 'Spain'], ['MT', 'Malta'], ['XK', 'Kosovo'], ['TR', 'Türkiye']]) {
    const cell = (what) => row(page, name).getByRole('link', { name: new RegExp(`^${name}, ${what}: `) });
    await expect(cell('Cluster organisations')).toHaveText(inCountry(code).length.toLocaleString('en'));
    await expect(cell('Networks')).toHaveText(String(withPartners(code).length));
    await expect(cell('Policies')).toHaveText(String(ofCountry(code).length));
    await expect(cell('Events')).toHaveText(String(concerning(code).length));
  }
});

test('is found in the navigation, and leads to a country and to what a figure counts', async ({ page }) => {
  await open(page, '#/policies');
  const group = page.getByRole('navigation', { name: tr('nav-knowledge') });
  await group.getByRole('link', { name: tr('nav-countries') }).click();
  await settled(page);
  await expect(group.getByRole('link', { name: tr('nav-countries') })).toHaveAttribute('aria-current', 'page');
  await row(page, 'Spain').getByRole('link', { name: /^Spain, Policies: / }).click();
  await expect(page.getByRole('status').filter({ hasText: String(ofCountry('ES').length) }).first()).toBeVisible();
  await page.goBack();
  await settled(page);
  await row(page, 'Spain').getByRole('link', { name: 'Spain', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Spain' })).toBeVisible();
});

test.describe('the table of countries', { tag: '@once' }, () => {
  test('sorts by any column, in its address, and keeps the focus', async ({ page }) => {
    await openCountries(page);
    const head = (name) => table(page).getByRole('columnheader', { name });
    await expect(head('Cluster organisations')).toHaveAttribute('aria-sort', 'descending');
    const most = [...known].map((code) => inCountry(code).length).sort((a, b) => b - a);
    const shown = async (name) =>
      (await table(page).getByRole('link', { name: new RegExp(`, ${name}: `) }).allTextContents()).map((text) => Number(text.replaceAll(',', '')));
    await expect.poll(() => shown('Cluster organisations')).toEqual(most);
    const link = head('Policies').getByRole('link');
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(head('Policies')).toHaveAttribute('aria-sort', 'descending');
    await expect(link).toBeFocused();
    await expect(page).toHaveURL(/sort=policies/);
    await expect.poll(() => shown('Policies')).toEqual([...known].map((code) => ofCountry(code).length).sort((a, b) => b - a));
    await page.keyboard.press('Enter');
    await expect(head('Policies')).toHaveAttribute('aria-sort', 'ascending');
    await expect(page).toHaveURL(/sort=-policies/);
  });

  test('has names in the order of the language: Österreich is beside O', async ({ page }) => {
    await page.goto('./?lang=de#/countries?sort=country');
    const names = page.getByRole('region', { name: tr('countries-title', {}, 'de') }).getByRole('rowheader');
    const german = new Intl.DisplayNames(['de'], { type: 'region' });
    const sorted = [...known].map((code) => german.of(code)).sort(new Intl.Collator('de').compare);
    await expect(names).toHaveText(sorted);
    const at = sorted.indexOf('Österreich');
    expect(sorted[at - 1] < 'P' && sorted[at + 1] > 'O' && at < sorted.length - 1).toBe(true);
  });

  test('counts calls that are open on the day, and those that do not say for whom apart', async ({ page }) => {
    await openCountries(page, `?at=${DAY}`);
    const named = (call, code) => {
      const { eligible_countries: countries = [], eligible_groups: named = [], eligible_regions: regions = [] } = call;
      return (
        countries.includes('any') ||
        countries.includes(code) ||
        named.some((group) => (groups[group] ?? []).includes(code)) ||
        regions.some((region) => region.country === code)
      );
    };
    // Which calls are open is told by the list, whose own spec counts it.
    const link = row(page, 'Spain').getByRole('link', { name: /Calls open/ });
    const count = Number(await link.textContent());
    await link.click();
    await expect(page.getByRole('list', { name: 'Results' }).getByRole('heading').first()).toBeVisible();
    const status = page.getByRole('main').getByRole('status').first();
    await expect(status).toContainText(new RegExp(`^${count} `));
    const titles = await page.getByRole('list', { name: 'Results' }).getByRole('heading').allTextContents();
    for (const title of titles) {
      const call = calls.find((one) => one.title === title);
      expect(named(call, 'ES'), `${title} names Spain`).toBe(true);
    }
  });

  test('counts organisations per million inhabitants where those are known, and says where they are from', async ({ page }) => {
    const people = Object.fromEntries(
      readFileSync(new URL('../../src/landscape/population.tsv', import.meta.url), 'utf8').trim().split('\n').map((line) => line.split('\t')),
    );
    await openCountries(page);
    await page.getByRole('combobox', { name: tr('countries-show') }).selectOption({ label: tr('landscape-per-million') });
    await expect(page).toHaveURL(/show=per_million/);
    await expect(page.getByText(tr('population-source', { year: 2024 }))).toBeVisible();
    const value = (code) => Math.round((inCountry(code).length * 1e8) / people[code]) / 100;
    for (const [code, name] of [['SI', 'Slovenia'], ['DE', 'Germany'], ['TR', 'Türkiye'], ['LU', 'Luxembourg']]) {
      const link = row(page, name).getByRole('link', { name: new RegExp(`^${name}, ${tr('landscape-per-million')}: `) });
      await expect(link).toHaveText(value(code).toLocaleString('en'));
    }
    const unknown = [...known].filter((code) => !people[code]).length;
    await expect(table(page).getByText(tr('not-known'), { exact: true })).toHaveCount(unknown);
    await row(page, 'Slovenia').getByRole('link', { name: /per million/ }).click();
    await expect(page.getByRole('status').filter({ hasText: `${inCountry('SI').length} organisations match` })).toBeVisible();
    await openCountry(page, 'SI');
    await expect(page.getByText(`${Number(people.SI).toLocaleString('en')} inhabitants, 2024:`)).toBeVisible();
  });

  test('shades a map by a figure that the address names, and says in words what the shades mean', async ({ page }) => {
    await openCountries(page);
    await page.getByRole('combobox', { name: tr('countries-show') }).selectOption({ label: label('ecosystems', 'health') });
    await expect(page).toHaveURL(/show=ecosystem:health/);
    const health = (code) => inCountry(code).filter((record) => record.ecosystems?.includes('health')).length;
    await expect(row(page, 'Spain').getByRole('link', { name: /Health: / })).toHaveText(String(health('ES')));
    const figure = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: /Health/ }) });
    const without = [...known].filter((code) => health(code) === 0).length;
    await expect(figure.getByRole('listitem').first()).toContainText(`None: ${without} countries`);
    // Countries on the map that no record is in are named without a number.
    const counted = (await figure.getByRole('listitem').allTextContents()).flatMap((text) => text.match(/(\d+|one) countr/)?.[1] ?? []);
    const inLegend = counted.map((number) => (number === 'one' ? 1 : Number(number)));
    expect(inLegend.reduce((a, b) => a + b)).toBe(known.size);
  });

  test('says what an address asks for in vain', async ({ page }) => {
    await openCountries(page, '?show=ecosystem:alchemy');
    await expect(page.getByRole('note').filter({ hasText: 'ecosystem:alchemy' })).toBeVisible();
    await open(page, '#/country/QQ');
    await expect(page.getByRole('alert')).toContainText('QQ');
    await open(page, '#/focus/alchemy');
    await expect(page.getByRole('alert')).toContainText('alchemy');
  });

  test('can be had as a file', async ({ page }) => {
    await openCountries(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: tr('chart-csv') }).first().click();
    const chunks = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
    const rows = parseCsv(Buffer.concat(chunks).toString('utf8'));
    expect(rows).toHaveLength(known.size);
    const spain = rows.find((cells) => cells['ISO 3166-1'] === 'ES');
    expect(spain).toMatchObject({ Country: 'Spain', 'Cluster organisations': String(inCountry('ES').length) });
  });

  test('shows what is there where a collection cannot be had, and says so', async ({ page, complaints }) => {
    complaints.allow(/404/);
    await page.route('**/data/policies*.json', (request) => request.fulfill({ status: 404, body: '' }));
    await openCountries(page);
    await expect(page.getByRole('note').filter({ hasText: tr('nav-policies') }).first()).toBeVisible();
    await expect(row(page, 'Spain')).toContainText(tr('not-known'));
    await expect(row(page, 'Spain').getByRole('link', { name: /Cluster organisations: / })).toHaveText(String(inCountry('ES').length));
  });
});

test('a country has its organisations by ecosystem, each a link, zeros too', async ({ page }) => {
  await openCountry(page, 'ES');
  const figure = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: tr('country-by-ecosystem') }) });
  const items = await figure.getByRole('listitem').allTextContents();
  const expected = vocabularies.ecosystems.map(({ id }) => [label('ecosystems', id), inCountry('ES').filter((r) => r.ecosystems?.includes(id)).length]);
  expect(items).toHaveLength(expected.length);
  for (const [name, count] of expected) {
    const item = items.find((text) => text.startsWith(name));
    expect(item, name).toContain(String(count));
  }
  await figure.getByRole('link', { name: label('ecosystems', 'health') }).click();
  await expect(page).toHaveURL(/country=ES.*ecosystem=health|ecosystem=health.*country=ES/);
});

test.describe('a factsheet', { tag: '@once' }, () => {
  test('has charts that equal their tables', async ({ page }) => {
    await openCountry(page, 'FR');
    const figure = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: tr('country-by-region') }) });
    await figure.getByText(tr('chart-table')).click();
    const rows = await figure.getByRole('table').getByRole('row').allTextContents();
    const items = await figure.getByRole('listitem').allTextContents();
    expect(rows.slice(1)).toHaveLength(items.length);
    expect(items.some((text) => /\b0\b/.test(text)), 'zeros are shown').toBe(true);
    for (const [at, { name, code }] of Object.entries(vocabularies.regions.filter((region) => /^FR..$/.test(region.code)))) {
      const count = inCountry('FR').filter((record) => record.region?.code === code).length;
      const text = items.find((one) => one.startsWith(name));
      expect(text, `${at} ${name}`).toContain(String(count));
    }
  });

  test('has facts, each with time and source, and says what is not known', async ({ page }) => {
    await openCountry(page, 'ES');
    const own = facts.filter((fact) => fact.country === 'ES');
    expect(own.length).toBeGreaterThan(5);
    const main = page.getByRole('main');
    for (const fact of own) {
      const item = main.getByRole('listitem').filter({ hasText: unbounded(fact.title) }).first();
      await expect(item).toContainText(fact.as_of ? `as of ${inWords(fact.as_of)}` : 'undated');
      await expect(item.getByRole('link').first()).toBeVisible();
    }
    await expect(main.getByText(/Nothing with a source is known here on/)).toContainText(tr('fact-topic-semester'));
  });

  test('goes down to a region', async ({ page }) => {
    await openCountry(page, 'ES');
    await page.getByRole('combobox', { name: 'Region' }).selectOption('ES51');
    await expect(page.getByRole('heading', { level: 1, name: /, Spain$/ })).toBeVisible();
    const count = inCountry('ES').filter((record) => record.region?.code === 'ES51').length;
    await expect(page.getByRole('definition').getByRole('link').first()).toHaveText(String(count));
    await expect(page).toHaveURL(/region=ES51/);
    const own = policies.filter(({ country, region }) => country === 'ES' && region === 'Catalonia');
    expect(own.length).toBeGreaterThan(0);
    const section = page.getByRole('heading', { name: tr('country-region-policies') }).locator('xpath=..');
    await expect(section.getByRole('listitem')).toHaveCount(own.length);
    for (const { name } of own) await expect(section.getByRole('link', { name })).toBeVisible();
    await page.getByRole('combobox', { name: 'Region' }).selectOption('ES30');
    await expect(page.getByText(tr('country-region-policies-none'))).toBeVisible();
  });

  test('stands beside up to three others', async ({ page }) => {
    await openCountry(page, 'ES', '?compare=FR,DE,QQ');
    const compared = page.getByRole('region', { name: tr('country-compare-title') });
    // Two kinds of shares stand in it, and it says which is which.
    await expect(page.getByText(tr('country-compare-shares'))).toBeVisible();
    for (const [code, name] of [['ES', 'Spain'], ['FR', 'France'], ['DE', 'Germany']]) {
      await expect(compared.getByRole('columnheader').getByRole('link', { name, exact: true })).toBeVisible();
      await expect(compared.getByRole('row', { name: /^Policies \d/ })).toContainText(String(ofCountry(code).length));
    }
    await expect(page.getByRole('note').filter({ hasText: 'QQ' })).toBeVisible();
    await compared.getByRole('link', { name: /Take France/ }).click();
    await expect(page).toHaveURL(/compare=DE,QQ/);
  });

  test('names its neighbours, and prints without what only works on a screen', async ({ page }) => {
    await openCountry(page, 'PT');
    await page.getByRole('heading', { name: tr('country-neighbours') }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('combobox', { name: 'Region' })).toBeHidden();
    await expect(page.getByRole('heading', { name: tr('country-by-ecosystem') })).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('listitem').getByRole('link', { name: 'Spain', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Spain' })).toBeVisible();
  });

  // Those of which most is known: with all their lines they would be three sheets.
  for (const code of ['ES', 'DE', 'FR', 'PL', 'IT']) {
    test(`is one sheet of paper: ${code}`, { tag: '@once' }, async ({ page }) => {
      await openCountry(page, code);
      await page.getByRole('heading', { name: tr('country-neighbours') }).waitFor();
      const cut = page.getByText(/more lines? (is|are) at the address below/).first();
      await expect(cut).toBeHidden();
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      await expect(cut).toBeVisible();
      // Once as what was printed, once as what is cited.
      await expect(page.getByText(new RegExp(`#/country/${code}`))).toHaveCount(2);
      const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
    });
  }

  // German words are the longest.
  for (const code of ['ES', 'PL']) {
    test(`is one sheet of paper in German, too: ${code}`, { tag: '@once' }, async ({ page }) => {
      await page.goto(`./?lang=de#/country/${code}`);
      await page.getByRole('heading', { name: 'Nachbarländer' }).waitFor();
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await expect(page.getByText(new RegExp(`#/country/${code}`))).toHaveCount(2);
      const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
    });
  }

  test('speaks the language that is chosen', async ({ page }) => {
    await page.goto('./?lang=de#/country/ES');
    await expect(page.getByRole('heading', { level: 1, name: 'Spanien' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Organisationen nach Region' })).toBeVisible();
  });
});

test('figures have their topics, times and sources, and undated ones say so', async ({ page }) => {
  await open(page, '#/figures');
  const shown = facts.filter((fact) => !fact.country);
  const undated = shown.filter((fact) => !fact.as_of).length;
  await expect(page.getByRole('main').getByRole('status')).toContainText(`${shown.length} facts, ${undated} of them undated`);
  await expect(page.getByRole('cell', { name: 'undated', exact: true })).toHaveCount(undated);
  await page.getByRole('navigation', { name: tr('programme-topics') }).getByRole('link', { name: tr('fact-topic-euroclusters') }).click();
  await expect(page).toHaveURL(/show=euroclusters/);
  await expect(page.getByRole('main').getByRole('status')).toContainText(`${shown.filter((fact) => fact.topic === 'euroclusters').length} facts`);
});

test('a series shows what each source states and nothing between', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/figures');
  const figure = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: tr('programme-series-registered') }) });
  const points = facts.filter((fact) => fact.series === 'registered_organisations').sort((a, b) => (a.period < b.period ? -1 : 1));
  await expect(figure.getByRole('listitem')).toHaveCount(points.length);
  const items = await figure.getByRole('listitem').allTextContents();
  points.forEach((point, at) => {
    expect(items[at]).toContain(point.period);
    expect(items[at]).toContain(point.value.toLocaleString('en'));
  });
});

test('a theme leads to its lists with the filter set', async ({ page }) => {
  // Where no event says what it is about, that is not 0.
  await page.route('**/data/events.json', async (request) => {
    const file = await (await request.fetch()).json();
    for (const event of file.records) delete event.themes;
    await request.fulfill({ json: file });
  });
  await open(page, `#/focus/green?at=${DAY}`);
  // A fact about policies is none.
  const green = policies.filter((policy) => !policy.fact_only && policy.themes?.includes('green')).length;
  const link = page.getByRole('main').getByRole('link', { name: `${green} policies` });
  await link.click();
  await expect(page).toHaveURL(/#\/policies\?theme=green/);
  await page.goBack();
  await expect(page.getByText(tr('focus-not-stated', { what: 'events ahead' }))).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /^0 events/ })).toHaveCount(0);
  const all = calls.filter((call) => call.purpose?.includes('green')).length;
  await expect(page.getByRole('main').getByRole('link', { name: `${all} calls, past ones too` })).toBeVisible();
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const PAGES = {
  'the countries': ['#/countries', (page) => page.getByRole('figure').getByRole('listitem').first()],
  'a country': ['#/country/ES?compare=FR&at=2024-02-21', (page) => page.getByRole('heading', { name: tr('country-neighbours') })],
  'a region': ['#/country/ES?region=ES51', (page) => page.getByRole('heading', { name: tr('country-by-ecosystem') })],
  'the figures': ['#/figures', (page) => page.getByRole('table').first()],
  'a theme': ['#/focus/skills', (page) => page.getByRole('heading', { name: tr('focus-who') })],
};
test('no rule is broken that a machine can check', { tag: '@axe' }, async ({ page }) => {
  test.slow();
  for (const [state, [route, there]] of Object.entries(PAGES)) {
    await open(page, route);
    await expect(there(page)).toBeVisible();
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const axe = new AxeBuilder({ page });
      const checked = colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(['color-contrast', 'link-in-text-block']);
      const { violations } = await checked.analyze();
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`);
      expect.soft(told, `${state}, ${colorScheme}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }));
    expect.soft(scroll, `${state} is no wider than the screen`).toBeLessThanOrEqual(width);
  }
});
