import type { Store, ViewerRequest, ViewerState } from '../../contracts/state.ts';
import { completeView, decodePermalink, encodePermalink } from '../../core/permalink.ts';
import { toViewState } from '../../core/view-state.ts';

const WRITE_WAIT_MS = 250;
/** Changes worth a step back; the rest only rewrite the address in place. */
const STEPS: ReadonlySet<ViewerRequest['type']> = new Set([
  'select',
  'select-phrase',
  'clear',
  'scene',
]);

/** Keeps the page's address and the state in step; back and forward walk through the selections. */
export class Address {
  /** While a talk runs, the address names its slide and nothing else. */
  isPaused = false;
  readonly #store: Store;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStep = false;
  #isReading = false;
  #unsubscribe: (() => void) | null = null;
  readonly #handleNavigation = (): void => this.read();

  constructor(store: Store) {
    this.#store = store;
  }

  connect(): void {
    if (this.#unsubscribe) return;
    this.#unsubscribe = this.#store.subscribe((state, before, request) =>
      this.#follow(state, before, request),
    );
    addEventListener('popstate', this.#handleNavigation);
    addEventListener('hashchange', this.#handleNavigation);
  }

  disconnect(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    clearTimeout(this.#timer);
    removeEventListener('popstate', this.#handleNavigation);
    removeEventListener('hashchange', this.#handleNavigation);
  }

  /** Takes the state from the address; what it cannot read is told and left at its default. */
  read(): void {
    const { bundle } = this.#store.getState();
    if (this.isPaused || !bundle || this.#current() === location.hash.replace(/^#/, '')) return;
    const { view, problems } = decodePermalink(location.hash, bundle);
    clearTimeout(this.#timer);
    this.#isReading = true;
    /** First, since larger type moves the text that a selection is scrolled to. */
    if (view.flavour) {
      this.#store.send({
        type: 'flavour',
        choice: view.flavour,
        drawn: view.flavour === 'auto' ? this.#store.getState().flavour : view.flavour,
      });
    }
    this.#store.send({
      type: 'restore',
      view: completeView(view, bundle),
      origin: 'url',
    });
    for (const problem of problems) {
      this.#store.send({
        type: 'notify',
        notices: [{ id: `address-${problem.at}`, severity: 'warning', problem }],
      });
    }
    this.#isReading = false;
  }

  /** The address of a state as a link that others can open. */
  linkTo(patch: { readonly feature: string | null; readonly clause: string | null }): string {
    const state = this.#store.getState();
    const view = { ...toViewState(state), ...patch, phrase: null, camera: null, find: '' };
    const url = new URL(location.href);
    if (isFrame(url)) leaveFrame(url);
    url.hash = state.bundle ? encodePermalink(view, state.bundle) : '';
    return url.href;
  }

  #current(): string {
    const state = this.#store.getState();
    return state.bundle ? encodePermalink(toViewState(state), state.bundle) : '';
  }

  #follow(state: ViewerState, before: ViewerState, request: ViewerRequest): void {
    if (this.isPaused || this.#isReading || !state.bundle || request.type === 'hover') return;
    const isRelevant =
      state.selection !== before.selection ||
      state.layers !== before.layers ||
      state.camera !== before.camera ||
      state.lens !== before.lens ||
      state.scene !== before.scene ||
      state.lang !== before.lang ||
      state.compare !== before.compare ||
      state.measure !== before.measure ||
      state.tool !== before.tool ||
      state.find !== before.find ||
      state.flavourChoice !== before.flavourChoice;
    if (!isRelevant) return;
    if (STEPS.has(request.type)) {
      this.#isStep = true;
      this.#write();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), WRITE_WAIT_MS);
  }

  /** Writes the view as it is, in place of what is there. */
  write(): void {
    if (this.#unsubscribe) this.#write();
  }

  #write(): void {
    clearTimeout(this.#timer);
    if (this.isPaused) return;
    const hash = `#${this.#current()}`;
    const isStep = this.#isStep;
    this.#isStep = false;
    if (hash === location.hash) return;
    try {
      if (isStep) history.pushState(history.state, '', hash);
      else history.replaceState(history.state, '', hash);
    } catch {
      /** A sandboxed page may not touch its history; the link can still be copied from the card. */
      this.disconnect();
    }
  }
}

/** `?embed`, or the page of that name: a slice of the app in another page; of another plan, it is the only address. */
const isFrame = ({ searchParams, pathname }: URL): boolean =>
  (searchParams.has('embed') || pathname.endsWith('/embed.html')) && !searchParams.has('src');

/** A link that is copied in a frame leads to the whole app. */
function leaveFrame(url: URL): void {
  url.search = '';
  url.pathname = url.pathname.replace(/embed\.html$/, '');
}
