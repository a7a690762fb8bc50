/** What an interrupted atlas leaves for the next run: its drawn maps, and the printed document. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AtlasShelf, DrawnMap } from '../../src/cli/atlas/build-atlas.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Everything that has a say in how a page looks. */
const CODE = [
  'src/analysis',
  'src/cli/atlas',
  'src/contracts',
  'src/core',
  'layers',
  'test/tools/print-atlas.ts',
  'package-lock.json',
];
const PRINTED = 'atlas.pdf';

/** A file itself, or every file below a folder, in one order. */
function listFiles(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Tells two runs apart unless bundle, code and options are the same. */
function keyOf(bundle: unknown, options: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const place of CODE.map((one) => path.join(ROOT, one))) {
    for (const file of listFiles(place)) {
      hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file));
    }
  }
  return hash
    .update(JSON.stringify([bundle, options]))
    .digest('hex')
    .slice(0, 32);
}

export interface DiskShelf extends AtlasShelf {
  readonly folder: string;
  /** Ids of the maps that were taken over. */
  readonly taken: readonly string[];
  readonly takePrinted: () => Buffer | null;
  readonly keepPrinted: (bytes: Uint8Array) => void;
}

/**
 * The shelf of one bundle with one code and one set of options. What is half written or damaged counts as not there.
 * @param isFresh forgets what an earlier run has left
 * @param root where shelves stand; default: the system's folder for such things
 */
export function openShelf(
  bundle: unknown,
  options: Readonly<Record<string, string>>,
  isFresh: boolean,
  root = path.join(tmpdir(), 'plan-atlas-cache'),
): DiskShelf {
  const folder = path.join(root, keyOf(bundle, options));
  if (isFresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const taken: string[] = [];
  const fileOf = (id: string): string =>
    path.join(folder, `${createHash('sha256').update(id).digest('hex').slice(0, 16)}.json`);
  /** Whole or not at all, also when the run is killed. */
  const write = (file: string, content: string | Uint8Array): void => {
    writeFileSync(`${file}.part`, content);
    renameSync(`${file}.part`, file);
  };
  return {
    folder,
    taken,
    take: (id) => {
      const map = readMap(fileOf(id));
      if (map) taken.push(id);
      return map;
    },
    keep: (id, map) => write(fileOf(id), JSON.stringify(map)),
    takePrinted: () => {
      const file = path.join(folder, PRINTED);
      return existsSync(file) ? readFileSync(file) : null;
    },
    keepPrinted: (bytes) => write(path.join(folder, PRINTED), bytes),
  };
}

function readMap(file: string): DrawnMap | null {
  if (!existsSync(file)) return null;
  try {
    const map = JSON.parse(readFileSync(file, 'utf8')) as Partial<DrawnMap>;
    return typeof map.html === 'string' && Array.isArray(map.clauses) ? (map as DrawnMap) : null;
  } catch {
    return null;
  }
}
