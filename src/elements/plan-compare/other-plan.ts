import type { PlanBundle } from '../../contracts/bundle.ts';
import { PlanError, type Problem } from '../../contracts/errors.ts';
import { parseJson } from '../../core/parse-json.ts';
import { checkAddress } from '../shared/check-address.ts';
import type { Atlas } from '../shared/store-context.ts';

const MB = 1024 * 1024;
/** A county's plan is below 1 MB; what is larger than this is not read at all. */
const LARGEST_MB = 64;

/** The other plan: none yet, on its way, there, or not to be had. */
export type OtherState =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly name: string }
  | {
      readonly status: 'ready';
      readonly name: string;
      readonly bundle: PlanBundle;
      /** Faults that leave the rest usable. */
      readonly problems: readonly Problem[];
    }
  | { readonly status: 'failed'; readonly name: string; readonly problems: readonly Problem[] };

/** Reads the other plan from an address on a listed origin or from a file; the last wish wins. */
export class OtherPlan {
  state: OtherState = { status: 'none' };
  /** Address of what is loaded or on its way; null for a file. */
  src: string | null = null;
  readonly #atlas: () => Pick<Atlas, 'loadBundle' | 'listOrigins'>;
  readonly #changed: () => void;
  #loading: AbortController | null = null;

  constructor(atlas: () => Pick<Atlas, 'loadBundle' | 'listOrigins'>, changed: () => void) {
    this.#atlas = atlas;
    this.#changed = changed;
  }

  get bundle(): PlanBundle | null {
    return this.state.status === 'ready' ? this.state.bundle : null;
  }

  openAddress(src: string): void {
    this.src = src;
    // A link may name the other plan, so a page must not be led to ask other sites.
    void this.#load(src, async () => checkAddress(src, this.#atlas().listOrigins()).href);
  }

  openFile(file: File): void {
    this.src = null;
    void this.#load(file.name, () => readFile(file));
  }

  /** Stops what is on its way and forgets what was loaded. */
  close(): void {
    this.#loading?.abort();
    this.#loading = null;
    this.src = null;
    this.#become({ status: 'none' });
  }

  async #load(name: string, read: () => Promise<string | object>): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#become({ status: 'loading', name });
    try {
      const source = await read();
      loading.signal.throwIfAborted();
      const { bundle, problems, prove } = await this.#atlas().loadBundle(source, loading.signal);
      if (loading.signal.aborted) return;
      this.#become({ status: 'ready', name, bundle, problems });
      const found = await prove();
      if (loading.signal.aborted || found.length === 0) return;
      this.#become({ status: 'ready', name, bundle, problems: [...problems, ...found] });
    } catch (error) {
      if (loading.signal.aborted) return;
      const problems = error instanceof PlanError ? error.problems : [toProblem(name, error)];
      this.#become({ status: 'failed', name, problems });
    }
  }

  #become(state: OtherState): void {
    this.state = state;
    this.#changed();
  }
}

async function readFile(file: File): Promise<object> {
  if (file.size > LARGEST_MB * MB) {
    throw new PlanError([
      {
        code: 'compare-file-too-large',
        severity: 'error',
        file: file.name,
        message: `the file has ${Math.round(file.size / MB)} MB; more than ${LARGEST_MB} MB is not read`,
        remedy: 'Choose a plan bundle: one file of JSON, or a .zip as it was exported.',
      },
    ]);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { assembleFiles, isZip, readBundleZip } = await import('../../io/bundle-zip.ts');
  if (isZip(bytes)) {
    const { bundle, problems } = await assembleFiles(readBundleZip(bytes, file.name));
    const [first, ...rest] = problems;
    if (!bundle && first) throw new PlanError([first, ...rest]);
    return Object(bundle) as object;
  }
  const parsed = parseJson(new TextDecoder().decode(bytes), file.name);
  if (!parsed.isValid) throw new PlanError([parsed.problem]);
  return Object(parsed.value) as object;
}

function toProblem(name: string, error: unknown): Problem {
  return {
    code: 'load-failed',
    severity: 'error',
    file: name,
    message: error instanceof Error ? error.message : String(error),
    remedy: 'Check the address or choose another file, then try again.',
  };
}
