import { describe, expect, it } from 'vitest';
import { geodesicDistanceM } from '../../../src/analysis/measure/ellipsoid.ts';
import { snapPosition } from '../../../src/analysis/measure/snap-position.ts';
import { createFeature } from '../../fixtures/create-bundle.ts';
import type { PlanFeature } from '../../../src/contracts/bundle.ts';

const line = {
  type: 'LineString' as const,
  coordinates: [
    [113.4, 38],
    [113.4, 38.1],
  ],
};
const road = createFeature(
  { id: 'road', accuracy: { class: 'digitised', horizontalM: 400 } },
  line,
);
const corridor = createFeature(
  { id: 'corridor', accuracy: { class: 'inferred', horizontalM: 500 } },
  line,
);
const textOnly = createFeature({ id: 'words', accuracy: { class: 'unknown' } }, null);
const area: PlanFeature = createFeature(
  { id: 'area' },
  {
    type: 'Polygon',
    coordinates: [
      [
        [113.6, 38],
        [113.7, 38],
        [113.7, 38.1],
        [113.6, 38],
      ],
    ],
  },
);

describe('a position', () => {
  it('snaps to the nearest vertex within the tolerance', () => {
    const snap = snapPosition([113.4005, 38.1002], [road], 100);
    expect(snap).toMatchObject({ featureId: 'road', at: 'vertex', position: [113.4, 38.1] });
    expect(snap!.distanceM).toBeCloseTo(geodesicDistanceM([113.4005, 38.1002], [113.4, 38.1]), 6);
  });

  it('takes a vertex before a nearer place on the line', () => {
    expect(snapPosition([113.4001, 38.0995], [road], 100)).toMatchObject({ at: 'vertex' });
  });

  it('snaps to the nearest place on a line where no vertex is near', () => {
    const snap = snapPosition([113.4005, 38.05], [road], 100)!;
    expect(snap).toMatchObject({ at: 'line', horizontalM: 400 });
    expect(snap.position[0]).toBeCloseTo(113.4, 6);
    expect(snap.position[1]).toBeCloseTo(38.05, 5);
    expect(snap.distanceM).toBeGreaterThan(40);
    expect(snap.distanceM).toBeLessThan(48);
  });

  it('stays free beyond the tolerance, and where there is nothing', () => {
    expect(snapPosition([113.4005, 38.05], [road], 40)).toBeNull();
    expect(snapPosition([113.4005, 38.05], [textOnly], 1e6)).toBeNull();
    expect(snapPosition([113.4005, 38.05], [], 1e6)).toBeNull();
  });

  it('takes the surer of two features at one place, in any order', () => {
    for (const features of [
      [corridor, road],
      [road, corridor],
    ]) {
      expect(snapPosition([113.4002, 38.1], features, 100)).toMatchObject({
        featureId: 'road',
        certainty: 'digitised',
      });
      expect(snapPosition([113.4002, 38.05], features, 100)).toMatchObject({ featureId: 'road' });
    }
  });

  it('snaps to the corner and the side of an area, and to a point', () => {
    expect(snapPosition([113.6999, 38.1], [area], 50)).toMatchObject({ at: 'vertex' });
    expect(snapPosition([113.65, 37.9999], [area], 50)).toMatchObject({ at: 'line' });
    expect(snapPosition([113.4101, 38.08], [createFeature({ id: 'dot' })], 50)).toMatchObject({
      featureId: 'dot',
      position: [113.41, 38.08],
    });
  });
});
