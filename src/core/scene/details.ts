import type { LayerTiles, PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { DetailScene, FeatureLook, StyleLayer } from '../../contracts/map-port.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Cartography, ClassSymbol, ColourName, Flavour } from '../../contracts/theme.ts';
import { classify, isSoft } from '../classify.ts';
import { featuresById } from '../lit.ts';
import { areaStrengths, firmColour, SOFT_DASH, widen, type Expression } from './expressions.ts';

const PLAIN: FeatureLook = { opacity: 1, isLit: false, isSelected: false };

type Looks = Readonly<Record<string, FeatureLook>>;

/** What the tiles of a layer are drawn with, while the layer is on and its tiles are open. */
export function buildDetails(
  { layers, tiles }: Pick<ViewerState, 'layers' | 'tiles'>,
  bundle: PlanBundle,
  cartography: Cartography,
  flavour: Flavour,
  looks: Looks,
): DetailScene[] {
  if (!tiles) return [];
  return bundle.layers.flatMap((layer): DetailScene[] => {
    const source = tiles[layer.id]?.source;
    const feature = layer.tiles && featuresById(bundle).get(layer.tiles.feature);
    if (!layer.tiles || !source || !feature || layers[layer.id]?.isVisible === false) return [];
    const { idField = null } = layer.tiles;
    return [
      {
        source,
        layers: source.vectorLayers.flatMap((name) =>
          drawLayer({
            id: `detail-${layer.id}-${name}`,
            name,
            layer: layer.tiles!,
            feature,
            bundle,
            cartography,
            flavour,
            looks,
          }),
        ),
        feature: feature.properties.id,
        idField,
        known: idField === null ? NONE : knownOf(bundle, layer.id),
      },
    ];
  });
}

const NONE: ReadonlySet<string> = new Set();
const knownIds = new WeakMap<PlanBundle, Map<string, ReadonlySet<string>>>();

/** Ids of a layer’s features; cached per bundle. */
function knownOf(bundle: PlanBundle, layerId: string): ReadonlySet<string> {
  let byLayer = knownIds.get(bundle);
  if (!byLayer) knownIds.set(bundle, (byLayer = new Map()));
  let ids = byLayer.get(layerId);
  if (!ids) {
    const { features } = bundle.features;
    ids = new Set(
      features.flatMap(({ properties: { id, layer } }) => (layer === layerId ? [id] : [])),
    );
    byLayer.set(layerId, ids);
  }
  return ids;
}

interface Drawing {
  readonly id: string;
  /** Of the layer within the tiles. */
  readonly name: string;
  readonly layer: LayerTiles;
  readonly feature: PlanFeature;
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly flavour: Flavour;
  readonly looks: Looks;
}

function drawLayer(drawing: Drawing): StyleLayer[] {
  const { id, name, feature, cartography, flavour } = drawing;
  const symbol = classify(feature, cartography)?.featureClass.symbol;
  const colour = flavour.colours[colourOf(symbol, flavour)];
  const isUnsure = isSoft(feature);
  const stage = cartography.statuses.find(({ status }) => status === feature.properties.status);
  const dash = isUnsure ? SOFT_DASH : stage?.dash;
  const common = { source: `detail-${drawing.feature.properties.layer}`, 'source-layer': name };
  const by = (selected: number, lit: number, otherwise: number): Expression =>
    byLook(drawing, ({ opacity, isSelected, isLit }) =>
      opacity === 0 ? 0 : isSelected ? selected : isLit ? lit : otherwise * opacity,
    );
  const [selected, lit, area] = areaStrengths(flavour);
  return [
    {
      id: `${id}-area`,
      type: 'fill',
      ...common,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: {
        'fill-color': colour,
        // What is surveyed or digitised is filled; what is not stands there as an outline, thinly filled.
        'fill-opacity': by(selected, lit, isUnsure ? area / 2 : area),
        'fill-antialias': false,
      },
    },
    {
      id: `${id}-line`,
      type: 'line',
      ...common,
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        // Hairlines while the parts are small, so that they do not run together.
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.2, 14, 1.2 * flavour.scale],
        'line-opacity': by(1, 0.95, 0.75),
        'line-blur': feature.properties.accuracy.class === 'surveyed' ? 0 : 0.6,
        ...(dash ? { 'line-dasharray': [...dash] } : {}),
      },
    },
    {
      id: `${id}-point`,
      type: 'circle',
      ...common,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-color': colour,
        'circle-radius': widen(2.4 * flavour.scale),
        'circle-opacity': by(1, 0.9, isUnsure ? 0 : 0.8),
        'circle-stroke-color': isUnsure ? colour : flavour.colours['halo'],
        'circle-stroke-width': 1.2 * flavour.scale,
        'circle-stroke-opacity': by(1, 0.9, 0.8),
      },
    },
  ];
}

/** The feature that the tiles belong to says how they look, unless a part names another. */
function byLook(
  { layer, feature, bundle, looks }: Drawing,
  value: (look: FeatureLook) => number,
): Expression {
  const lookOf = (id: string): FeatureLook => (Object.hasOwn(looks, id) && looks[id]) || PLAIN;
  const whole = value(lookOf(feature.properties.id));
  if (layer.idField === undefined) return whole;
  const others = [...knownOf(bundle, feature.properties.layer)]
    .map((id) => [id, value(lookOf(id))] as const)
    .filter(([, own]) => own !== whole);
  if (others.length === 0) return whole;
  return ['match', ['to-string', ['get', layer.idField]], ...others.flat(), whole];
}

function colourOf(symbol: ClassSymbol | undefined, flavour: Flavour): ColourName {
  if (!symbol) return 'ink-soft';
  if (symbol.type === 'area') return symbol.colours[0]!;
  return symbol.type === 'road' ? firmColour(symbol, flavour) : symbol.colour;
}
