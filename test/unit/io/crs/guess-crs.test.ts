import { assert, boolean, constantFrom, double, property } from 'fast-check';
import type { Position } from 'geojson';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../../../src/contracts/bundle.ts';
import type { CrsHint, CrsId } from '../../../../src/contracts/import.ts';
import { createConverter } from '../../../../src/io/crs/convert.ts';
import { guessCrs } from '../../../../src/io/crs/guess-crs.ts';
import { readHint } from '../../../../src/io/crs/read-prj.ts';
import { systemOf } from '../../../../src/io/crs/systems.ts';

const COUNTY: Bounds = [112.7, 37.75, 114.05, 38.75];
const guess = (positions: readonly Position[], hint: CrsHint | null = null) =>
  guessCrs({ positions, hint }, COUNTY);
const prj = (text: string): CrsHint => ({ basis: 'prj', text });

describe('numbers without a statement', () => {
  it('six digits near 450 thousand: central meridian 114', () => {
    const found = guess([[448_414.7, 4_217_207.1]]);
    expect(found.candidates[0]).toMatchObject({ crs: 'EPSG:4547', isSwapped: false, isNear: true });
    expect(found.candidates[0]!.reason.zh).toBe(
      '东坐标 448414.7 无带号，按中央经线 114°，落在本规划范围内。',
    );
    expect(found.sureness).toBe('likely');
  });

  it('eight digits that begin with 38: zone 38', () => {
    const found = guess([[38_448_414.7, 4_217_207.1]]);
    expect(found.candidates[0]).toMatchObject({ crs: 'EPSG:4526', isSwapped: false });
    expect(found.candidates[0]!.reason.zh).toContain('38448414.7 以带号 38 开头');
    expect(found.sureness).toBe('likely');
  });

  it('northing first: swapped', () => {
    expect(guess([[4_217_207.1, 448_414.7]]).candidates[0]).toMatchObject({
      crs: 'EPSG:4547',
      isSwapped: true,
    });
    const prefixed = guess([[4_217_207.1, 38_448_414.7]]).candidates[0]!;
    expect(prefixed).toMatchObject({ crs: 'EPSG:4526', isSwapped: true });
    expect(prefixed.reason.zh).toContain('数值先北后东');
  });

  it('about 710 thousand: central meridian 111', () => {
    const [first] = guess([[711_619.3, 4_219_792.3]]).candidates;
    expect(['EPSG:4546', 'EPSG:4508']).toContain(first!.crs);
    expect(first!.isNear).toBe(true);
  });

  it('19 before the easting: 6° zone 19', () => {
    expect(guess([[19_711_619.3, 4_219_792.3]]).candidates[0]!.crs).toBe('EPSG:4497');
  });

  it('12.6 million: Web Mercator', () => {
    expect(guess([[12_624_966, 4_591_582]]).candidates[0]!.crs).toBe('EPSG:3857');
  });

  it('degrees, also latitude first; the shifted systems are offered and never guessed', () => {
    const found = guess([[113.412, 38.086]]);
    expect(found.candidates[0]).toMatchObject({ crs: 'EPSG:4490', isSwapped: false });
    const shifted = found.candidates.find(({ crs, isSwapped }) => crs === 'GCJ-02' && !isSwapped)!;
    expect(shifted.isNear).toBe(true);
    expect(shifted.reason.zh).toContain('无法从数值上区分');
    expect(guess([[38.086, 113.412]]).candidates[0]).toMatchObject({
      crs: 'EPSG:4490',
      isSwapped: true,
    });
  });

  it('one slip among many positions rules nothing out', () => {
    const good = Array.from({ length: 30 }, (_, index): Position => [448_000 + index, 4_217_000]);
    expect(guess([...good, [0, 0]]).candidates[0]!.crs).toBe('EPSG:4547');
  });

  it('what lies elsewhere is left to the user, and so is what is nowhere', () => {
    expect(guess([[121.47, 31.23]]).sureness).toBe('open');
    expect(guess([]).sureness).toBe('open');
    expect(guess([]).candidates.length).toBeGreaterThan(10);
    expect(guess([[1e12, 1e12]]).sureness).toBe('open');
  });
});

