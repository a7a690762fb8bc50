import type { LitElement, ReactiveController } from 'lit';
import type { PlanBundle, Story } from '../../contracts/bundle.ts';
import type { Store } from '../../contracts/state.ts';
import type { PresentState } from '../../contracts/present.ts';
import { readKey } from '../../core/present/read-key.ts';
import { listSlides } from '../../core/present/list-slides.ts';
import { readPresentAddress, writePresentAddress } from '../../core/present/present-address.ts';
import { storyOf } from '../../core/story/apply-scene.ts';
import type { StageLink } from '../plan-presenter/stage-link.ts';
import { findSession } from '../plan-presenter/talk-session.ts';
import type { PlanPlayer, PresentDetail } from '../plan-player/plan-player.ts';
import { isTypingIn, ownsPageKeys } from '../plan-player/stage-keys.ts';
import type { StoryKeeper } from '../plan-story/story-keeper.ts';
import { define } from '../shared/define.ts';
import { fetchAhead, loadersOf } from '../shared/fetch-ahead.ts';
import type { Address } from './address.ts';

/** Where a talk begins: at the first slide, where the atlas stands, or at a scene or slide by its id. */
export interface PresentWish {
  readonly from: 'first' | 'here' | { readonly slide: string };
}

const STOPPED: Pick<PresentState, 'isRunning' | 'digits'> = { isRunning: false, digits: '' };

/**
 * Starts talks: by the button in the bar, by F5, by `present=` in the address. The player's code comes with the
 * first talk, and with it everything that the story will need, so that the talk itself asks no server for anything.
 */
export class Presenting implements ReactiveController {
  readonly #host: LitElement;
  readonly #store: Store;
  readonly #address: Address;
  #player: PlanPlayer | null = null;
  #keeper: StoryKeeper | null = null;
  /** Where the last talk was left. */
  #lastSlide: string | null = null;
  #link: StageLink | null = null;

  constructor(host: LitElement, store: Store, address: Address) {
    this.#host = host;
    this.#store = store;
    this.#address = address;
    host.addController(this);
  }

