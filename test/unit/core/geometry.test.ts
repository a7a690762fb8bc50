import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { linesOf, positionsOf } from '../../../src/analysis/positions-of.ts';
import {
  anchorOf,
  boundsOf,
  circleRing,
  endsOf,
  insetRing,
  kmPerLngDegree,
  labelPoint,
  signedArea,
} from '../../../src/core/geometry.ts';
import { createFeature } from '../../fixtures/create-bundle.ts';
import { groundDistanceM, metresPerRadian } from './ground-distance.ts';

const square: Position[] = [
  [113, 38],
  [113.1, 38],
  [113.1, 38.1],
  [113, 38.1],
  [113, 38],
];
const line: Position[] = [
  [113, 38],
  [113.1, 38],
  [113.1, 38.2],
];

const GEOMETRIES: readonly (readonly [Geometry, lines: number, positions: number])[] = [
  [{ type: 'Point', coordinates: [113, 38] }, 0, 1],
  [{ type: 'MultiPoint', coordinates: line }, 0, 3],
  [{ type: 'LineString', coordinates: line }, 1, 3],
  [{ type: 'MultiLineString', coordinates: [line, line] }, 2, 6],
  [{ type: 'Polygon', coordinates: [square, square] }, 2, 10],
  [{ type: 'MultiPolygon', coordinates: [[square], [square, square]] }, 3, 15],
  [
    {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [113, 38] },
        { type: 'LineString', coordinates: line },
      ],
    },
    1,
    4,
  ],
];

describe('the parts of a geometry', () => {
  it.each(GEOMETRIES)('of %j', (geometry, lines, positions) => {
    expect(linesOf(geometry)).toHaveLength(lines);
    expect(positionsOf(geometry)).toHaveLength(positions);
  });
});

describe('kmPerLngDegree', () => {
  it.each([18, 38, 53])('is within 0.3 %% of the ellipsoid at %d°', (lat) => {
    const [, parallel] = metresPerRadian(lat);
    const expected = (parallel * Math.PI) / 180 / 1000;
    expect(Math.abs(kmPerLngDegree(lat) / expected - 1)).toBeLessThan(0.003);
  });
});

describe('boundsOf', () => {
  it('is the box round everything', () => {
    expect(
      boundsOf([
        { type: 'LineString', coordinates: line },
        { type: 'Point', coordinates: [112.5, 37.5] },
      ]),
    ).toEqual([112.5, 37.5, 113.1, 38.2]);
  });

  it('is null for nothing', () => {
    expect(boundsOf([])).toBeNull();
    expect(boundsOf([{ type: 'GeometryCollection', geometries: [] }], 5)).toBeNull();
  });

  it('grows by kilometres on every side', () => {
    const [west, south, east, north] = boundsOf([{ type: 'Point', coordinates: [113.4, 38] }], 10)!;
    for (const edge of [
      [west, 38],
      [east, 38],
      [113.4, south],
      [113.4, north],
    ]) {
      expect(groundDistanceM([113.4, 38], edge) / 10_000).toBeCloseTo(1, 2);
    }
  });

  it('takes 200,000 positions without overflowing the stack', () => {
    const coordinates = Array.from({ length: 200_000 }, (_, index) => [113 + index / 1e6, 38]);
    expect(boundsOf([{ type: 'LineString', coordinates }])![2]).toBeCloseTo(113.2, 3);
  });
});

describe('circleRing', () => {
  it('is closed, counter-clockwise and fine enough to look round', () => {
    const ring = circleRing([113.4, 38], 6);
    expect(ring).toHaveLength(73);
    expect(ring[0]).toEqual(ring.at(-1));
    expect(signedArea(ring)).toBeGreaterThan(0);
  });

  it.each([18, 38, 53])('lies everywhere within 1 %% of its radius at %d°', (lat) => {
    for (const position of circleRing([113.4, lat], 6)) {
      expect(Math.abs(groundDistanceM([113.4, lat], position) / 6000 - 1)).toBeLessThan(0.01);
    }
  });
});

