import type { TiandituBase, WmsBase, WmtsBase, XyzBase } from '../../contracts/base-map.ts';

/** Half the width of Web Mercator's world, in metres. */
const HALF_WORLD_M = 20_037_508.342789244;

/** Parameters as services read them: names in any case are replaced, the others stay. */
export function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const [whole = '', hash] = address.split('#', 2);
  const at = whole.indexOf('?');
  const path = at === -1 ? whole : whole.slice(0, at);
  const own = new Set(Object.keys(query).map((name) => name.toLowerCase()));
  const kept = (at === -1 ? '' : whole.slice(at + 1))
    .split('&')
    .filter((pair) => pair !== '' && !own.has(pair.split('=')[0]!.toLowerCase()));
  const added = Object.entries(query).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')}`,
  );
  return `${path}?${[...kept, ...added].join('&')}${hash === undefined ? '' : `#${hash}`}`;
}

/** One host of `{a-d}` or `{0-7}`, always the same for the same tile, so that caches are hit. */
function pickHost(url: string, x: number, y: number): string {
  return url.replaceAll(/\{([a-z0-9])-([a-z0-9])\}/gi, (_whole, from: string, to: string) => {
    const first = from.codePointAt(0)!;
    const count = to.codePointAt(0)! - first + 1;
    return count > 0 ? String.fromCodePoint(first + ((x + y) % count)) : from;
  });
}

const fill = (url: string, values: Readonly<Record<string, string | number>>): string =>
  url.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Bounds of a tile in EPSG:3857: west, south, east, north, in metres. */
export function tileBoundsM(
  z: number,
  x: number,
  y: number,
): readonly [number, number, number, number] {
  const sizeM = (HALF_WORLD_M * 2) / 2 ** z;
  const west = x * sizeM - HALF_WORLD_M;
  const north = HALF_WORLD_M - y * sizeM;
  return [west, north - sizeM, west + sizeM, north];
}

/** Pixels of a tile from a WMS: half as many requests a side as with 256. */
export const WMS_TILE_PX = 512;

/**
 * Addresses to fetch for one tile, lowest first; 天地图 draws its names as a second picture.
 * @param z zoom of tiles of the base's own size
 */
export function tileAddresses(
  base: XyzBase | WmtsBase | WmsBase | TiandituBase,
  z: number,
  x: number,
  y: number,
): readonly string[] {
  switch (base.kind) {
    case 'xyz':
      return [fill(pickHost(base.url, x, y), { z, x, y, '-y': 2 ** z - 1 - y })];
    case 'wmts':
      return [wmtsAddress(base, z, x, y)];
    case 'wms':
      return [wmsAddress(base, z, x, y)];
    case 'tianditu': {
      const { look, hasNames, key } = base;
      const names = { vec: 'cva', img: 'cia', ter: 'cta' }[look];
      return [look, ...(hasNames ? [names] : [])].map((layer) =>
        withQuery(pickHost(`https://t{0-7}.tianditu.gov.cn/${layer}_w/wmts`, x, y), {
          SERVICE: 'WMTS',
          REQUEST: 'GetTile',
          VERSION: '1.0.0',
          LAYER: layer,
          STYLE: 'default',
          TILEMATRIXSET: 'w',
          FORMAT: 'tiles',
          TILEMATRIX: String(z),
          TILEROW: String(y),
          TILECOL: String(x),
          tk: key,
        }),
      );
    }
    default:
      return base satisfies never;
  }
}

function wmtsAddress(base: WmtsBase, z: number, x: number, y: number): string {
  if (/\{TileMatrix\}/i.test(base.url)) {
    const values: Record<string, string | number> = {
      tilematrixset: base.matrixSet,
      tilematrix: matrixOf(base, z),
      tilerow: y,
      tilecol: x,
      style: base.style,
      layer: base.layer,
    };
    return pickHost(base.url, x, y).replaceAll(/\{([^}]+)\}/g, (whole, name: string) =>
      String(values[name.toLowerCase()] ?? whole),
    );
  }
  return withQuery(pickHost(base.url, x, y), {
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: base.layer,
    STYLE: base.style,
    TILEMATRIXSET: base.matrixSet,
    FORMAT: base.format,
    TILEMATRIX: matrixOf(base, z),
    TILEROW: String(y),
    TILECOL: String(x),
  });
}

const matrixOf = ({ matrices }: WmtsBase, z: number): string => matrices[z] ?? String(z);

function wmsAddress(base: WmsBase, z: number, x: number, y: number): string {
  const isNew = base.version === '1.3.0';
  return withQuery(pickHost(base.url, x, y), {
    SERVICE: 'WMS',
    REQUEST: 'GetMap',
    VERSION: base.version,
    LAYERS: base.layers.join(','),
    STYLES: '',
    FORMAT: base.format,
    TRANSPARENT: 'TRUE',
    [isNew ? 'CRS' : 'SRS']: 'EPSG:3857',
    BBOX: tileBoundsM(z, x, y)
      .map((metres) => metres.toFixed(4))
      .join(','),
    WIDTH: String(WMS_TILE_PX),
    HEIGHT: String(WMS_TILE_PX),
  });
}
