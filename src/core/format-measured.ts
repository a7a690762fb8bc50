import type { Range } from '../contracts/analysis.ts';
import type { LngLat } from '../contracts/bundle.ts';
import type { AreaUnit, LengthUnit, Measured } from '../contracts/state.ts';
import type { Language } from '../contracts/theme.ts';

interface UnitStyle {
  readonly zh: string;
  readonly en: string;
  /** Metres, or square metres, in one. */
  readonly size: number;
  /** Decimals of a sure value; about a metre, and ten square metres. */
  readonly digits: number;
}

/** 1 km² = 100 ha = 1500 mu (亩). */
const UNITS: Readonly<Record<LengthUnit | AreaUnit, UnitStyle>> = {
  km: { zh: '公里', en: 'km', size: 1000, digits: 3 },
  m: { zh: '米', en: 'm', size: 1, digits: 1 },
  km2: { zh: '平方公里', en: 'km²', size: 1e6, digits: 4 },
  ha: { zh: '公顷', en: 'ha', size: 1e4, digits: 2 },
  mu: { zh: '亩', en: 'mu', size: 1e6 / 1500, digits: 1 },
};
const LABEL_FIGURES = 4;

export function nameUnit(unit: LengthUnit | AreaUnit, lang: Language): string {
  return lang === 'en' ? UNITS[unit].en : UNITS[unit].zh;
}

/** Metres or square metres in a unit: `11.303 公里`; no finer than the range tells. */
export function formatMeasured(
  { value, range }: Pick<Measured, 'value' | 'range'>,
  unit: LengthUnit | AreaUnit,
  lang: Language,
): string {
  return `${sayInSteps(value, range, unit, lang)} ${nameUnit(unit, lang)}`;
}

/** `5.2–17.4 公里` */
export function formatRange(range: Range, unit: LengthUnit | AreaUnit, lang: Language): string {
  return `${sayRange(range, unit, lang)} ${nameUnit(unit, lang)}`;
}

/** Short, for the map: `11.3 公里`, with `5.2–17.4` below when it is soft. */
export function formatLabel(
  { value, range, isSoft }: Measured,
  unit: LengthUnit | AreaUnit,
  lang: Language,
): string {
  const name = nameUnit(unit, lang);
  if (range === null || !isSoft) {
    const amount = Number((value / UNITS[unit].size).toPrecision(LABEL_FIGURES));
    return `${formatNumber(amount, lang, 6)} ${name}`;
  }
  return `${sayInSteps(value, range, unit, lang)} ${name}\n${sayRange(range, unit, lang)}`;
}

/** `113.412000°E 38.086000°N`; six decimals are a tenth of a metre. */
export function formatLngLat([lng, lat]: LngLat, digits = 6): string {
  const part = (value: number, [plus, minus]: readonly [string, string]): string =>
    `${Math.abs(value).toFixed(digits)}°${value < 0 ? minus : plus}`;
  return `${part(lng, ['E', 'W'])} ${part(lat, ['N', 'S'])}`;
}

function sayRange(range: Range, unit: LengthUnit | AreaUnit, lang: Language): string {
  const { least, most } = range;
  return `${sayInSteps(least, range, unit, lang)}–${sayInSteps(most, range, unit, lang)}`;
}

/** Rounded to two figures of the range's half: ±6.1 km to 0.1 km. */
function sayInSteps(
  value: number,
  range: Range | null,
  unit: LengthUnit | AreaUnit,
  lang: Language,
): string {
  const { size, digits } = UNITS[unit];
  const half = range === null ? 0 : (range.most - range.least) / 2 / size;
  const power = half > 0 ? Math.floor(Math.log10(half)) - 1 : -digits;
  const step = 10 ** Math.max(power, -digits);
  return formatNumber(Math.round(value / size / step) * step, lang, digits);
}

function formatNumber(value: number, lang: Language, digits: number): string {
  return value.toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN', { maximumFractionDigits: digits });
}
