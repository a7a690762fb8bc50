import type { Theme } from '../../src/contracts/theme.ts';

/** 物流: township nodes stand in the seats, so their symbols are set beside the seat's. */
export const logistics: Theme = {
  id: 'logistics',
  name: { zh: '现代物流', en: 'Logistics' },
  colour: 'logistics',
  classes: [
    {
      id: 'logistics-hub',
      name: { zh: '物流园区', en: 'Logistics hub' },
      layer: 'logistics',
      kinds: ['logistics-hub'],
      symbol: {
        type: 'marker',
        icon: 'hub',
        colour: 'logistics',
        sizePx: 18,
        labelPx: 12,
        labelColour: 'logistics',
        uncertainty: 'focus',
        minZoom: 9,
        labelMinZoom: 10,
        rank: 40,
        offsetPx: [-18, -14],
      },
      basis: 'standard',
    },
    {
      id: 'logistics-node',
      name: { zh: '乡镇物流网点', en: 'Township logistics node' },
      layer: 'logistics',
      kinds: ['logistics-node'],
      symbol: {
        type: 'marker',
        icon: 'node',
        colour: 'logistics',
        sizePx: 13,
        labelPx: 11.5,
        labelColour: 'logistics',
        uncertainty: 'focus',
        minZoom: 9,
        labelMinZoom: 11,
        rank: 60,
        offsetPx: [0, 13],
      },
      basis: 'standard',
    },
  ],
};
