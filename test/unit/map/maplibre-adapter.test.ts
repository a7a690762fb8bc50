import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import type {
  MapEvent,
  MapScene,
  MoveOptions,
  SceneStyle,
} from '../../../src/contracts/map-port.ts';
import type { ViewerRequest } from '../../../src/contracts/state.ts';
import type { FlavourName } from '../../../src/contracts/theme.ts';
import { buildScene, buildStyle } from '../../../src/core/build-scene.ts';
import { MapLibreAdapter } from '../../../src/map/maplibre-adapter.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';
import { createMapStub, type MapStub } from './create-map-stub.ts';

let frames: (() => void)[] = [];
const runFrames = (): void => {
  const due = frames;
  frames = [];
  for (const frame of due) frame();
};

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => {
    if (id > 0) frames[id - 1] = () => undefined;
  });
  vi.stubGlobal('PointerEvent', FakePointerEvent);
});
afterEach(() => vi.unstubAllGlobals());

class FakePointerEvent {
  readonly pointerType: string;
  constructor(pointerType: string) {
    this.pointerType = pointerType;
  }
}

interface Started {
  readonly stub: MapStub;
  readonly adapter: MapLibreAdapter;
  readonly events: MapEvent[];
  readonly bundle: PlanBundle;
  readonly style: SceneStyle;
  readonly sceneAfter: (...requests: readonly ViewerRequest[]) => MapScene;
  /** Names of the calls since the last time. */
  readonly takeCalls: () => string[];
}

/** Images need a canvas; what is tested here does not. */
const createStyle = (bundle: PlanBundle, flavour: FlavourName = 'light'): SceneStyle => ({
  ...buildStyle(bundle, cartography, cartography.flavours[flavour], 'zh-Hans'),
  images: {},
});

/** An adapter whose style has loaded and whose first scene is applied. */
function start(
  options: { readonly isLoaded?: boolean; readonly prefersReducedMotion?: boolean } = {},
): Started {
  const bundle = createBundle();
  const style = createStyle(bundle);
  const stub = createMapStub();
  const adapter = new MapLibreAdapter(stub.map, style, new Map(), {
    prefersReducedMotion: options.prefersReducedMotion ?? true,
  });
  const events: MapEvent[] = [];
  adapter.listen((event) => events.push(event));
  const shown: ViewerRequest = { type: 'layers', changes: { parks: { isVisible: true } } };
  const sceneAfter: Started['sceneAfter'] = (...requests) =>
    buildScene(createState(bundle, shown, ...requests), bundle, cartography, style);
  if (options.isLoaded !== false) {
    stub.fire('style.load');
    adapter.apply(sceneAfter());
  }
  const takeCalls = (): string[] => stub.calls.splice(0).map(([name]) => name);
  return { stub, adapter, events, bundle, style, sceneAfter, takeCalls };
}

const hover: ViewerRequest = { type: 'hover', features: ['s45'], phrase: null, origin: 'map' };
const select: ViewerRequest = { type: 'select', feature: 's45', origin: 'map' };
const hideRoads: ViewerRequest = { type: 'layers', changes: { roads: { isVisible: false } } };
const OPTIONS: MoveOptions = {
  padding: { top: 1, right: 2, bottom: 3, left: 4 },
  isInstant: false,
};

