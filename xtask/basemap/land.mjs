// Land and borders from Natural Earth 1:10m (world-atlas), simplified with mapshaper: fine in Europe, coarse elsewhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SIDE, mercator, path, tidy } from './encode.mjs';

const require = createRequire(import.meta.url);
const mapshaper = require('mapshaper');

// Boxes as west, south, east, north in degrees.
const WORLD = [-180, -58, 180, 83.7]; // without Antarctica, which Mercator would make the largest land of all
const EUROPE = [-32, 27, 50, 72.5];
const CORE = [-11, 34.5, 34.7, 60.5];
const NORTH = [4, 60.5, 34.7, 72]; // stands on CORE
const SVALBARD = [9, 74, 35, 81.5];
const GUYANE = [-55, 2, -51.3, 6.2];
const ATLANTIC = [
  [-18.3, 27.5, -13.3, 29.5], // the Canaries
  [-31.4, 36.8, -24.9, 39.8], // the Azores
  [-17.4, 32.2, -16, 33.2], // Madeira
];
const OVERSEAS = [
  [-63.3, 14.2, -60.7, 18.2], // Saint-Martin, Guadeloupe, Martinique
  [54.9, -21.6, 56, -20.7], // Réunion
  [44.9, -13.1, 45.4, -12.5], // Mayotte
];

// How coarse, and the smallest island kept. The countries are cut into zones, simplified and joined again as one
// topology, so that the cuts leave neither a line nor a gap.
const ZONES = {
  core: { metres: 1900, km2: 4 },
  north: { metres: 2600, km2: 12 },
  islands: { metres: 1000, km2: 1 },
  europe: { metres: 4500, km2: 12 },
  edge: { metres: 6000, km2: 100 },
  world: { metres: 40000, km2: 800 },
};

const zoneMap = {
  type: 'FeatureCollection',
  features: [
    zone('core', ring(CORE)),
    zone('north', ring(NORTH)),
    ...[...ATLANTIC, ...OVERSEAS].map((box) => zone('islands', ring(box))),
    zone('europe', ring(EUROPE), [coreAndNorth(), ...ATLANTIC.map(ring)]),
    ...[SVALBARD, GUYANE].map((box) => zone('edge', ring(box))),
    zone('world', ring(WORLD), [EUROPE, SVALBARD, GUYANE, ...OVERSEAS].map(ring)),
  ],
};

// Natural Earth draws who holds a place; the map follows the position of the United Nations General Assembly and the
// European Union where the two differ in this region. No line on it is a statement on a dispute.
export const PART_OF = {
  'N. Cyprus': 'Cyprus',
  'Cyprus U.N. Buffer Zone': 'Cyprus',
  Dhekelia: 'Cyprus',
  Akrotiri: 'Cyprus',
  Somaliland: 'Somalia',
  Baikonur: 'Kazakhstan',
};
export const CRIMEA = 'name == "Russia" && this.bounds[0] > 32 && this.bounds[2] < 37 && this.bounds[1] > 44 && this.bounds[3] < 46.5';

/** The land file's content. */
export async function land() {
  const of = (what) => `(${JSON.stringify(Object.fromEntries(Object.entries(ZONES).map(([k, v]) => [k, v[what]])))})[zone]`;
  const commands = [
    '-i countries.json zones.json combine-files',
    '-target countries',
    '-explode',
    `-each 'owner = ${CRIMEA} ? "Ukraine" : (${JSON.stringify(PART_OF)})[name] || name'`,
    '-dissolve owner',
    '-union target=countries,zones name=parts',
    '-target parts',
    "-filter 'owner != null && zone != null'",
    '-explode',
    `-simplify variable interval='${of('metres')}' keep-shapes`,
    `-filter 'this.area > ${of('km2')} * 1e6'`,
    '-dissolve owner name=owned',
    '-dissolve2 target=owned + name=land',
    '-innerlines target=owned + name=borders',
    '-o target=land land.geojson format=geojson',
    '-o target=borders borders.geojson format=geojson',
  ];
  const files = await mapshaper.applyCommands(commands.join(' '), {
    'countries.json': JSON.stringify(naturalEarth()),
    'zones.json': JSON.stringify(zoneMap),
  });
  const rings = geometries(files['land.geojson'])
    .flatMap((g) => (g.type === 'Polygon' ? g.coordinates : g.coordinates.flat()))
    .map((ring) => ring.slice(0, -1)); // the reader closes them
  const lines = geometries(files['borders.geojson']).flatMap((g) => (g.type === 'LineString' ? [g.coordinates] : g.coordinates));
  return {
    format: 'cluster-atlas/land/1',
    source: 'Natural Earth 4.1, 1:10m countries, public domain, by way of world-atlas 2.0.2; simplified with mapshaper',
    side: SIDE,
    land: write(rings, 3),
    borders: write(join(lines), 2),
  };
}

