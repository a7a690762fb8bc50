import type { AuditItem } from '../../contracts/analysis.ts';
import type { PlanFeature } from '../../contracts/bundle.ts';
import { nameOf, say } from '../bilingual.ts';
import { endsWithNoun, findCounts, type CountClaim } from './find-counts.ts';
import { createJudged, createUnanswerable, TOLERANCES } from './judge.ts';
import type { Citation, PlacedParagraph } from './list-citations.ts';

/**
 * Answers what the plan counts (四纵四横, 四大旅游板块) by counting the features that cite those words.
 * Only links that the plan names count, no reading of ours; of these, the ones that define, where there are any.
 * `answered`: counts that an indicator or the text itself answers, as `para/start`; they need no feature.
 */
export function auditCounts(
  placed: PlacedParagraph,
  answered: ReadonlySet<string>,
): readonly AuditItem[] {
  const { paragraph, citations } = placed;
  const claims = findCounts(paragraph.text);
  const items = claims.flatMap((claim) => {
    const covering = citations.filter(
      ({ ref, start, end }) =>
        ref.basis === 'named' && start >= 0 && start <= claim.start && end >= claim.end,
    );
    const counted = pickCounted(claim, claims, covering);
    const base = {
      id: `count/${paragraph.id}/${claim.text}`,
      kind: 'count' as const,
      subject: say(claim.text, claim.text),
      claim: {
        para: paragraph.id,
        ...(covering[0] && { quote: covering[0].ref.quote }),
        text: say(claim.text, claim.text),
        value: claim.value,
        unit: 'count' as const,
      },
    };
    if (counted === null) {
      if (!claim.isFormula || answered.has(`${paragraph.id}/${claim.start}`)) return [];
      const note = say(
        '没有要素写明对应这个数，图上无从计数。',
        'No feature is tied to this number, so the map has nothing to count.',
      );
      return [createUnanswerable({ ...base, featureIds: [], note })];
    }
    return [countFeatures(base, counted)];
  });
  // The same words twice in a paragraph are one claim.
  return items.filter((item, index) => items.findIndex(({ id }) => id === item.id) === index);
}

/** Counts that nothing is tied to and that are no planning formula. */
export function listUnlinked(placed: PlacedParagraph): readonly CountClaim[] {
  return findCounts(placed.paragraph.text).filter(
    (claim) =>
      !claim.isFormula &&
      !placed.citations.some(
        ({ ref, start, end }) =>
          ref.basis === 'named' && start >= 0 && start <= claim.start && end >= claim.end,
      ),
  );
}

export function countFeatures(
  base: Omit<Parameters<typeof createJudged>[0], 'featureIds' | 'working' | 'note'>,
  counted: readonly PlanFeature[],
): AuditItem {
  const soft = counted.filter(({ properties }) => properties.accuracy.class === 'inferred').length;
  const note =
    soft === 0
      ? null
      : say(
          `所数 ${counted.length} 项中 ${soft} 项为推断，非规划原文。`,
          `${soft} of the ${counted.length} counted are our own reading, not the plan’s words.`,
        );
  return createJudged(
    {
      ...base,
      featureIds: counted.map(({ properties }) => properties.id),
      working: counted.map((feature, index) => ({
        label: nameOf(feature),
        operator: index === 0 ? null : ('+' as const),
        value: 1,
        unit: 'count' as const,
        featureIds: [feature.properties.id],
      })),
      note,
    },
    counted.length,
    TOLERANCES.count,
    counted.map(({ properties }) => properties.accuracy.class),
  );
}

/** The features that a count speaks of; null when no feature is tied to it. */
function pickCounted(
  claim: CountClaim,
  claims: readonly CountClaim[],
  covering: readonly Citation[],
): readonly PlanFeature[] | null {
  if (covering.length === 0) return null;
  const defining = covering.filter(({ ref }) => ref.role === 'defines');
  const features = [
    ...new Set((defining.length > 0 ? defining : covering).map(({ feature }) => feature)),
  ];
  const rivals = claims.filter(
    (other) =>
      other.noun !== claim.noun &&
      covering.some(({ start, end }) => start <= other.start && end >= other.end),
  );
  if (rivals.length === 0) return features;
  // 四纵四横: one quote, two counts. The badge or the name tells which, and with it the kind of the things.
  const nouns = [claim, ...rivals].map(({ noun }) => noun);
  const kinds = new Map<string, string>();
  for (const noun of nouns) {
    const first = features.find((feature) => isCalled(feature, noun));
    if (first) kinds.set(noun, first.properties.kind);
  }
  if (kinds.size === 0) return null;
  const kind = kinds.get(claim.noun);
  const hasOwnKind = new Set(kinds.values()).size === kinds.size;
  return features.filter((feature) =>
    hasOwnKind ? feature.properties.kind === kind : isCalled(feature, claim.noun),
  );
}

function isCalled({ properties }: PlanFeature, noun: string): boolean {
  const badge = properties.std?.['badge'];
  return typeof badge === 'string'
    ? badge.includes(noun)
    : properties.name.startsWith(noun) || endsWithNoun(properties.name, noun);
}
