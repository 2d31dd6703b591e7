// node build.mjs OUT: writes land.json, places.json and countries.json for the page, and towns.txt for the import and the
// search around a town. The same packages give the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { shapes } from './countries.mjs';
import { land } from './land.mjs';
import { places, towns } from './places.mjs';

const BUDGET = 60_000; // bytes in brotli, all files together

const [out] = process.argv.slice(2);
if (!out) throw new Error('say where to write: node build.mjs OUT');
mkdirSync(out, { recursive: true });

let total = 0;
for (const [name, content] of [['land.json', await land()], ['places.json', places()], ['countries.json', await shapes()]]) {
  const text = `${JSON.stringify(content, null, 0)}\n`;
  const brotli = brotliCompressSync(text).length;
  writeFileSync(join(out, name), text);
  console.log(`${name}: ${text.length} characters, ${brotli} bytes in brotli`);
  total += brotli;
}
writeFileSync(join(out, 'towns.txt'), towns());
console.log(`together ${total} of ${BUDGET} bytes`);
if (total > BUDGET) process.exit(1);
