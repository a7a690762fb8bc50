import type { Geometry, Position } from 'geojson';
import type { Bounds, PlanBundle } from '../../contracts/bundle.ts';
import { boundsOf } from '../../core/geometry.ts';

const boxes = new WeakMap<Geometry, Bounds | null>();

/** Ids of the features that have some part inside the bounds; what has no place is never in view. */
export function findInView(bundle: PlanBundle, bounds: Bounds): ReadonlySet<string> {
  return new Set(
    bundle.features.features.flatMap(({ geometry, properties }) =>
      geometry && touches(geometry, bounds) ? [properties.id] : [],
    ),
  );
}

/** Whether two answers of `findInView` hold the same features. */
export function isSameView(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

function touches(geometry: Geometry, bounds: Bounds): boolean {
  if (geometry.type === 'GeometryCollection') {
    return geometry.geometries.some((part) => touches(part, bounds));
  }
  const box = boxOf(geometry);
  const [west, south, east, north] = bounds;
  if (!box || box[0] > east || box[2] < west || box[1] > north || box[3] < south) return false;
  switch (geometry.type) {
    case 'Point':
      return true;
    case 'MultiPoint':
      return geometry.coordinates.some((position) => holds(bounds, position));
    case 'LineString':
      return crosses(geometry.coordinates, bounds);
    case 'MultiLineString':
      return geometry.coordinates.some((line) => crosses(line, bounds));
    case 'Polygon':
      return covers(geometry.coordinates, bounds);
    case 'MultiPolygon':
      return geometry.coordinates.some((rings) => covers(rings, bounds));
    default:
      return geometry satisfies never;
  }
}

const holds = ([west, south, east, north]: Bounds, [lng, lat]: Position): boolean =>
  lng! >= west && lng! <= east && lat! >= south && lat! <= north;

function crosses(line: readonly Position[], bounds: Bounds): boolean {
  return line.some((position, index) => {
    const before = line[index - 1];
    return before ? segmentMeets(before, position, bounds) : holds(bounds, position);
  });
}

/** Either an edge is in view, or the whole view lies inside the area. */
function covers(rings: readonly (readonly Position[])[], bounds: Bounds): boolean {
  if (rings.some((ring) => crosses(ring, bounds))) return true;
  const middle = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  return rings.filter((ring) => encloses(ring, middle)).length % 2 === 1;
}

function encloses(ring: readonly Position[], [lng, lat]: Position): boolean {
  let isInside = false;
  ring.forEach((b, index) => {
    const a = ring[(index + ring.length - 1) % ring.length]!;
    const [isAAbove, isBAbove] = [a[1]! > lat!, b[1]! > lat!];
    if (isAAbove === isBAbove) return;
    const at = a[0]! + ((lat! - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!);
    if (at > lng!) isInside = !isInside;
  });
  return isInside;
}

/** Liang and Barsky: what is left of the segment after each side of the box has cut it. */
function segmentMeets(a: Position, b: Position, bounds: Bounds): boolean {
  const [west, south, east, north] = bounds;
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, a[0]! - west],
    [dx, east - a[0]!],
    [-dy, a[1]! - south],
    [dy, north - a[1]!],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from <= to;
}

function boxOf(geometry: Geometry): Bounds | null {
  let box = boxes.get(geometry);
  if (box === undefined) boxes.set(geometry, (box = boundsOf([geometry])));
  return box;
}
