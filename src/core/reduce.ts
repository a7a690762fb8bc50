import type { PlanBundle, SceneView, StoryScene } from '../contracts/bundle.ts';
import type {
  CameraGoal,
  LayerState,
  MeasureState,
  Selection,
  ViewerRequest,
  ViewerState,
  ViewState,
} from '../contracts/state.ts';
import { defaultLayers, FULL_LENS, NO_MEASURE, NO_SELECTION } from './initial-state.ts';
import { isSameList } from './is-same-list.ts';
import { findScene } from './find-scene.ts';
import { linkClauses } from './link-clauses.ts';
import { toNotices } from './to-notices.ts';

type GoalKind = CameraGoal extends infer G
  ? G extends CameraGoal
    ? Omit<G, 'serial' | 'isInstant'>
    : never
  : never;

/** The next state. Pure: the same state and request always give the same answer. */
export function reduce(state: ViewerState, request: ViewerRequest): ViewerState {
  switch (request.type) {
    case 'load-start':
      return { ...state, phase: 'loading', notices: [] };
    case 'load-done':
      return {
        ...state,
        phase: 'ready',
        bundle: request.bundle,
        notices: toNotices(request.problems),
        layers: { ...defaultLayers(request.bundle), ...keepKnown(state, request.bundle) },
        selection: NO_SELECTION,
        hover: { features: [], phrase: null, origin: 'api' },
        highlight: { features: [], clauses: [] },
        scene: null,
        measure: forgetFigures(state),
        goal: nextGoal(state, { kind: 'home' }, true),
      };
    case 'load-failed':
      return { ...state, phase: 'failed', notices: toNotices(request.problems) };
    case 'revise':
      return revise(state, request.bundle);
    case 'lay':
      return { ...state, ...request.change };
    case 'select':
      return select(state, request);
    case 'select-phrase':
      return selectPhrase(state, request.phrase, request.origin);
    case 'step-clause':
      return stepClause(state, request.by, request.origin);
    case 'clear':
      return state.selection.features.length === 0 &&
        state.selection.clause === null &&
        state.highlight.features.length + state.highlight.clauses.length === 0
        ? state
        : {
            ...state,
            selection: { ...NO_SELECTION, origin: request.origin },
            highlight: { features: [], clauses: [] },
          };
    case 'hover':
      return isSameList(state.hover.features, request.features) &&
        state.hover.phrase === request.phrase
        ? state
        : {
            ...state,
            hover: {
              features: request.features,
              phrase: request.phrase,
              origin: request.origin,
            },
          };
    case 'highlight': {
      const features = knownFeatures(state.bundle, request.features);
      const clauses = request.clauses.filter((id) => hasParagraph(state.bundle, id));
      const { highlight } = state;
      // Some pages say the same over and over.
      const isSame =
        isSameList(features, highlight.features) && isSameList(clauses, highlight.clauses);
      const next = isSame ? state : { ...state, highlight: { features, clauses } };
      return request.fit && features.length > 0
        ? { ...next, goal: nextGoal(state, { kind: 'features', features }) }
        : next;
    }
    case 'fit': {
      const features = knownFeatures(state.bundle, request.features);
      return features.length === 0
        ? state
        : { ...state, goal: nextGoal(state, { kind: 'features', features }) };
    }
    case 'home':
      return { ...state, goal: nextGoal(state, { kind: 'home' }) };
    case 'zoom':
      return { ...state, goal: nextGoal(state, { kind: 'zoom', by: request.by }) };
    case 'pan':
      return { ...state, goal: nextGoal(state, { kind: 'pan', byPx: request.byPx }) };
    case 'turn-north':
      return {
        ...state,
        goal: nextGoal(state, { kind: 'camera', camera: { bearing: 0, pitch: 0 } }),
      };
    case 'layers':
      return { ...state, layers: changeLayers(state.layers, request.changes), scene: null };
    case 'lens':
      return { ...state, lens: { ...state.lens, ...request.lens } };
    case 'scene':
      return showScene(state, request.scene, request.view);
    case 'flavour':
      return { ...state, flavourChoice: request.choice, flavour: request.drawn };
    case 'lang':
      return { ...state, lang: request.lang };
    case 'panel':
      return { ...state, panels: { ...state.panels, [request.panel]: request.isOpen } };
    case 'tab':
      return { ...state, tab: request.tab };
    case 'graticule':
      return { ...state, hasGraticule: request.isOn };
    case 'gestures':
      return { ...state, gestures: request.gestures };
    case 'tool':
      return openTool(state, request.tool);
    case 'compare':
      return { ...state, compare: changeCompare(state.compare, request.change) };
    case 'measure':
      return request.measure === state.measure ? state : { ...state, measure: request.measure };
    case 'find':
      return { ...state, find: request.query };
    case 'padding':
      return changePadding(state, request.padding);
    case 'camera-moved':
      if (state.tool?.name === 'compare' && request.from !== 'compare') return state;
      return {
        ...state,
        camera: request.camera,
        bounds: request.bounds,
        frame: request.frame,
        goal: request.isByUser
          ? { kind: 'none', serial: state.goal.serial, isInstant: true }
          : state.goal,
      };
    case 'map-status':
      return { ...state, map: { status: request.status, reason: request.reason ?? null } };
    case 'restore':
      return restore(state, request.view, request.origin);
    case 'notify': {
      const ids = new Set(request.notices.map(({ id }) => id));
      return {
        ...state,
        notices: [...state.notices.filter(({ id }) => !ids.has(id)), ...request.notices],
      };
    }
    case 'dismiss':
      return { ...state, notices: state.notices.filter((notice) => notice.id !== request.id) };
    default:
      return request satisfies never;
  }
}

