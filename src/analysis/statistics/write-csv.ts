import type { StatCell, StatColumn, StatTable } from '../../contracts/analysis.ts';
import type { Language } from '../../contracts/theme.ts';
import { unitName } from '../figure-units.ts';

/** Tells Excel that the file is UTF-8; without it, Chinese is garbled. */
export const BOM = '\uFEFF';
/** What makes a spreadsheet read a cell as a formula, also behind spaces and in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A table as CSV that Excel opens with right Chinese: BOM, CRLF, quoted where needed, formulas made harmless. */
export function writeCsv(table: StatTable, lang: Language): string {
  const rows = [
    table.columns.map((column) => nameColumn(column, lang)),
    ...table.rows.map(({ cells }) =>
      table.columns.map(({ id, decimals }) => writeCell(cells[id] ?? null, decimals, lang)),
    ),
  ];
  return BOM + rows.map((row) => row.map(escapeCell).join(',') + '\r\n').join('');
}

/** Column heading with its unit: 县域内长度（公里）. */
function nameColumn({ label, unit }: StatColumn, lang: Language): string {
  const key = lang === 'en' ? 'en' : 'zh';
  const name = unit === undefined || unit === 'count' ? '' : unitName(unit)[key];
  if (name === '') return label[key];
  return lang === 'en' ? `${label.en} (${name})` : `${label.zh}（${name}）`;
}

/** Numbers keep their sign and need no escape. */
function writeCell(cell: StatCell, decimals: number | undefined, lang: Language): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number(cell.toFixed(decimals ?? 6));
  return lang === 'en' ? cell.en : cell.zh;
}

/** A cell of a CSV: a text that would be read as a formula gets an apostrophe; a number stays one, negative or not. */
export function escapeCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
