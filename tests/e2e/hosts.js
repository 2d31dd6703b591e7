// Pages of somebody else that embed the app: on another site (`localhost` against `127.0.0.1`), not only another port.

import { createServer } from 'node:http';
import { expect } from '@playwright/test';

/**
 * Serves pages by their path: `{ '/': { body, headers } }`, or a text for a page without headers of its own. Gives the
 * origin, and the function that ends it.
 */
export async function host(pages) {
  const server = createServer((request, response) => {
    const found = pages[new URL(request.url, 'http://localhost').pathname];
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { body, headers = {} } = typeof found === 'string' ? { body: found } : found;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers });
    response.end(body);
  });
  await new Promise((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const origin = `http://localhost:${server.address().port}`;
  return { origin, end: () => new Promise((ended) => server.close(ended).closeAllConnections()) };
}

/** Empty lines: a strict policy of the host forbids the attribute `style`. */
const space = (pixels) => '<br>'.repeat(Math.round(pixels / 18));

/** A host's page around what it embeds: tall, so that it scrolls, with a field above and text below. */
export const around = (embed, { head = '', above = 200, below = 3000 } = {}) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A region</title>${head}</head>
<body>
<main>
<h1>Our region</h1>
<p><label>Your question <input id="question"></label></p>
${space(above)}
${embed}
${space(below)}
<p>The end of the page</p>
</main>
</body></html>`;

/** Waits for the sentence that counts; a map that is on its way has a status of its own. */
export const expectCount = (frame, sentence) => expect(frame.getByRole('status').filter({ hasText: sentence })).toBeVisible();
