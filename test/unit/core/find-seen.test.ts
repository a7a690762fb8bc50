import { describe, expect, it } from 'vitest';
import { cartography } from '../../../layers/index.ts';
import type { LngLat, PlanFeature } from '../../../src/contracts/bundle.ts';
import type { ViewerRequest } from '../../../src/contracts/state.ts';
import { findSeen, strengthOf } from '../../../src/core/find-seen.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { createState } from '../../fixtures/create-state.ts';

type Geometry = PlanFeature['geometry'];

interface Look {
  readonly bounds?: readonly [number, number, number, number];
  readonly frame?: readonly LngLat[];
  readonly zoom?: number;
}

const lookAt = ({ bounds = [0, 0, 1, 1], frame, zoom = 12 }: Look = {}): ViewerRequest => ({
  type: 'camera-moved',
  camera: { center: [0.5, 0.5], zoom, bearing: 0, pitch: 0 },
  bounds,
  ...(frame ? { frame } : {}),
  isByUser: true,
});

const bundleOf = (
  geometry: Geometry,
  properties: Partial<PlanFeature['properties']> = {},
): ReturnType<typeof createBundle> =>
  createBundle({
    features: {
      type: 'FeatureCollection',
      features: [createFeature({ id: 'x', ...properties }, geometry)],
    },
  });

const isSeen = (
  geometry: Geometry,
  look: Look = {},
  properties: Partial<PlanFeature['properties']> = {},
  ...requests: readonly ViewerRequest[]
): boolean =>
  findSeen(
    createState(bundleOf(geometry, properties), lookAt(look), ...requests),
    cartography,
  )!.has('x');

const line = (...coordinates: number[][]): Geometry => ({ type: 'LineString', coordinates });
const square = (from: number, to: number): number[][] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];
const CROSSING = line([-1, -0.5], [2, 1.5]);
const AREA = { layer: 'zones', kind: 'zone' };

describe('what the map shows', () => {
  it('holds a line that crosses the view without a corner in it, and not one that passes by', () => {
    expect(isSeen(CROSSING)).toBe(true);
    expect(isSeen(line([-1, 0.5], [0.5, 2.5]))).toBe(false);
  });

  it('holds an area that contains the whole view, and not one whose hole does', () => {
    const area = (...coordinates: number[][][]): Geometry => ({ type: 'Polygon', coordinates });
    expect(isSeen(area(square(-5, 5)), {}, AREA)).toBe(true);
    expect(isSeen(area(square(-5, 5), square(-2, 3)), {}, AREA)).toBe(false);
    expect(isSeen(area(square(2, 5)), {}, AREA)).toBe(false);
  });

  it('holds a symbol by its point, from the zoom on at which it is drawn', () => {
    const point: Geometry = { type: 'Point', coordinates: [0.5, 0.5] };
    const village = cartography.themes
      .flatMap(({ classes }) => classes)
      .find(({ symbol }) => symbol.type === 'marker' && (symbol.minZoom ?? 0) > 0)!;
    const properties = {
      layer: village.layer,
      ...(village.kinds ? { kind: village.kinds[0]! } : {}),
    };
    const { minZoom = 0 } = village.symbol as { minZoom?: number };
    expect(isSeen(point, { zoom: Math.ceil(minZoom) }, properties)).toBe(true);
    expect(isSeen(point, { zoom: Math.ceil(minZoom) - 0.1 }, properties)).toBe(false);
    expect(isSeen({ type: 'Point', coordinates: [1.5, 0.5] }, { zoom: 14 }, properties)).toBe(
      false,
    );
  });

  it('knows a turned window by its corners', () => {
    const frame: readonly LngLat[] = [
      [0.5, 1],
      [1, 0.5],
      [0.5, 0],
      [0, 0.5],
    ];
    expect(isSeen(line([0.02, 0.02], [0.1, 0.1]))).toBe(true);
    expect(isSeen(line([0.02, 0.02], [0.1, 0.1]), { frame })).toBe(false);
    expect(isSeen(CROSSING, { frame })).toBe(true);
  });

  it('never holds what has no place, no class, or a layer that is off or wholly transparent', () => {
    expect(isSeen(null)).toBe(false);
    expect(isSeen(CROSSING, {}, { layer: 'unheard-of' })).toBe(false);
    const change = (part: { isVisible?: boolean; opacity?: number }): ViewerRequest => ({
      type: 'layers',
      changes: { roads: part },
    });
    expect(isSeen(CROSSING, {}, {}, change({ isVisible: false }))).toBe(false);
    expect(isSeen(CROSSING, {}, {}, change({ opacity: 0 }))).toBe(false);
    expect(isSeen(CROSSING, {}, {}, change({ opacity: 0.2 }))).toBe(true);
  });

  it('holds what the lens dims, and not what was given up, unless it is selected', () => {
    expect(isSeen(CROSSING, {}, { status: 'proposed' }, lensOf('existing'))).toBe(true);
    expect(isSeen(CROSSING, {}, { status: 'cancelled' })).toBe(false);
    expect(
      isSeen(
        CROSSING,
        {},
        { status: 'cancelled' },
        { type: 'select', feature: 'x', origin: 'api' },
      ),
    ).toBe(true);
  });

  it('is the same set as long as it holds the same', () => {
    const bundle = bundleOf(CROSSING);
    const first = findSeen(createState(bundle, lookAt()), cartography);
    expect(findSeen(createState(bundle, lookAt({ bounds: [0, 0, 1.1, 1] })), cartography)).toBe(
      first,
    );
  });

  it('is unknown without a map, or before the map has told', () => {
    const bundle = bundleOf(CROSSING);
    expect(findSeen(createState(bundle), cartography)).toBeNull();
    const textOnly: ViewerRequest = { type: 'map-status', status: 'text-only' };
    expect(findSeen(createState(bundle, lookAt(), textOnly), cartography)).toBeNull();
  });
});

const lensOf = (...statuses: readonly PlanFeature['properties']['status'][]): ViewerRequest => ({
  type: 'lens',
  lens: { statuses },
});

describe('the strength of a feature', () => {
  const bundle = bundleOf(CROSSING, { status: 'planned' });
  const [feature] = bundle.features.features;

  it('is lost to the lens, and whole again while it is selected', () => {
    const dimmed = createState(bundle, lensOf('existing'));
    expect(strengthOf(feature!, dimmed)).toBeCloseTo(0.16);
    const selected = createState(bundle, lensOf('existing'), {
      type: 'select',
      feature: 'x',
      origin: 'api',
    });
    expect(strengthOf(feature!, selected)).toBe(1);
  });
});
