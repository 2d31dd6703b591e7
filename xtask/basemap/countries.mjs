// The shapes of Europe's countries, each by its code, with the countries that it borders on: for maps shaded by a
// figure, which need far less detail than the land that the mapping tool draws.
import { createRequire } from 'node:module';
import { CRIMEA, PART_OF, geometries, naturalEarth } from './land.mjs';
import { SIDE, mercator, path, tidy } from './encode.mjs';

const require = createRequire(import.meta.url);
const mapshaper = require('mapshaper');

// West, south, east, north in degrees: what is further off is counted and not drawn.
const BOX = [-25, 34.3, 47, 71.6];
const METRES = 11000; // how coarse
const KM2 = 450; // the smallest island kept, but for countries that would have nothing left

// ISO 3166-1 numeric, as Natural Earth has it, to alpha-2. Kosovo has no number.
const CODES = {
  '008': 'AL', '051': 'AM', '040': 'AT', '056': 'BE', '070': 'BA', '100': 'BG', '191': 'HR',
  '196': 'CY', '203': 'CZ', '208': 'DK', '233': 'EE', '246': 'FI', '250': 'FR', '268': 'GE', '276': 'DE', '300': 'GR',
  '348': 'HU', '352': 'IS', '372': 'IE', '380': 'IT', '428': 'LV', '438': 'LI', '440': 'LT', '442': 'LU', '470': 'MT',
  '498': 'MD', '499': 'ME', '528': 'NL', '807': 'MK', '578': 'NO', '616': 'PL', '620': 'PT', '642': 'RO',
  '688': 'RS', '703': 'SK', '705': 'SI', '724': 'ES', '752': 'SE', '756': 'CH', '792': 'TR', '804': 'UA', '826': 'GB',
};

/** The file's content. */
export async function shapes() {
  const all = naturalEarth();
  const code = ({ properties: { name, number } }) => (name === 'Kosovo' ? 'XK' : CODES[number]);
  const codeOf = Object.fromEntries(all.features.map((feature) => [feature.properties.name, code(feature)]));
  const commands = [
    '-i countries.json',
    '-explode',
    `-each 'owner = ${CRIMEA} ? "Ukraine" : (${JSON.stringify(PART_OF)})[name] || name'`,
    `-each 'code = (${JSON.stringify(codeOf)})[owner] || ""'`,
    "-filter 'code != \"\"'",
    '-dissolve code',
    `-clip bbox=${BOX.join(',')}`,
    '-explode',
    `-simplify interval=${METRES} keep-shapes`,
    "-each 'area = this.area'",
    '-o parts.geojson format=geojson',
  ];
  const files = await mapshaper.applyCommands(commands.join(' '), { 'countries.json': JSON.stringify(all) });
  const parts = JSON.parse(files['parts.geojson']).features.filter((feature) => feature.geometry);
  const codes = [...new Set(parts.map(({ properties }) => properties.code))].sort();
  const border = neighbours(all, code);
  return {
    format: 'cluster-atlas/country-shapes/1',
    source: 'Natural Earth 4.1, 1:10m countries, public domain, by way of world-atlas 2.0.2; simplified with mapshaper',
    side: SIDE,
    countries: codes.map((one) => {
      const own = parts.filter(({ properties }) => properties.code === one).sort((a, b) => b.properties.area - a.properties.area);
      const kept = own.filter(({ properties }, rank) => rank === 0 || properties.area > KM2 * 1e6);
      const rings = kept.flatMap(({ geometry }) => geometries(JSON.stringify({ geometries: [geometry] })))
        .flatMap((g) => (g.type === 'Polygon' ? [g.coordinates[0], ...g.coordinates.slice(1)] : g.coordinates.flat()))
        .map((ring) => tidy(ring.slice(0, -1).map(mercator)))
        .filter((ring) => ring.length >= 3);
      return { code: one, neighbours: border[one] ?? [], outlines: rings.map(path) };
    }),
  };
}

/** Countries that share a line of the original map, which no simplification has touched. */
function neighbours(all, code) {
  const at = new Map();
  const owner = ({ properties }) => {
    const name = PART_OF[properties.name] ?? properties.name;
    return all.features.find((feature) => feature.properties.name === name);
  };
  for (const feature of all.features) {
    const own = owner(feature) && code(owner(feature));
    if (!own) continue;
    for (const arc of feature.properties.arcs) at.set(arc, new Set([...(at.get(arc) ?? []), own]));
  }
  const found = {};
  for (const both of at.values()) {
    if (both.size !== 2) continue;
    const [a, b] = both;
    (found[a] ??= new Set()).add(b);
    (found[b] ??= new Set()).add(a);
  }
  return Object.fromEntries(Object.entries(found).map(([one, others]) => [one, [...others].sort()]));
}
