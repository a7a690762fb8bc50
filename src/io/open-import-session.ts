import type { OpenImportSession } from '../contracts/import.ts';
import { prepareWorker, startWorker } from '../workers/start-worker.ts';
import { openSession, type SessionPort } from './open-session.ts';
// oxlint-disable-next-line import/default -- made by Vite
import workerUrl from './read-worker.ts?worker&url';
import type { FromDesk } from './serve-desk.ts';

/** A session with a worker of its own, started with the first file. */
export const openImportSession: OpenImportSession = (near) => openSession(near, startReader);

/** A worker that reads and writes files. */
export function startReader(): SessionPort {
  const address = prepareWorker(new URL(workerUrl, document.baseURI).href);
  const worker = startWorker.call(null, address, { type: 'module', name: 'plan-atlas-reader' });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    post: (message) => worker.postMessage(message),
    listen: (listener, failed) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromDesk>) => listener(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        failed(event.message || 'its code could not be loaded');
      });
    },
    close: () => worker.terminate(),
  };
}