describe('insetRing', () => {
  it.each([
    ['counter-clockwise', square],
    ['clockwise', square.toReversed()],
  ])('moves a %s ring inwards and keeps its sense', (_, ring) => {
    const inset = insetRing(ring, 1);
    expect(Math.sign(signedArea(inset))).toBe(Math.sign(signedArea(ring)));
    expect(Math.abs(signedArea(inset))).toBeLessThan(Math.abs(signedArea(ring)));
  });

  it('gives a closed ring of as many positions', () => {
    const inset = insetRing(square, 1);
    expect(inset).toHaveLength(square.length);
    expect(inset[0]).toEqual(inset.at(-1));
  });

  it('moves a circle by the distance, within 1 %', () => {
    for (const position of insetRing(circleRing([113.4, 38], 8), 3)) {
      expect(groundDistanceM([113.4, 38], position) / 5000).toBeCloseTo(1, 1);
    }
  });

  it('leaves the ring as it was', () => {
    const before = structuredClone(square);
    insetRing(square, 1);
    expect(square).toEqual(before);
  });

  it('gives numbers even where positions repeat', () => {
    const repeated = [square[0]!, square[0]!, ...square.slice(1)];
    expect(insetRing(repeated, 1).flat().every(Number.isFinite)).toBe(true);
  });
});

describe('signedArea', () => {
  it('is positive counter-clockwise, in square degrees', () => {
    expect(signedArea(square)).toBeCloseTo(0.01, 10);
    expect(signedArea(square.toReversed())).toBeCloseTo(-0.01, 10);
  });
});

describe('anchorOf', () => {
  it('is a point itself', () => {
    expect(anchorOf({ type: 'Point', coordinates: [113.4, 38.1] })).toEqual([113.4, 38.1]);
  });

  it('is the middle of a line by its length', () => {
    const [lng, lat] = anchorOf({ type: 'LineString', coordinates: line });
    expect(lng).toBeCloseTo(113.1, 6);
    const walked = groundDistanceM(line[0]!, line[1]!) + groundDistanceM(line[1]!, [lng, lat]);
    const whole = groundDistanceM(line[0]!, line[1]!) + groundDistanceM(line[1]!, line[2]!);
    expect(walked / whole).toBeCloseTo(0.5, 2);
  });

  it('is on the longest of several lines', () => {
    const short: Position[] = [
      [113.5, 38.5],
      [113.51, 38.5],
    ];
    expect(anchorOf({ type: 'MultiLineString', coordinates: [short, line] })[0]).toBeCloseTo(
      113.1,
      6,
    );
  });

  it('is the centre of an area, whichever way round it runs', () => {
    for (const ring of [square, square.toReversed()]) {
      const [lng, lat] = anchorOf({ type: 'Polygon', coordinates: [ring] });
      expect([lng, lat]).toEqual([expect.closeTo(113.05, 6), expect.closeTo(38.05, 6)]);
    }
  });

  it.each<Geometry>([
    { type: 'MultiPoint', coordinates: [[113.4, 38.1]] },
    {
      type: 'LineString',
      coordinates: [
        [113.4, 38.1],
        [113.4, 38.1],
      ],
    },
    {
      type: 'Polygon',
      coordinates: [
        [
          [113.4, 38.1],
          [113.4, 38.1],
          [113.4, 38.1],
          [113.4, 38.1],
        ],
      ],
    },
  ])('is finite for the degenerate %j', (geometry) => {
    expect(anchorOf(geometry)).toEqual([113.4, 38.1]);
  });
});

describe('labelPoint', () => {
  it('is where the feature says', () => {
    const feature = createFeature({ id: 'a', labelAt: [113.5, 38.2] });
    expect(labelPoint(feature)).toEqual([113.5, 38.2]);
  });

  it('is computed otherwise, and null without a place', () => {
    expect(labelPoint(createFeature({ id: 'a' }))).toEqual([113.41, 38.08]);
    expect(labelPoint(createFeature({ id: 'a', labelAt: [113.5, 38.2] }, null))).toBeNull();
  });
});

describe('endsOf', () => {
  it('are south and north of a band that runs north–south', () => {
    expect(endsOf({ type: 'LineString', coordinates: line })).toEqual([
      [113, 38],
      [113.1, 38.2],
    ]);
  });

  it('are west and east of a band that runs west–east', () => {
    const band: Position[] = [
      [113.9, 38.1],
      [113, 38],
      [113.4, 38.2],
    ];
    expect(endsOf({ type: 'MultiLineString', coordinates: [band] })).toEqual([
      [113, 38],
      [113.9, 38.1],
    ]);
  });
});
