import type { Geometry, Position } from 'geojson';
import type { Bounds } from '../../contracts/bundle.ts';
import { transformGeometry, eachPosition } from '../crs/transform-geometry.ts';
import type { Project } from '../crs/project.ts';

/** Which way an outer ring runs; holes run the other way. RFC 7946 and OGC want `left`, shapefiles `right`. */
export type Winding = 'left' | 'right';

/** A geometry in a system's numbers, its rings wound one way; null: the system cannot hold one of its positions. */
export function placeGeometry(
  geometry: Geometry,
  project: Project,
  winding: Winding,
): Geometry | null {
  const placed = transformGeometry(geometry, project).geometry;
  if (placed?.type === 'Polygon') {
    return { ...placed, coordinates: windRings(placed.coordinates, winding) };
  }
  if (placed?.type === 'MultiPolygon') {
    return {
      ...placed,
      coordinates: placed.coordinates.map((rings) => windRings(rings, winding)),
    };
  }
  return placed;
}

const windRings = (rings: readonly (readonly Position[])[], winding: Winding): Position[][] =>
  rings.map((ring, at) => {
    const isLeft = areaTwice(ring) >= 0;
    const shouldBeLeft = (winding === 'left') === (at === 0);
    return isLeft === shouldBeLeft ? [...ring] : ring.toReversed();
  });

/** Positive when a ring runs counter-clockwise; taken from its first corner, so that large numbers lose nothing. */
function areaTwice(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let area = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1]!;
    const [bx, by] = ring[at]!;
    area += (ax! - x0) * (by! - y0) - (bx! - x0) * (ay! - y0);
  }
  return area;
}

/** West, south, east, north in the geometries' own numbers; null: there is no position. */
export function extentOf(geometries: readonly Geometry[]): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    eachPosition(geometry, ([x = 0, y = 0]) => {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    });
  }
  return west > east ? null : [west, south, east, north];
}
