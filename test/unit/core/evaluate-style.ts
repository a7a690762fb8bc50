/** Reads a style as the renderer does: with the filters and expressions of the style specification. */
import {
  createPropertyExpression,
  featureFilter,
  latest,
  type FilterSpecification,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import type { SceneStyle, StyleLayer } from '../../../src/contracts/map-port.ts';

/** As the map keeps it per feature. */
export type DrawState = Readonly<{ o?: number; lit?: boolean; sel?: boolean; named?: boolean }>;

const GEOMETRY_TYPES: Readonly<Record<string, 1 | 2 | 3>> = {
  Point: 1,
  MultiPoint: 1,
  LineString: 2,
  MultiLineString: 2,
  Polygon: 3,
  MultiPolygon: 3,
};

/** Opacity by type of layer; of a symbol its icon's or its text's. */
const OPACITIES: Readonly<Record<string, readonly string[]>> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['icon-opacity', 'text-opacity'],
};

/** Whether a layer takes a feature of its source. */
export function passes(layer: StyleLayer, feature: Feature, zoom: number): boolean {
  if (layer.filter === undefined) return true;
  const { filter } = featureFilter(layer.filter as FilterSpecification, 'filter');
  return filter({ zoom }, toSpecFeature(feature));
}

/** A paint or layout value for a feature; undefined when the layer does not set it. */
export function evaluate(
  layer: StyleLayer,
  name: string,
  feature: Feature,
  zoom: number,
  state: DrawState = {},
): unknown {
  const given = layer.paint?.[name] ?? layer.layout?.[name];
  if (given === undefined) return undefined;
  const specs = latest as unknown as Record<string, Record<string, StylePropertySpecification>>;
  const spec = specs[`paint_${layer.type}`]?.[name] ?? specs[`layout_${layer.type}`]?.[name];
  if (!spec) throw new Error(`${layer.id}: the specification has no ${name}`);
  if (!Array.isArray(given)) return given;
  const parsed = createPropertyExpression(given, name, spec);
  if (parsed.result === 'error') {
    throw new Error(`${layer.id}.${name}: ${parsed.value.map(({ message }) => message).join()}`);
  }
  return parsed.value.evaluate({ zoom }, toSpecFeature(feature), { ...state });
}

/** How strongly a layer draws a feature; 0 when it does not. */
export function strengthOf(
  layer: StyleLayer,
  feature: Feature,
  zoom: number,
  state: DrawState = {},
): number {
  if (layer.layout?.['visibility'] === 'none') return 0;
  if (zoom < (layer.minzoom ?? 0) || zoom >= (layer.maxzoom ?? 24)) return 0;
  if (!passes(layer, feature, zoom)) return 0;
  const opacities = (OPACITIES[layer.type] ?? []).map((name) =>
    Number(evaluate(layer, name, feature, zoom, state) ?? 0),
  );
  return Math.max(...opacities);
}

/** Ids of the layers that draw a feature of the bundle, with how strongly. */
export function drawingsOf(
  style: SceneStyle,
  id: string,
  zoom: number,
  state: DrawState = {},
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const layer of style.layers) {
    for (const feature of style.sources[layer.source ?? '']?.features ?? []) {
      if (feature.properties?.['id'] !== id) continue;
      const strength = strengthOf(layer, feature, zoom, state);
      if (strength > (found.get(layer.id) ?? 0)) found.set(layer.id, strength);
    }
  }
  return found;
}

function toSpecFeature({ geometry, properties }: Feature): {
  type: 1 | 2 | 3;
  properties: Record<string, unknown>;
} {
  return { type: GEOMETRY_TYPES[geometry.type]!, properties: properties ?? {} };
}
