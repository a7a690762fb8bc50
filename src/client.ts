/**
 * Talks with an atlas in a frame, from the page around it: `await connect(iframe)`. No dependency; importing it does
 * nothing, in Node neither.
 */
import type { PlanEventMap } from './contracts/events.ts';
import type {
  PlanAnswer,
  PlanCommand,
  PlanCommandMap,
  PlanGreeting,
  PlanNews,
  PlanRefusal,
} from './contracts/protocol.ts';
import type { Lens, ViewState } from './contracts/state.ts';

export interface ConnectOptions {
  /** Origin of the frame; default: that of its `src`. */
  readonly origin?: string;
  /** How long the frame may take to answer; default 15000. */
  readonly timeoutMs?: number;
  /** Makes the frame as high as its words; default: for figures and quotes. */
  readonly autoHeight?: boolean;
  /**
   * The frame is sandboxed without `allow-same-origin`, so that it has no origin: what is sent (ids and views) reaches
   * whatever stands in the frame, and whatever stands there may answer. Never set it for a frame that shows other sites.
   */
  readonly sandboxed?: boolean;
}

type Listener<K extends PlanNews> = (detail: PlanEventMap[K]['detail']) => void;
type Takes<K extends PlanCommand> = PlanCommandMap[K]['takes'];

export interface PlanClient {
  /** What the frame said of itself when it last connected. */
  readonly greeting: PlanGreeting;
  readonly select: (target?: Takes<'plan:select'>) => Promise<ViewState>;
  readonly highlight: (target?: Takes<'plan:highlight'>) => Promise<null>;
  readonly fit: (features: readonly string[]) => Promise<null>;
  readonly layers: (ids: readonly string[]) => Promise<ViewState>;
  readonly lens: (lens: Partial<Lens>) => Promise<ViewState>;
  readonly scene: (id: string | null) => Promise<ViewState>;
  readonly state: () => Promise<ViewState>;
  readonly setState: (view: Partial<ViewState>) => Promise<ViewState>;
  /** Calls back with the event's detail; gives back what stops it. */
  readonly on: <K extends PlanNews>(name: K, listener: Listener<K>) => () => void;
  /** Ends the talk; what is still open is rejected. */
  readonly close: () => void;
}

/** What the frame refused, or why it cannot be reached. */
export class PlanClientError extends Error {
  override readonly name = 'PlanClientError';
  readonly code: string;
  readonly remedy: string;

