import type { PlanBundle, PlanFeature, PlanFeatureProperties } from '../../contracts/bundle.ts';
import type { PartChange } from '../../contracts/draft.ts';
import type { Problem } from '../../contracts/errors.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { changeFeature, type Edit } from '../draft/edits.ts';

/** One way to mend a problem; a step of the draft that can be undone. */
export interface Fix {
  /** As the button says it. */
  readonly label: Bilingual;
  readonly changes: readonly PartChange[];
  /** As the list of changes says it. */
  readonly what: Bilingual;
}

/** Ways to mend one kind of problem, best first; what does not mend is sorted out later. */
export type FixFinder = (bundle: PlanBundle, problem: Problem) => readonly Fix[];

export const say = (zh: string, en: string): Bilingual => ({ zh, en });

/** A fix of edits that are made together; what they do is what the button says. */
export const fixBy = (label: Bilingual, ...edits: readonly Edit[]): Fix => ({
  label,
  changes: edits.flatMap(({ changes }) => changes),
  what: label,
});

export const findFeature = (bundle: PlanBundle, id: string | undefined): PlanFeature | undefined =>
  bundle.features.features.find(({ properties }) => properties.id === id);

/** A fix that changes one feature. */
export const patchFeature = (
  bundle: PlanBundle,
  id: string,
  label: Bilingual,
  patch: Partial<Omit<PlanFeatureProperties, 'id'>>,
): Fix => fixBy(label, changeFeature(bundle, id, patch));

/** The text of a paragraph. */
export const findText = (bundle: PlanBundle, doc: string, para: string): string | undefined =>
  bundle.plan.docs.find(({ id }) => id === doc)?.paragraphs.find(({ id }) => id === para)?.text;
