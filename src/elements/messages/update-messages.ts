import type { Language } from '../../contracts/theme.ts';

/** Interface words of `<plan-update>`. */
export interface UpdateMessages {
  readonly offline: string;
  readonly update: string;
  readonly draft: (title: string) => string;
  readonly goOn: string;
  readonly reload: string;
  readonly later: string;
  readonly unsaved: string;
  readonly reloadAnyway: string;
}

export const updateMessages: Readonly<Record<Language, UpdateMessages>> = {
  'zh-Hans': {
    offline: '可离线使用',
    update: '新版本已就绪',
    draft: (title) => `本机有未完成的编制：${title}`,
    goOn: '继续编制',
    reload: '重新载入',
    later: '以后再说',
    unsaved: '有内容尚未保存，重新载入会丢失。',
    reloadAnyway: '仍然重新载入',
  },
  en: {
    offline: 'Ready offline',
    update: 'A new version is ready',
    draft: (title) => `Unfinished work on this machine: ${title}`,
    goOn: 'Go on editing',
    reload: 'Reload',
    later: 'Later',
    unsaved: 'Some work is not saved; reloading loses it.',
    reloadAnyway: 'Reload anyway',
  },
};
