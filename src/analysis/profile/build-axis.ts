import { distance, lineString, nearestPointOnLine } from '@turf/turf';
import type { Position } from 'geojson';
import type { Profile } from '../../contracts/analysis.ts';
import type { LngLat } from '../../contracts/bundle.ts';
import { cutLine, type Area, type Piece } from '../cut-line.ts';

/** One line of a corridor, running in the corridor's direction. */
export interface Strand {
  readonly memberId: string | null;
  readonly line: readonly Position[];
  readonly pieces: readonly Piece[];
  readonly lengthKm: number;
  readonly insideKm: number;
}

/** The strands that follow one another, and those that run beside them. */
export interface Axis {
  readonly strands: readonly (Strand & { readonly offsetKm: number })[];
  readonly beside: readonly Strand[];
  /** First entry into the county and last exit, in kilometres along the strands. */
  readonly startKm: number;
  readonly endKm: number;
}

/** Where a position lies on the axis, counted from the county's edge; not clamped to it. */
export interface Located {
  readonly atKm: number;
  readonly offKm: number;
  readonly side: 'left' | 'right' | 'on';
}

/** A strand that runs for more than this part of its extent next to another lies beside it. */
const BESIDE_SHARE = 0.5;
const ON_LINE_KM = 0.1;

/** Turns a line so that it runs in the direction, and cuts it at the county's outline. */
export function createStrand(
  memberId: string | null,
  line: readonly Position[],
  direction: Profile['direction'],
  outline: Area | null,
): Strand {
  const turned =
    rank(line[0]!, direction) > rank(line.at(-1)!, direction) ? line.toReversed() : line;
  const pieces = cutLine(turned, outline);
  return {
    memberId,
    line: turned,
    pieces,
    lengthKm: pieces.at(-1)?.toKm ?? 0,
    insideKm: pieces
      .filter(({ isInside }) => isInside)
      .reduce((total, { fromKm, toKm }) => total + toKm - fromKm, 0),
  };
}

/**
 * Lays strands one behind the other. The longest in the county come first; one whose extent lies mostly next to those
 * taken runs beside them. Null when no strand enters the county.
 */
export function buildAxis(
  strands: readonly Strand[],
  direction: Profile['direction'],
): Axis | null {
  const chosen: Strand[] = [];
  const beside: Strand[] = [];
  for (const strand of strands.toSorted((a, b) => b.insideKm - a.insideKm)) {
    if (strand.insideKm === 0) continue;
    const extent = extentOf(strand, direction);
    const shared = chosen.reduce(
      (total, other) => total + overlap(extent, extentOf(other, direction)),
      0,
    );
    (shared > BESIDE_SHARE * (extent[1] - extent[0]) ? beside : chosen).push(strand);
  }
  chosen.sort((a, b) => extentOf(a, direction)[0] - extentOf(b, direction)[0]);
  let offsetKm = 0;
  const placed = chosen.map((strand, index) => {
    const before = chosen[index - 1];
    if (before)
      offsetKm += before.lengthKm + distance([...before.line.at(-1)!], [...strand.line[0]!]);
    return { ...strand, offsetKm };
  });
  const inside = placed.flatMap((strand) =>
    strand.pieces
      .filter(({ isInside }) => isInside)
      .map(({ fromKm, toKm }) => [strand.offsetKm + fromKm, strand.offsetKm + toKm] as const),
  );
  const [first, last] = [inside[0], inside.at(-1)];
  return first && last ? { strands: placed, beside, startKm: first[0], endKm: last[1] } : null;
}

/** The nearest place on the axis. */
export function locateOn(axis: Axis, position: LngLat): Located {
  let best: Located | null = null;
  for (const { line, offsetKm } of axis.strands) {
    const found = nearestOn(line, position);
    if (best && best.offKm <= found.offKm) continue;
    best = { ...found, atKm: offsetKm + found.atKm - axis.startKm };
  }
  return best!;
}

/** Kilometres from a position to a strand. */
export const distanceToKm = ({ line }: Strand, position: LngLat): number =>
  nearestOn(line, position).offKm;

function nearestOn(line: readonly Position[], position: LngLat): Located {
  const found = nearestPointOnLine(lineString(line.map((corner) => [...corner])), [...position]);
  const { location, dist, index } = found.properties;
  const at = Math.min(index, line.length - 2);
  const [a, b] = [line[at]!, line[at + 1]!];
  // Planar about the position: only the sign is asked for.
  const shrink = Math.cos((position[1] * Math.PI) / 180);
  const cross =
    (b[0]! - a[0]!) * shrink * (position[1] - a[1]!) -
    (b[1]! - a[1]!) * (position[0] - a[0]!) * shrink;
  return {
    atKm: location,
    offKm: dist,
    side: dist <= ON_LINE_KM ? 'on' : cross > 0 ? 'left' : 'right',
  };
}

/** Grows in the direction of travel. */
function rank(position: Position, direction: Profile['direction']): number {
  return direction === 'west-east' ? position[0]! : -position[1]!;
}

function extentOf({ line }: Strand, direction: Profile['direction']): readonly [number, number] {
  const ranks = line.map((position) => rank(position, direction));
  return [Math.min(...ranks), Math.max(...ranks)];
}

function overlap(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}
