import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/io/dxf/decode-dxf.ts';
import { traceArc, traceBulge, traceSpline } from '../../../src/io/dxf/trace-curves.ts';
import { openFiles, toFile } from './open-files.ts';

/** Group codes and values, a pair a line each, as a DXF writes them. */
const pairs = (...groups: readonly (readonly [number, string | number])[]): string =>
  groups.map(([code, value]) => `${code}\n${value}\n`).join('');
const drawing = (entities: string, blocks = '', header = ''): string =>
  `${pairs([0, 'SECTION'], [2, 'HEADER'])}${header}${pairs([0, 'ENDSEC'], [0, 'SECTION'], [2, 'BLOCKS'])}${blocks}${pairs([0, 'ENDSEC'], [0, 'SECTION'], [2, 'ENTITIES'])}${entities}${pairs([0, 'ENDSEC'], [0, 'EOF'])}`;

async function open(text: string | Uint8Array) {
  const { session, summary } = await openFiles([toFile('x.dxf', text)]);
  const layers = await Promise.all(
    summary.layers.map(async (layer) => ({
      name: layer.name,
      taken: await session.take(
        layer.id,
        { crs: 'EPSG:4490', isSwapped: false },
        { from: 0, count: 99 },
      ),
    })),
  );
  session.dispose();
  return { layers, summary };
}

describe('curves', () => {
  it('a bulge of 1 is half a circle, on the left of its chord', () => {
    const line = traceBulge({ x: 0, y: 0 }, { x: 2, y: 0 }, 1);
    expect(line.at(-1)).toEqual([2, 0]);
    for (const [x, y] of line) expect(Math.hypot(x! - 1, y!)).toBeCloseTo(1, 9);
    const middle = line[Math.floor(line.length / 2) - 1]!;
    expect(middle[1]).toBeLessThan(-0.99);
  });

  it('an arc runs counter-clockwise, over 360° if it must', () => {
    const line = traceArc({ x: 0, y: 0 }, 1, 1.5 * Math.PI, 0.5 * Math.PI);
    expect(line[0]![1]).toBeCloseTo(-1, 9);
    expect(line.at(-1)![1]).toBeCloseTo(1, 9);
    expect(Math.max(...line.map(([x]) => x!))).toBeCloseTo(1, 4);
  });

  it('a spline begins and ends at its first and last control point', () => {
    const control = [
      { x: 0, y: 0 },
      { x: 1, y: 2 },
      { x: 3, y: 2 },
      { x: 4, y: 0 },
    ];
    const knots = [0, 0, 0, 0, 1, 1, 1, 1];
    const line = traceSpline({ control, knots, weights: [], degree: 3 });
    expect(line[0]).toEqual([0, 0]);
    expect(line.at(-1)![0]).toBeCloseTo(4, 9);
    // The Bézier curve of these points, at its middle.
    expect(line[Math.floor(line.length / 2)]![1]).toBeCloseTo(1.5, 9);
    expect(traceSpline({ control, knots, weights: [2, 2, 2, 2], degree: 3 })[7]![1]).toBeCloseTo(
      line[7]![1]!,
      9,
    );
    // Weights that cannot be weights count for nothing.
    expect(traceSpline({ control, knots, weights: [1, 0, -1, 1], degree: 3 })).toEqual(line);
  });
});

/** A circle in nine control points, as CAD programs write it. */
function circle([x, y]: readonly [number, number], radius: number, isWeighed: boolean): string {
  const corner = Math.SQRT1_2;
  const around = [
    [1, 0, 1],
    [1, 1, corner],
    [0, 1, 1],
    [-1, 1, corner],
    [-1, 0, 1],
    [-1, -1, corner],
    [0, -1, 1],
    [1, -1, corner],
    [1, 0, 1],
  ] as const;
  const knots = [0, 0, 0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1, 1, 1];
  return pairs(
    [0, 'SPLINE'],
    [5, '2F'],
    [100, 'AcDbEntity'],
    [8, '环岛'],
    [62, 3],
    [100, 'AcDbSpline'],
    [210, 0],
    [220, 0],
    [230, 1],
    [70, isWeighed ? 13 : 9],
    [71, 2],
    [72, knots.length],
    [73, around.length],
    [74, 0],
    ...knots.map((knot) => [40, knot] as const),
    ...(isWeighed ? around.map(([, , weight]) => [41, weight] as const) : []),
    ...around.flatMap(
      ([dx, dy]) =>
        [
          [10, x + dx * radius],
          [20, y + dy * radius],
          [30, 0],
        ] as const,
    ),
  );
}

/** How far vertices and middles of chords lie from a circle. */
function missOf(ring: readonly (readonly number[])[], [x, y]: readonly number[], radius: number) {
  return ring.flatMap((at, index) => {
    const next = ring[index + 1] ?? at;
    const middle = [(at[0]! + next[0]!) / 2, (at[1]! + next[1]!) / 2];
    return [at, middle].map(([u, v]) => Math.abs(Math.hypot(u! - x!, v! - y!) - radius));
  });
}

