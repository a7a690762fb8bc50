import type { PlanBundle, Status } from '../contracts/bundle.ts';
import type { FeatureLook, MapScene } from '../contracts/map-port.ts';
import type { CompareSide, CompareState, ViewerState } from '../contracts/state.ts';
import type { FlavourName } from '../contracts/theme.ts';
import { defaultLayers } from './initial-state.ts';
import { featuresById } from './lit.ts';

/** What one of the two compared maps shows. */
export interface SideView {
  readonly bundle: PlanBundle;
  readonly flavour: FlavourName;
  /** Only these stages are there; null: as the lens says. */
  readonly statuses: readonly Status[] | null;
}

const GONE: FeatureLook = { opacity: 0, isLit: false, isSelected: false };

/** What a side shows; null when it waits for the other plan. */
export function viewSide(
  state: Pick<ViewerState, 'compare' | 'flavour'>,
  side: CompareSide,
  bundle: PlanBundle,
  other: PlanBundle | null,
): SideView | null {
  const { pair, stages, flavours, other: choice } = state.compare;
  const own: SideView = { bundle, flavour: state.flavour, statuses: null };
  switch (pair) {
    case 'status':
      return { ...own, statuses: stages[side] };
    case 'flavour':
      return { ...own, flavour: flavours[side] };
    case 'bundle':
      if (choice.side !== side) return own;
      return other && { ...own, bundle: other };
    default:
      return pair satisfies never;
  }
}

/** The state as one side draws it: selection, hover and layers hold where the side knows their ids. */
export function stateOfSide(state: ViewerState, view: SideView): ViewerState {
  const { bundle, flavour, statuses } = view;
  const byId = featuresById(bundle);
  const isThere = (id: string): boolean => {
    const feature = byId.get(id);
    return feature !== undefined && (statuses?.includes(feature.properties.status) ?? true);
  };
  const { selection, hover, highlight, lens } = state;
  return {
    ...state,
    bundle,
    flavour,
    layers: bundle === state.bundle ? state.layers : layersOf(state, bundle),
    lens: statuses ? { ...lens, statuses } : lens,
    selection: {
      ...selection,
      feature: selection.feature !== null && isThere(selection.feature) ? selection.feature : null,
      features: selection.features.filter(isThere),
    },
    hover: { ...hover, features: hover.features.filter(isThere) },
    highlight: { ...highlight, features: highlight.features.filter(isThere) },
  };
}

/** The other plan's layers as it opens with them; a layer that both plans have follows the switches. */
function layersOf(state: ViewerState, bundle: PlanBundle): ViewerState['layers'] {
  return Object.fromEntries(
    Object.entries(defaultLayers(bundle)).map(([id, layer]) => [
      id,
      (Object.hasOwn(state.layers, id) ? state.layers[id] : undefined) ?? layer,
    ]),
  );
}

/**
 * What the lens only dims is not there at all on a side that shows other stages; layers of which
 * nothing is left keep no place from other names.
 */
export function hideOtherStages(scene: MapScene, { bundle, statuses }: SideView): MapScene {
  if (!statuses) return scene;
  const looks: Record<string, FeatureLook> = { ...scene.looks };
  const left = new Set<string>();
  for (const { properties } of bundle.features.features) {
    if (statuses.includes(properties.status)) left.add(properties.layer);
    else looks[properties.id] = GONE;
  }
  const empty = bundle.layers.flatMap(({ id }) =>
    left.has(id) || scene.hiddenLayers.includes(id) ? [] : [id],
  );
  return { ...scene, looks, hiddenLayers: [...scene.hiddenLayers, ...empty] };
}

/** The sides change places; the divider stays where it is. */
export function swapSides({ stages, flavours, other, pair }: CompareState): Partial<CompareState> {
  switch (pair) {
    case 'status':
      return { stages: { left: stages.right, right: stages.left } };
    case 'flavour':
      return { flavours: { left: flavours.right, right: flavours.left } };
    case 'bundle':
      return { other: { ...other, side: other.side === 'left' ? 'right' : 'left' } };
    default:
      return pair satisfies never;
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Change of zoom that keeps in view what was in view when the maps' boxes change their size. */
export function zoomToKeep(before: Size, after: Size): number {
  const ratios = [after.width / before.width, after.height / before.height];
  if (!ratios.every((ratio) => Number.isFinite(ratio) && ratio > 0)) return 0;
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return Math.log2(least < 0.99 ? least : most);
}

/** Whether two plans lie in the same part of the country, so that one camera can show both. */
export function areNeighbours(a: PlanBundle, b: PlanBundle): boolean {
  const [west, south, east, north] = a.bundle.extent;
  const [left, bottom, right, top] = b.bundle.extent;
  return west < right && left < east && south < top && bottom < north;
}
