import type { Geometry, Position } from 'geojson';
import { linesOf, toLngLat } from '../positions-of.ts';
import { geodesicArea, geodesicDistanceM } from './ellipsoid.ts';

export interface GeometrySize {
  /** Of lines, on the CGCS2000 ellipsoid; null: it has none. */
  readonly lengthM: number | null;
  /** Of areas, without their holes; null: it has none. */
  readonly areaM2: number | null;
}

/** Length and area of a geometry in degrees. */
export function measureGeometry(geometry: Geometry | null): GeometrySize {
  switch (geometry?.type) {
    case undefined:
    case 'Point':
    case 'MultiPoint':
      return { lengthM: null, areaM2: null };
    case 'LineString':
    case 'MultiLineString':
      return { lengthM: sum(linesOf(geometry).map(lengthOf)), areaM2: null };
    case 'Polygon':
      return { lengthM: null, areaM2: areaOf(geometry.coordinates) };
    case 'MultiPolygon':
      return { lengthM: null, areaM2: sum(geometry.coordinates.map(areaOf)) };
    case 'GeometryCollection': {
      const sizes = geometry.geometries.map(measureGeometry);
      const pick = (name: keyof GeometrySize): number | null => {
        const found = sizes.flatMap((size) => size[name] ?? []);
        return found.length > 0 ? sum(found) : null;
      };
      return { lengthM: pick('lengthM'), areaM2: pick('areaM2') };
    }
    default:
      return geometry satisfies never;
  }
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const lengthOf = (line: readonly Position[]): number =>
  sum(line.slice(1).map((end, index) => geodesicDistanceM(toLngLat(line[index]!), toLngLat(end))));

function areaOf([outer, ...holes]: readonly (readonly Position[])[]): number {
  const size = (ring: readonly Position[]): number => geodesicArea(ring.map(toLngLat)).areaM2;
  return outer ? Math.max(0, size(outer) - sum(holes.map(size))) : 0;
}
