import type { Messages } from './messages.ts';

const features = (count: number): string => `${count} ${count === 1 ? 'feature' : 'features'}`;

export const en: Messages = {
  common: {
    features,
    inferred: 'Inferred, not in the plan',
    inferredShort: 'Inferred',
    textOnly: 'Text only',
    layerOff: 'Layer off',
    loading: 'Loading',
    separator: ', ',
    colon: ': ',
    bracket: (text) => ` (${text})`,
    opensNewWindow: 'opens in a new window',
    year: (year) => String(year),
  },
  text: {
    label: 'Plan text',
    originalNote: 'Plan text in the original Chinese',
    failed: 'The plan text could not be loaded. The notice says why and what to do.',
    empty: 'No plan is loaded yet.',
    period: (from, to) => `Plan period ${from}–${to}`,
    docStatus: {
      draft: 'Draft',
      'public-notice': 'Public notice',
      approved: 'Approved',
      repealed: 'Repealed',
    },
    phraseLinks: (count, isNamed) =>
      `Links to ${features(count)}${isNamed ? '' : '; our reading, not in the plan'}`,
    markLabel: (title, count, certainties) =>
      `Select clause “${title}”: ${features(count)}, ${certainties}`,
    nonSpatial: 'Non-spatial',
    nonSpatialWhy: 'why it is not on the map',
    indicators: 'Indicators',
    target: 'Target',
    lastKnown: 'Last known',
    noValue: 'No published figure',
    source: 'Source',
  },
};
