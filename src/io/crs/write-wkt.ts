import type { Bounds } from '../../contracts/bundle.ts';
import type { CrsId } from '../../contracts/import.ts';
import { systemOf } from './systems.ts';

/** Codes of the 3° zones of CGCS2000 without a zone number in the easting: 75° to 135°. */
const FIRST_CODE = 4534;
const LAST_CODE = 4554;
const FIRST_MERIDIAN = 75;

/** Central meridian of `EPSG:4534`–`EPSG:4554`, in degrees east; null: it is no such zone. */
export function meridianOf(crs: CrsId): number | null {
  const code = Number(/^EPSG:(\d+)$/.exec(crs)?.[1]);
  return code >= FIRST_CODE && code <= LAST_CODE ? FIRST_MERIDIAN + (code - FIRST_CODE) * 3 : null;
}

/** Whether the texts below can be written for a system. */
export const hasWkt = (crs: CrsId): boolean =>
  crs === 'EPSG:4490' || crs === 'EPSG:4326' || meridianOf(crs) !== null;

/** The 3° zone of CGCS2000 in which a place lies, in metres: EPSG:4547 for Yu County; null: it lies in none. */
export function metricSystemOf([west, , east]: Bounds): CrsId | null {
  const zone = Math.round((west + east) / 2 / 3);
  const crs: CrsId = `EPSG:${FIRST_CODE + zone - FIRST_MERIDIAN / 3}`;
  return meridianOf(crs) !== null && systemOf(crs) !== null ? crs : null;
}

const ESRI_4490 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/**
 * A system as a .prj says it: well-known text in ESRI's dialect, on one line.
 * @param crs EPSG:4490, or EPSG:4534–4554
 */
export function writeEsriWkt(crs: CrsId): string {
  const meridian = meridianOf(crs);
  return meridian === null
    ? ESRI_4490
    : `PROJCS["CGCS2000_3_Degree_GK_CM_${meridian}E",${ESRI_4490},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
}

const geographic = (name: string, datum: string, code: number, axes: string): string =>
  `GEOGCS["${name}",DATUM[${datum}],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],${axes}AUTHORITY["EPSG","${code}"]]`;
const CGCS2000 =
  '"China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]';
const WGS84 =
  '"WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]';
const AXES = 'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],';

/**
 * A system as OGC 01-009 says it, with codes of EPSG.
 * @param crs EPSG:4490, EPSG:4326, or EPSG:4534–4554
 */
export function writeOgcWkt(crs: CrsId): { readonly name: string; readonly text: string } {
  if (crs === 'EPSG:4326') {
    return { name: 'WGS 84', text: geographic('WGS 84', WGS84, 4326, AXES) };
  }
  const base = 'China Geodetic Coordinate System 2000';
  const meridian = meridianOf(crs);
  if (meridian === null) return { name: base, text: geographic(base, CGCS2000, 4490, AXES) };
  const name = `CGCS2000 / 3-degree Gauss-Kruger CM ${meridian}E`;
  const code = FIRST_CODE + (meridian - FIRST_MERIDIAN) / 3;
  return {
    name,
    text: `PROJCS["${name}",${geographic(base, CGCS2000, 4490, '')},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",${meridian}],PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Northing",NORTH],AXIS["Easting",EAST],AUTHORITY["EPSG","${code}"]]`,
  };
}
