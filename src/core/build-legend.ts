import type { Certainty, PlanBundle, Status } from '../contracts/bundle.ts';
import type { ViewerState } from '../contracts/state.ts';
import type { Bilingual, Cartography, FeatureClass, Theme } from '../contracts/theme.ts';
import { canBeDrawn, classify } from './classify.ts';
import { featuresById, isDimmed } from './lit.ts';

/** A class of the cartography that occurs in a bundle layer. */
export interface LegendRow {
  readonly themeId: string;
  readonly layerId: string;
  readonly classId: string;
  readonly name: Bilingual;
  readonly count: number;
  readonly featureIds: readonly string[];
  /** Those that the map can draw: with a place, and not in words alone. */
  readonly drawnIds: readonly string[];
  readonly featureClass: FeatureClass;
  /** The stage that all of its features share; null when they differ. */
  readonly status: Status | null;
  /** All of its features are inferred. */
  readonly isInferred: boolean;
  /** All of its features are inferred or schematic. */
  readonly isSoft: boolean;
}

export interface LegendLayer {
  readonly layerId: string;
  readonly name: Bilingual;
  readonly note: Bilingual | null;
  readonly count: number;
  readonly isVisible: boolean;
  readonly opacity: number;
  readonly rows: readonly LegendRow[];
}

export interface LegendTheme {
  readonly themeId: string;
  /** Null: the cartography does not know the theme. */
  readonly name: Bilingual | null;
  readonly layers: readonly LegendLayer[];
}

/** Themes with their bundle layers and the classes that occur in them; top of the map comes first. */
export function buildLegend(
  bundle: PlanBundle,
  cartography: Cartography,
  state: Pick<ViewerState, 'layers'>,
): LegendTheme[] {
  const rows = rowsByLayer(bundle, cartography);
  const counts = new Map<string, number>();
  for (const { properties } of bundle.features.features) {
    counts.set(properties.layer, (counts.get(properties.layer) ?? 0) + 1);
  }
  return orderThemes(bundle, cartography).map(({ id, theme }) => ({
    themeId: id,
    name: theme?.name ?? null,
    layers: bundle.layers
      .filter((layer) => layer.theme === id)
      .map((layer) => ({
        layerId: layer.id,
        name: { zh: layer.name, en: layer.nameEn ?? layer.name },
        note: layer.note ? { zh: layer.note, en: layer.noteEn ?? layer.note } : null,
        count: counts.get(layer.id) ?? 0,
        isVisible: state.layers[layer.id]?.isVisible !== false,
        opacity: state.layers[layer.id]?.opacity ?? 1,
        rows: rows.get(layer.id) ?? [],
      })),
  }));
}

/**
 * What of a row the lens leaves out: `all`; `drawn`, all that the map can draw, while what stands in text and list alone
 * is at a chosen stage; null: something of it is at full strength. Without a map nothing is drawn.
 */
export function findDimmed(
  row: Pick<LegendRow, 'featureIds' | 'drawnIds'>,
  state: Pick<ViewerState, 'bundle' | 'lens' | 'selection' | 'map'>,
): 'all' | 'drawn' | null {
  if (!state.bundle) return null;
  const features = featuresById(state.bundle);
  const isOut = (id: string): boolean => isDimmed(features.get(id)!, state);
  if (row.featureIds.every(isOut)) return 'all';
  const isDrawn = state.map.status !== 'text-only' && row.drawnIds.length > 0;
  return isDrawn && row.drawnIds.every(isOut) ? 'drawn' : null;
}

/** The stages and certainties that occur, in the order of the cartography. */
export function findOccurring(bundle: PlanBundle): {
  readonly statuses: ReadonlySet<Status>;
  readonly certainties: ReadonlySet<Certainty>;
} {
  const statuses = new Set<Status>();
  const certainties = new Set<Certainty>();
  for (const { properties } of bundle.features.features) {
    statuses.add(properties.status);
    certainties.add(properties.accuracy.class);
  }
  return { statuses, certainties };
}

/** In the bundle's order: the plan's author decides what is read first. */
function orderThemes(
  bundle: PlanBundle,
  cartography: Cartography,
): { readonly id: string; readonly theme: Theme | undefined }[] {
  const ids = [...new Set(bundle.layers.map((layer) => layer.theme))];
  return ids.map((id) => ({ id, theme: cartography.themes.find((theme) => theme.id === id) }));
}

