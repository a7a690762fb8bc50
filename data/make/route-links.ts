/** Routes over the ordinary road network: a small graph, snapping and Dijkstra. Kilometres. */
import { distance } from '@turf/turf';
import type { Position } from 'geojson';
import { crossSegments, interpolate, roundPosition } from './geometry.ts';

/** Ends this close to another road are taken to meet it: the lines are read off at ±500 m. */
const JOIN_KM = 0.8;

interface Segment {
  readonly from: Position;
  readonly to: Position;
  readonly line: number;
}

export interface Snap {
  readonly position: Position;
  readonly km: number;
}

/** The nearest position on a segment; the plane is stretched to the latitude, good enough over 30 km. */
function snapToSegment(at: Position, { from, to }: Segment): Snap {
  const stretch = Math.cos(((at[1] ?? 0) * Math.PI) / 180);
  const dx = ((to[0] ?? 0) - (from[0] ?? 0)) * stretch;
  const dy = (to[1] ?? 0) - (from[1] ?? 0);
  const px = ((at[0] ?? 0) - (from[0] ?? 0)) * stretch;
  const py = (at[1] ?? 0) - (from[1] ?? 0);
  const lengthSquared = dx * dx + dy * dy;
  const t = lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / lengthSquared));
  const position = roundPosition(interpolate(from, to, t));
  return { position, km: distance(at, position) };
}

const nameNode = (position: Position): string => roundPosition(position).join(',');
const readNode = (name: string): Position => name.split(',').map(Number);

/** A road network that can be asked for routes. Deterministic: ties keep the first found. */
export class RoadNetwork {
  readonly #segments: Segment[];

  constructor(lines: readonly (readonly Position[])[]) {
    const drawn = lines.flatMap((line, index) =>
      line.slice(1).map((to, at) => ({ from: line[at]!, to, line: index })),
    );
    this.#segments = [...drawn, ...joinLooseEnds(lines, drawn)];
  }

  /** The nearest position on the network. */
  snap(at: Position): Snap {
    const [first, ...others] = this.#segments.map((segment) => snapToSegment(at, segment));
    if (first === undefined) throw new Error('the road network is empty');
    return others.reduce((best, next) => (next.km < best.km ? next : best), first);
  }

  /**
   * The shortest way from a position on the network to a seat: along roads, then straight. A straight kilometre
   * costs `penalty` kilometres of road. With `at`, the road is left there; else wherever that is cheapest.
   */
  findWay(
    from: Position,
    seat: Position,
    { at, penalty }: { at?: Position; penalty: number },
  ): Position[] | null {
    const reached = this.#explore(from, at === undefined ? [from] : [from, at]);
    let [goal, least]: [string | null, number] = [null, Infinity];
    for (const [name, { km }] of at === undefined
      ? reached
      : [...reached].filter(([key]) => key === nameNode(at))) {
      const total = km + penalty * distance(readNode(name), seat);
      if (total < least) [goal, least] = [name, total];
    }
    if (goal === null) return null;
    const path: Position[] = [];
    for (let name: string | null = goal; name !== null; name = reached.get(name)!.via) {
      path.unshift(readNode(name));
    }
    return path;
  }

  /** Dijkstra from one position to every node. */
  #explore(
    from: Position,
    stops: readonly Position[],
  ): Map<string, { km: number; via: string | null }> {
    const edges = this.#buildEdges(stops);
    const start = nameNode(from);
    const best = new Map<string, { km: number; via: string | null }>([
      [start, { km: 0, via: null }],
    ]);
    const open = new Set([start]);
    while (open.size > 0) {
      let here = '';
      for (const name of open)
        if (here === '' || best.get(name)!.km < best.get(here)!.km) here = name;
      open.delete(here);
      for (const [next, km] of edges.get(here) ?? []) {
        const total = best.get(here)!.km + km;
        if (total < (best.get(next)?.km ?? Infinity)) {
          best.set(next, { km: total, via: here });
          open.add(next);
        }
      }
    }
    return best;
  }

  /** Cuts every segment where others cross or touch it and where a route begins or ends. */
  #buildEdges(stops: readonly Position[]): Map<string, Map<string, number>> {
    const edges = new Map<string, Map<string, number>>();
    const join = (a: Position, b: Position): void => {
      const km = distance(a, b);
      for (const [from, to] of [
        [nameNode(a), nameNode(b)],
        [nameNode(b), nameNode(a)],
      ] as const) {
        if (from === to) continue;
        const known = edges.get(from) ?? new Map<string, number>();
        known.set(to, Math.min(km, known.get(to) ?? Infinity));
        edges.set(from, known);
      }
    };
    for (const segment of this.#segments) {
      const cuts: Position[] = [segment.from, segment.to];
      for (const other of this.#segments) {
        const t =
          other === segment ? null : crossSegments(segment.from, segment.to, other.from, other.to);
        if (t !== null) cuts.push(roundPosition(interpolate(segment.from, segment.to, t)));
      }
      for (const stop of stops) {
        const snap = snapToSegment(stop, segment);
        if (nameNode(snap.position) === nameNode(stop)) cuts.push(stop);
      }
      cuts.sort((a, b) => distance(segment.from, a) - distance(segment.from, b));
      for (let at = 1; at < cuts.length; at += 1) join(cuts[at - 1]!, cuts[at]!);
    }
    return edges;
  }
}

/** Short joins from the ends of each road to the nearest other road. */
function joinLooseEnds(
  lines: readonly (readonly Position[])[],
  drawn: readonly Segment[],
): Segment[] {
  return lines.flatMap((line, index) =>
    [line[0]!, line.at(-1)!].flatMap((end) => {
      const snaps = drawn
        .filter((segment) => segment.line !== index)
        .map((segment) => snapToSegment(end, segment))
        .filter((snap) => snap.km <= JOIN_KM)
        .sort((a, b) => a.km - b.km);
      const nearest = snaps[0];
      return nearest === undefined || nearest.km === 0
        ? []
        : [{ from: end, to: nearest.position, line: index }];
    }),
  );
}
