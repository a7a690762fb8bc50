import type { BaseMap, BaseReport, ReadTile, TileSource } from '../../contracts/base-map.ts';
import { PlanError } from '../../contracts/errors.ts';
import { tileAddresses, WMS_TILE_PX } from '../../core/base-map/tile-address.ts';
import { stackTiles, unshiftTiles } from './compose-tiles.ts';
import { assertImage, fetchTile } from './fetch-tile.ts';
import { TileWatch } from './watch-tiles.ts';

const TIANDITU_MAX_ZOOM = 18;
const WMS_MAX_ZOOM = 20;
let serial = 0;

/** What an opened base map, or the tiles of a layer, bring along. */
export interface OpenedBase {
  readonly source: TileSource;
  /** What the source itself says of who made it; empty when it says nothing. */
  readonly attribution: string;
}

/**
 * Makes a base map ready to be drawn; asks for no tile yet. A PMTiles archive is asked for its head.
 * @param file the archive, where the base map is a file of this machine
 * @param report hears how its tiles fare, whenever that changes
 * @throws PlanError `base-file` when there is no file or it is no archive; TileFault when its server does not answer
 */
export async function openBase(
  base: BaseMap,
  file: Blob | null,
  report: (report: BaseReport) => void,
  signal: AbortSignal,
): Promise<OpenedBase> {
  const watch = new TileWatch(base.name, report);
  serial += 1;
  const key = `base-${serial}`;
  if (base.kind === 'pmtiles') {
    if (base.url === null && !file) throw noFile(base.name);
    const { openPmtiles } = await import('./open-pmtiles.ts');
    const opened = await openPmtiles(base, file, signal);
    const { read } = opened.source;
    return { ...opened, source: { ...opened.source, key, read: watch.watch(read) } };
  }
  const source: TileSource = {
    key,
    read: watch.watch(readerOf(base)),
    form: 'raster',
    tilePx: sizeOf(base),
    minZoom: base.kind === 'tianditu' ? 1 : 0,
    maxZoom: maxZoomOf(base),
    bounds: null,
    vectorLayers: [],
  };
  return { source, attribution: '' };
}

type Served = Exclude<BaseMap, { kind: 'pmtiles' }>;

const sizeOf = (base: Served): number =>
  base.kind === 'wms' ? WMS_TILE_PX : base.kind === 'xyz' ? base.tilePx : 256;

const maxZoomOf = (base: Served): number =>
  base.kind === 'tianditu' ? TIANDITU_MAX_ZOOM : base.kind === 'wms' ? WMS_MAX_ZOOM : base.maxZoom;

function readerOf(base: Served): ReadTile {
  if (base.kind === 'xyz' && base.datum === 'gcj02') {
    return unshiftTiles(
      (z, x, y, signal) => fetchTile(tileAddresses(base, z, x, y)[0]!, signal),
      base.tilePx,
    );
  }
  return async (z, x, y, signal) => {
    const addresses = tileAddresses(base, z, x, y);
    if (addresses.length > 1) {
      return stackTiles(
        addresses.map((address) => fetchTile(address, signal)),
        sizeOf(base),
      );
    }
    const bytes = await fetchTile(addresses[0]!, signal);
    if (bytes) assertImage(bytes);
    return bytes;
  };
}

const noFile = (name: string): PlanError =>
  new PlanError([
    {
      code: 'base-file',
      severity: 'warning',
      file: name,
      message: 'the file is not on this machine any more',
      remedy: 'Open it again.',
    },
  ]);
