import type { AuditItem } from '../../contracts/analysis.ts';
import type { Indicator } from '../../contracts/bundle.ts';
import { pair, say } from '../bilingual.ts';
import { draftOf, isNear, unitOf } from './indicator-draft.ts';
import { listNumbers, scaleOf } from './indicator-numbers.ts';
import { createJudged, createUnanswerable, roundingOf } from './judge.ts';

/** A known value beside its own print: 155.18 and “155.18 亿元”. */
export function auditKnown(indicator: Indicator): readonly AuditItem[] {
  return indicator.known.flatMap((known) => {
    if (known.value === undefined) return [];
    const scale = scaleOf(indicator.unit);
    const printed = listNumbers(known.text).map((number) => number / scale);
    const base = draftOf(indicator, 'known', {
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
export function auditProgress(indicator: Indicator): readonly AuditItem[] {
  const match = /(\d{4})年为目标的\s*(\d+(?:\.\d+)?)\s*%/.exec(indicator.note ?? '');
  const known = indicator.known.find(({ year }) => year === Number(match?.[1]));
  const { target } = indicator;
  if (!match || known?.value === undefined || target.value === undefined) return [];
  const unit = unitOf(indicator);
  const share = Number(match[2]);
  const base = draftOf(indicator, 'progress', {
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
export function auditOutcome(indicator: Indicator): AuditItem {
  const { target, year } = indicator;
  const base = draftOf(indicator, 'outcome', {
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
