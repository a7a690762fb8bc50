import type { FeatureClass, IconName, Theme } from '../../src/contracts/theme.ts';

const works = (
  id: string,
  zh: string,
  en: string,
  layer: string,
  kinds: readonly string[],
  icon: IconName,
  colour: string,
): FeatureClass => ({
  id,
  name: { zh, en },
  layer,
  kinds,
  symbol: {
    type: 'marker',
    icon,
    colour,
    sizePx: 16,
    labelPx: 11.5,
    labelColour: colour,
    uncertainty: 'focus',
    minZoom: 9,
    labelMinZoom: 10,
    rank: layer === 'mines' ? 70 : 55,
  },
  basis: 'project',
});

/** 园区与产业: areas are figures, not shapes; parks are markers with circles of uncertainty. */
export const industry: Theme = {
  id: 'industry',
  name: { zh: '园区与产业', en: 'Parks and industry' },
  colour: 'industry',
  classes: [
    {
      id: 'development-zone',
      name: { zh: '经济技术开发区', en: 'Development zone' },
      layer: 'parks',
      kinds: ['development-zone'],
      symbol: { type: 'text-only', icon: 'park', colour: 'industry' },
      basis: 'standard',
    },
    {
      id: 'park',
      name: { zh: '产业园区', en: 'Industrial park' },
      layer: 'parks',
      kinds: ['park', 'industrial-park'],
      symbol: {
        type: 'marker',
        icon: 'park',
        colour: 'industry',
        sizePx: 19,
        labelPx: 12.5,
        labelColour: 'industry',
        uncertainty: 'always',
        rank: 22,
      },
      basis: 'standard',
    },
    {
      id: 'cluster',
      name: { zh: '产业集群', en: 'Industrial cluster' },
      layer: 'clusters',
      symbol: { type: 'text-only', icon: 'cluster', colour: 'industry' },
      basis: 'project',
    },
    works('power-plant', '火力发电', 'Thermal power', 'energy', ['power-plant'], 'power', 'energy'),
    works('solar', '光伏发电', 'Solar power', 'energy', ['solar'], 'solar', 'energy'),
    works(
      'pumped-storage',
      '抽水蓄能',
      'Pumped storage',
      'energy',
      ['pumped-storage'],
      'storage',
      'energy',
    ),
    works('hydropower', '水力发电', 'Hydropower', 'energy', ['hydropower'], 'hydro', 'energy'),
    works('coal-mine', '煤矿', 'Coal mine', 'mines', ['coal-mine'], 'mine', 'mine'),
  ],
};
