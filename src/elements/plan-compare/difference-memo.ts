import type { PlanBundle } from '../../contracts/bundle.ts';
import type { CompareState } from '../../contracts/state.ts';
import { differByBundle, differByStage, type Difference } from '../../core/compare-difference.ts';

/** Works a difference out once for the same plans and choices; null while there is nothing to compare. */
export class DifferenceMemo {
  #inputs: readonly unknown[] = [];
  #value: Difference | null = null;

  of(own: PlanBundle, other: PlanBundle | null, compare: CompareState): Difference | null {
    const inputs = [own, other, compare.pair, compare.stages, compare.other.side];
    if (inputs.some((input, index) => input !== this.#inputs[index])) {
      this.#value = findDifference(own, other, compare);
      this.#inputs = inputs;
    }
    return this.#value;
  }
}

function findDifference(
  own: PlanBundle,
  other: PlanBundle | null,
  { pair, stages, other: { side } }: CompareState,
): Difference | null {
  switch (pair) {
    case 'status':
      return differByStage(own, stages);
    case 'flavour':
      return null;
    case 'bundle':
      if (!other) return null;
      return side === 'left' ? differByBundle(other, own) : differByBundle(own, other);
    default:
      return pair satisfies never;
  }
}
