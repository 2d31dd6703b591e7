// "Who works on photonics outside my region?" begins in the search box.

import { expect, test } from './atlas.js';
import { count, counts, folded, records, sentence } from './dataset.js';
import { tr } from './messages.js';
import { expectParameters, parameters, route } from './pages/address.js';
import { ExplorePage } from './pages/explore.js';

test('says how many organisations there are, and how many have no location', async ({ page }) => {
  const explore = new ExplorePage(page);
  await explore.open();
  const { all, unlocated } = counts.organisations;
  expect(sentence()).toBe(`${all.toLocaleString('en')} organisations match, ${unlocated} have no location`);
  await explore.expectStatus(sentence());
  await expect(page).toHaveTitle(/Cluster Atlas/);
});

test.describe('searching', { tag: '@once' }, () => {
  test('without accents finds what is written with them', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.fill('pole mer');
    await expect(explore.result('Pôle Mer Bretagne Atlantique')).toBeVisible();
    await expectParameters(page, { q: 'pole mer' });
    await explore.search.fill('pole vehicule');
    await expect(explore.result('Pôle Véhicule du Futur')).toBeVisible();
    await expect(explore.first).toContainText('Pôle Véhicule du Futur');
  });

  test('leaves the keys to an input method that is composing', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.fill('photon');
    const options = page.getByRole('listbox', { name: tr('suggestions') }).getByRole('option');
    await expect(options.first()).toBeVisible();
    const taken = await explore.search.evaluate((field) =>
      [{ isComposing: true }, { keyCode: 229 }].flatMap((composing) =>
        ['ArrowDown', 'Enter'].map((key) => !field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...composing })))));
    expect(taken).toEqual([false, false, false, false]);
    await expect(options.and(page.locator('[aria-selected=true]'))).toHaveCount(0);
    await expectParameters(page, { q: 'photon' });
  });

  test('finds a prefix of every word of the name', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('q=pole');
    const named = records.filter((record) => folded(record.name).split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith('pole')));
    expect(named.length).toBeGreaterThan(5);
    const found = await explore.everyName();
    for (const { name } of named) expect(found).toContain(name);
  });

  test('finds a city, and Cyrillic text by Latin letters', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('q=sofia knowledge');
    await expect(explore.first).toContainText('Cluster Sofia Knowledge City');
    await explore.search.fill('sofia');
    const there = count({ region: ['BG41'] });
    await expect.poll(async () => Number(await explore.first.getAttribute('aria-setsize'))).toBeGreaterThan(15);
    // The region's official name is Югозападен.
    await explore.search.fill('yugozapaden');
    await expect(explore.first).toHaveAttribute('aria-setsize', String(there));
  });

  test('finds София for "sofia" and for "софия"', async ({ page }) => {
    const record = { id: 'bg-x', name: 'Клъстер Оптика', country: 'BG', city: 'София' };
    const other = { id: 'de-x', name: 'Wasser', country: 'DE', city: 'Berlin' };
    await page.route('**/organisations.json', (to) =>
      to.fulfill({ json: { format: 'cluster-atlas/organisations/1', records: [record, other] } }),
    );
    const explore = new ExplorePage(page);
    for (const typed of ['sofia', 'СОФИЯ', 'klaster optika']) {
      await explore.open(`q=${encodeURIComponent(typed)}`);
      await expect(explore.result('Клъстер Оптика')).toBeVisible();
      await explore.expectStatus('1 organisation matches, 1 has no location');
    }
  });

  test('finds a place and a topic by any of its names, typed or in a link', async ({ page }) => {
    const explore = new ExplorePage(page);
    // In between nothing is found, so that no answer is taken for the next one.
    const finds = async (words, sentence) => {
      await explore.search.fill('zzzzqqqq');
      await explore.expectStatus('No organisation matches');
      await explore.search.fill(words);
      await explore.expectStatus(sentence);
    };
    const counted = async (words) => {
      await explore.open(`q=${encodeURIComponent(words)}`);
      await expect(explore.search).toHaveValue(words);
      return explore.status.innerText();
    };
    const cologne = await counted('Köln');
    expect(cologne).toMatch(/^\d+ organisation/);
    await finds('Koeln', cologne);
    await finds('Cologne', cologne);
    await finds('photonique', await counted('Photonik'));
    await finds('agri-food', await counted('agrifood'));
    // A word of a term's name in another language than the page's.
    const rubber = await counted('rubber');
    expect(rubber).toMatch(/^\d+ organisation/);
    await finds('caoutchouc', rubber);
    await finds('Gummi', rubber);
    // What cannot be fetched costs only the names: the words themselves are found.
    await page.route('**/names/**', (to) => to.abort());
    await explore.open('q=photonics');
    await expect(explore.first).toBeVisible();
  });

  test('finds regions by the Land that they lie in, in any of its names', async ({ page }) => {
    const explore = new ExplorePage(page);
    const within = (land) => records.filter((record) => record.region?.code?.startsWith(land)).length;
    for (const [land, names] of [['DE2', ['Bayern', 'Bavaria']], ['FRJ', ['Occitanie', 'Occitania']], ['BE2', ['Flanders', 'Vlaanderen']]]) {
      for (const name of names) {
        await explore.open(`q=${name}`);
        await expect(explore.search).toHaveValue(name);
        const found = async () => Number((await explore.status.innerText()).match(/^[\d,]+/)?.[0].replace(',', '') ?? 0);
        // And what is called so.
        await expect.poll(found, name).toBeGreaterThanOrEqual(within(land));
      }
    }
  });

  test('leaves out words in quotation marks', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.fill('smart -"smart cities"');
    await expect(explore.first).toBeVisible();
    await expect(explore.result(/smart cit(y|ies)/i)).toHaveCount(0);
  });

  test('offers a word that may have been meant, and finds nothing in the meantime', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('q=Tologne&country=PL');
    await explore.expectStatus('No organisation matches');
    await expect(page.getByText(tr('similar-offered', { asked: 'tologne' }))).toBeVisible();
    await page.getByRole('link', { name: 'pologne', exact: true }).click();
    await expectParameters(page, { q: 'pologne', country: 'PL' });
    await expect(explore.first).toBeVisible();
  });

  test('finds what is near a town that is typed', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.fill('within 80 km of Graz');
    const options = page.getByRole('listbox', { name: tr('suggestions') }).getByRole('option');
    const near = options.filter({ hasText: tr('chip-near', { km: '80', point: 'Graz' }) });
    await expect(near).toHaveCount(1);
    const [counted] = (await near.innerText()).match(/\d+(?= organisation)/);
    await near.click();
    await expect(explore.chips.getByRole('button', { name: /Within 80 km of Graz/ })).toBeVisible();
    await expect(explore.first).toHaveAttribute('aria-setsize', counted);
    await expect(explore.first).toContainText('km');
    await expect(explore.search).toHaveValue('');
    // The other name of a town, and what is looked for there.
    await explore.open();
    await explore.search.fill('Photonik bei Cologne');
    await options.filter({ hasText: tr('chip-near', { km: '50', point: 'Köln' }) }).click();
    await expect.poll(() => parameters(page)).toMatchObject({ q: 'photonik', near: expect.stringMatching(/^50\.9\d?,6\.9\d?,50$/) });
    await expect(explore.chips.getByRole('button', { name: /Within 50 km of Köln/ })).toBeVisible();
  });

  test('takes a place and a distance as such on Enter, and names them for whoever comes with a link', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.fill('within 80 km of Graz');
    await expect(page.getByRole('listbox', { name: tr('suggestions') }).getByRole('option', { name: /Within 80 km of Graz/ })).toBeVisible();
    await explore.search.press('Enter');
    await expect(explore.chips.getByRole('button', { name: /Within 80 km of Graz/ })).toBeVisible();
    const [found] = (await explore.status.innerText()).match(/\d+ organisations?/);
    // Of words that are no place and no distance nothing is said, nor of a name that somebody has.
    await explore.open();
    const cities = new Set(records.map(({ city }) => city));
    const [named] = records.filter(({ name }) => cities.has(/ (?:of|in|de) (\S+)$/.exec(name)?.[1]));
    await explore.search.fill(named.name);
    await expect(page.getByRole('listbox', { name: tr('suggestions') })).toBeVisible();
    await explore.search.press('Enter');
    await expect(page.getByRole('listbox', { name: tr('suggestions') })).toBeHidden();
    await expectParameters(page, { q: named.name });
    await explore.open('q=energy water');
    await expect(explore.status).toContainText('match');
    await explore.open('q=within 80 km of Graz');
    await expect(page.getByText(tr('similar-around'))).toContainText(`(${found})`);
    await page.getByRole('link', { name: 'Within 80 km of Graz' }).click();
    await expect(explore.chips.getByRole('button', { name: /Within 80 km of Graz/ })).toBeVisible();
    await expect(page.getByText(tr('similar-around'))).toBeHidden();
  });

  test('offers the name of a place that was typed with a slip, where it finds something', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('q=Colonge');
    await explore.expectStatus('No organisation matches');
    await page.getByRole('link', { name: 'cologne', exact: true }).click();
    await expectParameters(page, { q: 'cologne' });
    await expect(explore.first).toBeVisible();
  });

  test('forgives one wrong letter, and says what it took instead', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.fill('photonixs');
    await expect(explore.first).toContainText(/photoni/i);
    await expect(page.getByText(/Nothing contains “photonixs”/)).toBeVisible();
  });

  test('finds the singular for a plural, and a country in another language', async ({ page }) => {
    const explore = new ExplorePage(page);
    const counted = async (words) => {
      await explore.open(`q=${encodeURIComponent(words)}`);
      // The page stays: until the new question has arrived, the answer is the one to the last.
      await expect(explore.search).toHaveValue(words);
      return Number(/^([\d,]+) organisation/.exec(await explore.status.textContent())?.[1].replace(',', '') ?? 0);
    };
    expect(await counted('robots')).toBeGreaterThanOrEqual(await counted('robot'));
    expect(await counted('technologies')).toBeGreaterThanOrEqual(await counted('technology'));
    expect(await counted('Deutschland')).toBeGreaterThanOrEqual(records.filter(({ country }) => country === 'DE').length);
  });

  test('finds a country by its name', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.fill('luxembourg wood');
    await expect(explore.first).toContainText('Luxembourg Wood Cluster');
    await explore.search.fill('estonia');
    await expect.poll(async () => Number(await explore.first.getAttribute('aria-setsize'))).toBeGreaterThanOrEqual(count({ country: ['EE'] }));
  });

  test('without a match says what to do, and offers the way back', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.fill('zzzzqqqq');
    await explore.expectStatus('No organisation matches');
    await expect(page.getByText(tr('nothing-found'))).toBeVisible();
    await page.getByRole('button', { name: 'Clear all' }).last().click();
    await explore.expectStatus(sentence());
    await expectParameters(page, {});
  });

  test('is one step in the history, however many letters were typed', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.pressSequentially('photonics');
    await expectParameters(page, { q: 'photonics' });
    await page.goBack();
    await expectParameters(page, {});
    await expect(explore.search).toHaveValue('');
    await explore.expectStatus(sentence());
    await page.goForward();
    await expect(explore.search).toHaveValue('photonics');
  });
});

