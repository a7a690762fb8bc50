import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Convert } from '../../../../src/io/crs/convert.ts';
import { eachPosition, transformGeometry } from '../../../../src/io/crs/transform-geometry.ts';

/** A degree east and two north; what lies beyond 100 lies nowhere. */
const move: Convert = ([x = Number.NaN, y = Number.NaN]) => (x > 100 ? null : [x + 1, y + 2]);

const ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 0],
];
const movedRing = [
  [1, 2],
  [5, 2],
  [5, 6],
  [1, 2],
];

/** A geometry of each type, and where it comes to lie. */
const KINDS: readonly (readonly [Geometry, Geometry])[] = [
  [
    { type: 'Point', coordinates: [0, 0] },
    { type: 'Point', coordinates: [1, 2] },
  ],
  [
    { type: 'MultiPoint', coordinates: ring },
    { type: 'MultiPoint', coordinates: movedRing },
  ],
  [
    { type: 'LineString', coordinates: ring },
    { type: 'LineString', coordinates: movedRing },
  ],
  [
    { type: 'MultiLineString', coordinates: [ring, ring] },
    { type: 'MultiLineString', coordinates: [movedRing, movedRing] },
  ],
  [
    { type: 'Polygon', coordinates: [ring] },
    { type: 'Polygon', coordinates: [movedRing] },
  ],
  [
    { type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] },
    { type: 'MultiPolygon', coordinates: [[movedRing], [movedRing, movedRing]] },
  ],
];
const all = (at: 0 | 1): Geometry => ({
  type: 'GeometryCollection',
  geometries: KINDS.map((pair) => pair[at]),
});

describe('transformGeometry', () => {
  it.each(KINDS.map(([from, to]) => [from.type, from, to] as const))('%s', (_, from, to) => {
    const before = structuredClone(from);
    expect(transformGeometry(from, move)).toEqual({ geometry: to, lost: 0 });
    expect(from).toEqual(before);
  });

  it('collections, also within one another', () => {
    expect(transformGeometry(all(0), move)).toEqual({ geometry: all(1), lost: 0 });
    const nested: Geometry = { type: 'GeometryCollection', geometries: [all(0), all(0)] };
    expect(transformGeometry(nested, move).geometry).toEqual({
      type: 'GeometryCollection',
      geometries: [all(1), all(1)],
    });
  });

  it('heights go, for they are in no system that is known', () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [0, 0, 812],
        [4, 4, 815.5],
      ],
    };
    expect(transformGeometry(line, move).geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [5, 6],
      ],
    });
  });

  it('with a position that lies nowhere it is given up whole, and all such are counted', () => {
    const area: Geometry = { type: 'Polygon', coordinates: [[...ring, [101, 0], [102, 0]]] };
    expect(transformGeometry(area, move)).toEqual({ geometry: null, lost: 2 });
    expect(
      transformGeometry({ type: 'GeometryCollection', geometries: [all(0), area] }, move),
    ).toEqual({ geometry: null, lost: 2 });
  });

  it('what is empty stays empty', () => {
    for (const empty of [
      { type: 'MultiPoint', coordinates: [] },
      { type: 'Polygon', coordinates: [] },
      { type: 'GeometryCollection', geometries: [] },
    ] as const satisfies readonly Geometry[]) {
      expect(transformGeometry(empty as Geometry, move)).toEqual({ geometry: empty, lost: 0 });
    }
  });
});

describe('eachPosition', () => {
  it('calls with every position as it stands, in order', () => {
    const found: Position[] = [];
    eachPosition(all(0), (position) => found.push(position));
    // One point; two rings' worth as points and line; two lines; one area; three rings in two areas.
    expect(found).toHaveLength(1 + 4 * (1 + 1 + 2 + 1 + 3));
    expect(found.slice(1, 5)).toEqual(ring);
    const high: Position[] = [];
    eachPosition({ type: 'Point', coordinates: [1, 2, 3] }, (position) => high.push(position));
    expect(high).toEqual([[1, 2, 3]]);
  });
});
