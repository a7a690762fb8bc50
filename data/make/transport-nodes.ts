/** Stations and interchanges. */
import { names, reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createPoint, type PointRow } from './create-feature.ts';
import type { Facts } from './read-facts.ts';

const NODE_REFS = [names('network'), names('roadAndRail')] as const;

const NODES: readonly PointRow[] = [
  {
    id: 'yangquanbei',
    kind: 'high-speed-station',
    place: '阳泉北站',
    nameEn: 'Yangquan North Station',
    planRefs: [...NODE_REFS, reads('smartTransport'), reads('capitalRegion')],
    sources: ['pediainside-yangquanbei', 'bai5t2-profile'],
    attributes: [
      fact(
        '线路',
        'Lines',
        '石太客运专线，阳大铁路',
        'Shijiazhuang–Taiyuan High-speed Railway, Yangda Railway',
        'pediainside-yangquanbei',
      ),
      fact(
        '位置',
        'Where',
        '孙家庄镇大吉、西吉村间，距县城 4 公里',
        'between Daji and Xiji in Sunjiazhuang, 4 km from the county seat',
        'pediainside-yangquanbei',
      ),
      fact(
        '通达',
        'Reach',
        '与 24 个省会城市有直达列车，到太原、石家庄约半小时（约2023年）',
        'direct trains to 24 provincial capitals; half an hour to Taiyuan and Shijiazhuang (about 2023)',
        'bai5t2-profile',
      ),
    ],
  },
  {
    id: 'diliudeng',
    kind: 'railway-station',
    place: '滴流磴站',
    nameEn: 'Diliudeng Station',
    planRefs: [...NODE_REFS, reads('bulkGoods')],
    note: '朔黄铁路。资料所说的县内货运站是否为此站，未能证实。',
    noteEn:
      'On the Shuohuang Railway. Whether this is the freight station of the county profile is not confirmed.',
  },
  {
    id: 'yuxian-nan',
    kind: 'interchange',
    place: '盂县南互通',
    nameEn: 'Yuxian South Interchange',
    planRefs: NODE_REFS,
    sources: ['scol-detour'],
    note: '京昆高速（G5）。',
    noteEn: 'On the Jingkun Expressway (G5).',
  },
  {
    id: 'yuxian-dong',
    kind: 'interchange',
    place: '盂县东互通',
    nameEn: 'Yuxian East Interchange',
    planRefs: NODE_REFS,
    sources: ['scol-detour', 'own-reading'],
    note: '天黎高速（S45）牛村段；由2010年与2024年两处资料推定。',
    noteEn: 'On S45 at Niucun, read from texts of 2010 and 2024.',
  },
  {
    id: 'zhangzhao',
    kind: 'interchange',
    place: '章召枢纽',
    nameEn: 'Zhangzhao Interchange',
    planRefs: NODE_REFS,
    sources: ['jctrans-yangwu'],
    note: '天黎高速（S45）与京昆高速（G5）相交处，紧邻县界外侧。',
    noteEn: 'Where S45 meets G5, just outside the county.',
  },
  {
    id: 'shangshe-toll',
    kind: 'interchange',
    place: '上社互通',
    nameEn: 'Shangshe Interchange',
    planRefs: NODE_REFS,
    sources: ['jctrans-yangwu'],
    note: '天黎高速（S45）收费站，有名无坐标。',
    noteEn: 'A toll gate of S45, named without coordinates.',
  },
  {
    id: 'liangjiazhai-toll',
    kind: 'interchange',
    place: '梁家寨互通',
    nameEn: 'Liangjiazhai Interchange',
    planRefs: NODE_REFS,
    sources: ['jctrans-yangwu'],
    note: '天黎高速（S45）收费站，有名无坐标。',
    noteEn: 'A toll gate of S45, named without coordinates.',
  },
];

export const createNodes = (facts: Facts) => NODES.map((row) => createPoint(facts, 'nodes', row));
