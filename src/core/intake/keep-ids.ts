import type { Paragraph } from '../../contracts/bundle.ts';
import { likeness, listPairs } from '../matching/likeness.ts';
import { hashWords } from './hash-words.ts';

/** Below this two paragraphs are two, whatever their headings. */
const THRESHOLD = 0.45;

const foldWords = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

interface Folded {
  readonly title: string;
  readonly place: string;
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
}

const fold = ({ title, path, text }: Paragraph): Folded => ({
  title: foldWords(title),
  place: foldWords(path.at(-1) ?? ''),
  text: foldWords(text),
  pairs: listPairs(foldWords(text)),
});

/** 0–1. The words count most; the same heading in the same place says much of a text that was rewritten. */
function compare(former: Folded, fresh: Folded): number {
  if (former.text === fresh.text) return former.title === fresh.title ? 1 : 0.95;
  const like = likeness(former.pairs, fresh.pairs);
  const heading = former.title === fresh.title ? (former.place === fresh.place ? 0.4 : 0.3) : 0;
  return Math.min(0.94, like * 0.6 + heading + (like > 0.8 ? 0.1 : 0));
}

/** English that still says what the Chinese says. */
const keepEnglish = (former: Paragraph, fresh: Paragraph): Partial<Paragraph> => ({
  ...(former.titleEn !== undefined && former.title === fresh.title && { titleEn: former.titleEn }),
  ...(former.pathEn !== undefined &&
    former.path.length === fresh.path.length &&
    former.path.every((step, index) => step === fresh.path[index]) && { pathEn: former.pathEn }),
});

/**
 * Gives the paragraphs of an edited text the ids of the former ones that they continue, by heading and by words, so
 * that features which cite them still do. A new paragraph never takes the id of one that is gone or has moved.
 */
export function keepIds(
  former: readonly Paragraph[],
  fresh: readonly Paragraph[],
): readonly Paragraph[] {
  const formerFolded = former.map(fold);
  const freshFolded = fresh.map(fold);
  const links: { from: number; to: number; score: number }[] = [];
  for (const [from, before] of formerFolded.entries()) {
    for (const [to, after] of freshFolded.entries()) {
      const score = compare(before, after);
      if (score >= THRESHOLD) links.push({ from, to, score });
    }
  }
  // Of equals the one that stands nearest to its former place.
  links.sort(
    (left, right) =>
      right.score - left.score || Math.abs(left.from - left.to) - Math.abs(right.from - right.to),
  );
  const fromOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of links) {
    if (fromOf.has(to) || taken.has(from)) continue;
    fromOf.set(to, from);
    taken.add(from);
  }
  const used = new Set(former.map(({ id }) => id));
  return fresh.map((paragraph, to) => {
    const from = fromOf.get(to);
    const before = from === undefined ? undefined : former[from];
    if (before !== undefined)
      return { ...paragraph, ...keepEnglish(before, paragraph), id: before.id };
    const told = `${paragraph.id}-${hashWords(paragraph.title + paragraph.text.slice(0, 200))}`;
    let id = used.has(paragraph.id) ? told : paragraph.id;
    for (let turn = 2; used.has(id); turn += 1) id = `${told}-${turn}`;
    used.add(id);
    return { ...paragraph, id };
  });
}