test.describe('suggestions', { tag: '@once' }, () => {
  test('are walked with the arrow keys, and Enter takes one', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.pressSequentially('photon');
    await expect(explore.suggestions).toBeVisible();
    const options = explore.suggestions.getByRole('option');
    await expect(options.nth(1)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expect(explore.search).toHaveAttribute('aria-activedescendant', await options.first().getAttribute('id'));
    await page.keyboard.press('ArrowDown');
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect(options.first()).toHaveAttribute('aria-selected', 'false');
    await page.keyboard.press('ArrowUp');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    // The topic stands before names and words: it takes the place of what was typed.
    await expect(options.first()).toContainText('Photonics and lighting');
    await page.keyboard.press('Enter');
    await expectParameters(page, { expertise: 'photonics' });
    await expect(explore.suggestions).toBeHidden();
    await expect(explore.chip('Photonics and lighting')).toBeVisible();
    await explore.expectStatus(sentence({ expertise: ['photonics'] }));
  });

  test('close with Escape and leave the words alone', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.pressSequentially('photon');
    await expect(explore.suggestions).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(explore.suggestions).toBeHidden();
    await expect(explore.search).toHaveValue('photon');
    await expect(explore.search).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(explore.suggestions).toBeVisible();
  });

  test('lead to a profile', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open();
    await explore.search.pressSequentially('minalogic');
    await explore.suggestions.getByRole('option', { name: /Minalogic.*Profile/ }).click();
    await expect.poll(() => route(page)).toMatch(/^\/organisation\//);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Minalogic');
  });

  test('keep the filters that are set', async ({ page }) => {
    const explore = new ExplorePage(page);
    await explore.open('country=FR');
    await explore.search.pressSequentially('photon');
    await explore.suggestions.getByRole('option', { name: /Photonics and lighting/ }).click();
    await expectParameters(page, { country: 'FR', expertise: 'photonics' });
    await explore.expectStatus(sentence({ country: ['FR'], expertise: ['photonics'] }));
    expect(parameters(page).q).toBeUndefined();
  });
});