function revise(state: ViewerState, bundle: PlanBundle): ViewerState {
  const isKept =
    knownFeatures(bundle, state.selection.features).length === state.selection.features.length &&
    (state.selection.clause === null || hasParagraph(bundle, state.selection.clause));
  return {
    ...state,
    phase: 'ready',
    bundle,
    layers: { ...defaultLayers(bundle), ...keepKnown(state, bundle) },
    selection: isKept ? { ...state.selection, phrase: null } : NO_SELECTION,
    hover: { features: [], phrase: null, origin: 'api' },
    highlight: { features: knownFeatures(bundle, state.highlight.features), clauses: [] },
  };
}

/** Another plan has come: what was measured on the last one goes, choices stay. */
function forgetFigures({ measure: { mode, isSnapping, units } }: ViewerState): MeasureState {
  return { ...NO_MEASURE, mode, isSnapping, units };
}

/** A panel that opens over the map must not cover what was just shown: it is fitted again. */
function changePadding(state: ViewerState, padding: ViewerState['padding']): ViewerState {
  const grows = (['top', 'right', 'bottom', 'left'] as const).some(
    (side) => padding[side] > state.padding[side],
  );
  const { goal } = state;
  return {
    ...state,
    padding,
    goal:
      grows && goal.kind === 'features'
        ? nextGoal(state, { kind: 'features', features: goal.features })
        : goal,
  };
}

/** When a comparison ends, the map goes on from where the compared maps stood. */
function openTool(state: ViewerState, tool: ViewerState['tool']): ViewerState {
  const ends = state.tool?.name === 'compare' && tool?.name !== 'compare';
  if (!ends || !state.camera) return { ...state, tool };
  const goal: GoalKind =
    state.goal.kind === 'home' ? { kind: 'home' } : { kind: 'camera', camera: state.camera };
  return { ...state, tool, goal: nextGoal(state, goal, true) };
}

function changeCompare(
  compare: ViewerState['compare'],
  change: Partial<ViewerState['compare']>,
): ViewerState['compare'] {
  const next = { ...compare, ...change };
  return {
    ...next,
    at: Number.isFinite(next.at) ? Math.min(1, Math.max(0, next.at)) : compare.at,
  };
}

function nextGoal(state: ViewerState, goal: GoalKind, isInstant = false): CameraGoal {
  return { ...goal, serial: state.goal.serial + 1, isInstant } as CameraGoal;
}

