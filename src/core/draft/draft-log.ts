import type { PlanBundle } from '../../contracts/bundle.ts';
import type { DraftOp, DraftStep, PartKey, PartValue } from '../../contracts/draft.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { createKeyedLog, inOrder, type KeyedLog, type Log, type Pen } from '../keyed-log.ts';
import { joinParts, splitBundle } from './split-bundle.ts';

export type DraftLog = Log<PartValue, DraftOp>;

export interface DraftPen extends Pen {
  readonly who: string;
  readonly what: Bilingual;
}

/** The log of one bundle's changes: what no entry touches is as the bundle has it. */
export interface DraftHistory extends KeyedLog<PartValue, DraftOp, DraftPen> {
  /** The bundle as it stands; the base itself while nothing differs. */
  readonly bundleOf: (log: Pick<DraftLog, 'heads'>) => PlanBundle;
  /** As it stood when no later entry was known. */
  readonly headsAt: (log: DraftLog, clock: number) => ReadonlyMap<PartKey, DraftOp>;
  readonly listSteps: (log: DraftLog) => readonly DraftStep[];
}

export function createDraftHistory(base: PlanBundle): DraftHistory {
  const parts = splitBundle(base);
  const keyed = createKeyedLog<PartValue, DraftOp, DraftPen>({
    keyOf: ({ key }) => key,
    make: (frame, key, value, { who, what }) => ({ ...frame, key, value, who, what }),
    initial: (key) => parts.get(key) ?? null,
  });
  return {
    ...keyed,
    bundleOf: ({ heads }) => {
      const changed = [...heads].filter(([key, { value }]) => !isSame(value, parts.get(key)));
      if (changed.length === 0) return base;
      const now = new Map(parts);
      for (const [key, { value }] of changed) {
        if (value === null) now.delete(key);
        else now.set(key, value);
      }
      return joinParts(now, base);
    },
    headsAt: (log, clock) => {
      const heads = new Map<PartKey, DraftOp>();
      for (const op of inOrder(log.ops.values())) {
        if (op.clock <= clock) heads.set(op.key, op);
      }
      return heads;
    },
    listSteps,
  };
}

const isSame = (a: PartValue | null, b: PartValue | undefined): boolean =>
  a === (b ?? null) || (a !== null && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

function listSteps(log: DraftLog): readonly DraftStep[] {
  const steps = new Map<string, DraftStep & { readonly keys: PartKey[] }>();
  for (const { step, who, at, what, key, clock } of inOrder(log.ops.values())) {
    const known = steps.get(step);
    if (!known) steps.set(step, { id: step, who, at, what, keys: [key], clock });
    else {
      if (!known.keys.includes(key)) known.keys.push(key);
      steps.set(step, { ...known, clock });
    }
  }
  return [...steps.values()];
}