describe('applying a scene', () => {
  it('waits until the style has loaded, then does all at once', () => {
    const { adapter, stub, sceneAfter, takeCalls } = start({ isLoaded: false });
    adapter.apply(sceneAfter(hover));
    expect(takeCalls()).toEqual([]);
    stub.fire('style.load');
    expect(takeCalls()).toContain('setFeatureState');
  });

  it('makes no call for a scene that changes nothing', () => {
    const { adapter, sceneAfter, takeCalls } = start();
    takeCalls();
    adapter.apply(sceneAfter());
    expect(takeCalls()).toEqual([]);
  });

  it('sends feature states alone for a hover, so that it costs a repaint', () => {
    const { adapter, sceneAfter, takeCalls, stub } = start();
    takeCalls();
    adapter.apply(sceneAfter(hover));
    expect(stub.calls.length).toBeLessThanOrEqual(3);
    expect([...new Set(takeCalls())]).toEqual(['setFeatureState']);
  });

  it('sends feature states alone for the lens and a slider', () => {
    const { adapter, sceneAfter, takeCalls } = start();
    takeCalls();
    adapter.apply(sceneAfter({ type: 'lens', lens: { statuses: ['existing'] } }));
    adapter.apply(sceneAfter({ type: 'layers', changes: { roads: { opacity: 0.4 } } }));
    expect([...new Set(takeCalls())]).toEqual(['setFeatureState']);
  });

  it('filters the names when a layer is switched, and nothing else', () => {
    const { adapter, sceneAfter, stub, style } = start();
    stub.calls.length = 0;
    adapter.apply(sceneAfter(hideRoads));
    const filtered = stub.calls.filter(([name]) => name === 'setFilter').map(([, id]) => id);
    expect(filtered.toSorted()).toEqual(style.switchedLayers.toSorted());
    expect(stub.calls.some(([name]) => name === 'setLayoutProperty' || name === 'setStyle')).toBe(
      false,
    );
  });

  it('keeps a layer’s own filter beside the switch', () => {
    const { adapter, sceneAfter, stub, style } = start();
    adapter.apply(sceneAfter(hideRoads));
    const [, , filter] = stub.calls.find(([name, id]) => name === 'setFilter' && id === 'shields')!;
    const own = style.layers.find(({ id }) => id === 'shields')!.filter;
    expect(filter).toEqual(['all', own, ['!', ['in', ['get', 'layer'], ['literal', ['roads']]]]]);
  });

  it('filters again only when the switches change', () => {
    const { adapter, sceneAfter, takeCalls } = start();
    adapter.apply(sceneAfter(hideRoads));
    takeCalls();
    adapter.apply(sceneAfter(hideRoads, hover));
    expect(takeCalls()).not.toContain('setFilter');
  });

  it('writes the names of a selection once, and takes them away', () => {
    const { adapter, sceneAfter, stub } = start();
    adapter.apply(sceneAfter(select));
    adapter.apply(sceneAfter(select, hover));
    adapter.apply(sceneAfter());
    const written = stub.calls.filter(([name]) => name === 'setData');
    expect(written.map(([, source]) => source)).toEqual(['focus', 'focus']);
    expect(written[1]![2]).toMatchObject({ features: [] });
  });

  it('switches the graticule by state and its figures by visibility', () => {
    const { adapter, sceneAfter, stub } = start();
    stub.calls.length = 0;
    adapter.apply(sceneAfter({ type: 'graticule', isOn: true }));
    expect(stub.calls).toEqual([
      ['setFeatureState', { source: 'graticule', id: '@graticule' }, { o: 1 }],
      ['setLayoutProperty', 'graticule-labels', 'visibility', 'visible'],
    ]);
  });
});

describe('a new style', () => {
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

  it('is set once, however many scenes are applied while its images are drawn', async () => {
    const { adapter, bundle, sceneAfter, takeCalls } = start();
    const dark = createStyle(bundle, 'dark');
    takeCalls();
    for (const scene of [sceneAfter(), sceneAfter(hover), sceneAfter(select)]) {
      adapter.apply({ ...scene, style: dark });
    }
    await settle();
    adapter.apply({ ...sceneAfter(), style: dark });
    await settle();
    expect(takeCalls().filter((name) => name === 'setStyle')).toHaveLength(1);
  });

  it('gets every state again once it has loaded', async () => {
    const { adapter, bundle, sceneAfter, stub, takeCalls } = start();
    adapter.apply(sceneAfter(hover));
    adapter.apply({ ...sceneAfter(hover), style: createStyle(bundle, 'dark') });
    await settle();
    takeCalls();
    stub.fire('style.load');
    expect(takeCalls()).toContain('setFeatureState');
  });

  it('is forgotten when the old one is wanted again before its images are drawn', async () => {
    const { adapter, bundle, sceneAfter, takeCalls } = start();
    takeCalls();
    adapter.apply({ ...sceneAfter(), style: createStyle(bundle, 'dark') });
    adapter.apply(sceneAfter());
    await settle();
    expect(takeCalls()).not.toContain('setStyle');
  });

  it('is set for an edited bundle of the same id', async () => {
    const { adapter, sceneAfter, takeCalls } = start();
    adapter.apply({ ...sceneAfter(), style: createStyle(createBundle()) });
    await settle();
    expect(takeCalls()).toContain('setStyle');
  });

  it('whose images cannot be drawn is told as a failure, and the old one stays', async () => {
    vi.stubGlobal(
      'Image',
      class {
        src = '';
        decode(): Promise<void> {
          return Promise.reject(new Error('broken picture'));
        }
      },
    );
    const { adapter, bundle, sceneAfter, events, takeCalls } = start();
    const images = { a: { svg: '<svg/>', widthPx: 1, heightPx: 1 } };
    adapter.apply({ ...sceneAfter(), style: { ...createStyle(bundle, 'dark'), images } });
    await settle();
    expect(events).toContainEqual({ type: 'failure', message: 'broken picture' });
    expect(takeCalls()).not.toContain('setStyle');
  });

  it('is not set once the map is gone', async () => {
    const { adapter, bundle, sceneAfter, takeCalls } = start();
    adapter.apply({ ...sceneAfter(), style: createStyle(bundle, 'dark') });
    adapter.dispose();
    await settle();
    expect(takeCalls()).not.toContain('setStyle');
  });
});

