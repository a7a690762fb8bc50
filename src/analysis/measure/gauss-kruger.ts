import proj4 from 'proj4';
import type { PlanePosition } from '../../contracts/analysis.ts';
import type { LngLat } from '../../contracts/bundle.ts';

/** Zones of China's 3° scheme: 25 (75°E) to 45 (135°E). */
const FIRST_ZONE = 25;
const LAST_ZONE = 45;
const FALSE_EASTING_M = 500_000;
const ZONE_PREFIX_M = 1_000_000;

/** 3° Gauss–Krüger zone of a longitude: 113.4 → 38, whose central meridian is 114°E. */
export function zoneOf(lng: number): number {
  return Math.min(LAST_ZONE, Math.max(FIRST_ZONE, Math.round(lng / 3)));
}

export const centralMeridianOf = (zone: number): number => zone * 3;

export const isZone = (zone: number): boolean => zone >= FIRST_ZONE && zone <= LAST_ZONE;

/** EPSG codes of CGCS2000 / 3-degree Gauss–Krüger: zone 38 → 4547, with zone prefix 4526. */
export const epsgOf = (zone: number): { readonly plane: number; readonly withZone: number } => ({
  plane: 4509 + zone,
  withZone: 4488 + zone,
});

/** Plane coordinates in a zone; `withZone` puts the zone before the easting. */
export function projectTo(
  zone: number,
  position: LngLat,
): {
  readonly plane: PlanePosition;
  readonly planeWithZone: PlanePosition;
} {
  const [eastingM, northingM] = converterOf(zone).forward([position[0], position[1]]) as [
    number,
    number,
  ];
  const epsg = epsgOf(zone);
  return {
    plane: { epsg: epsg.plane, eastingM, northingM },
    planeWithZone: { epsg: epsg.withZone, eastingM: eastingM + zone * ZONE_PREFIX_M, northingM },
  };
}

/** Longitude and latitude of an easting without prefix and a northing, in metres. */
export function projectFrom(zone: number, eastingM: number, northingM: number): LngLat {
  const [lng, lat] = converterOf(zone).inverse([eastingM, northingM]) as [number, number];
  return [lng, lat];
}

/** Splits an easting with prefix: 38448414.7 → zone 38, 448414.7. Null when it bears none. */
export function splitZone(
  eastingM: number,
): { readonly zone: number; readonly eastingM: number } | null {
  const zone = Math.floor(eastingM / ZONE_PREFIX_M);
  return isZone(zone) ? { zone, eastingM: eastingM - zone * ZONE_PREFIX_M } : null;
}

const CONVERTERS = new Map<number, ReturnType<typeof createConverter>>();

/** Made once a zone: reading the definition takes longer than converting a position. */
function converterOf(zone: number) {
  const known = CONVERTERS.get(zone) ?? createConverter(zone);
  CONVERTERS.set(zone, known);
  return known;
}

const createConverter = (zone: number) =>
  proj4(
    `+proj=tmerc +lat_0=0 +lon_0=${centralMeridianOf(zone)} +k=1 +x_0=${FALSE_EASTING_M} +y_0=0 ` +
      '+a=6378137 +rf=298.257222101 +units=m +no_defs',
  );
