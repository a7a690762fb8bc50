import { unitName } from '../../analysis/figure-units.ts';
import type { StatRow } from '../../contracts/analysis.ts';
import { formatCell, nameColumn } from './format-cell.ts';
import type { StatsContext } from './stats-context.ts';

export interface ChartBar {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  /** With its mark: `303.2 推断`. */
  readonly text: string;
  readonly isSoft: boolean;
  /** For those who do not see it. */
  readonly label: string;
}

/** The bars of a table's chart in the order of its rows; totals and rows without a number have none. */
export function listBars(context: StatsContext): readonly ChartBar[] {
  const { table, rows, words, lang, markOf } = context;
  const [nameAt, valueAt] = [table.chart.label, table.chart.value].map((id) =>
    table.columns.find((column) => column.id === id),
  );
  if (!nameAt || !valueAt) return [];
  return rows.flatMap((row: StatRow): ChartBar[] => {
    const value = row.cells[valueAt.id];
    if (row.isTotal || typeof value !== 'number') return [];
    const mark = markOf(row);
    const name = nameRow(row, context);
    const number = formatCell(value, valueAt, words, lang);
    return [
      {
        id: row.id,
        name,
        value,
        text: mark === null ? number : `${number} ${words[mark]}`,
        isSoft: mark !== null,
        label: words.bar(
          name,
          `${number} ${unitOf(context)}`.trim(),
          mark === null ? null : words[mark],
        ),
      },
    ];
  });
}

/** The name that a row goes by; areas have several figures of one name. */
export function nameRow({ cells }: StatRow, { table, say }: StatsContext): string {
  const parts = [table.chart.label, 'figure'].flatMap((id) => {
    const cell = cells[id];
    return cell && typeof cell === 'object' ? [say(cell)] : [];
  });
  return parts.join(' · ');
}

function unitOf({ table, say }: StatsContext): string {
  const column = table.columns.find(({ id }) => id === table.chart.value);
  return column?.unit === undefined || column.unit === 'count' ? '' : say(unitName(column.unit));
}

/** 各类线路长度：县域内长度（公里） */
export function nameChart({ table, words, say }: StatsContext): string {
  const column = table.columns.find(({ id }) => id === table.chart.value);
  return words.chartOf(say(table.title), column ? nameColumn(column, words, say) : '');
}
