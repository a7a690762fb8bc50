import type { AuditCoverage, ParagraphCoverage } from '../../contracts/analysis.ts';
import { CERTAINTIES, type PlanBundle } from '../../contracts/bundle.ts';
import { noteOf, pair } from '../bilingual.ts';
import { listUnlinked } from './audit-counts.ts';
import type { PlacedParagraph } from './list-citations.ts';

/** Which paragraphs the map shows, by how many features, and how sure those are. */
export function describeCoverage(
  bundle: PlanBundle,
  placed: readonly PlacedParagraph[],
): AuditCoverage {
  const declared = new Map(bundle.nonSpatial.map((entry) => [`${entry.doc}/${entry.para}`, entry]));
  const paragraphs = placed.map(({ doc, paragraph, citations }): ParagraphCoverage => {
    const sound = citations.filter(({ start }) => start >= 0);
    const listIds = (chosen: typeof sound): string[] => [
      ...new Set(chosen.map(({ feature }) => feature.properties.id)),
    ];
    const reason = declared.get(`${doc}/${paragraph.id}`);
    return {
      doc,
      para: paragraph.id,
      title: pair(paragraph.title, paragraph.titleEn),
      state: sound.length > 0 ? 'mapped' : reason ? 'non-spatial' : 'unaccounted',
      featureIds: listIds(sound),
      namedIds: listIds(sound.filter(({ ref }) => ref.basis === 'named')),
      reason: noteOf(reason?.reason, reason?.reasonEn),
    };
  });
  const count = (state: ParagraphCoverage['state']): number =>
    paragraphs.filter((paragraph) => paragraph.state === state).length;
  return {
    total: paragraphs.length,
    mapped: count('mapped'),
    nonSpatial: count('non-spatial'),
    unaccounted: count('unaccounted'),
    paragraphs,
    byCertainty: CERTAINTIES.map((certainty) => ({
      certainty,
      featureIds: bundle.features.features
        .filter(({ properties }) => properties.accuracy.class === certainty)
        .map(({ properties }) => properties.id),
    })),
    unlinked: placed.flatMap((one) =>
      listUnlinked(one).map(({ text }) => ({ para: one.paragraph.id, text })),
    ),
  };
}
