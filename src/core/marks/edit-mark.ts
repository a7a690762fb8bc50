import type { Position } from 'geojson';
import type { LngLat } from '../../contracts/bundle.ts';
import type { Mark, MarkGeometry, MarkKind } from '../../contracts/marks.ts';
import { isPlace, roundPosition } from './read-mark.ts';

/** Points that a mark of a kind needs before it can end. */
export const leastPoints = (kind: MarkKind): number =>
  kind === 'area' ? 3 : isPlace(kind) ? 1 : 2;

/** A mark's geometry from the points that were put down; null when they are too few. */
export function shapeMark(kind: MarkKind, drawn: readonly LngLat[]): MarkGeometry | null {
  const points = drawn
    .map(roundPosition)
    .filter((at, index, all) => index === 0 || !isSame(at, all[index - 1]!));
  if (points.length > 1 && kind === 'area' && isSame(points[0]!, points.at(-1)!)) points.pop();
  if (points.length < leastPoints(kind)) return null;
  if (isPlace(kind)) return { type: 'Point', coordinates: [...points[0]!] };
  const line = points.map((at) => [...at]);
  return kind === 'area'
    ? { type: 'Polygon', coordinates: [[...line, [...line[0]!]]] }
    : { type: 'LineString', coordinates: line };
}

/** The points that can be moved one by one; an area's ring without the one that closes it. */
export function pointsOf({ geometry }: Pick<Mark, 'geometry'>): readonly LngLat[] {
  const toLngLat = (at: Position): LngLat => [at[0]!, at[1]!];
  if (geometry.type === 'Point') return [toLngLat(geometry.coordinates)];
  if (geometry.type === 'LineString') return geometry.coordinates.map(toLngLat);
  return geometry.coordinates[0]!.slice(0, -1).map(toLngLat);
}

/** Moves one point, or the whole mark when `index` is null, by degrees. */
export function moveMark<T extends Pick<Mark, 'kind' | 'geometry'>>(
  mark: T,
  index: number | null,
  [east, north]: LngLat,
): T {
  const points = pointsOf(mark).map((at, number): LngLat =>
    index === null || index === number ? [at[0] + east, at[1] + north] : at,
  );
  return { ...mark, geometry: shapeMark(mark.kind, points) ?? mark.geometry };
}

/** Takes a point out; null when too few would be left. */
export function removePoint(mark: Mark, index: number): Mark | null {
  const geometry = shapeMark(
    mark.kind,
    pointsOf(mark).filter((_, number) => number !== index),
  );
  return geometry ? { ...mark, geometry } : null;
}

/** Puts a point half-way to the next one. */
export function splitAfter(mark: Mark, index: number): Mark {
  const points = pointsOf(mark);
  const [a, b] = [points[index]!, points[(index + 1) % points.length]!];
  const middle: LngLat = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const geometry = shapeMark(mark.kind, points.toSpliced(index + 1, 0, middle));
  return { ...mark, geometry: geometry ?? mark.geometry };
}

const isSame = (a: LngLat, b: LngLat): boolean => a[0] === b[0] && a[1] === b[1];
