// A receiver of sign-ups on 127.0.0.1, as docs/sign-up-endpoint.yaml asks for one, that misbehaves as it is told to.
// It holds every request against that document, and serves the app from dist/ beside the endpoint too.
//
//   const receiver = await startReceiver();
//   receiver.next('drop-after', '503');       // then it behaves again
//   … receiver.taken is a Map of key → {body, reference, …}, receiver.bodies are the bodies in it
//   await receiver.close();
//
// `next` gives the answers of the next attempts, whosesoever they are; `plan` those for one key, one an attempt. When
// they are used up, the receiver behaves. A key is stored once, whatever happens on the way.

import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { breaches } from './contract.js';
import { SUB_PATH, serveDist } from './server.js';

const ENDPOINT = `${SUB_PATH}sign-ups`;
const ELSEWHERE = `${SUB_PATH}thanks`;

/** What a receiver on another origin than the app has to say. */
const FOR_OTHER_ORIGINS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, DELETE',
  'access-control-allow-headers': 'Content-Type, Idempotency-Key',
  'access-control-expose-headers': 'Retry-After, Date',
};

/** Longest body that is read, in bytes. */
const LONGEST = 1_048_576;

/** JSON that gives back the key of what was submitted, and says more. */
const back = ({ key }, more) => json({ idempotency_key: key, ...more });
const json = (value) => ({ 'content-type': 'application/json', body: JSON.stringify(value) });
const page = '<!doctype html><title>Oh no</title><p>{"reference": 1}</p>\0\u{1f4a5}';
const html = { 'content-type': 'text/html; charset=utf-8', body: page };

/**
 * What can come of an attempt to submit. `stores` says whether the sign-up is stored before the answer, `final`
 * whether the app has to take the answer as a yes; `answer` gives the answer, and where there is none, `breaks`
 * does something to the connection.
 */
const ANSWERS = {
  'drop-before': { breaks: (socket) => socket.destroy() },
  'drop-after': { stores: true, breaks: (socket) => socket.destroy() },
  'hang-before': { breaks: () => {} },
  'hang-after': { stores: true, breaks: () => {} },
  'not-http': { breaks: (socket) => socket.end('\0\u0001\u00ff garbage\r\n\r\n') },
  '500-before': { answer: () => [500, html] },
  '500-after': { stores: true, answer: () => [500, json({ reference: 'no', status: 'confirmed' })] },
  '502-garbage': { stores: true, answer: () => [502, html] },
  '422-html': { answer: () => [422, html] },
  // Where the redirect leads, anybody is answered 200: see `startReceiver`.
  '301-elsewhere': { answer: () => [301, { location: ELSEWHERE, body: '' }] },
  '302-elsewhere': { answer: () => [302, { location: ELSEWHERE, body: '' }] },
  '303-elsewhere': { stores: true, answer: () => [303, { location: ELSEWHERE, body: '' }] },
  // A date has whole seconds, and the next one may begin at once.
  429: { answer: () => [429, { 'retry-after': new Date(Date.now() + 2_000).toUTCString(), body: 'slow down' }] },
  503: { answer: () => [503, { 'retry-after': '1', body: '' }] },
  409: { final: true, onlyStored: true, answer: (kept) => [409, back(kept, { reference: kept.reference })] },
  '200-garbage': { stores: true, answer: () => [200, { ...html, 'content-type': 'application/json' }] },
  '200-cut': { stores: true, answer: () => [200, { ...json({ reference: 'x' }), 'content-length': '999' }] },
  '204-empty': { stores: true, answer: () => [204, { body: '' }] },
  // What a network asks everybody to sign in with.
  '200-page': { answer: () => [200, html] },
  '200-no-key': { stores: true, answer: (kept) => [200, json({ reference: kept.reference })] },
  '200-other-key': { answer: () => [200, json({ idempotency_key: '019a8c11-5c00-7c3e-9f60-0242ac120002' })] },
  '201-reference': {
    stores: true,
    final: true,
    answer: (kept) => [201, back(kept, { reference: kept.reference, status: kept.status })],
  },
};

