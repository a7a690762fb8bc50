import type {
  CreateMap,
  MapEvent,
  MapModule,
  MapOptions,
  MapPort,
  MapScene,
} from '../../src/contracts/map-port.ts';
import type { Camera } from '../../src/contracts/state.ts';
import { buildScene, buildStyle } from '../../src/core/build-scene.ts';

/** A map that draws nothing: it remembers what it was told and answers as the real one does. */
export interface FakeMap extends MapPort {
  readonly options: MapOptions;
  /** What it was told, by name, oldest first. */
  readonly calls: readonly string[];
  readonly scene: MapScene | null;
  readonly isDisposed: boolean;
  readonly emit: (event: MapEvent) => void;
  /** As when a reader drags the map. */
  readonly drag: (camera: Partial<Camera>) => void;
}

export interface FakeMaps {
  /** All maps that were ever started, oldest first. */
  readonly started: readonly FakeMap[];
  /** Those that were not disposed of. */
  readonly live: readonly FakeMap[];
  readonly module: MapModule;
  /** The next map to start says this instead. */
  readonly failNext: (message: string) => void;
}

const HOME: Camera = { center: [113.4, 38.1], zoom: 8, bearing: 0, pitch: 0 };

export function createFakeMaps(): FakeMaps {
  const started: FakeMap[] = [];
  let fault: string | null = null;
  const createMap: CreateMap = async (options) => {
    await Promise.resolve();
    if (fault !== null && started.length % 2 === 1) {
      const message = fault;
      fault = null;
      throw new Error(message);
    }
    const map = createFakeMap(options);
    started.push(map);
    return map;
  };
  return {
    started,
    get live() {
      return started.filter(({ isDisposed }) => !isDisposed);
    },
    module: {
      createMap,
      takeSeat: () => Promise.resolve(() => undefined),
      reviewSeats: () => undefined,
      buildScene,
      buildStyle,
      loadPulse: () => Promise.resolve(),
      loadMarks: () => Promise.resolve(),
    },
    /** The second of a pair, so that the first has to be cleared away. */
    failNext: (message) => {
      fault = message;
    },
  };
}

function createFakeMap(options: MapOptions): FakeMap {
  const listeners = new Set<(event: MapEvent) => void>();
  const calls: string[] = [];
  let camera: Camera = { ...HOME, ...options.camera };
  let scene: MapScene | null = null;
  let isDisposed = false;
  const emit = (event: MapEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  /** At once, as MapLibre does for a movement without duration. */
  const go = (to: Partial<Camera>, isByUser: boolean): void => {
    camera = { ...camera, ...to };
    emit({ type: 'move' });
    emit({ type: 'camera', camera, bounds: [113, 38, 114, 39], isByUser });
  };
  return {
    options,
    calls,
    get scene() {
      return scene;
    },
    get isDisposed() {
      return isDisposed;
    },
    emit,
    drag: (to) => go(to, true),
    apply: (next) => {
      scene = next;
    },
    fit: () => {
      calls.push('fit');
      go({ zoom: camera.zoom + 1 }, false);
    },
    moveTo: (to) => {
      calls.push('moveTo');
      go(to, false);
    },
    panBy: () => {
      calls.push('panBy');
      go({ center: [camera.center[0] + 0.01, camera.center[1]] }, false);
    },
    getCamera: () => camera,
    project: () => ({ x: 0, y: 0 }),
    setGestures: (gestures) => calls.push(`gestures ${gestures}`),
    setLocale: (locale) => calls.push(`locale ${locale['Map.Title']}`),
    pickAt: () => calls.push('pickAt'),
    resize: () => calls.push('resize'),
    capture: () => Promise.resolve(new Blob(['picture'], { type: 'image/png' })),
    captureAtOnce: () => Promise.resolve(new Blob(['picture now'], { type: 'image/png' })),
    openMarks: () => Promise.reject(new Error('this map draws no marks')),
    inspection: { lookOf: () => null, namesIn: () => [], placesIn: () => [] },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      isDisposed = true;
      listeners.clear();
    },
  } as FakeMap;
}
