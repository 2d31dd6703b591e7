// The texts of the locale files. Names that the interface keeps are written out in the specs; sentences are looked
// up here, so that better words need no other tests.

import { readFileSync } from 'node:fs';

const files = new Map();

function file(language) {
  if (!files.has(language)) {
    const text = readFileSync(new URL(`../../public/locales/${language}.ftl`, import.meta.url), 'utf8');
    const lines = text.matchAll(/^([a-z][\w-]*) = (.+)$/gm);
    files.set(language, Object.fromEntries([...lines].map(([, key, value]) => [key, value.trim()])));
  }
  return files.get(language);
}

/** A message that counts, with its arguments: `counted('calls-count', { count: 3 })`. */
export function counted(key, args, language = 'en') {
  const text = readFileSync(new URL(`../../public/locales/${language}.ftl`, import.meta.url), 'utf8');
  const [, by, variants] = text.match(new RegExp(`^${key} = \\{ \\$(\\w+) ->\\n([^]*?)^\\}`, 'm'));
  const [, pattern] = variants.match(args[by] === 1 ? /\[one\] (.+)/ : /\*\[other\] (.+)/);
  return pattern.replace(/\{ \$(\w+) \}/g, (_, name) => String(args[name]));
}

/** A message of one line, with its arguments: `tr('compare-missing', { ids: 'x' })`. */
export function tr(key, args = {}, language = 'en') {
  const pattern = file(language)[key];
  if (pattern === undefined || pattern.includes('->')) throw new Error(`no message of one line: ${key}`);
  return pattern.replace(/\{ \$(\w+) \}/g, (_, name) => {
    if (!(name in args)) throw new Error(`${key} needs ${name}`);
    return String(args[name]);
  });
}
