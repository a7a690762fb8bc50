import { describe, expect, it } from 'vitest';
import { buildScaleBar, metresPerPixel } from '../../../src/core/scale-bar.ts';
import { groundDistanceM } from './ground-distance.ts';

/** Web mercator after EPSG:3857, on a world of 512 px at zoom 0. */
const lngOf = (x: number, zoom: number): number => (x / (512 * 2 ** zoom)) * 360 - 180;
const latOf = (y: number, zoom: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / (512 * 2 ** zoom)))) * 180) / Math.PI;
const xOf = (lng: number, zoom: number): number => ((lng + 180) / 360) * 512 * 2 ** zoom;
const yOf = (lat: number, zoom: number): number =>
  ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 512 * 2 ** zoom;

describe('the scale bar', () => {
  it.each([37.8, 38.086, 38.6])(
    'of 10 km lies over 10 km of the ellipsoid at %d°, to 0.5 %%',
    (lat) => {
      const zoom = 9.3;
      const { widthPx } = { widthPx: 10_000 / metresPerPixel(lat, zoom) };
      const x = xOf(113.412, zoom);
      const y = yOf(lat, zoom);
      const across = groundDistanceM([113.412, lat], [lngOf(x + widthPx, zoom), lat]);
      const upwards = groundDistanceM([113.412, lat], [113.412, latOf(y - widthPx, zoom)]);
      expect(Math.abs(across / 10_000 - 1)).toBeLessThan(0.005);
      expect(Math.abs(upwards / 10_000 - 1)).toBeLessThan(0.005);
    },
  );

  it('is 10 km long where that is the longest round length that fits', () => {
    const { metres, widthPx } = buildScaleBar(38.086, 9.3, 120);
    expect(metres).toBe(10_000);
    expect(widthPx).toBeCloseTo(10_000 / metresPerPixel(38.086, 9.3), 10);
  });

  it('is round, fits, and fills more than two fifths of its room at every zoom', () => {
    for (let zoom = 6; zoom <= 22; zoom += 0.1) {
      const { metres, widthPx } = buildScaleBar(38, zoom, 120);
      expect(String(metres).replace(/[0.]/g, '')).toMatch(/^[125]$/);
      expect(widthPx).toBeLessThanOrEqual(120);
      expect(widthPx).toBeGreaterThanOrEqual(48 - 1e-9);
    }
  });

  it.each([1, 10, 100, 1000, 10_000])('takes exactly %d m where just that fits', (metres) => {
    const zoom = Math.log2((40_075_016.686 / 512 / metres) * 100);
    expect(buildScaleBar(0, zoom, 100.000_001).metres).toBe(metres);
  });

  it('halves the metres per pixel with every zoom', () => {
    expect(metresPerPixel(38, 10) / metresPerPixel(38, 11)).toBeCloseTo(2, 10);
  });
});
