import { PlanError, type Problem } from '../contracts/errors.ts';
import type { FileFormat, ReadFile, Reader, ReadTask } from '../contracts/import.ts';
import { unpack } from './archive/unpack.ts';

/** Files that are read as one. */
export interface DataSet {
  /** As the user calls it: the file's name, or the path in an archive. */
  readonly name: string;
  readonly format: FileFormat;
  /** By file name in lower case. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** One chunk a format, fetched when the first file of it is given. */
const LOADERS: Readonly<Record<FileFormat, () => Promise<Reader>>> = {
  geojson: async () => (await import('./read-geojson.ts')).readGeojson,
  shapefile: async () => (await import('./read-shapefile.ts')).readShapefile,
  kml: async () => (await import('./read-kml.ts')).readKml,
  gpx: async () => (await import('./read-gpx.ts')).readGpx,
  table: async () => (await import('./read-table.ts')).readTable,
  dxf: async () => (await import('./read-dxf.ts')).readDxf,
  geopackage: async () => (await import('./read-geopackage.ts')).readGeopackage,
  flatgeobuf: async () => (await import('./read-flatgeobuf.ts')).readFlatgeobuf,
  bundle: async () => (await import('./read-bundle.ts')).readBundle,
};

export const readDataSet = async (set: DataSet, task: ReadTask): Promise<ReadFile> =>
  (await LOADERS[set.format]())(set.parts, set.name, task);

const SHAPEFILE_PART = /\.(shp|shx|dbf|prj|cpg|sbn|sbx|qix|qpj|shp\.xml)$/i;
const MANIFEST = 'plan-bundle.json';
/** FlatGeobufs on servers may be compressed so; their decoder is WebAssembly, which a strict policy does not run. */
const ZSTANDARD = '(\u00B5/\u00FD';
const baseOf = (path: string): string => path.replace(/^.*\//, '');
const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((character, at) => bytes[at] === character.charCodeAt(0));

/**
 * Sorts given files into data sets: parts of a shapefile come together, archives are opened.
 * @throws PlanError when nothing among them can be read
 */
export async function sortFiles(
  files: ReadonlyMap<string, Uint8Array>,
  task: ReadTask,
): Promise<{ readonly sets: readonly DataSet[]; readonly problems: readonly Problem[] }> {
  const sets: DataSet[] = [];
  const problems: Problem[] = [];
  await sortInto(files, '', sets, problems, task);
  return { sets, problems };
}

async function sortInto(
  files: ReadonlyMap<string, Uint8Array>,
  within: string,
  sets: DataSet[],
  problems: Problem[],
  task: ReadTask,
): Promise<void> {
  const shapefiles = new Map<string, Map<string, Uint8Array>>();
  for (const [path, bytes] of files) {
    const name = within === '' ? path : `${within}/${path}`;
    if (SHAPEFILE_PART.test(path)) {
      const stem = path.replace(SHAPEFILE_PART, '').toLowerCase();
      const parts = shapefiles.get(stem) ?? new Map<string, Uint8Array>();
      parts.set(baseOf(path).toLowerCase(), bytes);
      shapefiles.set(stem, parts);
      continue;
    }
    if (startsWith(bytes, 'PK')) {
      await sortArchive(bytes, name, within !== '', sets, problems, task);
      continue;
    }
    const format = detect(bytes, path);
    if (format === null || typeof format === 'object') {
      problems.push({ ...(format ?? unknown(bytes, path)), file: name });
    } else sets.push({ name, format, parts: new Map([[baseOf(path).toLowerCase(), bytes]]) });
  }
  for (const [stem, parts] of shapefiles) {
    const shp = [...parts.keys()].find((name) => name.endsWith('.shp'));
    const shown = shp ?? [...parts.keys()][0]!;
    const given = [...files.keys()].find((path) => path.toLowerCase() === `${stem}.shp`);
    const name = given ? baseOf(given) : shown;
    sets.push({ name: within === '' ? name : `${within}/${name}`, format: 'shapefile', parts });
  }
}

async function sortArchive(
  bytes: Uint8Array,
  name: string,
  isInside: boolean,
  sets: DataSet[],
  problems: Problem[],
  task: ReadTask,
): Promise<void> {
  if (/\.xlsx$/i.test(name) || isOffice(bytes, 'xl/')) {
    sets.push({ name, format: 'table', parts: new Map([[baseOf(name).toLowerCase(), bytes]]) });
    return;
  }
  if (isInside || /\.docx$/i.test(name)) {
    problems.push({
      code: isInside ? 'archive-nested' : 'format-document',
      severity: 'warning',
      file: name,
      message: isInside
        ? 'an archive within an archive is not opened'
        : 'a document holds text, not places',
      remedy: isInside ? 'Unpack it and give it by itself.' : 'Open it as the text of a plan.',
    });
    return;
  }
  const { files, problems: found } = await unpack(bytes, name, {
    isWanted: (path) =>
      !baseOf(path).startsWith('.') &&
      !path.startsWith('__MACOSX/') &&
      !/^readme[^/]*\.(txt|md)$/i.test(baseOf(path)) &&
      !/\.(png|jpe?g|gif|webp|svg|css|html?|pdf)$/i.test(path),
    report: (done) => task.report({ phase: 'unpacking', done }),
    checkpoint: task.checkpoint,
  });
  problems.push(...found);
  const manifest = [...files.keys()].find((path) => baseOf(path) === MANIFEST);
  if (manifest !== undefined) {
    const root = manifest.slice(0, -MANIFEST.length);
    const parts = [...files].flatMap(([path, content]) =>
      path.startsWith(root) ? [[path.slice(root.length), content] as const] : [],
    );
    sets.push({ name, format: 'bundle', parts: new Map(parts) });
    return;
  }
  if (files.size === 0) {
    problems.push({
      code: 'archive-empty',
      severity: 'error',
      file: name,
      message: 'the archive holds nothing that can be read',
      remedy: 'Pack the data files themselves.',
    });
  }
  await sortInto(files, name, sets, problems, task);
}

/** Office files are archives that begin with their own parts. */
function isOffice(bytes: Uint8Array, folder: string): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4000));
  return head.includes('[Content_Types].xml') && head.includes(folder);
}

