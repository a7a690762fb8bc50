import type { Language } from '../../contracts/theme.ts';

/** Words of `<plan-lens>`; they come with the first lens. Its sentences are made of the plan's figures. */
export interface LensMessages {
  /** Shows sentences whole that are cut. */
  readonly more: string;
  readonly less: string;
}

const zhHans: LensMessages = { more: '全文', less: '收起' };

const en: LensMessages = { more: 'All of it', less: 'Less' };

export const lensMessages: Readonly<Record<Language, LensMessages>> = { 'zh-Hans': zhHans, en };
