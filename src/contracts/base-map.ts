/** Base maps and terrain: the user's own choice, never the plan's. Off by default. */
import type { Bounds } from './bundle.ts';
import type { Problem } from './errors.ts';

/** The plan's layers begin with this one; the base map lies below, above the paper. */
export const FIRST_OF_PLAN = 'graticule';

/** System that a server's tiles are drawn in; tiles of GCJ-02 are shifted back before they are shown. */
export type TileDatum = 'wgs84' | 'gcj02';

interface BaseCommon {
  /** What the user calls it. */
  readonly name: string;
  /** Who made it, as its terms ask; stands on the map as long as it is shown. */
  readonly attribution: string;
  /** 审图号 of the base map; empty when it has none. */
  readonly approval: string;
}

/** Tiles by column and row; `{z}`, `{x}`, `{y}` or `{-y}`, and `{a-d}` or `{0-7}` for one of several hosts. */
export interface XyzBase extends BaseCommon {
  readonly kind: 'xyz';
  readonly url: string;
  readonly datum: TileDatum;
  /** Closest zoom that the server has, 0–24. */
  readonly maxZoom: number;
  readonly tilePx: 256 | 512;
}

export interface WmtsBase extends BaseCommon {
  readonly kind: 'wmts';
  /** Address of the service, or a template with `{TileMatrix}`, `{TileRow}` and `{TileCol}`. */
  readonly url: string;
  readonly layer: string;
  readonly style: string;
  /** A matrix set of Web Mercator. */
  readonly matrixSet: string;
  /** What the set calls its matrices, by zoom; empty: by the number of the zoom. */
  readonly matrices: readonly (string | null)[];
  readonly format: string;
  readonly maxZoom: number;
}

export interface WmsBase extends BaseCommon {
  readonly kind: 'wms';
  readonly url: string;
  /** Names of the layers, lowest first. */
  readonly layers: readonly string[];
  readonly version: '1.1.1' | '1.3.0';
  readonly format: string;
}

/** 天地图: streets, imagery or terrain, with names over it; the key is the user's own. */
export interface TiandituBase extends BaseCommon {
  readonly kind: 'tianditu';
  readonly look: 'vec' | 'img' | 'ter';
  readonly hasNames: boolean;
  readonly key: string;
}

export interface PmtilesBase extends BaseCommon {
  readonly kind: 'pmtiles';
  /** Null: a file of this machine. */
  readonly url: string | null;
}

export type BaseMap = XyzBase | WmtsBase | WmsBase | TiandituBase | PmtilesBase;

/** Heights as tiles whose colours are metres. */
export interface TiledTerrain extends BaseCommon {
  readonly kind: 'tiles';
  readonly url: string;
  readonly encoding: 'terrarium' | 'mapbox';
  readonly maxZoom: number;
}

/** Heights from a GeoTIFF of this machine. */
export interface FileTerrain extends BaseCommon {
  readonly kind: 'geotiff';
}

export type Terrain = TiledTerrain | FileTerrain;

export interface TerrainLook {
  readonly hasShade: boolean;
  readonly hasContours: boolean;
  /** The map stands up from the plane. */
  readonly hasRelief: boolean;
  /** Heights are drawn this many times as high, 1–5. */
  readonly exaggeration: number;
}

/** What is remembered on this machine. */
export interface BaseChoice {
  readonly map: BaseMap | null;
  /** 0–1 */
  readonly opacity: number;
  readonly terrain: Terrain | null;
  readonly look: TerrainLook;
}

/** Reads one tile; null: the server has none there. Rejects when it cannot be had, which leaves a hole. */
export type ReadTile = (
  z: number,
  x: number,
  y: number,
  signal: AbortSignal,
) => Promise<ArrayBuffer | ImageBitmap | null>;

/** What the map draws tiles from; the same key is the same tiles. */
export interface TileSource {
  readonly key: string;
  readonly read: ReadTile;
  /** `vector`: MVT; `heights`: colours are metres, as Terrarium or Mapbox write them. */
  readonly form: 'raster' | 'vector' | 'terrarium' | 'mapbox';
  readonly tilePx: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Null: everywhere. */
  readonly bounds: Bounds | null;
  /** Names of the layers in vector tiles. */
  readonly vectorLayers: readonly string[];
}

export type BasePart = 'map' | 'terrain';

/** How a part fares: nothing asked yet, tiles come, some are missing, none come. */
export interface BaseReport {
  readonly status: 'opening' | 'shown' | 'partial' | 'failing';
  /** Why tiles are missing; null while none are. */
  readonly problem: Problem | null;
  /** 0–1 while a file is being read; absent otherwise. */
  readonly progress?: number;
}

/** What lies under the plan now. */
export interface BaseState {
  readonly choice: BaseChoice;
  /** Null: not chosen, still opening, or it could not be opened. */
  readonly ground: TileSource | null;
  readonly heights: TileSource | null;
  readonly contours: TileSource | null;
  readonly reports: Readonly<Partial<Record<BasePart, BaseReport>>>;
}

/** As the map draws it. */
export interface BaseScene {
  readonly ground: TileSource | null;
  readonly opacity: number;
  readonly heights: TileSource | null;
  readonly contours: TileSource | null;
  readonly look: TerrainLook;
  readonly colours: {
    readonly contour: string;
    readonly halo: string;
    readonly shadow: string;
    readonly light: string;
    /** Of vector tiles without a style of their own. */
    readonly line: string;
    readonly area: string;
  };
  /** Type of contour figures, in pixels. */
  readonly labelPx: number;
  /** Its families, as the plan's own names have them. */
  readonly labelFont: readonly string[];
}
