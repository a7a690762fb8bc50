import { describe, expect, it } from 'vitest';
import { findCounts } from '../../../src/analysis/audit/find-counts.ts';
import { findYearBefore, listNumbers } from '../../../src/analysis/audit/indicator-numbers.ts';
import { parseNumeral } from '../../../src/analysis/audit/parse-numeral.ts';

describe('a Chinese numeral', () => {
  it.each([
    ['四', 4],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['三千二百', 3200],
    ['二〇二五', 2025],
    ['2,514', 2514],
    ['9.42', 9.42],
    ['', null],
    ['多', null],
    ['1,2', null],
  ])('%s is %s', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });
});

describe('the counts of a text', () => {
  it.each([
    ['“四纵四横、外环内网”', ['4 纵', '4 横']],
    ['打造“一城五地”', ['1 城', '5 地']],
    ['构建“一核两翼三带”格局', ['1 核', '2 翼', '3 带']],
    ['集中发展四大旅游板块，构建格局', ['4 旅游板块']],
    ['五大产业集群效应显现', ['5 产业集群']],
    ['建设十二个特色小镇', ['12 特色小镇']],
    ['8 镇 5 乡（2021年4月起），277 个行政村', ['8 镇', '5 乡', '277 行政村']],
    ['一区三园，位置见各园', ['1 区', '3 园']],
    ['县级枢纽 1 个，乡镇中心 7 个', ['1 县级枢纽', '7 乡镇中心']],
    ['党的十九大和十九届历次全会', []],
    ['一体化、一批、第一动力、一流生态、统一', []],
    ['一大批项目、一带一路、一点一滴', []],
    ['K466+190—K495+377，G5，S45，2016年6月25日', []],
    ['城乡居民收入比缩小到1.7:1左右', []],
  ])('%s', (text, counts) => {
    expect(findCounts(text).map(({ value, noun }) => `${value} ${noun}`)).toEqual(counts);
  });

  it('do not stall on a long line', () => {
    const start = performance.now();
    for (const text of ['1'.repeat(50_000), '一'.repeat(50_000), '四纵'.repeat(20_000)])
      findCounts(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('stand where they are in the text', () => {
    const text = '建设“四纵四横”网络';
    expect(findCounts(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '四纵',
      '四横',
    ]);
  });
});

describe('the numbers of an indicator’s words', () => {
  it.each([
    ['GDP力争突破200亿', [200e8]],
    ['财政总收入超过 30 亿元', [30e8]],
    ['进入全省二十强', [20]],
    ['跻身全省“十强县”', [10]],
    ['缩小到1.7:1左右', [1.7]],
    ['到2030年基本实现转型', []],
    ['盂县 50.21%，为全市最低；全市 72.29%（年末）', [50.21, 72.29]],
  ])('%s', (text, numbers) => {
    expect(listNumbers(text)).toEqual(numbers);
  });

  it('take the year that the text last set, or the end of the plan', () => {
    const text = '到2025年翻番，GDP到200亿。到2030年进入二十强。到“十四五”末，城镇化率达标。';
    expect(findYearBefore(text, text.indexOf('GDP'), 2025)).toBe(2025);
    expect(findYearBefore(text, text.indexOf('二十强'), 2025)).toBe(2030);
    expect(findYearBefore(text, text.indexOf('城镇化率'), 2025)).toBe(2025);
    expect(findYearBefore(text, 0, 2025)).toBeNull();
  });
});
