import { describe, expect, it } from 'vitest';
import { createFold } from '../../../../src/core/search/fold-text.ts';

const fold = createFold(new Map([['縱', '纵']]));

describe('a folded text', () => {
  it.each([
    ['Ｇ５ 京昆高速', 'g5京昆高速'],
    ['四縱四横、外环内网', '四纵四横外环内网'],
    ['力争突破 200 亿元', '力争突破200亿元'],
    ['Yu–Tai Road', 'yu tai road'],
    ['Lienü Shrine', 'lienu shrine'],
    ['xi’an', 'xian'],
    ['缩小到1.7:1左右', '缩小到1.7:1左右'],
    ['1,200 × 30 m', '1200 30 m'],
    ['第一。第二；', '第一\n第二'],
    ['——“一城五地”', '一城五地'],
    ['，。', ''],
  ])('of %s is %j', (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  it('knows where each of its units stands in the original', () => {
    const text = '—“ﬃ”𠮷é縱';
    const { text: folded, starts, ends } = fold(text);
    expect(folded).toBe('ffi𠮷e纵');
    const origins = Array.from(starts, (start, index) => text.slice(start, ends[index]));
    expect(origins).toEqual(['ﬃ', 'ﬃ', 'ﬃ', '𠮷', '𠮷', 'é', '縱']);
  });
});
