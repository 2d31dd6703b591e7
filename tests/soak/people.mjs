// Who signs up for what: everything that is typed, and what a receiver has to get. Both follow from the seed.

import { readFileSync } from 'node:fs';
import { chance, seedOf } from './chance.mjs';

const DIST = new URL('../../dist/data/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, DIST), 'utf8'));

/** The real clock never gets there, so what is open stays open. */
const YEAR = 2099;

/** One training a tab, so that each tab has a draft of its own; by turns of each kind of way in. */
export function trainings(tabs) {
  const one = (at) => {
    const id = `soak-${at + 1}`;
    const common = { id, title: `Fault run ${at + 1} <b>&amp; "friends"</b>`, kind: 'workshop', format: 'hybrid' };
    const session = (name, day, more) => ({ id: name, date: `${YEAR}-0${at % 9 + 1}-${day}`, ...more });
    switch (at % 3) {
      case 0:
        return {
          ...common,
          sessions: [
            session('s1', '10', { start: '09:00', end: '12:00', online: true }),
            session('s2', '11', { place: 'Turin, Italy', online: false }),
          ],
        };
      case 1:
        return { ...common, format: 'onsite', undated_sessions: 'Some day' };
      default:
        return { ...common, format: 'online', sessions: [session('only', '20', { start: '14:30', online: true })] };
    }
  };
  return { format: 'cluster-atlas/trainings/1', records: Array.from({ length: tabs }, (_, at) => one(at)) };
}

/** A correction by each tab: of an organisation that no other tab corrects. */
export function correction(at) {
  const { records } = read('organisations.json');
  const { id } = records.filter(({ acronym }) => acronym === undefined)[at];
  return { record: id, changes: { acronym: { to: `SOAK <b>${at}` } } };
}

/** Organisations that can be told from all others by their name. */
const organisations = () => {
  const { records } = read('organisations.json');
  const times = new Map();
  for (const { name } of records) times.set(name, (times.get(name) ?? 0) + 1);
  const plain = records.filter(({ name }) => times.get(name) === 1 && /^[A-Z][a-z]+( [A-Z][a-z]+){1,3}$/.test(name));
  return plain.filter(({ name }) => records.every((other) => other.name === name || !other.name.includes(name)));
};

/** What people type into one line: what is text has to stay text. */
const LINES = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(document.domain)>',
  "Robert'); DROP TABLE sign_ups;--",
  '\u202Etfel ot thgir\u202C then back',
  '\u2066isolated\u2069 \u200Fmarks\u200E',
  '=HYPERLINK("http://127.0.0.1","click")',
  '+1-1|cmd',
  '{{constructor.constructor("x")()}}${7*7}#{7*7}',
  '\\u0000 \\x00 %00 %0d%0aSet-Cookie: a=b',
  '👩‍👩‍👧‍👦 🏳️‍🌈 👋🏽 \u{1F9D1}\u200D\u{1F680}',
  'Zoë A\u030Angstro\u0308m e\u0301',
  'Petŭr Иванов',
  'عبد الرحمن بن عوف',
  '李小龍 山田 太郎 김철수',
  'Z̸̡̢̧̛̛̹̹a̴l̵g̷o̶',
  'İIıi ẞß ﬁ ﬀ K Å',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  '-0',
  'a\u200Bb\u200Cc\u200Dd\uFEFFe',
  '\u{10FFFF}\u{E0041}\uFFFD\uE000',
  'ж'.repeat(300),
  '🦀'.repeat(300),
  '] } " \' ` , : \\ / \\" \\\\',
  '../../../etc/passwd',
  'O’Brien-Müller y López, d. Ä.',
];

/** What people type into several lines. */
const NOTES = [
  'One line.\nAnother.\n\n\tA tab.',
  `${'<p>'.repeat(200)}&lt;&gt;&amp;&#0;`,
  '{"key":"not-a-key","people":[]}',
  '--boundary\nContent-Disposition: form-data\n\n',
  '\u202E'.repeat(50) + 'over' + '\u202C'.repeat(50),
  '🌍'.repeat(2_000),
  'x'.repeat(2_000),
  'control \u0001\u0002\u007F characters',
  "'; DELETE FROM sign_ups; --\n<!-- ]]> -->",
];

