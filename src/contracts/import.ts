/** Files of the user's own: what is read of them, in which system they lie, and who reads them. */
import type { FeatureCollection, Geometry } from 'geojson';
import type { Bounds } from './bundle.ts';
import type { Problem } from './errors.ts';
import type { Bilingual } from './theme.ts';

export const FILE_FORMATS = [
  'geojson',
  'shapefile',
  'kml',
  'gpx',
  'table',
  'dxf',
  'geopackage',
  'flatgeobuf',
  'bundle',
] as const;
/** `kml` stands for KMZ too, `table` for CSV, TSV and XLSX, `bundle` for a whole plan bundle (.zip or .json). */
export type FileFormat = (typeof FILE_FORMATS)[number];

export const CHARSETS = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'windows-1252',
] as const;
/** Labels of the Encoding Standard; GBK, CP936 and GB2312 are read as gb18030, which holds them. */
export type Charset = (typeof CHARSETS)[number];

export interface CharsetGuess {
  readonly charset: Charset;
  /**
   * What tells it: `cpg` the shapefile's .cpg, `language-byte` the DBF's LDID, `bom` a byte order mark, `header` the
   * file's own declaration (XML, $DWGCODEPAGE), `trial` the bytes themselves, `chosen` the user.
   */
  readonly basis: 'cpg' | 'language-byte' | 'bom' | 'header' | 'trial' | 'chosen';
  /** The declaration word for word, e.g. `ANSI 936`; absent where there is none. */
  readonly declared?: string;
  /** Text of the file that is not ASCII, decoded so; empty when there is none. */
  readonly sample: string;
}

/** A file as picked, dropped or pasted; parts of a shapefile come together. */
export interface GivenFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Columns of a table by their index from 0. */
export type CoordinateColumns =
  /** Easting and northing in metres, or longitude and latitude in degrees or in 度分秒. */
  | { readonly kind: 'xy'; readonly x: number; readonly y: number }
  /** One column holds both: `113.41, 38.08`, `POINT(113.41 38.08)`. */
  | { readonly kind: 'one'; readonly column: number };

export interface ReadOptions {
  /** Instead of the guess. */
  readonly charset?: Charset;
  /** Of a table, instead of the guess. */
  readonly columns?: CoordinateColumns;
}

export interface SourceField {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'mixed';
  /** Features that have a value. */
  readonly filled: number;
  /** Up to five values that differ, as text. */
  readonly samples: readonly string[];
}

/** What the file itself says of its system. */
export interface CrsHint {
  readonly basis: 'prj' | 'crs-member' | 'srs-table' | 'header' | 'format';
  /** Word for word, e.g. the WKT of a .prj; `format`: the format allows one system only (KML, GPX). */
  readonly text: string;
  /** Where the text names a code. */
  readonly epsg?: number;
}

/** A layer as a reader gives it: coordinates as in the file, nothing converted. Only readers and the worker see it. */
export interface ReadLayer {
  readonly name: string;
  readonly features: FeatureCollection<Geometry | null, Readonly<Record<string, unknown>>>;
  readonly crs: CrsHint | null;
  /** Of a table: its header, and which columns the coordinates came from; null: none were found. */
  readonly table?: {
    readonly header: readonly string[];
    readonly columns: CoordinateColumns | null;
  };
}

/** What a reader gives for one file or one set of files. */
export interface ReadFile {
  readonly format: FileFormat;
  readonly layers: readonly ReadLayer[];
  /** Null where the format settles it. */
  readonly charset: CharsetGuess | null;
  readonly problems: readonly Problem[];
  /** Of a bundle: its files by path, as text. */
  readonly bundle?: Readonly<Record<string, string>>;
}

export type ReadPhase = 'reading' | 'unpacking' | 'parsing' | 'checking' | 'converting';

export interface ReadProgress {
  readonly phase: ReadPhase;
  /** 0–1; null: not known. */
  readonly done: number | null;
  readonly file: string;
}

/** What a reader is given beside the bytes. */
export interface ReadTask {
  readonly options: ReadOptions;
  readonly report: (progress: Omit<ReadProgress, 'file'>) => void;
  /** Throws when the user has cancelled; a reader calls it at least every 50 ms of work. */
  readonly checkpoint: () => Promise<void>;
}

