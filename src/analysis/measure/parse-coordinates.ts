import type { CoordinateWarning, ParsedCoordinates } from '../../contracts/analysis.ts';
import type { Bounds, LngLat } from '../../contracts/bundle.ts';
import { say } from '../bilingual.ts';
import { epsgOf, isZone, projectFrom, splitZone, zoneOf } from './gauss-kruger.ts';
import { readAngles, type Angle } from './read-angles.ts';

/** Where positions are expected, e.g. the bundle's extent; it settles what two plain numbers mean. */
export interface ParseOptions {
  readonly extent: Bounds;
}

/**
 * Reads typed coordinates: decimal degrees (113.412, 38.086, in either order, with a warning when swapped), degrees,
 * minutes and seconds in any common notation, and CGCS2000 plane coordinates without (EPSG:4547) or with zone prefix
 * (EPSG:4526), in either order. Never throws; says why when it cannot.
 */
export function parseCoordinates(text: string, { extent }: ParseOptions): ParsedCoordinates {
  const angles = readAngles(text);
  if (typeof angles === 'string') return { isValid: false, reason: REASONS[angles] };
  const [first, second] = angles;
  const isPlane = angles.some(({ value, axis }) => axis === null && Math.abs(value) > 1000);
  const result = isPlane
    ? readPlane(first.value, second.value, extent)
    : readDegrees(first, second, extent);
  if (!result.isValid || isInside(result.position, extent)) return result;
  const warning: CoordinateWarning = {
    code: 'outside-extent',
    message: say('这个位置在本图范围以外。', 'This position lies outside the map.'),
  };
  return { ...result, warnings: [...result.warnings, warning] };
}

const REASONS = {
  'no-pair': say(
    '请输入两个数：经度和纬度，或平面坐标的 X 和 Y。',
    'Enter two numbers: longitude and latitude, or the two plane coordinates.',
  ),
  'bad-angle': say('分和秒应小于 60。', 'Minutes and seconds must be below 60.'),
  'same-axis': say(
    '两个数说的是同一个方向，应有一个经度和一个纬度。',
    'Both are of the same axis; give one longitude and one latitude.',
  ),
} as const;

const SWAPPED = (zh: string, en: string): CoordinateWarning => ({
  code: 'axes-swapped',
  message: say(zh, en),
});

function readDegrees(first: Angle, second: Angle, extent: Bounds): ParsedCoordinates {
  if (first.axis !== null && first.axis === second.axis) {
    return { isValid: false, reason: REASONS['same-axis'] };
  }
  const isNamed = first.axis !== null || second.axis !== null;
  const isLatFirst = first.axis === 'lat' || second.axis === 'lng';
  const asWritten: LngLat = [first.value, second.value];
  const turned: LngLat = [second.value, first.value];
  const isSwapped = isNamed
    ? isLatFirst
    : !isPosition(asWritten) || (!isInside(asWritten, extent) && isInside(turned, extent));
  const position = isSwapped ? turned : asWritten;
  if (!isPosition(position)) {
    const reason = say(
      '经度应在 ±180° 以内，纬度应在 ±90° 以内。',
      'Longitude must be within ±180°, latitude within ±90°.',
    );
    return { isValid: false, reason };
  }
  const isDms = first.isDms || second.isDms;
  const warnings =
    isSwapped && !isNamed
      ? [SWAPPED('已按先纬度后经度读取。', 'Read as latitude first, then longitude.')]
      : [];
  return { isValid: true, position, system: isDms ? 'dms' : 'decimal', epsg: 4490, warnings };
}

/** In China the northing is about 2 to 6 million; an easting has six digits, or eight with its zone. */
function readPlane(first: number, second: number, extent: Bounds): ParsedCoordinates {
  const [a, b] = [asEasting(first), asEasting(second)];
  // Surveyors write X (north) first, programs the easting: either order is read.
  const isNorthFirst = a === null && b !== null;
  const easting = isNorthFirst ? b : a;
  const northingM = isNorthFirst ? first : second;
  if (easting === null || northingM < 1_000_000 || northingM > 6_500_000) {
    const reason = say(
      '不像 CGCS2000 3 度带坐标：东坐标应为 6 位（或带号加 6 位），北坐标应为 7 位。',
      'Not plane coordinates of a CGCS2000 3° zone: the easting has six digits (or zone and six), the northing seven.',
    );
    return { isValid: false, reason };
  }
  const order = isNorthFirst
    ? [SWAPPED('已按先北坐标（X）后东坐标（Y）读取。', 'Read as northing first, then easting.')]
    : [];
  if (easting.zone !== null) {
    return {
      isValid: true,
      position: projectFrom(easting.zone, easting.eastingM, northingM),
      system: 'plane-with-zone',
      epsg: epsgOf(easting.zone).withZone,
      warnings: order,
    };
  }
  const home = zoneOf((extent[0] + extent[2]) / 2);
  const place = (zone: number): LngLat => projectFrom(zone, easting.eastingM, northingM);
  // About 710 thousand here means the neighbouring zone's meridian.
  const zone = [home, home - 1, home + 1].find(
    (one) => isZone(one) && isInside(place(one), extent),
  );
  const warning: CoordinateWarning = {
    code: 'neighbouring-zone',
    message: say(
      `按中央经线 ${(zone ?? home) * 3}°读取，本图所在带为 ${home * 3}°。`,
      `Read with central meridian ${(zone ?? home) * 3}°; this map’s own is ${home * 3}°.`,
    ),
  };
  return {
    isValid: true,
    position: place(zone ?? home),
    system: 'plane',
    epsg: epsgOf(zone ?? home).plane,
    warnings: zone !== undefined && zone !== home ? [...order, warning] : order,
  };
}

function asEasting(
  value: number,
): { readonly zone: number | null; readonly eastingM: number } | null {
  if (value >= 100_000 && value < 1_000_000) return { zone: null, eastingM: value };
  const split = splitZone(value);
  return split && split.eastingM >= 100_000 ? split : null;
}

const isPosition = ([lng, lat]: LngLat): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

const isInside = ([lng, lat]: LngLat, [west, south, east, north]: Bounds): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;
