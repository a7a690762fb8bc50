import type { Geometry, Position } from 'geojson';
import type { LngLat } from '../contracts/bundle.ts';

/** Lines of a geometry: each part of a line, each ring of an area; empty for points. */
export function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf);
    case 'Point':
    case 'MultiPoint':
      return [];
    default:
      return geometry satisfies never;
  }
}

/** Every position of a geometry. */
export function positionsOf(geometry: Geometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
      return geometry.coordinates;
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf);
    default:
      return linesOf(geometry).flat();
  }
}

export function toLngLat(position: Position): LngLat {
  return [position[0]!, position[1]!];
}
