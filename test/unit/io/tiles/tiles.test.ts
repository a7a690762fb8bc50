/** The shift of GCJ-02, services' own descriptions, and how failing tiles are told. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BaseReport } from '../../../../src/contracts/base-map.ts';
import { shiftOfGcj } from '../../../../src/io/tiles/compose-tiles.ts';
import { assertImage, fetchTile, showAddress } from '../../../../src/io/tiles/fetch-tile.ts';
import { readCapabilities } from '../../../../src/io/tiles/read-capabilities.ts';
import { TileFault } from '../../../../src/io/tiles/tile-fault.ts';
import { TileWatch } from '../../../../src/io/tiles/watch-tiles.ts';

const never = new AbortController().signal;
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

it('GCJ-02 lies 607 m east and 91 m north of its place at the county', () => {
  const [z, x, y] = [14, 13_352, 6302];
  const [dx, dy] = shiftOfGcj(z, x, y);
  const tileM = (40_075_016.686 / 2 ** z) * Math.cos((38.1 * Math.PI) / 180);
  expect(dx * tileM).toBeGreaterThan(560);
  expect(dx * tileM).toBeLessThan(650);
  expect(-dy * tileM).toBeGreaterThan(60);
  expect(-dy * tileM).toBeLessThan(130);
});

describe('readCapabilities', () => {
  it('offers what is in Web Mercator, whatever its matrices are called', () => {
    const layers = readCapabilities(
      'wmts',
      text(`<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"><Contents>
        <Layer><ows:Title>影像</ows:Title><ows:Identifier>img</ows:Identifier><Style><ows:Identifier>s</ows:Identifier></Style>
          <Format>image/jpeg</Format><TileMatrixSetLink><TileMatrixSet>c</TileMatrixSet></TileMatrixSetLink>
          <TileMatrixSetLink><TileMatrixSet>m</TileMatrixSet></TileMatrixSetLink>
          <ResourceURL format="image/jpeg" resourceType="tile" template="https://a.example/{TileMatrix}/{TileCol}/{TileRow}"/></Layer>
        <Layer><ows:Identifier>geo</ows:Identifier><TileMatrixSetLink><TileMatrixSet>c</TileMatrixSet></TileMatrixSetLink></Layer>
        <TileMatrixSet><ows:Identifier>c</ows:Identifier><ows:SupportedCRS>EPSG:4490</ows:SupportedCRS></TileMatrixSet>
        <TileMatrixSet><ows:Identifier>m</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG:6.18:3:3857</ows:SupportedCRS>
          <TileMatrix><ows:Identifier>EPSG:900913:1</ows:Identifier><ScaleDenominator>2.795411320143589E8</ScaleDenominator><TileWidth>256</TileWidth></TileMatrix>
          <TileMatrix><ows:Identifier>EPSG:900913:2</ows:Identifier><ScaleDenominator>1.3977056600717944E8</ScaleDenominator><TileWidth>256</TileWidth></TileMatrix>
        </TileMatrixSet></Contents></Capabilities>`),
      'https://a.example/wmts?x=1',
    );
    expect(layers).toEqual([
      {
        id: 'img',
        title: '影像',
        base: expect.objectContaining({
          url: 'https://a.example/{TileMatrix}/{TileCol}/{TileRow}',
          matrices: [null, 'EPSG:900913:1', 'EPSG:900913:2'],
          maxZoom: 2,
          style: 's',
        }) as unknown,
      },
      { id: 'geo', title: 'geo', base: null },
    ]);
  });

  it('a layer of a WMS has the systems of those above it', () => {
    const layers = readCapabilities(
      'wms',
      text(`<WMT_MS_Capabilities version="1.1.1"><Capability><Request><GetMap><Format>image/png</Format></GetMap></Request>
        <Layer><SRS>EPSG:3857 EPSG:4326</SRS><Layer><Name>a</Name><Title>甲</Title></Layer></Layer>
        <Layer><SRS>EPSG:4490</SRS><Layer><Name>b</Name></Layer></Layer></Capability></WMT_MS_Capabilities>`),
      'https://a.example/wms',
    );
    expect(layers.map(({ id, base }) => [id, base?.kind ?? null])).toEqual([
      ['a', 'wms'],
      ['b', null],
    ]);
  });

  it('what lists no layers says what it says', () => {
    expect(() =>
      readCapabilities(
        'wms',
        text('<ExceptionReport>no such map</ExceptionReport>'),
        'https://a.example/wms',
      ),
    ).toThrow(/no such map/);
  });
});

describe('fetchTile', () => {
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      const status = Number.parseInt(url!.slice(1), 10) || 200;
      response.writeHead(status).end('words');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it.each([
    [403, 'refused'],
    [401, 'refused'],
    [500, 'server'],
  ])('status %s is told as %s', async (status, kind) => {
    await expect(fetchTile(`${origin}/${status}?tk=secret`, never)).rejects.toMatchObject({ kind });
  });

  it('no tile is none, no server is told, and keys are shown to nobody', async () => {
    expect(await fetchTile(`${origin}/404`, never)).toBeNull();
    await expect(fetchTile('http://127.0.0.1:9/x', never)).rejects.toMatchObject({
      kind: 'unreachable',
    });
    expect(showAddress('https://a.example/w?x=1&tk=secret&y=2')).toBe(
      'https://a.example/w?x=1&tk=…&y=2',
    );
    const bytes = (await fetchTile(`${origin}/200`, never))!;
    expect(() => assertImage(bytes)).toThrow(/words/);
  });

  it('called off, it gives the caller’s reason', async () => {
    const reason = new Error('enough');
    await expect(fetchTile(`${origin}/200`, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('TileWatch', () => {
  it('tells each change once, leaves a server that only fails alone, and counts what comes', async () => {
    const reports: BaseReport[] = [];
    let asked = 0;
    let isDown = false;
    const watch = new TileWatch('map', (report) => reports.push(report));
    const read = watch.watch(() => {
      asked += 1;
      return isDown
        ? Promise.reject(new TileFault('server', 'down'))
        : Promise.resolve(new ArrayBuffer(1));
    });
    const take = (): Promise<unknown> => read(1, 0, 0, never).catch((error: unknown) => error);
    await take();
    await take();
    isDown = true;
    for (let n = 0; n < 20; n += 1) await take();
    expect(reports.map(({ status }) => status)).toEqual(['shown', 'partial', 'failing']);
    expect(reports.at(-1)!.problem).toMatchObject({ code: 'tile-server', message: 'down' });
    expect(asked).toBe(2 + 6);
  });

  it('tells of a server that has none of the tiles, and that they come after all', async () => {
    const reports: BaseReport[] = [];
    let tile: ArrayBuffer | null = null;
    const watch = new TileWatch('map', (report) => reports.push(report));
    const read = watch.watch(() => Promise.resolve(tile));
    for (let n = 0; n < 3; n += 1) expect(await read(1, 0, 0, never)).toBeNull();
    expect(reports.map(({ status }) => status)).toEqual(['failing']);
    expect(reports[0]!.problem!.message).toContain('none of the tiles');
    tile = new ArrayBuffer(1);
    await read(1, 0, 0, never);
    tile = null;
    for (let n = 0; n < 9; n += 1) await read(1, 0, 0, never);
    expect(reports.map(({ status }) => status)).toEqual(['failing', 'shown']);
  });
});
