import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { PlanError, type Problem } from '../../contracts/errors.ts';

export interface UnpackLimits {
  readonly maxEntries: number;
  /** Of all entries together, unpacked. */
  readonly maxBytes: number;
}

/** More than any survey needs, and less than what a browser's worker dies of. */
export const UNPACK_LIMITS: UnpackLimits = { maxEntries: 2000, maxBytes: 700_000_000 };

export interface Unpacked {
  /** By path as in the archive. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

export interface UnpackOptions {
  /** Whether an entry is wanted; others are not unpacked. */
  readonly isWanted: (path: string) => boolean;
  readonly limits?: UnpackLimits;
  readonly report?: (done: number) => void;
  readonly checkpoint?: () => Promise<void>;
}

const CHUNK_BYTES = 1 << 16;
/** Entries of an archive that were archives themselves; not opened. */
const NESTED = /\.(zip|kmz|7z|rar|gz|tar|tgz)$/i;

/**
 * Unpacks a zip archive, counting what really comes out and not what its directory says.
 * @throws PlanError `archive-too-large`, `archive-too-many`, `archive-damaged`, `archive-encrypted`
 */
export async function unpack(
  bytes: Uint8Array,
  name: string,
  options: UnpackOptions,
): Promise<Unpacked> {
  const { isWanted, limits = UNPACK_LIMITS, report, checkpoint } = options;
  const files = new Map<string, Uint8Array>();
  const ignored = new Map<string, string[]>();
  const ignore = (why: string, path: string): void => {
    ignored.set(why, [...(ignored.get(why) ?? []), path]);
  };
  const fail = (code: string, message: string, remedy: string): never => {
    throw new PlanError([{ code, severity: 'error', file: name, message, remedy }]);
  };
  let entries = 0;
  let unpacked = 0;
  let damage: Error | null = null;
  let open = 0;
  const take = (file: UnzipFile): void => {
    entries += 1;
    if (entries > limits.maxEntries) {
      fail(
        'archive-too-many',
        `the archive holds more than ${limits.maxEntries} entries`,
        'Pack only the files that are to be read.',
      );
    }
    const path = readName(file.name).replaceAll('\\', '/');
    if (path.endsWith('/')) return;
    if (isOutside(path)) return ignore('outside', path);
    if (NESTED.test(path)) return ignore('nested', path);
    if (!isWanted(path)) return;
    const parts: Uint8Array[] = [];
    open += 1;
    file.ondata = (error, data, isLast) => {
      if (error) {
        damage ??= error;
        return;
      }
      unpacked += data.length;
      if (unpacked > limits.maxBytes) {
        fail(
          'archive-too-large',
          `"${path}" unpacks to more than ${showSize(limits.maxBytes)}`,
          'Pack less of it, or give the unpacked files.',
        );
      }
      parts.push(data);
      if (!isLast) return;
      open -= 1;
      files.set(path, join(parts));
    };
    try {
      file.start();
    } catch {
      fail(
        'archive-method',
        `"${path}" is packed by method ${file.compression}, which browsers cannot unpack`,
        'Pack it again as an ordinary zip (deflate), without a password.',
      );
    }
  };
  const unzip = new Unzip(take);
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      // Set by an entry’s own handler.
      if (damage !== null) break;
      const end = Math.min(bytes.length, at + CHUNK_BYTES);
      unzip.push(bytes.subarray(at, end), end === bytes.length);
      report?.(end / bytes.length);
      await checkpoint?.();
    }
  } catch (error) {
    if (error instanceof PlanError || (error as Error).name === 'AbortError') throw error;
    damage = error as Error;
  }
  // A limit that is passed within an entry comes back as that entry’s error.
  if ((damage as unknown) instanceof PlanError) throw damage;
  if (damage !== null || (entries === 0 && bytes.length > 22) || open > 0) {
    const reason = damage?.message ?? (entries === 0 ? 'it has no entries' : 'it ends too early');
    const problem: Problem = {
      code: 'archive-damaged',
      severity: files.size > 0 ? 'warning' : 'error',
      file: name,
      message: `the archive is damaged (${reason}); ${files.size} of its files could be read`,
      remedy: 'Get the archive again, or pack the files anew.',
    };
    if (files.size === 0) throw new PlanError([problem]);
    return { files, problems: [...describe(ignored, name), problem] };
  }
  return { files, problems: describe(ignored, name) };
}

const REASONS: Readonly<Record<string, readonly [code: string, why: string, remedy: string]>> = {
  outside: [
    'archive-path',
    'lead out of the archive and were ignored',
    'Pack the files by their plain names.',
  ],
  nested: [
    'archive-nested',
    'are archives themselves and were not opened',
    'Unpack them and give them one by one.',
  ],
};

function describe(ignored: ReadonlyMap<string, readonly string[]>, name: string): Problem[] {
  return [...ignored].map(([why, paths]) => {
    const [code, words, remedy] = REASONS[why]!;
    const shown = paths.slice(0, 3).map((path) => JSON.stringify(path.slice(0, 100)));
    return {
      code,
      severity: 'warning',
      file: name,
      at: paths[0]!.slice(0, 100),
      message: `${paths.length} entries ${words}: ${shown.join(', ')}${paths.length > 3 ? ' …' : ''}`,
      remedy,
    };
  });
}

/** A name that is not flagged as UTF-8 comes as its bytes; Chinese Windows writes them in GBK. */
function readName(name: string): string {
  if (!/[\u0080-\u00FF]/.test(name) || /[^\0-\u00FF]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
  for (const charset of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  }
  return name;
}

const isOutside = (path: string): boolean =>
  path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..');

function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** 734003200 → `700 MB`. */
export const showSize = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;
