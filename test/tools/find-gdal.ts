/** GDAL's command line tools, which the tests use as writers and readers that are not ours. */
import { runTool } from './run-tool.ts';

export interface Gdal {
  readonly ogr2ogr: string;
  /** Tells of a picture. */
  readonly info: string;
  readonly translate: string;
  readonly version: string;
}

let found: Gdal | null = null;

/**
 * Finds ogr2ogr; as root on Debian, where it is missing, installs the package gdal-bin.
 * @throws Error that says what to install
 */
export function findGdal(): Gdal {
  found ??= {
    ogr2ogr: 'ogr2ogr',
    info: 'gdalinfo',
    translate: 'gdal_translate',
    version: runTool({ command: 'ogr2ogr', debian: 'gdal-bin' }, ['--version']).trim(),
  };
  return found;
}
