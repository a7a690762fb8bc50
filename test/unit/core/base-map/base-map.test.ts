/** What an address is, what is asked for a tile, what is remembered, and how far GCJ-02 lies off. */
import { assert as check, integer, jsonValue, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaseMap } from '../../../../src/contracts/base-map.ts';
import { NO_BASE, readBaseChoice } from '../../../../src/core/base-map/base-choice.ts';
import { datumOf } from '../../../../src/core/base-map/datum-of.ts';
import { readBaseAddress, readTerrainAddress } from '../../../../src/core/base-map/read-address.ts';
import {
  tileAddresses,
  tileBoundsM,
  withQuery,
} from '../../../../src/core/base-map/tile-address.ts';

const PAGE = 'https://plan.example/atlas/';
const COMMON = { name: 'a', attribution: '', approval: '' } as const;

describe('datumOf', () => {
  it.each([
    ['https://webrd0{1-4}.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}', 'gcj02'],
    ['https://rt1.map.gtimg.com/tile?z={z}&x={x}&y={-y}', 'gcj02'],
    ['https://maponline1.bdimg.com/tile/?x={x}', 'bd09'],
    ['https://t{0-7}.tianditu.gov.cn/vec_w/wmts', null],
    ['https://notamap.com/{z}/{x}/{y}.png', null],
    ['https://amap.com.example.org/{z}/{x}/{y}.png', null],
    ['tiles/{z}/{x}/{y}.png', null],
  ])('%s draws in %s', (address, datum) => {
    expect(datumOf(address)).toBe(datum);
  });
});

describe('readBaseAddress', () => {
  it.each([
    ['https://a.example/{z}/{x}/{y}.png', 'xyz'],
    ['/tiles/{z}/{x}/{-y}.jpg', 'xyz'],
    ['https://a.example/county.pmtiles', 'pmtiles'],
    ['https://a.example/wmts/img/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png', 'wmts'],
  ])('%s is a base map of kind %s', (address, kind) => {
    const read = readBaseAddress(` ${address} `, PAGE);
    expect(read).toMatchObject({ kind: 'base', base: { kind } });
  });

  it.each([
    ['https://a.example/geoserver/gwc/service/wmts', 'wmts'],
    ['https://a.example/ows?service=WMS', 'wms'],
  ])('%s is a service, %s', (address, service) => {
    expect(readBaseAddress(address, PAGE)).toMatchObject({ kind: 'service', service });
  });

  it.each([
    ['', 'base-kind'],
    ['ftp://a.example/{z}/{x}/{y}', 'base-address'],
    ['javascript:alert(1)//{z}{x}{y}', 'base-address'],
    ['http://a.example/{z}/{x}/{y}.png', 'base-address'],
    ['https://maponline0.bdimg.com/{z}/{x}/{y}', 'base-datum'],
    ['https://a.example/map', 'base-kind'],
  ])('“%s” is refused as %s, with the value and what to do', (address, code) => {
    try {
      readBaseAddress(address, PAGE);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code });
      const [problem] = (error as { problems: { message: string; remedy: string }[] }).problems;
      expect(problem!.message).toContain(address.slice(0, 200));
      expect(problem!.remedy).not.toBe('');
    }
  });

  it('a server of GCJ-02 is shifted back', () => {
    const read = readBaseAddress('https://webrd01.is.autonavi.com/t?x={x}&y={y}&z={z}', PAGE);
    expect(read).toMatchObject({ base: { datum: 'gcj02' } });
  });

  it('terrain of GCJ-02 is refused', () => {
    expect(() =>
      readTerrainAddress('https://webst01.is.autonavi.com/{z}/{x}/{y}', 'terrarium', PAGE),
    ).toThrow(/GCJ-02/);
    expect(readTerrainAddress('https://a.example/{z}/{x}/{y}.png', 'mapbox', PAGE)).toMatchObject({
      kind: 'tiles',
      encoding: 'mapbox',
    });
  });
});

