import { describe, expect, it } from 'vitest';
import type { CrsId } from '../../../../src/contracts/import.ts';
import { createConverter } from '../../../../src/io/crs/convert.ts';
import { systemOf } from '../../../../src/io/crs/systems.ts';

/** `echo "113.412 38.086" | gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4547 -output_xy`, GDAL 3.6.2, and so on. */
const CONTROL: readonly (readonly [CrsId, lng: number, lat: number, e: number, n: number])[] = [
  ['EPSG:4547', 113.412, 38.086, 448414.664597541, 4217207.06663636],
  ['EPSG:4526', 113.412, 38.086, 38448414.6645975, 4217207.06663636],
  ['EPSG:4546', 113.412, 38.086, 711619.34149508, 4219792.31218915],
  ['EPSG:4525', 113.412, 38.086, 37711619.3414951, 4219792.31218915],
  ['EPSG:4548', 113.412, 38.086, 185175.897724853, 4223128.82428922],
  ['EPSG:4508', 113.412, 38.086, 711619.34149508, 4219792.31218915],
  ['EPSG:4497', 113.412, 38.086, 19711619.3414951, 4219792.31218915],
  ['EPSG:3857', 113.412, 38.086, 12624966.0898467, 4591581.8621983],
  ['EPSG:32649', 113.412, 38.086, 711534.693757163, 4218104.39537528],
  ['EPSG:4547', 113.05, 38.35, 416956.407173686, 4246775.13093641],
  ['EPSG:4526', 112.75, 37.8, 38389909.7280081, 4186035.20735373],
  ['EPSG:4527', 114.02, 38.7, 39240741.0123895, 4289417.79458485],
  ['EPSG:4548', 116.1, 38.995, 422030.074668611, 4318334.26329797],
  ['EPSG:4547', 114.02, 38.7, 501739.820385186, 4285200.38823562],
  ['EPSG:4546', 111.9, 38, 579050.009723276, 4207880.27474436],
];
const M_PER_DEG = 111_320;

function distanceM(a: readonly [number, number], b: readonly [number, number]): number {
  const lng = (a[0] - b[0]) * M_PER_DEG * Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot(lng, (a[1] - b[1]) * M_PER_DEG);
}

/** The county seat, so many metres to the east and north. */
const moved = (eastM: number, northM: number): [number, number] => [
  113.412 + eastM / (M_PER_DEG * Math.cos((38.086 * Math.PI) / 180)),
  38.086 + northM / 110_990,
];

describe('exact systems', () => {
  it.each(CONTROL)('%s leads back to %f, %f within 0.05 m', (crs, lng, lat, e, n) => {
    const at = createConverter({ crs, isSwapped: false }, null)([e, n])!;
    expect(distanceM(at, [lng, lat])).toBeLessThan(0.05);
    const turned = createConverter({ crs, isSwapped: true }, null)([n, e])!;
    expect(turned).toEqual(at);
  });
});

describe('systems without public parameters', () => {
  /** `gdaltransform -s_srs EPSG:4610 -t_srs EPSG:2383`, likewise 4214 → 2435: the projection alone is exact. */
  it.each([
    ['EPSG:2383', 448414.64028506, 4217209.03335477],
    ['EPSG:2435', 448413.800541351, 4217281.72546908],
  ] as const)('%s keeps the datum’s own degrees, and says how far off they may be', (crs, e, n) => {
    const at = createConverter({ crs, isSwapped: false }, null)([e, n])!;
    expect(distanceM(at, [113.412, 38.086])).toBeLessThan(0.05);
    const system = systemOf(crs)!;
    expect(system.errorM).toBeGreaterThanOrEqual(100);
    expect(system.warning!.zh).toContain(`${system.errorM} 米`);
  });
});

describe('shifted systems of web maps', () => {
  it('GCJ-02 lies 607 m east and 91 m north of CGCS2000 at the county seat', () => {
    // As `cartography` gives the shift here: 607 m and 91 m.
    const shifted = moved(607, 91);
    const at = createConverter({ crs: 'GCJ-02', isSwapped: false }, null)(shifted)!;
    expect(distanceM(at, [113.412, 38.086])).toBeLessThan(5);
  });

  it('BD-09 lies 1171 m east and 779 m north of it', () => {
    const shifted = moved(1171, 779);
    const at = createConverter({ crs: 'BD-09', isSwapped: false }, null)(shifted)!;
    expect(distanceM(at, [113.412, 38.086])).toBeLessThan(5);
  });
});

it('what is nowhere on earth is null', () => {
  const degrees = createConverter({ crs: 'EPSG:4490', isSwapped: false }, null);
  expect(degrees([448_414, 4_217_207])).toBeNull();
  expect(degrees([Number.NaN, 38])).toBeNull();
  expect(degrees([113])).toBeNull();
});

it('a system that nobody offers is refused by name', () => {
  expect(() => createConverter({ crs: 'EPSG:9999', isSwapped: false }, null)).toThrow(
    /"EPSG:9999" cannot be used/,
  );
  expect(() => createConverter({ crs: 'file', isSwapped: false }, null)).toThrow(/says none/);
});
