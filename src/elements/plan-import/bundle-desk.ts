import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import type { ReadSummary } from '../../contracts/import.ts';
import { loadBundle } from '../../core/assemble-bundle.ts';
import { isAboutTemplate } from '../../core/sheet/is-about-template.ts';

export interface OpenedBundle {
  readonly file: string;
  /** Null: nothing usable is left of it. */
  readonly bundle: PlanBundle | null;
  readonly problems: readonly Problem[];
}

/** A whole plan bundle among the files, put together and proved. */
export class BundleDesk {
  #opened: OpenedBundle | null = null;
  #from: ReadSummary['bundle'] = null;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get opened(): OpenedBundle | null {
    return this.#opened;
  }

  async take(from: ReadSummary['bundle']): Promise<void> {
    if (from === this.#from) return;
    this.#from = from;
    this.#opened = null;
    if (from) {
      const { bundle, problems, fileOf } = await loadBundle((href) => {
        const text = Object.hasOwn(from.files, href) ? from.files[href] : undefined;
        return text === undefined
          ? Promise.reject(new Error('it is not among the files'))
          : Promise.resolve(text);
      });
      const { proveBundle } = await import('../plan-atlas/prove-bundle.ts');
      const found = bundle ? await proveBundle(bundle, { fileOf }) : [];
      if (from !== this.#from) return;
      const isSound =
        bundle !== null &&
        found.every((problem) => !problem.code.startsWith('schema-') || isAboutTemplate(problem));
      this.#opened = {
        file: from.file,
        bundle: isSound ? bundle : null,
        problems: [...problems, ...found],
      };
    }
    this.#changed();
  }
}
