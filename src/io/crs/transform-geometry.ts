import type { Geometry, Position } from 'geojson';
import type { Convert } from './convert.ts';

/** How deep positions lie in `coordinates`. */
const DEPTHS = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const;

type Nested = Position | readonly Nested[];

export interface TransformedGeometry {
  /** In degrees, without heights; null: a position lies nowhere on earth. */
  readonly geometry: Geometry | null;
  /** Positions that could not be converted. */
  readonly lost: number;
}

/** A geometry of a file in degrees. One that has a position nowhere on earth is given up whole, never cut. */
export function transformGeometry(geometry: Geometry, convert: Convert): TransformedGeometry {
  let lost = 0;
  const walk = (nested: Nested, depth: number): Nested => {
    if (depth > 0) return (nested as readonly Nested[]).map((part) => walk(part, depth - 1));
    const at = convert(nested as Position);
    if (at === null) lost += 1;
    return at ? [...at] : [0, 0];
  };
  const turn = (one: Geometry): Geometry =>
    one.type === 'GeometryCollection'
      ? { type: one.type, geometries: one.geometries.map(turn) }
      : ({
          type: one.type,
          coordinates: walk(one.coordinates as Nested, DEPTHS[one.type]),
        } as Geometry);
  const turned = turn(geometry);
  return { geometry: lost > 0 ? null : turned, lost };
}

/** Calls back with every position of a geometry, as it stands. */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  const walk = (nested: Nested, depth: number): void => {
    if (depth === 0) visit(nested as Position);
    else for (const part of nested as readonly Nested[]) walk(part, depth - 1);
  };
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) eachPosition(part, visit);
  } else walk(geometry.coordinates as Nested, DEPTHS[geometry.type]);
}
