import type { BundleLayer, PlanBundle } from '../contracts/bundle.ts';
import type {
  CompareState,
  LayerState,
  Lens,
  MeasureState,
  Padding,
  Selection,
  ViewerState,
} from '../contracts/state.ts';

/** Everything but what was given up. */
export const FULL_LENS: Lens = {
  statuses: ['existing', 'under-construction', 'planned', 'proposed'],
  horizon: null,
};
export const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };
export const NO_SELECTION: Selection = {
  feature: null,
  features: [],
  clause: null,
  phrase: null,
  origin: 'api',
};

/** 现状 beside 规划后, parted in the middle. */
export const DEFAULT_COMPARE: CompareState = {
  pair: 'status',
  layout: 'swipe',
  at: 0.5,
  stages: { left: ['existing'], right: FULL_LENS.statuses },
  flavours: { left: 'light', right: 'dark' },
  other: { src: null, side: 'right' },
};

/** Nothing measured yet. */
export const NO_MEASURE: MeasureState = {
  mode: 'distance',
  points: [],
  isDone: false,
  selected: null,
  held: null,
  past: [],
  future: [],
  isSnapping: true,
  units: { length: 'km', area: 'km2' },
  aim: null,
  result: null,
};

/** State of an atlas that has loaded nothing yet. */
export function createInitialState(): ViewerState {
  return {
    phase: 'empty',
    bundle: null,
    notices: [],
    selection: NO_SELECTION,
    hover: { features: [], phrase: null, origin: 'api' },
    highlight: { features: [], clauses: [] },
    layers: {},
    lens: FULL_LENS,
    scene: null,
    camera: null,
    bounds: null,
    goal: { serial: 0, kind: 'home', isInstant: true },
    padding: NO_PADDING,
    map: { status: 'waiting', reason: null },
    flavour: 'light',
    flavourChoice: 'auto',
    lang: 'zh-Hans',
    panels: { layers: true, text: true },
    tab: 'text',
    hasGraticule: false,
    gestures: 'greedy',
    tool: null,
    compare: DEFAULT_COMPARE,
    measure: NO_MEASURE,
    find: '',
    preview: null,
  };
}

/** Which layers a bundle opens with. */
export function defaultLayers(bundle: PlanBundle): Record<string, LayerState> {
  return Object.fromEntries(
    bundle.layers.map((layer: BundleLayer) => [
      layer.id,
      { isVisible: layer.visible !== false, opacity: 1 },
    ]),
  );
}

/** Whether the lens leaves everything as it is. */
export function isFullLens({ statuses, horizon }: Lens): boolean {
  return horizon === null && FULL_LENS.statuses.every((status) => statuses.includes(status));
}
