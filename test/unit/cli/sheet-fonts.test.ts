import { describe, expect, it } from 'vitest';
import { cutFace } from '../../../src/cli/fonts/cut-face.ts';
import { listSlices } from '../../../src/cli/fonts/list-slices.ts';
import { readOutlines } from '../../../src/core/sheet/read-outlines.ts';

describe('the slices of the face', () => {
  const slices = listSlices('盂县大汖村㟃');

  it('hold all of GB 2312 and what the plan writes, each character once a weight', () => {
    const gb = new TextDecoder('gbk');
    for (const weight of [400, 700]) {
      const all = slices
        .filter((slice) => slice.weight === weight)
        .flatMap(({ characters }) => [...characters]);
      expect(new Set(all).size).toBe(all.length);
      const held = new Set(all);
      for (let row = 0xb0; row <= 0xf7; row += 1) {
        for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
          const sign = gb.decode(new Uint8Array([row, cell]));
          if (/^\p{Script=Han}$/u.test(sign)) expect(held.has(sign), sign).toBe(true);
        }
      }
    }
  });

  it('begin with one that suffices for this plan and the words of sheets', () => {
    const [own] = slices;
    expect(own!.name).toBe('400-own');
    for (const sign of '盂县大汖村㟃图例比例尺公里推断，非规划原文1∶300000征求意见稿±km') {
      expect(own!.characters, sign).toContain(sign);
    }
  });
});

describe('reading a font', () => {
  it('gives the same shapes of the bare and of the packed file, upright and within the em', async () => {
    const [bare, packed] = await Promise.all(
      (['truetype', 'woff'] as const).map(async (format) =>
        readOutlines(await cutFace(700, '盂Aé汖 ', format)),
      ),
    );
    for (const sign of '盂Aé汖') {
      const outline = bare!.outlineOf(sign)!;
      expect(outline).toEqual(packed!.outlineOf(sign));
      expect(outline.path).toMatch(/^(M-?\d+ -?\d+([LQ][-\d ]+)+Z)+$/);
      const numbers = [...outline.path.matchAll(/-?\d+/g)].map(([text]) => Number(text));
      const ys = numbers.filter((_, at) => at % 2 === 1);
      // Above the baseline is negative; nothing stands higher than an em.
      expect(Math.min(...ys)).toBeLessThan(-600);
      expect(Math.min(...ys)).toBeGreaterThan(-1000);
      expect(Math.max(...ys)).toBeLessThan(200);
    }
    expect(bare!.outlineOf('盂')!.advanceEm).toBe(1);
    expect(bare!.outlineOf('A')!.advanceEm).toBeCloseTo(0.638, 2);
    expect(bare!.outlineOf(' ')!.path).toBe('');
    expect(bare!.outlineOf('乙')).toBeNull();
  });

  it('names the table that a broken file lacks', () => {
    expect(() => readOutlines(new Uint8Array(64))).toThrow('the font has no table "head"');
  });
});
