import type { Language } from '../../contracts/theme.ts';

/** Interface words that `<plan-figure>` and `<plan-quote>` share. */
export interface SliceMessages {
  readonly loading: string;
  readonly empty: string;
  readonly failed: string;
  readonly retry: string;
  readonly remedy: string;
  readonly open: string;
  readonly openAt: (name: string) => string;
  readonly mapLoading: string;
  readonly mapFailed: string;
  /** Of a phrase or quotation that the plan does not name the thing with. */
  readonly reading: string;
  readonly inferred: string;
  readonly separator: string;
  readonly colon: string;
  readonly original: string;
}

const zhHans: SliceMessages = {
  loading: '正在载入规划',
  empty: '没有指定规划：请设 src 或 bundle。',
  failed: '规划没有载入',
  retry: '重试',
  remedy: '怎么办：',
  open: '打开图集',
  openAt: (name) => `打开图集：${name}`,
  mapLoading: '正在载入地图',
  mapFailed: '地图没有载入',
  reading: '本图解读，非规划原文',
  inferred: '推断，非规划原文',
  separator: '、',
  colon: '：',
  original: '规划中文原文',
};

const en: SliceMessages = {
  loading: 'Loading the plan',
  empty: 'No plan given: set src or bundle.',
  failed: 'The plan could not be loaded',
  retry: 'Try again',
  remedy: 'What to do: ',
  open: 'Open the atlas',
  openAt: (name) => `Open the atlas: ${name}`,
  mapLoading: 'Loading the map',
  mapFailed: 'The map could not be loaded',
  reading: 'Our reading, not in the plan',
  inferred: 'Inferred, not in the plan',
  separator: ', ',
  colon: ': ',
  original: 'The plan’s words in the original Chinese',
};

export const sliceMessages: Readonly<Record<Language, SliceMessages>> = { 'zh-Hans': zhHans, en };
