import { describe, expect, it } from 'vitest';
import { parseCoordinates } from '../../../src/analysis/measure/parse-coordinates.ts';

const EXTENT = [112.7, 37.75, 114.05, 38.75] as const;
const parse = (text: string): ReturnType<typeof parseCoordinates> =>
  parseCoordinates(text, { extent: EXTENT });

describe('typed coordinates of the county seat', () => {
  it.each([
    ['113.412, 38.086', 'decimal', 4490, ''],
    ['113.412，38.086', 'decimal', 4490, ''],
    ['113.412 38.086', 'decimal', 4490, ''],
    ['(113.412; 38.086)', 'decimal', 4490, ''],
    ['１１３．４１２，３８．０８６', 'decimal', 4490, ''],
    ['38.086, 113.412', 'decimal', 4490, 'axes-swapped'],
    ['113.412E 38.086N', 'decimal', 4490, ''],
    ['38.086°N, 113.412°E', 'decimal', 4490, ''],
    ['N38.086 E113.412', 'decimal', 4490, ''],
    ['经度：113.412 纬度：38.086', 'decimal', 4490, ''],
    ['lat: 38.086, lon: 113.412', 'decimal', 4490, ''],
    ['113°24′43.2″E 38°05′09.6″N', 'dms', 4490, ''],
    ['38°05′09.6″N 113°24′43.2″E', 'dms', 4490, ''],
    ['东经113度24分43.2秒，北纬38度5分9.6秒', 'dms', 4490, ''],
    ['北纬38°05′09.6″ 东经113°24′43.2″', 'dms', 4490, ''],
    [`113º24'43.2" 38º5'9.6"`, 'dms', 4490, ''],
    ["113°24'43.2'' 38°05'09.6''", 'dms', 4490, ''],
    ["113°24.72' 38°5.16'", 'dms', 4490, ''],
    ['38°05′09.6″ 113°24′43.2″', 'dms', 4490, 'axes-swapped'],
    ['113 24 43.2, 38 5 9.6', 'dms', 4490, ''],
    ['113-24-43.2 38-05-09.6', 'dms', 4490, ''],
    ['448414.66, 4217207.07', 'plane', 4547, ''],
    ['4217207.07 448414.66', 'plane', 4547, 'axes-swapped'],
    ['X=4217207.07 Y=448414.66', 'plane', 4547, 'axes-swapped'],
    ['38448414.66 4217207.07', 'plane-with-zone', 4526, ''],
    ['4217207.07, 38448414.66', 'plane-with-zone', 4526, 'axes-swapped'],
  ])('are read: %s', (text, system, epsg, warnings) => {
    const parsed = parse(text);
    expect(parsed).toMatchObject({ isValid: true, system, epsg });
    if (!parsed.isValid) return;
    expect(parsed.position[0]).toBeCloseTo(113.412, 6);
    expect(parsed.position[1]).toBeCloseTo(38.086, 6);
    expect(parsed.warnings.map(({ code }) => code).join()).toBe(warnings);
  });
});

describe('other coordinates', () => {
  it('are read outside the map, with a warning', () => {
    expect(parse('121.47, 31.23')).toMatchObject({
      isValid: true,
      position: [121.47, 31.23],
      warnings: [{ code: 'outside-extent' }],
    });
    expect(parse('71.06°W 42.35°N')).toMatchObject({ isValid: true, position: [-71.06, 42.35] });
    expect(parse('西经71.06 南纬42.35')).toMatchObject({
      isValid: true,
      position: [-71.06, -42.35],
    });
  });

  it('with an easting of the neighbouring zone say which meridian was read', () => {
    const parsed = parse('710000 4220000');
    expect(parsed).toMatchObject({
      isValid: true,
      epsg: 4546,
      warnings: [{ code: 'neighbouring-zone' }],
    });
  });
});

describe('what is no position', () => {
  it.each([
    ['', '两个数'],
    ['盂县', '两个数'],
    ['113.412', '两个数'],
    ['113.412, 38.086, 820', '两个数'],
    ['113°70′ 38°05′', '60'],
    ['113 24 61, 38 5 9', '60'],
    ['200, 100', '±180°'],
    ['东经113.4 东经38', '同一个方向'],
    ['448414.7, 99', '3 度带'],
    ['99448414.7 4217207.1', '3 度带'],
    ['448414.7 448414.7', '3 度带'],
    ['38448414.7 38448414.7', '3 度带'],
    ['NaN, Infinity', '两个数'],
    [`${'9'.repeat(400)} 1`, '3 度带'],
  ])('is refused with the reason: %s', (text, reason) => {
    const parsed = parse(text);
    expect(parsed.isValid ? '' : parsed.reason.zh).toContain(reason);
    expect(parsed.isValid ? '' : parsed.reason.en).not.toBe('');
  });

  it('does not stall on a long line', () => {
    const start = performance.now();
    parse('1 '.repeat(20_000));
    parse('1'.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