/** Reads the parts of one data set, by file name in lower case. Throws a PlanError when nothing usable is left. */
export type Reader = (
  parts: ReadonlyMap<string, Uint8Array>,
  name: string,
  task: ReadTask,
) => Promise<ReadFile>;

/* —— Systems —— */

/**
 * `EPSG:…` for what is offered by code; `GCJ-02`, `BD-09` for the shifted systems of web maps; `file` for what the
 * file's own WKT says and no code stands for.
 */
export type CrsId = `EPSG:${number}` | 'GCJ-02' | 'BD-09' | 'file';

export interface CrsInfo {
  readonly id: CrsId;
  readonly name: Bilingual;
  /** Degrees or metres. */
  readonly unit: 'deg' | 'm';
  /** What the conversion adds to the data's own error, in metres. */
  readonly errorM: number;
  /** Why it is not exact: no local parameters, a shift that is only approximated. */
  readonly warning?: Bilingual;
}

export interface CrsChoice {
  readonly crs: CrsId;
  /** First number is the northing or the latitude. */
  readonly isSwapped: boolean;
}

export interface CrsCandidate extends CrsChoice {
  /** Where the layer would lie, west, south, east, north in degrees; null: nowhere on earth. */
  readonly bounds: Bounds | null;
  /** It would lie in the plan's surroundings. */
  readonly isNear: boolean;
  /** Why it is offered. */
  readonly reason: Bilingual;
}

/** The guess first, then the alternatives, likeliest first; never empty. */
export interface CrsGuess {
  readonly candidates: readonly CrsCandidate[];
  /** `stated`: the file says so; `likely`: one alone fits; `open`: the user must choose. */
  readonly sureness: 'stated' | 'likely' | 'open';
}

/* —— The session with the worker —— */

export interface LayerSummary {
  readonly id: string;
  readonly name: string;
  readonly format: FileFormat;
  /** File that it comes from. */
  readonly file: string;
  readonly count: number;
  /** How many features have which type; `none`: no geometry. */
  readonly geometry: Readonly<Record<string, number>>;
  readonly fields: readonly SourceField[];
  /** In the file's numbers, first number before second; null: there are no positions. */
  readonly extent: Bounds | null;
  readonly crs: CrsHint | null;
  readonly guess: CrsGuess;
  readonly table?: ReadLayer['table'];
}

export interface ReadSummary {
  readonly layers: readonly LayerSummary[];
  /** By file. */
  readonly charsets: Readonly<Record<string, CharsetGuess>>;
  readonly problems: readonly Problem[];
  /** A whole bundle was among the files: its files by path. */
  readonly bundle: {
    readonly file: string;
    readonly files: Readonly<Record<string, string>>;
  } | null;
}

/** A layer in degrees (EPSG:4490), thinned so that the page stays quick; for the map only. */
export interface LayerPreview {
  readonly features: FeatureCollection<Geometry, { readonly index: number }>;
  readonly bounds: Bounds | null;
  /** Features or vertices were left out. */
  readonly isThinned: boolean;
}

/** One feature of a layer. */
export interface TakenFeature {
  /** Its number in the layer, from 0. */
  readonly index: number;
  /** In degrees, EPSG:4490, lon/lat, eight decimals; null: it has none. */
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface ImportWatch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** Files that are open in the worker. Every call rejects with a PlanError that says what, where and what to do. */
export interface ImportSession {
  /** Opens files beside those that are open. Rejects with the signal's reason when cancelled, keeping nothing of them. */
  readonly open: (
    files: readonly GivenFile[],
    options: ReadOptions,
    watch: ImportWatch,
  ) => Promise<ReadSummary>;
  /** Reads a file again in another way; other files stay as they are. */
  readonly reread: (file: string, options: ReadOptions, watch: ImportWatch) => Promise<ReadSummary>;
  readonly preview: (layer: string, choice: CrsChoice) => Promise<LayerPreview>;
  /** Rows as they stand, for the table and for matching; geometry in degrees as `choice` says. */
  readonly take: (
    layer: string,
    choice: CrsChoice,
    range:
      { readonly from: number; readonly count: number } | { readonly indices: readonly number[] },
    watch?: ImportWatch,
  ) => Promise<readonly TakenFeature[]>;
  readonly close: (file: string) => Promise<ReadSummary>;
  readonly dispose: () => void;
}

/** @param near the plan's surroundings, which tell a likely system from an unlikely one */
export type OpenImportSession = (near: Bounds) => ImportSession;
