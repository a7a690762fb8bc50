import {
  PLAN_NEWS,
  PROTOCOL_VERSION,
  type PlanAnswer,
  type PlanGreeting,
  type PlanRefusal,
} from '../contracts/protocol.ts';
import type { Problem } from '../contracts/errors.ts';
import { MessageFault } from '../core/embed/message-fault.ts';
import { readMessage, requestIdOf, type Envelope } from '../core/embed/read-message.ts';
import { TokenBucket } from '../core/embed/token-bucket.ts';
import { SliceProgress, type FrameSlice } from './frame-slice.ts';
import { followHeight } from './follow-height.ts';
import { isStorageAllowed } from './is-storage-allowed.ts';

/** A slider that is dragged sends 60 a second. */
const HEARD = { burst: 200, perSecond: 100 };
/** Of those that are not heard, so many are told. */
const REFUSED = { burst: 10, perSecond: 5 };
const MOST_WAITING = 100;
/** What comes within this time is done together, and drawn once. */
const TOGETHER_MS = 50;
/** Likewise while there are too many: the drawing comes first. */
const TOGETHER_IN_FLOOD_MS = 250;
const FLOOD_ENDS_MS = 1000;

/** Messages that were not heard, by reason; for those who look for a mistake, at `planFrame.ignored`. */
export interface IgnoredMessages {
  origin: number;
  source: number;
  /** Not of this protocol. */
  foreign: number;
  tooMany: number;
}

declare global {
  // oxlint-disable-next-line no-var
  var planFrame: { readonly ignored: Readonly<IgnoredMessages> } | undefined;
}

/**
 * Talks with the page around the frame. Hears only that page itself, and only from an origin that is allowed to the
 * letter; answers go to that origin and no other. Nothing that is heard can change who may talk, or where plans come from.
 */
export class Bridge {
  readonly #slice: FrameSlice;
  readonly #allowed: ReadonlySet<string>;
  readonly #progress: SliceProgress;
  readonly #heard = new TokenBucket(HEARD);
  readonly #refused = new TokenBucket(REFUSED);
  readonly #ignored: IgnoredMessages = { origin: 0, source: 0, foreign: 0, tooMany: 0 };
  #waiting: Envelope[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answeredAtMs = -Infinity;
  /** When there were too many last. */
  #floodAtMs = -Infinity;
  /** The page's origin, once it has connected: news go there. */
  #listener: string | null = null;
  /** Where the page's messages come from; one frame has one parent, so it never changes. */
  #parent: string | null = null;

  /** @param refused why no plan was even asked for; null: one was */
  constructor(slice: FrameSlice, allowed: readonly string[], refused: Problem | null) {
    this.#slice = slice;
    this.#allowed = new Set(allowed);
    this.#progress = new SliceProgress(slice, refused, () => this.#answerWaiting());
  }

  connect(): void {
    addEventListener('message', this.#hear);
    for (const name of PLAN_NEWS) {
      this.#slice.element.addEventListener(name, (event) => {
        if (this.#listener === null) return;
        const { detail } = event as CustomEvent<unknown>;
        this.#send({ v: 1, type: 'plan:event', requestId: '', payload: { name, detail } });
      });
    }
    Object.defineProperty(globalThis, 'planFrame', { value: { ignored: this.#ignored } });
  }

  readonly #hear = (event: MessageEvent): void => {
    if (event.source !== parent) {
      this.#ignored.source += 1;
      return;
    }
    if (!this.#allowed.has(event.origin)) {
      this.#ignored.origin += 1;
      return;
    }
    this.#parent = event.origin;
    const nowMs = performance.now();
    // Before the data is looked at: reading it is the costly part.
    if (!this.#heard.take(nowMs)) {
      this.#ignored.tooMany += 1;
      this.#floodAtMs = nowMs;
      if (this.#refused.take(nowMs)) {
        this.#refuse(requestIdOf(event.data), {
          code: 'too-many',
          message: `more than ${HEARD.perSecond} messages a second`,
          remedy: 'Send the last of many changes alone, once a frame.',
        });
      }
      return;
    }
    try {
      const envelope = readMessage(event.data);
      if (!envelope) this.#ignored.foreign += 1;
      else this.#take(envelope);
    } catch (error) {
      this.#refuse(requestIdOf(event.data), toRefusal(error));
    }
  };

  #take(envelope: Envelope): void {
    if (this.#waiting.length >= MOST_WAITING) {
      this.#refuse(envelope.requestId, notReady('too many commands wait for it'));
      return;
    }
    this.#waiting.push(envelope);
    this.#answerWaiting();
  }

  /** At once after a rest; else what comes in one short time together. */
  #answerWaiting(): void {
    if (this.#progress.state === 'waiting' || this.#timer !== undefined) return;
    const nowMs = performance.now();
    const isFlood = nowMs - this.#floodAtMs < FLOOD_ENDS_MS;
    const waitMs = this.#answeredAtMs + (isFlood ? TOGETHER_IN_FLOOD_MS : TOGETHER_MS) - nowMs;
    if (waitMs > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#answerWaiting();
      }, waitMs);
      return;
    }
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    for (const envelope of waiting) this.#answer(envelope);
    this.#answeredAtMs = performance.now();
  }

  #answer(envelope: Envelope): void {
    const { requestId, type } = envelope;
    const { state, problem } = this.#progress;
    try {
      if (state === 'failed') throw toFault(notReady(problem?.message ?? 'it did not come'));
      const given = this.#slice.answer(envelope);
      const isGreeting = type === 'plan:connect';
      this.#send({
        v: PROTOCOL_VERSION,
        type: 'plan:ack',
        requestId,
        payload: isGreeting ? this.#greet() : given,
      });
      if (isGreeting) this.#begin();
    } catch (error) {
      this.#refuse(requestId, toRefusal(error));
    }
  }

  #greet(): PlanGreeting {
    const { name, bundle } = this.#slice;
    const manifest = bundle()?.bundle;
    return {
      slice: name,
      bundle: manifest ? { id: manifest.id, title: manifest.title } : null,
      map: this.#progress.map,
      isStorageAllowed: isStorageAllowed(),
    };
  }

  /** News begin once the page has connected; a figure and a quote tell their height. */
  #begin(): void {
    const isFirst = this.#listener === null;
    this.#listener = this.#parent;
    if (this.#slice.name === 'atlas') return;
    if (isFirst) {
      followHeight(this.#slice.element, (heightPx) => this.#tellHeight(heightPx));
    } else if (this.#heightPx > 0) this.#tellHeight(this.#heightPx);
  }

  #heightPx = 0;

  #tellHeight(heightPx: number): void {
    this.#heightPx = heightPx;
    this.#send({ v: 1, type: 'plan:size', requestId: '', payload: { heightPx } });
  }

  #refuse(requestId: string, refusal: PlanRefusal): void {
    this.#send({ v: 1, type: 'plan:error', requestId, payload: refusal });
  }

  #send(answer: PlanAnswer): void {
    if (this.#parent !== null) parent.postMessage(answer, this.#parent);
  }
}

const notReady = (reason: string): PlanRefusal => ({
  code: 'not-ready',
  message: `the frame shows no plan: ${reason}`,
  remedy: 'See what the frame itself says, and send it again once the plan is there.',
});

const toFault = ({ code, message, remedy }: PlanRefusal): MessageFault =>
  new MessageFault(code, message, remedy);

function toRefusal(error: unknown): PlanRefusal {
  if (error instanceof MessageFault) return error.refusal;
  return {
    code: 'failed',
    message: error instanceof Error ? error.message : String(error),
    remedy: 'Nothing was changed. Please report what was sent.',
  };
}
