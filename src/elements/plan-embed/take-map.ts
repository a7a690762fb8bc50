import type { PlanBundle } from '../../contracts/bundle.ts';
import type { MapModule, MapPort } from '../../contracts/map-port.ts';
import type { Camera, ViewerState } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { featureBounds } from '../../core/feature-bounds.ts';
import { NO_PADDING } from '../../core/initial-state.ts';
import { reduce } from '../../core/reduce.ts';

export interface MapPicture {
  readonly image: ImageBitmap;
  readonly camera: Camera;
}

interface MapWish {
  readonly state: ViewerState;
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly loadMap: () => Promise<MapModule>;
  /** Empty box in the page, of the picture's size in CSS pixels. */
  readonly container: HTMLElement;
  /** Pixels of the picture per CSS pixel of the box: names are as large as a reader of a picture needs. */
  readonly pixelRatio: number;
  /** The feature to go to; null: what the atlas's map shows. */
  readonly feature: string | null;
  /** Size of the atlas's own map; null: it has none, and the county is shown. */
  readonly ownSizePx: readonly [width: number, height: number] | null;
  readonly title: string;
  readonly signal: AbortSignal;
}

const PATIENCE_MS = 60_000;
const MARGIN_PX = 28;

/**
 * The picture of a map of its own, out of sight: it has the picture's shape, and the reader's map stays where it is.
 * @throws Error when the map cannot start or does not come to rest
 */
export async function takeMap(wish: MapWish): Promise<MapPicture> {
  const { state, bundle, cartography, container, pixelRatio, signal } = wish;
  const { createMap, buildStyle, buildScene } = await wish.loadMap();
  const flavour = cartography.flavours[state.flavour];
  const style = buildStyle(bundle, cartography, flavour, state.lang);
  const padding = { top: MARGIN_PX, right: MARGIN_PX, bottom: MARGIN_PX, left: MARGIN_PX };
  const port = await createMap({
    container,
    style,
    camera: null,
    padding,
    gestures: 'cooperative',
    locale: { 'Map.Title': wish.title },
    prefersReducedMotion: true,
    pixelRatio,
  });
  try {
    /** The same state as a pure function gives it, so nothing of the reader's own moves. */
    const shown =
      wish.feature === null || state.selection.feature === wish.feature
        ? state
        : reduce(state, { type: 'select', feature: wish.feature, origin: 'api' });
    const scene = buildScene({ ...shown, tool: null }, bundle, cartography, style);
    port.apply({ ...scene, pulse: null });
    aim(port, wish, padding, style.home);
    const blob = await inTime(port.capture(), signal);
    return { image: await createImageBitmap(blob), camera: port.getCamera() };
  } finally {
    port.dispose();
    container.replaceChildren();
  }
}

function aim(
  port: MapPort,
  { state, bundle, feature, container, ownSizePx }: MapWish,
  padding: typeof NO_PADDING,
  home: Parameters<MapPort['fit']>[0],
): void {
  const bounds = feature === null ? null : featureBounds(bundle, [feature]);
  if (bounds) {
    port.fit(bounds, { padding, isInstant: true, maxZoom: 10.3 });
    return;
  }
  const { camera } = state;
  if (feature !== null || !camera || !ownSizePx) {
    port.fit(home, { padding, isInstant: true });
    return;
  }
  /** All that the reader sees stays in the picture. */
  const share = Math.min(
    container.clientWidth / ownSizePx[0],
    container.clientHeight / ownSizePx[1],
  );
  port.moveTo(
    { ...camera, zoom: camera.zoom + Math.log2(share) },
    { padding: NO_PADDING, isInstant: true },
  );
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = (): void => reject(new Error('share: the picture was cancelled.'));
    const timer = setTimeout(
      () => reject(new Error(`share: the map did not come to rest in ${PATIENCE_MS / 1000} s.`)),
      PATIENCE_MS,
    );
    signal.addEventListener('abort', give);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', give);
    });
  });
}
