/**
 * The plan bundle: a spatial plan's text, features, sources and scenes in one piece.
 * The source of truth for its shape is `data/plan-bundle.schema.json`; these types mirror it.
 */
import type { FeatureCollection, Feature, Geometry } from 'geojson';
import type { SheetTemplate } from './sheet.ts';

/** Longitude and latitude in degrees, CGCS2000 (EPSG:4490), always in that order. */
export type LngLat = readonly [lng: number, lat: number];

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export const STATUSES = [
  'existing',
  'under-construction',
  'planned',
  'proposed',
  'cancelled',
] as const;
/** Stage of a feature: 现状, 在建, 规划, 研究, 取消. Decides the line style. */
export type Status = (typeof STATUSES)[number];

export const CERTAINTIES = ['surveyed', 'digitised', 'schematic', 'inferred', 'unknown'] as const;
/** How sure the geometry is: 测绘, 数字化, 示意, 推断, 未知 (text only). Always visible on the map. */
export type Certainty = (typeof CERTAINTIES)[number];

/** How a paragraph speaks of a feature. */
export type RefRole = 'defines' | 'mentions' | 'constrains' | 'funds';

/** A feature's citation of the plan's own words. `quote` occurs in the paragraph word for word. */
export interface PlanRef {
  readonly doc: string;
  readonly para: string;
  readonly quote: string;
  readonly role: RefRole;
  /**
   * `named`: the quote names the thing or the group that it belongs to (通用航空机场, 四纵四横, 铁路、公路).
   * `reading`: the plan does not name it there; the link is our own reading (推断，非规划原文).
   */
  readonly basis: 'named' | 'reading';
}

export interface Accuracy {
  readonly class: Certainty;
  /** Radius in metres within which the true position is expected to lie. Absent when unknown. */
  readonly horizontalM?: number;
  readonly method?: string;
  readonly methodEn?: string;
  readonly note?: string;
  readonly noteEn?: string;
  /** Required for class inferred: 推断，非规划原文. */
  readonly label?: string;
}

export type Unit = 'km' | 'm' | 'ha' | 'mu' | 'km2' | 'CNY1e4' | 'CNY1e8';

/** A figure of a feature. `stated` true: the source says it; false: measured from the geometry. */
export interface Measure {
  readonly value: number;
  readonly unit: Unit;
  readonly stated: boolean;
  readonly label: string;
  readonly labelEn?: string;
}

/** A fact of a feature as the card shows it: 标准 · 四车道，80 公里/小时. */
export interface Attribute {
  readonly label: string;
  readonly labelEn?: string;
  readonly value: string;
  readonly valueEn?: string;
  /** Id of the source that says so. */
  readonly source?: string;
}

export interface Phase {
  readonly label?: string;
  readonly from?: number;
  readonly to?: number;
}

export interface PlanFeatureProperties {
  readonly id: string;
  /** Id of the bundle layer that it belongs to. */
  readonly layer: string;
  /** The kind within the layer; with `layer` it picks the cartographic class, e.g. `motorway`. */
  readonly kind: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly aka?: readonly string[];
  /** Road or line number as signed, e.g. G5. */
  readonly ref?: string;
  readonly status: Status;
  readonly phase?: Phase;
  readonly planRefs: readonly PlanRef[];
  readonly sources: readonly string[];
  readonly accuracy: Accuracy;
  readonly measure?: Readonly<Record<string, Measure>>;
  readonly attributes?: readonly Attribute[];
  /** Ids of the features that this one groups or is carried by (a corridor's roads, a cluster's sites). */
  readonly members?: readonly string[];
  /** A point inside an area or on a line where its name goes; default: computed. */
  readonly labelAt?: LngLat;
  readonly note?: string;
  readonly noteEn?: string;
  /** Codes of the national standard, e.g. XZQDM. */
  readonly std?: Readonly<Record<string, unknown>>;
}

export type PlanFeature = Feature<Geometry | null, PlanFeatureProperties>;
export type PlanFeatureCollection = FeatureCollection<Geometry | null, PlanFeatureProperties>;

