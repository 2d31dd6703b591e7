// What a deployed address really sends: `cargo xtask check-deploy URL` runs this and prints what it finds.
//
//   node xtask/deploy/check.mjs https://example.org/clusters/

import { fileURLToPath } from 'node:url';

const TYPES = {
  css: /^text\/css/,
  html: /^text\/html/,
  js: /^(text|application)\/javascript/,
  json: /^application\/json/,
  wasm: /^application\/wasm/,
};
/** Smaller files are sent as they are by many servers, rightly. */
const WORTH_COMPRESSING = 1400;
const DAY = 86_400;

/** Seconds for which a browser may keep a file without asking. */
function keeps(response) {
  const said = response.headers.get('cache-control') ?? '';
  if (/no-store|no-cache/.test(said)) return 0;
  const age = /max-age=(\d+)/.exec(said);
  return age ? Number(age[1]) : null;
}

/** The files that the page lists with their hashes, by the names that they have: `frame.js=0123456789`. */
function listed(html) {
  const list = /data-files="([^"]*)"/.exec(html)?.[1] ?? '';
  return list.split(' ').filter(Boolean).map((entry) => entry.replace(/\.(\w+)=(\w+)$/, '-$2.$1'));
}

/**
 * Asks for the files of a deployment. Gives what was found: `{ fine, says }`, where `fine` is `true`, `false`, or `null`
 * for what could be better.
 */
export async function check(address) {
  const folder = new URL(address);
  folder.search = folder.hash = '';
  folder.pathname = folder.pathname.replace(/[^/]*$/, '');
  const found = [];
  const tell = (fine, says) => found.push({ fine, says });
  const get = async (file) => {
    try {
      const response = await fetch(new URL(file, folder), { headers: { 'accept-encoding': 'br, gzip' }, redirect: 'follow' });
      return { response, body: Buffer.from(await response.arrayBuffer()) };
    } catch (error) {
      return { failed: error.cause?.message ?? error.message };
    }
  };

  const page = await get('index.html');
  if (page.failed || page.response.status !== 200) {
    tell(false, `index.html: ${page.failed ?? `status ${page.response.status}`}. Nothing else can be said.`);
    return found;
  }
  const html = page.body.toString('utf8');
  const named = [...html.matchAll(/(?:href|src|data-js|data-wasm)="(?:\.\/)?([^"#:]+)"/g)].map(([, file]) => file);
  if (!named.some((file) => file.endsWith('.wasm'))) {
    tell(false, 'index.html is not the page of Cluster Atlas: it names no .wasm file.');
    return found;
  }

  // ---- The files: there, whole, of the right type, compressed, kept as long as is good.
  const files = [...new Set([...named, ...listed(html), 'config.json', 'embed.js', 'embed/en.js'])];
  let settings = {};
  for (const file of ['index.html', ...files]) {
    const { response, body, failed } = file === 'index.html' ? page : await get(file);
    if (failed || response.status !== 200) {
      tell(false, `${file}: ${failed ?? `status ${response.status}`}. The folder holds files of different builds, or was not copied whole.`);
      continue;
    }
    const ending = file.split('.').at(-1);
    const type = response.headers.get('content-type') ?? 'no type';
    if (ending !== 'html' && TYPES[ending] && /^\s*<(!doctype|html)/i.test(body.subarray(0, 200).toString('utf8'))) {
      tell(false, `${file}: a web page comes in its place. The server answers with a page of its own where a file is missing.`);
      continue;
    }
    if (file === 'config.json') {
      try {
        settings = JSON.parse(body);
      } catch {
        tell(false, 'config.json is no valid JSON.');
      }
    }
    if (TYPES[ending] && !TYPES[ending].test(type)) tell(ending === 'wasm' ? null : false, `${file} is sent as ${type}.`);
    if (body.length > WORTH_COMPRESSING && TYPES[ending] && !response.headers.get('content-encoding')) {
      tell(null, `${file}: ${body.length.toLocaleString('en')} bytes are sent without compression.`);
    }
    const hashed = /-[0-9a-f]{16}\.(wasm|js|css)$/.test(file);
    const age = keeps(response);
    if (hashed && (age ?? 0) < 30 * DAY) tell(null, `${file} may be kept for a year: its name changes with what is in it.`);
    if (!hashed && (age ?? 0) > DAY) tell(false, `${file} is kept for ${Math.round(age / DAY)} days: visitors will not see the next build for as long.`);
  }

  // ---- Who may embed it.
  const headers = page.response.headers;
  const origins = Array.isArray(settings.embed_origins) ? settings.embed_origins.map((one) => String(one).toLowerCase().replace(/\/+$/, '')) : [];
  const ancestors = /frame-ancestors([^;,]*)/.exec(headers.get('content-security-policy') ?? '')?.[1].trim().split(/\s+/);
  const old = headers.get('x-frame-options');
  if (old && !ancestors) tell(false, `X-Frame-Options: ${old} keeps every other site from embedding.`);
  if (ancestors) {
    const missing = origins.filter((origin) => !ancestors.includes(origin) && !ancestors.includes('*'));
    if (missing.length) tell(false, `frame-ancestors does not name ${missing.join(', ')}, which config.json lets embed.`);
    else if (!origins.length && !ancestors.includes('*')) tell(false, `frame-ancestors ${ancestors.join(' ')} keeps sites from embedding, and config.json lets any.`);
    else tell(true, `Embedding: frame-ancestors ${ancestors.join(' ')}.`);
  } else if (origins.length) {
    tell(false, 'config.json names who may embed, and the server sends no frame-ancestors: anybody may. Use the headers that the build wrote.');
  } else if (!old) {
    tell(true, 'Embedding: any site may.');
  }
  if (headers.get('access-control-allow-origin') !== '*') {
    tell(null, 'Without Access-Control-Allow-Origin: * the app cannot start in frames with sandbox="allow-scripts" alone, and says so there.');
  }
  if (headers.get('cross-origin-resource-policy') !== 'cross-origin') {
    tell(null, 'Without Cross-Origin-Resource-Policy: cross-origin embed.js does not load on pages that are isolated (COEP).');
  }
  const policy = headers.get('content-security-policy')?.replace(/frame-ancestors[^;]*;?/, '').trim();
  if (policy) tell(null, `The server adds a policy of its own to that of the page: ${policy}. Both must allow what the app does.`);

  const none = await get(`no-such-file-${Date.now()}.json`);
  if (none.response?.status === 200) tell(false, 'The server answers 200 where there is no file: what is missing will be taken for what it is not.');
  if (folder.protocol !== 'https:') tell(null, 'Without https browsers offer no position, no clipboard and no offline use.');
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await check(process.argv[2]);
  for (const { fine, says } of found) console.log(`${fine === null ? '!' : fine ? '✓' : '✗'} ${says}`);
  const wrong = found.filter(({ fine }) => fine === false).length;
  console.log(wrong ? `\n${wrong} thing${wrong > 1 ? 's' : ''} to mend.` : '\nNothing to mend.');
  process.exitCode = wrong ? 1 : 0;
}
