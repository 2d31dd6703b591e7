// Serves the page another dataset than its own: a fixture, or records made for one test.

import { readFileSync } from 'node:fs';

const fixtures = new URL('../fixtures/', import.meta.url);

/** The text of a file in tests/fixtures. */
export const fixture = (name) => readFileSync(new URL(name, fixtures), 'utf8');

/** Answers the request for the organisations with whatever `page.route` can answer. */
export const serve = (page, answer) => page.route('**/data/organisations.json', (request) => request.fulfill(answer));

/** Answers it with a fixture, as JSON. */
export const serveFixture = (page, name) => serve(page, { contentType: 'application/json', body: fixture(name) });

/** Answers it with these records. */
export const serveRecords = (page, records) =>
  serve(page, { json: { format: 'cluster-atlas/organisations/1', records } });
