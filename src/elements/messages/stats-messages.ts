import type { Language } from '../../contracts/theme.ts';

/** Words of `<plan-stats>`; they come with the tool. */
export interface StatsMessages {
  readonly label: string;
  readonly empty: string;
  readonly none: string;
  readonly busy: string;
  readonly failed: (reason: string) => string;
  readonly table: string;
  readonly csv: string;
  readonly csvOf: (title: string) => string;
  readonly chart: string;
  readonly chartOf: (title: string, column: string) => string;
  readonly chartKeys: string;
  readonly chartFailed: string;
  readonly noNumbers: string;
  readonly tableRegion: (title: string) => string;
  readonly withUnit: (label: string, unit: string) => string;
  readonly noValue: string;
  readonly inferred: string;
  readonly schematic: string;
  readonly showOnMap: (name: string, count: number) => string;
  readonly bar: (name: string, value: string, mark: string | null) => string;
  readonly softNote: string;
  readonly saved: (file: string) => string;
}

const zhHans: StatsMessages = {
  label: '统计',
  empty: '还没有载入规划。',
  none: '规划中没有可统计的内容。',
  busy: '正在统计…',
  failed: (reason) => `统计没有完成：${reason}。请检查规划包的数据。`,
  table: '统计表',
  csv: '导出 CSV',
  csvOf: (title) => `导出“${title}”为 CSV`,
  chart: '图表',
  chartOf: (title, column) => `${title}：${column}`,
  chartKeys: '上下键移动，回车在图上显示',
  chartFailed: '图表没有载入，表中的数字不受影响。',
  noNumbers: '此表没有可画的数字。',
  tableRegion: (title) => `${title}，可左右滚动`,
  withUnit: (label, unit) => `${label}（${unit}）`,
  noValue: '—',
  inferred: '推断',
  schematic: '示意',
  showOnMap: (name, count) => `在图上显示“${name}”：${count} 个要素`,
  bar: (name, value, mark) => `${name}：${value}${mark === null ? '' : `（${mark}）`}`,
  softNote: '虚线框、浅色的条为推断或示意。',
  saved: (file) => `已导出 ${file}`,
};

const en: StatsMessages = {
  label: 'Statistics',
  empty: 'No plan is loaded yet.',
  none: 'The plan has nothing to count.',
  busy: 'Counting…',
  failed: (reason) => `The statistics did not finish: ${reason}. Please check the bundle’s data.`,
  table: 'Table',
  csv: 'Export CSV',
  csvOf: (title) => `Export “${title}” as CSV`,
  chart: 'Chart',
  chartOf: (title, column) => `${title}: ${column}`,
  chartKeys: 'Up and down move, Enter shows on the map',
  chartFailed: 'The chart could not be loaded; the numbers in the table stand.',
  noNumbers: 'This table has no numbers to draw.',
  tableRegion: (title) => `${title}, scrolls sideways`,
  withUnit: (label, unit) => `${label} (${unit})`,
  noValue: '—',
  inferred: 'Inferred',
  schematic: 'Schematic',
  showOnMap: (name, count) =>
    `Show “${name}” on the map: ${count} ${count === 1 ? 'feature' : 'features'}`,
  bar: (name, value, mark) => `${name}: ${value}${mark === null ? '' : ` (${mark})`}`,
  softNote: 'Pale bars with a dashed rim are inferred or schematic.',
  saved: (file) => `Exported ${file}`,
};

export const statsMessages: Readonly<Record<Language, StatsMessages>> = { 'zh-Hans': zhHans, en };