describe('what the file says', () => {
  it.each<[string, CrsId | null]>([
    [
      'PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
      'EPSG:4547',
    ],
    [
      'PROJCS["CGCS2000_3_Degree_GK_Zone_38",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",38500000.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],UNIT["Meter",1.0]]',
      'EPSG:4526',
    ],
    [
      'PROJCS["Xian_1980_GK_Zone_19",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",19500000.0],PARAMETER["Central_Meridian",111.0],PARAMETER["Scale_Factor",1.0],UNIT["Meter",1.0]]',
      'EPSG:2333',
    ],
    [
      'PROJCS["Beijing_1954_3_Degree_GK_CM_114E",GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],UNIT["Meter",1.0]]',
      'EPSG:2435',
    ],
    [
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
      'EPSG:4326',
    ],
    ['urn:ogc:def:crs:EPSG::4547', 'EPSG:4547'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['EPSG:3857', 'EPSG:3857'],
    ['nothing of the kind', null],
    ['EPSG:99999', null],
  ])('%s', (text, id) => {
    expect(readHint(prj(text))).toBe(id);
  });

  it('a projection without a code is used as it stands', () => {
    const text =
      'PROJCS["Local",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",113.4],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    const found = guess([[501_052.9, 4_216_900]], prj(text));
    expect(found.candidates[0]).toMatchObject({ crs: 'file', isNear: true });
    expect(found.sureness).toBe('stated');
  });

  it('one that puts it elsewhere is doubted, and what fits is offered next', () => {
    const found = guess([[448_414.7, 4_217_207.1]], { basis: 'crs-member', text: 'EPSG:4548' });
    expect(found.sureness).toBe('open');
    expect(found.candidates[0]).toMatchObject({ crs: 'EPSG:4548', isNear: false });
    expect(found.candidates[0]!.reason.zh).toContain('不落在本规划范围内');
    expect(found.candidates[1]).toMatchObject({ crs: 'EPSG:4547', isNear: true });
  });

  it('axes in the order that the registry gives them are turned', () => {
    const found = guess([[4_217_207.1, 448_414.7]], { basis: 'crs-member', text: 'EPSG:4547' });
    expect(found.candidates[0]).toMatchObject({ crs: 'EPSG:4547', isSwapped: true });
    expect(found.sureness).toBe('stated');
  });
});

it('whatever the system, it is among the near candidates and leads back within 0.05 m', () => {
  const systems: readonly CrsId[] = [
    'EPSG:4547',
    'EPSG:4526',
    'EPSG:4546',
    'EPSG:4525',
    'EPSG:4548',
    'EPSG:4527',
    'EPSG:4508',
    'EPSG:4497',
    'EPSG:2383',
    'EPSG:2362',
    'EPSG:2435',
    'EPSG:2414',
    'EPSG:3857',
    'EPSG:4490',
  ];
  assert(
    property(
      constantFrom(...systems),
      boolean(),
      double({ min: 113, max: 113.9, noNaN: true }),
      double({ min: 37.9, max: 38.6, noNaN: true }),
      (crs, isSwapped, lng, lat) => {
        const { definition, unit } = systemOf(crs)!;
        const [x, y] = unit === 'deg' ? [lng, lat] : proj4(definition!).forward([lng, lat]);
        const position = isSwapped ? [y!, x!] : [x!, y!];
        const { candidates } = guess([position]);
        const found = candidates.find((one) => one.crs === crs && one.isSwapped === isSwapped);
        expect(found?.isNear).toBe(true);
        const at = createConverter({ crs, isSwapped }, null)(position)!;
        expect(Math.abs(at[0] - lng)).toBeLessThan(5e-7);
        expect(Math.abs(at[1] - lat)).toBeLessThan(4e-7);
        // The first is the place itself, or one that the numbers cannot tell from it.
        const [first] = candidates;
        expect(first!.isNear).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
