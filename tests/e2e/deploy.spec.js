// `cargo xtask check-deploy`: what a deployed address really sends, told of servers that do it right and wrong.

import { createServer } from 'node:http';
import { check } from '../../xtask/deploy/check.mjs';
import { expect, test } from './atlas.js';
import { SUB_PATH, serveDist } from './server.js';

/** What is said of dist/ on a server that answers as `answer` does, and else as the dull one. */
async function told(answer = () => false, headers = {}) {
  const server = createServer((request, response) => {
    const file = request.url.slice(SUB_PATH.length);
    if (answer(file, response)) return;
    const send = response.writeHead.bind(response);
    response.writeHead = (status, own) => send(status, { ...own, ...headers });
    serveDist(request, response);
  });
  await new Promise((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  try {
    return await check(`http://127.0.0.1:${server.address().port}${SUB_PATH}index.html#/calls`);
  } finally {
    server.close().closeAllConnections();
  }
}
const wrong = (found) => found.filter(({ fine }) => fine === false).map(({ says }) => says);
const could = (found) => found.filter(({ fine }) => fine === null).map(({ says }) => says);
const json = (response, value) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
  return true;
};

test.describe('the check of a deployment', { tag: '@once' }, () => {
  test('finds nothing to mend on a dull server, and says what could be better', async () => {
    const found = await told();
    expect(wrong(found)).toEqual([]);
    expect(could(found).join('\n')).toMatch(/\.wasm: [\d,]+ bytes are sent without compression/);
    expect(could(found).join('\n')).toContain('Access-Control-Allow-Origin');
    expect(found.map(({ says }) => says)).toContain('Embedding: any site may.');
  });

  test('says that files of another build are missing', async () => {
    const found = await told((file, response) => file.endsWith('.wasm') && response.writeHead(404).end());
    expect(wrong(found)).toEqual([expect.stringMatching(/^cluster-atlas-[0-9a-f]+\.wasm: status 404\. The folder holds files of different builds/)]);
  });

  test('says that a server answers with a page where a file is missing', async () => {
    const found = await told((file, response) => {
      if (!/no-such-file|embed\.js/.test(file)) return false;
      response.writeHead(200, { 'content-type': 'text/html' });
      return response.end('<!doctype html><title>Home</title>');
    });
    expect(wrong(found)).toEqual([expect.stringContaining('embed.js: a web page comes in its place'), expect.stringContaining('answers 200 where there is no file')]);
  });

  test('says that a header keeps others from embedding', async () => {
    expect(wrong(await told(() => false, { 'x-frame-options': 'SAMEORIGIN' }))).toEqual([expect.stringContaining('X-Frame-Options: SAMEORIGIN')]);
    expect(wrong(await told(() => false, { 'content-security-policy': "frame-ancestors 'self'" }))).toEqual([expect.stringContaining('keeps sites from embedding')]);
  });

  test('says that those who may embed are named in the settings only', async () => {
    const settings = (file, response) => file === 'config.json' && json(response, { embed_origins: ['https://region.example/'] });
    expect(wrong(await told(settings))).toEqual([expect.stringContaining('sends no frame-ancestors')]);
    expect(wrong(await told(settings, { 'content-security-policy': "frame-ancestors 'self' https://other.example" }))).toEqual([expect.stringContaining('does not name https://region.example')]);
    expect(wrong(await told(settings, { 'content-security-policy': "frame-ancestors 'self' https://region.example" }))).toEqual([]);
  });

  test('says that a page is kept for too long', async () => {
    const found = await told(() => false, { 'cache-control': 'public, max-age=31536000' });
    expect(wrong(found)).toContain('index.html is kept for 365 days: visitors will not see the next build for as long.');
    expect(wrong(found).some((says) => says.includes('.wasm'))).toBe(false);
  });

  test('says so where there is something else', async () => {
    expect(wrong(await told((file, response) => file === 'index.html' && response.writeHead(200).end('<h1>Welcome</h1>')))).toEqual([expect.stringContaining('is not the page of Cluster Atlas')]);
  });
});
