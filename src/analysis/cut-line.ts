import { booleanPointInPolygon, distance } from '@turf/turf';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';

/** A run of a line that lies wholly inside, or wholly outside, an area. */
export interface Piece {
  readonly isInside: boolean;
  readonly fromKm: number;
  readonly toKm: number;
  readonly positions: readonly Position[];
}

export type Area = Polygon | MultiPolygon;

/** The lines of a geometry; areas and points have none. */
export function listLines(geometry: Geometry | null): readonly (readonly Position[])[] {
  if (geometry?.type === 'LineString') return [geometry.coordinates];
  if (geometry?.type === 'MultiLineString') return geometry.coordinates;
  return [];
}

/**
 * Cuts a line where it crosses the outline of an area. Kilometres run along the line (turf, on the sphere).
 * Crossings are planar in degrees: between the vertices of a plan that is good to some metres. No area: all is inside.
 */
export function cutLine(line: readonly Position[], area: Area | null): readonly Piece[] {
  const edges = area ? listEdges(area) : [];
  const pieces: Piece[] = [];
  let walkedKm = 0;
  for (let at = 1; at < line.length; at += 1) {
    const [a, b] = [line[at - 1]!, line[at]!];
    const cuts = [0, 1];
    for (const edge of edges) {
      const cut = crossAt(a, b, edge);
      if (cut !== null) cuts.push(cut);
    }
    cuts.sort((left, right) => left - right);
    for (let cut = 1; cut < cuts.length; cut += 1) {
      const from = interpolate(a, b, cuts[cut - 1]!);
      const to = interpolate(a, b, cuts[cut]!);
      const lengthKm = distance(from, to);
      if (lengthKm === 0) continue;
      const isInside = area === null || booleanPointInPolygon(interpolate(from, to, 0.5), area);
      append(pieces, {
        isInside,
        fromKm: walkedKm,
        toKm: walkedKm + lengthKm,
        positions: [from, to],
      });
      walkedKm += lengthKm;
    }
  }
  return pieces;
}

export interface LineLengths {
  readonly drawnKm: number;
  readonly insideKm: number;
}

/** Geometries are never edited in place, so what was measured once holds. */
const measured = new WeakMap<
  Geometry,
  { readonly area: Area | null; readonly lengths: LineLengths }
>();

/** Kilometres of a geometry's lines: as drawn, and inside an area. Cached per geometry. */
export function measureLinesKm(geometry: Geometry | null, area: Area | null): LineLengths {
  if (!geometry) return { drawnKm: 0, insideKm: 0 };
  const known = measured.get(geometry);
  if (known?.area === area) return known.lengths;
  const lengths = measurePieces(geometry, area);
  measured.set(geometry, { area, lengths });
  return lengths;
}

function measurePieces(geometry: Geometry, area: Area | null): LineLengths {
  let drawnKm = 0;
  let insideKm = 0;
  for (const piece of listLines(geometry).flatMap((line) => cutLine(line, area))) {
    const lengthKm = piece.toKm - piece.fromKm;
    drawnKm += lengthKm;
    if (piece.isInside) insideKm += lengthKm;
  }
  return { drawnKm, insideKm };
}

/** Joins a piece to the last one when both lie on the same side. */
function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (!last || last.isInside !== piece.isInside) {
    pieces.push(piece);
    return;
  }
  pieces[pieces.length - 1] = {
    ...last,
    toKm: piece.toKm,
    positions: [...last.positions, ...piece.positions.slice(1)],
  };
}

type Edge = readonly [Position, Position];

function listEdges(area: Area): readonly Edge[] {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  return rings.flatMap((ring) => ring.slice(1).map((end, index): Edge => [ring[index]!, end]));
}

/** Where along a→b (0…1) it crosses an edge; null when it does not. */
function crossAt(a: Position, b: Position, [c, d]: Edge): number | null {
  const [ax, ay, bx, by] = [a[0]!, a[1]!, b[0]!, b[1]!];
  const [cx, cy, dx, dy] = [c[0]!, c[1]!, d[0]!, d[1]!];
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.min(ax, bx) > Math.max(cx, dx)) return null;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.min(ay, by) > Math.max(cy, dy)) return null;
  const denominator = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (denominator === 0) return null;
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / denominator;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / denominator;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null;
}

function interpolate(a: Position, b: Position, t: number): Position {
  if (t === 0) return a;
  if (t === 1) return b;
  return [a[0]! + (b[0]! - a[0]!) * t, a[1]! + (b[1]! - a[1]!) * t];
}