type Refusal = Omit<Problem, 'file'>;

function detect(bytes: Uint8Array, path: string): FileFormat | Refusal | null {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (startsWith(bytes, 'SQLite format 3')) return 'geopackage';
  if (startsWith(bytes, 'fgb')) return 'flatgeobuf';
  if (startsWith(bytes, 'AutoCAD Binary DXF') || startsWith(bytes, 'AC10')) {
    const found = startsWith(bytes, 'AC10') ? 'a DWG drawing' : 'a binary DXF';
    return {
      code: 'format-dwg',
      severity: 'error',
      message: `${found} cannot be read`,
      remedy: 'Save the drawing as ASCII DXF (R2000 or later) in the CAD program.',
    };
  }
  if (startsWith(bytes, ZSTANDARD)) {
    return {
      code: 'format-zstd',
      severity: 'error',
      message: 'it is compressed with Zstandard',
      remedy: 'Unpack it (zstd -d) or export it uncompressed.',
    };
  }
  if (bytes.length === 0) {
    return {
      code: 'file-empty',
      severity: 'error',
      message: 'the file is empty',
      remedy: 'Copy it again.',
    };
  }
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 4000))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (head.startsWith('<')) {
    if (/<gpx[\s>]/.test(head)) return 'gpx';
    if (/<kml[\s>:]|<Placemark|<Document/.test(head) || ending === 'kml') return 'kml';
    return null;
  }
  if (head.startsWith('{') || head.startsWith('[') || ['geojson', 'json'].includes(ending)) {
    return isBundle(bytes) ? 'bundle' : 'geojson';
  }
  if (ending === 'dxf' || /^0\s+SECTION\b/.test(head)) return 'dxf';
  if (['csv', 'tsv', 'txt', 'tab', 'xls'].includes(ending)) {
    return ending === 'xls' && startsWith(bytes, '\u00D0\u00CF')
      ? {
          code: 'format-xls',
          severity: 'error',
          message: 'the old Excel format .xls cannot be read',
          remedy: 'Save the table as .xlsx or .csv.',
        }
      : 'table';
  }
  return null;
}

/** A bundle in one piece begins with its manifest. */
const isBundle = (bytes: Uint8Array): boolean =>
  /^\s*\{\s*"(?:\$schema"\s*:\s*"[^"]*"\s*,\s*")?bundle"\s*:\s*\{/.test(
    new TextDecoder().decode(bytes.subarray(0, 2000)).replace(/^\uFEFF/, ''),
  );

function unknown(bytes: Uint8Array, path: string): Refusal {
  const start = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0'));
  return {
    code: 'format-unknown',
    severity: 'error',
    message: `${JSON.stringify(baseOf(path))} is none of the formats that can be read (it begins with ${start.join(' ')})`,
    remedy:
      'Give GeoJSON, a shapefile (zipped), KML or KMZ, GPX, CSV or XLSX, DXF, GeoPackage, FlatGeobuf or a plan bundle.',
  };
}

/** For a caller that has nothing left. */
export function refuse(problems: readonly Problem[]): never {
  const [first, ...rest] = problems;
  throw new PlanError([
    first ?? {
      code: 'no-files',
      severity: 'error',
      file: 'files',
      message: 'no file was given',
      remedy: 'Choose at least one file.',
    },
    ...rest,
  ]);
}
