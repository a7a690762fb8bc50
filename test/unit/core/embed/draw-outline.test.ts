import { describe, expect, it } from 'vitest';
import type { PlanFeature } from '../../../../src/contracts/bundle.ts';
import { drawOutline, OUTLINE_SIZE } from '../../../../src/core/embed/draw-outline.ts';
import { createBundle, createFeature } from '../../../fixtures/create-bundle.ts';

const SQUARE: PlanFeature['geometry'] = {
  type: 'Polygon',
  coordinates: [
    [
      [113, 38],
      [113.8, 38],
      [113.8, 38.4],
      [113, 38.4],
      [113, 38],
    ],
  ],
};
const boundary = createFeature({ id: 'county', layer: 'boundary', kind: 'county' }, SQUARE);
const plan = createBundle();
const withBoundary = createBundle({
  features: { type: 'FeatureCollection', features: [...plan.features.features, boundary] },
});
const pick = (...ids: readonly string[]): PlanFeature[] =>
  plan.features.features.filter(({ properties }) => ids.includes(properties.id));
const numbersOf = (d: string): number[] => (d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe('drawOutline', () => {
  it('draws the county and, on it, what the figure is about', () => {
    const outline = drawOutline(withBoundary, pick('s45', 'airport'))!;
    expect(outline.ground).toMatch(/^M.*Z$/);
    expect(outline.shapes.map(({ kind }) => kind)).toEqual(['line', 'reach', 'point']);
    expect(outline.shapes.map(({ theme }) => theme)).toEqual(['transport', 'airport', 'airport']);
  });

  it('keeps within its frame, and the true shape of the ground', () => {
    const { ground } = drawOutline(withBoundary, [])!;
    const numbers = numbersOf(ground);
    const xs = numbers.filter((_, index) => index % 2 === 0);
    const ys = numbers.filter((_, index) => index % 2 === 1);
    expect(Math.min(...xs)).toBeGreaterThan(0);
    expect(Math.max(...xs)).toBeLessThan(OUTLINE_SIZE.width);
    expect(Math.max(...ys)).toBeLessThan(OUTLINE_SIZE.height);
    const ratio = (Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys));
    expect(ratio).toBeCloseTo((0.8 * Math.cos((38.2 * Math.PI) / 180)) / 0.4, 1);
  });

  it('gives an unsure point the circle of its radius, and a sure one none', () => {
    const [reach] = drawOutline(withBoundary, pick('airport'))!.shapes;
    const xs = numbersOf(reach!.d).filter((_, index) => index % 2 === 0);
    const ground = numbersOf(drawOutline(withBoundary, pick('airport'))!.ground);
    const grounds = ground.filter((_, index) => index % 2 === 0);
    const countyKm = 0.8 * 111.32 * Math.cos((38.2 * Math.PI) / 180);
    const perKm = (Math.max(...grounds) - Math.min(...grounds)) / countyKm;
    expect((Math.max(...xs) - Math.min(...xs)) / perKm).toBeCloseTo(12, 0);
    const sure = createFeature({ id: 'seat', accuracy: { class: 'digitised', horizontalM: 900 } });
    expect(drawOutline(withBoundary, [sure])!.shapes.map(({ kind }) => kind)).toEqual(['point']);
  });

  it('says of each shape whether its place is unsure', () => {
    const shapes = drawOutline(withBoundary, pick('s45', 'zong-2'))!.shapes;
    expect(shapes.map(({ isSoft }) => isSoft)).toEqual([false, true]);
  });

  it('leaves out what cannot be read, and is nothing when nothing has a place', () => {
    const broken = createFeature({ id: 'broken' }, {
      type: 'Point',
      coordinates: ['<img>', null],
    } as unknown as PlanFeature['geometry']);
    expect(drawOutline(withBoundary, [broken])!.shapes).toEqual([]);
    expect(drawOutline(plan, [...pick('park'), broken])).toBeNull();
  });
});
