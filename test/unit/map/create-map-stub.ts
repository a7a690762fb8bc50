import type { Map as MapLibreMap } from 'maplibre-gl';

type Listener = (event: Record<string, unknown>) => void;

/** What the renderer would answer when asked what lies in a box. */
export interface StubHit {
  readonly id: string;
  readonly layer: string;
  readonly state?: Readonly<Record<string, unknown>>;
  /** The circle of uncertainty is always drawn. */
  readonly always?: boolean;
}

export interface MapStub {
  /** For the adapter; holds only what the adapter calls. */
  readonly map: MapLibreMap;
  /** Every call that changes something, in order: its name and arguments. */
  readonly calls: [name: string, ...args: unknown[]][];
  readonly fire: (type: string, event?: Record<string, unknown>) => void;
  /** Answers for a point and for the box round it. */
  hits: { readonly point: readonly StubHit[]; readonly box: readonly StubHit[] };
  /** Layers that were asked about last. */
  asked: readonly string[];
  isMoving: boolean;
  readonly cursor: () => string;
}

/** A recording stand-in for the renderer: it draws nothing and writes down what it is told. */
export function createMapStub(): MapStub {
  const listeners = new Map<string, Listener[]>();
  const canvas = { style: { cursor: '' }, clientWidth: 300, clientHeight: 200 };
  const calls: MapStub['calls'] = [];
  const record =
    (name: string) =>
    (...args: unknown[]): void => {
      calls.push([name, ...args]);
    };
  const listen = (type: string, listener: Listener): void => {
    listeners.set(type, [...(listeners.get(type) ?? []), listener]);
  };
  const stub: MapStub = {
    map: {
      on: listen,
      once: listen,
      setFeatureState: record('setFeatureState'),
      setFilter: record('setFilter'),
      setLayoutProperty: record('setLayoutProperty'),
      setStyle: record('setStyle'),
      addImage: record('addImage'),
      fitBounds: record('fitBounds'),
      easeTo: record('easeTo'),
      panBy: record('panBy'),
      resize: record('resize'),
      remove: record('remove'),
      hasImage: () => false,
      setMissingStyleImageResolver: () => undefined,
      getSource: (id: string) => ({
        setData: (data: unknown) => calls.push(['setData', id, data]),
      }),
      getCenter: () => ({ lng: 113.4, lat: 38.1 }),
      getZoom: () => 9,
      getBearing: () => 10,
      getPitch: () => 20,
      getCanvas: () => canvas,
      getBounds: () => ({
        getWest: () => 113,
        getSouth: () => 37.8,
        getEast: () => 114,
        getNorth: () => 38.4,
      }),
      unproject: ([x, y]: [number, number]) => ({ lng: 113 + x / 1000, lat: 38 - y / 1000 }),
      project: () => ({ x: 12, y: 34 }),
      isMoving: () => stub.isMoving,
      getFeatureState: () => ({}),
      doubleClickZoom: {
        enable: record('doubleClickZoom.enable'),
        disable: record('doubleClickZoom.disable'),
      },
      cooperativeGestures: {
        enable: record('cooperativeGestures.enable'),
        disable: record('cooperativeGestures.disable'),
      },
      queryRenderedFeatures: (box: unknown, { layers }: { layers: readonly string[] }) => {
        stub.asked = layers;
        const isPoint = Array.isArray(box) && typeof box[0] === 'number';
        return stub.hits[isPoint ? 'point' : 'box']
          .filter(({ layer }) => layers.includes(layer))
          .map(({ id, layer, state, always }) => ({
            properties: { id, always: always ?? false },
            layer: { id: layer },
            state: state ?? {},
          }));
      },
    } as unknown as MapLibreMap,
    calls,
    fire: (type, event = {}) => {
      for (const listener of listeners.get(type) ?? []) {
        listener({ lngLat: { lng: 113.4, lat: 38.1 }, ...event });
      }
    },
    hits: { point: [], box: [] },
    asked: [],
    isMoving: false,
    cursor: () => canvas.style.cursor,
  };
  return stub;
}
