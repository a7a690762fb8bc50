import type { Language } from '../../contracts/theme.ts';

/** Words of the bar that come with its code, after the text. */
interface BarMessages {
  /** Why the switches of the stages rest. */
  readonly lensOff: string;
}

export const barMessages: Readonly<Record<Language, BarMessages>> = {
  'zh-Hans': { lensOff: '正在对比规划前后：两侧各显示哪些阶段，在地图两角选择' },
  en: {
    lensOff: 'Stages are being compared: choose each side’s stages at the corners of the maps',
  },
};
