import type { Measure, Unit } from '../../contracts/bundle.ts';
import type { Language } from '../../contracts/theme.ts';

type UnitNames = Readonly<Record<Unit, string>>;

/** 1 km² = 100 ha = 1500 mu (亩). */
const HA_PER_KM2 = 100;
const MU_PER_HA = 15;

/**
 * A figure with its unit; an area also in the unit that planners set beside it:
 * 9.42 平方公里（942 公顷）, 12 公顷（180 亩）, 2514 平方公里（377.1 万亩）.
 */
export function formatMeasure(
  measure: Pick<Measure, 'value' | 'unit' | 'stated'>,
  units: UnitNames,
  lang: Language,
): string {
  const { value, unit } = measure;
  const say = (amount: number, name: Unit): string =>
    `${formatNumber(amount, lang)} ${units[name]}`;
  const first = say(measure.stated ? value : roundMeasured(value), unit);
  const second = pairOf(value, unit, say, lang);
  if (second === null) return first;
  return lang === 'en' ? `${first} (${second})` : `${first}（${second}）`;
}

function pairOf(
  value: number,
  unit: Unit,
  say: (amount: number, unit: Unit) => string,
  lang: Language,
): string | null {
  switch (unit) {
    case 'km2':
      if (value < HA_PER_KM2) return say(roundMeasured(value * HA_PER_KM2), 'ha');
      return lang === 'en'
        ? null
        : `${formatNumber(roundMeasured((value * HA_PER_KM2 * MU_PER_HA) / 10_000), lang)} 万亩`;
    case 'ha':
      return value < HA_PER_KM2
        ? say(roundMeasured(value * MU_PER_HA), 'mu')
        : say(roundMeasured(value / HA_PER_KM2), 'km2');
    case 'mu':
      return value < HA_PER_KM2 * MU_PER_HA
        ? say(roundMeasured(value / MU_PER_HA), 'ha')
        : say(roundMeasured(value / MU_PER_HA / HA_PER_KM2), 'km2');
    default:
      return null;
  }
}

/** ±400 米, ±6 公里 */
export function formatRadius(horizontalM: number, units: UnitNames, lang: Language): string {
  return horizontalM >= 1000
    ? `${formatNumber(roundMeasured(horizontalM / 1000), lang)} ${units.km}`
    : `${formatNumber(roundMeasured(horizontalM), lang)} ${units.m}`;
}

/** Four significant figures: more would claim more than a measurement on this map can give. */
function roundMeasured(value: number): number {
  return Number(value.toPrecision(4));
}

function formatNumber(value: number, lang: Language): string {
  return value.toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN', { maximumFractionDigits: 2 });
}
