/** Base maps and terrain that the user brings: none by default, each fails softly, none is drawn where it is wrong. */
import type { Bounds } from './bundle.ts';
import type { Bilingual } from './theme.ts';

/** What stands before a base map's picture is known to lie right. `gcj02` is refused: it would lie 600 m off. */
export type Datum = 'cgcs2000' | 'gcj02' | 'bd09';

interface BaseMapFrame {
  readonly id: string;
  readonly name: string;
  /** Shown on the map word for word, as text. */
  readonly attribution: string;
  /** 审图号, kept in view; absent: none is known. */
  readonly mapApproval?: string;
  readonly datum: Datum;
}

export type BaseMap = BaseMapFrame &
  (
    | {
        readonly kind: 'xyz';
        /** With {z}, {x}, {y} (or {-y} for TMS) and perhaps {s}. */
        readonly url: string;
        readonly tileSize: 256 | 512;
        readonly minZoom: number;
        readonly maxZoom: number;
        readonly subdomains?: readonly string[];
      }
    | {
        readonly kind: 'wmts';
        readonly url: string;
        readonly layer: string;
        readonly matrixSet: string;
        readonly style: string;
        readonly format: string;
        readonly maxZoom: number;
      }
    | {
        readonly kind: 'wms';
        readonly url: string;
        readonly layers: string;
        readonly version: '1.1.1' | '1.3.0';
        readonly format: string;
      }
    /** 天地图; the key stays on this machine and is in no address that is shared. */
    | {
        readonly kind: 'tianditu';
        readonly key: string;
        readonly look: 'vec' | 'img' | 'ter';
        readonly hasNames: boolean;
      }
    /** An address, or a file that the user gave (`file` is its name; it is asked for again after a reload). */
    | { readonly kind: 'pmtiles'; readonly url: string | null; readonly file: string | null }
  );

export type Terrain = BaseMapFrame &
  (
    | {
        readonly kind: 'raster-dem';
        readonly url: string;
        readonly encoding: 'terrarium' | 'mapbox';
        readonly tileSize: 256 | 512;
        readonly maxZoom: number;
      }
    /** A GeoTIFF DEM that is read in the browser. */
    | { readonly kind: 'geotiff'; readonly file: string }
  );

/** What of the terrain is shown. */
export interface TerrainLook {
  readonly hasHillshade: boolean;
  readonly hasContours: boolean;
  /** 3D. */
  readonly hasRelief: boolean;
  /** Factor on heights in 3D, 1–5. */
  readonly exaggeration: number;
  /** Metres between contours; null: chosen by zoom. */
  readonly intervalM: number | null;
}

/** What lies under the plan at this moment. */
export interface BaseState {
  readonly map: BaseMap | null;
  /** 0–1 */
  readonly opacity: number;
  readonly terrain: Terrain | null;
  readonly look: TerrainLook;
  /** The bytes of files that the user gave, by name; they never leave this window. */
  readonly files: Readonly<Record<string, Blob>>;
}

/** What a base map is doing, for its badge. */
export interface BaseReport {
  readonly of: 'map' | 'terrain';
  readonly status: 'loading' | 'shown' | 'partly' | 'failed';
  /** Why, in words for the reader; null while all is well. */
  readonly reason: Bilingual | null;
  /** Tiles that did not come. */
  readonly missing: number;
  /** Where it has data, if it says. */
  readonly bounds?: Bounds;
}
