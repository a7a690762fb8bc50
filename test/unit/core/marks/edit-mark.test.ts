import { describe, expect, it } from 'vitest';
import {
  moveMark,
  pointsOf,
  removePoint,
  shapeMark,
  splitAfter,
} from '../../../../src/core/marks/edit-mark.ts';
import { createMark } from '../../../fixtures/create-mark.ts';

const area = createMark({
  kind: 'area',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [113, 38],
        [113.1, 38],
        [113.1, 38.1],
        [113, 38],
      ],
    ],
  },
});

describe('the shape of a mark', () => {
  it('closes an area, and needs three corners for it', () => {
    const corners = [
      [113, 38],
      [113.1, 38],
      [113.1, 38.1],
    ] as const;
    expect(shapeMark('area', corners)).toEqual(area.geometry);
    expect(shapeMark('area', [...corners, corners[0]])).toEqual(area.geometry);
    expect(shapeMark('area', corners.slice(0, 2))).toBeNull();
  });

  it('counts a place that was put down twice once', () => {
    expect(
      shapeMark('line', [
        [113, 38],
        [113, 38],
      ]),
    ).toBeNull();
  });

  it('is rounded to a centimetre', () => {
    expect(shapeMark('point', [[113.123456789, 38.987654321]])).toEqual({
      type: 'Point',
      coordinates: [113.1234568, 38.9876543],
    });
  });

  it('moves by one point or as a whole', () => {
    expect(pointsOf(moveMark(area, 0, [0.01, 0.02]))).toEqual([
      [113.01, 38.02],
      [113.1, 38],
      [113.1, 38.1],
    ]);
    expect(pointsOf(moveMark(createMark(), null, [0.1, 0]))).toEqual([
      [113.5, 38.1],
      [113.6, 38.2],
    ]);
  });

  it('gains a point half-way, and loses one unless too few are left', () => {
    const longer = splitAfter(createMark(), 0);
    expect(pointsOf(longer)[1]).toEqual([113.45, 38.15]);
    expect(pointsOf(removePoint(longer, 1)!)).toEqual(pointsOf(createMark()));
    expect(removePoint(createMark(), 0)).toBeNull();
    expect(removePoint(area, 0)).toBeNull();
  });
});
