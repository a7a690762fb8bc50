/** The five industrial clusters: cards that list the features which carry them. */
import type { PlanFeature } from '../../src/contracts/bundle.ts';
import { defines, names, reads } from './cite.ts';
import { fact } from './create-fact.ts';
import { createFeature, INFERRED_LABEL, type FeatureRow } from './create-feature.ts';

const CLUSTER_NOTE = {
  note: '没有单一位置：见所列要素。哪些要素承载这一集群，是推断，非规划原文。',
  noteEn:
    'No place of its own: see the features listed. Which features carry the cluster is our own reading.',
};

type ClusterRow = Pick<
  FeatureRow,
  'id' | 'name' | 'nameEn' | 'members' | 'planRefs' | 'attributes' | 'note' | 'noteEn'
> & {
  readonly sources?: readonly string[];
};

const CLUSTERS: readonly ClusterRow[] = [
  {
    id: 'cluster-energy',
    name: '清洁能源产业集群',
    nameEn: 'Clean Energy Cluster',
    members: [
      'yuxian-solar',
      'shangshe-pumped-storage',
      'yanjiazhuang-hydropower',
      'wangjiazhuang-hydropower',
    ],
    planRefs: [defines('cleanEnergy'), names('fiveClusters'), names('newEnergy')],
    sources: ['bai5t2-profile', 'chinapower-jinyang', 'biz8848-wind'],
    attributes: [
      fact(
        '装机',
        'Capacity',
        '各类电力 400 万千瓦以上，其中风、光、气近 140 万千瓦（约2023年）',
        'over 4 GW of all kinds, of which wind, PV and gas near 1.4 GW (about 2023)',
        'bai5t2-profile',
      ),
      fact(
        '未定位',
        'Not located',
        '盂县晋阳 100 兆瓦光伏（采煤沉陷区，年发电 1.28 亿千瓦时）',
        'Jinyang 100 MW photovoltaics on subsided mine land, 128 GWh a year',
        'chinapower-jinyang',
      ),
      fact(
        '未定位',
        'Not located',
        '中广核盂县二期 48 兆瓦风电（2014年在建）',
        'CGN Yuxian phase II, 48 MW wind, under construction in 2014',
        'biz8848-wind',
      ),
    ],
  },
  {
    id: 'cluster-materials',
    name: '绿色建材产业集群',
    nameEn: 'Green Building Materials Cluster',
    members: ['park-nanlou', 'park-xiyan'],
    planRefs: [defines('greenMaterials'), names('fiveClusters'), reads('prefabMaterials')],
    sources: ['zhang-refractories'],
    attributes: [
      fact(
        '耐火产业',
        'Refractories',
        '39 家企业，产能 311.6 万吨；2022年产量 63.9 万吨、产值 10 亿元',
        '39 firms, 3.116 Mt capacity; 0.639 Mt and CNY 1 billion in 2022',
        'zhang-refractories',
      ),
    ],
  },
  {
    id: 'cluster-aviation',
    name: '通用航空产业集群',
    nameEn: 'General Aviation Cluster',
    members: ['airport'],
    planRefs: [defines('aviation'), names('fiveClusters'), names('aviationIndustry')],
  },
  {
    id: 'cluster-wellness',
    name: '文旅康养产业集群',
    nameEn: 'Culture, Tourism and Wellness Cluster',
    members: [
      'zone-cangshan',
      'zone-hutuo',
      'zone-seat',
      'zone-longhuahe',
      'dachuan-spring',
      'longhuahe',
    ],
    planRefs: [
      defines('tourismWellness'),
      names('fiveClusters'),
      names('wellnessTrades'),
      names('strongTourism'),
    ],
  },
  {
    id: 'cluster-farming',
    name: '特色农业产业集群',
    nameEn: 'Specialty Agriculture Cluster',
    members: [],
    planRefs: [
      defines('specialtyFarming'),
      names('fiveClusters'),
      names('farmBase'),
      names('dryFarming'),
      names('herbs'),
      reads('strongFarming'),
      reads('farmVisits'),
      reads('ruralRevival'),
    ],
    sources: ['chaxiaohao-sweet-potato', 'baike-yuxian'],
    attributes: [
      fact(
        '地理标志',
        'Geographical indication',
        '仙人红薯（资料单薄）',
        'Xianren sweet potato (weak source)',
        'chaxiaohao-sweet-potato',
      ),
      fact(
        '称号',
        'Title',
        '全国休闲农业重点县（2022年）',
        'national key county for leisure agriculture, 2022',
        'baike-yuxian',
      ),
    ],
    note: '没有可定位的基地资料，只见于文字。',
    noteEn: 'No base could be located; known from text only.',
  },
];

export const createClusters = (): PlanFeature[] =>
  CLUSTERS.map(({ sources = [], note, noteEn, ...row }) =>
    createFeature('clusters', {
      kind: 'cluster',
      status: 'planned',
      ...row,
      sources: ['own-reading', 'outline', ...sources],
      accuracy: {
        class: 'unknown',
        label: INFERRED_LABEL,
        method: '按所列要素归并，无单一位置',
        methodEn: 'a grouping of the features listed, no place of its own',
        ...CLUSTER_NOTE,
      },
      note,
      noteEn,
      geometry: null,
    }),
  );
