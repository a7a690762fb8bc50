import type { PlanBundle, PlanFeature, PlanRef } from '../contracts/bundle.ts';
import type { Problem } from '../contracts/errors.ts';
import { MANIFEST_FILE } from './assemble-bundle.ts';

/** Takes one error of a bundle. */
export type Report = (problem: Omit<Problem, 'severity'>) => void;

const nameParagraph = (doc: string, para: string): string => `${doc}/${para}`;

/** Paragraphs that a feature cites, as `doc/para`. */
export const listCited = (bundle: PlanBundle): ReadonlySet<string> =>
  new Set(
    bundle.features.features.flatMap((feature) =>
      listRefs(feature).map(({ doc, para }) => nameParagraph(doc, para)),
    ),
  );

/** References of a feature that may not fit the schema, for it is said elsewhere that it does not. */
function listRefs({ properties }: PlanFeature): readonly PlanRef[] {
  const refs: unknown = properties.planRefs;
  return Array.isArray(refs) ? refs.filter((ref) => typeof ref === 'object' && ref !== null) : [];
}

/** Every paragraph is cited by a feature or declared non-spatial, and not both. */
export function checkCoverage(bundle: PlanBundle, report: Report): void {
  const cited = listCited(bundle);
  const declared = new Set(bundle.nonSpatial.map(({ doc, para }) => nameParagraph(doc, para)));
  for (const doc of bundle.plan.docs) {
    for (const { id } of doc.paragraphs) {
      const key = nameParagraph(doc.id, id);
      if (!cited.has(key) && !declared.has(key)) {
        report({
          code: 'paragraph-unaccounted',
          file: MANIFEST_FILE,
          at: id,
          message: `paragraph "${id}" is neither cited by a feature nor declared non-spatial`,
          remedy: 'Cite it in a feature’s planRefs or add it to nonSpatial with a reason.',
        });
      } else if (cited.has(key) && declared.has(key)) {
        const citing = bundle.features.features.find((feature) =>
          listRefs(feature).some((ref) => nameParagraph(ref.doc, ref.para) === key),
        );
        report({
          code: 'paragraph-cited-and-non-spatial',
          file: MANIFEST_FILE,
          at: id,
          message: `paragraph "${id}" is declared non-spatial, but feature "${citing?.properties.id}" cites it`,
          remedy: 'Take it out of nonSpatial, or drop the citation.',
        });
      }
    }
  }
}
