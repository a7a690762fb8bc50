import type { Bilingual } from '../../contracts/theme.ts';

export const REPAIR_KINDS = [
  'hidden',
  'pinyin',
  'page',
  'break',
  'space',
  'width',
  'mark',
  'ordinal',
  'confusable',
  'doubled',
  'traditional',
] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** One change of a plan's text that is offered, never made unasked. */
export interface Repair {
  /** Unique within the text that it was found in. */
  readonly id: string;
  readonly kind: RepairKind;
  /** Offset in UTF-16 units. */
  readonly start: number;
  readonly before: string;
  readonly after: string;
  readonly reason: Bilingual;
  /** Some characters round it, as they stand. */
  readonly context: { readonly before: string; readonly after: string };
  /** Changes of one group say the same (, → ，) and may be taken or left together. */
  readonly group: string;
  /** False: it may be what the plan says; look at the original. */
  readonly isSure: boolean;
}

/** What a rule finds; `describeRepair` makes a Repair of it. */
export type Found = Pick<Repair, 'kind' | 'start' | 'before' | 'after' | 'reason' | 'isSure'>;

const CONTEXT = 12;

/** Shows what cannot be seen, for the key of a group. */
const showHidden = (text: string): string =>
  text.replace(
    /[^\p{L}\p{N}\p{P}\p{S} ]/gu,
    (character) => `U+${character.codePointAt(0)!.toString(16)}`,
  );

export function describeRepair(text: string, found: Found): Repair {
  const { kind, start, before, after } = found;
  const end = start + before.length;
  const words =
    kind === 'break' || kind === 'page' || before.length > 12
      ? ''
      : showHidden(`${before}→${after}`);
  return {
    ...found,
    id: `${kind}-${start}`,
    context: {
      before: text.slice(Math.max(0, start - CONTEXT), start),
      after: text.slice(end, end + CONTEXT),
    },
    group: `${kind}:${words}`,
  };
}

/** Of finds that overlap, the one whose rule comes first. In the order of the text. */
export function withoutOverlaps<T extends Pick<Found, 'start' | 'before'>>(
  finds: readonly T[],
): readonly T[] {
  const spans = finds
    .map((found, rank) => ({ found, rank, end: found.start + found.before.length }))
    .sort((left, right) => left.found.start - right.found.start || left.rank - right.rank);
  const kept: (typeof spans)[number][] = [];
  for (const span of spans) {
    let isBeaten = false;
    while (kept.length > 0 && kept.at(-1)!.end > span.found.start) {
      if (kept.at(-1)!.rank < span.rank) {
        isBeaten = true;
        break;
      }
      kept.pop();
    }
    if (!isBeaten) kept.push(span);
  }
  return kept.map(({ found }) => found);
}

export interface Repaired {
  readonly text: string;
  /** Accepted, but not made: they overlap another, or the text no longer says what they change. */
  readonly left: readonly Repair[];
}

/** Makes the accepted changes. */
export function applyRepairs(text: string, accepted: readonly Repair[]): Repaired {
  const parts: string[] = [];
  const left: Repair[] = [];
  let at = 0;
  for (const repair of accepted.toSorted((one, other) => one.start - other.start)) {
    const { start, before, after } = repair;
    if (start < at || !text.startsWith(before, start)) {
      left.push(repair);
      continue;
    }
    parts.push(text.slice(at, start), after);
    at = start + before.length;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), left };
}
