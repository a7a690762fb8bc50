import type { Match } from './haystack.ts';
import { rankMatch } from './rank-match.ts';

/** What was found of one record. */
export interface Found {
  readonly score: number;
  readonly matches: readonly Match[];
}

/** By index of the record. */
export type FoundRecords = ReadonlyMap<number, Found>;

/** Gathers matches by record; the best of them gives the score, unless one is given. */
export function gather(matches: readonly Match[], score?: number): FoundRecords {
  const found = new Map<number, { score: number; matches: Match[] }>();
  for (const match of matches) {
    const rank = score ?? rankMatch(match);
    const known = found.get(match.place.record);
    if (!known) found.set(match.place.record, { score: rank, matches: [match] });
    else {
      known.score = Math.max(known.score, rank);
      known.matches.push(match);
    }
  }
  return found;
}

/** Adds what sounds alike to what is written alike; a field that has letters needs no sounds. */
export function addSounds(
  letters: readonly Match[],
  sounds: readonly Match[],
  isBodyWritten: boolean,
): Match[] {
  const written = new Set(letters.map(({ place }) => place));
  return [
    ...letters,
    ...sounds.filter(
      ({ place }) => !written.has(place) && !(isBodyWritten && place.field.sort === 'body'),
    ),
  ];
}

/** Records that every part was found in; none stands above `cap` by a whole point. */
export function intersect(parts: readonly FoundRecords[], cap: number): FoundRecords {
  const [first, ...others] = parts;
  const found = new Map<number, Found>();
  for (const [record, one] of first ?? []) {
    const all = [one];
    for (const other of others) {
      const also = other.get(record);
      if (!also) break;
      all.push(also);
    }
    if (all.length < parts.length) continue;
    const scores = all.map(({ score }) => score);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    found.set(record, {
      score: Math.min(cap, ...scores) + mean / 1000,
      matches: all.flatMap(({ matches }) => matches),
    });
  }
  return found;
}
