import type { Position } from 'geojson';
import { PlanError } from '../../contracts/errors.ts';
import type { CrsId } from '../../contracts/import.ts';
import { meridianOf } from './write-wkt.ts';

/** Degrees (EPSG:4490, lon/lat) → numbers of a system, east before north; null: it cannot hold the position. */
export type Project = (position: Position) => readonly [x: number, y: number] | null;

/** Decimals kept: of a degree seven, a centimetre; of a metre four, a tenth of a millimetre. */
const DECIMALS = { deg: 7, m: 4 } as const;

/**
 * What leads from degrees to a system's numbers, rounded to 7 decimals of a degree or 4 of a metre; heights are dropped.
 * The projection is fetched only where metres are asked for.
 * @param crs EPSG:4490, or a 3° zone of CGCS2000 (EPSG:4534–4554)
 * @throws PlanError `crs-unknown` when it is neither
 */
export async function createProjector(crs: CrsId): Promise<Project> {
  const meridian = meridianOf(crs);
  if (meridian === null) {
    if (crs === 'EPSG:4490') return toProject('deg', (lng, lat) => [lng, lat]);
    throw new PlanError([
      {
        code: 'crs-unknown',
        severity: 'error',
        file: 'coordinate system',
        at: crs,
        message: `nothing can be written in the coordinate system ${JSON.stringify(crs)}`,
        remedy: 'Choose EPSG:4490, or a 3° zone of CGCS2000 such as EPSG:4547.',
      },
    ]);
  }
  const { projectTo } = await import('../../analysis/measure/gauss-kruger.ts');
  return toProject('m', (lng, lat) => {
    const { eastingM, northingM } = projectTo(meridian / 3, [lng, lat]).plane;
    return [eastingM, northingM];
  });
}

const toProject =
  (
    unit: keyof typeof DECIMALS,
    project: (lng: number, lat: number) => readonly [number, number],
  ): Project =>
  ([lng = Number.NaN, lat = Number.NaN]) => {
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return null;
    try {
      const [x, y] = project(lng, lat);
      if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
      // Adding 0 turns -0 into 0.
      return [Number(x.toFixed(DECIMALS[unit])) + 0, Number(y.toFixed(DECIMALS[unit])) + 0];
    } catch {
      // proj4 throws for what lies beyond its projection.
      return null;
    }
  };
