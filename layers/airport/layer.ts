import type { Theme } from '../../src/contracts/theme.ts';

/** 通用航空: one marker with its circle of uncertainty; never a runway. */
export const airport: Theme = {
  id: 'airport',
  name: { zh: '通用航空', en: 'General aviation' },
  colour: 'airport',
  classes: [
    {
      id: 'general-airport',
      name: { zh: '通用机场选址', en: 'General airport, proposed site' },
      layer: 'airport',
      symbol: {
        type: 'marker',
        icon: 'plane',
        colour: 'airport',
        sizePx: 24,
        labelPx: 13,
        labelColour: 'airport',
        labelFont: 'bold',
        uncertainty: 'always',
        rank: 8,
        offsetPx: [0, -14],
      },
      basis: 'project',
    },
  ],
};
