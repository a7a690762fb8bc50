import type { Paragraph, PlanBundle, PlanFeature, PlanRef } from '../../contracts/bundle.ts';

/** A feature's quote as it stands in its paragraph. */
export interface Citation {
  readonly feature: PlanFeature;
  readonly ref: PlanRef;
  /** UTF-16 offsets into the paragraph's text; −1 when the quote does not occur. */
  readonly start: number;
  readonly end: number;
}

/** A paragraph with the id of its document. */
export interface PlacedParagraph {
  readonly doc: string;
  readonly paragraph: Paragraph;
  readonly citations: readonly Citation[];
}

/** Every paragraph with what cites it. Cancelled features count for nothing. */
export function listCitations(bundle: PlanBundle): readonly PlacedParagraph[] {
  const features = bundle.features.features.filter(
    ({ properties }) => properties.status !== 'cancelled',
  );
  return bundle.plan.docs.flatMap(({ id: doc, paragraphs }) =>
    paragraphs.map((paragraph) => ({
      doc,
      paragraph,
      citations: features.flatMap((feature) =>
        feature.properties.planRefs
          .filter((ref) => ref.doc === doc && ref.para === paragraph.id)
          .map((ref) => {
            const start = paragraph.text.indexOf(ref.quote);
            return { feature, ref, start, end: start + ref.quote.length };
          }),
      ),
    })),
  );
}
