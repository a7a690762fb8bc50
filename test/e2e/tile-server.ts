/** Tiles of every kind from the app's own server: what a base map's server may answer, whole, wrong or never. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import gcoord from 'gcoord';
import Pbf from 'pbf';
import { PNG } from 'pngjs';
import { zxyToTileId } from 'pmtiles';

export interface TileServer {
  readonly intercept: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Addresses that were asked, in order. */
  readonly asked: readonly string[];
  /** Everything under /tiles/ answers 503 while it is down. */
  isDown: boolean;
}

/** Where 113.4° E at 38.1° N lies in GCJ-02. */
export const GCJ_MERIDIAN = gcoord.transform([113.4, 38.1], gcoord.WGS84, gcoord.GCJ02)[0]!;
const WHOLE_WORLD_M = 559_082_264.028_717_8;

/** A picture of one colour. */
export function paint(red: number, green: number, blue: number, sizePx = 256): Buffer {
  const png = new PNG({ width: sizePx, height: sizePx });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([red, green, blue, 255], at);
  return PNG.sync.write(png);
}

/** A hill in the county's middle, in Terrarium's colours: 800 m at its foot, 1,800 m on top. */
function paintHeights(z: number, x: number, y: number): Buffer {
  const png = new PNG({ width: 256, height: 256 });
  const count = 2 ** z;
  for (let row = 0; row < 256; row += 1) {
    for (let column = 0; column < 256; column += 1) {
      const lng = ((x + column / 256) / count - 0.5) * 360;
      const lat =
        (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + row / 256)) / count))) * 180) / Math.PI;
      const away = Math.hypot(lng - 113.4, lat - 38.1) / 0.35;
      const metres = 800 + 1000 * Math.exp(-away * away) + 32_768;
      const whole = Math.floor(metres);
      png.data.set(
        [whole >> 8, whole & 255, Math.floor((metres - whole) * 256), 255],
        (row * 256 + column) * 4,
      );
    }
  }
  return PNG.sync.write(png);
}

/** Green west of a meridian of GCJ-02, blue east of it. */
function paintSides(z: number, x: number, meridian: number): Buffer {
  const png = new PNG({ width: 256, height: 256 });
  for (let at = 0; at < 256 * 256; at += 1) {
    const lng = ((x + (at % 256) / 256) / 2 ** z - 0.5) * 360;
    png.data.set(lng < meridian ? [20, 180, 60, 255] : [20, 60, 220, 255], at * 4);
  }
  return PNG.sync.write(png);
}

/** Where the four colours of `quarters` meet. */
export const QUARTERS_AT = [113.4, 38.1] as const;

/** Red north-west, green north-east, blue south-west and yellow south-east of a place in WGS 84. */
function paintQuarters(z: number, x: number, y: number): Buffer {
  const png = new PNG({ width: 256, height: 256 });
  const count = 2 ** z;
  const [lng, lat] = QUARTERS_AT;
  const column = ((lng + 180) / 360) * count;
  const row = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * count;
  for (let at = 0; at < 256 * 256; at += 1) {
    const isWest = x + ((at % 256) + 0.5) / 256 < column;
    const isNorth = y + (Math.floor(at / 256) + 0.5) / 256 < row;
    const colour = isNorth
      ? isWest
        ? [220, 30, 30, 255]
        : [30, 160, 60, 255]
      : isWest
        ? [20, 60, 220, 255]
        : [230, 210, 20, 255];
    png.data.set(colour, at * 4);
  }
  return PNG.sync.write(png);
}

const WMTS = `<?xml version="1.0"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0">
 <Contents>
  <Layer><ows:Title>县域影像</ows:Title><ows:Identifier>img</ows:Identifier>
   <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
   <TileMatrixSetLink><TileMatrixSet>merc</TileMatrixSet></TileMatrixSetLink></Layer>
  <Layer><ows:Title>经纬度影像</ows:Title><ows:Identifier>geo</ows:Identifier>
   <Style><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
   <TileMatrixSetLink><TileMatrixSet>c</TileMatrixSet></TileMatrixSetLink></Layer>
  <TileMatrixSet><ows:Identifier>merc</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>
   ${Array.from({ length: 15 }, (_, z) => `<TileMatrix><ows:Identifier>L${z}</ows:Identifier><ScaleDenominator>${WHOLE_WORLD_M / 2 ** z}</ScaleDenominator><TileWidth>256</TileWidth><TileHeight>256</TileHeight></TileMatrix>`).join('')}
  </TileMatrixSet>
  <TileMatrixSet><ows:Identifier>c</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::4490</ows:SupportedCRS></TileMatrixSet>
 </Contents>
</Capabilities>`;

const WMS = `<?xml version="1.0"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms"><Capability>
 <Request><GetMap><Format>image/jpeg</Format><Format>image/png</Format></GetMap></Request>
 <Layer><Title>全部</Title><CRS>EPSG:3857</CRS>
  <Layer><Name>roads</Name><Title>道路</Title></Layer></Layer>
</Capability></WMS_Capabilities>`;

