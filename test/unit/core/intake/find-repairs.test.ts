import { describe, expect, it } from 'vitest';
import {
  applyRepairs,
  withoutOverlaps,
  type Repair,
} from '../../../../src/core/intake/apply-repairs.ts';
import { findRepairs } from '../../../../src/core/intake/find-repairs.ts';
import { findSimplifying } from '../../../../src/core/intake/find-simplifying.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

const repair = (text: string): string => applyRepairs(text, findRepairs(text)).text;
const sure = (text: string): string =>
  applyRepairs(
    text,
    findRepairs(text).filter(({ isSure }) => isSure),
  ).text;

describe('faults of scanned and copied text', () => {
  it.each([
    ['a stray space', '開好局、 起好步，盂 县', '開好局、起好步，盂县'],
    [
      'a break within a sentence',
      '坚持以创新、协调、绿色、开放、共享\n的新发展理念统领我县发展全局。',
      '坚持以创新、协调、绿色、开放、共享的新发展理念统领我县发展全局。',
    ],
    [
      'a break over an empty line',
      '依托盂县的区位优势和铁路、公路，\n\n积极发展商贸物流。',
      '依托盂县的区位优势和铁路、公路，积极发展商贸物流。',
    ],
    [
      'a page number between two pages',
      '贯彻新发展理念，\n— 14 —\n融入新格局。',
      '贯彻新发展理念，\n融入新格局。',
    ],
    ['a page of pages', '融入新格局。\n第 3 页 共 20 页\n一、总则', '融入新格局。\n一、总则'],
    ['half-width marks', '创新,协调;绿色:开放.\n人均GDP', '创新，协调；绿色：开放。\n人均GDP'],
    ['half-width brackets', '西部通道(东梁—西烟)建设', '西部通道（东梁—西烟）建设'],
    ['straight quotation marks', '打造"一城五地",建设"四纵四横"', '打造“一城五地”，建设“四纵四横”'],
    ['full-width figures', '２０２５年ＧＤＰ增长８％', '2025年GDP增长8%'],
    [
      'dashes',
      '──打造现代物流集散地。\n--坚持绿色发展。',
      '——打造现代物流集散地。\n——坚持绿色发展。',
    ],
    [
      'broken ordinals',
      '(-)公路网\n（ー）铁路\n（ 二 ）机场\nー、总则\n第ー章 总则\n(ニ)航空',
      '（一）公路网\n（一）铁路\n（二）机场\n一、总则\n第一章 总则\n（二）航空',
    ],
    ['invisible characters', '盂\u200b县\u202e国\u00ad道\u0007\ufeff', '盂县国道'],
    ['characters of no meaning', '建设\ue5e5国道\ufffd', '建设国道'],
    ['readings put in', '創(chuàng)新發(fā)展理念（xīn）', '創新發展理念'],
    [
      '0 and 1 in numbers',
      '到2O25年，里程l2.5公里，2l公里，1O0亩，二0二五年',
      '到2025年，里程12.5公里，21公里，100亩，二〇二五年',
    ],
    [
      'like characters',
      '项目己建成，面向末来，2月3曰，—体化发展',
      '项目已建成，面向未来，2月3日，一体化发展',
    ],
    ['a mark twice', '贯彻新发展理念，，融入新格局。。', '贯彻新发展理念，融入新格局。'],
    [
      'a sentence twice',
      '推进公路网建设提级。推进公路网建设提级。完善。',
      '推进公路网建设提级。完善。',
    ],
    [
      'a line twice',
      '推进公路网建设，完善路网，\n推进公路网建设，完善路网，\n提升。',
      '推进公路网建设，完善路网，提升。',
    ],
    ['a page number in a sentence', '发育成长过程中14的有力支撑', '发育成长过程中的有力支撑'],
  ])('%s', (_, text, repaired) => {
    expect(repair(text)).toBe(repaired);
    // What is repaired stays so.
    for (const { kind } of findRepairs(repaired)) expect(kind).toBe('break');
  });

  it('joins the sentence that a page number parted, at the second call', () => {
    const text = '立足新发展阶段，贯彻新发展理念，\n- 14 -\n融入新发展格局。';
    expect(repair(repair(text))).toBe('立足新发展阶段，贯彻新发展理念，融入新发展格局。');
  });

  it('finds running heads from the second on', () => {
    const page = (number: number) =>
      `盂县国土空间总体规划\n第${number}项工程由县人民政府负责实施。\n`;
    const repairs = findRepairs(page(1) + page(2) + page(3));
    expect(repairs.map(({ kind, isSure }) => [kind, isSure])).toEqual([
      ['page', false],
      ['page', false],
    ]);
  });

  it.each([
    '第一章 总则\n第一节 规划范围\n专栏 1 重大项目\n',
    '投入产出比1.7:1，“生态+”“基地+市场+配送”，GDP, R&D and so on.',
    '新区范围\n本次新区规划范围包括雄县、容城、安新三县。\n',
    '一、公路\n1. 国道239线\n2. 国道207线\n',
    '——坚持绿色发展。坚持绿水青山就是金山银山。\n——坚持共享发展。',
    '以达到目的的方式，和和美美，2021—2025年，阳泉—盂县—五台',
    '地址：https://example.org/a--b?c=d,e\n',
    '',
  ])('leaves %j as it is', (text) => {
    expect(findRepairs(text)).toEqual([]);
  });

  it('finds nothing sure in the shipped plan, which was proof-read', async () => {
    const { bundle } = await readShippedBundle();
    for (const { text } of bundle.plan.docs.flatMap(({ paragraphs }) => paragraphs))
      expect(sure(text)).toBe(text);
  });

  it('gives every change its place, its reason and what stands round it', () => {
    const text = '高质量发展,坚持';
    expect(findRepairs(text)).toEqual([
      {
        id: 'width-5',
        kind: 'width',
        start: 5,
        before: ',',
        after: '，',
        reason: { zh: '中文之间的半角标点', en: 'half-width mark between Chinese words' },
        context: { before: '高质量发展', after: '坚持' },
        group: 'width:,→，',
        isSure: true,
      },
    ]);
  });

  it.each([
    ['words', '建设国道239线,'.repeat(200_000)],
    ['spaces', ' '.repeat(10_000_000)],
    ['brackets', '('.repeat(10_000_000)],
    ['quotes', '"'.repeat(10_000_000)],
    ['breaks', '\n'.repeat(1_000_000)],
  ])('looks through millions of characters in bearable time: %s', (_, text) => {
    const start = performance.now();
    findRepairs(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('applyRepairs', () => {
  const change = (start: number, before: string, after: string): Repair => ({
    ...{ id: `${start}`, kind: 'width', start, before, after, group: '', isSure: true },
    ...{ reason: { zh: '', en: '' }, context: { before: '', after: '' } },
  });

  it('makes what is accepted alone', () => {
    const text = '甲,乙;丙';
    const accepted = findRepairs(text).filter(({ before }) => before === ';');
    expect(applyRepairs(text, accepted)).toEqual({ text: '甲,乙；丙', left: [] });
    expect(applyRepairs(text, [])).toEqual({ text, left: [] });
  });

  it('leaves changes that overlap or no longer fit, and says which', () => {
    const changes = [change(2, '丙丁', 'x'), change(0, '甲乙丙', 'y'), change(4, '戊', 'z')];
    expect(applyRepairs('甲乙丙丁己', changes)).toEqual({
      text: 'y丁己',
      left: [changes[0], changes[2]],
    });
  });

  it('of finds that overlap keeps that of the earlier rule', () => {
    const [long, inner, apart] = [
      { start: 2, before: '丙丁戊' },
      { start: 3, before: '丁' },
      { start: 5, before: '己' },
    ];
    expect(withoutOverlaps([long, inner, apart])).toEqual([long, apart]);
    expect(withoutOverlaps([inner, long, apart])).toEqual([inner, apart]);
  });
});

describe('findSimplifying', () => {
  it('offers words, not whole texts, and tells 著 and 着 apart', async () => {
    const text = '堅持創新發展，著力打造，成效顯著；沿著公路，著作。乾燥、後退。';
    const repairs = await findSimplifying(text);
    expect(repairs.map(({ before, after }) => `${before}→${after}`)).toContain('發展→发展');
    expect(applyRepairs(text, repairs).text).toBe(
      '坚持创新发展，着力打造，成效显著；沿着公路，著作。干燥、后退。',
    );
    for (const { kind, start, before } of repairs) {
      expect(kind).toBe('traditional');
      expect(text.slice(start, start + before.length)).toBe(before);
      expect(before.length).toBeLessThanOrEqual(4);
    }
  });

  it('finds nothing in a simplified text', async () => {
    const { bundle } = await readShippedBundle();
    const text = bundle.plan.docs.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text));
    expect(await findSimplifying(text.join('\n'))).toEqual([]);
    expect(await findSimplifying('plain')).toEqual([]);
  });
});
