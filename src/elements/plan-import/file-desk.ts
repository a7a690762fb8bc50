import { PlanError, type Problem } from '../../contracts/errors.ts';
import type {
  GivenFile,
  ImportSession,
  ImportWatch,
  ReadOptions,
  ReadProgress,
  ReadSummary,
} from '../../contracts/import.ts';

/** Files that are being read. */
export interface ReadJob {
  readonly name: string;
  readonly progress: ReadProgress | null;
  readonly cancel: () => void;
}

export type FileNews =
  | { readonly type: 'none' }
  | { readonly type: 'read'; readonly files: readonly string[]; readonly layers: number }
  | { readonly type: 'cancelled'; readonly file: string }
  | { readonly type: 'closed'; readonly file: string };

const EMPTY: ReadSummary = { layers: [], charsets: {}, problems: [], bundle: null };

/** Files of the user's own: opened, read again in another way, closed. */
export class FileDesk {
  #jobs: readonly ReadJob[] = [];
  #summary = EMPTY;
  #faults: readonly Problem[] = [];
  #news: FileNews = { type: 'none' };
  readonly #session: () => ImportSession;
  readonly #changed: () => void;

  constructor(session: () => ImportSession, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
  }

  get jobs(): readonly ReadJob[] {
    return this.#jobs;
  }

  get summary(): ReadSummary {
    return this.#summary;
  }

  /** Why files could not be opened. */
  get faults(): readonly Problem[] {
    return this.#faults;
  }

  get news(): FileNews {
    return this.#news;
  }

  /** Names of the files that are open. */
  get files(): readonly string[] {
    const { layers, bundle } = this.#summary;
    return [...new Set([...layers.map(({ file }) => file), ...(bundle ? [bundle.file] : [])])];
  }

  /** Gives back the layers that are new; empty when nothing could be opened. */
  async open(files: readonly GivenFile[]): Promise<readonly string[]> {
    if (files.length === 0) return [];
    const before = new Set(this.#summary.layers.map(({ id }) => id));
    const name = files.map((file) => file.name).join('、');
    this.#faults = [];
    await this.#run(name, (watch) => this.#session().open(files, {}, watch));
    const fresh = this.#summary.layers.map(({ id }) => id).filter((id) => !before.has(id));
    if (this.#faults.length === 0 && this.#news.type === 'none') {
      this.#say({ type: 'read', files: files.map((file) => file.name), layers: fresh.length });
    }
    return fresh;
  }

  reread(file: string, options: ReadOptions): Promise<void> {
    this.#faults = [];
    return this.#run(file, (watch) => this.#session().reread(file, options, watch));
  }

  async close(file: string): Promise<void> {
    this.#faults = [];
    await this.#run(file, () => this.#session().close(file));
    this.#say({ type: 'closed', file });
  }

  /** Something that was given is no file at all. */
  refuse(problem: Problem): void {
    this.#faults = [problem];
    this.#say({ type: 'none' });
  }

  /** Puts a fault of a later call beside those of reading. */
  tell(error: unknown): void {
    this.#faults = toProblems(error, '');
    this.#changed();
  }

  async #run(name: string, read: (watch: ImportWatch) => Promise<ReadSummary>): Promise<void> {
    const control = new AbortController();
    let job: ReadJob = { name, progress: null, cancel: () => control.abort() };
    const put = (next: ReadJob | null): void => {
      const rest = this.#jobs.filter((one) => one !== job);
      if (next) job = next;
      this.#jobs = next ? [...rest, next] : rest;
      this.#changed();
    };
    this.#news = { type: 'none' };
    put(job);
    try {
      this.#summary = await read({
        signal: control.signal,
        onProgress: (progress) => {
          if (this.#jobs.includes(job)) put({ ...job, progress });
        },
      });
    } catch (error) {
      if (control.signal.aborted) this.#news = { type: 'cancelled', file: name };
      else this.#faults = toProblems(error, name);
    } finally {
      put(null);
    }
  }

  #say(news: FileNews): void {
    this.#news = news;
    this.#changed();
  }
}

function toProblems(error: unknown, file: string): readonly Problem[] {
  if (error instanceof PlanError) return error.problems;
  return [
    {
      code: 'read-failed',
      severity: 'error',
      file,
      message: error instanceof Error ? error.message : String(error),
      remedy: 'Open the file again.',
    },
  ];
}
