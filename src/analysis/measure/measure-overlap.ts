import type { Range } from '../../contracts/analysis.ts';
import type { LngLat, PlanFeature } from '../../contracts/bundle.ts';
import { isArea } from '../county-outline.ts';
import { linesOf } from '../positions-of.ts';
import { distanceTo, flattenAround, isWithin, sidesNear, type Flat } from './local-plane.ts';

/** Rows and columns of the grid over a figure: one cell is a two-thousandth of a compact figure. */
const GRID = 64;

/**
 * How much of a measured area (m²) lies in a soft area, and what the accuracy of its outline allows: the true outline
 * runs within `horizontalM` of the drawn one. Null when they do not meet, and for lines.
 * Counted on a grid, good to 1 % of the figure; a figure that lies in it whole counts whole.
 */
export function measureOverlap(
  corners: readonly LngLat[],
  { geometry, properties }: PlanFeature,
  areaM2: number,
): { readonly value: number; readonly range: Range | null } | null {
  if (!isArea(geometry) || corners.length < 3) return null;
  const flatten = flattenAround(corners[0]!);
  const figure = corners.map(flatten);
  const outlines = linesOf(geometry).map((line) => line.map(flatten));
  const radiusM = properties.accuracy.horizontalM ?? null;
  const near = sidesNear(outlines, figure, radiusM ?? 0);
  const offs = gridIn(figure).map((spot) => {
    const off = distanceTo(spot, near);
    return isWithin(spot, outlines) ? -off : off;
  });
  const amount = (isMeant: (off: number) => boolean): number =>
    (offs.filter(isMeant).length / offs.length) * areaM2;
  const value = offs.length === 0 ? 0 : amount((off) => off < 0);
  if (value === 0) return null;
  return {
    value,
    range:
      radiusM === null
        ? null
        : { least: amount((off) => off < -radiusM), most: amount((off) => off < radiusM) },
  };
}

function gridIn(figure: readonly Flat[]): readonly Flat[] {
  const [xs, ys] = [figure.map(([x]) => x), figure.map(([, y]) => y)];
  const [west, south] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - west, Math.max(...ys) - south];
  const cells = Array.from({ length: GRID * GRID }, (_, index): Flat => {
    const [column, row] = [index % GRID, Math.floor(index / GRID)];
    return [west + ((column + 0.5) / GRID) * width, south + ((row + 0.5) / GRID) * height];
  });
  return cells.filter((spot) => isWithin(spot, [figure]));
}
