import type { AuditItem, FigureUnit } from '../../contracts/analysis.ts';
import type { Indicator, PlanBundle } from '../../contracts/bundle.ts';
import { pair, say } from '../bilingual.ts';
import { findCounts } from './find-counts.ts';
import { findYearBefore, listNumbers, scaleOf } from './indicator-numbers.ts';
import { createJudged, createUnanswerable, roundingOf, TOLERANCES } from './judge.ts';

/**
 * Checks each indicator against the plan's words and against what is known: its target and year as the quote says
 * them, what it enumerates, its known values as printed, the share that its note works out, and whether it was reached.
 */
export function auditIndicators(bundle: PlanBundle): readonly AuditItem[] {
  return bundle.indicators.flatMap((indicator) => [
    ...auditTarget(indicator),
    ...auditEnumeration(indicator),
    ...auditYear(bundle, indicator),
    ...auditKnown(indicator),
    ...auditProgress(indicator),
    auditOutcome(indicator),
  ]);
}

/** Counts that an indicator answers, as `para/text`. */
export const listIndicatorCounts = (bundle: PlanBundle): ReadonlySet<string> =>
  new Set(
    bundle.indicators.flatMap(({ planRefs }) =>
      planRefs.flatMap(({ para, quote }) =>
        findCounts(quote).map((claim) => `${para}/${claim.text}`),
      ),
    ),
  );

function auditTarget(indicator: Indicator): readonly AuditItem[] {
  const { target } = indicator;
  const ref = indicator.planRefs[0];
  if (!ref || target.value === undefined) return [];
  const scale = scaleOf(indicator.unit);
  const said = listNumbers(ref.quote).map((number) => number / scale);
  const base = draft(indicator, 'target', {
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
  const base = draft(indicator, 'target', {
    text: pair(text, textEn),
    value: printed[0]!,
    unit: unitOf(indicator),
  });
  return [createJudged({ ...base, id: `${base.id}-print` }, value, 0, [])];
}

/** 八大强县 against the eight that the target names; 一城五地 against one and five, parted by a semicolon. */
function auditEnumeration(indicator: Indicator): readonly AuditItem[] {
  const ref = indicator.planRefs[0];
  if (!ref) return [];
  const claims = findCounts(ref.quote);
  const groups = indicator.target.text.split('；').map((group) => group.split('、'));
  const isListed = groups.some((group) => group.length > 1);
  if (!isListed || claims.length !== groups.length) return [];
  return claims.map((claim, position) => {
    const parts = groups[position]!;
    const base = draft(indicator, 'list', {
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

function auditYear(bundle: PlanBundle, indicator: Indicator): readonly AuditItem[] {
  return indicator.planRefs.flatMap((ref) => {
    const doc = bundle.plan.docs.find(({ id }) => id === ref.doc);
    const text = doc?.paragraphs.find(({ id }) => id === ref.para)?.text ?? '';
    const at = text.indexOf(ref.quote);
    const year = at < 0 ? null : findYearBefore(text, at, doc?.period?.[1] ?? null);
    if (year === null) return [];
    const base = draft(indicator, 'year', {
      para: ref.para,
      quote: ref.quote,
      text: say(ref.quote, ref.quote),
      value: year,
      unit: 'year',
    });
    return [createJudged(base, indicator.year, 0, [])];
  });
}

/** A known value beside its own print: 155.18 and “155.18 亿元”. */
function auditKnown(indicator: Indicator): readonly AuditItem[] {
  return indicator.known.flatMap((known) => {
    if (known.value === undefined) return [];
    const scale = scaleOf(indicator.unit);
    const printed = listNumbers(known.text).map((number) => number / scale);
    const base = draft(indicator, 'known', {
      text: pair(known.text, known.textEn),
      value: printed.find((number) => isNear(number, known.value!)) ?? printed[0] ?? known.value,
      unit: unitOf(indicator),
    });
    const placed = { ...base, id: `${base.id}-${known.year}` };
    if (printed.length === 0) {
      const note = say('这个数没有原文可对。', 'The value has no print to compare with.');
      return [createUnanswerable({ ...placed, note })];
    }
    return [createJudged(placed, known.value, 0, [])];
  });
}

/** “2024年为目标的 78%” of the note, worked out again. */
function auditProgress(indicator: Indicator): readonly AuditItem[] {
  const match = /(\d{4})年为目标的\s*(\d+(?:\.\d+)?)\s*%/.exec(indicator.note ?? '');
  const known = indicator.known.find(({ year }) => year === Number(match?.[1]));
  const { target } = indicator;
  if (!match || known?.value === undefined || target.value === undefined) return [];
  const unit = unitOf(indicator);
  const share = Number(match[2]);
  const base = draft(indicator, 'progress', {
    text: pair(indicator.note!, indicator.noteEn),
    value: share,
    unit: 'percent',
  });
  const working = [
    { label: say(`${known.year}年`, String(known.year)), operator: null, value: known.value },
    { label: say('目标', 'Target'), operator: '÷' as const, value: target.value },
  ].map((step) => ({ ...step, unit, featureIds: [] }));
  return [
    createJudged({ ...base, working }, (100 * known.value) / target.value, roundingOf(share), []),
  ];
}

/** Whether the target was reached: answered once a value of the target's year is known. */
function auditOutcome(indicator: Indicator): AuditItem {
  const { target, year } = indicator;
  const base = draft(indicator, 'outcome', {
    text: pair(target.text, target.textEn),
    value: target.value ?? year,
    unit: target.value === undefined ? 'year' : unitOf(indicator),
  });
  const last = indicator.known.toSorted((a, b) => a.year - b.year).at(-1);
  const known = indicator.known.find((value) => value.year === year)?.value;
  if (target.value === undefined || known === undefined) {
    const note =
      last === undefined
        ? say('现值未见。', 'No value is known.')
        : say(
            `目标年 ${year} 的数未见；最近为 ${last.year} 年：${last.text}。`,
            `No value of ${year} is known; the last is of ${last.year}: ${last.textEn ?? last.text}.`,
          );
    return createUnanswerable({ ...base, note });
  }
  // A rank, a ratio that narrows and a ceiling are reached from above.
  const isCeiling = /强|位|缩小|降|不超过|以内|低于/.test(target.text);
  const isReached = isCeiling ? known <= target.value : known >= target.value;
  return {
    ...base,
    badge: isReached ? 'agrees' : 'differs',
    found: { value: known, unit: base.claim.unit },
    tolerance: 0,
    working: [],
    note: isReached ? say('已达到。', 'Reached.') : say('未达到。', 'Not reached.'),
  };
}

function draft(
  indicator: Indicator,
  kind: AuditItem['kind'],
  claim: AuditItem['claim'],
): Pick<AuditItem, 'id' | 'kind' | 'subject' | 'claim' | 'featureIds'> {
  return {
    id: `${kind}/${indicator.id}`,
    kind,
    subject: pair(indicator.name, indicator.nameEn),
    claim,
    featureIds: [],
  };
}

const unitOf = ({ unit }: Indicator): FigureUnit =>
  unit === '亿元' ? 'CNY1e8' : unit === '万元' ? 'CNY1e4' : unit === '%' ? 'percent' : 'number';

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
