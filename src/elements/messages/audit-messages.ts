import type { AuditKind, Badge, ParagraphCoverage } from '../../contracts/analysis.ts';
import type { Language } from '../../contracts/theme.ts';

/** Kinds of claims that are listed under one heading. */
export type AuditGroup = 'text' | 'indicators' | 'sums' | 'lengths' | 'areas' | 'figures';

/** Words of `<plan-audit>`; they come with the tool. */
export interface AuditMessages {
  readonly label: string;
  readonly empty: string;
  readonly busy: string;
  readonly failed: (reason: string) => string;
  readonly filterLabel: string;
  readonly all: string;
  readonly badges: Readonly<Record<Badge, string>>;
  readonly meanings: Readonly<Record<Badge, string>>;
  readonly howJudged: string;
  readonly shown: (count: number, total: number) => string;
  readonly noneOf: (badge: string) => string;
  readonly nothingToCheck: string;
  readonly groups: Readonly<Record<AuditGroup, string>>;
  readonly groupCount: (name: string, count: number) => string;
  readonly kinds: Readonly<Record<AuditKind, string>>;
  readonly stated: string;
  readonly found: string;
  readonly notFound: string;
  readonly tolerance: string;
  readonly exact: string;
  readonly within: (share: string) => string;
  readonly offBy: (share: string) => string;
  readonly working: (count: number) => string;
  readonly goToClause: (title: string) => string;
  readonly showOnMap: (subject: string, count: number) => string;
  readonly coverage: string;
  readonly coverageTold: (mapped: number, nonSpatial: number, unaccounted: number) => string;
  readonly states: Readonly<Record<ParagraphCoverage['state'], string>>;
  readonly paragraphs: (count: number) => string;
  readonly byCertainty: string;
  readonly perParagraph: string;
  readonly perParagraphNote: string;
  readonly featuresOf: (count: number, named: number) => string;
  readonly unlinked: (count: number) => string;
}

const zhHans: AuditMessages = {
  label: '图文核对',
  empty: '还没有载入规划。',
  busy: '正在核对…',
  failed: (reason) => `核对没有完成：${reason}。请检查规划包的数据。`,
  filterLabel: '按结果筛选',
  all: '全部',
  badges: { agrees: '一致', differs: '不符', schematic: '示意', unanswerable: '无法核对' },
  meanings: {
    agrees: '由非推断的资料重算，与原数在容差内相等。只说明数字相符，不说明位置准确。',
    differs: '重算与原数不等。',
    schematic: '数相等，但所依据的要素为推断或示意，不能算一致。',
    unanswerable: '图上没有可供核对的内容，备注说明原因。',
  },
  howJudged: '怎样判定',
  shown: (count, total) =>
    count === total ? `共 ${total} 项` : `显示 ${count} 项，共 ${total} 项`,
  noneOf: (badge) => `没有“${badge}”的项。`,
  nothingToCheck: '规划中没有可核对的数。',
  groups: {
    text: '数目与列举',
    indicators: '指标',
    sums: '合计',
    lengths: '长度',
    areas: '面积',
    figures: '其他数值',
  },
  groupCount: (name, count) => `${name} ${count}`,
  kinds: {
    count: '计数',
    list: '列举',
    sum: '合计',
    length: '长度',
    area: '面积',
    figure: '数值',
    target: '目标值',
    year: '目标年',
    known: '现值',
    progress: '进度',
    outcome: '完成情况',
    quote: '引文',
  },
  stated: '原数',
  found: '重算',
  notFound: '—',
  tolerance: '容差',
  exact: '须相等',
  within: (share) => `±${share}`,
  offBy: (share) => `相差 ${share}`,
  working: (count) => `算法（${count} 步）`,
  goToClause: (title) => `转到原文“${title}”`,
  showOnMap: (subject, count) => `在图上显示“${subject}”：${count} 个要素`,
  coverage: '覆盖情况',
  coverageTold: (mapped, nonSpatial, unaccounted) =>
    `上图 ${mapped} 段，声明非空间 ${nonSpatial} 段，未交代 ${unaccounted} 段`,
  states: { mapped: '上图', 'non-spatial': '非空间', unaccounted: '未交代' },
  paragraphs: (count) => `正文 ${count} 段`,
  byCertainty: '要素精度',
  perParagraph: '各段要素数',
  perParagraphNote: '深色为原文点名，浅色为本图集的理解（推断，非规划原文）。',
  featuresOf: (count, named) => `${count} 个要素，点名 ${named} 个`,
  unlinked: (count) => `另有 ${count} 个数目没有要素对应：`,
};