describe('a lost context', () => {
  it('is told, and every state is sent again when the style is back', () => {
    const { adapter, events, sceneAfter, stub, takeCalls } = start();
    adapter.apply(sceneAfter(select));
    stub.fire('webglcontextlost');
    takeCalls();
    adapter.apply(sceneAfter(select, hover));
    expect(takeCalls()).toEqual([]);
    stub.fire('webglcontextrestored');
    stub.fire('style.load');
    expect(takeCalls()).toEqual(expect.arrayContaining(['setFeatureState', 'setData']));
    expect(events.map(({ type }) => type)).toEqual(['context-lost', 'context-restored']);
  });
});

describe('picking', () => {
  const click = (stub: MapStub, pointerType = 'mouse'): void =>
    stub.fire('click', {
      point: { x: 100, y: 50 },
      originalEvent: new FakePointerEvent(pointerType),
    });

  it('gives what lies under the pointer, topmost first, then what lies within reach', () => {
    const { stub, events } = start();
    stub.hits = {
      point: [{ id: 's45', layer: 'transport-road' }],
      box: [
        { id: 'airport', layer: 'icons' },
        { id: 's45', layer: 'transport-road' },
      ],
    };
    click(stub);
    expect(events).toEqual([
      {
        type: 'pick',
        features: ['s45', 'airport'],
        point: { x: 100, y: 50 },
        position: [113.4, 38.1],
        handle: null,
      },
    ]);
  });

  it('passes over what is switched off', () => {
    const { adapter, sceneAfter, stub, events } = start();
    adapter.apply(sceneAfter(hideRoads));
    stub.hits = { point: [{ id: 's45', layer: 'transport-road' }], box: [] };
    click(stub);
    expect(events).toMatchObject([{ type: 'pick', features: [], point: { x: 100, y: 50 } }]);
  });

  it.each([
    ['circle-fill', { always: true }, []],
    ['circle-fill', { state: { lit: true } }, ['airport']],
    ['circle-fill', { state: { sel: true } }, ['airport']],
    ['circle-rim', {}, []],
    ['circle-rim', { always: true }, ['airport']],
    ['circle-rim', { state: { lit: true } }, ['airport']],
  ])('takes of a circle of uncertainty what is seen: %s with %j', (layer, more, expected) => {
    const { stub, events } = start();
    stub.hits = { point: [{ id: 'airport', layer, ...more }], box: [] };
    click(stub);
    expect(events[0]).toMatchObject({ features: expected });
  });

  it('asks for no layer that is drawn for looks alone, and for every other', () => {
    const { stub, style } = start();
    click(stub);
    /** What is measured has handles of its own; what is laid over the plan is only looked at. */
    const skipped = style.layers
      .map(({ id }) => id)
      .filter((id) => !stub.asked.includes(id) && !/^(sketch|preview)-/.test(id));
    expect(skipped.toSorted()).toEqual(
      [
        'focus-labels',
        'graticule',
        'graticule-labels',
        'land',
        'mask',
        'outside',
        'rings',
        'transport-halo',
        'transport-rail-gap',
      ].filter((id) => style.layers.some((layer) => layer.id === id)),
    );
  });

  it('finds nothing while the style is away', () => {
    const { stub, events } = start();
    stub.hits = { point: [{ id: 's45', layer: 'transport-road' }], box: [] };
    stub.fire('webglcontextlost');
    click(stub);
    expect(events.at(-1)).toMatchObject({ type: 'pick', features: [] });
  });
});

