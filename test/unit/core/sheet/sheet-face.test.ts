import { describe, expect, it } from 'vitest';
import {
  chooseSlices,
  readCharacters,
  setInFace,
  writeFaces,
  writeSheetFile,
  writeUnicodeRange,
  type FontSlice,
} from '../../../../src/core/sheet/sheet-face.ts';

const DRAWING =
  `<svg xmlns="http://www.w3.org/2000/svg"><title>不算</title>` +
  `<text font-family="A, serif">甲&amp;<tspan font-weight="700">乙</tspan> 丙</text>` +
  `<g font-weight="700"><path d="M0 0"/><text>丁</text></g><text font-weight="400">戊</text><use href="#a"/></svg>`;

const createSlice = (weight: 400 | 700, characters: string): FontSlice => ({ weight, characters });

describe('the face of sheets', () => {
  it('counts the characters of text elements alone, by the weight they are set in, without white space', () => {
    const { 400: regular, 700: bold } = readCharacters(DRAWING);
    expect([...regular].join('')).toBe('甲&丙戊');
    expect([...bold].join('')).toBe('乙丁');
  });

  it('takes the fewest slices in their order, and names what none of them holds', () => {
    const slices = [
      createSlice(400, '甲&'),
      createSlice(400, '己'),
      createSlice(400, '丙'),
      createSlice(700, '乙丁'),
    ];
    const { chosen, missing } = chooseSlices(slices, readCharacters(DRAWING));
    expect(chosen.map(({ characters }) => characters)).toEqual(['甲&', '丙', '乙丁']);
    expect(missing).toEqual(['戊']);
  });

  it('writes ranges as CSS has them, also beyond the first plane', () => {
    expect(writeUnicodeRange('cab 一\u{20000}')).toBe('U+20,U+61-63,U+4E00,U+20000');
  });

  it('sets every family after its own, and says which slice holds what only where there are several', () => {
    expect(setInFace(DRAWING)).toContain('font-family="Plan Atlas Sans, A, serif"');
    const only = { ...createSlice(400, '甲'), format: 'woff', base64: 'AA==' } as const;
    expect(writeFaces([only])).toBe(
      '@font-face{font-family:"Plan Atlas Sans";font-weight:400;src:url(data:font/woff;base64,AA==) format("woff")}',
    );
    expect(writeFaces([only, { ...only, characters: '乙' }])).toContain('unicode-range:U+4E59}');
  });

  it('writes files that programs of SVG 1.1 read', () => {
    const file = writeSheetFile(DRAWING, []);
    expect(file).toContain('<use xlink:href="#a"/>');
    expect(file).toMatch(/^<svg [^>]*xmlns:xlink="http:\/\/www\.w3\.org\/1999\/xlink"><title>/);
  });
});