type RowsByLayer = ReadonlyMap<string, readonly LegendRow[]>;
const rowsOf = new WeakMap<PlanBundle, { cartography: Cartography; rows: RowsByLayer }>();

/** Cached per bundle, for dragging an opacity changes no row. */
function rowsByLayer(bundle: PlanBundle, cartography: Cartography): RowsByLayer {
  const known = rowsOf.get(bundle);
  if (known?.cartography === cartography) return known.rows;
  const rows = findRows(bundle, cartography);
  rowsOf.set(bundle, { cartography, rows });
  return rows;
}

/** Lines are drawn lowest first and read highest first: expressways before links. */
const LINES: ReadonlySet<string> = new Set(['road', 'rail', 'line']);

function findRows(bundle: PlanBundle, cartography: Cartography): RowsByLayer {
  interface Draft {
    readonly themeId: string;
    readonly layerId: string;
    readonly featureClass: FeatureClass;
    readonly featureIds: string[];
    readonly drawnIds: string[];
    readonly statuses: Set<Status>;
    readonly certainties: Set<Certainty>;
  }
  const drafts = new Map<string, Draft>();
  for (const feature of bundle.features.features) {
    const found = classify(feature, cartography);
    if (!found) continue;
    const { id, layer, status, accuracy } = feature.properties;
    const key = `${layer} ${found.featureClass.id}`;
    const draft = drafts.get(key) ?? {
      themeId: found.theme.id,
      layerId: layer,
      featureClass: found.featureClass,
      featureIds: [],
      drawnIds: [],
      statuses: new Set<Status>(),
      certainties: new Set<Certainty>(),
    };
    draft.featureIds.push(id);
    if (canBeDrawn(feature, found.featureClass)) draft.drawnIds.push(id);
    draft.statuses.add(status);
    draft.certainties.add(accuracy.class);
    drafts.set(key, draft);
  }
  const order = new Map(
    cartography.themes
      .flatMap((theme) => theme.classes)
      .map((featureClass, index) => [featureClass.id, index]),
  );
  const byLayer = new Map<string, LegendRow[]>();
  const orderOf = ({ id, symbol }: FeatureClass): number =>
    LINES.has(symbol.type) ? -order.get(id)! : order.get(id)!;
  const sorted = [...drafts.values()].toSorted(
    (a, b) => orderOf(a.featureClass) - orderOf(b.featureClass),
  );
  for (const draft of sorted) {
    const certainties = [...draft.certainties];
    const list = byLayer.get(draft.layerId) ?? [];
    list.push({
      themeId: draft.themeId,
      layerId: draft.layerId,
      classId: draft.featureClass.id,
      name: draft.featureClass.name,
      count: draft.featureIds.length,
      featureIds: draft.featureIds,
      drawnIds: draft.drawnIds,
      featureClass: draft.featureClass,
      status: draft.statuses.size === 1 ? [...draft.statuses][0]! : null,
      isInferred: certainties.every((certainty) => certainty === 'inferred'),
      isSoft: certainties.every(
        (certainty) => certainty === 'inferred' || certainty === 'schematic',
      ),
    });
    byLayer.set(draft.layerId, list);
  }
  return byLayer;
}

const positionsOf = new WeakMap<PlanBundle, ReadonlyMap<string, number>>();

/** Place of each area among the areas of its class, in bundle order: decides its colour. Cached per bundle. */
export function findAreaPositions(
  bundle: PlanBundle,
  cartography: Cartography,
): ReadonlyMap<string, number> {
  let positions = positionsOf.get(bundle);
  if (!positions) {
    const counts = new Map<string, number>();
    const found = new Map<string, number>();
    for (const feature of bundle.features.features) {
      const featureClass = classify(feature, cartography)?.featureClass;
      if (featureClass?.symbol.type !== 'area' || !feature.geometry) continue;
      const position = counts.get(featureClass.id) ?? 0;
      found.set(feature.properties.id, position);
      counts.set(featureClass.id, position + 1);
    }
    positions = found;
    positionsOf.set(bundle, positions);
  }
  return positions;
}
