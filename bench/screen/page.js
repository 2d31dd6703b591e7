// The page that the peers' libraries make: the same list, the same four facets and a map, in plain DOM.
//
// Written as somebody would who wants it quick: facets and rows are drawn as one piece of HTML, the list draws the rows in
// sight alone, markers are made once and handed to the cluster group in bulk.

import itemsjs from './peers/itemsjs.js';
import MiniSearch from './peers/minisearch.js';

const FACETS = [['country', 'Country'], ['region', 'Region'], ['ecosystem', 'Industrial ecosystem'], ['expertise', 'Expertise']];
const FEW = 6;
const ROW = 112;

const json = async (file) => (await fetch(`data/${file}`)).json();
const [{ records }, vocabularies] = await Promise.all([json('organisations.json'), json('vocabularies.json')]);
const named = (list, key = 'id') => new Map(vocabularies[list].map((term) => [term[key], term.label?.en ?? term.name]));
const countries = new Intl.DisplayNames('en', { type: 'region' });
const names = {
  country: { get: (code) => countries.of(code) },
  region: named('regions', 'code'),
  ecosystem: named('ecosystems'),
  expertise: named('expertise'),
};
const text = (value) => value.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const label = (facet, value) => names[facet].get(value) ?? value;

const items = records
  .map((record) => ({
    id: record.id,
    name: record.name,
    city: record.city ?? '',
    country: record.country,
    region: record.region?.code ?? record.region ?? '',
    ecosystem: record.ecosystems ?? [],
    expertise: record.expertise ?? [],
    point: record.location && [record.location.lat, record.location.lon],
  }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));

const aggregations = Object.fromEntries(FACETS.map(([id, title]) => [id, { title, size: 1000, conjunction: false }]));
const engine = itemsjs(items, { aggregations, native_search_enabled: false, custom_id_field: 'id' });
const words = new MiniSearch({
  fields: ['name', 'city', 'labels'],
  searchOptions: { boost: { name: 3 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' },
});
words.addAll(items.map((item) => ({
  id: item.id,
  name: item.name,
  city: item.city,
  labels: [label('country', item.country), ...item.ecosystem.map((id) => label('ecosystem', id)), ...item.expertise.map((id) => label('expertise', id))].join(' '),
})));

const map = L.map('map', { maxZoom: 18 }).setView([50, 12], 4);
const clusters = L.markerClusterGroup({ chunkedLoading: false });
map.addLayer(clusters);
const markers = new Map(items.filter(({ point }) => point).map((item) => [item.id, L.marker(item.point, { icon: L.divIcon({ className: 'mark', iconSize: [12, 12] }), title: item.name })]));

const chosen = Object.fromEntries(FACETS.map(([id]) => [id, new Set()]));
const filters = document.querySelector('#filters');
const list = document.querySelector('#list');
const status = document.querySelector('[role=status]');
const search = document.querySelector('#search');
let rows = [];

function drawFacets(counts) {
  filters.innerHTML = FACETS.map(([id, title]) => {
    const buckets = [...counts[id].buckets].sort((a, b) => Number(chosen[id].has(b.key)) - Number(chosen[id].has(a.key)) || b.doc_count - a.doc_count);
    const values = buckets.filter(({ doc_count, key }) => doc_count > 0 || chosen[id].has(key)).slice(0, Math.max(FEW, chosen[id].size));
    const lines = values.map(({ key, doc_count }) =>
      `<label><input type="checkbox" data-facet="${id}" value="${text(key)}"${chosen[id].has(key) ? ' checked' : ''}><span>${text(label(id, key))}</span>${doc_count}</label>`);
    return `<fieldset><legend>${title}</legend>${lines.join('')}</fieldset>`;
  }).join('');
}

function drawRows() {
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 3);
  const shown = rows.slice(first, first + Math.ceil(list.clientHeight / ROW) + 6);
  const lines = shown.map((item, at) => {
    const tags = [...item.ecosystem.map((id) => label('ecosystem', id)), ...item.expertise.slice(0, 3).map((id) => label('expertise', id))];
    const place = [item.city, item.region && label('region', item.region), label('country', item.country)].filter(Boolean).join(', ');
    return `<li style="top:${(first + at) * ROW}px"><h3><a href="#${text(item.id)}">${text(item.name)}</a></h3><p>${text(place)}</p><p>${text(tags.join(' · '))}</p></li>`;
  });
  list.innerHTML = `${lines.join('')}<div style="height:${rows.length * ROW}px"></div>`;
}

function answer() {
  const asked = search.value.trim();
  const ids = asked ? words.search(asked).map(({ id }) => id) : undefined;
  const given = Object.fromEntries(FACETS.map(([id]) => [id, [...chosen[id]]]));
  const found = engine.search({ filters: given, per_page: -1, ...(ids && { ids }) });
  rows = found.data.items;
  status.textContent = `${rows.length.toLocaleString('en')} organisations match`;
  drawFacets(found.data.aggregations);
  list.scrollTop = 0;
  drawRows();
  clusters.clearLayers();
  clusters.addLayers(rows.map(({ id }) => markers.get(id)).filter(Boolean));
}

filters.addEventListener('change', ({ target }) => {
  const of = chosen[target.dataset.facet];
  if (target.checked) of.add(target.value);
  else of.delete(target.value);
  answer();
});
search.addEventListener('input', answer);
list.addEventListener('scroll', drawRows, { passive: true });
answer();
requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.app = 'ready'; }));
