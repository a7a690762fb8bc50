import { describe, expect, it } from 'vitest';
import { cutClause } from '../../../../src/core/share/cut-clause.ts';

const TEXT =
  '贯彻发展理念，积极融入阳泉。建设高效的“四纵四横”网络，提供服务，着力支撑强县。建设贡献力量。';
const CITED: readonly [number, number] = [TEXT.indexOf('四纵四横'), TEXT.indexOf('四纵四横') + 4];
const citedOf = (most: number): string => {
  const { text, cited } = cutClause(TEXT, CITED, most);
  return text.slice(cited![0], cited![1]);
};

describe('cutClause', () => {
  it('leaves a text that fits as it is', () => {
    expect(cutClause(TEXT, CITED, TEXT.length)).toEqual({ text: TEXT, cited: CITED });
  });

  it('keeps the cited words whole and in place at any length', () => {
    for (let most = 1; most <= TEXT.length; most += 1) expect(citedOf(most)).toBe('四纵四横');
  });

  it('cuts at commas and stops, and says where words are left out', () => {
    expect(cutClause(TEXT, CITED, 20).text).toBe('……建设高效的“四纵四横”网络，提供服务……');
    expect(cutClause(TEXT, null, 10).text).toBe('贯彻发展理念……');
  });

  it('keeps the end’s own stop', () => {
    const cited: readonly [number, number] = [TEXT.indexOf('贡献'), TEXT.indexOf('贡献') + 2];
    expect(cutClause(TEXT, cited, 10).text).toBe('……建设贡献力量。');
  });
});
