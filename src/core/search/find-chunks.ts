import { SENTENCE_END } from './fold-text.ts';
import type { Haystack, Match } from './haystack.ts';

/** Longer queries are not taken apart. */
const MAX_LENGTH = 32;
/** Chunks of one sentence stand no further apart. */
const MAX_GAP = 24;

/**
 * Finds a Chinese query whose words stand apart but in order within one sentence: 盂县机场 in 盂县通用航空机场.
 * Every chunk has two characters at least, but for one.
 */
export function findChunks({ text, places }: Haystack, query: string): Match[] {
  const matches: Match[] = [];
  if (query.length > MAX_LENGTH || !/^[\p{Script=Han}\d]{3,}$/u.test(query)) return matches;
  const head = query.slice(0, 2);
  let index = 0;
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    while (index + 1 < places.length && places[index + 1]!.start <= at) index += 1;
    const place = places[index]!;
    if (place.field.sort === 'note') continue;
    const { text: own } = place.folded;
    const start = at - place.start;
    const stop = own.indexOf(SENTENCE_END, start);
    const chunks = matchInOrder(query, own, start, stop < 0 ? own.length : stop);
    if (!chunks) continue;
    for (const chunk of chunks) matches.push({ place, ...chunk, by: 'letters' });
    at = place.start + chunks.at(-1)!.end - 1;
  }
  return matches;
}

interface Chunk {
  readonly start: number;
  readonly end: number;
}

function matchInOrder(query: string, text: string, from: number, stop: number): Chunk[] | null {
  const chunks: Chunk[] = [];
  let isSingleUsed = false;
  let at = from;
  for (let done = 0; done < query.length;) {
    const found = findLongest(query.slice(done), text, at, done === 0 ? at : at + MAX_GAP, stop);
    if (!found) return null;
    const length = found.end - found.start;
    if (length === 1) {
      if (isSingleUsed) return null;
      isSingleUsed = true;
    }
    chunks.push(found);
    done += length;
    at = found.end;
  }
  return chunks;
}

/** The longest start of `rest` that the text holds before `stop`, beginning between two offsets. */
function findLongest(
  rest: string,
  text: string,
  from: number,
  to: number,
  stop: number,
): Chunk | null {
  for (let { length } = rest; length > 0; length -= 1) {
    const window = text.slice(from, Math.min(stop, to + length));
    const at = window.indexOf(rest.slice(0, length));
    if (at >= 0) return { start: from + at, end: from + at + length };
  }
  return null;
}
