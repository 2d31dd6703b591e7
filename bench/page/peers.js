// The same records in the peers' hands, each set up to do what the app does and nothing more.

import itemsjs from '/peers/itemsjs.js';
import MiniSearch from '/peers/minisearch.js';

const { Supercluster } = globalThis;

export const FACETS = ['country', 'region', 'ecosystem', 'expertise', 'kind', 'located', 'label'];

/** ItemsJS: the seven facets, values of one facet OR-ed, every value counted, its own text search off. */
const AGGREGATIONS = Object.fromEntries(
  FACETS.map((name) => [name, { size: 1000, conjunction: false }]),
);

/**
 * MiniSearch: the texts that the app searches, with the app's weights. It reads labels from the documents, the app from the values.
 */
const FIELDS = { name: 4, acronym: 4, city: 2, listed: 1, summary: 0.5, labels: 0.5 };

/** The cheapest folding that makes the words the app makes of these texts: accents matter in few of them. */
function folded(word) {
  const small = word.toLowerCase();
  return /^[\0-\x7f]*$/.test(small) ? small : small.normalize('NFD').replace(/\p{M}/gu, '');
}

const MINISEARCH = {
  fields: Object.keys(FIELDS),
  processTerm: folded,
  searchOptions: { boost: FIELDS, combineWith: 'AND', prefix: true },
};

/** One slip is forgiven in words of four letters and more, as the app does. */
const oneSlip = (word) => (word.length >= 4 ? 1 : false);

/** As close as bubbles of the app come to each other: a cell of 64 pixels there, a radius of 60 here. */
const CLUSTERS = { radius: 60, extent: 256, maxZoom: 16 };

const regionKey = (region) => region.code ?? region.name;

/** What each peer gets, made once and not timed: exactly the fields it uses. */
export function inputs(records, labels) {
  const facetsOf = (record) => ({
    country: record.country,
    ...(record.region && { region: regionKey(record.region) }),
    ecosystem: record.ecosystems ?? [],
    expertise: record.expertise ?? [],
    kind: record.kind ?? 'cluster_organisation',
    located: record.location ? 'yes' : 'no',
    ...(record.label && { label: record.label.level }),
  });
  // In the app's order beforehand, so that ItemsJS need not sort: its matches come in the order of its items.
  const titleOf = (record) => folded(record.name).replace(/[^a-z0-9]+/g, ' ').trim();
  const titles = new Map(records.map((record) => [record, titleOf(record)]));
  const compared = (a, b) => Number(a > b) - Number(a < b);
  const byName = [...records].sort(
    (a, b) => compared(titles.get(a), titles.get(b)) || compared(a.name, b.name) || compared(a.id, b.id),
  );
  const items = byName.map((record) => ({ id: record.id, name: record.name, ...facetsOf(record) }));
  const labelled = ['country', 'region', 'ecosystem', 'expertise', 'kind'];
  const texts = records.map((record) => {
    const values = facetsOf(record);
    return {
      id: record.id,
      name: record.name,
      acronym: record.acronym,
      city: record.city,
      listed: record.city_listed,
      summary: record.summary && Object.values(record.summary).join(' '),
      labels: labelled
        .flatMap((facet) => [values[facet] ?? []].flat().map((value) => labels[facet][value] ?? ''))
        .join(' '),
    };
  });
  const points = records
    .filter((record) => record.location)
    .map((record) => ({
      type: 'Feature',
      properties: { id: record.id },
      geometry: { type: 'Point', coordinates: [record.location.lon, record.location.lat] },
    }));
  return { items, texts, points };
}

export const facetsOver = (items) =>
  itemsjs(items, { native_search_enabled: false, aggregations: AGGREGATIONS });

export function textsOver(texts) {
  const index = new MiniSearch(MINISEARCH);
  index.addAll(texts);
  return index;
}

export const clustersOf = (points, options = {}) =>
  new Supercluster({ ...CLUSTERS, ...options }).load(points);

/** Beginnings and slips at once, as MiniSearch is commonly used. */
export const searched = (index, text) => index.search(text, { fuzzy: oneSlip });

/** Slips only where nothing else is found, as the app does. */
export function searchedInTurn(index, text) {
  const found = index.search(text);
  return found.length > 0 ? found : index.search(text, { fuzzy: oneSlip });
}
