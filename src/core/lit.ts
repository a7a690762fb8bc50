import type { PlanBundle, PlanFeature } from '../contracts/bundle.ts';
import type { PhraseId, ViewerState } from '../contracts/state.ts';
import { linkClauses } from './link-clauses.ts';

/** What is lit, on the map, in the text and in the list alike. */
export interface Lit {
  readonly hovered: ReadonlySet<string>;
  readonly selected: ReadonlySet<string>;
  /** Phrases that the lit features cite, or that are hovered themselves. */
  readonly hoveredPhrases: ReadonlySet<PhraseId>;
  readonly selectedPhrases: ReadonlySet<PhraseId>;
  /** The one phrase in focus. */
  readonly phrase: PhraseId | null;
}

/** Derived from the state; the same for every element, so that they can never disagree. */
export function findLit(state: ViewerState): Lit {
  const { selection, hover, highlight, bundle } = state;
  const hovered = new Set([...hover.features, ...highlight.features]);
  if (bundle) {
    for (const id of carriersOf(bundle, [
      ...hover.features,
      ...highlight.features,
      ...selection.features,
    ])) {
      hovered.add(id);
    }
  }
  const hoveredPhrases = new Set<PhraseId>();
  const selectedPhrases = new Set<PhraseId>();
  if (bundle) {
    const links = linkClauses(bundle);
    if (hover.phrase !== null) hoveredPhrases.add(hover.phrase);
    else addPhrases(hoveredPhrases, links.phrasesOf, hover.features);
    addPhrases(hoveredPhrases, links.phrasesOf, highlight.features);
    for (const clause of highlight.clauses) {
      for (const phrase of links.paragraphs.get(clause)?.phrases ?? []) {
        hoveredPhrases.add(phrase.id);
      }
    }
    if (selection.feature !== null) {
      addPhrases(selectedPhrases, links.phrasesOf, [selection.feature]);
    }
    if (selection.phrase !== null) selectedPhrases.add(selection.phrase);
  }
  return {
    hovered,
    selected: new Set(selection.features),
    hoveredPhrases,
    selectedPhrases,
    phrase: hover.phrase ?? selection.phrase,
  };
}

function addPhrases(
  into: Set<PhraseId>,
  phrasesOf: ReadonlyMap<string, readonly PhraseId[]>,
  features: readonly string[],
): void {
  for (const id of features) for (const phrase of phrasesOf.get(id) ?? []) into.add(phrase);
}

const byId = new WeakMap<PlanBundle, ReadonlyMap<string, PlanFeature>>();

/** Features of a bundle by id. Cached per bundle. */
export function featuresById(bundle: PlanBundle): ReadonlyMap<string, PlanFeature> {
  let map = byId.get(bundle);
  if (!map) {
    map = new Map(bundle.features.features.map((feature) => [feature.properties.id, feature]));
    byId.set(bundle, map);
  }
  return map;
}

/** What stands on the map for features that have no place themselves: a cluster's sites, the zone's parks. */
export function carriersOf(bundle: PlanBundle, ids: readonly string[]): readonly string[] {
  const map = featuresById(bundle);
  return ids.flatMap((id) => {
    const feature = map.get(id);
    return feature && !feature.geometry ? (feature.properties.members ?? []) : [];
  });
}

/** Whether the lens leaves a feature at full strength. */
export function isInLens(feature: PlanFeature, state: Pick<ViewerState, 'lens'>): boolean {
  const { status, phase } = feature.properties;
  if (!state.lens.statuses.includes(status)) return false;
  const { horizon } = state.lens;
  const there = phase?.to ?? phase?.from;
  return horizon === null || there === undefined || there <= horizon;
}

/** Whether map, legend, list and text dim a feature: what is selected is seen, whatever its stage. */
export const isDimmed = (
  feature: PlanFeature,
  state: Pick<ViewerState, 'lens' | 'selection'>,
): boolean =>
  !isInLens(feature, state) && !state.selection.features.includes(feature.properties.id);

/** Whether a feature's layer is switched on. */
export function isShown(feature: PlanFeature, state: Pick<ViewerState, 'layers'>): boolean {
  return state.layers[feature.properties.layer]?.isVisible !== false;
}
