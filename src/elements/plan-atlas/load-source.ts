import type { PlanBundle } from '../../contracts/bundle.ts';
import { PlanError, type Problem } from '../../contracts/errors.ts';
import {
  assembleBundle,
  loadBundle,
  MANIFEST_FILE,
  type AssembledBundle,
} from '../../core/assemble-bundle.ts';
import { hasSoundFrame, isSoundFeature } from '../../core/has-sound-frame.ts';
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
    const found = await proveBundle(bundle, { fileOf, storyFile }, signal);
    return found.map((problem) =>
      problem.file === MANIFEST_FILE ? { ...problem, file: fileNameOf(source) } : problem,
    );
  };
  if (hasSoundFrame(bundle)) return { bundle, problems, prove };
  const found = await prove();
  const features = bundle.features.features.filter(isSoundFeature);
  const sound = { ...bundle, features: { ...bundle.features, features } };
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
  const ask = async <Body>(
    href: string,
    read: (response: Response) => Promise<Body>,
  ): Promise<Body> => {
    const url = href === file ? base : new URL(href, base);
    checkAddress(url.href, listed);
    if (url.origin !== base.origin) throw new Error('is on another host than its manifest');
    const response = await (href === file && first ? first : fetch(url, { signal }));
    // A server may lead on to another one; what comes from there counts as asked for there.
    if (response.redirected) checkAddress(response.url, listed);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return read(response);
  };
  if (/\.zip$/i.test(file)) {
    return import('./load-archive.ts').then(({ loadArchive }) =>
      loadArchive(
        ask(file, (response) => response.arrayBuffer()),
        file,
      ),
    );
  }
  return loadBundle((href) => ask(href, (response) => response.text()), file);
}

function fileNameOf(source: string | object): string {
  if (typeof source !== 'string') return MANIFEST_FILE;
  return new URL(source, document.baseURI).pathname.split('/').at(-1) || source;
}

/** Where nothing is left of a bundle, something was said of it. */
const atLeastOne = (problems: readonly Problem[]): readonly [Problem, ...Problem[]] =>
  problems as readonly [Problem, ...Problem[]];
