import type { Bounds } from '../contracts/bundle.ts';
import { PlanError } from '../contracts/errors.ts';
import type {
  ImportSession,
  ImportWatch,
  LayerPreview,
  ReadSummary,
  TakenFeature,
} from '../contracts/import.ts';
import type { DeskCall, FromDesk, ToDesk } from './serve-desk.ts';

/** The other end of the channel to a worker. */
export interface SessionPort {
  readonly post: (message: ToDesk) => void;
  readonly listen: (
    listener: (message: FromDesk) => void,
    failed: (reason: string) => void,
  ) => void;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
  readonly watch: ImportWatch;
  /** What came ahead of the answer. */
  readonly parts: unknown[];
}

/** A worker that is deep in a parser hears no cancel: after this it is ended, and its files are opened anew. */
const DEAF_MS = 800;

/**
 * A session with a worker that reads files.
 * @param openPort starts a worker; called with the first call, and again when one had to be ended
 */
export function openSession(near: Bounds, openPort: () => SessionPort): ImportSession {
  const waiting = new Map<number, Waiting>();
  /** Calls that opened what is open, so that a new worker can be brought to where the old one was. */
  let opened: DeskCall[] = [];
  let port: SessionPort | null = null;
  let lastId = 0;
  let isDisposed = false;

  const start = (): SessionPort => {
    const fresh = openPort();
    fresh.listen(hear, (reason) => {
      end(new Error(reason));
    });
    fresh.post({ type: 'start', near });
    for (const call of opened) fresh.post({ type: 'call', id: (lastId += 1), call });
    return fresh;
  };

  const end = (reason: Error): void => {
    port?.close();
    port = null;
    for (const { reject } of waiting.values()) {
      reject(
        new PlanError([
          {
            code: 'reader-gone',
            severity: 'error',
            file: 'reader',
            message: `the reader of files stopped: ${reason.message}`,
            remedy: 'Open the file again; a very large one may be more than this browser can hold.',
          },
        ]),
      );
    }
    waiting.clear();
  };

  const hear = (message: FromDesk): void => {
    const one = waiting.get(message.id);
    if (!one) return;
    if (message.type === 'progress') {
      one.watch.onProgress?.(message.progress);
      return;
    }
    if (message.type === 'part') {
      one.parts.push(...message.features);
      return;
    }
    waiting.delete(message.id);
    if (message.type === 'done') one.resolve(message.value as never);
    else if (message.type === 'cancelled') {
      one.reject(one.watch.signal?.reason ?? new DOMException('cancelled', 'AbortError'));
    } else {
      const [first, ...rest] = message.problems;
      one.reject(first ? new PlanError([first, ...rest]) : new Error('reader: no reason given'));
    }
  };

  const ask = <Value>(
    call: DeskCall,
    watch: ImportWatch = {},
    parts: unknown[] = [],
  ): Promise<Value> => {
    const { signal } = watch;
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (isDisposed) return Promise.reject(new DOMException('the session has ended', 'AbortError'));
    port ??= start();
    const id = (lastId += 1);
    return new Promise<Value>((resolve, reject) => {
      waiting.set(id, { resolve, reject, watch, parts });
      port!.post({ type: 'call', id, call });
      signal?.addEventListener('abort', () => {
        if (!waiting.has(id)) return;
        port?.post({ type: 'cancel', id });
        setTimeout(() => {
          if (!waiting.has(id)) return;
          waiting.delete(id);
          port?.close();
          port = null;
          reject(signal.reason as Error);
          for (const other of waiting.values()) {
            other.reject(new DOMException('the reader was ended', 'AbortError'));
          }
          waiting.clear();
          if (opened.length > 0) port = start();
        }, DEAF_MS);
      });
    });
  };

  return {
    open: async (files, options, watch) => {
      const call: DeskCall = { name: 'open', files, options };
      const summary = await ask<ReadSummary>(call, watch);
      opened.push(call);
      return summary;
    },
    reread: async (file, options, watch) => {
      const call: DeskCall = { name: 'reread', file, options };
      const summary = await ask<ReadSummary>(call, watch);
      opened.push(call);
      return summary;
    },
    preview: async (layer, choice) => {
      const features: LayerPreview['features']['features'] = [];
      const rest = await ask<Omit<LayerPreview, 'features'>>(
        { name: 'preview', layer, choice },
        {},
        features,
      );
      return { ...rest, features: { type: 'FeatureCollection', features } };
    },
    take: (layer, choice, range, watch) =>
      ask<readonly TakenFeature[]>({ name: 'take', layer, choice, range }, watch),
    close: async (file) => {
      const call: DeskCall = { name: 'close', file };
      const summary = await ask<ReadSummary>(call);
      opened.push(call);
      if (summary.layers.length === 0 && summary.bundle === null) opened = [];
      return summary;
    },
    dispose: () => {
      isDisposed = true;
      end(new Error('the session has ended'));
    },
  };
}
