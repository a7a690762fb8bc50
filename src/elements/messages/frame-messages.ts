import type { Slice } from '../../contracts/embed.ts';
import type { Language } from '../../contracts/theme.ts';

/** Words of a page that is shown in the frame of another. */
export interface FrameMessages {
  /** What the slice is, for the page's title. */
  readonly slice: Readonly<Record<Slice, string>>;
  /** In place of the map, where the page's policy lets it start no worker. */
  readonly noWorker: string;
}

export const frameMessages: Readonly<Record<Language, FrameMessages>> = {
  'zh-Hans': {
    slice: { atlas: '规划图集', figure: '规划附图', quote: '规划原文' },
    noWorker:
      '这个框架的安全策略不许地图启动后台线程（worker-src），所以没有地图。正文、列表和卡片照常可用。',
  },
  en: {
    slice: { atlas: 'Plan atlas', figure: 'Figure of the plan', quote: 'Words of the plan' },
    noWorker:
      'The policy of this frame lets the map start no worker (worker-src), so there is no map. Text, list and card work as usual.',
  },
};
