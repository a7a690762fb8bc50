import type { Bounds } from '../../contracts/bundle.ts';
import type { ExportFormat } from '../../contracts/export.ts';
import type { CrsId } from '../../contracts/import.ts';
import { metricSystemOf } from '../crs/write-wkt.ts';

interface Format {
  readonly ending: string;
  readonly mime: string;
  /** Metres are offered beside degrees. */
  readonly hasMetres: boolean;
}

export const FORMATS: Readonly<Record<ExportFormat, Format>> = {
  geojson: { ending: 'geojson', mime: 'application/geo+json', hasMetres: false },
  kml: { ending: 'kml', mime: 'application/vnd.google-earth.kml+xml', hasMetres: false },
  csv: { ending: 'csv', mime: 'text/csv;charset=utf-8', hasMetres: true },
  geopackage: { ending: 'gpkg', mime: 'application/geopackage+sqlite3', hasMetres: true },
  shapefile: { ending: 'zip', mime: 'application/zip', hasMetres: true },
};
export const DEGREES: CrsId = 'EPSG:4490';

/**
 * The systems that a format is offered in, the default first: EPSG:4490, and where the format can say so the 3° zone of
 * CGCS2000 in which the plan lies, in metres (EPSG:4547 for Yu County).
 * @param extent of the plan, west, south, east, north in degrees
 */
export function listExportSystems(format: ExportFormat, extent: Bounds): readonly CrsId[] {
  const metric = FORMATS[format].hasMetres ? metricSystemOf(extent) : null;
  return metric === null ? [DEGREES] : [DEGREES, metric];
}
