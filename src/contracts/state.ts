/** The one frozen state of a `<plan-atlas>`, and what may be asked of it. */
import type { FeatureCollection } from 'geojson';
import type { MeasurePoint, Range } from './analysis.ts';
import type { BaseState } from './base-map.ts';
import type { Bounds, LngLat, PlanBundle, Status, StoryScene } from './bundle.ts';
import type { Problem } from './errors.ts';
import type { TilesState } from './layer-tiles.ts';
import type { FlavourName, Language } from './theme.ts';

/** Where a request came from; the text does not scroll to answer itself, the map does not fly to answer itself. */
export type Origin =
  'map' | 'text' | 'list' | 'layers' | 'card' | 'search' | 'api' | 'url' | 'scene';

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
  /** No pulse runs along selected corridors. */
  readonly isStill?: boolean;
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

export const TOOLS = [
  'audit',
  'stats',
  'measure',
  'compare',
  'profile',
  'marks',
  'story',
  'embed',
  'import',
  'edit',
  'sheet',
  'export',
  'base',
] as const;
/**
 * 图文核对, 统计, 量测, 对比, 线路剖面, 标绘, 汇报, 嵌入, 导入, 编制, 出图, 导出, 底图: one at a time, in the drawer under the map;
 * 嵌入 takes the frame.
 */
export type ToolName = (typeof TOOLS)[number];

export interface ToolState {
  readonly name: ToolName;
  /** What the tool is about, e.g. the corridor of a profile; null where there is no such thing. */
  readonly target: string | null;
}

export type CompareSide = 'left' | 'right';
export type Sides<T> = Readonly<Record<CompareSide, T>>;

export const COMPARE_PAIRS = ['status', 'flavour', 'bundle'] as const;
/** What is set side by side: the plan before and after, two flavours, two plan bundles. */
export type ComparePair = (typeof COMPARE_PAIRS)[number];

export const COMPARE_LAYOUTS = ['swipe', 'side'] as const;
/** 卷帘: the right map over the left one, parted by a divider; 并排: one beside the other. */
export type CompareLayout = (typeof COMPARE_LAYOUTS)[number];

export interface CompareState {
  readonly pair: ComparePair;
  readonly layout: CompareLayout;
  /** Where the swipe's divider stands, 0–1 from the left. */
  readonly at: number;
  /** Stages that each side shows when the plan is compared before and after. */
  readonly stages: Sides<readonly Status[]>;
  readonly flavours: Sides<FlavourName>;
  /** The other plan bundle: its address on this site (null: none, or a file, which no address names) and its side. */
  readonly other: { readonly src: string | null; readonly side: CompareSide };
}

export const MEASURE_MODES = ['distance', 'area', 'bearing', 'point'] as const;
export type MeasureMode = (typeof MEASURE_MODES)[number];
export type LengthUnit = 'km' | 'm';
export type AreaUnit = 'km2' | 'ha' | 'mu';

export interface MeasureFigure {
  readonly points: readonly MeasurePoint[];
  /** True: the next point starts a new figure. */
  readonly isDone: boolean;
}

/** What is measured, as addresses and hosts hold it. */
export interface MeasureView extends MeasureFigure {
  readonly mode: MeasureMode;
}

/** Where the pointer asks for a point; the measure tool answers with a point that may be snapped. */
export interface MeasureAim {
  readonly position: LngLat;
  /** How far in metres a feature may draw the point to itself. */
  readonly toleranceM: number;
  /** Features under the pointer, topmost first: they come before others that are nearer. */
  readonly features: readonly string[];
  /** The point that is moved; null: a new one is added. */
  readonly index: number | null;
  /** More moves of the same point follow. */
  readonly isHeld: boolean;
}

export interface Measured {
  readonly value: number;
  /** What the accuracy of the snapped features allows; null when none tells its accuracy. */
  readonly range: Range | null;
  /** A schematic or inferred feature was measured. */
  readonly isSoft: boolean;
}

/** What the measure tool found for exactly these points; the map writes it beside them. */
export interface MeasureResult {
  readonly points: readonly MeasurePoint[];
  /** In metres, in the order of the points; an area's last leg leads back to its first point. */
  readonly legsM: readonly Measured[];
  /** In square metres; null unless an area is measured. */
  readonly areaM2: Measured | null;
}

export interface MeasureState extends MeasureFigure {
  readonly mode: MeasureMode;
  /** Point that keys move; null: the last. */
  readonly selected: number | null;
  /** Point that is being moved: its moves are one step to undo. */
  readonly held: number | null;
  readonly past: readonly MeasureFigure[];
  readonly future: readonly MeasureFigure[];
  readonly isSnapping: boolean;
  readonly units: { readonly length: LengthUnit; readonly area: AreaUnit };
  readonly aim: MeasureAim | null;
  readonly result: MeasureResult | null;
}

