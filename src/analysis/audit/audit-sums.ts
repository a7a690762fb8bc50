import type { AuditItem } from '../../contracts/analysis.ts';
import type { Measure, PlanFeature } from '../../contracts/bundle.ts';
import { dropTurns } from '../../contracts/drop-turns.ts';
import { nameOf, pair, say } from '../bilingual.ts';
import { convertFigure } from '../figure-units.ts';
import { membersOf, type BundleContext } from '../bundle-context.ts';
import { createJudged, createUnanswerable, roundingOf, TOLERANCES } from './judge.ts';

/**
 * Checks a whole against its members: the development zone against its parks (9.42 = 3.06 + 2.53 + 3.83), a corridor
 * against its roads. Asked where at least two members bear a figure of the same key.
 */
export function auditSums(context: BundleContext, feature: PlanFeature): readonly AuditItem[] {
  const members = membersOf(context, feature);
  return Object.entries(feature.properties.measure ?? {}).flatMap(([key, measure]) => {
    const parts = members.flatMap((member) => {
      const part = member.properties.measure?.[key];
      return part && part.stated === measure.stated ? [{ member, part }] : [];
    });
    if (parts.length < 2) return [];
    const base = {
      id: `sum/${feature.properties.id}/${key}`,
      kind: 'sum' as const,
      subject: nameOf(feature),
      claim: {
        text: pair(measure.label, measure.labelEn),
        value: measure.value,
        unit: measure.unit,
      },
      featureIds: [feature.properties.id],
      working: parts.map(({ member, part }, index) => ({
        label: nameOf(member),
        operator: index === 0 ? null : ('+' as const),
        value: part.value,
        unit: part.unit,
        featureIds: [member.properties.id],
      })),
    };
    const lacking = members.filter(
      (member) => member.geometry !== null && !parts.some((part) => part.member === member),
    );
    if (measure.stated && lacking.length > 0) {
      const note = say(
        `${lacking.map(({ properties }) => dropTurns(properties.name)).join('、')}没有这项数值，无从相加。`,
        `No figure for ${lacking.map((member) => dropTurns(nameOf(member).en)).join(', ')}, so there is no sum.`,
      );
      return [createUnanswerable({ ...base, note })];
    }
    const sum = parts.reduce(
      (total, { part }) => total + convertFigure(part.value, part.unit, measure.unit),
      0,
    );
    const note = measure.stated
      ? say('所述数值相加，与图形无关。', 'A sum of stated figures, not of geometry.')
      : say(
          '各成员的登记值相加，并行的线各计一次。',
          'A sum of recorded figures; lines side by side count each.',
        );
    return [
      createJudged({ ...base, note }, sum, roundingOfSum(measure, parts), [
        feature.properties.accuracy.class,
      ]),
    ];
  });
}

/** A fact that is itself a sum: 构成 “3.06 + 2.53 + 3.83 = 9.42 平方公里”. */
export function auditWrittenSums({ properties }: PlanFeature): readonly AuditItem[] {
  return (properties.attributes ?? []).flatMap((attribute, position) => {
    const match = /(\d[\d.]*(?:\s*[+＋]\s*\d[\d.]*)+)\s*[=＝]\s*(\d[\d.]*)/.exec(attribute.value);
    if (!match) return [];
    const parts = match[1]!.split(/[+＋]/).map(Number);
    const whole = Number(match[2]);
    const unit = Object.values(properties.measure ?? {}).find(({ value }) => value === whole)?.unit;
    const measured = Object.values(properties.measure ?? {}).filter(({ stated }) => stated);
    const text = pair(attribute.value, attribute.valueEn);
    const base = {
      id: `sum/${properties.id}/fact-${position}`,
      kind: 'sum' as const,
      subject: pair(
        `${dropTurns(properties.name)}：${attribute.label}`,
        `${dropTurns(properties.nameEn ?? properties.name)}: ${attribute.labelEn ?? attribute.label}`,
      ),
      claim: { text, value: whole, unit: unit ?? ('number' as const) },
      featureIds: [properties.id],
      working: parts.map((value, index) => ({
        label: say(String(value), String(value)),
        operator: index === 0 ? null : ('+' as const),
        value,
        unit: unit ?? ('number' as const),
        featureIds: [],
      })),
      note:
        unit === undefined && measured.length > 0
          ? say('这个和与本要素的任何数值都不同。', 'The sum is none of the feature’s own figures.')
          : null,
    };
    const sum = parts.reduce((total, part) => total + part, 0);
    return [createJudged(base, sum, roundingOf(whole), [properties.accuracy.class])];
  });
}

/** Each part is rounded by itself, and so is the whole. */
function roundingOfSum(whole: Measure, parts: readonly { readonly part: Measure }[]): number {
  const halves = [whole, ...parts.map(({ part }) => part)].map(
    ({ value }) => roundingOf(value) * value,
  );
  const allowed = halves.reduce((total, half) => total + half, 0) / whole.value;
  return Math.min(TOLERANCES.mostRounding, allowed);
}
