// Events, networks, policies and resources: found like everything else, and tied to each other.

import { expect, open, test } from './atlas.js';
import { collection, counts, named, records } from './dataset.js';
import { counted, tr } from './messages.js';

const results = (page) => page.getByRole('list', { name: 'Results' });
const filters = (page) => page.getByRole('region', { name: 'Filters' });

for (const name of ['events', 'networks', 'policies', 'resources']) {
  test(`${name} are listed, all of them, and lead to their pages`, async ({ page }) => {
    await open(page, `#/${name}`);
    await expect(page.getByRole('heading', { level: 1, name: tr(`${name}-title`) })).toBeVisible();
    const own = counts[name]['policies of their own'] ?? counts[name].all;
    const status = page.getByRole('status').filter({ hasText: String(own) });
    await expect(status).toBeVisible();
    // What is a fact about policies is counted beside them.
    if (own < counts[name].all) await expect(status).toContainText(counted('policies-facts-count', { count: counts[name].all - own }));
    const first = results(page).getByRole('heading').first();
    const title = await first.textContent();
    await first.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    // Its sources, and as of which day.
    await expect(page.getByRole('heading', { name: tr('sources'), exact: true })).toBeVisible();
    await expect(page.getByText(/^Dataset published on \d/)).toBeVisible();
    await page.getByRole('link', { name: tr(`back-to-${name}`) }).click();
    await expect(results(page)).toBeVisible();
  });
}

test('an event stands as it did on the day in the link', { tag: '@once' }, async ({ page }) => {
  const [conference] = named('events', 'ecc-2024');
  for (const [day, status] of [
    ['2024-05-06', 'upcoming'],
    ['2024-05-07', 'running'],
    ['2024-05-09', 'past'],
  ]) {
    await open(page, `#/events/${conference.id}?at=${day}`);
    // Its own status stands first; what else in the data speaks of it has one too.
    await expect(page.getByRole('article').getByText(tr(`status-${status}`), { exact: true }).first()).toBeVisible();
  }
});

test('a talk has two doors: as an event and as a training', { tag: '@once' }, async ({ page }) => {
  const talk = collection('events').find((event) => event.related?.trainings?.includes(event.id));
  await open(page, `#/events/${talk.id}`);
  await page.getByRole('link', { name: tr('event-as-training') }).click();
  await expect(page.getByRole('heading', { level: 1, name: talk.title })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`#/training/${talk.id}`));
});

test('both doors of a talk say the same of it', { tag: '@once' }, async ({ page }) => {
  const talk = collection('events').find((event) => event.topics && event.themes && event.related.trainings.includes(event.id));
  for (const door of ['events', 'training']) {
    await open(page, `#/${door}/${talk.id}`);
    const article = page.getByRole('article');
    for (const fact of ['facet-topic', 'facet-audience']) {
      await expect(article.getByRole('term').filter({ hasText: new RegExp(`^${tr(fact)}$`) })).toBeVisible();
    }
    // How one takes part, where somebody else holds it.
    await expect(article.locator('.note').filter({ hasText: talk.hosts[0] })).toBeVisible();
  }
  await open(page, '#/events?theme=green');
  await expect(filters(page).getByRole('group', { name: tr('facet-theme') })).toBeVisible();
});

test('an event that nobody says how to register for says so', { tag: '@once' }, async ({ page }) => {
  const event = collection('events').find((one) => one.start?.length === 10 && !one.hosts && !one.registration && !one.registration_note);
  await open(page, `#/events/${event.id}?at=2000-01-01`);
  await expect(page.getByRole('article').getByText(tr('event-registration-unknown'))).toBeVisible();
});

test.describe('in another zone', { tag: '@once' }, () => {
  test.use({ timezoneId: 'Europe/Helsinki' });

  test('the hours of an event are the visitor’s, too', async ({ page }) => {
    await open(page, '#/events/eu-clusters-talk-raw-materials-2023-04-05');
    await expect(page.getByRole('article').getByText(/08:30 to 09:45 CEST, 09:30 to 10:45 your time/).first()).toBeVisible();
    await open(page, '#/events/eu-clusters-talk-supply-chains-2022-03-16');
    await expect(page.getByRole('article').getByText(/16 March 2022, 08:30 CET, 09:30 your time/).first()).toBeVisible();
  });
});

test.describe('on the other side of the world', { tag: '@once' }, () => {
  test.use({ timezoneId: 'Pacific/Honolulu' });

  test('the day stands where it is another one', async ({ page }) => {
    await open(page, '#/events/eu-clusters-talk-raw-materials-2023-04-05');
    await expect(page.getByRole('article').getByText(/4 April 2023, 20:30 to 21:45 your time/).first()).toBeVisible();
  });
});

test('a network of which only the start is known says so', { tag: '@once' }, async ({ page }) => {
  const network = collection('networks').find((one) => one.start && !one.end);
  await open(page, `#/networks/${network.id}`);
  const facts = page.getByRole('article').getByRole('term');
  await expect(facts.filter({ hasText: tr('network-start') })).toBeVisible();
  await expect(facts.filter({ hasText: new RegExp(`^${tr('event-dates')}$`) })).toHaveCount(0);
});

