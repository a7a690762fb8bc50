import type { BaseMap, TiledTerrain } from '../../contracts/base-map.ts';
import { PlanError } from '../../contracts/errors.ts';
import { datumOf } from './datum-of.ts';

/** What an address that the user gave is: a base map as it is, or a service that must be asked for its layers. */
export type ReadAddress =
  | { readonly kind: 'base'; readonly base: BaseMap }
  | { readonly kind: 'service'; readonly service: 'wmts' | 'wms'; readonly url: string };

const fault = (code: string, value: string, message: string, remedy: string): PlanError =>
  new PlanError([
    {
      code: `base-${code}`,
      severity: 'error',
      file: 'base map',
      message: `${message}: "${value.slice(0, 200)}"`,
      remedy,
    },
  ]);

/**
 * Checks the scheme and the system behind an address.
 * @param page the page's own address; others than https are refused to a page of https
 * @returns the address without blanks around it
 * @throws PlanError `base-address` or `base-datum`
 */
function checkAddress(given: string, page: string): string {
  const address = given.trim();
  let url: URL;
  try {
    url = new URL(address.replaceAll(/\{[^}]*\}/g, '0'), page);
  } catch {
    throw fault('address', given, 'this is no address', 'Give one that begins with https://.');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw fault(
      'address',
      given,
      'only http and https addresses are asked',
      'Give one that begins with https://.',
    );
  }
  const isLocal = /^(localhost|127\.|\[::1\])/.test(url.hostname);
  if (url.protocol === 'http:' && new URL(page).protocol === 'https:' && !isLocal) {
    throw fault(
      'address',
      given,
      'a page of https may not ask an http server',
      'Give the server’s https address.',
    );
  }
  if (datumOf(address) === 'bd09') {
    throw fault(
      'datum',
      given,
      'this server draws in BD-09 with tiles of its own: under the plan it would lie about 1.4 km off',
      'Choose another base map, such as 天地图, which is drawn in CGCS2000.',
    );
  }
  return address;
}

/** Words that name what an address is called until the user names it. */
const nameOf = (address: string, page: string): string =>
  new URL(address.replaceAll(/\{[^}]*\}/g, '0'), page).hostname;

const COMMON = { attribution: '', approval: '' } as const;

/**
 * Tells what an address leads to.
 * @throws PlanError `base-address` (no address, or not one that may be asked), `base-datum` (a system that cannot be
 * shifted), `base-kind` (it cannot be told what it is)
 */
export function readBaseAddress(given: string, page: string): ReadAddress {
  const address = checkAddress(given, page);
  const name = nameOf(address, page);
  const plain = address.toLowerCase();
  if (/\.pmtiles(\?|#|$)/.test(plain)) {
    return { kind: 'base', base: { kind: 'pmtiles', name, url: address, ...COMMON } };
  }
  if (/\{tilematrix\}/.test(plain)) {
    return {
      kind: 'base',
      base: {
        kind: 'wmts',
        name,
        url: address,
        layer: '',
        style: 'default',
        matrixSet: 'GoogleMapsCompatible',
        matrices: [],
        format: 'image/png',
        maxZoom: 18,
        ...COMMON,
      },
    };
  }
  if (plain.includes('{z}') && plain.includes('{x}') && /\{-?y\}/.test(plain)) {
    return {
      kind: 'base',
      base: {
        kind: 'xyz',
        name,
        url: address,
        datum: datumOf(address) === 'gcj02' ? 'gcj02' : 'wgs84',
        maxZoom: 18,
        tilePx: 256,
        ...COMMON,
      },
    };
  }
  if (/service=wmts|wmts/.test(plain)) return { kind: 'service', service: 'wmts', url: address };
  if (/service=wms|wms|ows/.test(plain)) return { kind: 'service', service: 'wms', url: address };
  throw fault(
    'kind',
    given,
    'it cannot be told what this address leads to',
    'Give tiles with {z}/{x}/{y}, a WMTS or WMS service, or a .pmtiles file.',
  );
}

/**
 * Terrain from an address of tiles.
 * @throws PlanError `base-address`, `base-datum`, or `base-kind` when it has no {z}, {x} and {y}
 */
export function readTerrainAddress(
  given: string,
  encoding: TiledTerrain['encoding'],
  page: string,
): TiledTerrain {
  const address = checkAddress(given, page);
  const plain = address.toLowerCase();
  if (!plain.includes('{z}') || !plain.includes('{x}') || !/\{-?y\}/.test(plain)) {
    throw fault(
      'kind',
      given,
      'terrain tiles have {z}, {x} and {y} in their address',
      'Give such an address, or open a GeoTIFF file.',
    );
  }
  if (datumOf(address) !== null) {
    throw fault(
      'datum',
      given,
      'this server draws in GCJ-02: heights would stand beside their hills',
      'Choose terrain in WGS 84 or CGCS2000.',
    );
  }
  return {
    kind: 'tiles',
    name: nameOf(address, page),
    url: address,
    encoding,
    maxZoom: 12,
    ...COMMON,
  };
}
