import type { Bounds } from '../../contracts/bundle.ts';
import type { CrsId, CrsInfo } from '../../contracts/import.ts';
import type { Bilingual } from '../../contracts/theme.ts';

/** What proj4 is told of a system, beside what the reader is told. */
export interface CrsSystem extends CrsInfo {
  /** For proj4; null: converted by gcoord, or by the file's own words. */
  readonly definition: string | null;
  /** Of Gauss–Krüger: the zone that stands before the easting; absent: none does. */
  readonly prefix?: number;
  /** Of Gauss–Krüger. */
  readonly centralMeridian?: number;
}

interface Datum {
  readonly name: Bilingual;
  readonly ellipsoid: string;
  readonly errorM: number;
  readonly warning?: Bilingual;
  readonly geographic: number;
  /** EPSG code less the zone number. */
  readonly codes: {
    readonly three: number;
    readonly threePrefixed: number;
    readonly six: number;
    readonly sixPrefixed: number;
  };
}

const noParameters = (name: string, shiftM: number): Bilingual => ({
  zh: `${name}与 CGCS2000 之间没有公开的转换参数，未经当地参数改正，误差可达 ${shiftM} 米。`,
  en: `No public parameters lead from this datum to CGCS2000; without local ones it may be ${shiftM} m off.`,
});

/** Codes as the EPSG registry numbers them, by zone (3°: 25–45, 6°: 13–23). */
const DATUMS: readonly Datum[] = [
  {
    name: { zh: 'CGCS2000', en: 'CGCS2000' },
    ellipsoid: '+a=6378137 +rf=298.257222101',
    errorM: 0,
    geographic: 4490,
    codes: { three: 4509, threePrefixed: 4488, six: 4489, sixPrefixed: 4478 },
  },
  {
    name: { zh: '西安 80', en: 'Xi’an 1980' },
    ellipsoid: '+a=6378140 +rf=298.257',
    errorM: 120,
    warning: noParameters('西安 80', 120),
    geographic: 4610,
    codes: { three: 2345, threePrefixed: 2324, six: 2325, sixPrefixed: 2314 },
  },
  {
    name: { zh: '北京 54', en: 'Beijing 1954' },
    ellipsoid: '+a=6378245 +rf=298.3',
    errorM: 150,
    warning: noParameters('北京 54', 150),
    geographic: 4214,
    codes: { three: 2397, threePrefixed: 2376, six: 21_440, sixPrefixed: 21_400 },
  },
];

const FALSE_EASTING_M = 500_000;
const ZONE_M = 1_000_000;

function gaussKruger(datum: Datum, degrees: 3 | 6, zone: number, hasPrefix: boolean): CrsSystem {
  const centralMeridian = degrees === 3 ? zone * 3 : zone * 6 - 3;
  const { three, threePrefixed, six, sixPrefixed } = datum.codes;
  const base = degrees === 3 ? (hasPrefix ? threePrefixed : three) : hasPrefix ? sixPrefixed : six;
  const eastingM = FALSE_EASTING_M + (hasPrefix ? zone * ZONE_M : 0);
  return {
    id: `EPSG:${base + zone}`,
    name: {
      zh: `${datum.name.zh} ${degrees}°带，中央经线 ${centralMeridian}°${hasPrefix ? `，带号 ${zone}` : ''}`,
      en: `${datum.name.en} ${degrees}° zone, central meridian ${centralMeridian}°E${hasPrefix ? `, zone ${zone} before the easting` : ''}`,
    },
    unit: 'm',
    errorM: datum.errorM,
    ...(datum.warning ? { warning: datum.warning } : {}),
    definition: `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${eastingM} +y_0=0 ${datum.ellipsoid} +units=m +no_defs`,
    centralMeridian,
    ...(hasPrefix ? { prefix: zone } : {}),
  };
}

const geographic = ({ name, ellipsoid, errorM, warning, geographic: code }: Datum): CrsSystem => ({
  id: `EPSG:${code}`,
  name: { zh: `${name.zh} 经纬度`, en: `${name.en} longitude and latitude` },
  unit: 'deg',
  errorM,
  ...(warning ? { warning } : {}),
  definition: `+proj=longlat ${ellipsoid} +no_defs`,
});

const WGS84: CrsSystem = {
  id: 'EPSG:4326',
  name: { zh: 'WGS 84 经纬度', en: 'WGS 84 longitude and latitude' },
  unit: 'deg',
  // The two frames drift apart by less than a metre.
  errorM: 1,
  definition: '+proj=longlat +datum=WGS84 +no_defs',
};

const WEB_MERCATOR: CrsSystem = {
  id: 'EPSG:3857',
  name: { zh: 'Web 墨卡托', en: 'Web Mercator' },
  unit: 'm',
  errorM: 1,
  definition:
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs',
};

const SHIFTED: readonly CrsSystem[] = [
  {
    id: 'GCJ-02',
    name: { zh: 'GCJ-02（高德、腾讯等网络地图）', en: 'GCJ-02 (Amap, Tencent and other web maps)' },
    unit: 'deg',
    errorM: 5,
    warning: {
      zh: 'GCJ-02 的偏移只能近似改正，误差约 5 米。',
      en: 'The shift of GCJ-02 can only be undone approximately, to about 5 m.',
    },
    definition: null,
  },
  {
    id: 'BD-09',
    name: { zh: 'BD-09（百度地图）', en: 'BD-09 (Baidu)' },
    unit: 'deg',
    errorM: 5,
    warning: {
      zh: 'BD-09 的偏移只能近似改正，误差约 5 米。',
      en: 'The shift of BD-09 can only be undone approximately, to about 5 m.',
    },
    definition: null,
  },
];

const utm = (zone: number): CrsSystem => ({
  id: `EPSG:${32_600 + zone}`,
  name: { zh: `WGS 84 / UTM ${zone}N 带`, en: `WGS 84 / UTM zone ${zone}N` },
  unit: 'm',
  errorM: 1,
  definition: `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`,
  centralMeridian: zone * 6 - 183,
});

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const ALL: readonly CrsSystem[] = [
  geographic(DATUMS[0]!),
  WGS84,
  ...DATUMS.flatMap((datum) => [
    ...range(25, 45).flatMap((zone) => [
      gaussKruger(datum, 3, zone, false),
      gaussKruger(datum, 3, zone, true),
    ]),
    ...range(13, 23).flatMap((zone) => [
      gaussKruger(datum, 6, zone, false),
      gaussKruger(datum, 6, zone, true),
    ]),
  ]),
  WEB_MERCATOR,
  ...SHIFTED,
  geographic(DATUMS[1]!),
  geographic(DATUMS[2]!),
  ...range(43, 53).map(utm),
];
const BY_ID = new Map<string, CrsSystem>(ALL.map((system) => [system.id, system]));

/** A system by its id; null: not one that is offered. */
export const systemOf = (id: CrsId): CrsSystem | null => BY_ID.get(id) ?? null;

/**
 * The systems that data of a place may lie in: all zones that reach it or lie beside it, in the order in which they
 * are offered.
 */
export function listSystems([west, , east]: Bounds): readonly CrsSystem[] {
  const middle = (west + east) / 2;
  return ALL.filter(
    ({ centralMeridian }) =>
      centralMeridian === undefined || Math.abs(centralMeridian - middle) <= 5,
  );
}
