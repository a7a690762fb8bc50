import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { Language } from '../../contracts/theme.ts';
import type { ChangeKind } from '../compare-difference.ts';
import { compareBundles, type FeatureChange } from './compare-bundles.ts';
import { differWords } from './differ-words.ts';

const WORDS = {
  'zh-Hans': {
    title: (name: string) => `# 变更清单：${name}`,
    against: (name: string, at: string) => `对照：${name}。生成：${at}。`,
    added: '新增要素',
    removed: '删除要素',
    geometry: '图形变更',
    clauses: '条文关联变更',
    other: '其他变更',
    text: '文本变更',
    sources: '来源变更',
    none: '没有差别。',
    certainty: (before: string, after: string) => `精度 ${before} → ${after}`,
    kinds: {
      place: '位置',
      stage: '阶段',
      name: '名称',
      class: '类别',
      clauses: '条文',
      figures: '数值',
      accuracy: '精度',
      other: '其他',
    } satisfies Record<ChangeKind, string>,
  },
  en: {
    title: (name: string) => `# Change list: ${name}`,
    against: (name: string, at: string) => `Against: ${name}. Made: ${at}.`,
    added: 'Added features',
    removed: 'Removed features',
    geometry: 'Changed geometry',
    clauses: 'Changed citations',
    other: 'Other changes',
    text: 'Changed text',
    sources: 'Changed sources',
    none: 'No difference.',
    certainty: (before: string, after: string) => `accuracy ${before} → ${after}`,
    kinds: {
      place: 'place',
      stage: 'stage',
      name: 'name',
      class: 'class',
      clauses: 'citations',
      figures: 'figures',
      accuracy: 'accuracy',
      other: 'other',
    } satisfies Record<ChangeKind, string>,
  },
} as const;

/** Names come from files: what Markdown or HTML would read as its own is escaped. */
const escape = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]()#+!|<>~]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');

/**
 * What changed between two bundles as Markdown: added, removed, geometry, citations, other, text, sources.
 * @param at when the list was made, as it is to be read
 */
export function writeChangeList(
  before: PlanBundle,
  after: PlanBundle,
  lang: Language,
  at: string,
): string {
  const words = WORDS[lang];
  const changes = compareBundles(before, after);
  const name = ({ properties }: PlanFeature): string => {
    const { id, name: zh, nameEn } = properties;
    return `${escape((lang === 'en' && nameEn) || zh)} (\`${id}\`)`;
  };
  const lines: string[] = [
    words.title(escape(after.bundle.title)),
    '',
    words.against(escape(before.bundle.title), at),
  ];
  const section = (title: string, rows: readonly string[]): void => {
    if (rows.length > 0) lines.push('', `## ${title} (${rows.length})`, '', ...rows);
  };
  const { features } = changes;
  const changed = features.filter(({ change }) => change === 'changed');
  const has = (kind: ChangeKind) => (one: FeatureChange) => one.kinds.includes(kind);
  const describe = (one: FeatureChange): string => {
    const [was, is] = [one.before!.properties.accuracy.class, one.after!.properties.accuracy.class];
    const kinds = one.kinds.map((kind) => words.kinds[kind]).join(lang === 'en' ? ', ' : '、');
    return `- ${name(one.after!)}: ${kinds}${was === is ? '' : ` (${words.certainty(was, is)})`}`;
  };
  section(
    words.added,
    features.flatMap(({ change, after: is }) => (change === 'added' ? [`- ${name(is!)}`] : [])),
  );
  section(
    words.removed,
    features.flatMap(({ change, before: was }) =>
      change === 'removed' ? [`- ${name(was!)}`] : [],
    ),
  );
  section(words.geometry, changed.filter(has('place')).map(describe));
  section(
    words.clauses,
    changed.filter((one) => !has('place')(one) && has('clauses')(one)).map(describe),
  );
  section(
    words.other,
    changed.filter((one) => !has('place')(one) && !has('clauses')(one)).map(describe),
  );
  section(
    words.text,
    changes.paragraphs.map(({ id, title, before: was, after: is }) => {
      const runs = differWords(was ?? '', is ?? '').map(({ kind, text }) => {
        if (kind === 'added') return `**${escape(text)}**`;
        if (kind === 'removed') return `~~${escape(text)}~~`;
        return escape(text.length > 40 ? `${text.slice(0, 18)}……${text.slice(-18)}` : text);
      });
      return `- ${escape(title)} (\`${id}\`): ${runs.join('')}`;
    }),
  );
  section(words.sources, [
    ...changes.sources.added.map((title) => `- + ${escape(title)}`),
    ...changes.sources.removed.map((title) => `- − ${escape(title)}`),
  ]);
  if (lines.length === 3) lines.push('', words.none);
  return `${lines.join('\n')}\n`;
}
