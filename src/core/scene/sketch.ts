import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { LngLat } from '../../contracts/bundle.ts';
import type { StyleLayer } from '../../contracts/map-port.ts';
import type { Measured, ViewerState } from '../../contracts/state.ts';
import type { Flavour } from '../../contracts/theme.ts';
import { formatLabel, formatLngLat } from '../format-measured.ts';
import { anchorOf } from '../geometry.ts';
import { pointInHand, surenessOf } from '../measure-state.ts';
import { typePx, type Expression } from './expressions.ts';
import { BOLD } from './symbol-layers.ts';

/** Source that holds what is measured. */
export const SKETCH_SOURCE = 'sketch';
/** Source that holds the line to the pointer. */
export const RUBBER_SOURCE = 'rubber';

const ofPart = (...parts: readonly string[]): Expression => [
  'in',
  ['get', 'part'],
  ['literal', parts],
];

/** Where a label may stand beside its point; offsets in ems. */
const BESIDE: Expression = [
  'literal',
  ['left', [1.1, 0], 'right', [-1.1, 0], 'top', [0, 1.1], 'bottom', [0, -1.1]],
];

/** What is measured, as the map draws it; empty while the measure tool is closed. */
export function buildSketch(state: ViewerState): FeatureCollection {
  const features = state.tool?.name === 'measure' ? [...drawFigure(state)] : [];
  return { type: 'FeatureCollection', features };
}

/** What the next point will be joined to. */
export function buildTail({ tool, measure }: ViewerState): readonly LngLat[] {
  const { mode, points, isDone } = measure;
  if (tool?.name !== 'measure' || mode === 'point' || isDone) return [];
  const ends = mode === 'area' && points.length > 1 ? [points[0]!] : [];
  return [...ends, ...points.slice(-1)].map(({ position }) => position);
}

function* drawFigure({ measure, lang }: ViewerState): Generator<Feature> {
  const { mode, points, isDone, units } = measure;
  const positions = points.map(({ position }): Position => [...position]);
  const result = measure.result?.points === points ? measure.result : null;
  const isArea = mode === 'area' && points.length >= 3;
  if (isArea) {
    const polygon: Geometry = { type: 'Polygon', coordinates: [[...positions, positions[0]!]] };
    yield make('fill', polygon);
    if (result?.areaM2) {
      const at: Geometry = { type: 'Point', coordinates: [...anchorOf(polygon)] };
      yield make('area', at, { n: formatLabel(result.areaM2, units.area, lang) });
    }
  }
  if (mode !== 'point') {
    const ends = isArea ? [...positions.slice(1), positions[0]!] : positions.slice(1);
    for (const [index, end] of ends.entries()) {
      const leg: Measured | undefined = result?.legsM[index];
      const isClosing = isArea && !isDone && index === ends.length - 1;
      const start = positions[index]!;
      yield make(isClosing ? 'closing' : leg?.isSoft ? 'unsure-leg' : 'leg', {
        type: 'LineString',
        coordinates: [start, end],
      });
      if (!leg) continue;
      const middle = [(start[0]! + end[0]!) / 2, (start[1]! + end[1]!) / 2];
      yield make(
        'length',
        { type: 'Point', coordinates: middle },
        { n: formatLabel(leg, units.length, lang) },
      );
    }
  }
  const inHand = pointInHand(measure);
  for (const [index, point] of points.entries()) {
    yield make(
      'point',
      { type: 'Point', coordinates: positions[index]! },
      {
        i: index,
        n: String(index + 1),
        sure: surenessOf(point),
        hand: index === inHand,
        ...(mode === 'point' ? { at: formatLngLat(point.position, 5) } : {}),
      },
    );
  }
}

function make(
  part: string,
  geometry: Geometry,
  properties: Readonly<Record<string, string | number | boolean>> = {},
): Feature {
  return { type: 'Feature', geometry, properties: { part, ...properties } };
}

