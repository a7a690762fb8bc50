import type { Language } from '../../contracts/theme.ts';

/** Words of a plan that takes long to come. */
interface SlowLoadMessages {
  readonly loading: (seconds: number) => string;
  readonly bar: string;
  readonly cancel: string;
}

export const slowLoadMessages: Readonly<Record<Language, SlowLoadMessages>> = {
  'zh-Hans': {
    loading: (seconds) => `规划载入中，已用 ${seconds} 秒`,
    bar: '规划载入中',
    cancel: '停止载入',
  },
  en: {
    loading: (seconds) => `Loading the plan, ${seconds} s so far`,
    bar: 'Loading the plan',
    cancel: 'Stop loading',
  },
};
