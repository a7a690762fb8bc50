/** GDAL's command line tools, which the tests use as writers and readers that are not ours. */
import { execFileSync, spawnSync } from 'node:child_process';

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
  if (found) return found;
  let version = askVersion();
  if (version === null && process.getuid?.() === 0 && hasApt()) {
    const quiet = {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    } as const;
    execFileSync('apt-get', ['update'], quiet);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'gdal-bin'], quiet);
    version = askVersion();
  }
  if (version === null) {
    throw new Error(
      'ogr2ogr is missing: install GDAL (Debian: apt-get install gdal-bin; macOS: brew install gdal).',
    );
  }
  found = { ogr2ogr: 'ogr2ogr', info: 'gdalinfo', translate: 'gdal_translate', version };
  return found;
}

function askVersion(): string | null {
  const { status, stdout } = spawnSync('ogr2ogr', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

const hasApt = (): boolean => spawnSync('apt-get', ['--version']).status === 0;
