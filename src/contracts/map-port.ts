/** The map as core sees it: plain data in, plain events out; no type of a map library. */
import type { FeatureCollection } from 'geojson';
import type { BaseScene, TileSource } from './base-map.ts';
import type { Bounds, LngLat, PlanBundle } from './bundle.ts';
import type { MarksOptions, MarksSurface } from './marks.ts';
import type { Camera, Gestures, Padding, ViewerState } from './state.ts';
import type { Cartography, Flavour, Language, SvgImage } from './theme.ts';

/** A style layer as the MapLibre style specification writes it. */
export interface StyleLayer {
  readonly id: string;
  readonly type: 'background' | 'fill' | 'line' | 'circle' | 'symbol';
  readonly source?: string;
  /** Of vector tiles. */
  readonly 'source-layer'?: string;
  readonly filter?: unknown;
  readonly minzoom?: number;
  readonly maxzoom?: number;
  readonly layout?: Readonly<Record<string, unknown>>;
  readonly paint?: Readonly<Record<string, unknown>>;
}

/** Changes only with the bundle, the flavour or the language. */
export interface SceneStyle {
  /** Two styles with the same key are the same. */
  readonly key: string;
  readonly sources: Readonly<Record<string, FeatureCollection>>;
  readonly layers: readonly StyleLayer[];
  /** Layers whose filter follows the layer switches; the rest follow by feature state. */
  readonly switchedLayers: readonly string[];
  readonly images: Readonly<Record<string, SvgImage>>;
  /** The county's surroundings: the camera never leaves them. */
  readonly maxBounds: Bounds;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** What is looked at first. */
  readonly home: Bounds;
}

/** Drawn by feature state alone, so that a change costs a repaint and no new layout. */
export interface FeatureLook {
  /** 0–1, layer switch, slider and lens in one; 0 is switched off and cannot be picked. */
  readonly opacity: number;
  readonly isLit: boolean;
  readonly isSelected: boolean;
  /** Its name stands among the focus labels, and so not among the others. Default false. */
  readonly isNamed?: boolean;
}

/** A pulse that runs along lines for a few seconds (deck.gl, loaded on use). */
export interface PulseSpec {
  readonly key: string;
  readonly paths: readonly (readonly LngLat[])[];
  readonly colour: string;
  readonly widthPx: number;
  /** The pulse stops by itself after this time. */
  readonly durationMs: number;
}

/** A bundle layer in more detail, from tiles. */
export interface DetailScene {
  readonly source: TileSource;
  /** Style layers over that source, lowest first. */
  readonly layers: readonly StyleLayer[];
  /** Whose parts they are, unless `idField` names another of `known`. */
  readonly feature: string;
  readonly idField: string | null;
  readonly known: ReadonlySet<string>;
}

export interface MapScene {
  readonly style: SceneStyle;
  /** Looks that differ from {opacity 1, not lit, not selected}, by feature id. */
  readonly looks: Readonly<Record<string, FeatureLook>>;
  /** Bundle layers that are switched off; their names keep no place from others. */
  readonly hiddenLayers: readonly string[];
  readonly hasGraticule: boolean;
  /** Names of the selection, drawn above all else. */
  readonly focusLabels: FeatureCollection;
  readonly pulse: PulseSpec | null;
  /** What is measured: legs, areas, labels, and the points that can be dragged; above all else. */
  readonly sketch: FeatureCollection;
  /**
   * What a tool lays over the plan for a while, dashed; above the plan, below what is measured. Points and lines with a
   * `grip` can be dragged.
   */
  readonly preview: FeatureCollection;
  /** What lies under the plan at the user's wish; null: nothing. */
  readonly base: BaseScene | null;
  /** Layers that are drawn in more detail from tiles. */
  readonly details: readonly DetailScene[];
  /** A click puts a point down: the pointer is a cross, and points of the sketch can be dragged. */
  readonly isPlacing: boolean;
  /** Points to which a thin line leads from the pointer, until the next click. */
  readonly tail: readonly LngLat[];
}

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

export interface MoveOptions {
  readonly padding: Padding;
  readonly isInstant: boolean;
  /** Closest zoom that a fit may reach. */
  readonly maxZoom?: number;
}

export type MapEvent =
  /** Features under the pointer, topmost first. */
  | {
      readonly type: 'pick';
      readonly features: readonly string[];
      readonly point: ScreenPoint;
      readonly position: LngLat;
      /** Point of the sketch under the pointer, by its number from 0; null when none. */
      readonly handle: number | null;
    }
  /** A point of the sketch is dragged, or a grip of what a tool lays over the plan; `isHeld` false: it was let go. */
  | {
      readonly type: 'drag';
      readonly handle: number;
      /** Where it was taken hold of. */
      readonly from: LngLat;
      /** Features under the pointer, topmost first. */
      readonly features: readonly string[];
      readonly position: LngLat;
      readonly isHeld: boolean;
    }
  | { readonly type: 'hover'; readonly features: readonly string[] }
  | {
      readonly type: 'camera';
      readonly camera: Camera;
      readonly bounds: Bounds;
      /** Corners of the window, clockwise from the upper left, while it is turned or tilted. */
      readonly frame?: readonly LngLat[] | undefined;
      /** False: the atlas itself moved it. */
      readonly isByUser: boolean;
    }
  /** The camera is on its way; for what follows it frame by frame. */
  | { readonly type: 'move' }
  /** The first whole frame is painted; names may still fade in. */
  | { readonly type: 'load' }
  /** Everything visible is painted. */
  | { readonly type: 'idle' }
  | { readonly type: 'failure'; readonly message: string }
  /** The worker that prepares the tiles did not start: nothing will be drawn. */
  | { readonly type: 'no-worker' }
  | { readonly type: 'context-lost' }
  | { readonly type: 'context-restored' };

