import type { AuditItem } from '../../contracts/analysis.ts';
import type { Measure, PlanFeature } from '../../contracts/bundle.ts';
import { say } from '../bilingual.ts';
import { convertFigure, dimensionOf } from '../figure-units.ts';
import { createJudged, roundingOf } from './judge.ts';

const CHAINAGE = /[A-Z]?K(\d+)\+(\d{3})\s*[—–-]\s*[A-Z]?K(\d+)\+(\d{3})/;

/** A stated length that names its chainage (桩号): K466+190—K495+377 → 29.187 km. Null when it does not. */
export function auditChainage(
  { properties }: PlanFeature,
  measure: Measure,
  base: Pick<AuditItem, 'id' | 'kind' | 'subject' | 'claim' | 'featureIds'>,
): AuditItem | null {
  if (
    !measure.stated ||
    dimensionOf(measure.unit) !== 'length' ||
    !measure.label.includes('桩号')
  ) {
    return null;
  }
  const text = (properties.attributes ?? []).map(({ value }) => value).join('；');
  const match = CHAINAGE.exec(text);
  if (!match) return null;
  const [from, to] = [toKm(match[1]!, match[2]!), toKm(match[3]!, match[4]!)];
  const found = convertFigure(Math.abs(to - from), 'km', measure.unit);
  return createJudged(
    {
      ...base,
      working: [
        step(`桩号 K${match[3]}+${match[4]}`, `Chainage K${match[3]}+${match[4]}`, null, to),
        step(`桩号 K${match[1]}+${match[2]}`, `Chainage K${match[1]}+${match[2]}`, '−', from),
      ],
      note: say(
        '由同一要素所列桩号相减，与图形无关。',
        'From the chainage on the card, not from the geometry.',
      ),
    },
    found,
    roundingOf(measure.value),
    [properties.accuracy.class],
  );

  function step(
    zh: string,
    en: string,
    operator: '−' | null,
    value: number,
  ): AuditItem['working'][number] {
    return { label: say(zh, en), operator, value, unit: 'km', featureIds: [properties.id] };
  }
}

const toKm = (kilometres: string, metres: string): number =>
  Number(kilometres) + Number(metres) / 1000;