/** What may be asked of the measure tool; `stepMeasure` answers, beside the tool's code and not in the first chunk. */
export type MeasureStep =
  | { readonly type: 'mode'; readonly mode: MeasureMode }
  | { readonly type: 'aim'; readonly aim: MeasureAim }
  | { readonly type: 'add'; readonly points: readonly MeasurePoint[] }
  | {
      readonly type: 'move';
      readonly index: number;
      readonly point: MeasurePoint;
      /** True: more moves of the same point follow; they are one step to undo. */
      readonly isHeld: boolean;
    }
  | { readonly type: 'remove'; readonly index: number }
  | { readonly type: 'select'; readonly index: number | null }
  /** Ends the figure, and closes an area; one that is too short stays open. */
  | { readonly type: 'finish' }
  /** Ends the figure; one that is too short or has ended is cleared away. */
  | { readonly type: 'escape' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'clear' }
  | { readonly type: 'snap'; readonly isOn: boolean }
  | { readonly type: 'units'; readonly units: Partial<MeasureState['units']> }
  | { readonly type: 'result'; readonly result: MeasureResult };

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
  /** What the map shows, as it last reported it; null before the first report. */
  readonly bounds: Bounds | null;
  /** Its corners, clockwise from the upper left, while it is turned or tilted; else the bounds are all. */
  readonly frame?: readonly LngLat[] | undefined;
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
  readonly tool: ToolState | null;
  readonly compare: CompareState;
  readonly measure: MeasureState;
  /** What is looked for; empty: nothing. */
  readonly find: string;
  /** Drawn over everything, dashed, while the user looks at it: own data before it is taken, geometry before and after. */
  readonly preview: Preview | null;
  /** Base map and terrain under the plan; absent until the user has chosen one. In no address. */
  readonly base?: BaseState | undefined;
  /** Tiles of the plan's own layers; absent where it has none. In no address. */
  readonly tiles?: TilesState | undefined;
}

/** Features in degrees; property `tone` sets the colour: `new` (default), `old`, `pick`. */
export interface Preview {
  readonly features: FeatureCollection;
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
  readonly tool: ToolState | null;
  readonly compare: CompareState;
  /** What is looked for; empty: nothing. */
  readonly find: string;
  readonly measure: MeasureView;
}

export type ViewerRequest =
  | { readonly type: 'load-start' }
  | {
      readonly type: 'load-done';
      readonly bundle: PlanBundle;
      readonly problems: readonly Problem[];
    }
  | { readonly type: 'load-failed'; readonly problems: readonly Problem[] }
  /** The same plan, edited: selection, camera, switches and tool stay. */
  | { readonly type: 'revise'; readonly bundle: PlanBundle }
  /** What a tool lays over the plan, or under it. */
  | {
      readonly type: 'lay';
      readonly change: Partial<Pick<ViewerState, 'preview' | 'base' | 'tiles'>>;
    }
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
  | {
      readonly type: 'scene';
      readonly scene: string | null;
      /** The scene itself, where the bundle does not hold it: one that was edited here. */
      readonly view?: StoryScene;
    }
  | { readonly type: 'flavour'; readonly choice: FlavourName | 'auto'; readonly drawn: FlavourName }
  | { readonly type: 'lang'; readonly lang: Language }
  | { readonly type: 'panel'; readonly panel: PanelName; readonly isOpen: boolean }
  | { readonly type: 'tab'; readonly tab: SheetTab }
  | { readonly type: 'graticule'; readonly isOn: boolean }
  | { readonly type: 'gestures'; readonly gestures: Gestures }
  | { readonly type: 'tool'; readonly tool: ToolState | null }
  | { readonly type: 'compare'; readonly change: Partial<CompareState> }
  /** The measure tool's whole slice, as `stepMeasure` made it. */
  | { readonly type: 'measure'; readonly measure: MeasureState }
  | { readonly type: 'find'; readonly query: string }
  | { readonly type: 'padding'; readonly padding: Padding }
  | {
      readonly type: 'camera-moved';
      readonly camera: Camera;
      readonly bounds: Bounds;
      readonly frame?: readonly LngLat[] | undefined;
      readonly isByUser: boolean;
      /** While maps are compared, only they say where the camera is; the map behind them is out of sight. */
      readonly from?: 'compare';
    }
  | { readonly type: 'map-status'; readonly status: MapStatus; readonly reason?: string }
  | { readonly type: 'restore'; readonly view: Partial<ViewState>; readonly origin: Origin }
  | { readonly type: 'notify'; readonly notices: readonly Notice[] }
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
