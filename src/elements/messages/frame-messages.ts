import type { Slice } from '../../contracts/embed.ts';
import type { Language } from '../../contracts/theme.ts';

/** Words of a page that is shown in the frame of another. */
export interface FrameMessages {
  /** What the slice is, for the page's title. */
  readonly slice: Readonly<Record<Slice, string>>;
}

export const frameMessages: Readonly<Record<Language, FrameMessages>> = {
  'zh-Hans': {
    slice: { atlas: '规划图集', figure: '规划附图', quote: '规划原文' },
  },
  en: {
    slice: { atlas: 'Plan atlas', figure: 'Figure of the plan', quote: 'Words of the plan' },
  },
};
