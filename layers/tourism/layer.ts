import type { FeatureClass, IconName, Theme } from '../../src/contracts/theme.ts';

const sight = (
  id: string,
  zh: string,
  en: string,
  kinds: readonly string[],
  icon: IconName,
  rank: number,
  sizePx = 17,
): FeatureClass => ({
  id,
  name: { zh, en },
  layer: 'sights',
  kinds,
  symbol: {
    type: 'marker',
    icon,
    colour: 'sight',
    sizePx,
    labelPx: 12.5,
    labelColour: 'sight',
    uncertainty: 'focus',
    minZoom: rank < 30 ? 0 : 9,
    labelMinZoom: rank < 30 ? 0 : 9,
    rank,
  },
  basis: 'project',
});

/** 旅游：四大旅游板块 and the sights that anchor them. */
export const tourism: Theme = {
  id: 'tourism',
  name: { zh: '文旅康养', en: 'Tourism and wellness' },
  colour: 'sight',
  classes: [
    {
      id: 'tourism-zone',
      name: { zh: '旅游板块', en: 'Tourism zone' },
      layer: 'zones',
      symbol: {
        type: 'area',
        colours: ['zone-1', 'zone-2', 'zone-3', 'zone-4'],
        fadeKm: 3.2,
      },
      basis: 'project',
    },
    sight('scenic-area', '风景名胜区', 'Scenic area', ['scenic-area'], 'scenic', 24),
    sight('heritage', '文物古迹', 'Heritage site', ['heritage'], 'heritage', 44),
    sight('hot-spring', '温泉', 'Hot spring', ['hot-spring'], 'hot-spring', 42),
    sight(
      'traditional-village',
      '古村落',
      'Traditional village',
      ['traditional-village'],
      'village',
      43,
    ),
    sight('resort', '康养示范区', 'Wellness resort', ['planned-resort'], 'resort', 41),
    sight('scenic-spot', '景点', 'Sight', ['scenic-spot'], 'scenic', 45, 13),
  ],
};
