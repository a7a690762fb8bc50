/** A stretch of a paragraph that fits a picture, and where the cited words stand in it. */
export interface ClauseCut {
  readonly text: string;
  /** UTF-16 offsets of the cited words in `text`; null where there are none. */
  readonly cited: readonly [start: number, end: number] | null;
}

const SENTENCE = /[^。！？；\n]+[。！？；]?[”’」』）]*|\n+/gu;
const DOTS = '……';

/**
 * The plan's words round a citation, whole sentences as far as they fit, and dots where words are left out.
 * @param most characters that fit
 */
export function cutClause(
  text: string,
  cited: readonly [start: number, end: number] | null,
  most: number,
): ClauseCut {
  if (text.length <= most) return { text, cited };
  const [from, to] = cited ?? [0, 1];
  const sentences = [...text.matchAll(SENTENCE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const first = sentences.findIndex(({ end }) => end > from);
  let last = first;
  while (last + 1 < sentences.length && sentences[last]!.end < to) last += 1;
  let [start, end] = [sentences[first]!.start, sentences[last]!.end];
  /** What follows first, then what goes before. */
  for (const next of sentences.slice(last + 1)) {
    if (next.end - start > most) break;
    end = next.end;
  }
  for (const next of sentences.slice(0, first).toReversed()) {
    if (end - next.start > most) break;
    start = next.start;
  }
  if (end - start > most) {
    /** One sentence alone is too long: its middle round the cited words. */
    const spare = Math.max(0, most - (to - from));
    start = Math.max(start, from - Math.floor(spare / 3));
    end = Math.min(end, Math.max(to, start + most));
  }
  const words = text.slice(start, end).trim();
  const lead = start > 0 ? DOTS : '';
  const shift = lead.length - Math.max(0, text.slice(start).search(/\S/));
  const isCut = end < text.trimEnd().length;
  return {
    text: `${lead}${words}${isCut ? DOTS : ''}`,
    cited: cited && [from - start + shift, Math.min(to, end) - start + shift],
  };
}
