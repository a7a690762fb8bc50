import type { AuditItem } from '../../contracts/analysis.ts';
import type { PlanFeature } from '../../contracts/bundle.ts';
import { nameOf, pair, say } from '../bilingual.ts';
import { countFeatures } from './audit-counts.ts';
import { membersOf, type BundleContext } from '../bundle-context.ts';
import { endsWithNoun, findCounts } from './find-counts.ts';

/**
 * Answers what a card counts (乡镇 “8 镇 5 乡”, “一区三园”, “乡镇中心 7 个”) by its members' names, or by the administrative
 * divisions whose code begins with its own. What neither can answer is left out: a card counts many things.
 */
export function auditFacts(context: BundleContext, feature: PlanFeature): readonly AuditItem[] {
  const { properties } = feature;
  const parts = [...membersOf(context, feature), ...divisionsOf(context, feature)];
  if (parts.length === 0) return [];
  const texts = [
    ...(properties.attributes ?? []).map(({ value, valueEn }) => pair(value, valueEn)),
    ...(properties.note === undefined ? [] : [pair(properties.note, properties.noteEn)]),
  ];
  const items = texts.flatMap((text) =>
    findCounts(text.zh).flatMap((claim) => {
      const counted = parts.filter((part) => endsWithNoun(part.properties.name, claim.noun));
      if (counted.length === 0) return [];
      const name = nameOf(feature);
      const base = {
        id: `count/${properties.id}/${claim.text}`,
        kind: 'count' as const,
        subject: say(`${name.zh}：${claim.text}`, `${name.en}: ${claim.text}`),
        claim: { text, value: claim.value, unit: 'count' as const },
      };
      return [countFeatures(base, counted)];
    }),
  );
  // A note may repeat what a fact says.
  return items.filter((item, index) => items.findIndex(({ id }) => id === item.id) === index);
}

/** Administrative divisions right below a feature: 140322 → 140322101. */
function divisionsOf({ bundle }: BundleContext, feature: PlanFeature): readonly PlanFeature[] {
  const code = codeOf(feature);
  if (code === null) return [];
  const below = bundle.features.features.filter((other) => {
    const otherCode = codeOf(other);
    return other !== feature && otherCode !== null && otherCode.startsWith(code);
  });
  const shortest = Math.min(...below.map((other) => codeOf(other)!.length));
  return below.filter((other) => codeOf(other)!.length === shortest && codeOf(other) !== code);
}

function codeOf({ properties }: PlanFeature): string | null {
  const code = properties.std?.['XZQDM'];
  return typeof code === 'string' ? code : null;
}
