import { describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import { buildLegend, findAreaPositions, findDimmed } from '../../../src/core/build-legend.ts';
import { defaultLayers } from '../../../src/core/initial-state.ts';
import type { Status } from '../../../src/contracts/bundle.ts';
import type { ViewerRequest } from '../../../src/contracts/state.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';

const polygon = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [113.3, 38.1],
      [113.4, 38.1],
      [113.4, 38.2],
      [113.3, 38.1],
    ],
  ],
};

describe('buildLegend', () => {
  it('has the themes in the order of the bundle and a row for each class that occurs', () => {
    const bundle = createBundle();
    const legend = buildLegend(bundle, cartography, { layers: defaultLayers(bundle) });
    expect(legend.map(({ themeId }) => themeId)).toEqual(['transport', 'airport', 'industry']);
    expect(legend[0]!.layers[0]).toMatchObject({
      layerId: 'corridors',
      count: 2,
      isVisible: true,
      rows: [{ classId: 'corridor-zong', featureIds: ['zong-2', 'zong-3'], isInferred: true }],
    });
    expect(legend[2]!.layers[0]!.isVisible).toBe(false);
  });

  it('reads the highest class of road first', () => {
    const kinds = ['county-road', 'motorway', 'national-road'];
    const bundle = createBundle({
      features: {
        type: 'FeatureCollection',
        features: kinds.map((kind) => createFeature({ id: kind, kind })),
      },
    });
    const legend = buildLegend(bundle, cartography, { layers: {} });
    const roads = legend[0]!.layers.find(({ layerId }) => layerId === 'roads')!;
    expect(roads.rows.map(({ classId }) => classId)).toEqual([
      'expressway',
      'national-road',
      'local-road',
    ]);
  });

  it('keeps a layer that no class knows, without rows', () => {
    const bundle = createBundle({
      layers: [{ id: 'own', name: '自建', theme: 'own-theme' }],
      features: { type: 'FeatureCollection', features: [createFeature({ id: 'a', layer: 'own' })] },
    });
    const [theme] = buildLegend(bundle, cartography, { layers: {} });
    expect(theme).toMatchObject({ themeId: 'own-theme', name: null });
    expect(theme!.layers[0]).toMatchObject({ count: 1, rows: [] });
  });
});

describe('findAreaPositions', () => {
  it('counts the areas of a class in the order of the bundle', () => {
    const zone = { layer: 'zones', kind: 'zone' };
    const bundle = createBundle({
      features: {
        type: 'FeatureCollection',
        features: [
          createFeature({ id: 'a', ...zone }, polygon),
          createFeature({ id: 'b', ...zone }, polygon),
        ],
      },
    });
    expect([...findAreaPositions(bundle, cartography)]).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });
});

describe('a row under the lens', () => {
  const EXISTING: ViewerRequest = { type: 'lens', lens: { statuses: ['existing'] } };
  const PROPOSED: ViewerRequest = { type: 'lens', lens: { statuses: ['proposed'] } };

  /** The expressways: a drawn one of each stage given, and a proposed one of which the plan gives no place. */
  function dimmedOf(stages: readonly Status[], ...requests: readonly ViewerRequest[]) {
    const drawn = stages.map((status) => createFeature({ id: status, status }));
    const unplaced = createFeature({ id: 'unplaced', status: 'proposed' }, null);
    const bundle = createBundle({
      features: { type: 'FeatureCollection', features: [...drawn, unplaced] },
    });
    const state = createState(bundle, ...requests);
    const [row] = buildLegend(bundle, cartography, state)
      .flatMap(({ layers }) => layers)
      .flatMap(({ rows }) => rows);
    return findDimmed(row!, state);
  }

  it('is dimmed where all that the map draws of it is, though what is not drawn is within the lens', () => {
    expect(dimmedOf(['existing'])).toBeNull();
    expect(dimmedOf(['existing'], PROPOSED)).toBe('drawn');
    expect(dimmedOf(['existing', 'proposed'], PROPOSED)).toBeNull();
    expect(dimmedOf(['planned'], EXISTING)).toBe('all');
  });

  it('goes by all of its features where the map draws none, and where there is no map', () => {
    expect(dimmedOf([], PROPOSED)).toBeNull();
    expect(dimmedOf([], EXISTING)).toBe('all');
    const withoutMap: ViewerRequest = { type: 'map-status', status: 'text-only', reason: 'none' };
    expect(dimmedOf(['existing'], PROPOSED, withoutMap)).toBeNull();
  });

  it('is not dimmed while what is drawn of it is selected', () => {
    const select: ViewerRequest = { type: 'select', feature: 'existing', origin: 'api' };
    expect(dimmedOf(['existing'], PROPOSED, select)).toBeNull();
  });
});
