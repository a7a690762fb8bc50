import type { Position } from 'geojson';

/** A chord leaves its arc by no more than this share of the radius: a millimetre on a curve of 40 m. */
const SAGITTA_SHARE = 0.000_025;
const MOST_STEPS = 720;

export interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

const stepsOf = (angle: number): number => {
  const step = 2 * Math.acos(1 - SAGITTA_SHARE);
  return Math.min(MOST_STEPS, Math.max(2, Math.ceil(Math.abs(angle) / step)));
};

/** Positions along an arc, both ends included; angles in radians, counter-clockwise. */
export function traceArc(
  centre: PlanePoint,
  radius: number,
  from: number,
  to: number,
): readonly Position[] {
  const sweep = to > from ? to - from : to - from + 2 * Math.PI;
  const steps = stepsOf(sweep);
  return Array.from({ length: steps + 1 }, (_, at) => {
    const angle = from + (sweep * at) / steps;
    return [centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)];
  });
}

/** From one vertex to the next, the first left out; `bulge` is the tangent of a quarter of the arc's angle. */
export function traceBulge(a: PlanePoint, b: PlanePoint, bulge: number): readonly Position[] {
  if (!bulge) return [[b.x, b.y]];
  const angle = 4 * Math.atan(bulge);
  const chord = Math.hypot(b.x - a.x, b.y - a.y);
  if (chord === 0) return [[b.x, b.y]];
  const radius = chord / (2 * Math.sin(Math.abs(angle) / 2));
  const height = radius * Math.cos(angle / 2) * Math.sign(bulge);
  const centre: PlanePoint = {
    x: (a.x + b.x) / 2 - (height * (b.y - a.y)) / chord,
    y: (a.y + b.y) / 2 + (height * (b.x - a.x)) / chord,
  };
  const start = Math.atan2(a.y - centre.y, a.x - centre.x);
  const steps = stepsOf(angle);
  return Array.from({ length: steps }, (_, at) => {
    const turned = start + (angle * (at + 1)) / steps;
    return at === steps - 1
      ? [b.x, b.y]
      : [centre.x + radius * Math.cos(turned), centre.y + radius * Math.sin(turned)];
  });
}

/** Positions of an ellipse; its parameters run from `from` to `to`. */
export function traceEllipse(
  centre: PlanePoint,
  major: PlanePoint,
  ratio: number,
  from: number,
  to: number,
): readonly Position[] {
  const sweep = to > from ? to - from : to - from + 2 * Math.PI;
  const steps = stepsOf(sweep);
  return Array.from({ length: steps + 1 }, (_, at) => {
    const t = from + (sweep * at) / steps;
    const [cos, sin] = [Math.cos(t), Math.sin(t)];
    return [
      centre.x + major.x * cos - major.y * ratio * sin,
      centre.y + major.y * cos + major.x * ratio * sin,
    ];
  });
}

/** A quarter of a circle leaves its chords by less than a thousandth of its radius. */
const STEPS_A_SPAN = 16;

export interface Spline {
  readonly control: readonly PlanePoint[];
  readonly knots: readonly number[];
  /** As many as control points; else all weigh the same. */
  readonly weights: readonly number[];
  readonly degree: number;
}

/** Positions of a B-spline by de Boor's algorithm, with weights in homogeneous coordinates. */
export function traceSpline({ control, knots, weights, degree }: Spline): readonly Position[] {
  if (knots.length !== control.length + degree + 1 || control.length <= degree) {
    return control.map(({ x, y }) => [x, y]);
  }
  const isWeighed = weights.length === control.length && weights.every((weight) => weight > 0);
  const weighed = control.map(({ x, y }, at) => {
    const w = isWeighed ? weights[at]! : 1;
    return { x: x * w, y: y * w, w };
  });
  const [first, last] = [knots[degree]!, knots[control.length]!];
  const steps = Math.min(MOST_STEPS, (control.length - degree) * STEPS_A_SPAN);
  return Array.from({ length: steps + 1 }, (_, at) => {
    const t = at === steps ? last : first + ((last - first) * at) / steps;
    let span = degree;
    while (span < control.length - 1 && t >= knots[span + 1]!) span += 1;
    const points = Array.from({ length: degree + 1 }, (__, j) => weighed[span - degree + j]!);
    for (let level = 1; level <= degree; level += 1) {
      for (let j = degree; j >= level; j -= 1) {
        const low = knots[span - degree + j]!;
        const high = knots[span + 1 + j - level]!;
        const share = high === low ? 0 : (t - low) / (high - low);
        const [a, b] = [points[j - 1]!, points[j]!];
        points[j] = {
          x: a.x * (1 - share) + b.x * share,
          y: a.y * (1 - share) + b.y * share,
          w: a.w * (1 - share) + b.w * share,
        };
      }
    }
    const { x, y, w } = points[degree]!;
    return [x / w, y / w];
  });
}
