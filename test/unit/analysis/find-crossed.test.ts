import { describe, expect, it } from 'vitest';
import { findCrossed } from '../../../src/analysis/measure/find-crossed.ts';
import { geodesicArea, geodesicDistanceM } from '../../../src/analysis/measure/ellipsoid.ts';
import type { Certainty, LngLat, PlanFeature } from '../../../src/contracts/bundle.ts';
import { createFeature } from '../../fixtures/create-bundle.ts';

/** About 8.8 km wide and 11.1 km high. */
const ZONE: readonly LngLat[] = [
  [113.4, 38.1],
  [113.5, 38.1],
  [113.5, 38.2],
  [113.4, 38.2],
  [113.4, 38.1],
];

const soft = (
  geometry: PlanFeature['geometry'],
  horizontalM: number | undefined,
  certainty: Certainty = 'inferred',
): PlanFeature => {
  const feature = createFeature({ id: 'soft' });
  const accuracy = {
    class: certainty,
    ...(horizontalM === undefined ? {} : { horizontalM }),
  } as PlanFeature['properties']['accuracy'];
  return { ...feature, geometry, properties: { ...feature.properties, accuracy } };
};
const zone = (horizontalM: number | undefined = 1000): PlanFeature =>
  soft({ type: 'Polygon', coordinates: [ZONE.map((corner) => [...corner])] }, horizontalM);
const line = (coordinates: readonly LngLat[], horizontalM: number | undefined = 500): PlanFeature =>
  soft({ type: 'LineString', coordinates: coordinates.map((at) => [...at]) }, horizontalM);
const NORTH_SOUTH: readonly LngLat[] = [
  [113.45, 37.9],
  [113.45, 38.3],
];

const cross = (
  feature: PlanFeature,
  positions: readonly LngLat[],
  snappedTo: string | null = null,
) =>
  findCrossed(
    {
      corners: positions.map((position) => ({ position, featureId: snappedTo })),
      isArea: false,
      areaM2: 0,
    },
    [feature],
  )[0];
const enclose = (feature: PlanFeature, ring: readonly LngLat[]) =>
  findCrossed(
    {
      corners: ring.map((position) => ({ position, featureId: null })),
      isArea: true,
      areaM2: geodesicArea(ring).areaM2,
    },
    [feature],
  )[0];

describe('a leg through an inferred area', () => {
  const width = geodesicDistanceM([113.4, 38.15], [113.5, 38.15]);

  it('has the length in it, give or take the accuracy of its outline at either end', () => {
    const { run, legs, meetings } = cross(zone(), [
      [113.3, 38.15],
      [113.6, 38.15],
    ])!;
    expect(Math.abs(run!.value - width)).toBeLessThan(120);
    expect(Math.abs(run!.range!.least - (width - 2000))).toBeLessThan(240);
    expect(Math.abs(run!.range!.most - (width + 2000))).toBeLessThan(240);
    expect([legs, meetings]).toEqual([[0], []]);
  });

  it('is told also where no outline comes near', () => {
    const inside: LngLat[] = [
      [113.44, 38.15],
      [113.46, 38.15],
    ];
    const { run } = cross(zone(), inside)!;
    const length = geodesicDistanceM(inside[0]!, inside[1]!);
    expect(run!.value).toBeCloseTo(length, 3);
    expect(run!.range!.least).toBeCloseTo(length, 3);
  });

  it('adds up over the legs', () => {
    const { run, legs } = cross(zone(), [
      [113.45, 38.05],
      [113.45, 38.15],
      [113.6, 38.15],
      [113.7, 38.15],
    ])!;
    expect(legs).toEqual([0, 1]);
    const expected =
      geodesicDistanceM([113.45, 38.1], [113.45, 38.15]) +
      geodesicDistanceM([113.45, 38.15], [113.5, 38.15]);
    expect(Math.abs(run!.value - expected)).toBeLessThan(200);
  });

  it('has no range when the area tells no accuracy', () => {
    const { run, horizontalM } = cross(soft(zone().geometry, undefined), [
      [113.3, 38.15],
      [113.6, 38.15],
    ])!;
    expect([run!.range, horizontalM]).toEqual([null, null]);
  });

  it('is not told of what passes by', () => {
    expect(
      cross(zone(), [
        [113.3, 38.25],
        [113.6, 38.25],
      ]),
    ).toBeUndefined();
  });
});

