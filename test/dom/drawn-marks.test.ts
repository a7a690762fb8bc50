/** Marks that are drawn again on one style, on a map that refuses what MapLibre refuses. */
import { expect, it } from 'vitest';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MarksOptions, MarksView } from '../../src/contracts/marks.ts';
import { DrawnMarks } from '../../src/map/marks/drawn-marks.ts';

/** Sources and layers alone; a source is neither added twice nor removed under a layer that uses it. */
function createFakeMap() {
  const sources = new Map<string, { setData: () => void }>();
  const layers = new Map<string, { readonly source: string }>();
  const refusals: string[] = [];
  const canvas = document.createElement('canvas');
  const container = document.createElement('div');
  container.append(canvas);
  const switchable = { isEnabled: () => true, enable: () => undefined, disable: () => undefined };
  const map = {
    version: '6.17.0',
    dragPan: switchable,
    dragRotate: switchable,
    doubleClickZoom: switchable,
    getContainer: () => container,
    getCanvas: () => canvas,
    getCenter: () => ({ lng: 113.4, lat: 38.1 }),
    project: () => ({ x: 0, y: 0 }),
    unproject: () => ({ lng: 113.4, lat: 38.1 }),
    getSource: (id: string) => sources.get(id),
    addSource: (id: string) => {
      if (sources.has(id)) throw new Error(`Source "${id}" already exists.`);
      sources.set(id, { setData: () => undefined });
    },
    removeSource: (id: string) => {
      const user = [...layers].find(([, { source }]) => source === id);
      if (user) refusals.push(`Source "${id}" is used by layer "${user[0]}".`);
      else sources.delete(id);
    },
    getLayer: (id: string) => layers.get(id),
    addLayer: (layer: { readonly id: string; readonly source: string }) => {
      if (layers.has(layer.id)) refusals.push(`Layer "${layer.id}" already exists.`);
      layers.set(layer.id, layer);
    },
    removeLayer: (id: string) => {
      if (!layers.delete(id)) refusals.push(`There is no layer "${id}".`);
    },
    moveLayer: () => undefined,
    hasImage: () => false,
  };
  return { map: map as unknown as MapLibreMap, sources, layers, refusals };
}

const options: MarksOptions = { listen: () => undefined, snap: () => null, newId: () => 'mark' };

const viewAt = (scale: number): MarksView => ({
  marks: [
    {
      id: '0123456789abcdef01234567',
      kind: 'point',
      geometry: { type: 'Point', coordinates: [113.4, 38.1] },
      colour: 'red',
      label: '1',
    },
  ],
  look: { glow: '#ffff00', colours: [] },
  font: ['Noto Sans Bold'],
  scale,
  tool: 'none',
  colour: 'red',
  chosen: null,
  resumed: null,
});

it('are drawn in another size before the style is replaced, and leave nothing behind', () => {
  const { map, sources, layers, refusals } = createFakeMap();
  const marks = new DrawnMarks(map, options, () => undefined);
  marks.restart();
  marks.show(viewAt(1));
  const [sourcesOnce, layersOnce] = [[...sources.keys()], [...layers.keys()]];
  expect(layersOnce).toContain('marks-area-labels');
  marks.show(viewAt(2));
  expect([[...sources.keys()], [...layers.keys()]]).toEqual([sourcesOnce, layersOnce]);
  marks.dispose();
  expect([[...sources.keys()], [...layers.keys()]]).toEqual([[], []]);
  expect(refusals).toEqual([]);
});

it('are drawn again on a style that came back with what stood on it', () => {
  const { map, sources, layers, refusals } = createFakeMap();
  const marks = new DrawnMarks(map, options, () => undefined);
  marks.restart();
  marks.show(viewAt(1));
  const [kept, keptLayers] = [new Map(sources), new Map(layers)];
  // A lost context takes the style away at once, and a restored one brings a copy of it.
  sources.clear();
  layers.clear();
  marks.pause();
  for (const [id, source] of kept) sources.set(id, source);
  for (const [id, layer] of keptLayers) layers.set(id, layer);
  marks.restart();
  expect(new Set(layers.keys())).toEqual(new Set(keptLayers.keys()));
  expect(refusals).toEqual([]);
});