const GIVEN = ['Ana', 'Zoë', 'Петър', 'Jānis', 'Søren', 'Łukasz', 'Ελένη', 'Nguyễn'];
const FAMILY = ['Kovač', 'Ångström', 'Иванов', 'Bērziņš', 'Ó Súilleabháin', 'Γεωργίου', 'Müller'];
const ROLES = ['Cluster manager', 'Analyst', 'Director', 'Φοιτήτρια'];
const COUNTRIES = ['FR', 'DE', 'BG', 'XK', 'CI', 'AX', 'ZW', 'GR'];

/** An address of its own for everybody, some as odd as RFC 5322 lets them be. */
function address(number, at, luck) {
  const own = `s${number}p${at}`;
  return luck.one([
    `${own}@example.org`,
    `${own}@example.org`,
    `${own}+tag.a-b_c@sub.example.org`,
    `${own}!#$%&'*/=?^\`{|}~@example.org`,
    `"${own} quoted"@example.org`,
    `${own}.ünïcode@example.org`,
    `${own}@bücher.example`,
  ]);
}

/** A text as it is typed: some put white space around it, which is not sent. */
const typed = (text, luck) => (luck.happens(0.1) ? `  ${text} ` : text);

/** No more than fits, in characters. */
const most = (text) => [...text].slice(0, 2_000).join('');

/** Makes the sign-ups of a run. */
export function everybody({ signUps, seed, tabs }) {
  const offered = trainings(tabs).records;
  const known = organisations();
  const make = (number, training) => {
    const luck = chance(seedOf(seed, number));
    const hostile = luck.happens(0.6);
    const line = (plain, share) => (hostile && luck.happens(share) ? luck.one(LINES) : luck.one(plain));
    const sessions = training.sessions ?? [];
    const chosen = sessions.length < 2 ? sessions : sessions.slice(...luck.one([[0, 1], [1, 2], [0, 2]]));
    const onSite = sessions.length > 0 ? chosen.some((session) => session.place) : training.format !== 'online';
    const count = luck.happens(0.2) ? 2 + luck.below(2) : 1;
    const people = Array.from({ length: count }, (_, at) => ({
      given: typed(line(GIVEN, 0.5), luck),
      family: typed(line(FAMILY, 0.5), luck),
      email: address(number, at, luck),
      role: line(ROLES, 0.4),
      accessibility: luck.happens(0.3) ? luck.one(NOTES) : '',
      dietary: onSite && luck.happens(0.3) ? luck.one(NOTES) : '',
    }));
    const picked = luck.happens(0.3) ? luck.one(known) : null;
    return {
      number,
      training,
      onSite,
      sessions: chosen,
      people,
      organisation: picked ? picked.name : line(['A new cluster', 'Ny klynge', 'Klastr č. 5'], 0.5),
      picked,
      country: luck.one(COUNTRIES),
      // The number makes the last text that is typed one of a kind.
      hopes: luck.happens(0.6) ? most(`${number}: ${hostile ? luck.one(NOTES) : 'To meet others.'}`) : '',
      newsletter: luck.happens(0.3),
      email: people[0].email,
      luck,
    };
  };
  return (number, tab) => make(number, offered[tab]);
}

const clean = (text) => text.normalize('NFC').trim();
const noted = (text) => text.replaceAll('\r\n', '\n').trim();
const without = (object) => JSON.parse(JSON.stringify(object));

/** What a receiver has to get for a sign-up, but for the key and the moments. */
export function expectedBody(signUp) {
  const { training, people, picked } = signUp;
  const isOpen = training.sessions !== undefined;
  return without({
    format: 'cluster-atlas/sign-up/1',
    kind: isOpen ? 'sign-up' : 'interest',
    training: { id: training.id, title: training.title },
    sessions: isOpen ? signUp.sessions.map(({ id, date, start }) => ({ id, date, start })) : undefined,
    people: people.map((person) => ({
      given_name: clean(person.given),
      family_name: clean(person.family),
      email: person.email,
      role: noted(person.role),
      accessibility_needs: noted(person.accessibility) || undefined,
      dietary_needs: noted(person.dietary) || undefined,
    })),
    organisation: { name: clean(signUp.organisation), id: picked?.id },
    country: signUp.country,
    hopes: noted(signUp.hopes) || undefined,
    consent: { privacy: true, newsletter: signUp.newsletter },
  });
}

/** A body that arrived, without what the browser makes up. */
export function comparable({ key, submitted, replaces, consent, ...rest }) {
  return { ...rest, consent: { privacy: consent.privacy, newsletter: consent.newsletter } };
}
