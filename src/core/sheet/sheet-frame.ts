import type { Position } from 'geojson';
import { projectFrom, projectTo, zoneOf } from '../../analysis/measure/gauss-kruger.ts';
import type { Bounds, LngLat } from '../../contracts/bundle.ts';
import type { Viewport } from '../draw-scene/viewport.ts';
import { PX_PER_MM } from './paper.ts';

/** Circumference of Web Mercator's world at the equator, in metres. */
const EQUATOR_M = 40_075_016.686;
const TILE_PX = 512;
const MM_PER_M = 1000;

/** Scales that drawings are made in, largest first: 1:25 000 … 1:500 000. */
export const SCALES = [
  25_000, 50_000, 75_000, 100_000, 125_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000,
] as const;

/** A denominator in groups of three: 250 000. */
export const nameScale = (scale: number): string =>
  String(scale).replaceAll(/\B(?=(\d{3})+$)/g, ' ');

/** The map on a sheet: a plane of CGCS2000 in the zone that its middle lies in, true to scale throughout. */
export interface SheetFrame {
  readonly viewport: Viewport;
  readonly zone: number;
  readonly scale: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Metres of the plane to millimetres from the map's upper left corner. */
  readonly place: (eastingM: number, northingM: number) => readonly [xMm: number, yMm: number];
  /** Edges in metres of the plane. */
  readonly plane: {
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
  };
  /** A place of the map in degrees, from its upper left corner. */
  readonly unproject: (xMm: number, yMm: number) => LngLat;
}

/**
 * A frame of a sheet's map. Gauss–Krüger and not the screen's Web Mercator: within 70 km of the zone's middle a length
 * on paper is true to 1 in 15 000, at the sheet's edge as in its middle.
 */
export function createSheetFrame(
  center: LngLat,
  scale: number,
  widthMm: number,
  heightMm: number,
): SheetFrame {
  const zone = zoneOf(center[0]);
  const middle = projectTo(zone, center).plane;
  const mmPerM = MM_PER_M / scale;
  const halfWidthM = widthMm / 2 / mmPerM;
  const halfHeightM = heightMm / 2 / mmPerM;
  const place = (eastingM: number, northingM: number): readonly [number, number] => [
    widthMm / 2 + (eastingM - middle.eastingM) * mmPerM,
    heightMm / 2 - (northingM - middle.northingM) * mmPerM,
  ];
  const metresPerPx = scale / MM_PER_M / PX_PER_MM;
  const project = (position: Position): readonly [number, number] => {
    const { plane } = projectTo(zone, [position[0]!, position[1]!]);
    const [x, y] = place(plane.eastingM, plane.northingM);
    return [x * PX_PER_MM, y * PX_PER_MM];
  };
  return {
    viewport: {
      widthPx: widthMm * PX_PER_MM,
      heightPx: heightMm * PX_PER_MM,
      center,
      // Of the screen's map with the same metres a pixel: styles speak in zooms.
      zoom: Math.log2(
        (Math.cos((center[1] * Math.PI) / 180) * EQUATOR_M) / (TILE_PX * metresPerPx),
      ),
      project,
    },
    zone,
    scale,
    widthMm,
    heightMm,
    place,
    plane: {
      west: middle.eastingM - halfWidthM,
      east: middle.eastingM + halfWidthM,
      south: middle.northingM - halfHeightM,
      north: middle.northingM + halfHeightM,
    },
    unproject: (xMm, yMm) =>
      projectFrom(
        zone,
        middle.eastingM + (xMm - widthMm / 2) / mmPerM,
        middle.northingM - (yMm - heightMm / 2) / mmPerM,
      ),
  };
}

/** The largest of the usual scales at which bounds lie whole in a map of this size; the smallest when none does. */
export function fitScale(
  [west, south, east, north]: Bounds,
  widthMm: number,
  heightMm: number,
): (typeof SCALES)[number] {
  const center: LngLat = [(west + east) / 2, (south + north) / 2];
  const fits = (scale: number): boolean => {
    const { viewport } = createSheetFrame(center, scale, widthMm, heightMm);
    return [
      [west, south],
      [west, north],
      [east, south],
      [east, north],
      [center[0], south],
      [center[0], north],
    ].every((corner) => {
      const [x, y] = viewport.project(corner);
      return x >= 0 && y >= 0 && x <= viewport.widthPx && y <= viewport.heightPx;
    });
  };
  return SCALES.find(fits) ?? SCALES.at(-1)!;
}
