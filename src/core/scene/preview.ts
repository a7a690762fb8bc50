import type { FeatureCollection } from 'geojson';
import type { StyleLayer } from '../../contracts/map-port.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Flavour } from '../../contracts/theme.ts';
import type { Expression } from './expressions.ts';

/** Source that holds what a tool lays over the plan. */
export const PREVIEW_SOURCE = 'preview';
const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** One and the same collection as long as the tool lays the same: the adapter tells a change by that. */
export const buildPreview = ({ preview }: ViewerState): FeatureCollection =>
  preview?.features ?? NONE;

/** Dashed, and in a colour that no class of the plan has: nobody takes it for the plan. */
export function buildPreviewLayers(flavour: Flavour): StyleLayer[] {
  const { colours, scale, tokens } = flavour;
  const source = PREVIEW_SOURCE;
  const colour: Expression = [
    'match',
    ['get', 'tone'],
    'old',
    colours['ink-soft'],
    'pick',
    tokens['warn'],
    colours['preview'],
  ];
  const ofShape = (shape: 'Polygon' | 'LineString' | 'Point'): Expression => [
    '==',
    ['geometry-type'],
    shape,
  ];
  const isOld: Expression = ['==', ['get', 'tone'], 'old'];
  const lines: Expression = ['!=', ['geometry-type'], 'Point'];
  const round = { 'line-cap': 'round', 'line-join': 'round' };
  const line = (id: string, filter: Expression, widthPx: number, dash: number[]): StyleLayer => ({
    id,
    type: 'line',
    source,
    filter: ['all', lines, filter],
    paint: { 'line-color': colour, 'line-width': widthPx * scale, 'line-dasharray': dash },
  });
  return [
    {
      id: 'preview-fill',
      type: 'fill',
      source,
      filter: ofShape('Polygon'),
      paint: { 'fill-color': colour, 'fill-opacity': 0.16, 'fill-antialias': false },
    },
    {
      id: 'preview-casing',
      type: 'line',
      source,
      filter: lines,
      layout: round,
      paint: { 'line-color': colours['halo'], 'line-width': 6 * scale, 'line-opacity': 0.85 },
    },
    line('preview-old', isOld, 2.2, [1, 1.4]),
    line('preview-line', ['!', isOld], 2.8, [3, 1.4]),
    {
      id: 'preview-points',
      type: 'circle',
      source,
      filter: ofShape('Point'),
      paint: {
        'circle-radius': 6 * scale,
        'circle-color': colours['halo'],
        'circle-stroke-color': colour,
        'circle-stroke-width': 2.6 * scale,
      },
    },
    {
      id: 'preview-cores',
      type: 'circle',
      source,
      filter: ofShape('Point'),
      paint: { 'circle-radius': 2.2 * scale, 'circle-color': colour },
    },
  ];
}
