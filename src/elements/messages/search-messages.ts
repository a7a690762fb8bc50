import type { HitKind } from '../../contracts/search.ts';
import type { Language } from '../../contracts/theme.ts';

/** Interface words of find. */
export interface SearchMessages {
  readonly label: string;
  readonly hint: string;
  readonly results: string;
  readonly clear: string;
  readonly previous: string;
  readonly next: string;
  readonly groups: Readonly<Record<HitKind, string>>;
  /** 12 处: how often the plan says it. */
  readonly occurrences: (count: number) => string;
  readonly hits: (count: number) => string;
  readonly position: (at: number, total: number) => string;
  readonly positionIn: (at: number, total: number, title: string) => string;
  readonly showAll: (count: number) => string;
  readonly onlyFirst: (shown: number, total: number) => string;
  readonly heading: string;
  readonly target: (year: number) => string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly none: (query: string) => string;
  readonly noneHow: string;
  readonly summary: (parts: readonly string[]) => string;
  readonly keys: string;
}

const zhHans: SearchMessages = {
  label: '查找正文、要素、地点和指标',
  hint: '查找，如 藏山、szsh、G5',
  results: '查找结果',
  clear: '清除查找',
  previous: '上一处',
  next: '下一处',
  groups: { text: '正文', feature: '要素', place: '地点', indicator: '指标' },
  occurrences: (count) => `${count} 处`,
  hits: (count) => `${count} 项`,
  position: (at, total) => `${at} / ${total}`,
  positionIn: (at, total, title) => `第 ${at} 处，共 ${total} 处：${title}`,
  showAll: (count) => `显示全部 ${count} 项`,
  onlyFirst: (shown, total) => `共 ${total} 项，列出前 ${shown} 项`,
  heading: '标题',
  target: (year) => `${year} 年目标`,
  loading: '正在准备查找',
  failed: '查找未能载入，请检查网络后重试。',
  retry: '重试',
  none: (query) => `没有找到“${query}”。`,
  noneHow: '可试拼音或首字母、路线编号、英文名。',
  summary: (parts) => `找到${parts.join('，')}`,
  keys: '↑↓ 选择　回车 打开　F3 下一处',
};

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const en: SearchMessages = {
  label: 'Find in text, features, places and indicators',
  hint: 'Find: Cangshan, szsh, G5',
  results: 'Results',
  clear: 'Clear',
  previous: 'Previous occurrence',
  next: 'Next occurrence',
  groups: { text: 'Text', feature: 'Features', place: 'Places', indicator: 'Indicators' },
  occurrences: (count) => plural(count, 'match', 'matches'),
  hits: (count) => plural(count, 'result'),
  position: (at, total) => `${at} / ${total}`,
  positionIn: (at, total, title) => `${at} of ${total}: ${title}`,
  showAll: (count) => `Show all ${count}`,
  onlyFirst: (shown, total) => `First ${shown} of ${total}`,
  heading: 'Heading',
  target: (year) => `Target for ${year}`,
  loading: 'Preparing to find',
  failed: 'Find could not be loaded. Check the connection and try again.',
  retry: 'Try again',
  none: (query) => `Nothing found for “${query}”.`,
  noneHow: 'Try pinyin or its initials, a road number, or an English name.',
  summary: (parts) => `Found ${parts.join(', ')}`,
  keys: '↑↓ choose · Enter open · F3 next',
};

export const searchMessages: Readonly<Record<Language, SearchMessages>> = { 'zh-Hans': zhHans, en };
