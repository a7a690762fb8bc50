import type { PlanBundle } from '../contracts/bundle.ts';
import type { Problem } from '../contracts/errors.ts';
import { listCited } from './check-coverage.ts';

/** What a bundle holds, as the counts line names it. */
export interface BundleCounts {
  readonly corridors: number;
  readonly zones: number;
  readonly parks: number;
  readonly airport: number;
  readonly seats: number;
  readonly paragraphs: number;
  /** Paragraphs that are cited by a feature or declared non-spatial. */
  readonly accounted: number;
  readonly dangling: number;
  readonly features: number;
  /** Features without a place on the map. */
  readonly textOnly: number;
  readonly inferred: number;
  /** Distinct quotes of the plan that features cite. */
  readonly phrases: number;
  readonly layers: number;
  readonly sources: number;
  readonly indicators: number;
  readonly views: number;
}

/** Counts a bundle; `problems` are those of `checkBundle`, for the dangling references. Pure. */
export function countBundle(bundle: PlanBundle, problems: readonly Problem[]): BundleCounts {
  const features = bundle.features.features;
  const count = (isCounted: (feature: (typeof features)[number]) => boolean): number =>
    features.filter(isCounted).length;
  const cited = listCited(bundle);
  const declared = new Set(bundle.nonSpatial.map(({ doc, para }) => `${doc}/${para}`));
  const paragraphs = bundle.plan.docs.flatMap((doc) =>
    doc.paragraphs.map(({ id }) => `${doc.id}/${id}`),
  );
  const quotes = features.flatMap(({ properties }) =>
    properties.planRefs.map(({ doc, para, quote }) => `${doc}/${para}/${quote}`),
  );
  return {
    corridors: count(({ properties }) => properties.layer === 'corridors'),
    zones: count(({ properties }) => properties.layer === 'zones'),
    parks: count(({ properties }) => properties.kind === 'park'),
    airport: count(({ properties }) => properties.layer === 'airport'),
    seats: count(({ properties }) => properties.layer === 'seats'),
    paragraphs: paragraphs.length,
    accounted: paragraphs.filter((key) => cited.has(key) || declared.has(key)).length,
    dangling: problems.filter(({ code }) => code.startsWith('dangling-')).length,
    features: features.length,
    textOnly: count(({ geometry }) => geometry === null),
    inferred: count(({ properties }) => properties.accuracy.class === 'inferred'),
    phrases: new Set(quotes).size,
    layers: bundle.layers.length,
    sources: bundle.sources.length,
    indicators: bundle.indicators.length,
    views: bundle.views.length,
  };
}

/** The counts as two lines of text. */
export const writeCounts = (counts: BundleCounts): string =>
  [
    `corridors ${counts.corridors}, zones ${counts.zones}, parks ${counts.parks}, airport ${counts.airport}, ` +
      `seats ${counts.seats}, paragraphs ${counts.accounted} of ${counts.paragraphs} accounted for, ` +
      `dangling references ${counts.dangling}`,
    `features ${counts.features} (inferred ${counts.inferred}, text only ${counts.textOnly}), phrases ${counts.phrases}, ` +
      `layers ${counts.layers}, sources ${counts.sources}, indicators ${counts.indicators}, views ${counts.views}`,
  ].join('\n');
