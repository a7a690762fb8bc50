import { unitName } from '../../analysis/figure-units.ts';
import type { StatCell, StatColumn } from '../../contracts/analysis.ts';
import type { Bilingual, Language } from '../../contracts/theme.ts';
import type { StatsMessages } from '../messages/stats-messages.ts';

/** A cell as text; its unit stands in the heading. */
export function formatCell(
  cell: StatCell,
  { decimals = 0 }: StatColumn,
  words: StatsMessages,
  lang: Language,
): string {
  if (cell === null) return words.noValue;
  if (typeof cell !== 'number') return lang === 'en' ? cell.en : cell.zh;
  return cell.toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** 县域内长度（公里）; counts need no unit. */
export function nameColumn(
  { label, unit }: StatColumn,
  words: StatsMessages,
  say: (text: Bilingual) => string,
): string {
  const name = unit === undefined || unit === 'count' ? '' : say(unitName(unit));
  return name === '' ? say(label) : words.withUnit(say(label), name);
}
