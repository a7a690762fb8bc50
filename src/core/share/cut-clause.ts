/** A stretch of a paragraph that fits a picture, and where the cited words stand in it. */
export interface ClauseCut {
  readonly text: string;
  /** UTF-16 offsets of the cited words in `text`; null where there are none. */
  readonly cited: readonly [start: number, end: number] | null;
}

/** What may be left out whole: up to a stop or a comma, with the marks that close behind it. */
const PARTS = /[^。！？；，\n]+[。！？；，]?[”’」』）]*|[。！？；，]+|\n+/gu;
const DOTS = '……';

/**
 * The plan's words round a citation, part of a sentence by part as far as they fit, and dots where words are left out.
 * @param most characters that fit; the cited words stand whole even when they are more
 */
export function cutClause(
  text: string,
  cited: readonly [start: number, end: number] | null,
  most: number,
): ClauseCut {
  if (text.length <= most) return { text, cited };
  const [from, to] = cited ?? [0, 1];
  const parts = [...text.matchAll(PARTS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let first = Math.max(
    0,
    parts.findIndex(({ end }) => end > from),
  );
  let last = first;
  while (last + 1 < parts.length && parts[last]!.end < to) last += 1;
  const fits = (a: number, b: number): boolean => parts[b]!.end - parts[a]!.start <= most;
  /** What goes before tells what it is about, so the two sides take turns. */
  for (let isMore = true; isMore;) {
    isMore = false;
    if (last + 1 < parts.length && fits(first, last + 1)) {
      last += 1;
      isMore = true;
    }
    if (first > 0 && fits(first - 1, last)) {
      first -= 1;
      isMore = true;
    }
  }
  const [start, end] = [parts[first]!.start, parts[last]!.end];
  const isCut = text.slice(end).trim() !== '';
  const whole = text.slice(start, end);
  const blank = whole.length - whole.trimStart().length;
  const words = isCut ? whole.trim().replace(/[，、]$/u, '') : whole.trim();
  const lead = start > 0 ? DOTS : '';
  const shift = lead.length - blank - start;
  return {
    text: `${lead}${words}${isCut ? DOTS : ''}`,
    cited: cited && [from + shift, to + shift],
  };
}