/** What the renderer really shows, read back from it. For tests; no element asks for it. */
export interface MapInspection {
  /** A feature as the last painted frame shows it; null when it is not on the map or a change still waits for its frame. */
  readonly lookOf: (featureId: string) => FeatureLook | null;
  /** Features whose own places are painted in a box of the canvas, with their classes; no names, circles or halos. */
  readonly placesIn: (
    from: ScreenPoint,
    to: ScreenPoint,
  ) => readonly { readonly feature: string; readonly cls: string }[];
  /** The names, badges and shields that stand in a box of the canvas, in CSS pixels. */
  readonly namesIn: (
    from: ScreenPoint,
    to: ScreenPoint,
  ) => readonly { readonly layer: string; readonly feature: string }[];
}

export interface MapPort {
  /** The whole picture; the adapter makes the fewest calls. */
  readonly apply: (scene: MapScene) => void;
  readonly fit: (bounds: Bounds, options: MoveOptions) => void;
  readonly moveTo: (camera: Partial<Camera>, options: MoveOptions) => void;
  readonly panBy: (byPx: readonly [number, number], options: MoveOptions) => void;
  readonly getCamera: () => Camera;
  /** Position on the canvas in CSS pixels, whether in view or not. */
  readonly project: (position: LngLat) => ScreenPoint;
  readonly setGestures: (gestures: Gestures) => void;
  /** Words that the map says itself, as in `MapOptions`; what is on the screen changes too. */
  readonly setLocale: (locale: Readonly<Record<string, string>>) => void;
  /** As if that point of the canvas, in CSS pixels, were clicked or touched: emits a `pick`. */
  readonly pickAt: (point: ScreenPoint, isFinger: boolean) => void;
  readonly resize: () => void;
  /** The next frame in which all is at rest as PNG, marks and all, in device pixels. */
  readonly capture: () => Promise<Blob>;
  /** The map as it is this moment, before whatever is asked for next moves it. */
  readonly captureAtOnce: () => Promise<Blob>;
  /** Loads what draws marks; one surface at a time. */
  readonly openMarks: (options: MarksOptions) => Promise<MarksSurface>;
  readonly inspection: MapInspection;
  readonly listen: (listener: (event: MapEvent) => void) => () => void;
  readonly dispose: () => void;
}

export interface MapOptions {
  readonly container: HTMLElement;
  readonly style: SceneStyle;
  /** Start here instead of at the style's home. */
  readonly camera: Partial<Camera> | null;
  readonly padding: Padding;
  readonly gestures: Gestures;
  readonly locale: Readonly<Record<string, string>>;
  readonly prefersReducedMotion: boolean;
  /** Device pixels per CSS pixel; default: the window's. */
  readonly pixelRatio?: number;
  /** Calls off a start that still waits for its context. */
  readonly signal?: AbortSignal;
  /** From `takeSeat`, called once the context has been given back; without it the map takes a seat and keeps it. */
  readonly released?: () => void;
}

/**
 * How much a map wants a graphics context. `use`: someone is at it, or the host page asked for something; `picture`:
 * it has no true picture to show; `look`: it has one.
 */
export type SeatWish = 'use' | 'picture' | 'look';

/**
 * What the page's budget of graphics contexts asks a map that runs or waits. Plain functions, for the maps of another
 * copy of the library are asked as well.
 */
export interface MapSeat {
  readonly wish: () => SeatWish;
  /** How far it is out of sight, in CSS pixels; 0 when some of it is seen; `Infinity` when it has no place. */
  readonly distancePx: () => number;
  /** Somebody is at it: it must stay awake. */
  readonly isHeld: () => boolean;
  /** It has shown everything once, so that a picture of it is true. */
  readonly isPainted: () => boolean;
  /** Of its last use, from a clock of the page. */
  readonly usedAtMs: () => number;
  /** Gives its context back; resolves when it has, or when it will not. */
  readonly sleep: () => Promise<void>;
}

/** Rejects with a `MapUnavailableError` when there is no WebGL2. */
export type CreateMap = (options: MapOptions) => Promise<MapPort>;

/** The code that is loaded when the first map comes into view. */
export interface MapModule {
  readonly createMap: CreateMap;
  /**
   * Waits for one of the page's few graphics contexts; gives `released` for `createMap`.
   * @throws the signal's reason when it is called off
   */
  readonly takeSeat: (seat: MapSeat, signal: AbortSignal) => Promise<() => void>;
  /** Something that a seat says has changed. */
  readonly reviewSeats: () => void;
  readonly buildStyle: (
    bundle: PlanBundle,
    cartography: Cartography,
    flavour: Flavour,
    lang: Language,
  ) => SceneStyle;
  readonly buildScene: (
    state: ViewerState,
    bundle: PlanBundle,
    cartography: Cartography,
    style: SceneStyle,
  ) => MapScene;
  /** Fetches the code of the pulse ahead of its first use. */
  readonly loadPulse: () => Promise<unknown>;
  /** Likewise of what marks are drawn with. */
  readonly loadMarks: () => Promise<unknown>;
}
