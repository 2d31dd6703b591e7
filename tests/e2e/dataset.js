// The published dataset as the specs know it, counted in the plainest way there is: what the page says is held
// against this, so a dataset with other records needs no other tests.

import { readFileSync } from 'node:fs';

/** How many there are of everything: `cargo test --test published_data` says when and how it is renewed. */
export const counts = JSON.parse(readFileSync(new URL('../published/counts.json', import.meta.url), 'utf8'));

const read = (name) => JSON.parse(readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8'));

export const manifest = read('atlas.json');
export const vocabularies = read('vocabularies.json');
export const records = read('organisations.json').records;
export const calls = read('calls.json').records;

/** What sources say of organisations. */
export const stated = read('organisation_facts.json').records;

/** The records of a collection. */
export const collection = (name) => read(`${name}.json`).records;

/** The records of a collection with these identifiers. */
export const named = (name, ...ids) => ids.map((id) => collection(name).find((record) => record.id === id));

/** Whether an organisation has a value in a facet of the URL contract. */
export function has(record, facet, value) {
  switch (facet) {
    case 'country':
      return record.country === value;
    case 'region':
      return (record.region?.code ?? record.region?.name) === value;
    case 'ecosystem':
      return (record.ecosystems ?? []).includes(value);
    case 'expertise':
      return (record.expertise ?? []).includes(value);
    case 'located':
      return (record.location !== undefined) === (value === 'yes');
    default:
      throw new Error(`no such facet: ${facet}`);
  }
}

/** The organisations that match `{country: ['FR', 'DE'], ecosystem: ['digital']}`: OR within a facet, AND between. */
export function matching(filters) {
  return records.filter((record) =>
    Object.entries(filters).every(([facet, values]) => values.some((value) => has(record, facet, value))),
  );
}

/** How many match. */
export const count = (filters) => matching(filters).length;

/** How many of them have no location. */
export const unlocated = (filters = {}) => matching(filters).filter((record) => !record.location).length;

/** The sentence of the status line. */
export function sentence(filters = {}) {
  const [all, without] = [count(filters), unlocated(filters)];
  const matches = `${all.toLocaleString('en')} ${all === 1 ? 'organisation matches' : 'organisations match'}`;
  return without === 0 ? matches : `${matches}, ${without.toLocaleString('en')} ${without === 1 ? 'has' : 'have'} no location`;
}

/** The English label of an ecosystem or a topic. */
export const label = (list, id) => vocabularies[list].find((term) => term.id === id).label.en;

/** Text without case and accents, as far as the specs need it. */
export const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Kilometres between two points, along the globe. */
export function kilometres(a, b) {
  const rad = (degrees) => (degrees * Math.PI) / 180;
  const half = (x) => Math.sin(x / 2) ** 2;
  const h = half(rad(b.lat - a.lat)) + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * half(rad(b.lon - a.lon));
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}
