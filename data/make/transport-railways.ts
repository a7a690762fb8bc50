/** Railways: what `alignments.geojson` does not say about them. */
import { names, reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createLine, type LineRow } from './create-line.ts';
import type { Facts } from './read-facts.ts';

const RAIL_REFS = [names('network'), names('roadAndRail')] as const;

const RAILWAYS: readonly LineRow[] = [
  {
    id: 'shitai-psl',
    kind: 'high-speed-rail',
    name: '石太客运专线',
    nameEn: 'Shijiazhuang–Taiyuan High-speed Railway',
    aka: ['石太客专', '石太高铁'],
    planRefs: [...RAIL_REFS, reads('capitalRegion')],
    sources: ['railway-map', 'pediainside-yangquanbei', 'tupiankp-xianren'],
    attributes: [
      fact('开通', 'Opened', '2009年4月1日', '1 April 2009', 'pediainside-yangquanbei'),
      fact(
        '隧道',
        'Tunnel',
        '太行山隧道从仙人乡地下通过',
        'the Taihangshan Tunnel passes under Xianren',
        'tupiankp-xianren',
      ),
    ],
  },
  {
    id: 'shuohuang',
    kind: 'railway',
    name: '朔黄铁路',
    nameEn: 'Shuohuang Railway',
    planRefs: [...RAIL_REFS, reads('bulkGoods')],
    sources: ['railway-map', 'bai5t2-profile'],
    attributes: [
      fact(
        '县内车站',
        'In the county',
        '县境北部设有货运站，站名未见',
        'a freight station in the north, name not shown',
        'bai5t2-profile',
      ),
    ],
    note: '东经 113.325° 以西的线位未取得。',
    noteEn: 'West of 113.325° E the line was not obtained.',
  },
  {
    id: 'yangda',
    kind: 'railway',
    name: '阳大铁路（阳泉北—阳泉东）',
    nameEn: 'Yangda Railway (Yangquan North–Yangquan East)',
    planRefs: [...RAIL_REFS, reads('yangquanOne')],
    sources: ['twwiki-yangda', 'chinadaily-yangda'],
    measure: {
      lengthStated: {
        value: 79.07,
        unit: 'km',
        stated: true,
        label: '全线长度',
        labelEn: 'Whole line',
      },
    },
    attributes: [
      fact(
        '标准',
        'Standard',
        '国铁 I 级，单线，120 公里/小时',
        'national class I, single track, 120 km/h',
        'twwiki-yangda',
      ),
      fact('开通', 'Opened', '2020年9月24日', '24 September 2020', 'twwiki-yangda'),
      fact(
        '车站',
        'Stations',
        '阳泉北站、盂县东（预留）、河底',
        'Yangquan North, Yuxian East (reserved), Hedi',
        'chinadaily-yangda',
      ),
    ],
    note: '线位未取得，不上图。',
    noteEn: 'Its line was not obtained, so it is not drawn.',
  },
];

export const createRailways = (facts: Facts) =>
  RAILWAYS.map((row) => createLine(facts, 'railways', row));
