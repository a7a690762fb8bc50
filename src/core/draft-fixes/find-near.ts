/** Letters that must change between two words (Levenshtein). */
function countEdits(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 1; at <= left.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= right.length; to += 1) {
      const change = left[at - 1] === right[to - 1] ? 0 : 1;
      next.push(Math.min(row[to]! + 1, next[to - 1]! + 1, row[to - 1]! + change));
    }
    row = next;
  }
  return row[right.length]!;
}

/** Known ids that a wrong one may mean, nearest first; three at most. */
export function findNearIds(wrong: string, known: Iterable<string>): readonly string[] {
  const given = wrong.toLowerCase().slice(0, 80);
  return [...new Set(known)]
    .map((id) => {
      const isPart = given.length >= 3 && (id.includes(given) || given.includes(id));
      return { id, edits: isPart ? 1 : countEdits(given, id) };
    })
    .filter(({ id, edits }) => edits <= Math.max(2, Math.max(id.length, given.length) * 0.35))
    .sort((left, right) => left.edits - right.edits)
    .slice(0, 3)
    .map(({ id }) => id);
}

const LONGEST_QUOTE = 300;
const LONGEST_TEXT = 20_000;

/** The words of a text that come nearest to a quote; null where none come near (Sellers’ algorithm). */
export function findNearQuote(quote: string, text: string): string | null {
  if (text.includes(quote)) return quote;
  const wanted = [...quote.trim()];
  if (wanted.length < 2 || wanted.length > LONGEST_QUOTE || text.length > LONGEST_TEXT) return null;
  const units = [...text];
  let costs = Array.from({ length: units.length + 1 }, () => 0);
  let starts = Array.from({ length: units.length + 1 }, (_, index) => index);
  for (const [row, character] of wanted.entries()) {
    const nextCosts = [row + 1];
    const nextStarts = [0];
    for (let at = 1; at <= units.length; at += 1) {
      const same = costs[at - 1]! + (units[at - 1] === character ? 0 : 1);
      const left = nextCosts[at - 1]! + 1;
      const up = costs[at]! + 1;
      const least = Math.min(same, left, up);
      nextCosts.push(least);
      nextStarts.push(
        least === same ? starts[at - 1]! : least === up ? starts[at]! : nextStarts[at - 1]!,
      );
    }
    costs = nextCosts;
    starts = nextStarts;
  }
  const least = costs.reduce((best, cost) => Math.min(best, cost), Infinity);
  if (least > wanted.length * 0.4) return null;
  // Of equals the longest: it holds the words that the shorter ones leave out.
  let found = '';
  for (const [end, cost] of costs.entries()) {
    const words = units.slice(starts[end], end).join('');
    if (cost === least && words.length > found.length) found = words;
  }
  const clean = found.replace(/^[\s，。；：、]+|[\s，。；：、]+$/gu, '');
  return clean === '' ? null : clean;
}

/** Short enough for a button. */
export const shorten = (words: string): string =>
  [...words].length <= 24 ? words : `${[...words].slice(0, 23).join('')}…`;
