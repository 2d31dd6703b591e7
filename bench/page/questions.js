// What is asked of both sides. A measurement asks all questions of a set in turn and tells the time per question.

const one = (facet) => (value) => ({ filters: { [facet]: [value] } });

/** Sets of filters: one country, one ecosystem, and several choices together. */
export const FILTERS = {
  country: ['ES', 'DE', 'FR', 'PL', 'NL', 'CY'].map(one('country')),
  ecosystem: ['agri-food', 'digital', 'health', 'energy-renewables', 'textiles', 'tourism'].map(
    one('ecosystem'),
  ),
  several: [
    { filters: { country: ['ES', 'FR', 'IT'], ecosystem: ['digital'] } },
    { filters: { country: ['DE'], ecosystem: ['health', 'digital'], located: ['yes'] } },
    { filters: { country: ['PL', 'RO'], expertise: ['automotive', 'photonics'] } },
    { filters: { kind: ['network'], ecosystem: ['agri-food', 'digital', 'health'] } },
    { filters: { region: ['FRZ1', 'FRZ2'], label: ['gold', 'silver', 'bronze'] } },
    { filters: { expertise: ['ict-software'], label: ['gold'] } },
  ],
};

/** What people type: whole words, beginnings, several words, labels, accents left out, and slips. */
export const TEXTS = [
  'photonics',
  'health network',
  'hydro',
  'ph',
  'pole energy',
  'agri valley',
  'spain maritime',
  'invented town 3 france',
  'cluster software',
  'renewable',
  'photnics',
  'semicondutor hub',
].map((text) => ({ text }));

/** Sets whose points are clustered anew: a country, an ecosystem, and nearly everything. */
export const MAPS = {
  country: one('country')('ES'),
  ecosystem: one('ecosystem')('digital'),
  most: one('kind')('cluster_organisation'),
};

/** Europe, as a laptop shows it. */
export const VIEW = { bounds: [-11, 35, 32, 66], zoom: 5 };
export const WORLD = { bounds: [-180, -85, 180, 85], zoom: 5 };
