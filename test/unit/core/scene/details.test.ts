import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../../../layers/index.ts';
import type { TileSource } from '../../../../src/contracts/base-map.ts';
import type { LayerTiles, PlanBundle } from '../../../../src/contracts/bundle.ts';
import type { DetailScene, StyleLayer } from '../../../../src/contracts/map-port.ts';
import type { ViewerRequest } from '../../../../src/contracts/state.ts';
import { buildScene, buildStyle } from '../../../../src/core/build-scene.ts';
import { createState } from '../../../fixtures/create-state.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';
import { evaluate } from '../evaluate-style.ts';

const MINES: LayerTiles = {
  format: 'mvt',
  href: 'tiles/{z}/{x}/{y}.pbf',
  sourceLayers: ['workings'],
  feature: 'mine-yuejin',
};

let shipped: PlanBundle;
beforeAll(async () => {
  shipped = (await readShippedBundle()).bundle;
});

const source: TileSource = {
  key: 'detail-1',
  read: () => Promise.resolve(null),
  form: 'vector',
  tilePx: 512,
  minZoom: 0,
  maxZoom: 14,
  bounds: null,
  vectorLayers: ['workings'],
};

/** The scene of the county's plan, one of whose layers has open tiles. */
function createDetails(
  layerId: string,
  tiles: LayerTiles,
  ...requests: readonly ViewerRequest[]
): readonly DetailScene[] {
  const bundle: PlanBundle = {
    ...shipped,
    layers: shipped.layers.map((layer) => (layer.id === layerId ? { ...layer, tiles } : layer)),
  };
  const state = createState(
    bundle,
    { type: 'layers', changes: { [layerId]: { isVisible: true } } },
    {
      type: 'lay',
      change: {
        tiles: { [layerId]: { host: null, isWanted: true, source, report: null, attribution: '' } },
      },
    },
    ...requests,
  );
  const style = buildStyle(bundle, cartography, cartography.flavours.light, 'zh-Hans');
  return buildScene(state, bundle, cartography, style).details;
}

const layerOf = ([scene]: readonly DetailScene[], part: 'area' | 'line' | 'point'): StyleLayer =>
  scene!.layers.find(({ id }) => id.endsWith(`-${part}`))!;

const partOf = (properties: Record<string, unknown> = {}): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [113.4, 38.1] },
  properties,
});

const strength = (
  scenes: readonly DetailScene[],
  properties: Record<string, unknown> = {},
): number => evaluate(layerOf(scenes, 'area'), 'fill-opacity', partOf(properties), 10) as number;

describe('buildDetails', () => {
  it('gives nothing where a plan has no tiles, where they are not open, and where the layer is off', () => {
    expect(createDetails('mines', MINES)).toHaveLength(1);
    expect(
      createDetails('mines', MINES, {
        type: 'layers',
        changes: { mines: { isVisible: false } },
      }),
    ).toEqual([]);
    expect(createDetails('mines', MINES, { type: 'lay', change: { tiles: {} } })).toEqual([]);
    expect(createDetails('mines', MINES, { type: 'lay', change: { tiles: undefined } })).toEqual(
      [],
    );
  });

  it('is a sound style, in every look that a part may have', () => {
    for (const idField of [undefined, 'mine']) {
      const [scene] = createDetails('mines', idField ? { ...MINES, idField } : MINES, {
        type: 'select',
        feature: 'mine-shidian',
        origin: 'list',
      });
      const problems = validateStyleMin({
        version: 8,
        sources: { 'detail-mines': { type: 'vector', tiles: ['x://{z}/{x}/{y}'] } },
        layers: scene!.layers as never,
      });
      expect(problems.map(({ message }) => message)).toEqual([]);
    }
  });

  it('draws the parts of an unsure feature dashed and thin, of a digitised one whole', () => {
    const digitised = createDetails('mines', MINES);
    const inferred = createDetails('parks', { ...MINES, feature: 'park-nanlou' });
    expect(layerOf(digitised, 'line').paint!['line-dasharray']).toBeUndefined();
    expect(layerOf(inferred, 'line').paint!['line-dasharray']).toEqual([1, 3]);
    expect(strength(inferred)).toBeCloseTo(strength(digitised) / 2);
    expect(evaluate(layerOf(inferred, 'point'), 'circle-opacity', partOf(), 10)).toBe(0);
    expect(evaluate(layerOf(digitised, 'point'), 'circle-opacity', partOf(), 10)).toBe(0.8);
  });

  it('looks as the feature looks that the parts belong to: selected, lit, faint', () => {
    const plain = strength(createDetails('mines', MINES));
    const lit = strength(
      createDetails('mines', MINES, {
        type: 'hover',
        features: ['mine-yuejin'],
        phrase: null,
        origin: 'list',
      }),
    );
    const selected = strength(
      createDetails('mines', MINES, { type: 'select', feature: 'mine-yuejin', origin: 'list' }),
    );
    const faint = strength(
      createDetails('mines', MINES, { type: 'layers', changes: { mines: { opacity: 0.5 } } }),
    );
    expect(selected).toBeGreaterThan(lit);
    expect(lit).toBeGreaterThan(plain);
    expect(faint).toBeCloseTo(plain / 2);
  });

  it('tells parts apart that name features of the layer, and leaves what names others to its own', () => {
    const scenes = createDetails(
      'mines',
      { ...MINES, idField: 'mine' },
      { type: 'select', feature: 'mine-shidian', origin: 'list' },
    );
    const [{ known, feature }] = scenes as [DetailScene];
    expect(feature).toBe('mine-yuejin');
    expect(known.has('mine-shidian')).toBe(true);
    expect(known.has('airport')).toBe(false);
    expect(strength(scenes, { mine: 'mine-shidian' })).toBeGreaterThan(strength(scenes));
    expect(strength(scenes, { mine: 'mine-daxian' })).toBe(strength(scenes));
    expect(strength(scenes, { mine: 'airport' })).toBe(strength(scenes));
  });
});
