import type { Geometry, Position } from 'geojson';
import { extentOf } from './place-geometry.ts';

/** Kinds of shape; a shapefile holds one. */
export const SHAPES = { point: 1, line: 3, polygon: 5, multipoint: 8 } as const;
export type Shape = keyof typeof SHAPES;

const FILE_CODE = 9994;
const VERSION = 1000;
const FILE_HEADER = 100;
const RECORD_HEADER = 8;

/** Which kind of shape a geometry is written as; null: shapefiles cannot hold it. */
export function shapeOf(geometry: Geometry): Shape | null {
  switch (geometry.type) {
    case 'Point':
      return 'point';
    case 'MultiPoint':
      return 'multipoint';
    case 'LineString':
    case 'MultiLineString':
      return 'line';
    case 'Polygon':
    case 'MultiPolygon':
      return 'polygon';
    case 'GeometryCollection':
      return null;
    default:
      return geometry satisfies never;
  }
}

/**
 * The .shp and the .shx of geometries of one kind (ESRI Shapefile Technical Description, 1998).
 * @param geometries at least one; outer rings run clockwise, holes the other way
 */
export function writeShp(
  shape: Shape,
  geometries: readonly Geometry[],
): { readonly shp: Uint8Array; readonly shx: Uint8Array } {
  const records = geometries.map((geometry) => toRecord(shape, geometry));
  const length = records.reduce((sum, { length: bytes }) => sum + RECORD_HEADER + bytes, 0);
  const extent = extentOf(geometries) ?? [0, 0, 0, 0];
  const shp = new Uint8Array(FILE_HEADER + length);
  const shx = new Uint8Array(FILE_HEADER + RECORD_HEADER * records.length);
  const [main, index] = [new DataView(shp.buffer), new DataView(shx.buffer)];
  for (const view of [main, index]) {
    view.setInt32(0, FILE_CODE);
    // Lengths are told in words of two bytes.
    view.setInt32(24, view.byteLength / 2);
    view.setInt32(28, VERSION, true);
    view.setInt32(32, SHAPES[shape], true);
    for (const [at, value] of extent.entries()) view.setFloat64(36 + at * 8, value, true);
  }
  let offset = FILE_HEADER;
  for (const [at, record] of records.entries()) {
    main.setInt32(offset, at + 1);
    main.setInt32(offset + 4, record.length / 2);
    index.setInt32(FILE_HEADER + at * RECORD_HEADER, offset / 2);
    index.setInt32(FILE_HEADER + at * RECORD_HEADER + 4, record.length / 2);
    shp.set(record, offset + RECORD_HEADER);
    offset += RECORD_HEADER + record.length;
  }
  return { shp, shx };
}

function toRecord(shape: Shape, geometry: Geometry): Uint8Array {
  if (geometry.type === 'Point') {
    const view = new DataView(new ArrayBuffer(20));
    view.setInt32(0, SHAPES.point, true);
    setPositions(view, 4, [geometry.coordinates]);
    return new Uint8Array(view.buffer);
  }
  const parts = partsOf(geometry);
  const count = parts.reduce((sum, { length }) => sum + length, 0);
  const isMultipoint = shape === 'multipoint';
  const head = isMultipoint ? 40 : 44 + parts.length * 4;
  const view = new DataView(new ArrayBuffer(head + count * 16));
  view.setInt32(0, SHAPES[shape], true);
  for (const [at, value] of extentOf([geometry])!.entries()) {
    view.setFloat64(4 + at * 8, value, true);
  }
  if (isMultipoint) view.setInt32(36, count, true);
  else {
    view.setInt32(36, parts.length, true);
    view.setInt32(40, count, true);
    let first = 0;
    for (const [at, { length }] of parts.entries()) {
      view.setInt32(44 + at * 4, first, true);
      first += length;
    }
  }
  setPositions(view, head, parts.flat());
  return new Uint8Array(view.buffer);
}

function setPositions(view: DataView, from: number, positions: readonly Position[]): void {
  for (const [at, [x = 0, y = 0]] of positions.entries()) {
    view.setFloat64(from + at * 16, x, true);
    view.setFloat64(from + at * 16 + 8, y, true);
  }
}

function partsOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'MultiPoint':
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return [];
  }
}