export interface Paragraph {
  readonly id: string;
  /** Lead title, e.g. 打造现代物流集散地. */
  readonly title: string;
  readonly titleEn?: string;
  /** Headings above it, outermost first, e.g. ["战略定位"]. */
  readonly path: readonly string[];
  readonly pathEn?: readonly string[];
  /** The plan's words. A blank line (\n\n) parts two printed paragraphs under one id. */
  readonly text: string;
}

export interface PlanDocument {
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly status?: 'draft' | 'public-notice' | 'approved' | 'repealed';
  /** First and last year. */
  readonly period?: readonly [number, number];
  readonly note?: string;
  readonly noteEn?: string;
  readonly source?: string;
  readonly paragraphs: readonly Paragraph[];
}

/** A paragraph that has no place on the map, and why. */
export interface NonSpatial {
  readonly doc: string;
  readonly para: string;
  readonly reason: string;
  readonly reasonEn?: string;
}

/** A whole-county target beside its last known value. Values are as printed, with their unit. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly year: number;
  readonly target: { readonly text: string; readonly textEn?: string; readonly value?: number };
  readonly unit?: string;
  readonly known: readonly {
    readonly year: number;
    readonly text: string;
    readonly textEn?: string;
    readonly value?: number;
    readonly source: string;
  }[];
  readonly planRefs: readonly PlanRef[];
  readonly note?: string;
  readonly noteEn?: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
  readonly licence?: string;
  /** O official · S secondary · I inference. */
  readonly confidence?: 'O' | 'S' | 'I';
  readonly note?: string;
}

/**
 * Tiles that draw a layer in more detail than a bundle can hold, for a map that is looked at closely. Features of the
 * bundle stay what is read, listed and cited: every part of a tile belongs to one of them.
 */
export interface LayerTiles {
  /** One archive, or a server that answers by column and row. */
  readonly format: 'pmtiles' | 'mvt';
  /** Address of the archive, or of a tile with `{z}`, `{x}` and `{y}`; relative to the bundle. */
  readonly href: string;
  /** Names of the layers within the tiles. Default, of an archive alone: all that it lists. */
  readonly sourceLayers?: readonly string[];
  /** Feature of this layer that the parts belong to: its clause, sources, stage and accuracy are theirs. */
  readonly feature: string;
  /** Attribute of the parts that holds ids of features of this layer; such a part belongs to that feature. */
  readonly idField?: string;
  /** Closest zoom that a server has, 0–22; default 14. An archive says so itself. */
  readonly maxZoom?: number;
  /** Who made the tiles; an archive may say so itself. */
  readonly attribution?: string;
}

export interface BundleLayer {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly theme: string;
  /** False: switched off when the bundle opens. Default true. */
  readonly visible?: boolean;
  readonly note?: string;
  readonly noteEn?: string;
  readonly data?: { readonly format: 'inline' | 'geojson'; readonly href?: string };
  readonly tiles?: LayerTiles;
}

/** What a view of the bundle and a scene of its story have in common; their ids share one space. */
export interface SceneFrame {
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string;
  /** Absent: the map goes to `fit`. */
  readonly camera?: {
    readonly center?: LngLat;
    readonly zoom?: number;
    /** Degrees clockwise from north. */
    readonly bearing?: number;
    /** Degrees from straight down. */
    readonly pitch?: number;
  };
  /** Ids of the visible layers; a theme's id stands for all of its layers. Absent: they stay as they are. */
  readonly layers?: readonly string[];
  /** Features that are selected. */
  readonly focus?: readonly string[];
}

/** A view: a place to go to from the bar. */
export interface SceneView extends SceneFrame {
  readonly para?: string;
  readonly note?: string;
  readonly noteEn?: string;
}

/** A paragraph that a scene speaks from; `quote` occurs in it word for word. */
export interface SceneClause {
  readonly doc: string;
  readonly para: string;
  readonly quote?: string;
}

/** Stages at full strength and the last year shown; what is absent is not restricted. */
export interface SceneLens {
  readonly statuses?: readonly Status[];
  /** Show what is there by the end of this year. */
  readonly horizon?: number;
}

