import type { Story } from '../../contracts/bundle.ts';
import type { PresentCommand, PresentState } from '../../contracts/present.ts';
import type { Store } from '../../contracts/state.ts';
import type { StageFacts } from '../../contracts/talk.ts';
import { presenterMessages } from '../messages/presenter-messages.ts';
import { TalkLink } from './talk-link.ts';
import { openSession, presenterAddress } from './talk-session.ts';
import { TalkStore } from './talk-store.ts';

const FACTS_WAIT_MS = 80;
const NOTICE_MS = 5000;
/** A window that has not said anything by then was not opened. */
const OPEN_MS = 8000;
const WINDOW = 'noopener,popup,width=1280,height=800';

/** What of the player the link needs. */
export interface LinkedPlayer extends HTMLElement {
  readonly present: PresentState;
  readonly story: Story | null;
  readonly covered: { readonly left: number; readonly bottom: number };
  step: (state: PresentState, command: PresentCommand) => PresentState;
  hasPresenter: boolean | null;
  notice: string;
  join: (state: PresentState) => void;
}

/** Joins the hall's window to the speaker's: the player acts through it as long as it lives. */
export class StageLink {
  readonly #player: LinkedPlayer;
  readonly #store: Store;
  readonly #session = openSession();
  readonly #kept: TalkStore;
  readonly #link: TalkLink;
  readonly #unsubscribe: () => void;
  readonly #stepAlone: LinkedPlayer['step'];
  #factsTimer: ReturnType<typeof setTimeout> | undefined;
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;
  #openTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(player: LinkedPlayer, store: Store, bundleId: string) {
    this.#player = player;
    this.#store = store;
    this.#kept = new TalkStore(bundleId, this.#session);
    this.#stepAlone = player.step;
    this.#link = new TalkLink({
      bundleId,
      session: this.#session,
      role: 'stage',
      state: this.#stateOfOwn(),
      heard: (state) => player.join(state),
      met: (isThere) => this.#tellMeeting(isThere),
      facts: () => this.#facts(),
      story: () => player.story,
    });
    if (this.#link.state !== player.present) player.join(this.#link.state);
    player.step = (state, command) => this.#step(state, command);
    player.addEventListener('plan-present-change', this.#follow);
    this.#unsubscribe = store.subscribe((now, before) => {
      if (now.camera !== before.camera) this.#tellFactsSoon();
    });
    addEventListener('resize', this.#tellFactsSoon);
    player.hasPresenter = false;
  }

  /**
   * Opens the speaker's window. It knows nothing of this one, so that the browser gives it a process of its own: the
   * map here never holds up the notes there. The browser then does not say whether it refused; silence does.
   */
  async open(): Promise<void> {
    const { lang } = this.#store.getState();
    const words = presenterMessages[lang];
    if (await this.#link.probe()) {
      this.#say(words.isOpen);
      return;
    }
    window.open(presenterAddress(this.#session, lang), '_blank', WINDOW);
    clearTimeout(this.#openTimer);
    this.#openTimer = setTimeout(() => {
      if (!this.#link.isMet) this.#say(words.popup);
    }, OPEN_MS);
  }

  close(): void {
    clearTimeout(this.#factsTimer);
    clearTimeout(this.#noticeTimer);
    clearTimeout(this.#openTimer);
    this.#player.step = this.#stepAlone;
    this.#player.hasPresenter = null;
    this.#player.removeEventListener('plan-present-change', this.#follow);
    this.#unsubscribe();
    removeEventListener('resize', this.#tellFactsSoon);
    this.#link.close();
  }

  /** After a reload the address tells the slide, and what was kept the rest. */
  #stateOfOwn(): PresentState {
    const { present } = this.#player;
    const { state } = this.#kept.read();
    return present.isRunning && state?.isRunning && sameDeck(state, present)
      ? { ...state, index: present.index }
      : present;
  }

  #step(state: PresentState, command: PresentCommand): PresentState {
    if (command.type === 'join') return command.state;
    /** The story was edited before the talk began: the others count its slides, too. */
    if (command.type === 'start' && !sameDeck(state, this.#link.state)) {
      this.#link.act({ type: 'deck', deck: state.deck });
      this.#link.tellStory();
    }
    const next = this.#link.act(command);
    if (command.type === 'deck') this.#link.tellStory();
    return next;
  }

  #facts(): StageFacts | null {
    const { clientWidth, clientHeight, covered } = this.#player;
    const { camera } = this.#store.getState();
    if (clientWidth === 0 || clientHeight === 0) return null;
    return {
      camera,
      widthPx: clientWidth,
      heightPx: clientHeight,
      captionLeft: covered.left / clientWidth,
      captionBottom: covered.bottom / clientHeight,
    };
  }

  #tellMeeting(isThere: boolean): void {
    this.#player.hasPresenter = isThere;
    const words = presenterMessages[this.#store.getState().lang];
    this.#say(isThere ? words.joined : words.presenterGone);
  }

  #say(text: string): void {
    this.#player.notice = text;
    clearTimeout(this.#noticeTimer);
    this.#noticeTimer = setTimeout(() => {
      this.#player.notice = '';
    }, NOTICE_MS);
  }

  readonly #follow = (): void => {
    this.#kept.writeState(this.#player.present);
    this.#tellFactsSoon();
  };

  readonly #tellFactsSoon = (): void => {
    this.#factsTimer ??= setTimeout(() => {
      this.#factsTimer = undefined;
      this.#link.tellFacts();
    }, FACTS_WAIT_MS);
  };
}

const sameDeck = (a: PresentState, b: PresentState): boolean =>
  JSON.stringify(a.deck) === JSON.stringify(b.deck);
