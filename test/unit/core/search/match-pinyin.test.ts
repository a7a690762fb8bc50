import { describe, expect, it } from 'vitest';
import { createPinyinMatcher } from '../../../../src/core/search/match-pinyin.ts';
import { createReadings } from '../../../../src/core/search/readings.ts';

const readings = createReadings({
  pinyin: {
    zhong: '中重',
    guo: '国',
    chong: '重',
    lv: '绿',
    se: '色',
    xi: '西',
    an: '安',
    su: '塑',
  },
  words: { 重塑: 'chong su' },
});

/** Characters that a query matches from the start of a text; null when it does not. */
const match = (query: string, text: string): string | null => {
  const found = createPinyinMatcher(query, readings)?.(text, readings.read(text), 0);
  return found ? text.slice(0, found.end) : null;
};

describe('a query of letters', () => {
  it.each([
    ['zhongguo', '中国', '中国'],
    ['zg', '中国', '中国'],
    ['zhg', '中国', '中国'],
    ['zguo', '中国', '中国'],
    ['zhonggu', '中国', '中国'],
    ['zhon', '中国', '中'],
    ['lvse', '绿色', '绿色'],
    ['luse', '绿色', '绿色'],
    ['xian', '西安', '西安'],
    ['x', '西安', '西'],
    ['中guo', '中国', '中国'],
    ['g5zg', 'g5中国', 'g5中国'],
  ])('%s sounds like %s', (query, text, matched) => {
    expect(match(query, text)).toBe(matched);
  });

  it.each([
    ['guo', '中国'],
    ['zhongguoren', '中国'],
    ['zguoo', '中国'],
    ['zhongsu', '重塑'],
    ['lise', '绿色'],
  ])('%s does not sound like %s', (query, text) => {
    expect(match(query, text)).toBeNull();
  });

  it('takes any reading where no word tells which', () => {
    expect([match('zhong', '重'), match('chong', '重'), match('chongsu', '重塑')]).toEqual([
      '重',
      '重',
      '重塑',
    ]);
  });

  it('tells whole syllables from initials', () => {
    const text = '中国绿色';
    const count = (query: string) =>
      createPinyinMatcher(query, readings)?.(text, readings.read(text), 0);
    expect(count('zhongguolvse')).toEqual({ end: 4, characters: 4, initials: 0 });
    expect(count('zglvs')).toEqual({ end: 4, characters: 4, initials: 3 });
  });

  it('is none without letters, when it is no reading at all, and when it is too long', () => {
    expect(createPinyinMatcher('中国', readings)).toBeNull();
    expect(createPinyinMatcher('a'.repeat(60), readings)).toBeNull();
    expect(match('g5', 'g5')).toBeNull();
  });
});
