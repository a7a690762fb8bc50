import gcoord from 'gcoord';
import proj4 from 'proj4';
import type { Position } from 'geojson';
import type { LngLat } from '../../contracts/bundle.ts';
import { PlanError } from '../../contracts/errors.ts';
import type { CrsChoice, CrsHint } from '../../contracts/import.ts';
import { systemOf } from './systems.ts';

/** A position of the file in degrees, EPSG:4490; null: it lies nowhere on earth. */
export type Convert = (position: Position) => LngLat | null;

/**
 * What leads from a file's numbers to degrees.
 * @throws PlanError `crs-unknown` when the system is none that is offered, or the file's own words cannot be read
 */
export function createConverter(choice: CrsChoice, hint: CrsHint | null): Convert {
  const convert = converterOf(choice, hint);
  return ([first = Number.NaN, second = Number.NaN]) => {
    const [x, y] = choice.isSwapped ? [second, first] : [first, second];
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
    let at: readonly number[];
    try {
      at = convert(x, y);
    } catch {
      // proj4 throws for what lies beyond its projection.
      return null;
    }
    const [lng, lat] = at as LngLat;
    return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [round(lng), round(lat)] : null;
  };
}

/** A millimetre: nine decimals of a degree are a tenth of it. */
const round = (degrees: number): number => Number(degrees.toFixed(9));

function converterOf(
  { crs }: CrsChoice,
  hint: CrsHint | null,
): (x: number, y: number) => readonly number[] {
  if (crs === 'GCJ-02') {
    return (x, y) => gcoord.transform([x, y], gcoord.GCJ02, gcoord.WGS84);
  }
  if (crs === 'BD-09') {
    return (x, y) => gcoord.transform([x, y], gcoord.BD09, gcoord.WGS84);
  }
  const system = systemOf(crs);
  if (system === null && crs !== 'file') throw unknown(crs, 'is none of the systems offered');
  if (system?.unit === 'deg') return (x, y) => [x, y];
  const definition = system?.definition ?? hint?.text;
  if (definition === undefined) throw unknown(crs, 'is chosen, yet the file says none');
  try {
    const converter = proj4(definition);
    return (x, y) => converter.inverse([x, y]);
  } catch (error) {
    throw unknown(definition.slice(0, 120), error instanceof Error ? error.message : String(error));
  }
}

function unknown(value: string, why: string): PlanError {
  return new PlanError([
    {
      code: 'crs-unknown',
      severity: 'error',
      file: 'coordinate system',
      at: value,
      message: `the coordinate system ${JSON.stringify(value)} cannot be used: ${why}`,
      remedy: 'Choose the system from the list; the preview shows whether it fits.',
    },
  ]);
}
