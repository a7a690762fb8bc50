import type { BaseReport, TileSource } from '../../contracts/base-map.ts';
import type { LayerTiles } from '../../contracts/bundle.ts';
import { assertVectorTile, fetchTile } from './fetch-tile.ts';
import type { OpenedBase } from './open-base.ts';
import { TileFault } from './tile-fault.ts';
import { TileWatch } from './watch-tiles.ts';

const MAX_ZOOM = 14;
const EMPTY = new ArrayBuffer(0);
let serial = 0;

/**
 * Makes the tiles of a bundle layer ready to be drawn; asks for no tile yet. An archive is asked for its head.
 * @param address whole, with `{z}`, `{x}` and `{y}` where a server is asked
 * @param name as reports name them
 * @param report hears how they fare, whenever that changes
 * @throws PlanError `base-file` when it is no archive; TileFault when the server does not answer or the archive holds
 * pictures
 */
export async function openLayerTiles(
  tiles: LayerTiles,
  address: string,
  name: string,
  report: (report: BaseReport) => void,
  signal: AbortSignal,
): Promise<OpenedBase> {
  // A layer lies where the map is: the county’s first tile may be its only one.
  const watch = new TileWatch(name, report, 1);
  serial += 1;
  const key = `detail-${serial}`;
  const { sourceLayers = [], maxZoom = MAX_ZOOM, attribution = '' } = tiles;
  if (tiles.format === 'mvt') {
    const source: TileSource = {
      key,
      read: watch.watch(async (z, x, y, called) => {
        const bytes = await fetchTile(fillIn(address, z, x, y), called, EMPTY);
        if (bytes) assertVectorTile(bytes);
        return bytes;
      }),
      form: 'vector',
      tilePx: 512,
      minZoom: 0,
      maxZoom,
      bounds: null,
      vectorLayers: sourceLayers,
    };
    return { source, attribution };
  }
  const { openPmtiles } = await import('./open-pmtiles.ts');
  const base = { kind: 'pmtiles', name, attribution, approval: '', url: address } as const;
  const opened = await openPmtiles(base, null, signal);
  if (opened.source.form !== 'vector') {
    throw new TileFault('not-vector', 'the archive holds pictures, and no vector tiles');
  }
  const { read, vectorLayers } = opened.source;
  const source: TileSource = {
    ...opened.source,
    key,
    read: watch.watch(read),
    vectorLayers: sourceLayers.length > 0 ? sourceLayers : vectorLayers,
  };
  return { source, attribution: attribution || opened.attribution };
}

const fillIn = (address: string, z: number, x: number, y: number): string =>
  address.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
