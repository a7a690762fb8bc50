import * as fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES } from '../../../../src/io/write/write-dbf.ts';
import { placeGeometry } from '../../../../src/io/write/place-geometry.ts';
import {
  distanceM,
  exportCounty,
  featureLike,
  positionsOf,
  readBack,
  withFeatures,
} from './county.ts';

const RUNS = 15;
const GIVEN_MS = 60_000;

const lng = fc.double({ min: 112.8, max: 114, noNaN: true });
const lat = fc.double({ min: 37.8, max: 38.7, noNaN: true });
const position: fc.Arbitrary<Position> = fc.tuple(lng, lat).map((pair) => [...pair]);
const line = fc.array(position, { minLength: 2, maxLength: 12 });

/** A ring that crosses itself nowhere: corners at growing angles, at half to all of a radius. */
const ring = (radius: number, [x = 0, y = 0]: Position): fc.Arbitrary<Position[]> =>
  fc
    .tuple(
      fc.array(fc.double({ min: radius / 2, max: radius, noNaN: true }), {
        minLength: 3,
        maxLength: 9,
      }),
      fc.boolean(),
    )
    .map(([reaches, isTurned]) => {
      const corners = reaches.map((reach, at): Position => {
        const angle = (at / reaches.length) * 2 * Math.PI;
        return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
      });
      const closed = [...corners, corners[0]!];
      return isTurned ? closed.toReversed() : closed;
    });
const RADIUS = 0.05;
/** Within half of the radius a triangle reaches a quarter of it from its middle; holes stay inside that. */
const rings = (middle: Position): fc.Arbitrary<Position[][]> =>
  fc
    .tuple(ring(RADIUS, middle), fc.option(ring(RADIUS / 5, middle)))
    .map(([outer, hole]) => (hole ? [outer, hole] : [outer]));
const middles = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 6 })),
  {
    minLength: 1,
    maxLength: 4,
    selector: ([column, row]) => column * 10 + row,
  },
);

const geometry: fc.Arbitrary<Geometry | null> = fc.oneof(
  fc.constant(null),
  position.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
  fc
    .array(position, { minLength: 1, maxLength: 6 })
    .map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
  line.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
  rings([113.4, 38.2]).map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
  middles
    .chain((cells) =>
      fc.tuple(...cells.map(([column, row]) => rings([112.9 + column * 0.12, 37.9 + row * 0.12]))),
    )
    .map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates })),
);
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replaceAll(/\p{Cc}/gu, '').trim() || '名');

/** Wound one way, and what has one part without the word Multi: shapefiles know no other. */
function plain(one: Geometry | null): Geometry | null {
  const wound = one && placeGeometry(one, ([x = 0, y = 0]) => [x, y], 'left');
  if (!wound || !wound.type.startsWith('Multi')) return wound;
  const { coordinates } = wound as { readonly coordinates: readonly unknown[] };
  return coordinates.length === 1
    ? ({ type: wound.type.slice('Multi'.length), coordinates: coordinates[0] } as Geometry)
    : wound;
}

const shapeOf = (one: Geometry | null): unknown =>
  one && {
    type: one.type,
    lengths: JSON.stringify((one as { readonly coordinates: unknown }).coordinates).replaceAll(
      /-?\d+(\.\d+)?(e-?\d+)?/g,
      '0',
    ),
  };

describe.each(['geopackage', 'shapefile'] as const)('random features as %s', (format) => {
  it.each(['EPSG:4490', 'EPSG:4547'] as const)(
    'come back from %s as they were',
    { timeout: GIVEN_MS },
    async (crs) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ geometry, name }), { minLength: 1, maxLength: 8 }),
          async (given) => {
            // One that has a place for certain, so that there is a layer whose system can be told.
            const all = [
              { geometry: { type: 'Point', coordinates: [113.4, 38.1] } as Geometry, name: '盂县' },
              ...given,
            ].map((one, at) => featureLike(`f-${at}`, one.geometry, { name: one.name }));
            const file = await exportCounty({ format, crs, ...withFeatures(all) });
            const { back } = await readBack(file);
            expect(back.length).toBe(all.length);
            const byId = new Map(back.map((one) => [one.properties['id'], one]));
            for (const { geometry: before, properties } of all) {
              const after = byId.get(properties.id)!;
              const found = String(after.properties['name']);
              if (format === 'geopackage') expect(found).toBe(properties.name);
              // What has no place is in a CSV, where formulas are made harmless.
              else if (before === null)
                expect(found.replace(/^'/, '')).toBe(properties.name.replace(/^'/, ''));
              else if (new TextEncoder().encode(properties.name).length <= MOST_BYTES) {
                expect(found).toBe(properties.name);
              } else expect(properties.name.startsWith(found)).toBe(true);
              const [was, is] = [plain(before), plain(after.geometry)];
              expect(shapeOf(is)).toEqual(shapeOf(was));
              expect(distanceM(is, was)).toBeLessThan(0.02);
              // In order too.
              const there = positionsOf(was);
              for (const [at, [x = 0, y = 0]] of positionsOf(is).entries()) {
                expect(Math.abs(x - there[at]![0]!)).toBeLessThan(2e-7);
                expect(Math.abs(y - there[at]![1]!)).toBeLessThan(2e-7);
              }
            }
          },
        ),
        { numRuns: RUNS },
      );
    },
  );
});
