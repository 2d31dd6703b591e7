// What every page of the app is shown by: states that an address leads to.

import { COLLECTIONS } from './collections.js';
import { collection, records } from './dataset.js';

const located = records.find((record) => record.location && record.expertise?.length);
const some = records.filter((record) => record.country === 'SE').map(({ id }) => id);

/** Of every collection its list and the page of a record, as they stood on a day of the past. */
const ofCollections = COLLECTIONS.flatMap(({ name, path, recordPath }) => [
  [`${name}: the list`, `#/${path}?at=2024-02-21`],
  [`${name}: a record`, `#/${recordPath}/${collection(name)[0].id}?at=2024-02-21`],
]);

/** By visit: what can be seen one after the other, with its address. */
export const VISITS = {
  'the mapping tool': {
    'map and list': '#/explore',
    'the map alone': `#/explore?view=map&sel=${located.id}`,
    'the list alone, filtered': '#/explore?view=list&country=FR,ATLANTIS&q=pole&near=48.85,2.35,500',
    'the coverage matrix': '#/explore?view=coverage&country=FR,DE,ES',
    'nothing found': '#/explore?q=zzzzqqqq&country=FR',
  },
  'the open calls': {
    'the list': '#/calls?at=2024-02-21',
    'a day without an open call': '#/calls?at=2026-11-22',
    'the timeline': '#/calls?at=2024-02-21&status=open&view=timeline',
  },
  'the events': {
    'their list': '#/events?at=2024-02-21',
    'a month': '#/events?view=month&month=2024-05&at=2024-05-08',
    'the map': '#/events?view=map&at=2024-02-21',
  },
  'the networks': {
    'their list': '#/networks',
    'country by country': '#/networks?view=matrix',
  },
  'the policies': {
    'their list': '#/policies',
    'by year': '#/policies?view=timeline&at=2026-11-22',
  },
  'every collection': Object.fromEntries(ofCollections),
  'the other pages': {
    'a call': '#/calls/clusters-meet-regions-hosts-2024-2025?at=2024-02-21',
    'a call that was cancelled': '#/calls/smp-cosme-2024-worth-01?at=2024-02-21',
    'saved calls': '#/saved-calls?ids=pimap4sustainability-upskilling,gone',
    'an event': '#/events/ecc-2024?at=2024-02-21',
    'a policy': '#/policies/fr-poles-de-competitivite?at=2024-02-21',
    'a service': '#/resources/euroclusters',
    'a new partner request': '#/partner-requests/new',
    'a new organisation': '#/profile/new',
    'a correction of a profile': `#/profile/${located.id}/edit`,
    'a correction of nobody': '#/profile/nobody/edit',
    'nothing signed up for': '#/sign-ups',
    'a profile': `#/organisation/${located.id}`,
    'an unknown organisation': '#/organisation/nobody',
    'the comparison': `#/compare?ids=${some.slice(0, 4).join(',')}`,
    'an empty shortlist': '#/shortlist',
    'the page about the data': '#/about-data',
    'a shortlist': `#/shortlist?ids=${some.slice(0, 5).join(',')},gone`,
    'the builder of snippets': '#/embed',
    'what is kept, all of it': '#/mine?events=ecc-2024&organisations=' + some.slice(0, 2).join(','),
    'a search of everything': '#/search?q=textile',
    'an unknown page': '#/nowhere',
  },
};

/** An address of every page and of every part that is fetched by itself, but for those of a screen in a hall. */
export const EVERY_PAGE = [
  ...Object.values(VISITS).flatMap((states) => Object.values(states)),
  '#/search',
  '#/mine',
  '#/saved-calls',
  '#/training',
  `#/training/${collection('trainings')[0].id}`,
  `#/training/${collection('trainings')[0].id}/sign-up`,
  '#/countries',
  '#/country/AT',
  '#/figures',
  '#/focus/green',
  '#/desk',
];
