import type { Box, Point } from './viewport.ts';

/** The pieces of a line that lie in a box. */
export function clipLine(line: readonly Point[], box: Box): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  for (let index = 1; index < line.length; index += 1) {
    const cut = clipSegment(line[index - 1]!, line[index]!, box);
    if (!cut) continue;
    const [from, to] = cut;
    const last = piece.at(-1);
    if (last && last[0] === from[0] && last[1] === from[1]) piece.push(to);
    else {
      piece = [from, to];
      pieces.push(piece);
    }
  }
  return pieces;
}

/** Liang and Barsky. */
function clipSegment(from: Point, to: Point, box: Box): readonly [Point, Point] | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  let [enter, leave] = [0, 1];
  for (const [towards, room] of [
    [-dx, from[0] - box.left],
    [dx, box.right - from[0]],
    [-dy, from[1] - box.top],
    [dy, box.bottom - from[1]],
  ] as const) {
    if (towards === 0) {
      if (room < 0) return null;
    } else if (towards < 0) enter = Math.max(enter, room / towards);
    else leave = Math.min(leave, room / towards);
  }
  if (enter > leave) return null;
  const at = (t: number): Point => [from[0] + dx * t, from[1] + dy * t];
  return [enter === 0 ? from : at(enter), leave === 1 ? to : at(leave)];
}

/** A closed ring cut to a box, side by side (Sutherland and Hodgman); empty when it lies outside. */
export function clipRing(ring: readonly Point[], box: Box): Point[] {
  let points = ring.slice(0, -1);
  for (const [axis, sign, bound] of [
    [0, 1, box.left],
    [0, -1, box.right],
    [1, 1, box.top],
    [1, -1, box.bottom],
  ] as const) {
    const depth = (point: Point): number => (point[axis] - bound) * sign;
    const kept: Point[] = [];
    for (const [index, to] of points.entries()) {
      const from = points[(index + points.length - 1) % points.length]!;
      const [before, after] = [depth(from), depth(to)];
      if (before < 0 !== after < 0) {
        const t = before / (before - after);
        kept.push([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]);
      }
      if (after >= 0) kept.push(to);
    }
    points = kept;
  }
  return points.length < 3 ? [] : [...points, points[0]!];
}

/** Leaves out points that lie less than `tolerancePx` off the line without them (Douglas and Peucker). */
export function simplify(line: readonly Point[], tolerancePx: number): Point[] {
  const isKept = line.map((_, index) => index === 0 || index === line.length - 1);
  const open: (readonly [number, number])[] = [[0, line.length - 1]];
  for (let range = open.pop(); range; range = open.pop()) {
    const [first, last] = range;
    let [farthest, distance] = [-1, tolerancePx];
    for (let index = first + 1; index < last; index += 1) {
      const off = distanceTo(line[index]!, line[first]!, line[last]!);
      if (off > distance) [farthest, distance] = [index, off];
    }
    if (farthest < 0) continue;
    isKept[farthest] = true;
    open.push([first, farthest], [farthest, last]);
  }
  return line.filter((_, index) => isKept[index]);
}

function distanceTo([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length2));
  return Math.hypot(x - x1 - dx * t, y - y1 - dy * t);
}

/** A ring moved inwards (below zero: outwards) along the middle of its corners. */
export function offsetRing(ring: readonly Point[], byPx: number): Point[] {
  const points = ring.slice(0, -1);
  const normals = points.map((from, index): Point => {
    const to = points[(index + 1) % points.length]!;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    return [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
  });
  const inwards = Math.sign(signedArea(ring)) * byPx;
  const moved = points.map((point, index): Point => {
    const before = normals[(index + points.length - 1) % points.length]!;
    const after = normals[index]!;
    const [x, y] = [before[0] + after[0], before[1] + after[1]];
    /** A sharp corner would run far out. */
    const length2 = Math.max(0.5, (x * x + y * y) / 2);
    return [point[0] + (x / length2) * inwards, point[1] + (y / length2) * inwards];
  });
  return [...moved, moved[0]!];
}

/** Above zero where the ring runs clockwise on the screen. */
function signedArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [x1, y1] = ring[index - 1]!;
    const [x2, y2] = ring[index]!;
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}
