import type { StatRow, StatTable } from '../../contracts/analysis.ts';
import type { Bilingual, Language } from '../../contracts/theme.ts';

export interface SortOrder {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** Numbers begin with the greatest, names with the first; a third click restores the plan's own order. */
export function nextOrder(
  order: SortOrder | null,
  column: string,
  isNumber: boolean,
): SortOrder | null {
  const first = isNumber ? 'descending' : 'ascending';
  const second = isNumber ? 'ascending' : 'descending';
  if (order?.column !== column) return { column, direction: first };
  return order.direction === first ? { column, direction: second } : null;
}

/** Rows in the asked order; totals and rows without a value come last. */
export function sortRows(
  { rows }: StatTable,
  order: SortOrder | null,
  lang: Language,
): readonly StatRow[] {
  if (!order) return rows;
  const { column, direction } = order;
  const sign = direction === 'ascending' ? 1 : -1;
  const read = (row: StatRow): string | number | null => {
    const cell = row.cells[column] ?? null;
    return cell === null || typeof cell === 'number' ? cell : sayIn(cell, lang);
  };
  return rows.toSorted((a, b) => {
    const late = Number(a.isTotal ?? false) - Number(b.isTotal ?? false);
    if (late !== 0) return late;
    const [left, right] = [read(a), read(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return typeof left === 'number' && typeof right === 'number'
      ? sign * (left - right)
      : sign * String(left).localeCompare(String(right), lang === 'en' ? 'en' : 'zh-CN');
  });
}

const sayIn = (text: Bilingual, lang: Language): string => (lang === 'en' ? text.en : text.zh);
