/** Features handed out as files for other programs. */
import type { PlanBundle } from './bundle.ts';
import type { Problem } from './errors.ts';
import type { CrsId } from './import.ts';
import type { Cartography, Language } from './theme.ts';

export const EXPORT_FORMATS = ['geojson', 'kml', 'csv', 'geopackage', 'shapefile'] as const;
/** `shapefile` stands for a zip with one shapefile a kind of geometry. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The plain data of a cartography, so that a worker can be told it. */
export type ExportCartography = Pick<
  Cartography,
  'themes' | 'statuses' | 'certainties' | 'flavours'
>;

export interface ExportRequest {
  readonly bundle: PlanBundle;
  /** Ids of features of the bundle, at least one; whatever their order, the file keeps that of the bundle. */
  readonly featureIds: readonly string[];
  readonly format: ExportFormat;
  /** One of the systems that the format offers; see `listExportSystems`. */
  readonly crs: CrsId;
  /** Of names of themes, classes and stages, of methods, notes and titles, and of what is said of the file. */
  readonly language: Language;
  /** Names the themes, classes, stages and certainties; gives KML its colours. */
  readonly cartography: ExportCartography;
  /** When the file was made. Default: the file says nothing of it, and the same plan gives the same bytes. */
  readonly madeAt?: Date;
}

export interface ExportedFile {
  /** ASCII, with its ending; from the id of the bundle, and the code of the system unless that is EPSG:4490. */
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** Features in it. */
  readonly count: number;
  /** Warnings: what the format could not hold, e.g. `text-cut`. Empty when everything is in it. */
  readonly problems: readonly Problem[];
}
