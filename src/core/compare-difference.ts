import type {
  PlanBundle,
  PlanFeature,
  PlanFeatureProperties,
  Status,
} from '../contracts/bundle.ts';
import type { Sides } from '../contracts/state.ts';
import { featuresById } from './lit.ts';

/** Weightiest first. */
const CHANGE_KINDS = [
  'place',
  'stage',
  'name',
  'class',
  'clauses',
  'figures',
  'accuracy',
  'other',
] as const;
/** What of a feature is not the same in two plans. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ChangedFeature {
  readonly id: string;
  readonly kinds: readonly ChangeKind[];
}

/** What the right side has and the left one has not, and the other way round; ids in bundle order. */
export interface Difference {
  /** How many features each side has. */
  readonly counts: Sides<number>;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedFeature[];
}

/** One plan at two sets of stages. */
export function differByStage(bundle: PlanBundle, stages: Sides<readonly Status[]>): Difference {
  const idsOn = (side: 'left' | 'right'): string[] =>
    bundle.features.features.flatMap(({ properties }) =>
      stages[side].includes(properties.status) ? [properties.id] : [],
    );
  return { ...differ(idsOn('left'), idsOn('right')), changed: [] };
}

/** Two plans, feature by feature; the same id is the same thing. */
export function differByBundle(left: PlanBundle, right: PlanBundle): Difference {
  const before = featuresById(left);
  const after = featuresById(right);
  const changed = [...before].flatMap(([id, feature]): ChangedFeature[] => {
    const other = after.get(id);
    const kinds = other ? changesBetween(feature, other) : [];
    return kinds.length > 0 ? [{ id, kinds }] : [];
  });
  return { ...differ([...before.keys()], [...after.keys()]), changed };
}

function differ(left: readonly string[], right: readonly string[]): Omit<Difference, 'changed'> {
  const [isLeft, isRight] = [new Set(left), new Set(right)];
  return {
    counts: { left: isLeft.size, right: isRight.size },
    added: right.filter((id) => !isLeft.has(id)),
    removed: left.filter((id) => !isRight.has(id)),
  };
}

/** Which kind of change each property tells of; what is not named here is `other`. */
const KINDS: Readonly<Partial<Record<keyof PlanFeatureProperties, ChangeKind>>> = {
  name: 'name',
  nameEn: 'name',
  aka: 'name',
  ref: 'name',
  status: 'stage',
  phase: 'stage',
  layer: 'class',
  kind: 'class',
  planRefs: 'clauses',
  measure: 'figures',
  attributes: 'figures',
  accuracy: 'accuracy',
};

function changesBetween(left: PlanFeature, right: PlanFeature): readonly ChangeKind[] {
  const kinds = new Set<ChangeKind>();
  if (!isEqual(left.geometry, right.geometry)) kinds.add('place');
  const names = new Set([...Object.keys(left.properties), ...Object.keys(right.properties)]);
  for (const name of names as Set<keyof PlanFeatureProperties>) {
    if (isEqual(left.properties[name], right.properties[name])) continue;
    kinds.add((Object.hasOwn(KINDS, name) && KINDS[name]) || 'other');
  }
  return CHANGE_KINDS.filter((kind) => kinds.has(kind));
}

/** Whether two JSON values say the same; the order of keys does not matter. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