it('a rational spline is drawn with its weights: a circle is one within a thousandth', async () => {
  const centre = [50, 40] as const;
  const { layers } = await open(
    drawing(
      circle(centre, 1, true) +
        circle(centre, 1, false) +
        pairs([0, 'POINT'], [8, '环岛'], [10, 1], [20, 2]),
    ),
  );
  expect(layers.map(({ name }) => name)).toEqual(['环岛']);
  const [weighed, plain, point] = layers[0]!.taken;
  const ringOf = (one: typeof weighed): number[][] => {
    expect(one!.geometry!.type).toBe('Polygon');
    return (one!.geometry as { coordinates: number[][][] }).coordinates[0]!;
  };
  expect(Math.max(...missOf(ringOf(weighed), centre, 1))).toBeLessThan(1e-3);
  expect(Math.max(...missOf(ringOf(plain), centre, 1))).toBeGreaterThan(0.05);
  expect(weighed!.properties).toMatchObject({ layer: '环岛', type: 'SPLINE' });
  expect(point!.geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
});

it('a spline in the paper space is left out, and one of points is a line through them', async () => {
  const paper = circle([50, 40], 1, true).replace('62\n3\n', '67\n1\n');
  const through = pairs(
    [0, 'SPLINE'],
    [8, '沟'],
    [70, 8],
    [71, 3],
    [11, 113],
    [21, 38],
    [11, 113.1],
    [21, 38.1],
  );
  const { layers } = await open(drawing(paper + through));
  expect(layers.map(({ name }) => name)).toEqual(['沟']);
  expect(layers[0]!.taken[0]!.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [113, 38],
      [113.1, 38.1],
    ],
  });
});

it('layers, texts, closed lines and blocks come as what they are', async () => {
  const block = pairs(
    [0, 'BLOCK'],
    [8, '0'],
    [2, 'WELL'],
    [70, 0],
    [10, 0],
    [20, 0],
    [30, 0],
    [3, 'WELL'],
    [0, 'LINE'],
    [8, '0'],
    [10, 0],
    [20, 0],
    [11, 0.01],
    [21, 0],
    [0, 'ENDBLK'],
    [8, '0'],
  );
  const entities =
    pairs(
      [0, 'LWPOLYLINE'],
      [8, '范围'],
      [100, 'AcDbPolyline'],
      [90, 3],
      [70, 1],
      [10, 113],
      [20, 38],
      [10, 113.1],
      [20, 38],
      [10, 113.1],
      [20, 38.1],
    ) +
    pairs([0, 'TEXT'], [8, '注记'], [10, 113.05], [20, 38.05], [40, 2], [1, '藏山%%d']) +
    pairs(
      [0, 'INSERT'],
      [8, '井'],
      [2, 'WELL'],
      [10, 113.2],
      [20, 38.2],
      [41, 2],
      [42, 2],
      [50, 90],
    );
  const { layers } = await open(drawing(entities, block));
  expect(layers.map(({ name }) => name)).toEqual(['范围', '注记', '井']);
  expect(layers[0]!.taken[0]!.geometry!.type).toBe('Polygon');
  expect(layers[1]!.taken[0]!.properties['text']).toBe('藏山°');
  const [symbol, line] = layers[2]!.taken;
  expect(symbol!.properties).toMatchObject({ type: 'INSERT', block: 'WELL' });
  // Turned by a right angle and doubled: the line of the block runs north.
  expect((line!.geometry as { coordinates: number[][] }).coordinates[1]).toEqual([113.2, 38.22]);
});

it('a drawing in ANSI_936 has its Chinese', async () => {
  const header = pairs([9, '$ACADVER'], [1, 'AC1015'], [9, '$DWGCODEPAGE'], [3, 'ANSI_936']);
  const text = drawing(
    pairs([0, 'TEXT'], [8, '0'], [10, 113], [20, 38], [40, 1], [1, 'XXXX']),
    '',
    header,
  );
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  const at = text.indexOf('XXXX');
  bytes.set([0xd3, 0xdb, 0xcf, 0xd8], at);
  const { layers, summary } = await open(bytes);
  expect(layers[0]!.taken[0]!.properties['text']).toBe('盂县');
  expect(Object.values(summary.charsets)[0]).toMatchObject({ charset: 'gb18030', basis: 'header' });
});

it('what cannot be read is counted, and a block that names itself ends', async () => {
  const block = pairs(
    [0, 'BLOCK'],
    [8, '0'],
    [2, 'LOOP'],
    [70, 0],
    [10, 0],
    [20, 0],
    [30, 0],
    [3, 'LOOP'],
    [0, 'INSERT'],
    [8, '0'],
    [2, 'LOOP'],
    [10, 0],
    [20, 0],
    [0, 'POINT'],
    [8, '0'],
    [10, 0.001],
    [20, 0],
    [0, 'ENDBLK'],
    [8, '0'],
  );
  const { summary } = await open(
    drawing(
      pairs([0, 'INSERT'], [8, 'A'], [2, 'LOOP'], [10, 113], [20, 38]) +
        pairs(
          [0, '3DFACE'],
          [8, 'A'],
          [10, 113],
          [20, 38],
          [11, 113.1],
          [21, 38],
          [12, 113.1],
          [22, 38.1],
          [13, 113],
          [23, 38.1],
        ),
      block,
    ),
  );
  expect(summary.layers[0]!.count).toBeLessThan(20);
  expect(summary.problems[0]).toMatchObject({ code: 'dxf-skipped' });
  expect(summary.problems[0]!.message).toContain('1 × 3DFACE');
});

it('formatting of an MTEXT goes, its words stay', () => {
  expect(plainText(String.raw`{\pxqc;盂县}\pi0,l2;\{甲\} \S1/2; D:\\Plan`)).toBe(
    String.raw`盂县{甲} 1/2 D:\Plan`,
  );
  expect(plainText(String.raw`{\fSimSun|b0|i0;盂县}\P\H2.5x;秀水镇 \L重点\l`)).toBe(
    '盂县 秀水镇 重点',
  );
});
