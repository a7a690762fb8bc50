import type { BaseReport } from '../../contracts/base-map.ts';
import type { Language } from '../../contracts/theme.ts';

/** Words of a layer's tiles, 细部. */
export interface TileMessages {
  readonly status: Readonly<Record<BaseReport['status'], string>>;
  readonly offered: (host: string) => string;
  readonly from: (host: string) => string;
  readonly load: string;
  readonly stop: string;
  readonly retry: string;
  readonly remedy: string;
}

export const tileMessages: Readonly<Record<Language, TileMessages>> = {
  'zh-Hans': {
    status: {
      opening: '正在载入细部',
      shown: '细部已载入',
      partial: '部分细部缺失',
      failing: '细部未能载入，图上为概略图形',
    },
    offered: (host) => `细部在 ${host} 上，联网后才能载入；对方会得知所看的范围。`,
    from: (host) => `来自 ${host}`,
    load: '联网载入细部',
    stop: '停用',
    retry: '重试',
    remedy: '怎么办：',
  },
  en: {
    status: {
      opening: 'Loading detail',
      shown: 'Detail loaded',
      partial: 'Some detail is missing',
      failing: 'Detail not loaded; the map shows the general shape',
    },
    offered: (host) =>
      `Detail is on ${host} and needs a network; that host learns which part is looked at.`,
    from: (host) => `from ${host}`,
    load: 'Load detail from the network',
    stop: 'Stop',
    retry: 'Try again',
    remedy: 'What to do: ',
  },
};
