import type { FigureUnit } from '../contracts/analysis.ts';
import type { Bilingual } from '../contracts/theme.ts';

interface UnitRow {
  readonly name: Bilingual;
  readonly dimension: 'length' | 'area' | 'money' | 'other';
  /** In metres, square metres, yuan. */
  readonly factor: number;
}

/** 1 km² = 100 ha = 1500 mu (亩); 1 mu = 10000/15 m². */
const UNITS: Readonly<Record<FigureUnit, UnitRow>> = {
  km: { name: { zh: '公里', en: 'km' }, dimension: 'length', factor: 1000 },
  m: { name: { zh: '米', en: 'm' }, dimension: 'length', factor: 1 },
  km2: { name: { zh: '平方公里', en: 'km²' }, dimension: 'area', factor: 1e6 },
  ha: { name: { zh: '公顷', en: 'ha' }, dimension: 'area', factor: 1e4 },
  mu: { name: { zh: '亩', en: 'mu' }, dimension: 'area', factor: 1e4 / 15 },
  m2: { name: { zh: '平方米', en: 'm²' }, dimension: 'area', factor: 1 },
  CNY1e4: { name: { zh: '万元', en: 'CNY 10,000' }, dimension: 'money', factor: 1e4 },
  CNY1e8: { name: { zh: '亿元', en: 'CNY 100 million' }, dimension: 'money', factor: 1e8 },
  deg: { name: { zh: '度', en: '°' }, dimension: 'other', factor: 1 },
  count: { name: { zh: '项', en: 'items' }, dimension: 'other', factor: 1 },
  percent: { name: { zh: '%', en: '%' }, dimension: 'other', factor: 1 },
  year: { name: { zh: '年', en: '' }, dimension: 'other', factor: 1 },
  number: { name: { zh: '', en: '' }, dimension: 'other', factor: 1 },
};

export const unitName = (unit: FigureUnit): Bilingual => UNITS[unit].name;

export const dimensionOf = (unit: FigureUnit): UnitRow['dimension'] => UNITS[unit].dimension;

/** A figure in another unit of the same dimension. Throws a `RangeError` across dimensions. */
export function convertFigure(value: number, from: FigureUnit, to: FigureUnit): number {
  if (from === to) return value;
  if (UNITS[from].dimension !== UNITS[to].dimension || UNITS[from].dimension === 'other') {
    throw new RangeError(`cannot convert ${from} to ${to}`);
  }
  return (value * UNITS[from].factor) / UNITS[to].factor;
}

/** A figure as text, rounded to `decimals` without trailing zeros, with its unit. */
export function formatFigure(value: number, unit: FigureUnit, decimals = 2): Bilingual {
  const { zh, en } = UNITS[unit].name;
  const number = (locale: string): string =>
    value.toLocaleString(locale, {
      maximumFractionDigits: decimals,
      useGrouping: unit !== 'year',
    });
  const gap = unit === 'percent' || unit === 'deg' ? '' : ' ';
  return {
    zh: `${number('zh-CN')}${gap}${zh}`.trim(),
    en: `${number('en-GB')}${gap}${en}`.trim(),
  };
}
