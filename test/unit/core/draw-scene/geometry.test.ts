import { describe, expect, it } from 'vitest';
import { clipLine, clipRing, offsetRing, simplify } from '../../../../src/core/draw-scene/clip.ts';
import { measureText } from '../../../../src/core/draw-scene/measure-text.ts';
import { shapeText } from '../../../../src/core/draw-scene/shape-text.ts';
import { createViewport, fitViewport } from '../../../../src/core/draw-scene/viewport.ts';
import { writePath } from '../../../../src/core/draw-scene/write-svg.ts';

const BOX = { left: 0, top: 0, right: 100, bottom: 60 };

describe('clipping', () => {
  it('cuts a line into the pieces that lie in the box', () => {
    const line = [
      [-50, 30],
      [50, 30],
      [50, 90],
      [80, 90],
      [80, 50],
    ] as const;
    expect(clipLine(line, BOX)).toEqual([
      [
        [0, 30],
        [50, 30],
        [50, 60],
      ],
      [
        [80, 60],
        [80, 50],
      ],
    ]);
  });

  it('leaves out what lies outside, and leaves alone what lies inside', () => {
    const inside = [
      [1, 1],
      [99, 59],
    ] as const;
    expect(clipLine(inside, BOX)).toEqual([inside]);
    expect(
      clipLine(
        [
          [-9, -9],
          [-1, 200],
        ] as const,
        BOX,
      ),
    ).toEqual([]);
  });

  it('cuts a ring to the box, also one that encloses it', () => {
    const around = [
      [-10, -10],
      [200, -10],
      [200, 200],
      [-10, 200],
      [-10, -10],
    ] as const;
    const ring = clipRing(around, BOX);
    expect(new Set(ring.map(String))).toEqual(new Set(['0,0', '100,0', '100,60', '0,60']));
    expect(
      clipRing(
        around.map(([x, y]) => [x + 500, y] as const),
        BOX,
      ),
    ).toEqual([]);
  });
});

describe('simplifying', () => {
  it('drops what lies less than the tolerance off, and nothing else', () => {
    const line = [
      [0, 0],
      [10, 0.05],
      [20, 0],
      [30, 0.5],
      [40, 0],
    ] as const;
    expect(simplify(line, 0.1)).toEqual([
      [0, 0],
      [20, 0],
      [30, 0.5],
      [40, 0],
    ]);
  });
});

describe('an offset ring', () => {
  it.each([1, -1])('lies inside, whichever way it runs (%d)', (way) => {
    const square = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ] as const;
    const ring = way > 0 ? square : square.toReversed();
    expect(new Set(offsetRing(ring, 10).map(String))).toEqual(
      new Set(['10,10', '90,10', '90,90', '10,90']),
    );
  });
});

describe('path data', () => {
  it('is relative, in tenths, and closes a ring', () => {
    expect(
      writePath([
        [
          [10, 10],
          [10.52, 10.04],
          [10, 9.5],
          [10, 10],
        ],
      ]),
    ).toBe('M10 10l.5 0-.5-.5z');
  });

  it('is empty for what is shorter than a tenth', () => {
    expect(
      writePath([
        [
          [5, 5],
          [5.01, 5.02],
        ],
      ]),
    ).toBe('');
  });
});

describe('the frame', () => {
  it('projects as EPSG:3857 on a world of 512 px', () => {
    const { project } = createViewport({ center: [0, 0], zoom: 0 }, 512, 512);
    expect(project([180, 0])[0]).toBeCloseTo(512, 6);
    expect(project([0, 85.051_129])[1]).toBeCloseTo(0, 3);
    expect(project([0, 45])[1]).toBeCloseTo(256 - (Math.asinh(1) / Math.PI) * 256, 6);
  });

  it('fits a box into its padding, as close as it may', () => {
    const padding = { top: 10, right: 20, bottom: 90, left: 40 };
    const { project } = fitViewport([113, 38, 113.8, 38.1], 720, 480, padding, 20);
    const [left, top] = project([113, 38.1]);
    const [right, bottom] = project([113.8, 38]);
    expect([left, right]).toEqual([expect.closeTo(40, 6), expect.closeTo(700, 6)]);
    expect((top + bottom) / 2).toBeCloseTo((10 + 390) / 2, 6);
    expect(fitViewport([113, 38, 113.001, 38.001], 720, 480, padding, 13).zoom).toBe(13);
  });
});

describe('a name', () => {
  const options = { face: 'regular', maxWidthEm: 8, lineHeightEm: 1.25 } as const;
  const linesOf = (text: string): string[] =>
    shapeText([{ text, scale: 1 }], options).lines.map(({ sections }) =>
      sections.map((section) => section.text).join(''),
    );

  it('is an em wide for each Chinese sign', () => {
    expect(measureText('纵二 天黎高速')).toBeCloseTo(6.224, 3);
    expect(measureText('G5')).toBeGreaterThan(1);
  });

  it.each([
    ['秀水镇', ['秀水镇']],
    ['盂县通用航空机场（选址）', ['盂县通用航空', '机场（选址）']],
    ['河底镇\u200b（阳泉郊区）', ['河底镇', '（阳泉郊区）']],
    ['滹沱河\n推断', ['滹沱河', '推断']],
  ])('%j is parted as on the screen', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('stands about its middle: one line has its baseline well below it', () => {
    const { lines, heightEm } = shapeText([{ text: '秀水镇', scale: 1 }], options);
    expect(lines[0]!.baselineEm).toBeCloseTo(10.5 / 24, 6);
    expect(heightEm).toBe(1.25);
  });
});
