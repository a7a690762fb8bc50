import type { PlanBundle } from '../../contracts/bundle.ts';
import { PlanError, type Problem } from '../../contracts/errors.ts';
import {
  assembleBundle,
  loadBundle,
  MANIFEST_FILE,
  type AssembledBundle,
} from '../../core/assemble-bundle.ts';
import { hasSoundFrame } from '../../core/has-sound-frame.ts';
import { checkAddress } from '../shared/check-address.ts';

export interface LoadedSource {
  readonly bundle: PlanBundle;
  /** Faults that leave the rest usable; what is at fault is left out. */
  readonly problems: readonly Problem[];
  /** Proves the bundle as `npm run check:bundle` does; loaded apart, so that the text need not wait. */
  readonly prove: () => Promise<readonly Problem[]>;
}

/**
 * Loads a bundle from an address or an object.
 * @param listed origins beside the page's own that it may come from
 * @param first the answer to the request for `source`, when the caller has asked already
 * @throws PlanError when nothing usable is left
 */
export async function loadSource(
  source: string | object,
  signal: AbortSignal,
  listed: readonly string[] = [],
  first: Promise<Response> | null = null,
): Promise<LoadedSource> {
  const assembled =
    typeof source === 'string'
      ? await loadAddress(source, signal, listed, first)
      : await assembleBundle(source, () => Promise.reject(new Error('an object has no files')));
  const { bundle, problems, fileOf, storyFile } = assembled;
  if (!bundle) throw new PlanError(atLeastOne(problems));
  const prove = async (): Promise<readonly Problem[]> => {
    const { proveBundle } = await import('./prove-bundle.ts');
    // The checks know the manifest by its usual name.
    return proveBundle(bundle, { fileOf, storyFile }).map((problem) =>
      problem.file === MANIFEST_FILE ? { ...problem, file: fileNameOf(source) } : problem,
    );
  };
  if (hasSoundFrame(bundle)) return { bundle, problems, prove };
  const found = await prove();
  const sound = leaveOut(bundle, new Set(found.map(({ at }) => at)));
  if (!hasSoundFrame(sound)) throw new PlanError(atLeastOne([...problems, ...found]));
  return { bundle: sound, problems: [...problems, ...found], prove: () => Promise.resolve([]) };
}

function loadAddress(
  source: string,
  signal: AbortSignal,
  listed: readonly string[],
  first: Promise<Response> | null,
): Promise<AssembledBundle> {
  const base = checkAddress(source, listed);
  const file = fileNameOf(source);
  if (base.pathname.endsWith('.zip')) return loadArchive(base, file, signal, listed, first);
  return loadBundle(async (href) => {
    const url = href === file ? base : new URL(href, base);
    checkAddress(url.href, listed);
    if (url.origin !== base.origin) throw new Error('is on another host than its manifest');
    return (await ask(url, signal, listed, href === file ? first : null)).text();
  }, file);
}

/** A whole bundle in one archive, as the atlas exports it. */
async function loadArchive(
  url: URL,
  file: string,
  signal: AbortSignal,
  listed: readonly string[],
  first: Promise<Response> | null,
): Promise<AssembledBundle> {
  // Where it cannot be had, the manifest cannot either, and that is said as for a folder.
  const archive = ask(url, signal, listed, first).then((response) => response.arrayBuffer());
  const { assembleFiles, readBundleZip } = await import('../../io/bundle-zip.ts');
  return archive.then(
    (bytes) => assembleFiles(readBundleZip(new Uint8Array(bytes), file)),
    (reason: unknown) => loadBundle(() => Promise.reject(reason as Error), file),
  );
}

async function ask(
  url: URL,
  signal: AbortSignal,
  listed: readonly string[],
  first: Promise<Response> | null,
): Promise<Response> {
  const response = await (first ?? fetch(url, { signal }));
  // A server may lead on to another one; what comes from there counts as asked for there.
  if (response.redirected) checkAddress(response.url, listed);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response;
}

function fileNameOf(source: string | object): string {
  if (typeof source !== 'string') return MANIFEST_FILE;
  return new URL(source, document.baseURI).pathname.split('/').at(-1) || source;
}

function leaveOut(bundle: PlanBundle, ids: ReadonlySet<string | undefined>): PlanBundle {
  if (ids.size === 0) return bundle;
  const features = bundle.features.features.filter(({ properties }) => !ids.has(properties.id));
  return { ...bundle, features: { ...bundle.features, features } };
}

function atLeastOne(problems: readonly Problem[]): readonly [Problem, ...Problem[]] {
  const [first, ...rest] = problems;
  return first
    ? [first, ...rest]
    : [
        {
          code: 'empty-bundle',
          severity: 'error',
          file: 'bundle',
          message: 'the bundle holds nothing',
          remedy: 'Give a bundle with text, sources, layers and features.',
        },
      ];
}
