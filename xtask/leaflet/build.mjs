// Makes public/vendor/leaflet from the npm package's own sources: only what the page uses.
//
//   node xtask/leaflet/build.mjs FOLDER

import { build, transform } from 'esbuild';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2];
const here = path.dirname(fileURLToPath(import.meta.url));
const leaflet = path.join(here, '../../node_modules/leaflet');
const { version } = JSON.parse(await readFile(path.join(leaflet, 'package.json'), 'utf8'));
const banner = `/* Parts of Leaflet ${version}, https://leafletjs.com. (c) 2010-2023 Volodymyr Agafonkin, (c) 2010-2011 CloudMade. BSD-2-Clause, see LICENSE. */`;

await mkdir(folder, { recursive: true });
await build({
  entryPoints: [path.join(here, 'leaflet.js')],
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'L',
  target: 'es2020',
  legalComments: 'none',
  banner: { js: banner },
  outfile: path.join(folder, 'leaflet.js'),
});

// Rules about things that are not there. A selector is kept unless it names one of them.
const absent = /popup|tooltip|marker|shadow|icon|layers|scale|zoom-in|zoom-out|-bar|flag|image-layer|svg|vml|oldie|leaflet-container a\b|attribution a/;
const rules = (await readFile(path.join(leaflet, 'dist/leaflet.css'), 'utf8')).replaceAll(/\/\*.*?\*\//gs, '').replace(/@media print.*$/s, '');
const kept = [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  .map(([, selectors, body]) => [selectors.split(',').map((one) => one.trim()).filter((one) => !absent.test(one)), body])
  .filter(([selectors]) => selectors.length > 0)
  .map(([selectors, body]) => `${selectors.join(',')}{${body}}`);
const { code } = await transform(kept.join('\n'), { loader: 'css', minify: true, target: ['chrome100', 'firefox100', 'safari15'] });
await writeFile(path.join(folder, 'leaflet.css'), `${banner}\n${code}`);

await copyFile(path.join(leaflet, 'LICENSE'), path.join(folder, 'LICENSE'));
