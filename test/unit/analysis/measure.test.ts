import { describe, expect, it } from 'vitest';
import {
  geodesicArea,
  geodesicBearing,
  geodesicDistanceM,
} from '../../../src/analysis/measure/ellipsoid.ts';
import {
  epsgOf,
  projectFrom,
  projectTo,
  zoneOf,
} from '../../../src/analysis/measure/gauss-kruger.ts';
import { measureArea } from '../../../src/analysis/measure/measure-area.ts';
import { measureDistance } from '../../../src/analysis/measure/measure-distance.ts';
import { formatDms, readPosition } from '../../../src/analysis/measure/read-position.ts';
import { convertFigure, formatFigure } from '../../../src/analysis/figure-units.ts';
import type { MeasurePoint, Snap } from '../../../src/contracts/analysis.ts';
import type { LngLat } from '../../../src/contracts/bundle.ts';
import { quadrangleArea, vincenty } from './vincenty.ts';

/** Meridian arcs from the equator on GRS80, metres: quarter and 45°, as published. */
const QUARTER_M = 10_001_965.729;
const TO_45_M = 4_984_944.378;

const SEAT: LngLat = [113.412, 38.086];

const free = (position: LngLat): MeasurePoint => ({ position, snap: null });

const snapped = (position: LngLat, snap: Partial<Snap>): MeasurePoint => ({
  position,
  snap: {
    position,
    featureId: 'road',
    at: 'vertex',
    distanceM: 0,
    certainty: 'digitised',
    horizontalM: 400,
    ...snap,
  },
});

describe('geodesic distances', () => {
  it('match published meridian arcs to a centimetre', () => {
    expect(Math.abs(geodesicDistanceM([0, 0], [0, 90]) - QUARTER_M)).toBeLessThan(0.01);
    expect(Math.abs(geodesicDistanceM([114, 0], [114, 45]) - TO_45_M)).toBeLessThan(0.01);
  });

  it('match Vincenty’s formula to a millimetre all over the county', () => {
    const places: readonly LngLat[] = [
      SEAT,
      [112.92, 37.95],
      [113.81, 38.52],
      [113.569, 38.009],
      [113.18, 38.36],
      [113.412_01, 38.086_01],
    ];
    for (const from of places) {
      for (const to of places) {
        if (from === to) continue;
        const { distanceM, bearing } = vincenty(from, to);
        expect(Math.abs(geodesicDistanceM(from, to) - distanceM)).toBeLessThan(0.001);
        expect(Math.abs(geodesicBearing(from, to) - bearing)).toBeLessThan(1e-4);
      }
    }
  });

  it('are zero between a position and itself, with the bearing zero', () => {
    expect(geodesicDistanceM(SEAT, SEAT)).toBe(0);
    expect(geodesicBearing(SEAT, SEAT)).toBe(0);
  });
});

describe('geodesic areas', () => {
  it('match the closed form of an ellipsoidal quadrangle within 0.001 %', () => {
    // Parallels are no geodesics: many short sides.
    const steps = Array.from({ length: 101 }, (_, step) => 113 + step / 100);
    const ring: LngLat[] = [
      ...steps.map((lng): LngLat => [lng, 38]),
      ...steps.toReversed().map((lng): LngLat => [lng, 38.5]),
    ];
    const expected = quadrangleArea(38, 38.5, 1);
    expect(Math.abs(geodesicArea(ring).areaM2 / expected - 1)).toBeLessThan(1e-5);
  });

  it('are the same in either direction, open or closed', () => {
    const ring: LngLat[] = [SEAT, [113.5, 38.1], [113.45, 38.2]];
    const { areaM2, perimeterM } = geodesicArea(ring);
    expect(geodesicArea(ring.toReversed()).areaM2).toBeCloseTo(areaM2, 3);
    expect(geodesicArea([...ring, ring[0]!])).toEqual({ areaM2, perimeterM });
  });
});

describe('plane coordinates', () => {
  it('of the county seat are those of EPSG:4547 and EPSG:4526', () => {
    const { plane, planeWithZone } = projectTo(38, SEAT);
    expect(plane.epsg).toBe(4547);
    expect(Math.abs(plane.eastingM - 448_414.7)).toBeLessThan(0.05);
    expect(Math.abs(plane.northingM - 4_217_207.1)).toBeLessThan(0.05);
    expect(planeWithZone.epsg).toBe(4526);
    expect(Math.abs(planeWithZone.eastingM - 38_448_414.7)).toBeLessThan(0.05);
  });

  it('on the central meridian have easting 500 km and the meridian arc as northing', () => {
    const { plane } = projectTo(38, [114, 45]);
    expect(plane.eastingM).toBeCloseTo(500_000, 3);
    expect(Math.abs(plane.northingM - TO_45_M)).toBeLessThan(0.01);
  });

  it('lead back to where they came from', () => {
    const { plane } = projectTo(38, SEAT);
    const [lng, lat] = projectFrom(38, plane.eastingM, plane.northingM);
    expect(geodesicDistanceM([lng, lat], SEAT)).toBeLessThan(0.001);
  });

  it.each([
    [113.412, 38, 4547, 4526],
    [117.1, 39, 4548, 4527],
    [75, 25, 4534, 4513],
    [135, 45, 4554, 4533],
  ])('at %d°E belong to zone %d', (lng, zone, plane, withZone) => {
    expect(zoneOf(lng)).toBe(zone);
    expect(epsgOf(zone)).toEqual({ plane, withZone });
  });
});

