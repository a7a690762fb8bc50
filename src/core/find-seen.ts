import type { Geometry, Position } from 'geojson';
import type { LngLat, PlanBundle, PlanFeature } from '../contracts/bundle.ts';
import type { ViewerState } from '../contracts/state.ts';
import type { Cartography } from '../contracts/theme.ts';
import { canBeDrawn, classify } from './classify.ts';
import { anchorOf, boundsOf } from './geometry.ts';
import { isDimmed, isShown } from './lit.ts';

type View = Pick<
  ViewerState,
  'bundle' | 'layers' | 'lens' | 'selection' | 'camera' | 'bounds' | 'frame' | 'map'
>;

/** How much of a feature outside the lens is left. */
const DIM = 0.16;

/** Layer switch, slider and lens in one, 0–1; 0: the map shows nothing of it. */
export function strengthOf(
  feature: PlanFeature,
  state: Pick<View, 'layers' | 'lens' | 'selection'>,
  dim = DIM,
): number {
  if (!isShown(feature, state)) return 0;
  const { layer, status } = feature.properties;
  const lens = !isDimmed(feature, state) ? 1 : status === 'cancelled' ? 0 : dim;
  return (state.layers[layer]?.opacity ?? 1) * lens;
}

const known = new WeakMap<
  PlanBundle,
  { readonly inputs: readonly unknown[]; readonly seen: ReadonlySet<string> }
>();

/**
 * Ids of the features that the map shows now: drawn by a class at this zoom, not switched off or wholly transparent,
 * with some part of their own place in the map's window. A dimmed feature is seen; a circle of uncertainty, a halo or a
 * name that reaches in is not the place. Null: there is no map, or it has not told its window yet. While nothing has
 * changed the answer is the same object.
 */
export function findSeen(state: View, cartography: Cartography): ReadonlySet<string> | null {
  const { bundle, layers, lens, selection, camera, bounds, frame, map } = state;
  if (!bundle || !bounds || map.status === 'text-only') return null;
  const inputs = [layers, lens, selection, camera, bounds, frame, cartography];
  const before = known.get(bundle);
  if (before && inputs.every((input, index) => input === before.inputs[index])) return before.seen;
  const [west, south, east, north] = bounds;
  const window: Window = frame ?? [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  const found = new Set(
    bundle.features.features.flatMap((feature) => {
      const place = placeOf(feature, cartography, camera?.zoom ?? 0);
      return place && strengthOf(feature, state) > 0 && touches(place, window)
        ? [feature.properties.id]
        : [];
    }),
  );
  const seen = before && isSame(before.seen, found) ? before.seen : found;
  known.set(bundle, { inputs, seen });
  return seen;
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

/** What the map draws of a feature at a zoom; null when that is nothing. */
function placeOf(feature: PlanFeature, cartography: Cartography, zoom: number): Geometry | null {
  const { geometry } = feature;
  const featureClass = classify(feature, cartography)?.featureClass;
  if (!geometry || !featureClass || !canBeDrawn(feature, featureClass)) return null;
  const { symbol } = featureClass;
  if (symbol.type !== 'marker') return geometry;
  // The renderer looks at the zoom of its tiles, which are whole.
  if (Math.floor(zoom) < (symbol.minZoom ?? 0)) return null;
  return geometry.type === 'Point'
    ? geometry
    : { type: 'Point', coordinates: [...anchorOf(geometry)] };
}

/** Corners of the map's window, clockwise from its upper left: a convex figure, also when turned or tilted. */
type Window = readonly LngLat[];

const boxes = new WeakMap<Geometry, ReturnType<typeof boundsOf>>();

function touches(geometry: Geometry, window: Window): boolean {
  if (geometry.type === 'GeometryCollection') {
    return geometry.geometries.some((part) => touches(part, window));
  }
  if (geometry.type === 'Point') return holds(window, geometry.coordinates);
  const box = boxOf(geometry);
  const lngs = window.map(([lng]) => lng);
  const lats = window.map(([, lat]) => lat);
  if (!box || box[0] > Math.max(...lngs) || box[2] < Math.min(...lngs)) return false;
  if (box[1] > Math.max(...lats) || box[3] < Math.min(...lats)) return false;
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.some((position) => holds(window, position));
    case 'LineString':
      return crosses(geometry.coordinates, window);
    case 'MultiLineString':
      return geometry.coordinates.some((line) => crosses(line, window));
    case 'Polygon':
      return covers(geometry.coordinates, window);
    case 'MultiPolygon':
      return geometry.coordinates.some((rings) => covers(rings, window));
    default:
      return geometry satisfies never;
  }
}

/** How far a position lies to the right of each side, so inside where all are positive. */
function distances(window: Window, [lng, lat]: Position): number[] {
  return window.map(([x, y], index) => {
    const [toX, toY] = window[(index + 1) % window.length]!;
    return (toY - y) * (lng! - x) - (toX - x) * (lat! - y);
  });
}

const holds = (window: Window, position: Position): boolean =>
  distances(window, position).every((distance) => distance >= 0);

function crosses(line: readonly Position[], window: Window): boolean {
  let before: number[] | null = null;
  return line.some((position) => {
    const from = before;
    before = distances(window, position);
    return before.every((distance) => distance >= 0) || (from !== null && meets(from, before));
  });
}

/** Cyrus and Beck: what is left of a segment after each side of the window has cut it. */
function meets(from: readonly number[], to: readonly number[]): boolean {
  let [enter, leave] = [0, 1];
  for (const [side, start] of from.entries()) {
    const end = to[side]!;
    if (start < 0 && end < 0) return false;
    const cut = start / (start - end);
    if (start < 0) enter = Math.max(enter, cut);
    else if (end < 0) leave = Math.min(leave, cut);
  }
  return enter <= leave;
}

/** Either an edge is in view, or the whole view lies inside the area. */
function covers(rings: readonly (readonly Position[])[], window: Window): boolean {
  if (rings.some((ring) => crosses(ring, window))) return true;
  const [corner] = window;
  return rings.filter((ring) => encloses(ring, corner!)).length % 2 === 1;
}

function encloses(ring: readonly Position[], [lng, lat]: LngLat): boolean {
  let isInside = false;
  ring.forEach((b, index) => {
    const a = ring[(index + ring.length - 1) % ring.length]!;
    const [isAAbove, isBAbove] = [a[1]! > lat, b[1]! > lat];
    if (isAAbove === isBAbove) return;
    const at = a[0]! + ((lat - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!);
    if (at > lng) isInside = !isInside;
  });
  return isInside;
}

function boxOf(geometry: Geometry): ReturnType<typeof boundsOf> {
  let box = boxes.get(geometry);
  if (box === undefined) boxes.set(geometry, (box = boundsOf([geometry])));
  return box;
}
