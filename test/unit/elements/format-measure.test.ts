import { describe, expect, it } from 'vitest';
import { panelMessages } from '../../../src/elements/messages/panel-messages.ts';
import { formatMeasure, formatRadius } from '../../../src/elements/plan-card/format-measure.ts';

const { units } = panelMessages['zh-Hans'].card;
const inEnglish = panelMessages.en.card.units;

describe('formatMeasure', () => {
  it.each([
    [{ value: 61.7, unit: 'km', stated: false }, '61.7 公里'],
    [{ value: 9.42, unit: 'km2', stated: true }, '9.42 平方公里（942 公顷）'],
    [{ value: 2514.4, unit: 'km2', stated: true }, '2,514.4 平方公里（377.2 万亩）'],
    [{ value: 12, unit: 'ha', stated: true }, '12 公顷（180 亩）'],
    [{ value: 450, unit: 'ha', stated: true }, '450 公顷（4.5 平方公里）'],
    [{ value: 1500, unit: 'mu', stated: true }, '1,500 亩（1 平方公里）'],
    [{ value: 155.18, unit: 'CNY1e8', stated: true }, '155.18 亿元'],
  ] as const)('writes %o as %s', (measure, written) => {
    expect(formatMeasure(measure, units, 'zh-Hans')).toBe(written);
  });

  it('rounds what was measured and leaves what a source states', () => {
    expect(formatMeasure({ value: 61.7351, unit: 'km', stated: false }, units, 'zh-Hans')).toBe(
      '61.74 公里',
    );
  });

  it('writes English', () => {
    expect(formatMeasure({ value: 9.42, unit: 'km2', stated: true }, inEnglish, 'en')).toBe(
      '9.42 km² (942 ha)',
    );
  });
});

describe('formatRadius', () => {
  it('turns to kilometres from 1000 m', () => {
    expect(formatRadius(400, units, 'zh-Hans')).toBe('400 米');
    expect(formatRadius(6000, units, 'zh-Hans')).toBe('6 公里');
  });
});
