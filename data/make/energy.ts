/** Power plants of all kinds, and coal mines as context. */
import { limits, reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createFeature, createPoint, type PointRow } from './create-feature.ts';
import type { PlanFeature } from '../../src/contracts/bundle.ts';
import type { Facts } from './read-facts.ts';

const CLEAN = [reads('newEnergy'), reads('cleanEnergy'), limits('carbon')] as const;

const ENERGY: readonly PointRow[] = [
  {
    id: 'yuguang-power',
    kind: 'power-plant',
    place: '裕光电厂 (盂县电厂 2x1000MW)',
    name: '裕光电厂（盂县电厂）',
    nameEn: 'Yuguang Power Plant (Yuxian Power Plant)',
    planRefs: [reads('coalPower'), reads('energyUse'), limits('highEmission')],
    attributes: [fact('装机', 'Capacity', '2×1,000 兆瓦', '2 × 1,000 MW', 'gem')],
    note: '规划未点名；按“煤电一体化”关联。',
    noteEn: 'Not named in the plan; linked to its clause on coal and power together.',
  },
  {
    id: 'yuxian-solar',
    kind: 'solar',
    place: '盂县光伏 100MW (Yuxian SX)',
    name: '盂县光伏（牛村一带）',
    nameEn: 'Yuxian Photovoltaic Station (about Niucun)',
    planRefs: CLEAN,
    sources: ['xinhua-niucun'],
    attributes: [
      fact('装机', 'Capacity', '100 兆瓦', '100 MW', 'wri-gppd'),
      fact(
        '牛村光伏',
        'Photovoltaics at Niucun',
        '3,500 亩以上（领跑者基地，2017年）',
        'over 3,500 mu (Front Runner base, 2017)',
        'xinhua-niucun',
      ),
    ],
  },
  {
    id: 'shangshe-pumped-storage',
    kind: 'pumped-storage',
    place: '上社抽水蓄能电站',
    nameEn: 'Shangshe Pumped Storage Power Station',
    status: 'under-construction',
    planRefs: [...CLEAN, reads('energyUse')],
    sources: ['gyzzzx-2024'],
    phase: { label: '2023年核准并开工', from: 2023 },
    measure: {
      investment: {
        value: 92.5,
        unit: 'CNY1e8',
        stated: true,
        label: '总投资',
        labelEn: 'Investment',
      },
    },
    attributes: [
      fact('装机', 'Capacity', '140 万千瓦', '1.4 GW', 'gyzzzx-2024'),
      fact('年发电量', 'Output', '28.1 亿千瓦时', '2.81 TWh a year', 'gyzzzx-2024'),
    ],
    accuracyNote: { note: 'GEM 标注为大致位置', noteEn: 'marked as approximate by GEM' },
  },
  {
    id: 'yanjiazhuang-hydropower',
    kind: 'hydropower',
    place: '闫家庄水电站',
    nameEn: 'Yanjiazhuang Hydropower Station',
    planRefs: CLEAN,
    note: '滹沱河上。',
    noteEn: 'On the Hutuo.',
  },
  {
    id: 'wangjiazhuang-hydropower',
    kind: 'hydropower',
    place: '王家庄水电站',
    nameEn: 'Wangjiazhuang Hydropower Station',
    planRefs: CLEAN,
    note: '滹沱河上。汉字由罗马字 Wangjiazhuang 推定，与北下庄乡王家庄村无关。',
    noteEn:
      'On the Hutuo. The characters are read from the romanised name; not the village of that name in Beixiazhuang.',
  },
];

export const createEnergy = (facts: Facts) =>
  ENERGY.map((row) => createPoint(facts, 'energy', row));

/** [id, name in places.csv, English, note, note in English, displayed name] */
const MINES: readonly (readonly [string, string, string, string?, string?, string?])[] = [
  ['lujiacun', '路家村煤矿', 'Lujiacun', '路家村镇。', 'In Lujiacun.'],
  [
    'yuejin',
    '跃进煤矿',
    'Yuejin',
    '汉字由罗马字推定。',
    'The characters are read from the romanised name.',
  ],
  [
    'dongping',
    '东坪煤矿',
    'Dongping',
    '孙家庄镇东坪村；另一矿的登记点位几乎相同，其一或为误抄。',
    'Dongping village, Sunjiazhuang; another mine has almost the same point, one may be copied.',
  ],
  ['shidian', '石店煤矿', 'Shidian', '孙家庄镇石店村。', 'Shidian village, Sunjiazhuang.'],
  ['daxian', '大贤煤矿', 'Daxian', '南娄镇大贤村。', 'Daxian village, Nanlou.'],
  ['xiunan', '秀南煤矿 (Nanlou)', 'Xiunan', '南娄集团。', 'Nanlou Group.', '秀南煤矿'],
  [
    'shangshe',
    '上社煤矿',
    'Shangshe (Nanlou)',
    '在南娄镇北、南上社村，不是上社镇。',
    'At the two Shangshe villages of Nanlou, not in Shangshe Town.',
  ],
  [
    'shangshe-erjing',
    '上社二景煤矿',
    'Shangshe Erjing',
    '南娄镇一侧，不是上社镇。',
    'On the Nanlou side, not in Shangshe Town.',
  ],
  [
    'huanghou',
    '恒泰皇后煤矿',
    'Hengtai Huanghou',
    '路家村镇皇后村。',
    'Huanghou village, Lujiacun.',
  ],
  ['changshun', '恒泰昌顺煤矿', 'Hengtai Changshun'],
  ['chentong', '辰通煤矿', 'Chentong'],
  [
    'yuquan',
    '玉泉煤矿 (proposed)',
    'Yuquan',
    'GEM 登记为拟建。',
    'Listed as proposed by GEM.',
    '玉泉煤矿',
  ],
  [
    'xingyu',
    '兴峪煤矿',
    'Xingyu',
    '汉字由罗马字推定。',
    'The characters are read from the romanised name.',
  ],
];

const MINE_REFS = [reads('coalMining')] as const;

export function createMines(facts: Facts): PlanFeature[] {
  const located = MINES.map(([id, place, nameEn, note, noteEn, name = place]) =>
    createPoint(facts, 'mines', {
      ...{ place, name, note, noteEn },
      id: `mine-${id}`,
      kind: 'coal-mine',
      nameEn: `${nameEn} Coal Mine`,
      status: id === 'yuquan' ? 'proposed' : 'existing',
      planRefs: MINE_REFS,
    }),
  );
  const kunning = createFeature('mines', {
    id: 'mine-kunning',
    kind: 'coal-mine',
    name: '坤宁煤业',
    nameEn: 'Kunning Coal Mine',
    status: 'under-construction',
    planRefs: MINE_REFS,
    sources: ['tjj-2025q1'],
    accuracy: {
      class: 'unknown',
      method: '只见于文字，无坐标',
      methodEn: 'named in text only, no coordinates',
    },
    attributes: [
      fact(
        '规模',
        'Size',
        '120 万吨/年矿井，在建（2025年一季度）',
        '1.2 Mt a year, under construction in the first quarter of 2025',
        'tjj-2025q1',
      ),
    ],
    geometry: null,
  });
  return [...located, kunning];
}
