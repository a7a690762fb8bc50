import type { Story } from '../../contracts/bundle.ts';
import type { PresentCommand, PresentState } from '../../contracts/present.ts';
import type { StageFacts, TalkMessage, WindowRole } from '../../contracts/talk.ts';
import { parseTalkMessage, talkChannelName } from '../../core/present/parse-talk-message.ts';
import {
  actOnTalk,
  createReplica,
  hearEntry,
  hearSnapshot,
  lacksSomething,
  takeSnapshot,
  type TalkReplica,
} from '../../core/present/sync-talk.ts';

/** An answer comes at once, even from a window out of sight: its timers sleep, its messages do not. */
const PING_MS = 1000;
/** A map that is being drawn may hold a window up; more is a window that is gone. */
const GONE_MS = 4500;
/** Shorter than a browser lets a page open a window after a press. */
const PROBE_MS = 1000;
/** What was pressed is heard by then: marks for whoever measures. */
export const HEARD_MARK = 'plan-talk-heard';

interface TalkLinkOptions {
  readonly bundleId: string;
  readonly session: string;
  readonly role: WindowRole;
  /** What this window knows by itself. */
  readonly state: PresentState;
  /** The state changed by what another window said. */
  readonly heard: (state: PresentState) => void;
  /** The other kind of window came or went. */
  readonly met: (isThere: boolean) => void;
  readonly heardFacts?: (facts: StageFacts) => void;
  readonly heardStory?: (story: Story) => void;
  /** What the hall sees, for a window that asks; null: nothing to tell yet. */
  readonly facts?: () => StageFacts | null;
  /** The story that is told, likewise. */
  readonly story?: () => Story | null;
}

type Body = TalkMessage extends infer M
  ? M extends TalkMessage
    ? Omit<M, 'v' | 'from' | 'role'>
    : never
  : never;

/** Whether windows of this browser can speak to one another. */
export const canLink = (): boolean => 'BroadcastChannel' in globalThis;

/**
 * Joins this window to the others of its talk: what is pressed here goes to them, and what is pressed there comes
 * back as a state. Needs no server and no network.
 */
export class TalkLink {
  readonly #options: TalkLinkOptions;
  readonly #channel: BroadcastChannel;
  readonly #me = crypto.getRandomValues(new Uint32Array(2)).join('-');
  #replica: TalkReplica;
  #timer: ReturnType<typeof setInterval> | undefined;
  #lastHeardMs = 0;
  #isMet = false;

  constructor(options: TalkLinkOptions) {
    this.#options = options;
    this.#replica = createReplica(this.#me, options.state);
    this.#channel = new BroadcastChannel(talkChannelName(options.bundleId, options.session));
    this.#channel.addEventListener('message', this.#handleMessage);
    addEventListener('pagehide', this.#handleLeave);
    addEventListener('pageshow', this.#handleReturn);
    this.#timer = setInterval(() => this.#look(), PING_MS);
    this.#post({ type: 'hello' });
    this.tellStory();
    this.tellFacts();
  }

  get state(): PresentState {
    return this.#replica.state;
  }

  /** Whether the other kind of window is there. */
  get isMet(): boolean {
    return this.#isMet;
  }

  /** A command of this window; gives the state that it leads to. */
  act(command: PresentCommand): PresentState {
    const sentMs = now();
    const { replica, entry } = actOnTalk(this.#replica, command, sentMs);
    this.#replica = replica;
    this.#post({ type: 'command', entry, sentMs });
    return replica.state;
  }

  /** Whether the other window answers now: one that was killed could not say goodbye. */
  async probe(): Promise<boolean> {
    if (!this.#isMet) return false;
    const askedMs = now();
    this.#post({ type: 'ping', seen: this.#replica.seen });
    while (this.#lastHeardMs < askedMs && now() - askedMs < PROBE_MS) {
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS / 20));
    }
    return this.#lastHeardMs >= askedMs;
  }

  /** Tells the others what the hall sees. */
  tellFacts(): void {
    const facts = this.#options.facts?.();
    if (facts) this.#post({ type: 'facts', facts });
  }

  tellStory(): void {
    const story = this.#options.story?.();
    if (story) this.#post({ type: 'story', story });
  }

  close(): void {
    clearInterval(this.#timer);
    removeEventListener('pagehide', this.#handleLeave);
    removeEventListener('pageshow', this.#handleReturn);
    this.#post({ type: 'bye' });
    this.#channel.removeEventListener('message', this.#handleMessage);
    this.#channel.close();
  }

  #post(body: Body): void {
    const message = { v: 1, from: this.#me, role: this.#options.role, ...body } as TalkMessage;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
    this.#channel.postMessage(message);
  }

  #look(): void {
    this.#post({ type: 'ping', seen: this.#replica.seen });
    if (this.#isMet && now() - this.#lastHeardMs > GONE_MS) this.#meet(false);
  }

  #meet(isThere: boolean): void {
    if (isThere === this.#isMet) return;
    this.#isMet = isThere;
    this.#options.met(isThere);
  }

  readonly #handleLeave = (): void => this.#post({ type: 'bye' });

  /** Back from the browser's memory, where no message came through. */
  readonly #handleReturn = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#post({ type: 'hello' });
  };

  readonly #handleMessage = (event: MessageEvent<unknown>): void => {
    const message = parseTalkMessage(event.data);
    if (!message || message.from === this.#me) return;
    if (message.role !== this.#options.role) {
      this.#lastHeardMs = now();
      this.#meet(message.type !== 'bye');
    }
    this.#hear(message);
  };

  #hear(message: TalkMessage): void {
    const before = this.#replica.state;
    switch (message.type) {
      case 'hello':
        /** Of two windows that know of the talk by themselves alone, the hall's is right. */
        if (this.#options.role === 'stage') this.#replica = { ...this.#replica, hasJoined: true };
        this.#answerHello(message.from);
        break;
      case 'command': {
        const { replica, isGap } = hearEntry(this.#replica, message.entry);
        this.#replica = replica;
        const latencyMs = now() - message.sentMs;
        performance.mark(HEARD_MARK, { detail: { type: message.entry.command.type, latencyMs } });
        if (isGap) this.#post({ type: 'hello' });
        break;
      }
      case 'snapshot':
        if (message.to === this.#me) {
          this.#replica = hearSnapshot(this.#replica, message.snapshot);
        }
        break;
      case 'facts':
        this.#options.heardFacts?.(message.facts);
        break;
      case 'ping':
        if (lacksSomething(this.#replica, message.seen)) this.#answerHello(message.from);
        else this.#post({ type: 'pong' });
        break;
      case 'story':
        this.#options.heardStory?.(message.story);
        break;
      case 'pong':
      case 'bye':
        break;
      default:
        message satisfies never;
    }
    if (this.#replica.state !== before) this.#options.heard(this.#replica.state);
  }

  #answerHello(to: string): void {
    this.#post({ type: 'snapshot', snapshot: takeSnapshot(this.#replica), to });
    this.tellStory();
    this.tellFacts();
  }
}

/** Milliseconds since 1970, finely, and the same in all windows of one machine. */
const now = (): number => performance.timeOrigin + performance.now();
