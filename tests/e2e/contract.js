// The published contract, docs/sign-up-endpoint.yaml, as receivers read it: what is wrong with a request by it.

import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const document = parse(readFileSync(new URL('../../docs/sign-up-endpoint.yaml', import.meta.url), 'utf8'));
// OpenAPI 3.1 schemas are JSON Schema, draft 2020-12. Beside its schemas the document holds other things.
const ajv = formats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema({ components: document.components }, 'contract');
const [operation] = Object.values(document.paths);
const schemaAt = (part) => ajv.getSchema(`contract${part.$ref ?? part}`);
const isSubmission = schemaAt(operation.post.requestBody.content['application/json'].schema);
const isEnvelope = schemaAt(operation.post.requestBody.content['application/jose'].schema);
const isKey = schemaAt('#/components/schemas/Key');

const told = (errors) => errors.map(({ instancePath, message }) => `${instancePath || 'it'} ${message}`).join(', ');

/** Every breach of the contract in a request, as a sentence. `body` is `null` where it is no JSON, `text` is what came. */
export function breaches(key, body, headers, text) {
  const found = [];
  const check = (holds, words) => holds || found.push(`${key}: ${words}`);
  check(isKey(key), 'the key is none');
  check(headers.cookie === undefined && headers.authorization === undefined, 'credentials were sent');
  if (headers['content-type'] === 'application/jose') {
    check(isEnvelope(text), `this is no envelope: ${text.slice(0, 80)}`);
    return found;
  }
  check(headers['content-type'] === 'application/json', `content type ${headers['content-type']}`);
  check(isSubmission(body), `the body is not as published: ${told(isSubmission.errors ?? [])}`);
  check(body?.key === key, `the body names another key, ${body?.key}`);
  return found;
}
