// What is measured in pages as visitors have them: the app as it is published, a plain page of the peers' libraries, and
// how long a page is busy with something.

import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A page is quiet when nothing has kept it busy for so long, in milliseconds. */
const QUIET = 250;

const PEERS = {
  'itemsjs.js': 'node_modules/itemsjs/dist/index.modern.js',
  'minisearch.js': 'node_modules/minisearch/dist/es/index.js',
  'leaflet.js': 'node_modules/leaflet/dist/leaflet.js',
  'leaflet.css': 'node_modules/leaflet/dist/leaflet.css',
  'leaflet.markercluster.js': 'node_modules/leaflet.markercluster/dist/leaflet.markercluster.js',
  'MarkerCluster.css': 'node_modules/leaflet.markercluster/dist/MarkerCluster.css',
  'MarkerCluster.Default.css': 'node_modules/leaflet.markercluster/dist/MarkerCluster.Default.css',
};
const TYPES = {
  '.css': 'text/css', '.ftl': 'text/plain', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.txt': 'text/plain', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json',
};

/**
 * A server of `/NUMBER OF THE DATASET/app|peers/FILE`, compressed, and of nothing else but `pages`: texts of HTML by
 * their paths.
 *
 * @param {{ dist: string, data: string[], pages?: Record<string, string> }} what the build and the folders of datasets
 */
export function site({ dist, data, pages = {} }) {
  /** The file that an address stands for. */
  async function fileOf(pathname) {
    const parts = decodeURIComponent(pathname).slice(1).split('/');
    const [number, side, ...rest] = parts;
    const folder = data[Number(number)];
    if (!folder || parts.includes('..')) return null;
    const file = rest.join('/') || 'index.html';
    const ofDataset = file.startsWith('data/') && path.join(folder, file.slice(5));
    const candidates = side === 'app'
      ? [ofDataset, path.join(dist, file)]
      : [ofDataset, PEERS[file.slice(6)] && path.join(root, PEERS[file.slice(6)]), path.join(root, 'bench/screen', file)];
    for (const candidate of candidates.filter(Boolean)) {
      if ((await stat(candidate).catch(() => null))?.isFile()) return candidate;
    }
    return null;
  }

  const packed = new Map();
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (Object.hasOwn(pages, pathname)) {
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
      return response.end(pages[pathname]);
    }
    const file = await fileOf(pathname);
    if (!file) return response.writeHead(404).end();
    if (!packed.has(file)) {
      const body = await readFile(file);
      const quality = body.length > 2_000_000 ? 5 : 11;
      packed.set(file, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
    }
    const body = packed.get(file);
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br', 'content-length': body.length, 'cache-control': 'no-store' });
    return response.end(body);
  });
}

/**
 * Waits until the main threads of some sessions do nothing any more, and gives what each has done, in milliseconds, since
 * `Performance` was enabled in it: what is asked of a page for that is less than a millisecond each time.
 */
export async function quiet(sessions) {
  const busy = async (session) => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const all = () => Promise.all(sessions.map(busy));
  let last = await all();
  let since = performance.now();
  const end = since + 60_000;
  while (performance.now() - since < QUIET && performance.now() < end) {
    await new Promise((done) => setTimeout(done, 50));
    const now = await all();
    if (now.some((done, at) => done - last[at] > 3)) since = performance.now();
    last = now;
  }
  return last;
}

export const say = (line) => console.log(`  ${line}`);

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length % 2 ? sorted[(sorted.length - 1) / 2] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
}

/** A median, with the least and the most behind it. */
export const told = (numbers) => `${median(numbers).toFixed(0)} (${Math.min(...numbers).toFixed(0)} to ${Math.max(...numbers).toFixed(0)})`;
