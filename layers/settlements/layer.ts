import type { FeatureClass, MarkerSymbol, Theme } from '../../src/contracts/theme.ts';

const seat = (
  id: string,
  zh: string,
  en: string,
  kind: string,
  symbol: Pick<MarkerSymbol, 'icon' | 'sizePx' | 'labelPx' | 'rank'> & Partial<MarkerSymbol>,
): FeatureClass => ({
  id,
  name: { zh, en },
  layer: 'seats',
  kinds: [kind],
  symbol: { type: 'marker', colour: 'seat', labelColour: 'ink', uncertainty: 'focus', ...symbol },
  basis: 'project',
});

/** Three ranks of seats (县城, 镇, 乡), villages, and towns outside the county for orientation. */
export const settlements: Theme = {
  id: 'settlements',
  name: { zh: '城镇', en: 'Settlements' },
  colour: 'seat',
  classes: [
    seat('county-seat', '县城', 'County seat', 'county-seat', {
      icon: 'county-seat',
      sizePx: 18,
      labelPx: 18,
      labelFont: 'bold',
      rank: 0,
    }),
    seat('town-seat', '镇', 'Town', 'town-seat', {
      icon: 'town-seat',
      sizePx: 13,
      labelPx: 13.5,
      labelFont: 'bold',
      rank: 10,
    }),
    seat('township-seat', '乡', 'Township', 'township-seat', {
      icon: 'township-seat',
      sizePx: 11,
      labelPx: 13,
      rank: 12,
    }),
    {
      id: 'village',
      name: { zh: '村', en: 'Village' },
      layer: 'villages',
      symbol: {
        type: 'marker',
        icon: 'dot',
        colour: 'village',
        labelColour: 'ink-soft',
        sizePx: 6,
        labelPx: 11.5,
        uncertainty: 'focus',
        minZoom: 10,
        labelMinZoom: 10,
        rank: 80,
      },
      basis: 'project',
    },
    {
      id: 'context-place',
      name: { zh: '县外地名', en: 'Places outside the county' },
      layer: 'context',
      symbol: {
        type: 'marker',
        icon: 'dot',
        colour: 'context',
        labelColour: 'context',
        sizePx: 6,
        labelPx: 11.5,
        uncertainty: 'focus',
        rank: 90,
      },
      basis: 'project',
    },
  ],
};
