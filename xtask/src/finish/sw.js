// What this deployment keeps on a device, so that it works without a network. Written at the end of a build from what
// the build holds. It answers for files of its own folder that it knows, and for nothing else: feeds, plain pages and
// the files of other folders never get the page of the app.
const EDITION = "%EDITION%";
// Without all of these there is no app: they are all kept, or this worker is not installed. [name, SHA-256]
const CORE = [%CORE%];
// These may be missing, and are fetched when a page asks for them again.
const EXTRAS = [%EXTRAS%];

const HOME = registration.scope;
const PREFIX = `cluster-atlas:${new URL(HOME).pathname}:`;
const CODE = `${PREFIX}code:`;
const DATA = `${PREFIX}data:`;
const MINE = CODE + EDITION;
const at = (name, folder = HOME) => new URL(name, folder).href;
const PAGE = at("index.html");
const KNOWN = new Set([...CORE, ...EXTRAS].map(([name]) => at(name)));
// A name with a hash means the same in every edition.
const HASHED = /-[0-9a-f]{10,16}\.\w+$/;
const SLOW = 8000;

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 8);
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A file that is what it has to be: no page of a captive portal, no answer from another address, no other edition.
async function whole(name, hash) {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(at(name), { cache, credentials: "omit", redirect: "error" });
    const body = await response.arrayBuffer();
    // Deployers may open the policy in the page by hand; what it loads is what counts.
    const fits = name === "index.html"
      ? new TextDecoder().decode(body).includes(`data-edition="${EDITION}"`)
      : (await digest(body)) === hash;
    if (response.ok && fits) return new Response(body, { headers: { "content-type": response.headers.get("content-type") ?? "" } });
  }
  throw new Error(`${name} is not of this edition`);
}

async function keep(cache, [name, hash]) {
  if (await cache.match(at(name))) return;
  const before = HASHED.test(name) ? await kept(at(name)) : null;
  await cache.put(at(name), before ?? (await whole(name, hash)));
}

async function install() {
  const cache = await caches.open(MINE);
  // The page comes last: a cache with the page in it is complete. What is there already is not fetched again.
  for (const file of CORE) if (file[0] !== "index.html") await keep(cache, file);
  await keep(cache, ["index.html"]);
}

// The answer that is kept for an address, of the newest edition that has it. Data only of a set that is complete.
async function kept(address) {
  for (const name of (await caches.keys()).reverse()) {
    if (!name.startsWith(PREFIX)) continue;
    const cache = await caches.open(name);
    if (name.startsWith(DATA) && !(await cache.match(at("config.json")))) continue;
    const found = await cache.match(address);
    if (found) return found;
  }
  return undefined;
}

// A file of the dataset by the name that has its edition: of a set that is kept for a page that shows it.
async function keptData(address) {
  const [, stem, edition] = /^(.*)-([0-9a-f]{10})\.json$/.exec(address) ?? [];
  if (!edition) return undefined;
  for (const name of await caches.keys()) {
    if (!name.startsWith(DATA)) continue;
    const found = await (await caches.open(name)).match(`${stem}.json`);
    if (found && (await found.clone().json()).edition === edition) return found;
  }
  return undefined;
}

// The settings and the dataset, as a set: all of one edition, or what was kept before.
async function keepData() {
  const get = async (address) => {
    if (!address.startsWith(HOME)) throw new Error(`${address} is elsewhere`);
    const response = await fetch(address, { cache: "no-cache", credentials: "omit", redirect: "error" });
    const text = await response.text();
    if (!response.ok) throw new Error(address);
    return { address, text, json: JSON.parse(text) };
  };
  const config = await get(at("config.json"));
  const atlas = await get(at(config.json.dataset ?? "data/atlas.json"));
  const { format, collections = {}, vocabularies, editions = {} } = atlas.json;
  // A network that asks to sign in may answer everything with some JSON.
  if (!String(format).startsWith("cluster-atlas/")) throw new Error(`${atlas.address} is no dataset`);
  const names = new Set([vocabularies, ...Object.values({ organisations: "organisations.json", ...collections })]);
  const files = [];
  for (const name of names) {
    if (!name) continue;
    const file = await get(at(name, atlas.address));
    const { edition } = file.json;
    if (edition && editions[name] && edition !== editions[name]) throw new Error(`${name} is of another edition`);
    files.push(file);
  }
  // The settings come last: a set with them in it is complete.
  files.push(atlas, config);
  const name = DATA + (await digest(new TextEncoder().encode(files.map(({ text }) => text).join())));
  const cache = await caches.open(name);
  if (!(await cache.match(config.address))) {
    const headers = { "content-type": "application/json", "x-atlas-kept": EDITION };
    for (const { address, text } of files) await cache.put(address, new Response(text, { headers }));
  }
  // A page beside the one that asked may show what was published before.
  if ((await clients.matchAll({ type: "window" })).length > 1) return;
  for (const other of await caches.keys()) if (other.startsWith(DATA) && other !== name) await caches.delete(other);
}

async function fill() {
  const cache = await caches.open(MINE);
  for (const file of EXTRAS) await keep(cache, file).catch(() => {});
  await keepData().catch(() => {});
}

async function activate() {
  // No page runs under the worker before this one any more. A newer one that is on its way keeps what it has.
  if (!registration.installing && !registration.waiting) {
    for (const name of await caches.keys()) if (name.startsWith(CODE) && name !== MINE) await caches.delete(name);
  }
  await clients.claim();
}

// The network first; what is kept where it fails, takes too long or gives something else than was asked for.
async function fresh(request, address, fits) {
  const network = fetch(request);
  // A failure is told below; until then it is nobody's.
  network.catch(() => {});
  const found = await kept(address);
  if (!found) return network;
  const late = new Promise((done) => setTimeout(done, SLOW));
  const response = await Promise.race([network.catch(() => undefined), late]);
  return response && fits(response) ? response : found;
}

const isData = (response) => response.ok && !/html/.test(response.headers.get("content-type"));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => event.data === "keep" && event.waitUntil(fill()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  if (request.method !== "GET" || !address.startsWith(HOME)) return;
  if (request.mode === "navigate") {
    // A log-in page of the network is for people to see; a server that is down is not.
    if (address === HOME || address === PAGE) event.respondWith(fresh(request, PAGE, ({ status }) => status < 500));
  } else if (KNOWN.has(address) || HASHED.test(address)) {
    event.respondWith((async () => (await kept(address)) ?? (await keptData(address)) ?? fetch(request))());
  } else if (address.endsWith(".json") && address !== at("edition.json")) {
    event.respondWith(fresh(request, address, isData));
  }
});