/** A vector tile with one area that covers it, in a layer `fields`. */
export function writeVectorTile(): Buffer {
  const pbf = new Pbf();
  pbf.writeMessage(
    3,
    (_layer, layer) => {
      layer!.writeVarintField(15, 2);
      layer!.writeStringField(1, 'fields');
      layer!.writeMessage(
        2,
        (_feature, feature) => {
          feature!.writeVarintField(3, 3);
          // To the corner, three steps of 4096 round the tile, and closed.
          feature!.writePackedVarint(4, [9, 0, 0, 26, 8192, 0, 0, 8192, 8191, 0, 15]);
        },
        null,
      );
      layer!.writeVarintField(5, 4096);
    },
    null,
  );
  return Buffer.from(pbf.finish());
}

/** A PMTiles archive of version 3 with the same picture, or vector tile, for each of these tiles. */
export function writePmtiles(
  tiles: readonly (readonly [z: number, x: number, y: number])[],
  picture: Buffer,
  form: 'png' | 'mvt' = 'png',
): Buffer {
  const ids = tiles.map(([z, x, y]) => zxyToTileId(z, x, y)).sort((a, b) => a - b);
  const directory: number[] = [];
  const varint = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      directory.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    directory.push(rest);
  };
  varint(ids.length);
  ids.forEach((id, at) => varint(at === 0 ? id : id - ids[at - 1]!));
  ids.forEach(() => varint(1));
  ids.forEach(() => varint(picture.length));
  ids.forEach(() => varint(1));
  const metadata = Buffer.from(
    JSON.stringify({
      attribution: '<a href="x">© 测试归档</a>',
      ...(form === 'mvt' ? { vector_layers: [{ id: 'fields' }] } : {}),
    }),
  );
  const head = Buffer.alloc(127);
  head.write('PMTiles');
  head[7] = 3;
  const numbers = [
    127,
    directory.length,
    127 + directory.length,
    metadata.length,
    127 + directory.length + metadata.length,
    0,
    127 + directory.length + metadata.length,
    picture.length,
    ids.length,
    ids.length,
    1,
  ];
  numbers.forEach((value, at) => head.writeBigUInt64LE(BigInt(value), 8 + at * 8));
  const zooms = tiles.map(([z]) => z);
  head.set([1, 1, 1, form === 'mvt' ? 1 : 2, Math.min(...zooms), Math.max(...zooms)], 96);
  const degrees = [112.5, 37.5, 114.5, 38.8];
  degrees.forEach((value, at) => head.writeInt32LE(Math.round(value * 1e7), 102 + at * 4));
  return Buffer.concat([head, Buffer.from(directory), metadata, picture]);
}

/** The tiles of zooms 6 to 8 round the county. */
export function listTilesAround(): readonly (readonly [number, number, number])[] {
  const around: [number, number, number][] = [];
  for (let z = 6; z <= 8; z += 1) {
    const count = 2 ** z;
    for (let x = Math.floor(count * 0.811); x <= count * 0.82; x += 1) {
      for (let y = Math.floor(count * 0.38); y <= count * 0.4; y += 1) around.push([z, x, y]);
    }
  }
  return around;
}

export function createTileServer(): TileServer {
  const archive = writePmtiles(listTilesAround(), writeVectorTile(), 'mvt');
  const asked: string[] = [];
  const green = paint(30, 160, 60);
  const server: { intercept: TileServer['intercept']; asked: string[]; isDown: boolean } = {
    asked,
    isDown: false,
    intercept: (request, response) => {
      const url = new URL(request.url ?? '/', 'http://here.invalid');
      if (!url.pathname.startsWith('/tiles/')) return false;
      asked.push(`${url.pathname}${url.search}`);
      const send = (status: number, type: string, body: Buffer | string): true => {
        response.writeHead(status, { 'content-type': type }).end(body);
        return true;
      };
      if (server.isDown) return send(503, 'text/plain', 'down');
      const [, , kind, z = '0', x = '0', y = '0'] = url.pathname.replace(/\.\w+$/, '').split('/');
      const query = new Map(
        [...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]),
      );
      switch (kind) {
        case 'archive': {
          // A server of files gives the part that is asked for.
          const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
          if (from === undefined) return send(200, 'application/octet-stream', archive);
          const part = archive.subarray(Number(from), Number(to) + 1);
          response
            .writeHead(206, {
              'content-type': 'application/octet-stream',
              'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${archive.length}`,
            })
            .end(part);
          return true;
        }
        case 'green':
          return send(200, 'image/png', green);
        case 'sides':
          return send(200, 'image/png', paintSides(Number(z), Number(x), GCJ_MERIDIAN));
        case 'quarters':
          return send(200, 'image/png', paintQuarters(Number(z), Number(x), Number(y)));
        case 'holes':
          // Every second column is missing.
          return Number(x) % 2 === 0
            ? send(404, 'text/plain', 'none')
            : send(200, 'image/png', green);
        case 'heights':
          return send(200, 'image/png', paintHeights(Number(z), Number(x), Number(y)));
        case 'forbidden':
          return send(403, 'text/plain', 'no key');
        case 'words':
          return send(
            200,
            'text/xml',
            '<ServiceException>layer “roads” is unknown</ServiceException>',
          );
        case 'wmts':
          return query.get('request') === 'GetCapabilities'
            ? send(200, 'text/xml', WMTS)
            : send(200, 'image/png', green);
        case 'wms':
          return query.get('request') === 'GetCapabilities'
            ? send(200, 'text/xml', WMS)
            : send(200, 'image/png', green);
        default:
          return send(404, 'text/plain', 'none');
      }
    },
  };
  return server;
}