  get #ownsAddress(): boolean {
    return this.#host.hasAttribute('permalink');
  }

  /** A frame in another page is no stage. */
  get #isBarred(): boolean {
    return this.#host.hasAttribute('no-present');
  }

  hostConnected(): void {
    this.#host.addEventListener('plan-present', this.#handleWish);
    this.#host.addEventListener('plan-story-play', this.#playScene);
    this.#host.addEventListener('plan-present-change', this.#follow);
    this.#host.addEventListener('plan-presenter-open', this.#openPresenter);
    addEventListener('keydown', this.#handleKey);
    addEventListener('popstate', this.#handleNavigation);
    addEventListener('hashchange', this.#handleNavigation);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('plan-present', this.#handleWish);
    this.#host.removeEventListener('plan-story-play', this.#playScene);
    this.#host.removeEventListener('plan-present-change', this.#follow);
    this.#host.removeEventListener('plan-presenter-open', this.#openPresenter);
    removeEventListener('keydown', this.#handleKey);
    removeEventListener('popstate', this.#handleNavigation);
    removeEventListener('hashchange', this.#handleNavigation);
    this.#link?.close();
    this.#link = null;
    this.#closeStory();
  }

  /** A page that was opened or reloaded in the middle of a talk goes on with it. */
  resume(): void {
    const slide = this.#ownsAddress ? readPresentAddress(location.hash) : null;
    if (slide !== null) void this.start({ from: { slide } }, false);
    else if (this.#ownsAddress && findSession() !== null) void this.#waitForPresenter();
  }

  /** A window of a talk that stands: the speaker's window may start it. */
  async #waitForPresenter(): Promise<void> {
    const { bundle } = this.#store.getState();
    if (!bundle || !storyOf(bundle)) return;
    try {
      const story = await this.#openStory(bundle);
      (await this.#load()).prepare(story);
      await this.#join();
    } catch (error) {
      this.#fail(error);
    }
  }

  async start({ from }: PresentWish, isByReader: boolean): Promise<void> {
    const { bundle, scene } = this.#store.getState();
    if (this.#isBarred || !bundle || !storyOf(bundle)) return;
    try {
      const story = await this.#openStory(bundle);
      const slides = listSlides(story);
      const find = (id: string | null): number => slides.findIndex((slide) => slide.id === id);
      const here = (): number => (find(scene) >= 0 ? find(scene) : find(this.#lastSlide));
      const index = from === 'first' ? 0 : from === 'here' ? here() : find(from.slide);
      if (index < 0 && typeof from === 'object') {
        this.#refuse(from.slide);
        return;
      }
      const player = await this.#load();
      player.start(story, Math.max(0, index), isByReader);
      if (!this.#ownsAddress) return;
      // The talk goes on without what does not come, and the one without the other.
      player.showMarks().catch((error: unknown) => this.#fail(error));
      await this.#prepareLink();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The story as it was edited on this device; edits that come during the talk are shown at once. */
  async #openStory(bundle: PlanBundle): Promise<Story> {
    if (this.#keeper?.bundle !== bundle) {
      this.#closeStory();
      const { StoryKeeper: Keeper } = await import('../plan-story/story-keeper.ts');
      this.#keeper = new Keeper(bundle, () => this.#followStory());
    }
    await this.#keeper.whenOpen;
    return this.#keeper.story;
  }

  #followStory(): void {
    const story = this.#keeper?.story;
    if (!story || !this.#player?.present.isRunning || story === this.#player.story) return;
    this.#player.replaceStory(story);
  }

  #closeStory(): void {
    this.#keeper?.close();
    this.#keeper = null;
  }

  async #load(): Promise<PlanPlayer> {
    const { PlanPlayer: Player } = await import('../plan-player/plan-player.ts');
    define('plan-player', Player);
    if (!this.#player?.isConnected) {
      this.#player = document.createElement('plan-player');
      this.#host.renderRoot.append(this.#player);
    }
    void this.#fetchAhead();
    await this.#player.updateComplete;
    return this.#player;
  }

  /** Its code comes now, for the network may be gone when it is wanted. */
  async #prepareLink(): Promise<void> {
    const { canLink } = await import('../plan-presenter/talk-link.ts');
    await import('../plan-presenter/stage-link.ts');
    if (!canLink()) return;
    if (findSession() !== null) await this.#join();
    else this.#player!.hasPresenter = false;
  }

  /** Joins this window to the speaker's; once is enough. */
  async #join(): Promise<StageLink> {
    const { StageLink: Link } = await import('../plan-presenter/stage-link.ts');
    const { bundle } = this.#store.getState();
    this.#link ??= new Link(this.#player!, this.#store, bundle!.bundle.id);
    return this.#link;
  }

  /** A browser lets a page open a window for a moment after a press only, and this is soon enough. */
  readonly #openPresenter = (event: Event): void => {
    event.stopPropagation();
    this.#join().then(
      (link) => link.open(),
      (error: unknown) => this.#fail(error),
    );
  };

  async #fetchAhead(): Promise<void> {
    const loaders = loadersOf(this.#host);
    try {
      if (loaders) await fetchAhead(loaders);
      if (this.#ownsAddress) await import('../plan-presenter/stage-link.ts');
      if (this.#player) this.#player.isStocked = true;
    } catch (error) {
      this.#fail(error);
    }
  }

  readonly #handleWish = (event: Event): void => {
    event.stopPropagation();
    void this.start((event as CustomEvent<PresentWish>).detail, true);
  };

  /** The editor of the story asks for a scene; prevented, it does not show it by itself. */
  readonly #playScene = (event: Event): void => {
    if (this.#isBarred) return;
    const { scene } = (event as CustomEvent<{ readonly scene: string }>).detail;
    event.preventDefault();
    void this.start({ from: { slide: scene } }, true);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'F5' || this.#player?.present.isRunning || event.defaultPrevented) return;
    if (this.#isBarred || !ownsPageKeys(this.#host)) return;
    const { bundle } = this.#store.getState();
    if (!bundle || !storyOf(bundle)) return;
    const path = event.composedPath();
    const answer = readKey(event, STOPPED, { isTyping: isTypingIn(path), isOnControl: false });
    if (answer?.type !== 'start') return;
    event.preventDefault();
    void this.start({ from: answer.from }, true);
  };

  readonly #follow = (event: CustomEvent<PresentDetail>): void => {
    const { state, slide } = event.detail;
    if (slide) this.#lastSlide = slide.id;
    const wasPaused = this.#address.isPaused;
    this.#address.isPaused = state.isRunning;
    if (!this.#ownsAddress) return;
    if (!state.isRunning) {
      if (wasPaused) this.#address.write();
      return;
    }
    if (!slide) return;
    const { lang, flavourChoice } = this.#store.getState();
    const hash = `#${writePresentAddress(slide.id, { lang, flavour: flavourChoice })}`;
    if (hash === location.hash) return;
    try {
      const isFirst = !wasPaused && readPresentAddress(location.hash) === null;
      if (isFirst) history.pushState(history.state, '', hash);
      else history.replaceState(history.state, '', hash);
    } catch {
      /** A sandboxed page may not touch its history; the talk goes on. */
    }
  };

  /** Back leaves the talk; an address of another slide goes there. */
  readonly #handleNavigation = (): void => {
    if (!this.#ownsAddress) return;
    const slide = readPresentAddress(location.hash);
    const { present, story } = this.#player ?? {};
    if (slide === null) {
      if (!present?.isRunning) return;
      this.#player!.send({ type: 'stop' });
    } else if (!present?.isRunning || !story) this.resume();
    else {
      const index = listSlides(story).findIndex(({ id }) => id === slide);
      if (index >= 0 && index !== present.index) this.#player!.send({ type: 'go', index });
    }
  };

  #refuse(slide: string): void {
    this.#store.send({
      type: 'notify',
      notices: [
        {
          id: 'address-present',
          severity: 'warning',
          problem: {
            code: 'bad-address',
            severity: 'warning',
            file: 'address',
            at: 'present',
            message: `present=${JSON.stringify(slide.slice(0, 60))}: no scene has this id`,
            remedy: 'The plan is shown instead. Start the presentation from the bar or by F5.',
          },
        },
      ],
    });
  }

  #fail(error: unknown): void {
    this.#store.send({
      type: 'notify',
      notices: [
        {
          id: 'present-failed',
          severity: 'warning',
          problem: {
            code: 'present-failed',
            severity: 'warning',
            file: 'plan-player',
            message: error instanceof Error ? error.message : String(error),
            remedy: 'Check the connection and start the presentation again.',
          },
        },
      ],
    });
  }
}
