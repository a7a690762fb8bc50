import proj4 from 'proj4';
import type { Position } from 'geojson';
import { PlanError } from '../../contracts/errors.ts';
import type { CrsId } from '../../contracts/import.ts';
import { systemOf } from './systems.ts';

/** Degrees (EPSG:4490, lon/lat) → numbers of a system, east before north; null: it cannot hold the position. */
export type Project = (position: Position) => readonly [x: number, y: number] | null;

/** Decimals kept: of a degree seven, a centimetre; of a metre four, a tenth of a millimetre. */
const DECIMALS = { deg: 7, m: 4 } as const;

/**
 * What leads from degrees to a system's numbers, rounded to 7 decimals of a degree or 4 of a metre; heights are dropped.
 * WGS 84 and CGCS2000 are taken as equal.
 * @throws PlanError `crs-unknown` when the system is none that can be projected into
 */
export function createProjector(crs: CrsId): Project {
  const system = systemOf(crs);
  if (system === null || system.definition === null || system.errorM > 1) {
    throw new PlanError([
      {
        code: 'crs-unknown',
        severity: 'error',
        file: 'coordinate system',
        at: crs,
        message: `nothing can be written in the coordinate system ${JSON.stringify(crs)}`,
        remedy: 'Choose EPSG:4490, or a CGCS2000 zone such as EPSG:4547.',
      },
    ]);
  }
  const decimals = DECIMALS[system.unit];
  const converter = system.unit === 'deg' ? null : proj4(system.definition);
  return ([lng = Number.NaN, lat = Number.NaN]) => {
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return null;
    try {
      const [x, y] = converter ? (converter.forward([lng, lat]) as [number, number]) : [lng, lat];
      if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
      // Adding 0 turns -0 into 0.
      return [Number(x.toFixed(decimals)) + 0, Number(y.toFixed(decimals)) + 0];
    } catch {
      // proj4 throws for what lies beyond its projection.
      return null;
    }
  };
}