function select(
  state: ViewerState,
  request: Extract<ViewerRequest, { type: 'select' }>,
): ViewerState {
  if (!state.bundle) return state;
  const links = linkClauses(state.bundle);
  const { origin } = request;
  if (request.feature) {
    const [feature] = knownFeatures(state.bundle, [request.feature]);
    if (feature === undefined) return state;
    const cited = links.phrasesOf.get(feature) ?? [];
    const wanted = request.clause
      ? cited.find((id) => links.phrases.get(id)?.para === request.clause)
      : undefined;
    const phrase = wanted ?? cited[0] ?? null;
    const clause = phrase === null ? null : (links.phrases.get(phrase)?.para ?? null);
    return withSelection(
      state,
      { feature, features: [feature], clause, phrase, origin },
      request.fit,
    );
  }
  if (request.clause) {
    const cited = links.paragraphs.get(request.clause);
    if (!cited) return state;
    return withSelection(
      state,
      { feature: null, features: cited.features, clause: request.clause, phrase: null, origin },
      request.fit,
    );
  }
  return reduce(state, { type: 'clear', origin });
}

function selectPhrase(
  state: ViewerState,
  id: string,
  origin: Selection['origin'],
  fit?: boolean,
): ViewerState {
  const phrase = state.bundle ? linkClauses(state.bundle).phrases.get(id) : undefined;
  if (!phrase) return state;
  const feature = phrase.features.length === 1 ? phrase.features[0]! : null;
  return withSelection(
    state,
    { feature, features: phrase.features, clause: phrase.para, phrase: id, origin },
    fit,
  );
}

function stepClause(state: ViewerState, by: 1 | -1, origin: Selection['origin']): ViewerState {
  const { feature, phrase } = state.selection;
  if (!state.bundle || feature === null) return state;
  const links = linkClauses(state.bundle);
  const cited = links.phrasesOf.get(feature) ?? [];
  if (cited.length < 2) return state;
  const at = phrase === null ? (by === 1 ? -1 : 0) : cited.indexOf(phrase);
  const next = cited[(at + by + cited.length) % cited.length]!;
  return {
    ...state,
    selection: {
      ...state.selection,
      phrase: next,
      clause: links.phrases.get(next)?.para ?? null,
      origin,
    },
  };
}

/** Selecting a feature or phrase switches on the layers that it needs to be seen. */
function withSelection(state: ViewerState, selection: Selection, fit = true): ViewerState {
  const layers =
    selection.feature !== null || selection.phrase !== null
      ? revealLayers(state, selection.features)
      : state.layers;
  return {
    ...state,
    selection,
    layers,
    goal:
      fit && selection.features.length > 0
        ? nextGoal(state, { kind: 'features', features: selection.features })
        : state.goal,
  };
}

function revealLayers(state: ViewerState, features: readonly string[]): ViewerState['layers'] {
  const wanted = new Set(features);
  const hidden = state
    .bundle!.features.features.filter(({ properties }) => wanted.has(properties.id))
    .map(({ properties }) => properties.layer)
    .filter((layer) => state.layers[layer]?.isVisible === false);
  return hidden.length === 0
    ? state.layers
    : changeLayers(state.layers, Object.fromEntries(hidden.map((id) => [id, { isVisible: true }])));
}

function changeLayers(
  layers: ViewerState['layers'],
  changes: Readonly<Record<string, Partial<LayerState>>>,
): ViewerState['layers'] {
  const next: Record<string, LayerState> = { ...layers };
  for (const [id, change] of Object.entries(changes)) {
    const layer = Object.hasOwn(layers, id) ? layers[id] : undefined;
    if (!layer) continue;
    const opacity = change.opacity ?? layer.opacity;
    next[id] = {
      isVisible: change.isVisible ?? layer.isVisible,
      opacity: Number.isFinite(opacity) ? Math.min(1, Math.max(0, opacity)) : layer.opacity,
    };
  }
  return next;
}

/** Switches on what is listed and off what is not; a theme's id stands for all of its layers. */
export function layersFromIds(
  bundle: PlanBundle,
  ids: readonly string[],
): Record<string, { isVisible: boolean }> {
  const wanted = new Set(ids);
  return Object.fromEntries(
    bundle.layers.map((layer) => [
      layer.id,
      { isVisible: wanted.has(layer.id) || wanted.has(layer.theme) },
    ]),
  );
}