/**
 * The countries as GeoJSON, without Antarctica. In world-atlas a ring that ends on the date line may name the same
 * meridian 180 in one corner and -180 in the next; taken as it stands it would run once around the world.
 */
export function naturalEarth() {
  const { arcs, transform, objects } = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json')));
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });
  const line = (index) => (index < 0 ? [...lines[~index]].reverse() : lines[index]);
  const ringOf = (indices) => onOneSide(indices.flatMap((index, i) => line(index).slice(i ? 1 : 0)));
  return {
    type: 'FeatureCollection',
    features: objects.countries.geometries
      .filter(({ arcs: parts, properties: { name } }) => parts && name !== 'Antarctica')
      .map(({ id: number, type, arcs: parts, properties: { name } }) => ({
        type: 'Feature',
        // Which lines of the topology it is made of: two countries that share one are neighbours.
        properties: { name, number, arcs: parts.flat(2).map((index) => (index < 0 ? ~index : index)) },
        geometry: {
          type: 'MultiPolygon',
          coordinates: (type === 'Polygon' ? [parts] : parts).map((rings) => rings.map(ringOf)),
        },
      })),
  };
}

/** A ring with the date line named after the side that its other points are on. */
function onOneSide(points) {
  const inner = points.find(([lon]) => Math.abs(lon) < 179.9999);
  const side = Math.sign(inner?.[0] ?? 1);
  return points.map(([lon, lat]) => [Math.abs(lon) < 179.9999 ? lon : side * 180, lat]);
}

function write(paths, least) {
  return paths
    .map((points) => tidy(points.map(mercator)))
    .filter((points) => points.length >= least)
    .sort((a, b) => b.length - a.length || a[0][0] - b[0][0] || a[0][1] - b[0][1])
    .map(path);
}

/** Joins lines end to end where exactly two meet, so that a border is one stroke. */
function join(lines) {
  const key = (point) => point.join();
  const ends = new Map();
  const note = (line) => {
    for (const point of [line[0], line.at(-1)]) ends.set(key(point), [...(ends.get(key(point)) ?? []), line]);
  };
  lines.forEach(note);
  const open = new Set(lines);
  for (const [at, meeting] of ends) {
    const [a, b] = meeting;
    if (meeting.length !== 2 || a === b) continue;
    const head = key(a.at(-1)) === at ? a : [...a].reverse();
    const tail = key(b[0]) === at ? b : [...b].reverse();
    const whole = [...head, ...tail.slice(1)];
    open.delete(a);
    open.delete(b);
    open.add(whole);
    for (const [end, old] of [[whole[0], a], [whole.at(-1), b]]) {
      ends.set(key(end), ends.get(key(end)).map((line) => (line === old ? whole : line)));
    }
  }
  return [...open];
}

export function geometries(geojson) {
  const parsed = JSON.parse(geojson);
  return (parsed.geometries ?? parsed.features.map((feature) => feature.geometry)).filter(Boolean);
}

function ring([west, south, east, north]) {
  return [[west, south], [west, north], [east, north], [east, south], [west, south]];
}

/** Two boxes that share an edge, as one outline: holes that touch each other are not allowed. */
function coreAndNorth() {
  const [west, south, east, middle] = CORE;
  const [innerWest, , , north] = NORTH;
  return [[west, south], [west, middle], [innerWest, middle], [innerWest, north], [east, north], [east, south], [west, south]];
}

function zone(name, outer, holes = []) {
  const coordinates = [outer, ...holes.map((hole) => [...hole].reverse())];
  return { type: 'Feature', properties: { zone: name }, geometry: { type: 'Polygon', coordinates } };
}
