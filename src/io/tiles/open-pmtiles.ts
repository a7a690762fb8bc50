import { FetchSource, FileSource, PMTiles, TileType } from 'pmtiles';
import type { PmtilesBase, TileSource } from '../../contracts/base-map.ts';
import { PlanError } from '../../contracts/errors.ts';
import { TileFault } from './tile-fault.ts';

const FORMS: Readonly<Partial<Record<TileType, 'raster' | 'vector'>>> = {
  [TileType.Mvt]: 'vector',
  [TileType.Png]: 'raster',
  [TileType.Jpeg]: 'raster',
  [TileType.Webp]: 'raster',
  [TileType.Avif]: 'raster',
};

/**
 * Opens an archive of tiles, of this machine or at an address, and reads its head.
 * @throws PlanError `base-file` when it is no such archive; TileFault when its server does not answer
 */
export async function openPmtiles(
  base: PmtilesBase,
  file: Blob | null,
  signal: AbortSignal,
): Promise<{ readonly source: TileSource; readonly attribution: string }> {
  const archive = new PMTiles(
    base.url === null
      ? new FileSource(file instanceof File ? file : new File([file!], base.name))
      : new FetchSource(base.url),
  );
  try {
    const header = await archive.getHeader();
    signal.throwIfAborted();
    const form = FORMS[header.tileType];
    if (!form) throw new Error(`its tiles are of type ${header.tileType}, which is not drawn`);
    const metadata = ((await archive.getMetadata()) ?? {}) as {
      readonly attribution?: unknown;
      readonly vector_layers?: readonly { readonly id?: unknown }[];
    };
    const { minLon, minLat, maxLon, maxLat } = header;
    const source: TileSource = {
      key: '',
      read: async (z, x, y, called) => {
        try {
          return (await archive.getZxy(z, x, y, called))?.data ?? null;
        } catch (error) {
          throw called.aborted ? error : explain(error, base);
        }
      },
      form,
      tilePx: form === 'vector' ? 512 : 256,
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      bounds: minLon < maxLon && minLat < maxLat ? [minLon, minLat, maxLon, maxLat] : null,
      vectorLayers: (metadata.vector_layers ?? []).map(({ id }) => String(id)),
    };
    return { source, attribution: plain(metadata.attribution) };
  } catch (error) {
    if (signal.aborted) throw error;
    if (base.url !== null && error instanceof TypeError) throw explain(error, base);
    const message = error instanceof Error ? error.message : String(error);
    throw new PlanError([
      {
        code: 'base-file',
        severity: 'warning',
        file: base.name,
        message: `it cannot be read as a PMTiles archive: ${message}`,
        remedy: 'Open a .pmtiles file of version 3, or check the address.',
      },
    ]);
  }
}

/** Attributions are often links; here they are words. */
const plain = (html: unknown): string =>
  typeof html === 'string'
    ? html
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&copy;', '©')
        .trim()
    : '';

function explain(error: unknown, { url }: PmtilesBase): TileFault {
  const reason = error instanceof Error ? error.message : String(error);
  if (url === null) return new TileFault('file', reason);
  if (globalThis.navigator?.onLine === false) {
    return new TileFault('offline', 'this machine is offline');
  }
  return new TileFault(
    'unreachable',
    `no answer from ${new URL(url, location.href).host} (${reason})`,
  );
}
