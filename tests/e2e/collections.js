// The collections as the registry has them, read from its source: one that is added is visited like the others.

import fs from 'node:fs';

const source = (module) => fs.readFileSync(new URL(`../../src/collection/${module}.rs`, import.meta.url), 'utf8');
const [registry] = /^collections! \{[^}]*\}/m.exec(source('mod'));

/** By name in the manifest: the path of the list and the path before a record's identifier. */
export const COLLECTIONS = [...registry.matchAll(/^ +\w+ = (\w+),/gm)].map(([, module]) => {
  const about = source(module);
  const text = (field) => new RegExp(`^ +${field}: "([^"]*)",$`, 'm').exec(about)[1];
  // What its search box says may be typed: the message's key, by which its page is known from others.
  const [, placeholder] = /"(search-placeholder[\w-]*)"/.exec(about);
  return { name: text('name'), path: text('path'), recordPath: text('record_path'), placeholder };
});