function showScene(state: ViewerState, id: string | null, given?: StoryScene): ViewerState {
  if (id === null || !state.bundle) return { ...state, scene: null };
  const view: Partial<StoryScene & SceneView> | undefined = given ?? findScene(state.bundle, id);
  if (!view) return state;
  const layers = view.layers
    ? changeLayers(state.layers, layersFromIds(state.bundle, view.layers))
    : state.layers;
  const focus = knownFeatures(state.bundle, view.focus ?? []);
  const fit = knownFeatures(state.bundle, view.fit ?? focus);
  const goal: GoalKind = view.camera
    ? { kind: 'camera', camera: view.camera }
    : fit.length > 0
      ? { kind: 'features', features: fit }
      : { kind: 'home' };
  return {
    ...state,
    layers,
    lens: { ...state.lens, ...view.lens },
    scene: id,
    selection: {
      feature: focus.length === 1 ? focus[0]! : null,
      features: focus,
      clause: view.para ?? view.clauses?.[0]?.para ?? null,
      phrase: null,
      origin: 'scene',
      isStill: view.pulse === false || undefined,
    },
    goal: nextGoal(state, goal),
  };
}

function restore(
  state: ViewerState,
  view: Partial<ViewState>,
  origin: Selection['origin'],
): ViewerState {
  let next = state;
  if (view.lang) next = { ...next, lang: view.lang };
  if (view.scene !== undefined) next = showScene(next, view.scene);
  if (view.layers && next.bundle) {
    next = { ...next, layers: changeLayers(next.layers, layersFromIds(next.bundle, view.layers)) };
  }
  if (view.opacity) {
    next = {
      ...next,
      layers: changeLayers(
        next.layers,
        Object.fromEntries(Object.entries(view.opacity).map(([id, opacity]) => [id, { opacity }])),
      ),
    };
  }
  if (view.compare) next = { ...next, compare: changeCompare(next.compare, view.compare) };
  if (view.measure) next = { ...next, measure: { ...forgetFigures(next), ...view.measure } };
  if (view.tool !== undefined) next = openTool(next, view.tool);
  if (view.find !== undefined) next = { ...next, find: view.find };
  if (view.lens) next = { ...next, lens: { ...FULL_LENS, ...view.lens } };
  const isAsked =
    view.feature !== undefined || view.clause !== undefined || view.phrase !== undefined;
  if (isAsked && !isOfScene(next, view)) next = selectOfView(next, view, origin);
  if (view.camera) {
    next = { ...next, goal: nextGoal(next, { kind: 'camera', camera: view.camera }, true) };
  }
  const opensCompare = next.tool?.name === 'compare' && state.tool?.name !== 'compare';
  if (opensCompare && next.goal !== state.goal) {
    /** The compared maps start where this view looks, not where the map behind them was. */
    next = { ...next, camera: view.camera ?? null };
  }
  return next;
}

/** A scene selects its own features; its clause alone would select all that the clause speaks of. */
function isOfScene({ scene, selection }: ViewerState, view: Partial<ViewState>): boolean {
  return (
    Boolean(view.scene) &&
    view.scene === scene &&
    !view.phrase &&
    (view.feature ?? null) === selection.feature &&
    (view.clause ?? null) === selection.clause
  );
}

function selectOfView(
  state: ViewerState,
  view: Partial<ViewState>,
  origin: Selection['origin'],
): ViewerState {
  const { feature, clause, phrase } = view;
  const fit = !view.camera;
  if (phrase && !feature) return selectPhrase(state, phrase, origin, fit);
  const next = select(state, { type: 'select', feature, clause, origin, fit });
  const isCited =
    phrase && next.bundle && next.selection.feature === feature
      ? linkClauses(next.bundle).phrases.get(phrase)?.features.includes(feature!)
      : false;
  if (!isCited) return next;
  const para = linkClauses(next.bundle!).phrases.get(phrase!)!.para;
  return { ...next, selection: { ...next.selection, phrase: phrase!, clause: para } };
}

function keepKnown(state: ViewerState, bundle: PlanBundle): Record<string, LayerState> {
  if (state.bundle?.bundle.id !== bundle.bundle.id) return {};
  const ids = new Set(bundle.layers.map((layer) => layer.id));
  return Object.fromEntries(Object.entries(state.layers).filter(([id]) => ids.has(id)));
}

function knownFeatures(bundle: PlanBundle | null, ids: readonly string[]): string[] {
  const known = new Set(bundle?.features.features.map(({ properties }) => properties.id));
  return ids.filter((id) => known.has(id));
}

function hasParagraph(bundle: PlanBundle | null, id: string): boolean {
  return bundle !== null && linkClauses(bundle).paragraphs.has(id);
}
