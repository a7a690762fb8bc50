import type { ClassSymbol, FeatureClass, Theme } from '../../src/contracts/theme.ts';

const row = (
  id: string,
  zh: string,
  en: string,
  layer: string,
  kinds: readonly string[],
  symbol: ClassSymbol,
): FeatureClass => ({ id, name: { zh, en }, layer, kinds, symbol, basis: 'project' });

/** 综合交通：四纵四横、外环内网. Widths in pixels at county scale; the scene widens them with zoom. */
export const transport: Theme = {
  id: 'transport',
  name: { zh: '综合交通 · 四纵四横、外环内网', en: 'Transport network' },
  colour: 'expressway-casing',
  classes: [
    row('corridor-zong', '四纵走廊', 'Four north–south corridors', 'corridors', ['zong'], {
      type: 'band',
      colour: 'corridor',
      widthPx: 15,
    }),
    row('corridor-heng', '四横走廊', 'Four east–west corridors', 'corridors', ['heng'], {
      type: 'band',
      colour: 'corridor-heng',
      widthPx: 15,
    }),
    row('inner-link', '内网', 'Inner network', 'links', ['link'], {
      type: 'line',
      colour: 'link',
      widthPx: 1.3,
    }),
    row('outer-ring', '外环', 'Outer ring', 'ring', ['ring', 'ring-road'], {
      type: 'line',
      colour: 'ring',
      widthPx: 2.2,
      name: true,
    }),
    row('local-road', '其他公路', 'Other roads', 'roads', ['county-road', 'passage'], {
      type: 'road',
      colour: 'local',
      casing: 'local-casing',
      widthPx: 1.5,
    }),
    row('tourism-road', '旅游公路', 'Tourism road', 'roads', ['tourism-road'], {
      type: 'road',
      colour: 'tourism',
      casing: 'tourism-casing',
      widthPx: 1.5,
    }),
    row(
      'trunk-road',
      '干线与连接线',
      'Main and link roads',
      'roads',
      ['trunk-road', 'primary-road'],
      {
        type: 'road',
        colour: 'trunk',
        casing: 'trunk-casing',
        widthPx: 1.6,
      },
    ),
    row('provincial-road', '省道', 'Provincial road', 'roads', ['provincial-road'], {
      type: 'road',
      colour: 'provincial',
      casing: 'provincial-casing',
      widthPx: 2,
      shield: 'provincial',
    }),
    row('national-road', '国道', 'National road', 'roads', ['national-road'], {
      type: 'road',
      colour: 'national',
      casing: 'national-casing',
      widthPx: 2.3,
      shield: 'national',
    }),
    row('expressway', '高速公路', 'Expressway', 'roads', ['motorway'], {
      type: 'road',
      colour: 'expressway',
      casing: 'expressway-casing',
      widthPx: 3.2,
      shield: 'national-expressway',
    }),
    row('railway', '普通铁路', 'Railway', 'railways', ['railway'], {
      type: 'rail',
      colour: 'rail',
      gap: 'gap',
      widthPx: 2.2,
      name: true,
    }),
    row('high-speed-rail', '高速铁路', 'High-speed railway', 'railways', ['high-speed-rail'], {
      type: 'rail',
      colour: 'high-speed',
      gap: 'gap',
      widthPx: 2.8,
      name: true,
    }),
    row(
      'station',
      '火车站',
      'Railway station',
      'nodes',
      ['high-speed-station', 'railway-station'],
      {
        type: 'marker',
        icon: 'station',
        colour: 'station',
        sizePx: 18,
        labelPx: 12.5,
        labelColour: 'station',
        uncertainty: 'focus',
        rank: 20,
      },
    ),
    row('interchange', '互通、枢纽', 'Interchange', 'nodes', ['interchange'], {
      type: 'marker',
      icon: 'interchange',
      colour: 'interchange',
      sizePx: 12,
      labelPx: 11.5,
      labelColour: 'interchange',
      uncertainty: 'focus',
      minZoom: 9,
      labelMinZoom: 10,
      rank: 50,
    }),
  ],
};
