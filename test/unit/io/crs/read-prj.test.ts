/** What a file says of its system. `guess-crs.test.ts` has the texts of ESRI for the systems that surveys use most. */
import { describe, expect, it } from 'vitest';
import type { CrsHint } from '../../../../src/contracts/import.ts';
import { readHint } from '../../../../src/io/crs/read-prj.ts';

const read = (text: string, epsg?: number): string | null =>
  readHint({ basis: 'prj', text, ...(epsg === undefined ? {} : { epsg }) } satisfies CrsHint);

interface Projected {
  readonly datum?: string;
  readonly name?: string;
  readonly method?: string;
  readonly cm: number;
  readonly eastingM?: number;
  readonly scale?: number;
}
/** WKT 1 as ESRI writes it. */
const esri = ({
  datum = 'China_Geodetic_Coordinate_System_2000',
  name = 'PCS',
  method = 'Gauss_Kruger',
  cm,
  eastingM = 500_000,
  scale = 1,
}: Projected): string =>
  `PROJCS["${name}",GEOGCS["GCS_${datum}",DATUM["D_${datum}",SPHEROID["S",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["${method}"],PARAMETER["False_Easting",${eastingM.toFixed(1)}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${cm.toFixed(1)}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe('codes', () => {
  it.each([
    ['EPSG:4547', 'EPSG:4547'],
    ['epsg:4547', 'EPSG:4547'],
    ['  EPSG::4526\n', 'EPSG:4526'],
    ['urn:ogc:def:crs:EPSG::4490', 'EPSG:4490'],
    ['urn:ogc:def:crs:EPSG:9.9.1:4490', 'EPSG:4490'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['CRS84', 'EPSG:4326'],
    ['EPSG:2154', null],
    ['EPSG:', null],
    ['', null],
    ['盂县独立坐标系', null],
  ])('%j is %s', (text, id) => expect(read(text)).toBe(id));

  it('the code beside the words comes first; one that is not offered leaves it to them', () => {
    expect(read(esri({ cm: 114 }), 4526)).toBe('EPSG:4526');
    expect(read(esri({ cm: 114 }), 999_999)).toBe('EPSG:4547');
  });

  it('the code at the end of the words is that of the whole, not of a part', () => {
    const inner = 'GEOGCS["x",DATUM["x",SPHEROID["x",1,2]],AUTHORITY["EPSG","4490"]]';
    expect(read(`PROJCS["x",${inner},AUTHORITY["EPSG","4547"]]`)).toBe('EPSG:4547');
    expect(read(`PROJCRS["x",BASEGEOGCRS["x",ID["EPSG",4490]],ID["EPSG",4526]]`)).toBe('EPSG:4526');
    expect(read(`PROJCS["x",${inner}]`)).toBeNull();
  });
});

describe('degrees', () => {
  it.each([
    ['China_Geodetic_Coordinate_System_2000', 'EPSG:4490'],
    ['CGCS2000', 'EPSG:4490'],
    ['Xian_1980', 'EPSG:4610'],
    ['Beijing_1954', 'EPSG:4214'],
    ['WGS_1984', 'EPSG:4326'],
  ])('%s is %s', (datum, id) => {
    expect(
      read(
        `GEOGCS["GCS_${datum}",DATUM["D_${datum}",SPHEROID["S",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`,
      ),
    ).toBe(id);
  });
});

describe('Gauss–Krüger', () => {
  const datums = [
    ['China_Geodetic_Coordinate_System_2000', { cm: 4509, zone: 4488, cm6: 4489, zone6: 4478 }],
    ['Xian_1980', { cm: 2345, zone: 2324, cm6: 2325, zone6: 2314 }],
    ['Beijing_1954', { cm: 2397, zone: 2376, cm6: 21_440, zone6: 21_400 }],
  ] as const;

  describe.each(datums)('on %s', (datum, codes) => {
    it.each([37, 38, 39])('3° zone %i, with and without its number', (zone) => {
      const cm = zone * 3;
      expect(read(esri({ datum, cm }))).toBe(`EPSG:${codes.cm + zone}`);
      expect(read(esri({ datum, cm, eastingM: zone * 1e6 + 500_000 }))).toBe(
        `EPSG:${codes.zone + zone}`,
      );
    });

    it.each([18, 19, 20])(
      '6° zone %i, with its number, and without where its name says so',
      (zone) => {
        const cm = zone * 6 - 3;
        expect(read(esri({ datum, cm, eastingM: zone * 1e6 + 500_000 }))).toBe(
          `EPSG:${codes.zone6 + zone}`,
        );
        expect(read(esri({ datum, cm, name: '6-degree GK CM' }))).toBe(`EPSG:${codes.cm6 + zone}`);
      },
    );
  });

  it('by the names that GDAL and WKT 2 give it', () => {
    expect(read(esri({ cm: 114, method: 'Transverse_Mercator' }))).toBe('EPSG:4547');
    const wkt2 = `PROJCRS["CGCS2000 / 3-degree Gauss-Kruger CM 114E",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101]]],CONVERSION["c",METHOD["Transverse Mercator"],PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",114],PARAMETER["Scale factor at natural origin",1],PARAMETER["False easting",500000],PARAMETER["False northing",0]]]`;
    expect(read(wkt2)).toBe('EPSG:4547');
  });

  it('of a meridian, an easting or a scale of its own is used as it stands', () => {
    expect(read(esri({ cm: 113.4 }))).toBe('file');
    expect(read(esri({ cm: 114, eastingM: 250_000 }))).toBe('file');
    expect(read(esri({ cm: 114, scale: 0.9999 }))).toBe('file');
  });
});

describe('other projections', () => {
  it('UTM on WGS 84, by its meridian', () => {
    const utm = { datum: 'WGS_1984', method: 'Transverse_Mercator', scale: 0.9996 };
    expect(read(esri({ ...utm, cm: 111 }))).toBe('EPSG:32649');
    expect(read(esri({ ...utm, cm: 117 }))).toBe('EPSG:32650');
    // A false easting that no zone has.
    expect(read(esri({ ...utm, cm: 111, eastingM: 49_500_000 }))).toBe('file');
  });

  it('Web Mercator, by its name', () => {
    expect(
      read(
        'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]],PROJECTION["Mercator_Auxiliary_Sphere"],UNIT["Meter",1.0]]',
      ),
    ).toBe('EPSG:3857');
  });

  it('what proj4 cannot use means nothing', () => {
    expect(read('PROJCS["x",GEOGCS["x"],PROJECTION["No_Such_Projection"]]')).toBeNull();
    expect(read('PROJCS[')).toBeNull();
  });
});
