import type { Feature, FeatureCollection } from 'geojson';
import type { PlanBundle, PlanFeature } from '../contracts/bundle.ts';
import type { FeatureLook, MapScene, PulseSpec, SceneStyle } from '../contracts/map-port.ts';
import type { ViewerState } from '../contracts/state.ts';
import type { Cartography, Flavour, Language } from '../contracts/theme.ts';
import { classify } from './classify.ts';
import { labelPoint, linesOf, toLngLat } from './geometry.ts';
import { strengthOf } from './find-seen.ts';
import { featuresById, findLit } from './lit.ts';
import { buildBase } from './scene/base.ts';
import { buildDetails } from './scene/details.ts';
import { buildPreview, buildPreviewLayers, PREVIEW_SOURCE } from './scene/preview.ts';
import {
  buildSketch,
  buildSketchLayers,
  buildTail,
  RUBBER_SOURCE,
  SKETCH_SOURCE,
} from './scene/sketch.ts';
import { buildSources, homeBounds } from './scene/sources.ts';
import { buildGroundLayers } from './scene/style-layers.ts';
import { buildSymbolLayers, FOCUS_SOURCE, SWITCHED_LAYERS } from './scene/symbol-layers.ts';
import { ZOOMS } from './scene/zooms.ts';

/** Where the lens leaves no stage at full strength, a spotlight: outline and towns still tell where one is. */
const ORIENTING_DIM = 0.5;
export const ORIENTING: ReadonlySet<string> = new Set([
  'county-seat',
  'town-seat',
  'township-seat',
]);
const PULSE_MS = 6000;
/** More names than this would hide what they name. */
const MOST_FOCUS_LABELS = 13;

/** The part of the picture that changes only with bundle, flavour and language. */
export function buildStyle(
  bundle: PlanBundle,
  cartography: Cartography,
  flavour: Flavour,
  lang: Language,
): SceneStyle {
  const { collections, images } = buildSources(bundle, cartography, flavour);
  const sources: Record<string, FeatureCollection> = { ...collections };
  const [west, south, east, north] = bundle.bundle.extent;
  return {
    key: [bundle.bundle.id, serialOf(bundle), flavour.name, lang].join('|'),
    sources,
    layers: [
      ...buildGroundLayers(cartography, flavour),
      ...buildSymbolLayers(cartography, flavour, lang),
      ...buildPreviewLayers(flavour),
      ...buildSketchLayers(flavour),
    ].filter(
      ({ source }) =>
        source === undefined ||
        source === FOCUS_SOURCE ||
        source === PREVIEW_SOURCE ||
        source === SKETCH_SOURCE ||
        source === RUBBER_SOURCE ||
        source in sources,
    ),
    switchedLayers: SWITCHED_LAYERS,
    images: images.images,
    maxBounds: [west - 1.2, south - 0.9, east + 1.2, north + 0.9],
    minZoom: ZOOMS.min,
    maxZoom: ZOOMS.max,
    home: homeBounds(bundle),
  };
}

const serials = new WeakMap<PlanBundle, number>();
let lastSerial = 0;

/** Tells an edited plan from the one before it, for both have the same id. */
function serialOf(bundle: PlanBundle): number {
  let serial = serials.get(bundle);
  if (serial === undefined) {
    lastSerial += 1;
    serial = lastSerial;
    serials.set(bundle, serial);
  }
  return serial;
}

/** The whole picture for a state; `style` comes from `buildStyle` and is passed through. */
export function buildScene(
  state: ViewerState,
  bundle: PlanBundle,
  cartography: Cartography,
  style: SceneStyle,
): MapScene {
  const focusLabels = buildFocusLabels(state, bundle, cartography);
  const looks = buildLooks(state, bundle, cartography, focusLabels);
  const flavour = cartography.flavours[state.flavour];
  return {
    style,
    looks,
    hiddenLayers: Object.entries(state.layers)
      .filter(([, layer]) => !layer.isVisible)
      .map(([id]) => id),
    hasGraticule: state.hasGraticule,
    focusLabels,
    pulse: buildPulse(state, bundle, cartography),
    sketch: buildSketch(state),
    preview: buildPreview(state),
    base: buildBase(state, flavour),
    details: buildDetails(state, bundle, cartography, flavour, looks),
    isPlacing: state.tool?.name === 'measure',
    tail: buildTail(state),
  };
}

