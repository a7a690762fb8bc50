import type { BaseReport, ReadTile, Terrain, TileSource } from '../../contracts/base-map.ts';
import { PlanError } from '../../contracts/errors.ts';
import { TileFault } from '../tiles/tile-fault.ts';
import { TileWatch } from '../tiles/watch-tiles.ts';
import { prepareWorker, startWorker } from '../../workers/start-worker.ts';
import type { FromTerrain, ToTerrain } from './serve-terrain.ts';
import type { OpenedTerrain } from './terrain-desk.ts';
// oxlint-disable-next-line import/default -- made by Vite
import workerUrl from './terrain-worker.ts?worker&url';

const CONTOURS_FROM_ZOOM = 8;
const CONTOURS_TO_ZOOM = 14;
let serial = 0;

/** Heights that are open; `close` ends their worker. */
export interface TerrainSession {
  readonly heights: TileSource;
  readonly contours: TileSource;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (reply: FromTerrain) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens heights in a worker of their own.
 * @param file the GeoTIFF, where the terrain is a file of this machine
 * @param report hears how it fares: progress of reading, then how its tiles do
 * @throws PlanError when the file is missing or cannot be read; the signal's reason when it is called off
 */
export async function openTerrain(
  terrain: Terrain,
  file: Blob | null,
  report: (report: BaseReport) => void,
  signal: AbortSignal,
): Promise<TerrainSession> {
  if (terrain.kind === 'geotiff' && !file) {
    throw new PlanError([
      {
        code: 'base-file',
        severity: 'warning',
        file: terrain.name,
        message: 'the file is not on this machine any more',
        remedy: 'Open it again.',
      },
    ]);
  }
  const address = prepareWorker(new URL(workerUrl, document.baseURI).href);
  const worker = startWorker.call(null, address, { type: 'module', name: 'plan-atlas-terrain' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FromTerrain>) => {
    if (data.type === 'progress') {
      report({ status: 'opening', problem: null, progress: data.share });
      return;
    }
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (!asked) return;
    if (data.type === 'failed') asked.reject(toError(data));
    else asked.resolve(data);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    const error = new TileFault('file', event.message || 'its code could not be loaded');
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  const post = (message: ToTerrain): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    worker.postMessage(message);
  };
  const ask = (
    question:
      | { readonly type: 'heights' | 'contours'; readonly tile: readonly [number, number, number] }
      | Pick<ToTerrain & { type: 'open' }, 'type' | 'given'>,
    called: AbortSignal,
  ): Promise<FromTerrain> =>
    new Promise((resolve, reject) => {
      called.throwIfAborted();
      lastId += 1;
      const id = lastId;
      waiting.set(id, { resolve, reject });
      called.addEventListener(
        'abort',
        () => {
          if (!waiting.delete(id)) return;
          post({ id, type: 'cancel' });
          reject(called.reason as Error);
        },
        { once: true },
      );
      post({ ...question, id });
    });
  let opened: OpenedTerrain;
  try {
    const reply = await ask(
      {
        type: 'open',
        given:
          terrain.kind === 'geotiff'
            ? { kind: 'file', blob: file!, name: terrain.name }
            : {
                kind: 'tiles',
                url: new URL(terrain.url, document.baseURI).href
                  .replaceAll('%7B', '{')
                  .replaceAll('%7D', '}'),
                encoding: terrain.encoding,
                maxZoom: terrain.maxZoom,
              },
      },
      signal,
    );
    ({ opened } = reply as Extract<FromTerrain, { type: 'opened' }>);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  serial += 1;
  const key = `terrain-${serial}`;
  const watch = new TileWatch(terrain.name, report);
  const readerOf =
    (type: 'heights' | 'contours'): ReadTile =>
    async (z, x, y, called) => {
      const reply = await ask({ type, tile: [z, x, y] }, called);
      return (reply as Extract<FromTerrain, { type: 'tile' }>).tile;
    };
  return {
    heights: {
      key: `${key}-heights`,
      read: watch.watch(readerOf('heights')),
      form: opened.encoding,
      tilePx: 256,
      minZoom: 0,
      maxZoom: opened.maxZoom,
      bounds: opened.bounds,
      vectorLayers: [],
    },
    contours: {
      key: `${key}-contours`,
      read: watch.watch(readerOf('contours')),
      form: 'vector',
      tilePx: 512,
      minZoom: CONTOURS_FROM_ZOOM,
      maxZoom: CONTOURS_TO_ZOOM,
      bounds: opened.bounds,
      vectorLayers: ['contours'],
    },
    close: () => worker.terminate(),
  };
}

function toError({ message, problems, kind }: Extract<FromTerrain, { type: 'failed' }>): Error {
  const [first, ...rest] = problems ?? [];
  if (first) return new PlanError([first, ...rest]);
  return new TileFault(kind ?? 'file', message);
}
