/** The one frozen state of a `<plan-atlas>`, and what may be asked of it. */
import type { Bounds, LngLat, PlanBundle, Status } from './bundle.ts';
import type { Problem } from './errors.ts';
import type { FlavourName, Language } from './theme.ts';

/** Where a request came from; the text does not scroll to answer itself, the map does not fly to answer itself. */
export type Origin = 'map' | 'text' | 'list' | 'layers' | 'card' | 'api' | 'url' | 'scene';

export interface Camera {
  readonly center: LngLat;
  readonly zoom: number;
  /** Degrees clockwise from north. */
  readonly bearing: number;
  /** Degrees from straight down. */
  readonly pitch: number;
}

/** Pixels on each side of the map that panels cover. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A run of a paragraph that links to features: `<paragraph id>/<start>-<end>`, in UTF-16 units. */
export type PhraseId = string;

export interface Selection {
  /** The one selected feature; null when none, or when a phrase links to several. */
  readonly feature: string | null;
  /** All selected features. */
  readonly features: readonly string[];
  /** Id of the paragraph in focus. */
  readonly clause: string | null;
  readonly phrase: PhraseId | null;
  readonly origin: Origin;
}

export interface Hover {
  readonly features: readonly string[];
  readonly phrase: PhraseId | null;
  readonly origin: Origin;
}

export interface LayerState {
  readonly isVisible: boolean;
  /** 0–1 */
  readonly opacity: number;
}

export interface Lens {
  /** Stages shown at full strength; the others are dimmed. */
  readonly statuses: readonly Status[];
  /** Show what is there by the end of this year; null: no limit. */
  readonly horizon: number | null;
}

/** What the map is asked to look at; a new serial is a new request. */
export type CameraGoal = { readonly serial: number; readonly isInstant: boolean } &
  /** The user has moved the map since: nothing is asked of it. */
  (
    | { readonly kind: 'none' }
    | { readonly kind: 'home' }
    | { readonly kind: 'features'; readonly features: readonly string[] }
    | { readonly kind: 'camera'; readonly camera: Partial<Camera> }
    | { readonly kind: 'zoom'; readonly by: number }
    | { readonly kind: 'pan'; readonly byPx: readonly [number, number] }
  );

export type Gestures = 'greedy' | 'cooperative';

export type MapStatus = 'waiting' | 'starting' | 'ready' | 'text-only';

export interface Notice {
  readonly id: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly problem: Problem;
}

export type PanelName = 'layers' | 'text';
export type SheetTab = 'text' | 'layers' | 'list';

export interface ViewerState {
  readonly phase: 'empty' | 'loading' | 'ready' | 'failed';
  readonly bundle: PlanBundle | null;
  readonly notices: readonly Notice[];
  readonly selection: Selection;
  readonly hover: Hover;
  /** What the host asked to be lit. */
  readonly highlight: { readonly features: readonly string[]; readonly clauses: readonly string[] };
  readonly layers: Readonly<Record<string, LayerState>>;
  readonly lens: Lens;
  readonly scene: string | null;
  /** As the map last reported it; null before the first report. */
  readonly camera: Camera | null;
  readonly goal: CameraGoal;
  readonly padding: Padding;
  readonly map: { readonly status: MapStatus; readonly reason: string | null };
  /** As drawn. */
  readonly flavour: FlavourName;
  /** As chosen; `auto` follows prefers-color-scheme. */
  readonly flavourChoice: FlavourName | 'auto';
  readonly lang: Language;
  readonly panels: Readonly<Record<PanelName, boolean>>;
  /** Left panel's and the phone sheet's open tab. */
  readonly tab: SheetTab;
  readonly hasGraticule: boolean;
  /** `cooperative`: scrolling the page over the map does not zoom it. */
  readonly gestures: Gestures;
}

/** State as a plain object, as `getViewState()` gives it and `setViewState()` and the address take it. */
export interface ViewState {
  readonly version: 1;
  readonly feature: string | null;
  readonly clause: string | null;
  readonly phrase: PhraseId | null;
  /** Ids of the visible layers. */
  readonly layers: readonly string[];
  /** Opacity of layers that are not fully opaque, 0–1. */
  readonly opacity: Readonly<Record<string, number>>;
  readonly camera: Camera | null;
  readonly padding: Padding;
  readonly lens: Lens;
  readonly scene: string | null;
  readonly flavour: FlavourName | 'auto';
  readonly lang: Language;
}

export type ViewerRequest =
  | { readonly type: 'load-start' }
  | {
      readonly type: 'load-done';
      readonly bundle: PlanBundle;
      readonly problems: readonly Problem[];
    }
  | { readonly type: 'load-failed'; readonly problems: readonly Problem[] }
  | {
      readonly type: 'select';
      readonly feature?: string | null;
      readonly clause?: string | null;
      readonly origin: Origin;
      /** Default true: the map goes to the selection. */
      readonly fit?: boolean;
    }
  | { readonly type: 'select-phrase'; readonly phrase: PhraseId; readonly origin: Origin }
  /** To the next (+1) or previous (−1) phrase that cites the selected feature. */
  | { readonly type: 'step-clause'; readonly by: 1 | -1; readonly origin: Origin }
  | { readonly type: 'clear'; readonly origin: Origin }
  | {
      readonly type: 'hover';
      readonly features: readonly string[];
      readonly phrase: PhraseId | null;
      readonly origin: Origin;
    }
  | {
      readonly type: 'highlight';
      readonly features: readonly string[];
      readonly clauses: readonly string[];
      readonly fit: boolean;
    }
  | { readonly type: 'fit'; readonly features: readonly string[] }
  | { readonly type: 'home' }
  | { readonly type: 'zoom'; readonly by: number }
  | { readonly type: 'pan'; readonly byPx: readonly [number, number] }
  | { readonly type: 'turn-north' }
  | {
      readonly type: 'layers';
      readonly changes: Readonly<Record<string, Partial<LayerState>>>;
    }
  | { readonly type: 'lens'; readonly lens: Partial<Lens> }
  | { readonly type: 'scene'; readonly scene: string | null }
  | { readonly type: 'flavour'; readonly choice: FlavourName | 'auto'; readonly drawn: FlavourName }
  | { readonly type: 'lang'; readonly lang: Language }
  | { readonly type: 'panel'; readonly panel: PanelName; readonly isOpen: boolean }
  | { readonly type: 'tab'; readonly tab: SheetTab }
  | { readonly type: 'graticule'; readonly isOn: boolean }
  | { readonly type: 'gestures'; readonly gestures: Gestures }
  | { readonly type: 'padding'; readonly padding: Padding }
  | {
      readonly type: 'camera-moved';
      readonly camera: Camera;
      readonly bounds: Bounds;
      readonly isByUser: boolean;
    }
  | { readonly type: 'map-status'; readonly status: MapStatus; readonly reason?: string }
  | { readonly type: 'restore'; readonly view: Partial<ViewState>; readonly origin: Origin }
  | { readonly type: 'notify'; readonly notice: Notice }
  | { readonly type: 'dismiss'; readonly id: string };

/** The state's owner: one per `<plan-atlas>`. */
export interface Store {
  readonly getState: () => ViewerState;
  readonly send: (request: ViewerRequest) => void;
  /** Calls back after every change; gives back what stops it. */
  readonly subscribe: (
    listener: (state: ViewerState, before: ViewerState, request: ViewerRequest) => void,
  ) => () => void;
}
