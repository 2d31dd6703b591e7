// One dataset, both sides. `run.mjs` calls these functions one after the other and writes down what they return.

import { FACETS, clustersOf, facetsOver, inputs, searched, searchedInTurn, textsOver } from './peers.js';
import { FILTERS, MAPS, TEXTS, VIEW, WORLD } from './questions.js';
import { clockStep, measure } from './measure.js';

const SEED = 1;
const KINDS = {
  cluster_organisation: 'Cluster organisation',
  network: 'Network',
  eurocluster: 'Eurocluster',
  support_organisation: 'Support organisation',
};

/** How thoroughly time is taken. */
let pace;
/** The app's index, by side: `ours` as the app is compiled, and `speed` where that is measured too. */
let worlds;
/** What the peers get, and the two of them that are asked more than once. */
let given, facets, texts;
/** The questions, each with its number in the worlds. */
let filters, questions, maps;

const mapped = (object, make) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, make(value)]));

/** Invents the records and hands them to all sides. */
async function begin(count, ownPoints, asPace, speed) {
  pace = asPace;
  worlds = mapped({ ours: '/app', ...(speed && { speed: '/speed' }) }, (folder) => folder);
  for (const [side, folder] of Object.entries(worlds)) {
    const { default: load, World } = await import(`${folder}/atlas_bench.js`);
    await load({ module_or_path: `${folder}/atlas_bench_bg.wasm` });
    worlds[side] = new World(count, SEED, ownPoints);
  }
  const file = JSON.parse(worlds.ours.records());
  const records = file.records.map((record) => ({ ...file.defaults, ...record }));
  const labels = await labelsOf(records);
  given = inputs(records, labels);
  for (const world of Object.values(worlds)) {
    for (const [facet, of] of Object.entries(labels)) world.set_labels(facet, JSON.stringify(of));
    world.look_at(...VIEW.bounds, VIEW.zoom);
  }
  filters = mapped(FILTERS, (set) => set.map(asked));
  questions = TEXTS.map(asked);
  maps = mapped(MAPS, asked);
  const places = new Set(given.points.map((point) => String(point.geometry.coordinates)));
  return { records: records.length, places: places.size };
}

/** The labels that people see, as the app makes them. */
async function labelsOf(records) {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const terms = await (await fetch('/data/vocabularies.json')).json();
  return {
    country: Object.fromEntries(records.map(({ country }) => [country, names.of(country)])),
    region: Object.fromEntries(records.flatMap(({ region }) => (region ? [[region.code, region.name]] : []))),
    ecosystem: Object.fromEntries(terms.ecosystems.map(({ id, label }) => [id, label.en])),
    expertise: Object.fromEntries(terms.expertise.map(({ id, label }) => [id, label.en])),
    kind: KINDS,
  };
}

/** A question with its number, which is the same in all worlds. */
function asked(question) {
  const numbers = Object.values(worlds).map((world) => world.ask(JSON.stringify(question)));
  return { ...question, number: numbers[0] };
}

const answerTo = ({ number }) => JSON.parse(worlds.ours.answer(number));
const filteredBy = (question) => facets.search({ filters: question.filters, per_page: 50 });

/** Asks all questions of a set in turn. */
const all = (set, ask) => ({
  work: () => set.reduce((sum, question) => sum + ask(question), 0),
  per: set.length,
});

/** Index building. Afterwards all sides are ready to be asked. */
function build() {
  let items;
  return measure(
    {
      ...mapped(worlds, (world) => ({ prepare: () => world.prepare(), work: () => world.build() })),
      // ItemsJS writes into its items, so each build gets new ones, as ours gets new records.
      itemsjs: {
        prepare: () => (items = given.items.map((item) => ({ ...item }))),
        work: () => ((facets = facetsOver(items)), items.length),
      },
      minisearch: {
        prepare: () => (texts = null),
        work: () => (texts = textsOver(given.texts)).documentCount,
      },
      supercluster: { prepare: () => {}, work: () => clustersOf(given.points).numPoints },
    },
    pace.building,
  );
}

/** The same without taking time, and without the peer that is not asked for bubbles. */
function ready() {
  for (const world of Object.values(worlds)) {
    world.prepare();
    world.build();
  }
  facets = facetsOver(given.items);
}

