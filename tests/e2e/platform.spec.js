// Events, networks, policies and resources: found like everything else, and tied to each other.

import { expect, open, test } from './atlas.js';
import { collection, counts, named, records } from './dataset.js';
import { tr } from './messages.js';

const results = (page) => page.getByRole('list', { name: 'Results' });
const filters = (page) => page.getByRole('region', { name: 'Filters' });

for (const name of ['events', 'networks', 'policies', 'resources']) {
  test(`${name} are listed, all of them, and lead to their pages`, async ({ page }) => {
    await open(page, `#/${name}`);
    await expect(page.getByRole('heading', { level: 1, name: tr(`${name}-title`) })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: String(counts[name].all) })).toBeVisible();
    const first = results(page).getByRole('heading').first();
    const title = await first.textContent();
    await first.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
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
    await expect(page.getByRole('article').getByText(tr(`status-${status}`), { exact: true })).toBeVisible();
  }
});

test('a talk has two doors: as an event and as a training', { tag: '@once' }, async ({ page }) => {
  const talk = collection('events').find((event) => event.related?.trainings?.includes(event.id));
  await open(page, `#/events/${talk.id}`);
  await page.getByRole('link', { name: tr('event-as-training') }).click();
  await expect(page.getByRole('heading', { level: 1, name: talk.title })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`#/training/${talk.id}`));
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
  await article.getByRole('link', { name: organisation.name, exact: true }).first().click();
  await expect(page).toHaveURL(new RegExp(`#/organisation/${partner.organisation}`));
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
