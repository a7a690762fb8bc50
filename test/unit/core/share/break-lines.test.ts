import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../../src/core/share/break-lines.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

/** Chinese signs are two wide, Latin ones one. */
const measure = (run: string): number =>
  [...run].reduce((sum, sign) => sum + (/[ -ɏ–]/u.test(sign) ? 1 : 2), 0);
const linesOf = (text: string, width: number): readonly string[] =>
  breakLines(text, width, measure).map((line) => line.text);

describe('breakLines', () => {
  it('fills lines and begins none with a closing mark', () => {
    expect(linesOf('坚持绿水青山，就是金山银山。', 12)).toEqual([
      '坚持绿水青',
      '山，就是金山',
      '银山。',
    ]);
  });

  it('ends no line with an opening mark', () => {
    expect(linesOf('建设一体的“四纵四横”网络', 12)).toEqual(['建设一体的', '“四纵四横”', '网络']);
  });

  it('keeps words, figures and their signs whole', () => {
    expect(linesOf('面积2,514平方公里，规划2021–2025年', 12)).toEqual([
      '面积2,514平',
      '方公里，规划',
      '2021–2025年',
    ]);
    expect(linesOf('See North–South 2 of Yu County', 12)).toEqual([
      'See',
      'North–South',
      '2 of Yu',
      'County',
    ]);
  });

  it('tears no pair of dashes or dots', () => {
    expect(linesOf('打造城市——副中心', 10)).toEqual(['打造城', '市——副中', '心']);
    expect(linesOf('甲乙丙丁……戊', 10)).toEqual(['甲乙丙', '丁……戊']);
  });

  it('leaves the dot between items at the end of a line', () => {
    expect(linesOf('甲乙丙 · 丁戊己', 9)).toEqual(['甲乙丙 ·', '丁戊己']);
    expect(linesOf('甲乙丙 · 丁戊己', 7)).toEqual(['甲乙', '丙 · 丁', '戊己']);
    expect(linesOf('甲乙 · © Open 贡献', 8)).toEqual(['甲乙 ·', '© Open', '贡献']);
  });

  it('takes the breaks of the text, and drops blanks at its own', () => {
    expect(linesOf('甲乙\n\n丙 丁', 4)).toEqual(['甲乙', '丙', '丁']);
  });

  it('cuts what is wider than a line', () => {
    expect(linesOf('https://plans.example/', 8)).toEqual(['https://', 'plans.ex', 'ample/']);
  });

  it('gives offsets that lead back to the text', () => {
    const text = '——打造宜居宜业宜游的阳泉副中心城市。贯彻 new 发展理念。';
    for (const line of breakLines(text, 14, measure)) {
      expect(text.slice(line.start, line.end)).toBe(line.text);
    }
  });

  it('holds for every paragraph of the plan at any width', async () => {
    const { plan } = (await readShippedBundle()).bundle;
    for (const { text } of plan.docs.flatMap(({ paragraphs }) => paragraphs)) {
      for (const width of [12, 17, 24, 31, 48, 80]) {
        const lines = breakLines(text, width, measure);
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replaceAll(/\s/g, ''),
        ).toBe(text.replaceAll(/\s/g, ''));
        for (const line of lines) {
          expect(line.text).not.toMatch(/^[，。、；：！？）》」』”’]/u);
          expect(line.text).not.toMatch(/[（《「『“‘]$/u);
          expect(measure(line.text)).toBeLessThanOrEqual(width);
        }
      }
    }
  });
});
