import type { TemplateResult } from 'lit';
import type { CompareState } from '../../contracts/state.ts';
import type { Atlas } from '../shared/store-context.ts';
import type { CompareView } from './compare-view.ts';
import { OtherPlan } from './other-plan.ts';
import { renderChooser } from './render-chooser.ts';

interface ChoiceHost {
  readonly atlas: () => Pick<Atlas, 'loadBundle' | 'listOrigins'>;
  /** Null before the element is joined to an atlas. */
  readonly compare: () => CompareState | null;
  readonly change: (change: Partial<CompareState>) => void;
  /** The other plan came, went, or failed. */
  readonly changed: () => void;
}

/** The choice of the other plan: by link, by address, or from a file; and the form that asks for it. */
export class PlanChoice {
  readonly other: OtherPlan;
  readonly #host: ChoiceHost;
  #isOpen = false;

  constructor(host: ChoiceHost) {
    this.#host = host;
    this.other = new OtherPlan(host.atlas, () => {
      if (this.other.state.status === 'ready') this.#isOpen = false;
      host.changed();
    });
  }

  /** Whether the form is there: asked for, or nothing can be compared without it. */
  get isOpen(): boolean {
    return (
      this.#host.compare()?.pair === 'bundle' &&
      (this.#isOpen || this.other.state.status !== 'ready')
    );
  }

  open(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#host.changed();
  }

  /** The plan that the link or the state names; what is there or on its way is left alone. */
  openLinked(): void {
    const { pair, other } = this.#host.compare() ?? {};
    if (pair === 'bundle' && other?.src && other.src !== this.other.src) {
      this.other.openAddress(other.src);
    }
  }

  render(view: CompareView): TemplateResult {
    const { status } = this.other.state;
    return renderChooser(view, {
      openAddress: (src) => this.#openAddress(src),
      openFile: (file) => this.#openFile(file),
      cancel: status === 'loading' || status === 'ready' ? () => this.#cancel() : null,
    });
  }

  #openAddress(src: string): void {
    if (this.#host.compare()?.other.src === src) this.other.openAddress(src);
    else this.#keep(src);
  }

  /** A file has no address, so a link to it cannot be given. */
  #openFile(file: File): void {
    this.#keep(null);
    this.other.openFile(file);
  }

  #cancel(): void {
    if (this.other.state.status === 'ready') {
      this.open(false);
      return;
    }
    this.other.close();
    this.#keep(null);
  }

  #keep(src: string | null): void {
    const { other } = this.#host.compare()!;
    this.#host.change({ other: { ...other, src } });
  }
}
