// A profile says everything that is known, what is not known, and where it is from.

import { expect, open, test } from './atlas.js';
import { kilometres, label, named, records, sentence, stated, vocabularies } from './dataset.js';
import { serveFixture } from './faults.js';
import { tr } from './messages.js';
import { expectParameters, route } from './pages/address.js';
import { ExplorePage } from './pages/explore.js';
import { AboutDataPage, ProfilePage } from './pages/profile.js';

// Nothing is known of it but what its record says.
const isStated = (r) => stated.some((fact) => fact.organisation === r.id);
const known = records.find((r) => r.location && r.ecosystems && r.expertise?.length > 1 && r.region?.code && !isStated(r));
const regionName = (code) => vocabularies.regions.find((region) => region.code === code).name;

test('has a way back to the results as they were left', { tag: '@once' }, async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open('country=ES');
  const list = page.getByRole('list', { name: 'Results' });
  await list.evaluate((element) => element.scrollTo(0, 4_000));
  // A line that is drawn ahead of the scrolling is scrolled to before it is clicked: one that is in sight is not.
  let name;
  await expect
    .poll(async () => {
      name = await explore.nameInSight();
      return name;
    })
    .toBeTruthy();
  const left = await list.evaluate((element) => element.scrollTop);
  await explore.result(name).getByRole('heading').getByRole('link').click();
  const profile = new ProfilePage(page);
  await expect(profile.heading).toBeVisible();
  // The header is in sight, although the focus is on the content.
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeInViewport();
  await page.getByRole('link', { name: tr('back-to-explore') }).click();
  await explore.expectStatus(sentence({ country: ['ES'] }));
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(left);
  expect(left).toBe(4_000);
});

test('shows what is known, and says what is not', async ({ page }) => {
  const profile = new ProfilePage(page);
  await profile.open(known.id);
  await expect(profile.heading).toHaveText(known.name);
  await expect(page).toHaveTitle(new RegExp(known.name.slice(0, 12).replace(/\W/g, '.')));
  await expect(profile.fact('City')).toHaveText(known.city);
  await expect(profile.fact('Region')).toHaveText(`${regionName(known.region.code)} (${known.region.code})`);
  await expect(profile.fact('Coordinates')).toContainText(`${known.location.lat}, ${known.location.lon}`);
  await expect(profile.fact('Coordinates')).toContainText('accurate to the city, not an address');
  await expect(profile.fact('Industrial ecosystem')).toContainText(label('ecosystems', known.ecosystems[0]));
  for (const topic of known.expertise) await expect(profile.fact('Expertise')).toContainText(label('expertise', topic));
  for (const fact of ['Short name', 'Members', 'Founded', 'Website', 'E-mail', 'Excellence label']) {
    await expect(profile.unknown).toContainText(fact);
    await expect(profile.fact(fact)).toBeHidden();
  }
});