describe('tileAddresses', () => {
  it('fills in place, rows from the south, and one of several hosts', () => {
    const base: BaseMap = {
      kind: 'xyz',
      url: 'https://t{0-3}.a.example/{z}/{x}/{-y}.png?{other}',
      datum: 'wgs84',
      maxZoom: 18,
      tilePx: 256,
      ...COMMON,
    };
    expect(tileAddresses(base, 3, 5, 2)).toEqual(['https://t3.a.example/3/5/5.png?{other}']);
  });

  it('asks 天地图 for a map and its names with the user’s key', () => {
    const [map, names] = tileAddresses(
      { kind: 'tianditu', look: 'img', hasNames: true, key: 'k/1', ...COMMON },
      10,
      834,
      394,
    );
    expect(map).toMatch(/^https:\/\/t\d\.tianditu\.gov\.cn\/img_w\/wmts\?/);
    const query = new URL(map!).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      LAYER: 'img',
      TILEMATRIXSET: 'w',
      TILEMATRIX: '10',
      TILEROW: '394',
      TILECOL: '834',
      tk: 'k/1',
    });
    expect(new URL(names!).searchParams.get('LAYER')).toBe('cia');
  });

  it('asks a WMS for squares of Web Mercator, in each version’s own words', () => {
    const base = {
      kind: 'wms',
      url: 'https://a.example/ows?map=x&Layers=old',
      layers: ['a', 'b'],
      format: 'image/png',
      ...COMMON,
    } as const;
    const [address] = tileAddresses({ ...base, version: '1.3.0' }, 1, 1, 0);
    const query = new URL(address!).searchParams;
    expect(query.get('map')).toBe('x');
    expect(query.has('Layers')).toBe(false);
    expect(query.get('LAYERS')).toBe('a,b');
    expect(query.get('CRS')).toBe('EPSG:3857');
    expect(query.get('BBOX')!.split(',').map(Number)).toEqual([
      0,
      0,
      expect.closeTo(20_037_508.3428, 3),
      expect.closeTo(20_037_508.3428, 3),
    ]);
    const [old] = tileAddresses({ ...base, version: '1.1.1' }, 1, 1, 0);
    expect(new URL(old!).searchParams.get('SRS')).toBe('EPSG:3857');
  });

  it('tiles of a zoom lie edge to edge', () => {
    check(
      property(integer({ min: 0, max: 18 }), nat(), nat(), (z, a, b) => {
        const x = a % 2 ** z;
        const y = b % 2 ** z;
        const [, south, east] = tileBoundsM(z, x, y);
        expect(tileBoundsM(z, x + 1, y)[0]).toBeCloseTo(east, 4);
        expect(tileBoundsM(z, x, y + 1)[3]).toBeCloseTo(south, 4);
      }),
    );
  });

  it('parameters are replaced whatever their case, and the others stay', () => {
    expect(withQuery('https://a.example/w?Service=x&k=1#h', { SERVICE: 'WMS' })).toBe(
      'https://a.example/w?k=1&SERVICE=WMS#h',
    );
  });
});

describe('readBaseChoice', () => {
  it('gives back what was written', () => {
    const choice = {
      map: { kind: 'wms', url: 'u', layers: ['a'], version: '1.1.1', format: 'f', ...COMMON },
      opacity: 0.5,
      terrain: { kind: 'tiles', url: 'u', encoding: 'mapbox', maxZoom: 12, ...COMMON },
      look: { hasShade: false, hasContours: true, hasRelief: true, exaggeration: 2 },
    };
    expect(readBaseChoice(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
  });

  it('leaves off what it cannot read, whatever it is', () => {
    expect(readBaseChoice(null)).toEqual(NO_BASE);
    expect(readBaseChoice({ map: { kind: 'xyz', ...COMMON }, opacity: 7 })).toEqual(NO_BASE);
    check(
      property(jsonValue(), jsonValue(), (map, rest) => {
        const choice = readBaseChoice({ map, terrain: rest, look: rest, opacity: rest });
        expect(choice.opacity).toBeGreaterThanOrEqual(0);
        expect(choice.look.exaggeration).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
