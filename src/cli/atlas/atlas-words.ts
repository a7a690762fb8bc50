import type { Language } from '../../contracts/theme.ts';

export interface AtlasWords {
  readonly contents: string;
  readonly targets: string;
  readonly targetColumns: readonly string[];
  readonly certainty: string;
  readonly clauses: string;
  readonly sources: string;
  readonly onSheets: string;
  readonly nonSpatial: string;
  readonly nowhere: string;
  readonly promise: string;
}

export const atlasMessages: Readonly<Record<Language, AtlasWords>> = {
  'zh-Hans': {
    contents: '目录',
    targets: '主要目标',
    targetColumns: ['指标', '目标年', '目标值', '已知值', '规划原文'],
    certainty: '图面精度',
    clauses: '条文索引',
    sources: '资料来源',
    onSheets: '见：',
    nonSpatial: '非空间：',
    nowhere: '图上没有所依要素',
    promise:
      '图中每个要素都注明所依条文、来源与精度；标“推断”者为本图集的理解，非规划原文。界线仅供示意，不作为划界依据。',
  },
  en: {
    contents: 'Contents',
    targets: 'Main targets',
    targetColumns: ['Indicator', 'Year', 'Target', 'Known values', 'The plan’s words'],
    certainty: 'Certainty of the maps',
    clauses: 'Clause index',
    sources: 'Sources',
    onSheets: 'On: ',
    nonSpatial: 'Not spatial: ',
    nowhere: 'nothing on the maps rests on it',
    promise:
      'Every feature names its clauses, sources and accuracy; what is marked 推断 is this atlas’s reading, not the plan’s words. Boundaries are indicative.',
  },
};
