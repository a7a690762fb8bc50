import type { AuditItem, AuditReport, Badge } from '../../contracts/analysis.ts';
import type { PlanBundle } from '../../contracts/bundle.ts';
import { createBundleContext } from '../bundle-context.ts';
import { auditCounts } from './audit-counts.ts';
import { auditFacts } from './audit-facts.ts';
import { auditFigures } from './audit-figures.ts';
import { auditIndicators, listIndicatorCounts } from './audit-indicators.ts';
import { auditLists } from './audit-lists.ts';
import { auditQuotes } from './audit-quotes.ts';
import { auditSums, auditWrittenSums } from './audit-sums.ts';
import { describeCoverage } from './describe-coverage.ts';
import { findCounts } from './find-counts.ts';
import { listCitations, type PlacedParagraph } from './list-citations.ts';

/**
 * 图文核对: recomputes every number of the text, the cards and the indicators that the bundle can answer, and says how
 * far the map covers the text. The claims come from the data; nothing is particular to one county. Pure.
 */
export function auditBundle(bundle: PlanBundle): AuditReport {
  const context = createBundleContext(bundle);
  const placed = listCitations(bundle);
  const features = bundle.features.features.filter(
    ({ properties }) => properties.status !== 'cancelled',
  );
  const byIndicator = listIndicatorCounts(bundle);
  const sums = features.flatMap((feature) => [
    ...auditSums(context, feature),
    ...auditWrittenSums(feature),
  ]);
  const summed = new Set(sums.map(({ id }) => id.replace(/^sum/, 'figure')));
  const items: readonly AuditItem[] = [
    ...placed.flatMap((paragraph) => auditParagraph(paragraph, byIndicator)),
    ...auditIndicators(bundle),
    ...features.flatMap((feature) => auditFacts(context, feature)),
    ...sums,
    // A figure without geometry that its members answer is answered.
    ...features
      .flatMap((feature) => auditFigures(context, feature))
      .filter(({ id, badge }) => badge !== 'unanswerable' || !summed.has(id)),
  ];
  const tally: Record<Badge, number> = { agrees: 0, differs: 0, schematic: 0, unanswerable: 0 };
  for (const { badge } of items) tally[badge] += 1;
  return { items, tally, coverage: describeCoverage(bundle, placed) };
}

function auditParagraph(
  placed: PlacedParagraph,
  byIndicator: ReadonlySet<string>,
): readonly AuditItem[] {
  const { paragraph } = placed;
  const lists = auditLists(placed);
  const listed = new Set(lists.map(({ claim }) => claim.text.zh));
  const answered = new Set(
    findCounts(paragraph.text)
      .filter(({ text }) => listed.has(text) || byIndicator.has(`${paragraph.id}/${text}`))
      .map(({ start }) => `${paragraph.id}/${start}`),
  );
  return [...auditCounts(placed, answered), ...lists, ...auditQuotes(placed)];
}