test.describe('a profile', { tag: '@once' }, () => {
  test('marks expertise as inferred', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    await expect(profile.fact('Expertise')).toContainText(tr('expertise-inferred'));
  });

  test('names its source and day', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    await expect(page.getByText(/^Source:/)).toContainText('European Cluster Collaboration Platform');
    await expect(page.getByText(/^Source:/)).toContainText(/Dataset published on .* 2026/);
  });

  test('shows every field of the format', async ({ page }) => {
    await serveFixture(page, 'organisations-every-field.json');
    const profile = new ProfilePage(page);
    await profile.open('fr-fictional-every-field');
    await expect(page.getByText('Network', { exact: true })).toBeVisible();
    await expect(page.getByText('A fictional cluster.')).toBeVisible();
    const facts = {
      'Short name': 'PFP',
      Country: 'France',
      City: 'Orléans',
      'City as listed': 'Orléans Cedex',
      Coordinates: '47.9025, 1.9041 (accurate to the street)',
      'NACE classes': '26.70',
      Founded: '2005',
      'Staff (full-time equivalents)': '7.5',
    };
    for (const [name, text] of Object.entries(facts)) {
      await expect(profile.fact(name.replace(/[()]/g, '\\$&'))).toHaveText(text);
    }
    await expect(profile.fact('Expertise')).toContainText(tr('expertise-declared'));
    for (const part of ['120 in all', '90 SMEs', '12 large companies', '15 research organisations', '3 others']) {
      await expect(profile.fact('Members')).toContainText(part);
    }
    await expect(page.getByText(/Gold, until 30 June 2027|Gold, until June 30, 2027/)).toBeVisible();
    const website = profile.fact('Website').getByRole('link');
    await expect(website).toHaveAttribute('href', 'https://www.fictional.example/');
    await expect(website).toHaveAttribute('rel', /noopener/);
    await expect(website).toHaveAccessibleName(/opens www.fictional.example in a new tab/);
    await expect(profile.fact('E-mail').getByRole('link')).toHaveAttribute('href', 'mailto:contact@fictional.example');
    await expect(page.getByText(/Record updated on/)).toBeVisible();
  });

  test('names its neighbours: close by, and complementary ones in other countries', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    const close = profile.near('Close by').getByRole('listitem');
    const nearest = records.filter((r) => r.id !== known.id && r.location).map((r) => kilometres(known.location, r.location));
    await expect(close).toHaveCount(Math.min(6, nearest.filter((km) => km <= 100).length));
    for (const name of await close.getByRole('heading').allInnerTexts()) {
      const candidates = records.filter((r) => r.name === name && r.location);
      expect(Math.min(...candidates.map((r) => kilometres(known.location, r.location)))).toBeLessThanOrEqual(100);
    }
    const complementary = profile.near('Complementary').getByRole('listitem');
    expect(await complementary.count()).toBeGreaterThan(0);
    for (const name of await complementary.getByRole('heading').allInnerTexts()) {
      const fits = (r) => r.country !== known.country && r.expertise?.some((topic) => known.expertise.includes(topic));
      expect(records.some((r) => r.name === name && fits(r))).toBe(true);
    }
    await profile.near('Complementary').getByRole('link', { name: tr('complementary-all') }).click();
    await new ExplorePage(page).expectStatus(sentence({ expertise: known.expertise }));
  });

  test('leads to the map and selects there', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    await profile.onMap.click();
    await expectParameters(page, { view: 'map', sel: known.id });
    await expect(new ExplorePage(page).card).toContainText(known.name);
  });

  test('without a location offers no map, and says why nothing is close by', async ({ page }) => {
    const record = records.find((r) => !r.location);
    const profile = new ProfilePage(page);
    await profile.open(record.id);
    await expect(profile.unknown).toContainText('Coordinates');
    await expect(profile.onMap).toBeHidden();
    await expect(profile.near('Close by')).toContainText(tr('close-by-unlocated'));
  });

  test('of nobody says so, and helps to search', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open('fr-minalogic-of-yesterday');
    await expect(profile.heading).toHaveText(tr('missing-organisation-title'));
    await expect(page.getByText('“fr-minalogic-of-yesterday”')).toBeVisible();
    await page.getByRole('link', { name: tr('missing-find') }).click();
    await expect.poll(() => route(page)).toBe('/explore');
    await expect(new ExplorePage(page).search).toHaveValue('fr minalogic of yesterday');
  });

  test('leads from neighbour to neighbour, each with its own address', async ({ page }) => {
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    const next = profile.near('Complementary').getByRole('heading', { level: 3 }).first();
    const name = await next.innerText();
    await next.getByRole('link').click();
    await expect(profile.heading).toHaveText(name);
    await page.goBack();
    await expect(profile.heading).toHaveText(known.name);
  });
});

