import type { Point } from './viewport.ts';

/** A place on a line, `atPx` along it. */
export interface Anchor {
  readonly point: Point;
  readonly atPx: number;
}

export function lengthOf(line: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < line.length; index += 1) {
    length += Math.hypot(
      line[index]![0] - line[index - 1]![0],
      line[index]![1] - line[index - 1]![1],
    );
  }
  return length;
}

/** Where one is after walking along a line, and which way it goes there, as a unit vector. */
export function walk(
  line: readonly Point[],
  atPx: number,
): { readonly point: Point; readonly along: Point } {
  let left = atPx;
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1]!, line[index]!];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    if (left <= length || index === line.length - 1) {
      const t = length === 0 ? 0 : left / length;
      const along: Point = length === 0 ? [1, 0] : [dx / length, dy / length];
      return { point: [from[0] + dx * t, from[1] + dy * t], along };
    }
    left -= length;
  }
  throw new Error('a line has two points at least');
}

/**
 * Where signs may stand along a line, as the renderer spaces them; the middle of a line that is too short for one.
 * @param firstPx where the first would stand
 */
export function anchorsAlong(
  line: readonly Point[],
  firstPx: number,
  spacingPx: number,
  labelPx: number,
): Anchor[] {
  const length = lengthOf(line);
  const anchors: Anchor[] = [];
  for (let at = firstPx; at < length; at += spacingPx) {
    if (at < labelPx / 2 || at + labelPx / 2 > length) continue;
    anchors.push({ point: walk(line, at).point, atPx: at });
  }
  if (anchors.length > 0 || labelPx > length) return anchors;
  return [{ point: walk(line, length / 2).point, atPx: length / 2 }];
}

/** Whether a line bends by more than an angle within any window of the stretch that a name takes. */
export function isTooBent(
  line: readonly Point[],
  { atPx }: Anchor,
  labelPx: number,
  windowPx: number,
  maxAngle: number,
): boolean {
  const corners: { readonly at: number; readonly turn: number }[] = [];
  let at = 0;
  for (let index = 1; index < line.length - 1; index += 1) {
    const [before, here, after] = [line[index - 1]!, line[index]!, line[index + 1]!];
    at += Math.hypot(here[0] - before[0], here[1] - before[1]);
    if (Math.abs(at - atPx) > labelPx / 2) continue;
    const change =
      Math.atan2(after[1] - here[1], after[0] - here[0]) -
      Math.atan2(here[1] - before[1], here[0] - before[0]);
    corners.push({ at, turn: Math.abs(((change + 3 * Math.PI) % (2 * Math.PI)) - Math.PI) });
  }
  return corners.some(
    (first) =>
      corners
        .filter((corner) => corner.at >= first.at && corner.at - first.at <= windowPx)
        .reduce((sum, { turn }) => sum + turn, 0) > maxAngle,
  );
}