/** The comparison that a scene opens: the plan before and after, or two flavours. */
export interface SceneCompare {
  readonly pair: 'status' | 'flavour';
  readonly layout: 'swipe' | 'side';
  /** Where the divider stands, 0–1 from the left; default the middle. */
  readonly at?: number;
  readonly stages?: { readonly left: readonly Status[]; readonly right: readonly Status[] };
  readonly flavours?: {
    readonly left: 'light' | 'dark' | 'projector';
    readonly right: 'light' | 'dark' | 'projector';
  };
}

/** One step of a story: what is seen, what is said, and for how long. */
export interface StoryScene extends SceneFrame {
  /** The first is the one that the text turns to. */
  readonly clauses: readonly SceneClause[];
  /** Features that the map goes to where there is no camera; default: the focus. */
  readonly fit?: readonly string[];
  /** Default: all stages and years. */
  readonly lens?: SceneLens;
  readonly compare?: SceneCompare;
  /** The scene opens with `before`; the player goes over to `after`. */
  readonly lensPlay?: { readonly before: SceneLens; readonly after: SceneLens };
  /** All but the focus is dimmed. */
  readonly spotlight?: boolean;
  /** False: no pulse runs along corridors in focus; default: it does. */
  readonly pulse?: boolean;
  /** One or two sentences for the hall, plain text. */
  readonly caption: string;
  readonly captionEn?: string;
  /** What the speaker says: Markdown with paragraphs, lists, quotes, bold and emphasis only. */
  readonly notes?: string;
  readonly notesEn?: string;
  /** Seconds, 5–600. */
  readonly durationS: number;
}

/** A title page before or after the scenes, without the map. */
export interface StorySlide {
  readonly title: string;
  readonly titleEn?: string;
  readonly subtitle?: string;
  readonly subtitleEn?: string;
  /** A line in small type: date, source, reservation. */
  readonly footer?: string;
  readonly footerEn?: string;
  readonly notes?: string;
  readonly notesEn?: string;
  readonly durationS: number;
}

/** A plan told in scenes, in order. */
export interface Story {
  readonly id: string;
  /** Changes whenever the shipped story does, so that edits of an older one are told apart. */
  readonly version: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly opening?: StorySlide;
  readonly closing?: StorySlide;
  readonly scenes: readonly StoryScene[];
}

export interface BundleManifest {
  readonly version: '0.1';
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly subtitle?: string;
  readonly subtitleEn?: string;
  /** Code of the administrative division, 6–12 digits. */
  readonly xzqdm?: string;
  readonly crs: 'EPSG:4490' | 'EPSG:4326';
  readonly disclosure: 'public' | 'internal';
  /** 审图号 */
  readonly mapApproval?: string;
  readonly compiler?: string;
  readonly issued?: string;
  readonly licence?: string;
  /** The county's surroundings: no geometry lies outside. */
  readonly extent: Bounds;
}

/**
 * How the characters of a bundle are read and otherwise written, so that it can be searched by pinyin and in
 * traditional characters. Made with the one-piece bundle; holds no character that the bundle lacks.
 */
export interface SearchTable {
  /** Syllable without tone, ü as v → the characters read so. One that is read in several ways stands under each. */
  readonly pinyin: Readonly<Record<string, string>>;
  /** Words in which characters are read otherwise: 重塑 → `chong su`; what may be read either way has a slash. */
  readonly words?: Readonly<Record<string, string>>;
  /** Character → its traditional and variant forms: 纵 → 縱. */
  readonly variants?: Readonly<Record<string, string>>;
}

/** A loaded bundle in one piece, as `<plan-atlas>.bundle` gives it back. */
export interface PlanBundle {
  readonly bundle: BundleManifest;
  readonly plan: { readonly docs: readonly PlanDocument[] };
  readonly sources: readonly Source[];
  readonly layers: readonly BundleLayer[];
  readonly features: PlanFeatureCollection;
  readonly views: readonly SceneView[];
  /** Absent: nobody has told this plan as a story yet. */
  readonly story?: Story;
  readonly nonSpatial: readonly NonSpatial[];
  readonly indicators: readonly Indicator[];
  /** Make-ups of sheets that are kept with the plan. Absent: none. */
  readonly sheetTemplates?: readonly SheetTemplate[];
  /** Absent: no search by pinyin or in traditional characters. */
  readonly search?: SearchTable;
}