/** Lines in ink on a light casing, apart from every colour that stands for something in the plan. */
export function buildSketchLayers(flavour: Flavour): StyleLayer[] {
  const { colours, scale } = flavour;
  const source = SKETCH_SOURCE;
  const line = { 'line-color': colours['ink'], 'line-width': 2.2 * scale };
  const round = { 'line-cap': 'round', 'line-join': 'round' };
  const halo = { 'text-halo-color': colours['halo'], 'text-halo-width': 2.4 };
  const bySureness = (free: unknown, snapped: unknown, unsure: unknown): Expression => [
    'match',
    ['get', 'sure'],
    'free',
    free,
    'snapped',
    snapped,
    unsure,
  ];
  const text = { 'text-font': BOLD, 'text-size': typePx(13, flavour) };
  return [
    {
      id: 'sketch-fill',
      type: 'fill',
      source,
      filter: ofPart('fill'),
      paint: {
        'fill-color': colours['ink'],
        'fill-opacity': flavour.scheme === 'dark' ? 0.16 : 0.1,
        'fill-antialias': false,
      },
    },
    {
      id: 'sketch-rubber',
      type: 'line',
      source: RUBBER_SOURCE,
      paint: { ...line, 'line-width': 1.4 * scale, 'line-opacity': 0.6 },
    },
    {
      id: 'sketch-casing',
      type: 'line',
      source,
      filter: ofPart('leg', 'unsure-leg', 'closing'),
      layout: round,
      paint: {
        'line-color': colours['halo'],
        'line-width': 5.4 * scale,
        'line-opacity': 0.85,
      },
    },
    {
      id: 'sketch-leg',
      type: 'line',
      source,
      filter: ofPart('leg'),
      layout: round,
      paint: line,
    },
    {
      id: 'sketch-unsure-leg',
      type: 'line',
      source,
      filter: ofPart('unsure-leg'),
      paint: { ...line, 'line-dasharray': [3, 1.6] },
    },
    {
      id: 'sketch-closing',
      type: 'line',
      source,
      filter: ofPart('closing'),
      paint: { ...line, 'line-width': 1.4 * scale, 'line-dasharray': [1.5, 2.5] },
    },
    {
      id: 'sketch-points',
      type: 'circle',
      source,
      filter: ofPart('point'),
      paint: {
        'circle-radius': ['case', ['get', 'hand'], 9.5 * scale, 8 * scale],
        'circle-color': bySureness(colours['halo'], colours['accent'], flavour.tokens['warn']),
        'circle-stroke-color': bySureness(colours['ink'], colours['halo'], colours['halo']),
        'circle-stroke-width': ['case', ['get', 'hand'], 2.4 * scale, 1.6 * scale],
      },
    },
    {
      id: 'sketch-lengths',
      type: 'symbol',
      source,
      filter: ofPart('length'),
      layout: {
        ...text,
        'text-field': ['get', 'n'],
        'text-max-width': 20,
        'text-line-height': 1.15,
        'text-variable-anchor-offset': BESIDE,
        'text-justify': 'auto',
        'text-padding': 1,
      },
      paint: { 'text-color': colours['ink'], ...halo },
    },
    {
      id: 'sketch-areas',
      type: 'symbol',
      source,
      filter: ofPart('area'),
      layout: {
        ...text,
        'text-size': typePx(15, flavour),
        'text-field': ['get', 'n'],
        'text-max-width': 20,
        'text-padding': 4,
      },
      paint: { 'text-color': colours['ink'], ...halo },
    },
    {
      id: 'sketch-places',
      type: 'symbol',
      source,
      filter: ['has', 'at'],
      layout: {
        ...text,
        'text-size': typePx(12, flavour),
        'text-field': ['get', 'at'],
        'text-max-width': 30,
        'text-variable-anchor-offset': BESIDE,
        'text-justify': 'auto',
      },
      paint: { 'text-color': colours['ink'], ...halo },
    },
    {
      id: 'sketch-numbers',
      type: 'symbol',
      source,
      filter: ofPart('point'),
      layout: {
        ...text,
        'text-size': typePx(10.5, flavour),
        'text-field': ['get', 'n'],
        'text-overlap': 'always',
        'symbol-sort-key': ['get', 'i'],
      },
      paint: { 'text-color': bySureness(colours['ink'], colours['halo'], colours['halo']) },
    },
  ];
}
