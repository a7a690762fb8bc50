import type { SheetGrid } from '../../contracts/sheet.ts';
import type { SheetFrame } from './sheet-frame.ts';

/** A line of the grid inside the map, in millimetres from its upper left corner, with what it is called. */
export interface GridLine {
  readonly points: readonly (readonly [xMm: number, yMm: number])[];
  readonly label: string;
  /** `x`: it meets the upper and lower edge; `y`: the left and right one. */
  readonly axis: 'x' | 'y';
}

const STEPS_KM = [1, 2, 5, 10, 20, 50] as const;
/** Minutes of arc. */
const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60] as const;
const LEAST_GAP_MM = 35;
const SAMPLES = 24;
const M_PER_MINUTE = 1855;

/** Lines at whole kilometres or minutes, at least 35 mm apart. */
export function buildGrid(grid: SheetGrid, frame: SheetFrame): readonly GridLine[] {
  switch (grid) {
    case 'none':
      return [];
    case 'kilometres':
      return buildKilometres(frame);
    case 'degrees':
      return buildDegrees(frame);
    default:
      return grid satisfies never;
  }
}

const multiples = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * step);
};

function buildKilometres(frame: SheetFrame): GridLine[] {
  const { plane, place, scale, widthMm, heightMm } = frame;
  const stepKm =
    STEPS_KM.find((step) => (step * 1_000_000) / scale >= LEAST_GAP_MM) ?? STEPS_KM.at(-1)!;
  const stepM = stepKm * 1000;
  return [
    ...multiples(plane.west, plane.east, stepM).map((eastingM): GridLine => {
      const [x] = place(eastingM, plane.north);
      return {
        axis: 'x',
        label: String(eastingM / 1000),
        points: [
          [x, 0],
          [x, heightMm],
        ],
      };
    }),
    ...multiples(plane.south, plane.north, stepM).map((northingM): GridLine => {
      const [, y] = place(plane.west, northingM);
      return {
        axis: 'y',
        label: String(northingM / 1000),
        points: [
          [0, y],
          [widthMm, y],
        ],
      };
    }),
  ];
}

/** Meridians and parallels bend a little on the plane. */
function buildDegrees(frame: SheetFrame): GridLine[] {
  const { scale, widthMm, heightMm, unproject, viewport } = frame;
  const step =
    STEPS_MIN.find((minutes) => (minutes * M_PER_MINUTE * 1000) / scale >= LEAST_GAP_MM) ??
    STEPS_MIN.at(-1)!;
  const edge = [
    unproject(0, 0),
    unproject(widthMm, 0),
    unproject(0, heightMm),
    unproject(widthMm, heightMm),
    unproject(widthMm / 2, 0),
    unproject(widthMm / 2, heightMm),
  ];
  const lngs = edge.map(([lng]) => lng * 60);
  const lats = edge.map(([, lat]) => lat * 60);
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const toMm = (lng: number, lat: number): readonly [number, number] => {
    const [x, y] = viewport.project([lng / 60, lat / 60]);
    return [(x / viewport.widthPx) * widthMm, (y / viewport.heightPx) * heightMm];
  };
  const along = (from: number, to: number, at: number): number =>
    from + ((to - from) * at) / SAMPLES;
  const samples = Array.from({ length: SAMPLES + 1 }, (_, at) => at);
  return [
    ...multiples(west, east, step).map((lng): GridLine => ({
      axis: 'x',
      label: `${nameMinutes(lng)} E`,
      points: samples.map((at) => toMm(lng, along(south - step, north + step, at))),
    })),
    ...multiples(south, north, step).map((lat): GridLine => ({
      axis: 'y',
      label: `${nameMinutes(lat)} N`,
      points: samples.map((at) => toMm(along(west - step, east + step, at), lat)),
    })),
  ];
}

/** 6810 → 113°30′. */
const nameMinutes = (minutes: number): string =>
  `${Math.floor(minutes / 60)}°${String(Math.round(minutes % 60)).padStart(2, '0')}′`;

/** Where a line comes to an edge: the other coordinate there, in millimetres; null: it does not. */
export function meetEdge(
  points: readonly (readonly [number, number])[],
  along: 0 | 1,
  edge: number,
): number | null {
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (!from || (from[along] - edge) * (to[along] - edge) > 0 || from[along] === to[along])
      continue;
    const share = (edge - from[along]) / (to[along] - from[along]);
    return from[1 - along]! + (to[1 - along]! - from[1 - along]!) * share;
  }
  return null;
}
