// A plain static server, as dull as the dullest web host: no rewrite rules, no fallback page, no compression.
// It serves dist/ under a deep sub-path, because the page must work in any folder of any site.
//
//   node tests/e2e/server.js [PORT]     (or ATLAS_E2E_PORT; 0 takes any free port and prints it)

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const SUB_PATH = '/a/deep/sub-path/';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

export const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ftl': 'text/plain; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
};

/** The file in a folder that an address stands for, or nothing. */
function fileFor(folder, address) {
  let place;
  try {
    place = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (!place.startsWith(SUB_PATH) || place.includes('\0')) return null;
  const file = path.join(folder, place.slice(SUB_PATH.length));
  if (path.relative(folder, file).startsWith('..')) return null;
  return place.endsWith('/') ? path.join(file, 'index.html') : file;
}

/** Answers one request with a file of dist/, or with the reason why not. What lies in one of `over` goes first. */
export async function serveDist(request, response, over = []) {
  const refuse = (status) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`${status}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  let file;
  let found;
  for (const folder of [...over, DIST]) {
    file = fileFor(folder, request.url);
    found = file && (await stat(file).catch(() => null));
    if (found?.isFile()) break;
  }
  if (!found?.isFile()) return refuse(404);
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-store',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

export const server = createServer((request, response) => serveDist(request, response));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? process.env.ATLAS_E2E_PORT ?? 41730);
  server.listen(port, '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}${SUB_PATH}`);
  });
  // Whoever started this server may be ended without a word; then nobody needs it any longer.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(0), 1000).unref();
}