  constructor({ code, message, remedy }: PlanRefusal) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

interface Asked {
  readonly message: { readonly type: PlanCommand };
  readonly resolve: (payload: unknown) => void;
  readonly reject: (error: PlanClientError) => void;
  timer: ReturnType<typeof setTimeout>;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 1000;
/** No text is as high. */
const HIGHEST_PX = 20_000;

/**
 * Connects with the atlas, figure or quote in a frame; resolves once its plan is there.
 * The frame's address must name this page's origin in `origins=`, and whoever runs the atlas must list it.
 * A frame that is reloaded connects again by itself, and answers then what was open.
 * @throws PlanClientError `bad-origin`, `sandboxed`, `timeout`, `not-ready`
 */
export async function connect(
  iframe: HTMLIFrameElement,
  { origin, timeoutMs = 15_000, autoHeight, sandboxed = false }: ConnectOptions = {},
): Promise<PlanClient> {
  const isOpaque = iframe.hasAttribute('sandbox') && !iframe.sandbox.contains('allow-same-origin');
  if (isOpaque && !sandboxed) {
    throw fail(
      'sandboxed',
      'the frame is sandboxed and has no origin that could be checked',
      'Add allow-same-origin to its sandbox (the atlas is on another origin than this page), or pass sandboxed: true.',
    );
  }
  const expected = isOpaque ? 'null' : readOrigin(origin ?? iframe.src);
  const asked = new Map<string, Asked>();
  const listeners = new Map<string, Set<(detail: never) => void>>();
  const prefix = Math.random().toString(36).slice(2);
  let serial = 0;
  let greeting: PlanGreeting | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let hello: Promise<PlanGreeting> | null = null;

  const post = (message: object): void => {
    if (isCommitted(iframe)) iframe.contentWindow!.postMessage(message, isOpaque ? '*' : expected);
  };

  function ask<K extends PlanCommand>(
    type: K,
    payload: Takes<K>,
  ): Promise<PlanCommandMap[K]['gives']> {
    return new Promise((resolve, reject) => {
      const requestId = `${prefix}-${(serial += 1)}`;
      const message = { v: 1, type, requestId, payload };
      const expire = (): void => {
        const open = asked.get(requestId);
        if (!open) return;
        // A frame far down the page is not loaded before the reader comes near.
        if (iframe.loading === 'lazy' && !isCommitted(iframe)) {
          open.timer = setTimeout(expire, timeoutMs);
          return;
        }
        asked.delete(requestId);
        reject(
          fail(
            'timeout',
            `${type}: ${iframe.src || 'the frame'} did not answer within ${timeoutMs} ms`,
            `Check that it loads, that its address has origins=${location.origin}, and that the atlas lists this origin.`,
          ),
        );
      };
      const timer = setTimeout(expire, timeoutMs);
      asked.set(requestId, { message, resolve: resolve as Asked['resolve'], reject, timer });
      post(message);
    });
  }

  /** Says hello until the frame hears it, for its script may not have come; then, what was asked while it was away. */
  async function greet(): Promise<void> {
    clearTimeout(retry);
    if (!hello) {
      hello = ask('plan:connect', {}).finally(() => {
        hello = null;
        clearTimeout(retry);
      });
    }
    let waitMs = FIRST_RETRY_MS;
    const again = (): void => {
      for (const { message } of asked.values()) if (message.type === 'plan:connect') post(message);
      waitMs = Math.min(LONGEST_RETRY_MS, waitMs * 2);
      retry = setTimeout(again, waitMs);
    };
    retry = setTimeout(again, waitMs);
    greeting = await hello;
    for (const { message } of asked.values()) if (message.type !== 'plan:connect') post(message);
  }

  const hear = (event: MessageEvent): void => {
    if (event.source !== iframe.contentWindow || event.origin !== expected) return;
    const { v, type, requestId, payload } = (event.data ?? {}) as PlanAnswer;
    if (v !== 1 || payload === undefined) return;
    if (type === 'plan:event') {
      for (const listener of listeners.get(payload.name) ?? []) listener(payload.detail as never);
    } else if (type === 'plan:size') resize(payload.heightPx);
    else if (type === 'plan:ack' || type === 'plan:error') {
      const open = asked.get(requestId);
      if (!open) return;
      asked.delete(requestId);
      clearTimeout(open.timer);
      if (type === 'plan:ack') open.resolve(payload);
      else open.reject(new PlanClientError(payload));
    }
  };

  const resize = (heightPx: number): void => {
    if (!(autoHeight ?? greeting?.slice !== 'atlas') || !(heightPx > 0)) return;
    const isWhole = getComputedStyle(iframe).boxSizing === 'border-box';
    const borderPx = isWhole ? iframe.offsetHeight - iframe.clientHeight : 0;
    iframe.style.setProperty('height', `${Math.min(HIGHEST_PX, Math.ceil(heightPx)) + borderPx}px`);
  };

  /** The frame was loaded anew; what it says next is told by its events. */
  const reload = (): void => void greet().catch(() => undefined);

  const close = (): void => {
    removeEventListener('message', hear);
    iframe.removeEventListener('load', reload);
    clearTimeout(retry);
    listeners.clear();
    for (const { reject, timer } of asked.values()) {
      clearTimeout(timer);
      reject(fail('closed', 'the talk with the frame was ended', 'Connect again.'));
    }
    asked.clear();
  };

  addEventListener('message', hear);
  iframe.addEventListener('load', reload);
  try {
    await greet();
  } catch (error) {
    close();
    throw error;
  }

  return {
    get greeting() {
      return greeting!;
    },
    select: (target = {}) => ask('plan:select', target),
    highlight: (target = {}) => ask('plan:highlight', target),
    fit: (features) => ask('plan:fit', { features }),
    layers: (layers) => ask('plan:layers', { layers }),
    lens: (lens) => ask('plan:lens', lens),
    scene: (scene) => ask('plan:scene', { scene }),
    state: () => ask('plan:state', {}),
    setState: (view) => ask('plan:state', { view }),
    on: (name, listener) => {
      const heard = listeners.get(name) ?? new Set();
      listeners.set(name, heard.add(listener as (detail: never) => void));
      return () => heard.delete(listener as (detail: never) => void);
    },
    close,
  };
}

function readOrigin(address: string): string {
  try {
    const { origin, protocol } = new URL(address, document.baseURI);
    if (/^https?:$/.test(protocol)) return origin;
  } catch {
    // Told below.
  }
  throw fail(
    'bad-origin',
    `${JSON.stringify(address.slice(0, 60))} names no origin of a frame`,
    'Give the frame its src before you connect, or pass origin: "https://…".',
  );
}

/** Before its page has come, a frame holds an empty one of our own origin, which must not be spoken to. */
function isCommitted({ contentWindow }: HTMLIFrameElement): boolean {
  try {
    return Boolean(contentWindow && contentWindow.location.href !== 'about:blank');
  } catch {
    return true;
  }
}

const fail = (code: string, message: string, remedy: string): PlanClientError =>
  new PlanClientError({ code, message, remedy });

export type { PlanGreeting, PlanNews, ViewState };
