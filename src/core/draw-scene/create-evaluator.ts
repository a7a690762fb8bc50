import {
  Color,
  featureFilter,
  Formatted,
  latest,
  normalizePropertyExpression,
  Padding,
  ResolvedImage,
  VariableAnchorOffsetCollection,
  type FilterSpecification,
  type StylePropertyExpression,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import type { StyleLayer } from '../../contracts/map-port.ts';
import type { StyleEvaluator, StyleValue } from './style-evaluator.ts';

type SpecFeature = { readonly type: 1 | 2 | 3; readonly properties: Record<string, unknown> };

const GEOMETRY_TYPES: Readonly<Record<string, 1 | 2 | 3>> = {
  Point: 1,
  MultiPoint: 1,
  LineString: 2,
  MultiLineString: 2,
  Polygon: 3,
  MultiPolygon: 3,
};
const SPECS = latest as unknown as Record<string, Record<string, StylePropertySpecification>>;

/** The style specification's own code behind core's port; what it has parsed it keeps. */
export function createEvaluator(): StyleEvaluator {
  const filters = new WeakMap<StyleLayer, (feature: SpecFeature, zoom: number) => boolean>();
  const values = new WeakMap<StyleLayer, Map<string, StylePropertyExpression>>();
  const features = new WeakMap<Feature, SpecFeature>();
  const toSpecFeature = (feature: Feature): SpecFeature => {
    let found = features.get(feature);
    if (!found) {
      const type = GEOMETRY_TYPES[feature.geometry.type];
      if (!type)
        throw new Error(`${feature.geometry.type}: no source of a scene holds such a geometry`);
      found = { type, properties: feature.properties ?? {} };
      features.set(feature, found);
    }
    return found;
  };
  return {
    passes: (layer, feature, zoom) => {
      let filter = filters.get(layer);
      if (!filter) {
        const parsed = featureFilter(layer.filter as FilterSpecification, 'filter');
        filter = (given, at) => parsed.filter({ zoom: at }, given);
        filters.set(layer, filter);
      }
      return filter(toSpecFeature(feature), zoom);
    },
    evaluate: (layer, name, zoom, feature, state = {}) => {
      const known = values.get(layer) ?? new Map<string, StylePropertyExpression>();
      values.set(layer, known);
      let expression = known.get(name);
      if (!expression) known.set(name, (expression = parse(layer, name)));
      return toPlain(
        expression.evaluate({ zoom }, feature && toSpecFeature(feature), { ...state }),
      );
    },
  };
}

function parse(layer: StyleLayer, name: string): StylePropertyExpression {
  const spec = SPECS[`paint_${layer.type}`]?.[name] ?? SPECS[`layout_${layer.type}`]?.[name];
  if (!spec) throw new Error(`${layer.id}: the specification knows no ${name} of a ${layer.type}`);
  const given = layer.paint?.[name] ?? layer.layout?.[name] ?? spec.default ?? null;
  return normalizePropertyExpression(given as never, name, spec);
}

function toPlain(value: unknown): StyleValue {
  if (value instanceof Color) return toCss(value);
  if (value instanceof Formatted) {
    return value.sections.map(({ text, scale }) => ({ text, scale: scale ?? 1 }));
  }
  if (value instanceof ResolvedImage) return value.name;
  if (value instanceof Padding) return value.values;
  if (value instanceof VariableAnchorOffsetCollection) return value.values;
  return (value ?? null) as StyleValue;
}

/** `#rrggbb`, with two more digits where it lets light through. The specification's colours are premultiplied. */
function toCss({ r, g, b, a }: Color): string {
  const digits = (part: number): string =>
    Math.round(Math.min(1, part) * 255)
      .toString(16)
      .padStart(2, '0');
  const colour = [r, g, b].map((part) => digits(a === 0 ? 0 : part / a)).join('');
  return `#${colour}${a < 1 ? digits(a) : ''}`;
}