test('a network names its partners, and its calls by their titles', { tag: '@once' }, async ({ page }) => {
  const network = collection('networks').find((one) => one.related?.calls && one.partners?.some((partner) => partner.organisation));
  const partner = network.partners.find((one) => one.organisation);
  const organisation = records.find((record) => record.id === partner.organisation);
  const [call] = named('calls', network.related.calls[0]);
  await open(page, `#/networks/${network.id}`);
  const article = page.getByRole('article');
  await expect(article.getByRole('link', { name: call.title })).toBeVisible();
  // With their state on the day of viewing.
  await open(page, `#/networks/${network.id}?at=2099-01-01`);
  const item = article.getByRole('listitem').filter({ has: page.getByRole('link', { name: call.title, exact: true }) });
  await expect(item.getByText(tr('status-closed'), { exact: true })).toBeVisible();
  await article.getByRole('link', { name: organisation.name, exact: true }).first().click();
  await expect(page).toHaveURL(new RegExp(`#/organisation/${partner.organisation}`));
});

/** Records that one names and that do not name it, by their collections. */
const NAMING = ['events', 'networks', 'policies', 'resources'];
const namedBy = (of) =>
  NAMING.flatMap((name) => collection(name).flatMap((record) => (record.related?.[of] ?? []).map((id) => ({ name, record, id }))))
    .filter(({ name, record, id }) => {
      const [there] = named(of, id);
      return there && !(there.related?.[name] ?? []).includes(record.id) && !(of === 'calls' && name === 'networks');
    });

for (const [of, path] of [['trainings', 'training'], ...NAMING.map((name) => [name, name])]) {
  test(`a record of ${of} says which others name it`, { tag: '@once' }, async ({ page }) => {
    const [first] = namedBy(of);
    test.skip(!first, 'none is named by one that it does not name itself');
    await open(page, `#/${path}/${first.id}`);
    const title = first.record.title ?? first.record.name;
    const list = page.getByRole('heading', { level: 2, name: tr('seen-elsewhere'), exact: true }).locator('xpath=following-sibling::ul[1]');
    await list.getByRole('link', { name: title, exact: true }).first().click();
    await expect(page).toHaveURL(new RegExp(`#/${first.name}/${first.record.id}`));
  });
}

test('says that there may be more where a collection cannot be had', { tag: '@once' }, async ({ page, complaints }) => {
  complaints.allow(/500/);
  await page.route('**/data/resources.json', (request) => request.fulfill({ status: 500 }));
  await open(page, `#/events/${collection('events')[0].id}`);
  await expect(page.getByText(tr('seen-elsewhere-partial'))).toBeVisible();
});

test('the link of a record is copied, or there to be copied by hand', { tag: '@once' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const route of [`#/policies/${collection('policies')[0].id}`, `#/organisation/${records[0].id}`]) {
    await open(page, route);
    await page.getByRole('button', { name: tr('copy-link') }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  }
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: tr('copy-link') }).click();
  const field = page.getByRole('textbox', { name: tr('page-link') });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(page.url());
  expect(await field.evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd))).toBe(page.url());
});

test('a policy is found under each year that it covers', { tag: '@once' }, async ({ page }) => {
  const year = (date) => Number(date?.slice(0, 4));
  const covers = (wanted) => ({ start, end }) => {
    const [first, last] = [year(start ?? end), year(end ?? start)];
    return first <= wanted && wanted <= last;
  };
  const inside = collection('policies').find(({ start, end }) => year(end) - year(start) >= 2);
  const wanted = year(inside.start) + 1;
  await open(page, `#/policies?year=${wanted}`);
  await expect(results(page).getByRole('heading')).toHaveCount(collection('policies').filter(covers(wanted)).length);
  await expect(results(page).getByRole('link', { name: inside.name, exact: true })).toBeVisible();
});

test('a filter is in the link, and the link filters', { tag: '@once' }, async ({ page }) => {
  await open(page, '#/policies');
  const countries = filters(page).getByRole('group', { name: tr('facet-country') });
  await countries.getByRole('checkbox', { name: 'Spain' }).check();
  await expect(page).toHaveURL(/country=ES/);
  const spanish = collection('policies').filter((policy) => policy.country === 'ES');
  await expect(results(page).getByRole('heading')).toHaveCount(spanish.length);
  await open(page, '#/resources?kind=service');
  await expect(page.getByRole('status').filter({ hasText: String(counts.resources.service) })).toBeVisible();
});

test('what shares an entry of the navigation is one step away', async ({ page }) => {
  await open(page, '#/events');
  const main = page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: tr('nav-knowledge') }).click();
  const beside = page.getByRole('navigation', { name: tr('nav-knowledge') });
  await expect(beside.getByRole('link', { name: tr('nav-policies') })).toHaveAttribute('aria-current', 'page');
  await beside.getByRole('link', { name: tr('nav-resources') }).click();
  await expect(page.getByRole('heading', { level: 1, name: tr('resources-title') })).toBeVisible();
  await expect(main.getByRole('link', { name: tr('nav-knowledge') })).toHaveAttribute('aria-current', 'page');
});

test('a collection that the dataset does not have has no entry', { tag: '@once' }, async ({ page }) => {
  await page.route('**/data/atlas.json', async (request) => {
    const manifest = await (await request.fetch()).json();
    for (const gone of ['events', 'networks', 'policies', 'resources']) delete manifest.collections[gone];
    await request.fulfill({ json: manifest });
  });
  await open(page, '#/calls');
  const main = page.getByRole('navigation', { name: 'Main' });
  await expect(main.getByRole('link', { name: tr('nav-partners') })).toHaveAttribute('href', '#/partner-requests');
  await expect(main.getByRole('link', { name: tr('nav-events') })).toHaveCount(0);
  await expect(main.getByRole('link', { name: tr('nav-knowledge') })).toHaveCount(0);
});
