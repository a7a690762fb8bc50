import type { Theme } from '../../src/contracts/theme.ts';

export const water: Theme = {
  id: 'water',
  name: { zh: '水系', en: 'Water' },
  colour: 'water',
  classes: [
    {
      id: 'river',
      name: { zh: '河流', en: 'River' },
      layer: 'water',
      symbol: {
        type: 'line',
        colour: 'water',
        widthPx: 2.4,
        name: true,
        labelColour: 'water-text',
      },
      basis: 'standard',
    },
  ],
};
