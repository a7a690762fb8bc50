import type { Feature, Geometry, Position } from 'geojson';
import type { Bounds } from '../../contracts/bundle.ts';
import type { LayerPreview } from '../../contracts/import.ts';
import type { Convert } from './convert.ts';
import { eachPosition, transformGeometry } from './transform-geometry.ts';

export interface PreviewLimits {
  readonly maxVertices: number;
  readonly maxFeatures: number;
}

const LIMITS: PreviewLimits = { maxVertices: 50_000, maxFeatures: 20_000 };
/** Vertices nearer to each other than this share of the extent are drawn as one. */
const SHARE = 1 / 4000;
/** Each doubles the distance: after these only a few positions of any line are left. */
const MOST_ROUNDS = 12;

interface Drawn {
  readonly index: number;
  readonly geometry: Geometry;
}

/** A layer as the map shows it before it is taken: in degrees, and no more of it than the page can draw at once. */
export function thinPreview(
  features: readonly (Geometry | null)[],
  convert: Convert,
  limits: PreviewLimits = LIMITS,
): LayerPreview {
  const indices = features.flatMap((geometry, index) => (geometry ? [index] : []));
  const step = Math.max(1, indices.length / limits.maxFeatures);
  const shown = Array.from(
    { length: Math.min(indices.length, limits.maxFeatures) },
    (_, at) => indices[Math.floor(at * step)]!,
  );
  const turned = shown.flatMap((index): Drawn[] => {
    const { geometry } = transformGeometry(features[index]!, convert);
    return geometry ? [{ index, geometry }] : [];
  });
  const bounds = boundsOf(turned.map(({ geometry }) => geometry));
  let gap = bounds ? Math.max(bounds[2] - bounds[0], bounds[3] - bounds[1]) * SHARE : 0;
  const isCrowded = countVertices(turned) > limits.maxVertices;
  let drawn: readonly Drawn[] = turned;
  for (
    let round = 0;
    round < MOST_ROUNDS && countVertices(drawn) > limits.maxVertices;
    round += 1
  ) {
    drawn = drawn.map(({ index, geometry }) => ({ index, geometry: thin(geometry, gap) }));
    gap *= 2;
  }
  const kept: Feature<Geometry, { readonly index: number }>[] = [];
  let budget = limits.maxVertices;
  for (const { index, geometry } of drawn) {
    eachPosition(geometry, () => (budget -= 1));
    if (budget < 0) break;
    kept.push({ type: 'Feature', properties: { index }, geometry });
  }
  return {
    features: { type: 'FeatureCollection', features: kept },
    bounds,
    isThinned: isCrowded || shown.length < indices.length || kept.length < turned.length,
  };
}

function countVertices(drawn: readonly Drawn[]): number {
  let count = 0;
  for (const { geometry } of drawn) eachPosition(geometry, () => (count += 1));
  return count;
}

function boundsOf(geometries: readonly Geometry[]): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    eachPosition(geometry, ([lng = 0, lat = 0]) => {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    });
  }
  return west <= east ? [west, south, east, north] : null;
}

function thin(geometry: Geometry, gap: number): Geometry {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return geometry;
    case 'LineString':
      return { ...geometry, coordinates: thinLine(geometry.coordinates, gap, 2) };
    case 'MultiLineString':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((line) => thinLine(line, gap, 2)),
      };
    case 'Polygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((ring) => thinLine(ring, gap, 4)),
      };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((rings) =>
          rings.map((ring) => thinLine(ring, gap, 4)),
        ),
      };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((part) => thin(part, gap)) };
    default:
      return geometry satisfies never;
  }
}

/** Leaves out what is nearer than `gap` to the last that was kept; both ends stay, and so do `least` positions. */
function thinLine(line: Position[], gap: number, least: number): Position[] {
  if (line.length <= least) return line;
  const [first] = line;
  const kept = [first!];
  for (const position of line.slice(1, -1)) {
    const last = kept.at(-1)!;
    if (Math.hypot(position[0]! - last[0]!, position[1]! - last[1]!) >= gap) kept.push(position);
  }
  kept.push(line.at(-1)!);
  return kept.length < least ? line.slice(0, least - 1).concat([line.at(-1)!]) : kept;
}
