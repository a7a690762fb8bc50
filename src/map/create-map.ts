import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { CreateMap } from '../contracts/map-port.ts';
import { adoptMapStyles } from './adopt-styles.ts';
import { decodeImages } from './decode-images.ts';
import { MapLibreAdapter } from './maplibre-adapter.ts';
import { hearUnstarted, prepareWorker } from '../workers/start-worker.ts';
import { toStyleSpecification } from './to-style.ts';

/**
 * Starts a map in a container of any root, shadow or light.
 * Rejects with an Error whose message says why when there is no WebGL2.
 */
export const createMap: CreateMap = async (options) => {
  // Whole in every build; while developing, a path from the server's root.
  const worker = prepareWorker(new URL(workerUrl, document.baseURI).href);
  setWorkerUrl(worker);
  const { container, style, camera, padding } = options;
  adoptMapStyles(container.getRootNode());
  const images = await decodeImages(style.images);
  options.signal?.throwIfAborted();
  const map = new MapLibreMap({
    container,
    style: toStyleSpecification(style),
    maxBounds: [...style.maxBounds],
    minZoom: style.minZoom,
    maxZoom: style.maxZoom,
    maxPitch: 60,
    attributionControl: false,
    cooperativeGestures: options.gestures === 'cooperative',
    locale: { ...options.locale },
    localIdeographFontFamily: false,
    fadeDuration: options.prefersReducedMotion ? 0 : 150,
    renderWorldCopies: false,
    ...(options.pixelRatio === undefined ? {} : { pixelRatio: options.pixelRatio }),
    dragRotate: true,
    pitchWithRotate: true,
    ...(camera?.center && camera.zoom !== undefined
      ? {
          center: [camera.center[0], camera.center[1]] as [number, number],
          zoom: camera.zoom,
          bearing: camera.bearing ?? 0,
          pitch: camera.pitch ?? 0,
        }
      : {
          bounds: [...style.home] as [number, number, number, number],
          fitBoundsOptions: { padding },
        }),
  });
  const adapter = new MapLibreAdapter(map, style, images, options);
  const stopHearing = hearUnstarted(worker, () => adapter.failWorker());
  map.once('remove', stopHearing);
  return adapter;
};