describe('hovering', () => {
  const move = (stub: MapStub, buttons = 0): void => {
    stub.fire('mousemove', { point: { x: 10, y: 10 }, originalEvent: { buttons } });
  };
  const hit = {
    point: [{ id: 's45', layer: 'transport-road' }],
    box: [{ id: 'airport', layer: 'icons' }],
  };

  it('tells the topmost feature once, and shows that it can be clicked', () => {
    const { stub, events } = start();
    stub.hits = hit;
    move(stub);
    runFrames();
    move(stub);
    runFrames();
    expect(events).toEqual([{ type: 'hover', features: ['s45'] }]);
    expect(stub.cursor()).toBe('pointer');
  });

  it('asks once a frame, however often the pointer moves', () => {
    const { stub, events } = start();
    stub.hits = hit;
    for (let count = 0; count < 20; count += 1) move(stub);
    runFrames();
    expect(events).toHaveLength(1);
  });

  it.each([
    ['a button is held', 1, false],
    ['the map is moving', 0, true],
  ])('rests while %s', (_, buttons, isMoving) => {
    const { stub, events } = start();
    stub.hits = hit;
    stub.isMoving = isMoving;
    move(stub, buttons);
    runFrames();
    expect(events).toEqual([]);
  });

  it('ends when the pointer leaves', () => {
    const { stub, events } = start();
    stub.hits = hit;
    move(stub);
    runFrames();
    stub.fire('mouseout');
    expect(events.at(-1)).toEqual({ type: 'hover', features: [] });
    expect(stub.cursor()).toBe('');
  });

  it('does not begin after the pointer has left', () => {
    const { stub, events } = start();
    stub.hits = hit;
    move(stub);
    stub.fire('mouseout');
    runFrames();
    expect(events).toEqual([]);
  });
});

describe('the camera', () => {
  it('fits a box beside the panels, no closer than zoom 13', () => {
    const { adapter, stub } = start({ prefersReducedMotion: false });
    stub.calls.length = 0;
    adapter.fit([113, 38, 114, 39], OPTIONS);
    expect(stub.calls[0]).toEqual([
      'fitBounds',
      [113, 38, 114, 39],
      expect.objectContaining({ padding: OPTIONS.padding, maxZoom: 13, bearing: 10, pitch: 20 }),
    ]);
  });

  it('moves for no longer than 1.2 seconds', () => {
    const { adapter, stub } = start({ prefersReducedMotion: false });
    stub.calls.length = 0;
    adapter.fit([113, 38, 114, 39], OPTIONS);
    const { duration } = stub.calls[0]![2] as { duration: number };
    expect(duration).toBeGreaterThan(0);
    expect(duration).toBeLessThanOrEqual(1200);
  });

  it.each([
    ['it is asked to be instant', true, false],
    ['less motion is wanted', false, true],
  ])('jumps when %s', (_, isInstant, prefersReducedMotion) => {
    const { adapter, stub } = start({ prefersReducedMotion });
    stub.calls.length = 0;
    const options = { ...OPTIONS, isInstant };
    adapter.fit([113, 38, 114, 39], options);
    adapter.moveTo({ zoom: 12 }, options);
    adapter.panBy([10, 0], options);
    for (const call of stub.calls) expect(call.at(-1)).toMatchObject({ duration: 0 });
  });

  it('changes only what is asked', () => {
    const { adapter, stub } = start();
    stub.calls.length = 0;
    adapter.moveTo({ bearing: 0, pitch: 0 }, OPTIONS);
    expect(Object.keys(stub.calls[0]![1] as object).toSorted()).toEqual(
      ['bearing', 'duration', 'essential', 'pitch'].toSorted(),
    );
  });

  it('is told as plain data when it comes to rest', () => {
    const { events, stub } = start();
    stub.fire('moveend');
    expect(events[0]).toMatchObject({
      type: 'camera',
      camera: { center: [113.4, 38.1], zoom: 9, bearing: 10, pitch: 20 },
      bounds: [113, 37.8, 114, 38.4],
      frame: [
        [113, 38],
        [113.3, 38],
        [113.3, 37.8],
        [113, 37.8],
      ],
    });
  });
});

describe('listeners', () => {
  it('hear no more once they have left', () => {
    const { adapter, stub } = start();
    const heard: string[] = [];
    const leave = adapter.listen(({ type }) => heard.push(type));
    stub.fire('idle');
    leave();
    stub.fire('idle');
    expect(heard).toEqual(['idle']);
  });

  it('hear of an error as a failure with its words', () => {
    const { events, stub } = start();
    stub.fire('error', { error: new Error('no such image') });
    expect(events).toEqual([{ type: 'failure', message: 'no such image' }]);
  });

  it('hear nothing after the map is gone, and it is gone', () => {
    const { adapter, events, stub, takeCalls } = start();
    stub.hits = { point: [{ id: 's45', layer: 'transport-road' }], box: [] };
    stub.fire('mousemove', { point: { x: 1, y: 1 }, originalEvent: { buttons: 0 } });
    takeCalls();
    adapter.dispose();
    runFrames();
    stub.fire('idle');
    expect(events).toEqual([]);
    expect(takeCalls()).toEqual(['remove']);
  });
});
