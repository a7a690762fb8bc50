/** Cartography as data: one table of classes per theme feeds map, legend, card and print. */
import type { Certainty, Status } from './bundle.ts';
import type { MarkLook } from './marks.ts';

export type Language = 'zh-Hans' | 'en';
export type FlavourName = 'light' | 'dark' | 'projector';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Name of a colour in the palette; every flavour gives it a value. */
export type ColourName = string;

/** The interface of a flavour. */
export interface Look {
  readonly name: FlavourName;
  readonly scheme: 'light' | 'dark';
  /** Interface tokens by name without the leading `--plan-`, as CSS values. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** One flavour: interface, cartographic colours, and how much larger things are drawn. */
export interface Flavour extends Look {
  /** Factor on line widths, symbol and type sizes on the map. */
  readonly scale: number;
  /** No word on the map is smaller, in CSS pixels; 0: as the tables say. */
  readonly leastTypePx: number;
  /** Cartographic colours by name, as #rrggbb. */
  readonly colours: Readonly<Record<ColourName, string>>;
}

/** Road with casing; the number is drawn as a shield when `shield` is given. */
export interface RoadSymbol {
  readonly type: 'road';
  readonly colour: ColourName;
  readonly casing: ColourName;
  readonly widthPx: number;
  readonly shield?: ShieldStyle;
  /** Of the name; default: casing on light ground, colour on dark. */
  readonly labelColour?: ColourName;
}
/** Railway: a dark line with light dashes on it. */
export interface RailSymbol {
  readonly type: 'rail';
  readonly colour: ColourName;
  readonly gap: ColourName;
  readonly widthPx: number;
  readonly name?: boolean;
}
/** Plain line: river, ring, link. */
export interface LineSymbol {
  readonly type: 'line';
  readonly colour: ColourName;
  readonly widthPx: number;
  /** Name written along the line. */
  readonly name?: boolean;
  /** Of the name; default: colour. */
  readonly labelColour?: ColourName;
}
/** A broad translucent band under the roads, with a badge: corridors. */
export interface BandSymbol {
  readonly type: 'band';
  readonly colour: ColourName;
  readonly widthPx: number;
}
/** A translucent area that fades out at its edge; one colour per feature in the order of the bundle. */
export interface AreaSymbol {
  readonly type: 'area';
  readonly colours: readonly ColourName[];
  /** Width in kilometres over which the edge fades. */
  readonly fadeKm: number;
}
/** Administrative outline with a pale band inside and a mask outside. */
export interface OutlineSymbol {
  readonly type: 'outline';
  readonly colour: ColourName;
  readonly widthPx: number;
}
/** Point symbol with a name. */
export interface MarkerSymbol {
  readonly type: 'marker';
  readonly icon: IconName;
  readonly colour: ColourName;
  /** Side of the icon in CSS pixels. */
  readonly sizePx: number;
  readonly labelPx: number;
  readonly labelColour?: ColourName;
  readonly labelFont?: 'sans' | 'serif' | 'bold';
  /** When the circle of uncertainty is drawn at true scale. */
  readonly uncertainty: 'always' | 'focus';
  /** Zoom from which the symbol, and from which its name, is shown. */
  readonly minZoom?: number;
  readonly labelMinZoom?: number;
  /** Lower is placed first, and so kept when names compete. */
  readonly rank: number;
  /** Shift in pixels, so that symbols at one place stand side by side. */
  readonly offsetPx?: readonly [number, number];
}
/** Has no place on the map: in list and card only. */
export interface TextOnlySymbol {
  readonly type: 'text-only';
  readonly icon: IconName;
  readonly colour: ColourName;
}

export type ClassSymbol =
  | RoadSymbol
  | RailSymbol
  | LineSymbol
  | BandSymbol
  | AreaSymbol
  | OutlineSymbol
  | MarkerSymbol
  | TextOnlySymbol;

export type ShieldStyle =
  'national-expressway' | 'provincial-expressway' | 'national' | 'provincial';

export type IconName =
  | 'county-seat'
  | 'town-seat'
  | 'township-seat'
  | 'dot'
  | 'station'
  | 'high-speed-station'
  | 'interchange'
  | 'scenic'
  | 'heritage'
  | 'hot-spring'
  | 'village'
  | 'resort'
  | 'park'
  | 'cluster'
  | 'zone'
  | 'plane'
  | 'hub'
  | 'node'
  | 'power'
  | 'solar'
  | 'hydro'
  | 'storage'
  | 'mine'
  | 'road';

/** One row of a theme's table: which features, how they are drawn, how the legend names them. */
export interface FeatureClass {
  /** Unique over all themes, e.g. `expressway`. */
  readonly id: string;
  readonly name: Bilingual;
  /** The bundle layer and kinds that it holds; no kinds: every other kind of the layer. */
  readonly layer: string;
  readonly kinds?: readonly string[];
  readonly symbol: ClassSymbol;
  /** Basis of the colour: the 2021 mapping standard's annex B, or the project's own 示意配色. */
  readonly basis: 'standard' | 'project';
}

export interface Theme {
  readonly id: string;
  readonly name: Bilingual;
  /** Underline of this theme's phrases in the text. */
  readonly colour: ColourName;
  readonly classes: readonly FeatureClass[];
}

/** Style of each stage, shared by all themes: dash pattern in line widths; null is solid. */
export interface StatusStyle {
  readonly status: Status;
  readonly name: Bilingual;
  readonly dash: readonly number[] | null;
}

/** How each certainty is told, shared by all themes. */
export interface CertaintyStyle {
  readonly certainty: Certainty;
  readonly name: Bilingual;
  readonly meaning: Bilingual;
  /** Soft halo drawn under and around the symbol. */
  readonly isSoft: boolean;
}

/** What holds for every theme; small, so that the text need not wait for the tables. */
export interface Conventions {
  readonly statuses: readonly StatusStyle[];
  readonly certainties: readonly CertaintyStyle[];
  readonly looks: Readonly<Record<FlavourName, Look>>;
}

/** Everything of `layers/` in one piece, handed to core and elements. */
export interface Cartography extends Conventions {
  /** In drawing order, lowest first. */
  readonly themes: readonly Theme[];
  readonly flavours: Readonly<Record<FlavourName, Flavour>>;
  /** An icon as SVG text; pure. */
  readonly drawIcon: (icon: IconName, options: IconOptions) => SvgImage;
  /** A road number's shield as SVG text; pure. */
  readonly drawShield: (style: ShieldStyle, ref: string, flavour: Flavour) => SvgImage;
  /** A corridor's badge (纵一) as SVG text; pure. */
  readonly drawBadge: (text: string, colour: ColourName, flavour: Flavour) => SvgImage;
  /** How marks of a meeting look; they are no part of the plan. */
  readonly markLook: MarkLook;
}

export interface IconOptions {
  readonly colour: ColourName;
  readonly sizePx: number;
  /** Dashed rim for schematic and inferred. */
  readonly isSoft: boolean;
  readonly status: Status;
  readonly flavour: Flavour;
}

export interface SvgImage {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
}
