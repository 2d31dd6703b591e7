// The texts of a locale file, as far as the specs need them: messages of one line without arguments.

import { readFileSync } from 'node:fs';

export function messages(language) {
  const text = readFileSync(new URL(`../../public/locales/${language}.ftl`, import.meta.url), 'utf8');
  const lines = text.matchAll(/^([a-z][\w-]*) = ([^{\n]+)$/gm);
  return Object.fromEntries([...lines].map(([, key, value]) => [key, value.trim()]));
}
