import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { likeness, listPairs } from './likeness.ts';
import { foldName, isSortAlike, readRoadNumber, type FoldedName } from './fold-name.ts';

/** A row of a file that wants a feature. */
export interface NamedRow {
  readonly index: number;
  readonly name: string;
  readonly ref?: string;
  /** The file's id, where it has ids written as ours. */
  readonly id?: string;
}

/** A feature that a row may mean; never taken without the user's word. */
export interface NameMatch {
  readonly index: number;
  readonly featureId: string;
  /** 0–1; not offered below 0.5. */
  readonly score: number;
  readonly reason: Bilingual;
}

interface Known extends FoldedName {
  readonly featureId: string;
  /** As the bundle writes it. */
  readonly name: string;
  readonly isAlias: boolean;
}

interface Verdict {
  readonly score: number;
  readonly reason: Bilingual;
}

const THRESHOLD = 0.5;
const MOST_PER_ROW = 5;
/** Characters that tell one thing from its neighbour of like name: 盂县南互通 and 盂县东互通, 一号井 and 二号井. */
const TELLING = /[东西南北中上下前后左右内外新旧老大小一二三四五六七八九十百\d甲乙丙丁]/gu;

const listTelling = (text: string): string => (text.match(TELLING) ?? []).sort().join('');

function compare(row: FoldedName, known: Known): Verdict | null {
  const verdict = (score: number, zh: string, en: string): Verdict => ({
    score,
    reason: { zh, en },
  });
  const named = known.name;
  if (row.whole === known.whole)
    return known.isAlias
      ? verdict(0.96, `与别名“${named}”相同`, `is the other name “${named}”`)
      : verdict(1, '名称相同', 'same name');
  if (row.bare === known.bare)
    return verdict(0.93, `除括注外与“${named}”相同`, `same as “${named}” but for brackets`);
  if (!isSortAlike(row.sort, known.sort)) return null;
  if (row.core === known.core) {
    return row.sort === known.sort
      ? verdict(0.88, `专名与“${named}”相同`, `same proper name as “${named}”`)
      : verdict(
          0.7,
          `专名与“${named}”相同，通名写法不同`,
          `same proper name as “${named}”; its kind is written otherwise`,
        );
  }
  if (listTelling(row.core) !== listTelling(known.core)) return null;
  const shorter = Math.min(row.core.length, known.core.length);
  const longer = Math.max(row.core.length, known.core.length);
  if (shorter >= 2 && (row.core.includes(known.core) || known.core.includes(row.core))) {
    return verdict(
      0.5 + 0.3 * (shorter / longer),
      `与“${named}”互相包含`,
      `contains or is part of “${named}”`,
    );
  }
  const like = likeness(listPairs(row.core), listPairs(known.core));
  return like < 0.5 ? null : verdict(0.35 + 0.45 * like, `与“${named}”相近`, `is like “${named}”`);
}

interface Index {
  readonly names: readonly Known[];
  readonly byPair: ReadonlyMap<string, readonly number[]>;
  readonly byRef: ReadonlyMap<string, readonly (readonly [featureId: string, score: number])[]>;
}

function indexBundle(bundle: PlanBundle): Index {
  const names = bundle.features.features.flatMap(({ properties: { id, name, aka = [] } }) =>
    [name, ...aka].map((one, at): Known => ({
      ...foldName(one),
      featureId: id,
      name: one,
      isAlias: at > 0,
    })),
  );
  const byPair = new Map<string, number[]>();
  for (const [at, { bare, core }] of names.entries()) {
    for (const pair of new Set([...listPairs(bare), ...listPairs(core)])) {
      const list = byPair.get(pair);
      if (list) list.push(at);
      else byPair.set(pair, [at]);
    }
  }
  const byRef = new Map<string, (readonly [string, number])[]>();
  for (const { properties } of bundle.features.features) {
    const own = readRoadNumber(properties.ref ?? '');
    const ref = own ?? readRoadNumber(properties.name);
    if (ref === null) continue;
    // The road itself goes before a corridor that is called after it.
    byRef.set(ref, [...(byRef.get(ref) ?? []), [properties.id, own === null ? 0.8 : 0.9]]);
  }
  return { names, byPair, byRef };
}

function matchRow(row: NamedRow, bundle: PlanBundle, index: Index): Map<string, Verdict> {
  const best = new Map<string, Verdict>();
  const offer = (featureId: string, found: Verdict | null): void => {
    if (
      found !== null &&
      found.score >= THRESHOLD &&
      found.score > (best.get(featureId)?.score ?? 0)
    )
      best.set(featureId, found);
  };
  const folded = foldName(row.name);
  const near = new Set(
    [...listPairs(folded.bare), ...listPairs(folded.core)].flatMap(
      (pair) => index.byPair.get(pair) ?? [],
    ),
  );
  for (const at of near) {
    const known = index.names[at]!;
    // Two different numbers are two roads, however alike the words.
    if (folded.ref !== null && known.ref !== null && folded.ref !== known.ref) continue;
    offer(known.featureId, compare(folded, known));
  }
  const ref = readRoadNumber(row.ref ?? '') ?? folded.ref;
  if (ref !== null) {
    const reason = { zh: `编号同为 ${ref}`, en: `both are numbered ${ref}` };
    for (const [featureId, score] of index.byRef.get(ref) ?? [])
      offer(featureId, { score, reason });
  }
  const { id } = row;
  if (id !== undefined && bundle.features.features.some(({ properties }) => properties.id === id))
    offer(id, { score: 1, reason: { zh: `标识同为 ${id}`, en: `same id ${id}` } });
  return best;
}

/**
 * Features that the rows of a file may mean: by id, by road number, by name and other names, each compared without
 * brackets, county and kind of thing. Best first within a row, five at most; rows in their own order.
 */
export function matchNames(rows: readonly NamedRow[], bundle: PlanBundle): readonly NameMatch[] {
  const index = indexBundle(bundle);
  return rows.flatMap((row) =>
    [...matchRow(row, bundle, index)]
      .sort(([, left], [, right]) => right.score - left.score)
      .slice(0, MOST_PER_ROW)
      .map(([featureId, { score, reason }]) => ({ index: row.index, featureId, score, reason })),
  );
}
