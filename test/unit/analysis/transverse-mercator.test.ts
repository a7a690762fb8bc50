import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { projectFrom, projectTo } from '../../../src/analysis/measure/gauss-kruger.ts';
import type { LngLat } from '../../../src/contracts/bundle.ts';

const MILLIMETRE = 1e-3;

/** A reference that shares no code with ours. */
const referenceOf = (zone: number) =>
  proj4(
    `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=500000 +y_0=0 ` +
      '+a=6378137 +rf=298.257222101 +units=m +no_defs',
  );

/** Up to twice as far from the meridian as a zone reaches, from the equator to beyond China's north. */
const PLACES: readonly LngLat[] = [-3, -1.5, -0.6, 0, 0.001, 1.5, 3].flatMap((east) =>
  [0, 3.5, 18, 38.086, 45, 53.6, 60].map((lat): LngLat => [114 + east, lat]),
);

describe('Gauss–Krüger coordinates', () => {
  it('are those of proj4 to a millimetre', () => {
    const reference = referenceOf(38);
    for (const place of PLACES) {
      const { plane } = projectTo(38, place);
      const [east, north] = reference.forward([...place]) as [number, number];
      expect(Math.abs(plane.eastingM - east), `easting at ${place.join()}`).toBeLessThan(
        MILLIMETRE,
      );
      expect(Math.abs(plane.northingM - north), `northing at ${place.join()}`).toBeLessThan(
        MILLIMETRE,
      );
    }
  });

  it('lead back to where they came from, in every zone', () => {
    for (let zone = 25; zone <= 45; zone += 1) {
      const place: LngLat = [zone * 3 + 1.1, 38.086];
      const { plane } = projectTo(zone, place);
      const [lng, lat] = projectFrom(zone, plane.eastingM, plane.northingM);
      expect(Math.abs(lng - place[0])).toBeLessThan(1e-10);
      expect(Math.abs(lat - place[1])).toBeLessThan(1e-10);
    }
  });
});
