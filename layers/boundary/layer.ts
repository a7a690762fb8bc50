import type { Theme } from '../../src/contracts/theme.ts';

export const boundary: Theme = {
  id: 'boundary',
  name: { zh: '界线', en: 'Boundary' },
  colour: 'county',
  classes: [
    {
      id: 'county',
      name: { zh: '县界（示意）', en: 'County outline (indicative)' },
      layer: 'boundary',
      symbol: { type: 'outline', colour: 'county', widthPx: 1.3 },
      basis: 'project',
    },
  ],
};