describe('a readout', () => {
  it('gives decimal degrees, 度分秒 and both plane systems', () => {
    expect(readPosition(SEAT)).toMatchObject({
      decimal: '113.412000, 38.086000',
      dms: {
        zh: '东经 113°24′43.20″，北纬 38°05′09.60″',
        en: '113°24′43.20″ E, 38°05′09.60″ N',
      },
      zone: 38,
      centralMeridian: 114,
      plane: { epsg: 4547 },
      planeWithZone: { epsg: 4526 },
    });
  });

  it.each([
    [113.412, '113°24′43.20″'],
    [38.999_999_9, '39°00′00.00″'],
    [38.016_665, '38°00′59.99″'],
    [0, '0°00′00.00″'],
  ])('carries seconds over: %d', (degrees, text) => {
    expect(formatDms(degrees)).toBe(text);
  });
});

describe('units', () => {
  it.each([
    [1, 'km2', 'ha', 100],
    [1, 'km2', 'mu', 1500],
    [1, 'ha', 'mu', 15],
    [1500, 'm', 'km', 1.5],
    [45.19, 'mu', 'm2', 30126.667],
    [1, 'CNY1e8', 'CNY1e4', 10_000],
  ] as const)('%d %s in %s', (value, from, to, result) => {
    expect(convertFigure(value, from, to)).toBeCloseTo(result, 3);
  });

  it('of different dimensions do not convert', () => {
    expect(() => convertFigure(1, 'km', 'km2')).toThrow(RangeError);
    expect(() => convertFigure(1, 'count', 'year')).toThrow(RangeError);
  });

  it('are written in both languages', () => {
    expect(formatFigure(2514, 'km2')).toEqual({ zh: '2,514 平方公里', en: '2,514 km²' });
    expect(formatFigure(2025, 'year')).toEqual({ zh: '2025 年', en: '2025' });
  });
});

describe('a measured distance', () => {
  it('adds up its legs, each with its bearing', () => {
    const measured = measureDistance([
      free(SEAT),
      free([113.412, 38.186]),
      free([113.512, 38.186]),
    ]);
    expect(
      measured.kind === 'distance' && measured.legs.map(({ bearing }) => Math.round(bearing)),
    ).toEqual([0, 90]);
    const reference =
      vincenty(SEAT, [113.412, 38.186]).distanceM +
      vincenty([113.412, 38.186], [113.512, 38.186]).distanceM;
    expect(Math.abs(measured.value / reference - 1)).toBeLessThan(1e-6);
    expect(measured).toMatchObject({ range: null, softIds: [], notes: [] });
  });

  it('is zero with no or one point', () => {
    expect(measureDistance([]).value).toBe(0);
    expect(measureDistance([free(SEAT)])).toMatchObject({ value: 0, range: null });
  });

  it('between two digitised features has a range and no warning', () => {
    const { value, range, softIds, notes } = measureDistance([
      snapped(SEAT, {}),
      snapped([113.5, 38.1], { horizontalM: 500 }),
    ]);
    expect(range).toEqual({ least: value - 900, most: value + 900 });
    expect([softIds, notes]).toEqual([[], []]);
  });

  it('to an inferred or schematic feature says so', () => {
    const { value, range, softIds, notes } = measureDistance([
      snapped(SEAT, { featureId: 'airport', certainty: 'inferred', horizontalM: 6000 }),
      snapped([113.5, 38.1], { featureId: 'taihang-1', certainty: 'schematic', horizontalM: 5000 }),
    ]);
    expect(range).toEqual({ least: 0, most: value + 11_000 });
    expect(softIds).toEqual(['taihang-1', 'airport']);
    expect(notes.map(({ zh }) => zh).join()).toMatch(/推断.*示意/);
  });

  it('counts the accuracy of a middle point for both its legs', () => {
    const middle = snapped([113.5, 38.1], { horizontalM: 100 });
    const { value, range } = measureDistance([free(SEAT), middle, free([113.6, 38.1])]);
    expect(range?.most).toBeCloseTo(value + 200, 6);
  });
});

describe('a measured area', () => {
  it('has perimeter, range and warning', () => {
    const corners: LngLat[] = [
      [113.4, 38],
      [113.5, 38],
      [113.5, 38.1],
      [113.4, 38.1],
    ];
    const measured = measureArea(
      corners.map((corner) => snapped(corner, { certainty: 'inferred', horizontalM: 100 })),
    );
    expect(measured.kind).toBe('area');
    expect(Math.abs(measured.value / quadrangleArea(38, 38.1, 0.1) - 1)).toBeLessThan(1e-3);
    const perimeterM = measured.kind === 'area' ? measured.perimeterM : 0;
    expect(measured.range?.most).toBeCloseTo(measured.value + 100 * perimeterM, 0);
    expect(measured.softIds).toEqual(['road']);
  });

  it('is zero below three points', () => {
    expect(measureArea([free(SEAT), free([113.5, 38.1])])).toMatchObject({ value: 0, range: null });
    expect(measureArea([]).value).toBe(0);
  });
});