/** One filter change with all counts. */
function filter() {
  return mapped(filters, (set) =>
    measure(
      {
        ...mapped(worlds, (world) => all(set, ({ number }) => world.run(number))),
        itemsjs: all(set, (question) => filteredBy(question).pagination.total),
      },
      pace.asking,
    ),
  );
}

/** One text query. Ours counts all facets as well; of the peers, only the last one does. */
function text() {
  const counted = ({ text: words }) => {
    const ids = searchedInTurn(texts, words).map(({ id }) => id);
    return facets.search({ ids, per_page: 50 }).pagination.total;
  };
  return measure(
    {
      ...mapped(worlds, (world) => all(questions, ({ number }) => world.run(number))),
      minisearch: all(questions, ({ text: words }) => searched(texts, words).length),
      in_turn: all(questions, ({ text: words }) => searchedInTurn(texts, words).length),
      with_counts: all(questions, counted),
    },
    pace.asking,
  );
}

/** The points of what a question matches: picked out beforehand, at no cost to the peer. */
function matching(question) {
  const ids = new Set(answerTo(question).ids);
  return given.points.filter((point) => ids.has(point.properties.id));
}

/** Clustering a filtered set anew, as Europe shows it. */
function map() {
  return mapped(maps, (question) => {
    const points = matching(question);
    const seen = (options) => clustersOf(points, options).getClusters(VIEW.bounds, VIEW.zoom).length;
    for (const world of Object.values(worlds)) world.show(question.number);
    const named = (ending, make) =>
      Object.fromEntries(Object.entries(worlds).map(([side, world]) => [side + ending, make(world)]));
    const times = measure(
      {
        ...named('', (world) => ({ work: () => world.run_and_bubbles(question.number) })),
        ...named('_bubbles', (world) => ({ work: () => world.bubbles() })),
        supercluster: { work: () => seen({}) },
        one_zoom: { work: () => seen({ minZoom: VIEW.zoom, maxZoom: VIEW.zoom }) },
        itemsjs: { work: () => filteredBy(question).pagination.total },
      },
      pace.asking,
    );
    return { points: points.length, times };
  });
}

/** Whether both sides answer alike; what differs is told. */
function check() {
  const rows = [];
  const note = (kind, what, ours, peers, differs = '') =>
    rows.push({ kind, what, ours, peers, same: ours === peers && differs === '', differs });
  for (const question of Object.values(filters).flat()) {
    const ours = answerTo(question);
    const theirs = filteredBy(question);
    const differs = FACETS.filter((facet) => {
      const buckets = theirs.data.aggregations[facet].buckets.filter((bucket) => bucket.doc_count > 0);
      const counts = ours.counts[facet];
      const same = ({ key, doc_count: count }) => counts[key] === count;
      return buckets.length !== Object.keys(counts).length || !buckets.every(same);
    }).map((facet) => `counts of ${facet}`);
    const shown = theirs.data.items.map((item) => item.id);
    if (shown.join() !== ours.ids.slice(0, shown.length).join()) differs.push('the order');
    note('filter', question.filters, ours.matches, theirs.pagination.total, differs.join(', '));
  }
  for (const question of questions) {
    const ours = answerTo(question).ids;
    const theirs = searchedInTurn(texts, question.text).map(({ id }) => id);
    const [few, many] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
    const among = new Set(many);
    const differs = few.every((id) => among.has(id)) ? '' : 'each finds what the other does not';
    note('text', question.text, ours.length, theirs.length, differs);
  }
  worlds.ours.look_at(...WORLD.bounds, WORLD.zoom);
  for (const question of Object.values(maps)) {
    worlds.ours.show(question.number);
    const clusters = clustersOf(matching(question)).getClusters(WORLD.bounds, WORLD.zoom);
    const theirs = clusters.reduce((sum, { properties }) => sum + (properties.point_count ?? 1), 0);
    note('map', question.filters, worlds.ours.in_bubbles(), theirs);
  }
  return rows;
}

globalThis.bench = { begin, build, ready, filter, text, map, check, clockStep };
globalThis.benchReady = true;
