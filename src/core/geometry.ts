import type { Geometry, Position } from 'geojson';
import { linesOf, positionsOf, toLngLat } from '../analysis/positions-of.ts';
import type { Bounds, LngLat, PlanFeature } from '../contracts/bundle.ts';

export { linesOf, toLngLat };

const KM_PER_DEGREE = 111.32;

/** Kilometres per degree of longitude at a latitude in degrees (sphere; for drawing, not measuring). */
export function kmPerLngDegree(lat: number): number {
  return KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
}

/** The box round all geometries, grown by `marginKm`; null when there is nothing to bound. */
export function boundsOf(geometries: readonly Geometry[], marginKm = 0): Bounds | null {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const geometry of geometries) {
    for (const [lng, lat] of positionsOf(geometry)) {
      west = Math.min(west, lng!);
      east = Math.max(east, lng!);
      south = Math.min(south, lat!);
      north = Math.max(north, lat!);
    }
  }
  if (west > east) return null;
  const dLat = marginKm / KM_PER_DEGREE;
  const dLng = marginKm / kmPerLngDegree((south + north) / 2);
  return [west - dLng, south - dLat, east + dLng, north + dLat];
}

/** A circle as a closed ring of 72 steps, counter-clockwise. */
export function circleRing(center: LngLat, radiusKm: number): Position[] {
  const dLat = radiusKm / KM_PER_DEGREE;
  const dLng = radiusKm / kmPerLngDegree(center[1]);
  const ring = Array.from({ length: 72 }, (_, step): Position => {
    const angle = (step / 72) * 2 * Math.PI;
    return [center[0] + dLng * Math.cos(angle), center[1] + dLat * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
}

/**
 * A closed ring moved inwards by `distanceKm` along each vertex's normal; for soft edges.
 * Good while the distance stays below the ring's radius of curvature, as in a buffered hull.
 */
export function insetRing(ring: readonly Position[], distanceKm: number): Position[] {
  const points = ring.slice(0, -1);
  const orientation = Math.sign(signedArea(ring)) || 1;
  const kmX = kmPerLngDegree(points[0]![1]!);
  const moved = points.map((point, index): Position => {
    const before = points[(index - 1 + points.length) % points.length]!;
    const after = points[(index + 1) % points.length]!;
    const dx = (after[0]! - before[0]!) * kmX;
    const dy = (after[1]! - before[1]!) * KM_PER_DEGREE;
    const length = Math.hypot(dx, dy) || 1;
    const shift = (distanceKm * orientation) / length;
    return [point[0]! + (-dy * shift) / kmX, point[1]! + (dx * shift) / KM_PER_DEGREE];
  });
  return [...moved, moved[0]!];
}

/** Positive when counter-clockwise; square degrees. */
export function signedArea(ring: readonly Position[]): number {
  let twice = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [x1, y1] = ring[index - 1]!;
    const [x2, y2] = ring[index]!;
    twice += x1! * y2! - x2! * y1!;
  }
  return twice / 2;
}

/** Where a feature is pointed at: the point itself, the middle of the longest line, the centre of an area. */
export function anchorOf(geometry: Geometry): LngLat {
  if (geometry.type === 'Point') return toLngLat(geometry.coordinates);
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    return centroidOf(longest(linesOf(geometry)));
  }
  const lines = linesOf(geometry);
  return lines.length === 0 ? toLngLat(positionsOf(geometry)[0]!) : middleOf(longest(lines));
}

/** Where a feature's name goes and the leader line ends; null without geometry. */
export function labelPoint(feature: PlanFeature): LngLat | null {
  if (!feature.geometry) return null;
  return feature.properties.labelAt ?? anchorOf(feature.geometry);
}

/** The two ends of a band: north and south of one that runs north–south, else west and east. */
export function endsOf(geometry: Geometry): readonly [LngLat, LngLat] {
  const positions = positionsOf(geometry).map(toLngLat);
  const [west, south, east, north] = boundsOf([geometry])!;
  const axis = (north - south) * KM_PER_DEGREE > (east - west) * kmPerLngDegree(south) ? 1 : 0;
  const sorted = positions.toSorted((a, b) => a[axis] - b[axis]);
  return [sorted[0]!, sorted.at(-1)!];
}

function longest(lines: readonly (readonly Position[])[]): readonly Position[] {
  return lines.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]!;
}

function lengthOf(line: readonly Position[]): number {
  let length = 0;
  for (let index = 1; index < line.length; index += 1) {
    length += distance(line[index - 1]!, line[index]!);
  }
  return length;
}

function distance(a: Position, b: Position): number {
  return Math.hypot((b[0]! - a[0]!) * kmPerLngDegree(a[1]!), (b[1]! - a[1]!) * KM_PER_DEGREE);
}

function middleOf(line: readonly Position[]): LngLat {
  const half = lengthOf(line) / 2;
  let walked = 0;
  for (let index = 1; index < line.length; index += 1) {
    const a = line[index - 1]!;
    const b = line[index]!;
    const step = distance(a, b);
    if (walked + step >= half && step > 0) {
      const t = (half - walked) / step;
      return [a[0]! + (b[0]! - a[0]!) * t, a[1]! + (b[1]! - a[1]!) * t];
    }
    walked += step;
  }
  return toLngLat(line[0]!);
}

function centroidOf(ring: readonly Position[]): LngLat {
  const area = signedArea(ring);
  if (area === 0) return toLngLat(ring[0]!);
  let x = 0;
  let y = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [x1, y1] = ring[index - 1]!;
    const [x2, y2] = ring[index]!;
    const cross = x1! * y2! - x2! * y1!;
    x += (x1! + x2!) * cross;
    y += (y1! + y2!) * cross;
  }
  return [x / (6 * area), y / (6 * area)];
}