/** The answer that refuses what was submitted, for a reason (RFC 9457). */
export const refusal = (problem) => ({
  answer: () => [422, { 'content-type': 'application/problem+json', body: JSON.stringify(problem) }],
});

/** The answer to a key that was withdrawn before, and of a host that is not in use any more. */
export const gone = { answer: () => [410, { body: '' }] };

/** The answer that asks to come back after so many seconds. */
export const later = (seconds) => ({ answer: () => [503, { 'retry-after': String(seconds), body: '' }] });

/** The answer that takes what was submitted, in a status. */
export const accepted = (status) => ({
  stores: true,
  answer: (kept) => [201, back(kept, { reference: kept.reference, status })],
});

/** Answers after which the app has to try again. */
export const TROUBLES = Object.keys(ANSWERS).filter((name) => !ANSWERS[name].final);
/** Answers that say that the receiver has it. */
export const ACCEPTANCES = Object.keys(ANSWERS).filter((name) => ANSWERS[name].final);

const STATUSES = ['confirmed', 'waiting_list', 'received'];

/** The whole body of a request, or nothing where it breaks off. */
async function read(request) {
  const pieces = [];
  let size = 0;
  try {
    for await (const piece of request) {
      size += piece.length;
      if (size > LONGEST) return null;
      pieces.push(piece);
    }
  } catch {
    return null;
  }
  return request.complete ? Buffer.concat(pieces).toString('utf8') : null;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Starts a receiver on a free port of this machine. It stops by itself when nothing was asked of it for `idle`
 * milliseconds, or after `lifetime`.
 *
 * `overrides` maps files of dist/ to what is served in their place, as values that become JSON.
 */
export async function startReceiver({ plan = () => [], overrides = {}, idle = 300_000, lifetime = 7_200_000 } = {}) {
  /** key → {text, body, reference, status, at}. */
  const taken = new Map();
  const withdrawn = new Set();
  /** key → the answers that are left. */
  const plans = new Map();
  /** key → the bytes of the first attempt. */
  const texts = new Map();
  const faults = [];
  const counts = {};
  const requests = [];
  const followed = [];
  const queue = [];
  const withdrawals = [];
  /** Folders of later editions, the latest first. */
  const deployed = [];
  let reachable = true;
  const events = new EventEmitter();
  events.setMaxListeners(0);

  const store = (key, text, body) => {
    if (!taken.has(key)) {
      const reference = `REF-${taken.size + 1}`;
      taken.set(key, { key, text, body, reference, status: STATUSES[taken.size % STATUSES.length], at: Date.now() });
      events.emit('taken', { key, body });
    }
    return taken.get(key);
  };

  const respond = (response, [status, { body, ...headers }]) => {
    if (headers['content-length']) {
      // More is announced than comes: the connection ends in the middle.
      response.writeHead(status, headers);
      return response.write(body, () => response.destroy());
    }
    response.writeHead(status, headers);
    response.end(body);
  };

  const submit = async (request, response) => {
    const key = request.headers['idempotency-key'];
    const text = await read(request);
    if (text === null) {
      counts['broken-off'] = (counts['broken-off'] ?? 0) + 1;
      return response.destroy();
    }
    const body = parsed(text);
    requests.push({ key, text });
    faults.push(...breaches(key, body, request.headers, text));
    if (texts.has(key) && texts.get(key) !== text) faults.push(`${key}: the same key came with other bytes`);
    texts.set(key, text);
    if (withdrawn.has(key)) return respond(response, [410, { body: '' }]);

    if (!plans.has(key)) plans.set(key, [...plan({ key, body })]);
    const rest = queue.length > 0 ? queue : plans.get(key);
    let name = rest[0] ?? (taken.has(key) ? '409' : '201-reference');
    if (typeof name === 'string' && ANSWERS[name] === undefined) throw new Error(`no such answer: ${name}`);
    // "Has it already" is a lie about what was never stored: the first attempt is stored and its answer lost.
    if (ANSWERS[name]?.onlyStored && !taken.has(key)) name = 'drop-after';
    else rest.shift();

    const { stores, answer, breaks } = ANSWERS[name] ?? name;
    counts[name] = (counts[name] ?? 0) + 1;
    const kept = stores ? store(key, text, body) : taken.get(key);
    events.emit('attempt', { key, body, name });
    if (answer) respond(response, answer(kept));
    else breaks(request.socket);
  };

  const withdraw = (request, response) => {
    const key = request.headers['idempotency-key'];
    const other = withdrawals.shift();
    if (other) return respond(response, other);
    counts.withdrawn = (counts.withdrawn ?? 0) + 1;
    const status = withdrawn.has(key) ? 410 : taken.has(key) ? 204 : 404;
    withdrawn.add(key);
    taken.delete(key);
    respond(response, [status, status === 204 ? { body: '' } : json({ idempotency_key: key })]);
  };

  const replaced = (place) => {
    const name = place.startsWith(SUB_PATH) ? place.slice(SUB_PATH.length) : null;
    return name !== null && Object.hasOwn(overrides, name) ? overrides[name] : undefined;
  };

  const server = createServer((request, response) => {
    idleTimer.refresh();
    if (!reachable) return request.socket.destroy();
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === ENDPOINT) {
      for (const [header, value] of Object.entries(FOR_OTHER_ORIGINS)) response.setHeader(header, value);
      if (request.method === 'OPTIONS') return respond(response, [204, { body: '' }]);
      if (request.method === 'POST') return submit(request, response).catch((error) => server.emit('error', error));
      if (request.method === 'DELETE') return withdraw(request, response);
      return respond(response, [405, { allow: 'POST, DELETE', body: '' }]);
    }
    if (pathname === ELSEWHERE) {
      for (const [header, value] of Object.entries(FOR_OTHER_ORIGINS)) response.setHeader(header, value);
      followed.push(request.method);
      return respond(response, [200, json({ reference: 'NOBODY', status: 'confirmed' })]);
    }
    const other = replaced(pathname);
    return other === undefined ? serveDist(request, response, deployed) : respond(response, [200, json(other)]);
  });
  const close = () => {
    clearTimeout(idleTimer);
    clearTimeout(lifeTimer);
    server.closeAllConnections();
    return new Promise((done) => server.close(() => done()));
  };
  const idleTimer = setTimeout(close, idle).unref();
  const lifeTimer = setTimeout(close, lifetime).unref();

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  const delivery = { delivery: 'endpoint', url: `${origin}${ENDPOINT}` };
  overrides = { 'config.json': { sign_up: delivery, partner_requests: delivery, profiles: delivery }, ...overrides };

  return {
    origin,
    /** Where the app is. */
    address: `${origin}${SUB_PATH}`,
    /** Where its redirects lead. */
    elsewhere: `${origin}${ELSEWHERE}`,
    /** Where sign-ups go. */
    endpoint: delivery.url,
    taken,
    get bodies() {
      return [...taken.values()].map(({ body }) => body);
    },
    /** Every attempt to submit: {key, text}. */
    requests,
    /** What the next attempts meet: names of answers, or answers like a `refusal`. */
    next: (...answers) => queue.push(...answers),
    /** Serves JSON in the place of a file of dist/. */
    serve: (file, value) => (overrides[file] = value),
    /** Copies the files of another edition over those that are there; none of those is removed. */
    deploy: (folder) => deployed.unshift(folder),
    /** Breaks off whatever is asked of it, the app's files too, or does so no longer. */
    reach: (can) => (reachable = can),
    /** From now on it behaves. */
    behave: () => queue.splice(0),
    withdrawn,
    /** What the next withdrawals meet: [status, headers and body]. */
    nextWithdrawal: (...answers) => withdrawals.push(...answers),
    /** Methods of requests to where a redirect leads: the app follows none. */
    followed,
    /** Breaches of the contract by the app, as sentences. */
    faults,
    /** How often each answer was given. */
    counts,
    /** Waits for the next attempt to submit that `wanted` picks; nothing after `milliseconds`. */
    attempt: (wanted, milliseconds) =>
      new Promise((done) => {
        const hear = (attempt) => wanted(attempt) && end(attempt);
        const end = (attempt) => {
          clearTimeout(timer);
          events.off('attempt', hear);
          done(attempt);
        };
        const timer = setTimeout(end, milliseconds);
        events.on('attempt', hear);
      }),
    close,
  };
}