const en: AuditMessages = {
  label: 'Audit',
  empty: 'No plan is loaded yet.',
  busy: 'Checking…',
  failed: (reason) => `The audit did not finish: ${reason}. Please check the bundle’s data.`,
  filterLabel: 'Filter by result',
  all: 'All',
  badges: {
    agrees: 'Agrees',
    differs: 'Differs',
    schematic: 'Schematic',
    unanswerable: 'Cannot be checked',
  },
  meanings: {
    agrees:
      'Recomputed from things that are not inferred, and equal within the tolerance. Says that the number agrees, not that the place is exact.',
    differs: 'Recomputed, and not equal.',
    schematic: 'Equal, but inferred or schematic features stand behind it: no agreement.',
    unanswerable: 'The map holds nothing that could answer; the note says why.',
  },
  howJudged: 'How it is judged',
  shown: (count, total) =>
    count === total ? `${total} checks` : `${count} of ${total} checks shown`,
  noneOf: (badge) => `No check has the result “${badge}”.`,
  nothingToCheck: 'The plan has no number that could be checked.',
  groups: {
    text: 'Counts and lists',
    indicators: 'Indicators',
    sums: 'Sums',
    lengths: 'Lengths',
    areas: 'Areas',
    figures: 'Other figures',
  },
  groupCount: (name, count) => `${name} ${count}`,
  kinds: {
    count: 'Count',
    list: 'List',
    sum: 'Sum',
    length: 'Length',
    area: 'Area',
    figure: 'Figure',
    target: 'Target',
    year: 'Target year',
    known: 'Known value',
    progress: 'Progress',
    outcome: 'Outcome',
    quote: 'Quote',
  },
  stated: 'Stated',
  found: 'Recomputed',
  notFound: '—',
  tolerance: 'Tolerance',
  exact: 'exact',
  within: (share) => `±${share}`,
  offBy: (share) => `off by ${share}`,
  working: (count) => `Working (${count} ${count === 1 ? 'step' : 'steps'})`,
  goToClause: (title) => `Go to the clause “${title}”`,
  showOnMap: (subject, count) =>
    `Show “${subject}” on the map: ${count} ${count === 1 ? 'feature' : 'features'}`,
  coverage: 'Coverage',
  coverageTold: (mapped, nonSpatial, unaccounted) =>
    `${mapped} on the map, ${nonSpatial} declared non-spatial, ${unaccounted} unaccounted for`,
  states: { mapped: 'On the map', 'non-spatial': 'Non-spatial', unaccounted: 'Unaccounted for' },
  paragraphs: (count) => `${count} paragraphs of text`,
  byCertainty: 'Features by certainty',
  perParagraph: 'Features by paragraph',
  perParagraphNote: 'Dark: named by the plan. Light: our own reading, not the plan’s words.',
  featuresOf: (count, named) =>
    `${count} ${count === 1 ? 'feature' : 'features'}, ${named} of them named`,
  unlinked: (count) =>
    count === 1
      ? '1 more number has no feature tied to it: '
      : `${count} more numbers have no feature tied to them: `,
};

export const auditMessages: Readonly<Record<Language, AuditMessages>> = { 'zh-Hans': zhHans, en };
