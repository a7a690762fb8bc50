import type { RefRole } from '../../contracts/bundle.ts';
import type { Language } from '../../contracts/theme.ts';

/** Words of `<plan-profile>`; they come with the tool. */
export interface ProfileMessages {
  readonly corridor: string;
  readonly choose: string;
  readonly none: string;
  readonly unknown: (id: string) => string;
  readonly noLine: (name: string) => string;
  readonly export: string;
  readonly exported: (file: string) => string;
  readonly directions: Readonly<Record<'north-south' | 'west-east', string>>;
  readonly inCounty: string;
  readonly strip: string;
  /** The corridor itself: which roads it groups. */
  readonly grouping: string;
  /** Of the line in the county, how much is unsure: 其中 12.3 公里为推断或示意. */
  readonly soft: (length: string) => string;
  readonly allSure: string;
  readonly picture: (name: string) => string;
  readonly stops: (count: number) => string;
  readonly noStops: (reach: string) => string;
  readonly reach: (reach: string) => string;
  readonly at: string;
  readonly place: string;
  readonly kind: string;
  readonly off: string;
  readonly onLine: string;
  readonly sides: Readonly<
    Record<'north-south' | 'west-east', Readonly<Record<'left' | 'right', string>>>
  >;
  readonly offBy: (side: string, distance: string) => string;
  readonly beyond: (distance: string) => string;
  readonly certainty: string;
  readonly along: string;
  readonly stretch: string;
  readonly line: string;
  readonly stage: string;
  readonly gap: string;
  readonly outside: string;
  readonly beside: string;
  readonly offStrip: string;
  readonly clauses: (count: number) => string;
  readonly noClauses: string;
  readonly reading: string;
  readonly roles: Readonly<Record<RefRole, string>>;
  readonly goToClause: (title: string) => string;
  readonly sources: string;
}

const zhHans: ProfileMessages = {
  corridor: '线路',
  choose: '选择线路',
  none: '本规划没有成组的线路，无剖面可看。',
  unknown: (id) => `本规划没有编号为“${id}”的线路，请另选一条。`,
  noLine: (name) => `“${name}”在县域内没有线形，无剖面可看，请另选一条。`,
  export: '导出 SVG',
  exported: (file) => `已导出 ${file}`,
  directions: { 'north-south': '自北向南', 'west-east': '自西向东' },
  inCounty: '县域内长度',
  strip: '剖面全长',
  grouping: '走廊归并',
  soft: (length) => `其中 ${length}为推断或示意`,
  allSure: '线位均为测绘或数字化',
  picture: (name) => `${name}剖面图；各站点见下表`,
  stops: (count) => `沿线 ${count} 处`,
  noStops: (reach) => `沿线 ${reach}内没有乡镇、村庄、车站或互通。`,
  reach: (reach) => `乡镇、车站、互通取线路两侧 ${reach}内，村庄减半；自入县处起算。`,
  at: '里程',
  place: '名称',
  kind: '类别',
  off: '偏离',
  onLine: '线上',
  sides: {
    'north-south': { left: '东', right: '西' },
    'west-east': { left: '北', right: '南' },
  },
  offBy: (side, distance) => `偏${side} ${distance}`,
  beyond: (distance) => `县界外 ${distance}`,
  certainty: '精度',
  along: '沿线精度',
  stretch: '起止',
  line: '路段',
  stage: '阶段',
  gap: '断开，图上无线',
  outside: '县界外',
  beside: '并行',
  offStrip: '无线形',
  clauses: (count) => `规划原文 ${count} 处`,
  noClauses: '正文未提及',
  reading: '本图解读，非规划原文',
  roles: { defines: '确定', mentions: '提及', constrains: '约束', funds: '资金' },
  goToClause: (title) => `转到正文“${title}”`,
  sources: '来源',
};

const en: ProfileMessages = {
  corridor: 'Corridor',
  choose: 'Choose a corridor',
  none: 'This plan has no corridors to draw a profile of.',
  unknown: (id) => `This plan has no corridor “${id}”: choose another.`,
  noLine: (name) => `“${name}” has no line in the county: choose another.`,
  export: 'Export SVG',
  exported: (file) => `Exported ${file}`,
  directions: { 'north-south': 'north to south', 'west-east': 'west to east' },
  inCounty: 'Length in the county',
  strip: 'Length of the strip',
  grouping: 'Grouping',
  soft: (length) => `of it ${length} inferred or schematic`,
  allSure: 'all of it surveyed or digitised',
  picture: (name) => `Profile of ${name}; its stops are in the table below`,
  stops: (count) => `${count} ${count === 1 ? 'place' : 'places'} along the way`,
  noStops: (reach) => `No township, village, station or interchange within ${reach}.`,
  reach: (reach) =>
    `Townships, stations and interchanges within ${reach} of the line, villages within half of that; from where it enters the county.`,
  at: 'At',
  place: 'Name',
  kind: 'Kind',
  off: 'Off the line',
  onLine: 'on it',
  sides: {
    'north-south': { left: 'east', right: 'west' },
    'west-east': { left: 'north', right: 'south' },
  },
  offBy: (side, distance) => `${distance} ${side}`,
  beyond: (distance) => `${distance} outside the county`,
  certainty: 'Accuracy',
  along: 'Accuracy along the way',
  stretch: 'From – to',
  line: 'Line',
  stage: 'Stage',
  gap: 'gap: no line is drawn',
  outside: 'outside the county',
  beside: 'alongside',
  offStrip: 'no line',
  clauses: (count) => `${count} ${count === 1 ? 'clause' : 'clauses'} of the plan`,
  noClauses: 'Not mentioned in the text',
  reading: 'our reading, not in the plan',
  roles: { defines: 'defines', mentions: 'mentions', constrains: 'constrains', funds: 'funds' },
  goToClause: (title) => `Go to clause “${title}”`,
  sources: 'Sources',
};

export const profileMessages: Readonly<Record<Language, ProfileMessages>> = {
  'zh-Hans': zhHans,
  en,
};
