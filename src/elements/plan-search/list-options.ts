import {
  HIT_KINDS,
  type HitKind,
  type SearchHit,
  type SearchResults,
} from '../../contracts/search.ts';

/** Hits of a group before it is opened. */
export const FEW = 5;
/** Hits of a group at most. */
export const MANY = 40;

/** What the arrow keys stop at: a hit, or the row that opens its group. */
export type Option =
  | { readonly type: 'hit'; readonly id: string; readonly hit: SearchHit }
  | { readonly type: 'more'; readonly id: string; readonly kind: HitKind; readonly total: number };

export interface OptionGroup {
  readonly kind: HitKind;
  readonly total: number;
  readonly options: readonly Option[];
  /** Hits that are not listed even when the group is open. */
  readonly isCut: boolean;
}

/** The groups that have hits, each with its first hits and a row for the others. */
export function listOptions(
  results: SearchResults,
  opened: ReadonlySet<HitKind>,
): readonly OptionGroup[] {
  return HIT_KINDS.flatMap((kind) => {
    const group = results.groups.find((one) => one.kind === kind);
    if (!group || group.total === 0) return [];
    const { total } = group;
    const isOpen = opened.has(kind) || total <= FEW + 1;
    const shown = isOpen ? group.hits.slice(0, MANY) : group.hits.slice(0, FEW);
    const options: Option[] = shown.map((hit, index) => ({
      type: 'hit',
      id: `option-${kind}-${index}`,
      hit,
    }));
    if (!isOpen) options.push({ type: 'more', id: `option-${kind}-more`, kind, total });
    return [{ kind, total, options, isCut: isOpen && total > shown.length }];
  });
}
