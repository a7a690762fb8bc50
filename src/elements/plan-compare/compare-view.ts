import type { PlanBundle } from '../../contracts/bundle.ts';
import type {
  CompareSide,
  CompareState,
  Sides,
  ViewerRequest,
  ViewerState,
} from '../../contracts/state.ts';
import type { Bilingual, Cartography, Conventions, Flavour } from '../../contracts/theme.ts';
import type { Difference } from '../../core/compare-difference.ts';
import type { CompareMessages } from '../messages/compare-messages.ts';
import type { Messages } from '../messages/messages.ts';
import type { OtherState } from './other-plan.ts';
import { findStageChoice } from './stage-choices.ts';

/** What the parts of the comparison are drawn from. */
export interface CompareView {
  readonly state: ViewerState;
  readonly bundle: PlanBundle;
  readonly other: OtherState;
  readonly conventions: Conventions;
  readonly cartography: Cartography | null;
  readonly flavour: Flavour;
  readonly words: CompareMessages;
  readonly common: Messages['common'];
  readonly names: Sides<string>;
  /** Null while there is nothing to compare with. */
  readonly difference: Difference | null;
  readonly say: (text: Bilingual) => string;
  readonly pick: (zh: string, en: string | undefined) => string;
  readonly request: (request: ViewerRequest) => void;
  readonly change: (change: Partial<CompareState>) => void;
}

/** With what each side is called, on the map and in every sentence. */
export function describeCompare(view: Omit<CompareView, 'names' | 'change'>): CompareView {
  return {
    ...view,
    names: { left: nameSide(view, 'left'), right: nameSide(view, 'right') },
    change: (change) => view.request({ type: 'compare', change }),
  };
}

function nameSide(view: Omit<CompareView, 'names' | 'change'>, side: CompareSide): string {
  const { state, words, conventions, common, say } = view;
  const { pair, stages, flavours, other } = state.compare;
  switch (pair) {
    case 'status': {
      const choice = findStageChoice(stages[side]);
      if (choice) return words.stages[choice];
      return conventions.statuses
        .filter(({ status }) => stages[side].includes(status))
        .map(({ name }) => say(name))
        .join(common.separator);
    }
    case 'flavour':
      return words.flavours[flavours[side]];
    case 'bundle':
      return other.side === side ? nameOther(view) : words.ownPlan;
    default:
      return pair satisfies never;
  }
}

/** Two versions of one plan have one title; the file tells them apart. */
function nameOther({
  other,
  bundle,
  words,
  common,
  pick,
}: Pick<CompareView, 'other' | 'bundle' | 'words' | 'common' | 'pick'>): string {
  if (other.status !== 'ready') return words.otherPlan;
  const { title, titleEn } = other.bundle.bundle;
  const name = pick(title, titleEn);
  const file = other.name.split(/[/?#]/).findLast((part) => part !== '') ?? other.name;
  return title === bundle.bundle.title ? `${name}${common.bracket(file)}` : name;
}

/** The difference in one sentence. */
export function summarise({ state, words, names, difference }: CompareView): string | null {
  const { pair, other } = state.compare;
  if (pair === 'flavour') return words.onlyColours([names.left, names.right].join(words.between));
  if (!difference) return null;
  const short: Sides<string> =
    pair === 'status'
      ? names
      : other.side === 'left'
        ? { left: words.otherPlan, right: words.ownPlan }
        : { left: words.ownPlan, right: words.otherPlan };
  const { counts, added, removed, changed } = difference;
  const sides = [words.count(short.left, counts.left), words.count(short.right, counts.right)].join(
    words.between,
  );
  if (added.length + removed.length + changed.length === 0) return words.same(sides);
  return [
    sides,
    added.length > 0 ? words.added(added.length) : '',
    removed.length > 0 ? words.removed(removed.length) : '',
    changed.length > 0 ? words.changed(changed.length) : '',
  ].join('');
}
