// Makes public/vendor/jose from the npm package: only what seals.
//
//   node xtask/jose/build.mjs FOLDER

import { build } from 'esbuild';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2];
const here = path.dirname(fileURLToPath(import.meta.url));
const jose = path.join(here, '../../node_modules/jose');
const { version } = JSON.parse(await readFile(path.join(jose, 'package.json'), 'utf8'));

await mkdir(folder, { recursive: true });
await build({
  entryPoints: [path.join(here, 'seal.js')],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  banner: { js: `/* Parts of jose ${version}, https://github.com/panva/jose. (c) 2018 Filip Skokan. MIT, see LICENSE. */` },
  outfile: path.join(folder, 'seal.js'),
});
await copyFile(path.join(jose, 'LICENSE.md'), path.join(folder, 'LICENSE'));
