import type { LitElement } from 'lit';
import type { Problem } from '../../contracts/errors.ts';
import type { Store, ToolName, ViewState } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { toNotices } from '../../core/to-notices.ts';
import type { AtlasFrame } from './atlas-frame.ts';
import type { AtlasParts } from './atlas-parts.ts';
import type { LoadedSource } from './load-source.ts';
import { toProblems, wait } from './read-attributes.ts';
import { fire } from './tell-host.ts';

/** The proof leaves the map the first go, but not for ever: a map may be out of sight. */
const PROOF_WAIT_MS = 4000;
/** What takes longer says that it is on its way. */
const SLOW_LOAD_MS = 1500;

/** What loading asks of the atlas, and what it tells it. */
interface LoaderHost {
  readonly element: LitElement & { viewOnReady(): Promise<void> };
  readonly store: Store;
  readonly parts: () => AtlasParts;
  /** Origins beside the page's own that a bundle may come from. */
  readonly listOrigins: () => readonly string[];
  readonly starts: () => void;
  /** What was asked of the view before there was a plan; given once. */
  readonly takeWish: () => Partial<ViewState>;
  readonly panelsCame: (cartographyOfScreen: () => Cartography) => void;
  /** Gives the frame back, made on the first call. */
  readonly frameCame: (Frame: typeof AtlasFrame) => AtlasFrame;
  readonly ownsPage: () => boolean;
}

/** Loads a plan, then the code that shows it, then the proof; and the code of tools. Failures are told, never thrown. */
export class PlanLoader {
  readonly #host: LoaderHost;
  #loading: AbortController | null = null;
  #hasPanels = false;

  constructor(host: LoaderHost) {
    this.#host = host;
  }

  async load(source: string | object): Promise<void> {
    const { store, parts, listOrigins, starts, takeWish, frameCame } = this.#host;
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    starts();
    store.send({ type: 'load-start' });
    const slow = setTimeout(() => {
      parts()
        .loadTools()
        .then(
          ({ showSlowLoad }) => showSlowLoad(this.#host.element, store, loading, SLOW_LOAD_MS),
          () => undefined,
        );
    }, SLOW_LOAD_MS);
    try {
      const loaded = await parts()
        .loadBundle(source, loading.signal, listOrigins())
        .finally(() => clearTimeout(slow));
      loading.signal.throwIfAborted();
      const { bundle, problems } = loaded;
      store.send({ type: 'load-done', bundle, problems });
      store.send({ type: 'restore', view: takeWish(), origin: 'api' });
      fire(this.#host.element, 'plan-load', { bundle });
      if (problems.length > 0) this.#tell(problems);
      await this.#prove(loaded, loading.signal);
    } catch (error) {
      // Another plan has taken its place.
      if (this.#loading !== loading) return;
      const problems = toProblems(error, source);
      store.send({ type: 'load-failed', problems });
      void parts()
        .loadPanels()
        .then(({ AtlasFrame }) => frameCame(AtlasFrame));
      this.#tell(problems);
    } finally {
      // What has ended is not called off: a browser would name its requests as failed.
      if (this.#loading === loading) this.#loading = null;
    }
  }

  /** The code of a tool, or of what the lens says; fetched anew each time that it is asked for and did not come. */
  async openTool(name: ToolName | 'lens'): Promise<void> {
    try {
      const { loadTool } = await this.#host.parts().loadTools();
      await loadTool(name);
      this.#host.element.requestUpdate();
    } catch (error) {
      const problems = toProblems(error, name);
      this.#notify(problems, () => `tool-${name}`);
      this.#tell(problems);
    }
  }

  /** The text stands: the panels come, then the proof, whose findings are told beside what is shown. */
  async #prove({ bundle, prove }: LoadedSource, signal: AbortSignal): Promise<void> {
    const { element } = this.#host;
    await element.updateComplete;
    await this.#openPanels(bundle);
    await Promise.race([element.viewOnReady(), wait(PROOF_WAIT_MS)]);
    const found = await prove();
    if (signal.aborted || found.length === 0) return;
    this.#notify(found, ({ code }, index) => `${code}-proof-${index}`);
    this.#tell(found);
  }

  async #openPanels(bundle: LoadedSource['bundle']): Promise<void> {
    const { element, parts, panelsCame, frameCame, ownsPage } = this.#host;
    const { cartographyOfScreen, findUndrawn, AtlasFrame } = await parts().loadPanels();
    const frame = frameCame(AtlasFrame);
    const problem = findUndrawn(bundle, cartographyOfScreen());
    if (problem) {
      this.#notify([problem], ({ code }) => code);
      this.#tell([problem]);
    }
    if (!this.#hasPanels) panelsCame(cartographyOfScreen);
    this.#hasPanels = true;
    if (ownsPage() && element.isConnected) {
      frame.ownPage();
      frame.readAddress();
    }
  }

  #notify(problems: readonly Problem[], nameOf: (problem: Problem, index: number) => string): void {
    this.#host.store.send({ type: 'notify', notices: toNotices(problems, nameOf) });
  }

  #tell(problems: readonly Problem[]): void {
    fire(this.#host.element, 'plan-error', { code: problems[0]!.code, problems });
  }
}
