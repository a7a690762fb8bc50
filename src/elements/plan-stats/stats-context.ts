import type { StatRow, StatTable } from '../../contracts/analysis.ts';
import type { Bilingual, Language } from '../../contracts/theme.ts';
import type { StatsMessages } from '../messages/stats-messages.ts';
import type { SortOrder } from './table-order.ts';

/** What the parts of the statistics need to draw themselves. */
export interface StatsContext {
  readonly tables: readonly StatTable[];
  readonly table: StatTable;
  /** Of the table, as sorted. */
  readonly rows: readonly StatRow[];
  readonly order: SortOrder | null;
  readonly isChartOpen: boolean;
  /** File that was exported last; empty when none. */
  readonly saved: string;
  readonly words: StatsMessages;
  readonly lang: Language;
  readonly say: (text: Bilingual) => string;
  /** 推断 or 示意; null for a row that is neither. */
  readonly markOf: (row: StatRow) => 'inferred' | 'schematic' | null;
  readonly chooseTable: (id: string) => void;
  readonly sort: (column: string) => void;
  readonly toggleChart: () => void;
  readonly save: () => void;
  readonly show: (row: StatRow) => void;
}