function buildLooks(
  state: ViewerState,
  bundle: PlanBundle,
  cartography: Cartography,
  focusLabels: FeatureCollection,
): Record<string, FeatureLook> {
  const lit = findLit(state);
  const named = new Set(focusLabels.features.map(({ properties }) => properties?.['id']));
  const looks: Record<string, FeatureLook> = {};
  const isSpotlight = state.lens.statuses.length === 0;
  for (const feature of bundle.features.features) {
    const { id } = feature.properties;
    const dim = isSpotlight && isOrienting(feature, cartography) ? ORIENTING_DIM : undefined;
    const look: FeatureLook = {
      opacity: strengthOf(feature, state, dim),
      isLit: lit.hovered.has(id),
      isSelected: lit.selected.has(id),
      ...(named.has(id) ? { isNamed: true } : {}),
    };
    if (look.opacity !== 1 || look.isLit || look.isSelected) looks[id] = look;
  }
  return looks;
}

/** Outline and towns: they tell where one is. */
export function isOrienting(feature: PlanFeature, cartography: Cartography): boolean {
  const symbol = classify(feature, cartography)?.featureClass.symbol;
  return symbol?.type === 'outline' || (symbol?.type === 'marker' && ORIENTING.has(symbol.icon));
}

/** Names of the selected features, placed before all others. */
function buildFocusLabels(
  state: ViewerState,
  bundle: PlanBundle,
  cartography: Cartography,
): FeatureCollection {
  const byId = featuresById(bundle);
  if (state.selection.features.length > MOST_FOCUS_LABELS) return collect([]);
  const labels = state.selection.features.flatMap((id, rank): Feature[] => {
    const feature = byId.get(id);
    const at = feature ? labelPoint(feature) : null;
    if (!feature || !at || strengthOf(feature, state) === 0) return [];
    const symbol = classify(feature, cartography)?.featureClass.symbol;
    const { accuracy, name, nameEn } = feature.properties;
    return [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...at] },
        properties: {
          id,
          n: name,
          e: nameEn ?? '',
          tag:
            accuracy.class === 'inferred' || accuracy.class === 'schematic' ? accuracy.class : '',
          font: symbol?.type === 'area' ? 'serif' : 'bold',
          size: symbol?.type === 'marker' ? symbol.labelPx : 14,
          radius: 0,
          rank,
        },
      },
    ];
  });
  return collect(labels);
}

function collect(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

/** While corridors are selected, a slow pulse runs along them. */
function buildPulse(
  state: ViewerState,
  bundle: PlanBundle,
  cartography: Cartography,
): PulseSpec | null {
  // A pulse runs in the plane, and would run under the hills.
  if (state.selection.isStill || state.base?.choice.look.hasRelief) return null;
  const byId = featuresById(bundle);
  const flavour: Flavour = cartography.flavours[state.flavour];
  const bands = state.selection.features.flatMap((id) => {
    const feature = byId.get(id);
    const symbol = feature ? classify(feature, cartography)?.featureClass.symbol : undefined;
    return feature?.geometry && symbol?.type === 'band' && strengthOf(feature, state) > 0
      ? [{ feature, symbol }]
      : [];
  });
  if (bands.length === 0) return null;
  return {
    key: `${state.selection.features.join(',')}|${flavour.name}`,
    paths: bands.flatMap(({ feature }) =>
      linesOf(feature.geometry!).map((line) => line.map(toLngLat)),
    ),
    colour: flavour.colours['accent']!,
    widthPx: 5 * flavour.scale,
    durationMs: PULSE_MS,
  };
}
