import proj4 from 'proj4';
import type { CrsHint, CrsId } from '../../contracts/import.ts';
import { systemOf } from './systems.ts';

const EPSG_OFFSETS: readonly (readonly [
  RegExp,
  { readonly cm: number; readonly zone: number; readonly cm6: number; readonly zone6: number },
])[] = [
  [
    /CGCS_?2000|China_?2000|China[_ ]Geodetic[_ ]Coordinate[_ ]System[_ ]2000/i,
    { cm: 4509, zone: 4488, cm6: 4489, zone6: 4478 },
  ],
  [/Xian_?1980|Xi'?an 1980|西安/i, { cm: 2345, zone: 2324, cm6: 2325, zone6: 2314 }],
  [/Beijing_?1954|Beijing 1954|北京/i, { cm: 2397, zone: 2376, cm6: 21_440, zone6: 21_400 }],
];
const GEOGRAPHIC: readonly (readonly [RegExp, CrsId])[] = [
  [/China_?Geodetic_?Coordinate_?System_?2000|CGCS_?2000|China_2000/i, 'EPSG:4490'],
  [/Xian_?1980/i, 'EPSG:4610'],
  [/Beijing_?1954/i, 'EPSG:4214'],
  [/WGS_?(19)?84/i, 'EPSG:4326'],
];

const FALSE_EASTING = 'false[_ ]easting';

/**
 * The system that a hint names: by code, by the parameters of its well-known text, or `file` when the text can be
 * used though no code stands for it; null when it means nothing.
 */
export function readHint({ text, epsg }: CrsHint): CrsId | null {
  if (epsg !== undefined) {
    const id: CrsId = `EPSG:${epsg}`;
    if (systemOf(id)) return id;
  }
  const plain = text.trim();
  if (/CRS:?84/i.test(plain)) return 'EPSG:4326';
  const code = /^(?:urn:ogc:def:crs:)?EPSG:{1,2}(?:[\d.]*:)?(\d+)$/i.exec(plain)?.[1];
  if (code !== undefined) {
    const id: CrsId = `EPSG:${Number(code)}`;
    return systemOf(id) ? id : null;
  }
  const own =
    /(?:AUTHORITY\s*\[\s*"EPSG"\s*,\s*"(\d+)"|ID\s*\[\s*"EPSG"\s*,\s*(\d+))\s*\]\s*\]\s*$/i.exec(
      plain,
    );
  if (own) {
    const id: CrsId = `EPSG:${Number(own[1] ?? own[2])}`;
    if (systemOf(id)) return id;
  }
  if (/^(GEOGCS|GEOGCRS|GEODCRS)\s*\[/i.test(plain)) {
    return GEOGRAPHIC.find(([pattern]) => pattern.test(plain))?.[1] ?? usable(plain);
  }
  if (!/^(PROJCS|PROJCRS|COMPD_?CS|COMPOUNDCRS)\s*\[/i.test(plain)) return null;
  return readProjected(plain) ?? usable(plain);
}

function readProjected(text: string): CrsId | null {
  if (/Mercator_Auxiliary_Sphere|Pseudo-?Mercator|Popular Visualisation/i.test(text)) {
    return 'EPSG:3857';
  }
  const centralMeridian = parameterOf(text, 'central_meridian|Longitude of natural origin');
  const eastingM = parameterOf(text, FALSE_EASTING);
  const scale = parameterOf(text, 'scale_factor|Scale factor at natural origin') ?? 1;
  const isTransverse = /Gauss_Kruger|Transverse_?\s?Mercator|Gauss-Kruger/i.test(text);
  if (!isTransverse || centralMeridian === null || eastingM === null) return null;
  if (scale === 0.9996 && /WGS_?\s?(19)?84/i.test(text)) {
    const id: CrsId = `EPSG:${32_600 + (centralMeridian + 183) / 6}`;
    return systemOf(id) && eastingM === 500_000 ? id : null;
  }
  const codes = EPSG_OFFSETS.find(([pattern]) => pattern.test(text))?.[1];
  if (!codes || scale !== 1) return null;
  const prefix = (eastingM - 500_000) / 1_000_000;
  const three = centralMeridian / 3;
  const six = (centralMeridian + 3) / 6;
  const isSix = /6[-_ ]?degree/i.test(text) || (prefix !== 0 && prefix === six && prefix !== three);
  const found =
    prefix === 0
      ? isSix
        ? codes.cm6 + six
        : codes.cm + three
      : prefix === three
        ? codes.zone + three
        : prefix === six
          ? codes.zone6 + six
          : null;
  if (found === null || !Number.isInteger(found)) return null;
  const id: CrsId = `EPSG:${found}`;
  return systemOf(id) ? id : null;
}

function parameterOf(text: string, names: string): number | null {
  const pattern = new RegExp(`PARAMETER\\s*\\[\\s*"(?:${names})"\\s*,\\s*(-?[\\d.]+)`, 'i');
  const found = pattern.exec(text);
  return found ? Number(found[1]) : null;
}

/** Tried in the middle of the projection, wherever its eastings begin. */
function usable(text: string): CrsId | null {
  const eastingM = parameterOf(text, FALSE_EASTING) ?? 500_000;
  try {
    const [lng, lat] = proj4(text).inverse([eastingM, 4_000_000]) as [number, number];
    return Number.isFinite(lng) && Number.isFinite(lat) ? 'file' : null;
  } catch {
    return null;
  }
}
