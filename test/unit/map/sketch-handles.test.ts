import type { FeatureCollection, Geometry } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { SketchHandles } from '../../../src/map/sketch-handles.ts';

type Listener = (event: unknown) => void;

/** A window of 100 pixels a degree, and what was dragged on it. */
function createHandles() {
  const listeners = new Map<string, Listener>();
  const zooming: string[] = [];
  const drags: { handle: number; at: { x: number; y: number }; isHeld: boolean }[] = [];
  const map = {
    on: (type: string, listener: Listener) => listeners.set(type, listener),
    project: ([lng, lat]: [number, number]) => ({ x: lng * 100, y: -lat * 100 }),
    doubleClickZoom: {
      enable: () => zooming.push('enable'),
      disable: () => zooming.push('disable'),
    },
  } as unknown as MapLibreMap;
  const handles = new SketchHandles(map, ({ handle, at }, isHeld) => {
    drags.push({ handle, at: { ...at }, isHeld });
  });
  let kept = 0;
  const fire = (type: string, x: number, y: number): void =>
    listeners.get(type)?.({
      point: { x, y },
      originalEvent: { button: 0, buttons: 1 },
      preventDefault: () => {
        kept += 1;
      },
    });
  return { handles, drags, zooming, fire, kept: () => kept };
}

const collect = (
  properties: Readonly<Record<string, unknown>>,
  ...geometries: Geometry[]
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', properties, geometry })),
});
const FRAME: Geometry = {
  type: 'LineString',
  coordinates: [
    [0, 0],
    [2, 0],
    [2, -1],
    [0, -1],
    [0, 0],
  ],
};
const MIDDLE: Geometry = { type: 'Point', coordinates: [1, -0.5] };

it('a frame is taken hold of by its lines and its middle, and by nothing in between', () => {
  const { handles } = createHandles();
  handles.update(collect({ grip: true }, FRAME, MIDDLE), false);
  expect(handles.find({ x: 130, y: 2 }, false)).toBe(0);
  expect(handles.find({ x: 205, y: 60 }, false)).toBe(0);
  expect(handles.find({ x: 103, y: 52 }, false)).toBe(1);
  expect(handles.find({ x: 60, y: 30 }, false)).toBeNull();
  // A finger reaches farther.
  expect(handles.find({ x: 118, y: 50 }, false)).toBeNull();
  expect(handles.find({ x: 118, y: 50 }, true)).toBe(1);
});

it('what is laid over the plan without a grip stays where it is', () => {
  const { handles, drags, fire, kept } = createHandles();
  handles.update(collect({ tone: 'new' }, FRAME, MIDDLE), false);
  fire('mousedown', 100, 50);
  fire('mousemove', 130, 50);
  fire('mouseup', 130, 50);
  expect(drags).toEqual([]);
  expect(kept()).toBe(0);
});

it('a drag tells every move and its end, and keeps the map where it is; a click is none', () => {
  const { handles, drags, zooming, fire, kept } = createHandles();
  handles.update(collect({ grip: true }, FRAME, MIDDLE), false);
  fire('mousedown', 100, 50);
  fire('mousemove', 102, 50);
  fire('mouseup', 102, 50);
  expect(drags).toEqual([]);
  fire('mousedown', 100, 50);
  fire('mousemove', 130, 60);
  fire('mouseup', 130, 60);
  expect(drags).toEqual([
    { handle: 1, at: { x: 130, y: 60 }, isHeld: true },
    { handle: 1, at: { x: 130, y: 60 }, isHeld: false },
  ]);
  expect(kept()).toBe(2);
  // Two clicks zoom as ever, unless clicks put points down.
  expect(zooming).toEqual([]);
  handles.update(collect({ part: 'point' }, MIDDLE), true);
  expect(zooming).toEqual(['disable']);
});
