import { describe, expect, it } from 'vitest';
import type { MeasurePoint } from '../../../src/contracts/analysis.ts';
import type { MeasureView } from '../../../src/contracts/state.ts';
import {
  decodeMeasure,
  encodeMeasure,
  MOST_LINKED_POINTS,
} from '../../../src/core/measure-address.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';

const bundle = createBundle();

const free = (lng: number, lat: number): MeasurePoint => ({ position: [lng, lat], snap: null });
const onAirport: MeasurePoint = {
  position: [113.41, 38.08],
  snap: {
    position: [113.41, 38.08],
    featureId: 'airport',
    at: 'vertex',
    distanceM: 12,
    certainty: 'inferred',
    horizontalM: 6000,
  },
};
const view = (points: readonly MeasurePoint[], rest: Partial<MeasureView> = {}): MeasureView => ({
  mode: 'distance',
  points,
  isDone: false,
  ...rest,
});

describe('a measured figure in the address', () => {
  it('is mode, positions to a tenth of a metre, snapped features, and whether it has ended', () => {
    const figure = view([free(113.412_000_04, 38.086), onAirport, free(-0.5, 0)], {
      mode: 'area',
      isDone: true,
    });
    expect(encodeMeasure(figure)).toBe('area,113.412,38.086,113.41,38.08:airport,-0.5,0,done');
  });

  it('comes back as it was, with the accuracy that the plan tells', () => {
    const text = 'bearing,113.412,38.086,113.41,38.08:airport,done';
    const read = decodeMeasure(text, bundle) as MeasureView;
    expect(read).toMatchObject({
      mode: 'bearing',
      isDone: true,
      points: [
        { position: [113.412, 38.086], snap: null },
        {
          position: [113.41, 38.08],
          snap: { featureId: 'airport', certainty: 'inferred', horizontalM: 6000 },
        },
      ],
    });
    expect(encodeMeasure(read)).toBe(text);
  });

  it('is left out while nothing is measured, but for the mode', () => {
    expect(encodeMeasure(view([]))).toBeNull();
    expect(encodeMeasure(view([], { mode: 'area' }))).toBe('area');
    expect(decodeMeasure('area', bundle)).toEqual({ mode: 'area', points: [], isDone: false });
  });

  it('is left out when it has more points than an address bears', () => {
    const points = Array.from({ length: MOST_LINKED_POINTS + 1 }, (_, at) =>
      free(113 + at / 1e4, 38),
    );
    expect(encodeMeasure(view(points))).toBeNull();
    const text = encodeMeasure(view(points.slice(1)))!;
    expect((decodeMeasure(text, bundle) as MeasureView).points).toHaveLength(MOST_LINKED_POINTS);
  });

  it('is left out when many long ids would make the address too long', () => {
    const snap = { ...onAirport.snap!, featureId: 'a'.repeat(60) };
    const points = Array.from({ length: MOST_LINKED_POINTS }, () => ({ ...onAirport, snap }));
    expect(encodeMeasure(view(points))).toBeNull();
  });

  it.each([
    ['volume,113,38', 'expected distance, area, bearing, point first'],
    ['', 'expected distance, area, bearing, point first'],
    ['area,113', 'expected lng,lat for every point'],
    ['area,113,38,', 'expected lng,lat for every point'],
    ['area,113,north', 'point 1: expected longitude within ±180 and latitude within ±90'],
    ['area,113,38,181,38', 'point 2: expected longitude within ±180 and latitude within ±90'],
    ['area,1e2,38', 'point 1: expected longitude within ±180 and latitude within ±90'],
    ['area,Infinity,38', 'point 1: expected longitude within ±180 and latitude within ±90'],
    ['area,113,38:nothing', 'point 1: no feature has the id "nothing"'],
    ['area,113,38:__proto__', 'point 1: no feature has the id "__proto__"'],
    ['area,113,38:', 'point 1: no feature has the id ""'],
    ['area,113,38:airport:x', 'point 1: no feature has the id "airport"'],
    [`point${',113,38'.repeat(MOST_LINKED_POINTS + 1)}`, 'expected at most 200 points'],
  ])('“%.24s” is refused with the reason', (text, reason) => {
    expect(decodeMeasure(text, bundle)).toBe(reason);
  });
});