describe('a leg and an inferred line', () => {
  it('meet where they cross, give or take the accuracy of the line', () => {
    const from: LngLat = [113.4, 38.1];
    const { meetings, run } = cross(line(NORTH_SOUTH), [from, [113.55, 38.1]])!;
    const at = geodesicDistanceM(from, [113.45, 38.1]);
    expect(run).toBeNull();
    expect(meetings).toHaveLength(1);
    expect(Math.abs(meetings[0]!.atM - at)).toBeLessThan(5);
    expect(Math.abs(meetings[0]!.range!.least - (at - 500))).toBeLessThan(120);
    expect(Math.abs(meetings[0]!.range!.most - (at + 500))).toBeLessThan(120);
  });

  it('run side by side when they stay within its accuracy', () => {
    const leg: LngLat[] = [
      [113.452, 38.0],
      [113.448, 38.2],
    ];
    const { run, meetings } = cross(line(NORTH_SOUTH), leg)!;
    expect(run!.value).toBeCloseTo(geodesicDistanceM(leg[0]!, leg[1]!), 3);
    expect(meetings).toEqual([]);
  });

  it('touch, and do not cross, where an end was snapped to it', () => {
    const leg: LngLat[] = [
      [113.45, 38.1],
      [113.55, 38.1],
    ];
    expect(cross(line(NORTH_SOUTH), leg, 'soft')).toBeUndefined();
    expect(cross(line(NORTH_SOUTH), leg)!.meetings).toHaveLength(1);
  });
});

describe('a measured area', () => {
  const half: readonly LngLat[] = [
    [113.45, 38.1],
    [113.55, 38.1],
    [113.55, 38.2],
    [113.45, 38.2],
  ];

  it('tells how much of it lies in an inferred one, with the range', () => {
    const { overlap } = enclose(zone(), half)!;
    const { areaM2 } = geodesicArea(half);
    expect(Math.abs(overlap!.value / areaM2 - 0.5)).toBeLessThan(0.01);
    expect(overlap!.range!.least).toBeLessThan(0.45 * areaM2);
    expect(overlap!.range!.most).toBeGreaterThan(0.55 * areaM2);
  });

  it('that lies in it counts whole', () => {
    const inside: readonly LngLat[] = [
      [113.44, 38.14],
      [113.46, 38.14],
      [113.46, 38.16],
    ];
    const { overlap } = enclose(zone(), inside)!;
    expect(overlap!.value).toBeCloseTo(geodesicArea(inside).areaM2, 3);
    expect(overlap!.range!.least).toBeCloseTo(overlap!.value, 3);
  });

  it('closes: its last leg can cross too', () => {
    const { meetings } = enclose(
      line([
        [113.4, 38.15],
        [113.46, 38.15],
      ]),
      half,
    )!;
    expect(meetings.map(({ leg }) => leg)).toEqual([3]);
  });
});

it('leaves out what is surveyed or digitised, has no place, or is a point', () => {
  const leg: readonly LngLat[] = [
    [113.3, 38.15],
    [113.6, 38.15],
  ];
  expect(cross(soft(zone().geometry, 500, 'digitised'), leg)).toBeUndefined();
  expect(cross(soft(null, undefined, 'schematic'), leg)).toBeUndefined();
  expect(cross(soft({ type: 'Point', coordinates: [113.45, 38.15] }, 6000), leg)).toBeUndefined();
});
