import type { AuditItem } from '../../contracts/analysis.ts';
import type { Indicator, PlanBundle } from '../../contracts/bundle.ts';
import { pair, say } from '../bilingual.ts';
import { QUOTE_LOST } from './audit-quotes.ts';
import { findCounts } from './find-counts.ts';
import { draftOf, isNear, unitOf } from './indicator-draft.ts';
import { findYearBefore, listNumbers, scaleOf } from './indicator-numbers.ts';
import { createJudged, createUnanswerable, TOLERANCES } from './judge.ts';

/** A quote that its paragraph does not hold: the text or the quote was changed. */
export function auditWords(bundle: PlanBundle, indicator: Indicator): readonly AuditItem[] {
  return indicator.planRefs.flatMap(({ doc, para, quote }) => {
    const paragraphs = bundle.plan.docs.find(({ id }) => id === doc)?.paragraphs;
    if (paragraphs?.find(({ id }) => id === para)?.text.includes(quote)) return [];
    const base = draftOf(indicator, 'quote', {
      para,
      quote,
      text: say(quote, quote),
      value: 1,
      unit: 'count',
    });
    return [createJudged({ ...base, note: QUOTE_LOST }, 0, 0, [])];
  });
}

/** The target as the plan's words give it: 200亿, 1.7:1, 二十强. */
export function auditTarget(indicator: Indicator): readonly AuditItem[] {
  const { target } = indicator;
  const ref = indicator.planRefs[0];
  if (!ref || target.value === undefined) return [];
  const scale = scaleOf(indicator.unit);
  const said = listNumbers(ref.quote).map((number) => number / scale);
  const base = draftOf(indicator, 'target', {
    para: ref.para,
    quote: ref.quote,
    text: say(ref.quote, ref.quote),
    value: said[0] ?? target.value,
    unit: unitOf(indicator),
  });
  if (said.length !== 1) {
    const note = say('正文这一句没有单独的数字。', 'The plan’s words hold no single figure.');
    return [createUnanswerable({ ...base, note })];
  }
  return [createJudged(base, target.value, 0, []), ...auditPrint(indicator, target.value)];
}

/** The target as the card prints it beside its value; an item only where they part. */
function auditPrint(indicator: Indicator, value: number): readonly AuditItem[] {
  const { text, textEn } = indicator.target;
  const printed = listNumbers(text).map((number) => number / scaleOf(indicator.unit));
  if (printed.length !== 1 || isNear(printed[0]!, value)) return [];
  const base = draftOf(indicator, 'target', {
    text: pair(text, textEn),
    value: printed[0]!,
    unit: unitOf(indicator),
  });
  return [createJudged({ ...base, id: `${base.id}-print` }, value, 0, [])];
}

/** 八大强县 against the eight that the target names; 一城五地 against one and five, parted by a semicolon. */
export function auditEnumeration(indicator: Indicator): readonly AuditItem[] {
  const ref = indicator.planRefs[0];
  if (!ref) return [];
  const claims = findCounts(ref.quote);
  const groups = indicator.target.text.split('；').map((group) => group.split('、'));
  const isListed = groups.some((group) => group.length > 1);
  if (!isListed || claims.length !== groups.length) return [];
  return claims.map((claim, position) => {
    const parts = groups[position]!;
    const base = draftOf(indicator, 'list', {
      para: ref.para,
      quote: ref.quote,
      text: say(claim.text, claim.text),
      value: claim.value,
      unit: 'count',
    });
    const working = parts.map((part, index) => ({
      label: say(part, part),
      operator: index === 0 ? null : ('+' as const),
      value: 1,
      unit: 'count' as const,
      featureIds: [],
    }));
    return createJudged(
      { ...base, id: `${base.id}-${claim.text}`, working },
      parts.length,
      TOLERANCES.count,
      [],
    );
  });
}

/** The year that the plan's words set: 到2030年, “十四五”末. */
export function auditYear(bundle: PlanBundle, indicator: Indicator): readonly AuditItem[] {
  return indicator.planRefs.flatMap((ref) => {
    const doc = bundle.plan.docs.find(({ id }) => id === ref.doc);
    const text = doc?.paragraphs.find(({ id }) => id === ref.para)?.text ?? '';
    const at = text.indexOf(ref.quote);
    const year = at < 0 ? null : findYearBefore(text, at, doc?.period?.[1] ?? null);
    if (year === null) return [];
    const base = draftOf(indicator, 'year', {
      para: ref.para,
      quote: ref.quote,
      text: say(ref.quote, ref.quote),
      value: year,
      unit: 'year',
    });
    return [createJudged(base, indicator.year, 0, [])];
  });
}
