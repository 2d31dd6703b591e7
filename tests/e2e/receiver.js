// A receiver of sign-ups as docs/sign-up-endpoint.yaml describes it, on 127.0.0.1, that can also misbehave: it drops
// connections before and after it has stored something, answers with errors, hangs and sends garbage.
//
//   const receiver = await Receiver.start();
//   receiver.next('drop-after', { status: 503, retryAfter: 1 });   // then it behaves again
//   receiver.stored                                                // Map: key → body

import { createServer } from 'node:http';

const LARGEST = 1_000_000;

export class Receiver {
  stored = new Map();
  withdrawn = new Set();
  /** Every request as it came: method, key, body. */
  requests = [];
  #faults = [];
  /** Gives the fault of a request, or nothing; for runs that choose by chance. */
  choose = () => undefined;

  static async start() {
    const receiver = new Receiver();
    receiver.server = createServer((request, response) => {
      receiver.#answer(request, response).catch(() => response.destroy());
    });
    await new Promise((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get origin() {
    return `http://127.0.0.1:${this.server.address().port}`;
  }

  get url() {
    return `${this.origin}/sign-ups`;
  }

  /** What the next requests meet, in this order. */
  next(...faults) {
    this.#faults.push(...faults);
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request, response) {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', 'POST, DELETE');
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    let text = '';
    for await (const piece of request.setEncoding('utf8')) {
      text += piece;
      if (text.length > LARGEST) return response.writeHead(413).end();
    }
    const key = request.headers['idempotency-key'];
    this.requests.push({ method: request.method, key, body: text });
    const fault = this.#faults.shift() ?? this.choose(request.method, key);
    if (fault === 'drop-before') return request.socket.destroy();
    if (fault === 'hang') return undefined;
    if (fault?.problem) {
      response.writeHead(fault.status ?? 422, { 'Content-Type': 'application/problem+json' });
      return response.end(JSON.stringify(fault.problem));
    }
    if (fault?.status && fault.status !== 409) {
      const wait = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
      return response.writeHead(fault.status, { 'Content-Type': 'text/html', ...wait }).end('<h1>Not now</h1>');
    }
    const [status, answer] = this.#commit(request.method, key, text);
    if (fault === 'drop-after') return request.socket.destroy();
    response.writeHead(fault?.status ?? status, { 'Content-Type': 'application/json' });
    return response.end(fault === 'garbage' ? '\u0000{"reference": ' : JSON.stringify(fault?.answer ?? answer));
  }

  #commit(method, key, text) {
    if (method === 'DELETE') {
      this.withdrawn.add(key);
      this.stored.delete(key);
      return [200, {}];
    }
    if (this.withdrawn.has(key)) return [410, {}];
    if (!this.stored.has(key)) this.stored.set(key, JSON.parse(text));
    const number = [...this.stored.keys()].indexOf(key) + 1;
    return [201, { reference: `REF-${number}`, status: 'confirmed' }];
  }
}
