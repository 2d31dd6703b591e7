// What the page needs of `jose`: an envelope around a text for the owner of a public key.
import { CompactEncrypt, importJWK } from 'jose';

globalThis.atlasSeal = async (key, text) => {
  const jwk = JSON.parse(key);
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', kid: jwk.kid, cty: 'application/json' };
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(header).encrypt(await importJWK(jwk, 'ECDH-ES'));
};