test.describe('what sources say of an organisation', { tag: '@once' }, () => {
  const of = (field, test = () => true) => stated.find((fact) => fact.field === field && test(fact));

  test('stands among its facts, with its day, its doubts and a link to the source', async ({ page }) => {
    const website = of('website', (fact) => fact.confidence === 'medium');
    const profile = new ProfilePage(page);
    await profile.open(website.organisation);
    const fact = profile.fact('Website');
    const host = new URL(website.value).host;
    await expect(fact.getByRole('link').first()).toHaveAttribute('href', new RegExp(`^${website.value}/?$`));
    await expect(fact.getByRole('link').first()).toHaveAccessibleName(new RegExp(`opens ${host} in a new tab`));
    await expect(fact).toContainText(tr('stated-by-name'));
    await expect(fact.getByText(/^Source:/)).toContainText(new URL(website.source).host.replace(/^www\./, ''));
    await expect(profile.unknown).not.toContainText('Website');
    await expect(profile.unknown).toContainText('Founded');
  });

  test('is history where it has run out on the day of viewing', async ({ page }) => {
    const dated = of('label', (fact) => fact.until && !fact.historic);
    const year = Number(dated.until.slice(0, 4));
    const profile = new ProfilePage(page);
    // Beside it stands one of long ago.
    const label = profile.fact('Excellence label').getByRole('listitem').filter({ hasText: dated.value });
    await open(page, `#/organisation/${dated.organisation}?at=${year - 1}-12-31`);
    await expect(label).toContainText(dated.value);
    await expect(label).toContainText('valid until');
    await expect(label).not.toContainText(tr('stated-history'));
    await open(page, `#/organisation/${dated.organisation}?at=${year + 1}-01-01`);
    await expect(label).toContainText(tr('stated-history'));
    await expect(label).toContainText('ran out');
  });

  test('is never called current where the label is of long ago', async ({ page }) => {
    const old = of('label', (fact) => fact.historic && fact.until);
    const profile = new ProfilePage(page);
    await profile.open(old.organisation);
    await expect(profile.fact('Excellence label')).toContainText(tr('stated-history'));
    await expect(profile.fact('Excellence label')).toContainText(old.until.slice(0, 4));
  });

  test('marks a programme that was read off the name, and leads to the policy', async ({ page }) => {
    const inferred = of('programme', (fact) => fact.inferred && fact.policy);
    const [policy] = named('policies', inferred.policy);
    const profile = new ProfilePage(page);
    await profile.open(inferred.organisation);
    const fact = profile.fact('Programmes');
    await expect(fact).toContainText(tr('stated-inferred'));
    await fact.getByRole('link', { name: inferred.value, exact: true }).click();
    await expect.poll(() => route(page)).toBe(`/policies/${policy.id}`);
  });

  test('names the networks it is in, each once, and leads there', async ({ page }) => {
    const part = of('programme_participation', (fact) => fact.network);
    const [network] = named('networks', part.network);
    const profile = new ProfilePage(page);
    await profile.open(part.organisation);
    const networks = page.getByRole('heading', { level: 2, name: tr('profile-networks') }).locator('xpath=following-sibling::ul[1]');
    const link = networks.getByRole('link', { name: network.name, exact: true });
    await expect(link).toHaveCount(1);
    await expect(networks).toContainText(tr(`role-${part.role}`));
    await link.click();
    await expect.poll(() => route(page)).toBe(`/networks/${network.id}`);
  });

  test('keeps in words what is no network of the dataset', async ({ page }) => {
    const part = of('programme_participation', (fact) => !fact.network);
    await new ProfilePage(page).open(part.organisation);
    await expect(page.getByRole('listitem').filter({ hasText: part.value })).toContainText(/Source:/);
  });

  test('that no network names says so', async ({ page }) => {
    await new ProfilePage(page).open(known.id);
    await expect(page.getByText(tr('profile-networks-none'))).toBeVisible();
  });

  test('leaves the profile whole where it cannot be had', async ({ page, complaints }) => {
    complaints.allow(/500/);
    const website = of('website');
    await page.route('**/data/organisation_facts*.json', (request) => request.fulfill({ status: 500, body: '' }));
    const profile = new ProfilePage(page);
    await profile.open(website.organisation);
    // What could not be loaded is not called unknown.
    await expect(profile.fact('Website')).toHaveText(tr('stated-failed'));
    await expect(profile.unknown).not.toContainText('Website');
    await expect(profile.fact('Country')).toBeVisible();
  });

  for (const [name, answer] of [
    ['is a web page instead', (request) => request.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' })],
    ['is cut short', (request) => request.fulfill({ body: '{"format":"cluster-atlas/organisation_facts/1","records":[{' })],
    ['is of another version', (request) => request.fulfill({ json: { format: 'cluster-atlas/organisation_facts/2', records: [] } })],
    ['is not there', (request) => request.fulfill({ status: 404, body: '' })],
  ]) {
    test(`leaves the profile whole where its file ${name}`, async ({ page, complaints }) => {
      complaints.allow(/404/);
      const website = of('website');
      await page.route('**/data/organisation_facts*.json', answer);
      const profile = new ProfilePage(page);
      await profile.open(website.organisation);
      await expect(profile.fact('Website')).toHaveText(tr('stated-failed'));
      await expect(profile.fact('Country')).toBeVisible();
    });
  }

  test('cannot run a script, and is refused where the dataset has no such organisation', async ({ page }) => {
    const fact = (organisation, field, value) => ({ organisation, field, value, source: 'https://example.org/' });
    const facts = [
      fact(known.id, 'website', 'javascript:alert(1)'),
      fact(known.id, 'label', '<img src=x onerror=alert(1)> gold'),
      fact('fr-nobody', 'label', 'ESCA gold'),
    ];
    const json = { format: 'cluster-atlas/organisation_facts/1', records: facts };
    await page.route('**/data/organisation_facts*.json', (request) => request.fulfill({ json }));
    const profile = new ProfilePage(page);
    await profile.open(known.id);
    await expect(profile.fact('Excellence label')).toContainText('<img src=x onerror=alert(1)> gold');
    await expect(profile.fact('Excellence label')).toContainText(tr('fact-undated'));
    await expect(profile.unknown).toContainText('Website');
    const about = new AboutDataPage(page);
    await about.open();
    await expect(about.findings).toContainText(tr('finding-unknown-organisation'));
  });
});

test('single values that are from elsewhere say so, with their source and day', { tag: '@once' }, async ({ page, complaints }) => {
  const source = { id: 'proposals', name: 'Proposals of the people concerned' };
  await page.route('**/data/atlas.json', async (request) => {
    const manifest = await (await request.fetch()).json();
    manifest.collections.provenance = 'provenance.json';
    manifest.sources.push(source);
    await request.fulfill({ json: manifest });
  });
  const of_ = (record, field) => ({ record, field, source: source.id, day: '2026-11-22', proposal: '0a1b2c3d4e' });
  const values = [of_(known.id, 'website'), of_(known.id, '<b>later</b>'), of_('fr-nobody', 'website')];
  await page.route('**/data/provenance.json', (request) => request.fulfill({ json: { format: 'cluster-atlas/provenance/1', records: values } }));
  await new ProfilePage(page).open(known.id);
  const list = page.getByRole('heading', { name: tr('profile-provenance'), exact: true }).locator('xpath=following-sibling::ul[1]');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText(/^Website, 22 November 2026 Source: Proposals of the people concerned/);
  await expect(list.getByRole('listitem').last()).toContainText('<b>later</b>');
  // Where it cannot be had, nobody takes all values for the record's own.
  complaints.allow(/500/);
  await page.unroute('**/data/provenance.json');
  await page.route('**/data/provenance.json', (request) => request.fulfill({ status: 500, body: '' }));
  await page.reload();
  await expect(page.getByText(tr('provenance-failed'))).toBeVisible();
});

test('a call leads to the network that issued it', { tag: '@once' }, async ({ page }) => {
  const [network] = named('networks', 'suave');
  const call = network.related.calls[0];
  await open(page, `#/calls/${call}`);
  await page.getByRole('article').getByRole('link', { name: network.name, exact: true }).click();
  await expect.poll(() => route(page)).toBe(`/networks/${network.id}`);
});
