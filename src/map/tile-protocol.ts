import { addProtocol, type SourceSpecification } from 'maplibre-gl';
import type { TileSource } from '../contracts/base-map.ts';

const PROTOCOL = 'plan-base';

/** Sources by the key that stands in the addresses which maps ask for; one that no map holds is forgotten. */
const sources = new Map<string, WeakRef<TileSource>>();
let isProtocolKnown = false;

/** The map asks for tiles by an address of our own, so that nothing but the source says who is asked. */
function startProtocol(): void {
  if (isProtocolKnown) return;
  isProtocolKnown = true;
  addProtocol(PROTOCOL, async ({ url }, { signal }) => {
    const [key = '', z, x, y] = url.slice(PROTOCOL.length + 3).split('/');
    const source = sources.get(key)?.deref();
    const tile = await source?.read(Number(z), Number(x), Number(y), signal);
    if (tile) return { data: tile };
    if (source?.form === 'vector') return { data: new ArrayBuffer(0) };
    throw Object.assign(new Error('no tile here'), { status: 404 });
  });
}

/** A source of the map that asks `source` for its tiles. */
export function describeTileSource(
  type: 'raster' | 'vector' | 'raster-dem',
  source: TileSource,
): SourceSpecification {
  startProtocol();
  sources.set(source.key, new WeakRef(source));
  const { minZoom, maxZoom, bounds, tilePx, form } = source;
  return {
    type,
    tiles: [`${PROTOCOL}://${source.key}/{z}/{x}/{y}`],
    minzoom: minZoom,
    maxzoom: maxZoom,
    ...(bounds ? { bounds: [...bounds] } : {}),
    ...(type === 'vector' ? {} : { tileSize: tilePx }),
    ...(type === 'raster-dem' ? { encoding: form } : {}),
  } as SourceSpecification;
}
