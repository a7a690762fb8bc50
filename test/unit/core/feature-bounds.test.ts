import { beforeAll, describe, expect, it } from 'vitest';
import type { Bounds, PlanBundle } from '../../../src/contracts/bundle.ts';
import { featureBounds } from '../../../src/core/feature-bounds.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';
import { groundDistanceM } from './ground-distance.ts';

const at = (lng: number, lat: number) => ({ type: 'Point' as const, coordinates: [lng, lat] });

const createPlaces = (): PlanBundle =>
  createBundle({
    features: {
      type: 'FeatureCollection',
      features: [
        createFeature({ id: 'dot' }, at(113.4, 38)),
        createFeature({ id: 'other' }, at(113.6, 38.2)),
        createFeature(
          { id: 'soft', accuracy: { class: 'inferred', horizontalM: 6000 } },
          at(113.4, 38),
        ),
        createFeature({ id: 'cluster', members: ['dot', 'other'] }, null),
        createFeature({ id: 'single', members: ['dot'] }, null),
        createFeature({ id: 'nowhere' }, null),
      ],
    },
  });

const boundsOf = (...ids: readonly string[]): Bounds | null => featureBounds(createPlaces(), ids);

/** How far the box reaches west of a longitude at 38°. */
const reachKm = (bounds: Bounds | null): number =>
  groundDistanceM([113.4, 38], [bounds![0], 38]) / 1000;

describe('featureBounds', () => {
  it('shows four kilometres round a lone point', () => {
    expect(reachKm(boundsOf('dot'))).toBeCloseTo(4, 1);
  });

  it('shows the whole circle of uncertainty, and four kilometres round it', () => {
    expect(reachKm(boundsOf('soft'))).toBeCloseTo(10, 1);
  });

  it('takes no circle for what is digitised', () => {
    expect(reachKm(boundsOf('dot'))).toBeLessThan(5);
  });

  it('is the box round several, with one kilometre to spare', () => {
    const bounds = boundsOf('dot', 'other');
    expect(reachKm(bounds)).toBeCloseTo(1, 1);
    expect(bounds![2]).toBeGreaterThan(113.6);
  });

  it('of what has no place is that of its members', () => {
    expect(boundsOf('cluster')).toEqual(boundsOf('dot', 'other'));
  });

  it('shows as much round the only member as round the member itself', () => {
    expect(boundsOf('single')).toEqual(boundsOf('dot'));
  });

  it.each([[['nowhere']], [['nobody']], [[]]])('is null for %j', (ids) => {
    expect(featureBounds(createPlaces(), ids)).toBeNull();
  });

  describe('of the shipped bundle', () => {
    let bundle: PlanBundle;
    beforeAll(async () => {
      bundle = (await readShippedBundle()).bundle;
    });

    it('is a box of some size for everything with a place', () => {
      for (const { geometry, properties } of bundle.features.features) {
        const bounds = featureBounds(bundle, [properties.id]);
        if (!geometry) continue;
        const [west, south, east, north] = bounds!;
        expect(east - west, properties.id).toBeGreaterThan(0.02);
        expect(north - south, properties.id).toBeGreaterThan(0.015);
      }
    });
  });
});
