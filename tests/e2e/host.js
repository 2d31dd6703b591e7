// A static host with one or several deployments, whose files a test replaces while pages are open: what a deployer does.
//
//   const host = await startHost();
//   await host.deploy('/a/', edition(), { organiser: 'One' });     // a folder's files, over what is there
//   host.answer = (path) => ({ status: 200, body: '…' });          // something else than the files; 'drop' breaks off,
//                                                                 // { cut: 0.25 } does so after a quarter of the file

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { published } from './atlas.js';
import { TYPES } from './server.js';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

const read = (folder, file) => readFileSync(path.join(folder, file), 'utf8');
const sha = (folder, file) => createHash('sha256').update(readFileSync(path.join(folder, file))).digest('hex');

/** All files of a folder, by their addresses. */
function walk(folder, below = '') {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? walk(folder, name) : [name];
  });
}

/** What the page of an edition says of itself. */
export function facts(folder) {
  const page = read(folder, 'index.html');
  const said = (name) => page.match(new RegExp(`data-${name}="([^"]*)"`))?.[1];
  const { day } = JSON.parse(read(folder, 'edition.json'));
  return { id: said('edition'), program: said('js').match(/-([0-9a-f]{16})\.js/)[1], day };
}

/** A copy of the build: edition A. */
export function edition() {
  const folder = mkdtempSync(path.join(tmpdir(), 'atlas-edition-'));
  cpSync(DIST, folder, { recursive: true });
  return folder;
}

/**
 * Edition B, as a later build would be: other names for all of the program, other words, data of another day. `words`
 * replaces texts of the English messages.
 */
export function laterEdition(words, day) {
  const folder = edition();
  const before = facts(folder);
  const swaps = [[before.program, before.program.split('').reverse().join('')], [before.id, before.id.split('').reverse().join('')], [before.day, day]];
  for (const file of walk(folder).filter((name) => /^data\/.*-[0-9a-f]{10}\.json$/.test(name))) {
    const hash = file.match(/-([0-9a-f]{10})\.json$/)[1];
    swaps.push([hash, hash.split('').reverse().join('')]);
  }
  for (const file of walk(folder).filter((name) => /^locales\/en[.-]/.test(name))) {
    const text = words.reduce((text, [old, next]) => text.replaceAll(old, next), read(folder, file));
    writeFileSync(path.join(folder, file), text);
    swaps.push([file.match(/-([0-9a-f]{10})\.ftl$/)[1], sha(folder, file).slice(0, 10)]);
  }
  const swapped = (text) => swaps.reduce((text, [old, next]) => text.replaceAll(old, next), text);
  for (const file of walk(folder)) {
    const place = path.join(folder, file);
    if (/\.(html|js|json|webmanifest)$/.test(file) && !file.startsWith('schema/')) writeFileSync(place, swapped(readFileSync(place, 'utf8')));
    if (swapped(file) !== file) renameSync(place, path.join(folder, swapped(file)));
  }
  const worker = read(folder, 'sw.js').replace(/\["([^"]+)","[0-9a-f]{16}"\]/g, (_, name) => JSON.stringify([name, sha(folder, name).slice(0, 16)]));
  writeFileSync(path.join(folder, 'sw.js'), worker);
  return folder;
}

/** Starts a host on 127.0.0.1 with nothing on it. */
export async function startHost() {
  const root = mkdtempSync(path.join(tmpdir(), 'atlas-host-'));
  const host = { root, answer: null, asked: [], made: [root] };
  const server = createServer(async (request, response) => {
    const place = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    host.asked.push(place);
    const own = await host.answer?.(place, request);
    if (own === 'drop') return request.socket.destroy();
    if (own && !own.root && !own.cut) {
      response.writeHead(own.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...own.headers });
      return response.end(own.body ?? '');
    }
    const file = path.join(own?.root ?? root, place.endsWith('/') ? `${place}index.html` : place);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      return response.end('404\n');
    }
    const body = readFileSync(file);
    const head = { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' };
    response.writeHead(200, { ...head, 'content-length': body.length });
    if (!own?.cut) return response.end(body);
    // More was announced than comes.
    return response.write(body.subarray(0, Math.floor(body.length * own.cut)), () => request.socket.destroy());
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  host.origin = `http://127.0.0.1:${server.address().port}`;
  /** Copies an edition over what is in a folder, as a deployer does by hand; entry points last. */
  host.deploy = (folder, from, settings = {}) => {
    const place = path.join(root, folder);
    cpSync(from, place, { recursive: true });
    writeFileSync(path.join(place, 'config.json'), JSON.stringify({ ...published, organiser: 'Testing Ltd', ...settings }));
    const receivers = [settings.sign_up?.url, settings.partner_requests?.url, settings.profiles?.url].filter(Boolean).map((url) => new URL(url).origin);
    if (receivers.length === 0) return;
    // The pages of earlier editions keep the policy that they were built with.
    for (const page of readdirSync(from).filter((name) => name.endsWith('.html'))) {
      const text = read(place, page).replace(/connect-src 'self'[^;]*/, ["connect-src 'self'", ...receivers].join(' '));
      writeFileSync(path.join(place, page), text);
    }
  };
  /** Publishes records of a collection by hand: they are of no edition. */
  host.publish = (folder, name, records, file = `${name}.json`) =>
    writeFileSync(path.join(root, folder, 'data', file), JSON.stringify({ format: `cluster-atlas/${name}/1`, records }));
  /** Removes what is in a folder. */
  host.remove = (folder, file = '') => rmSync(path.join(root, folder, file), { recursive: true, force: true });
  host.files = (folder) => walk(path.join(root, folder));
  host.close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    for (const folder of host.made) rmSync(folder, { recursive: true, force: true });
  };
  return host;
}
