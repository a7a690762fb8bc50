import type { Language } from '../../contracts/theme.ts';

/** Interface words of `<plan-quote>` alone. */
export interface QuoteMessages {
  readonly show: string;
  readonly hide: string;
  readonly features: (count: number) => string;
  readonly nonSpatial: string;
  readonly dashed: string;
  /** What a linked phrase leads to. */
  readonly phraseLinks: (count: number) => string;
}

const zhHans: QuoteMessages = {
  show: '在地图上看',
  hide: '收起地图',
  features: (count) => `关联 ${count} 个要素`,
  nonSpatial: '非空间',
  dashed: '虚线：本图解读，非规划原文',
  phraseLinks: (count) => `链接 ${count} 个要素`,
};

const en: QuoteMessages = {
  show: 'Show on the map',
  hide: 'Hide the map',
  features: (count) => `${count} ${count === 1 ? 'feature' : 'features'}`,
  nonSpatial: 'Non-spatial',
  dashed: 'Dashed: our reading, not in the plan',
  phraseLinks: (count) => `Links to ${count} ${count === 1 ? 'feature' : 'features'}`,
};

export const quoteMessages: Readonly<Record<Language, QuoteMessages>> = { 'zh-Hans': zhHans, en };
