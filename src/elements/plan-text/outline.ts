import type { Paragraph, PlanDocument } from '../../contracts/bundle.ts';

export interface Heading {
  readonly kind: 'heading';
  /** 0 is outermost. */
  readonly depth: number;
  /** Our own number, 一、 or （二）; null when the heading brings one. */
  readonly number: string | null;
  readonly title: string;
  readonly titleEn: string | undefined;
}

export type OutlineItem =
  Heading | { readonly kind: 'paragraph'; readonly paragraph: Paragraph; readonly depth: number };

const OWN_NUMBER =
  /^(?:第[一二三四五六七八九十百\d]+|[一二三四五六七八九十\d]+[、.．]|（[一二三四五六七八九十\d]+）)/u;

/** Headings and paragraphs in reading order; a heading appears where the path first changes. */
export function outline(doc: PlanDocument): OutlineItem[] {
  const items: OutlineItem[] = [];
  const counters: number[] = [];
  let before: readonly string[] = [];
  for (const paragraph of doc.paragraphs) {
    const { path, pathEn } = paragraph;
    let same = 0;
    while (same < path.length && same < before.length && path[same] === before[same]) same += 1;
    for (let depth = same; depth < path.length; depth += 1) {
      counters.length = depth + 1;
      counters[depth] = (counters[depth] ?? 0) + 1;
      const title = path[depth]!;
      items.push({
        kind: 'heading',
        depth,
        number: OWN_NUMBER.test(title) ? null : numberAt(depth, counters[depth]!),
        title,
        titleEn: pathEn?.[depth],
      });
    }
    before = path;
    items.push({ kind: 'paragraph', paragraph, depth: path.length });
  }
  return items;
}

function numberAt(depth: number, count: number): string {
  const numeral = toNumeral(count);
  return depth === 0 ? `${numeral}、` : `（${numeral}）`;
}

const DIGITS = '〇一二三四五六七八九';

/** 1–99 in Chinese numerals, beyond that in figures. */
export function toNumeral(count: number): string {
  if (count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return head + (ones === 0 && tens > 0 ? '' : DIGITS[ones]!);
}
