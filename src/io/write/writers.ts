import { PlanError } from '../../contracts/errors.ts';
import {
  EXPORT_FORMATS,
  type ExportedFile,
  type ExportFormat,
  type ExportRequest,
} from '../../contracts/export.ts';
import { hasWkt } from '../crs/write-wkt.ts';
import { DEGREES, FORMATS, listExportSystems } from './formats.ts';
import type { Writer } from './writer.ts';

/** One chunk a format, fetched when the first file of it is wanted. */
const LOADERS: Readonly<Record<ExportFormat, () => Promise<Writer>>> = {
  geojson: async () => (await import('./write-geojson.ts')).writeGeojson,
  kml: async () => (await import('./write-kml.ts')).writeKml,
  csv: async () => (await import('./write-csv.ts')).writeCsv,
  geopackage: async () => (await import('./write-geopackage.ts')).writeGeopackage,
  shapefile: async () => (await import('./write-shapefile.ts')).writeShapefile,
};

/**
 * Writes chosen features of a plan as one file, with all columns, and what is inferred or schematic said in it.
 * EPSG:4490, or for CSV, GeoPackage and shapefile any 3° zone of CGCS2000 (EPSG:4534–4554); KML is WGS 84 by its own
 * rules and takes EPSG:4490 as equal. Nothing is asked of the network but the writer's own code.
 * @throws PlanError `export-format-unknown`, `crs-not-offered`, `no-features-chosen`, `unknown-feature`,
 * `geometry-unsupported`, `position-outside-system`
 */
export async function exportFeatures(request: ExportRequest): Promise<ExportedFile> {
  const { bundle, format, crs } = request;
  if (!Object.hasOwn(FORMATS, format)) {
    throw refusal(
      'export-format-unknown',
      String(format),
      `nothing can be written as ${JSON.stringify(format)}`,
      `Choose one of ${EXPORT_FORMATS.join(', ')}.`,
    );
  }
  const { ending, mime, hasMetres } = FORMATS[format];
  if (crs !== DEGREES && !(hasMetres && crs !== 'EPSG:4326' && hasWkt(crs))) {
    const offered = listExportSystems(format, bundle.bundle.extent).join(' or ');
    throw refusal(
      'crs-not-offered',
      crs,
      `${format} is not written in the coordinate system ${JSON.stringify(crs)}`,
      `Choose ${offered}${hasMetres ? '' : ', or another format'}.`,
    );
  }
  const code = crs === DEGREES ? '' : `-${crs.toLowerCase().replace(':', '')}`;
  const fileName = `${bundle.bundle.id.replaceAll(/[^\w.-]/g, '-')}${code}.${ending}`;
  const [{ collectRows }, { describeExport }, write] = await Promise.all([
    import('./collect-rows.ts'),
    import('./describe-export.ts'),
    LOADERS[format](),
  ]);
  const rows = await collectRows(request, fileName, format === 'shapefile' ? 'right' : 'left');
  const lines = describeExport(request, rows);
  const { bytes, problems } = await write({ request, rows, lines, fileName });
  return { fileName, mime, bytes, count: rows.length, problems };
}

const refusal = (code: string, at: string, message: string, remedy: string): PlanError =>
  new PlanError([{ code, severity: 'error', file: 'export', at, message, remedy }]);
