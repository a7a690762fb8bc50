/** Opens files through a session as the page does, over a channel to the very code that the worker runs. */
import { zipSync } from 'fflate';
import type { Bounds } from '../../../src/contracts/bundle.ts';
import type { ImportSession, ReadOptions, ReadSummary } from '../../../src/contracts/import.ts';
import { openSession } from '../../../src/io/open-session.ts';
import { serveDesk, type FromDesk, type ToDesk } from '../../../src/io/serve-desk.ts';
import type { CorpusFile } from '../../tools/make-corpus.ts';

export const COUNTY: Bounds = [112.7, 37.75, 114.05, 38.75];

export function createSession(near: Bounds = COUNTY): ImportSession {
  return openSession(near, () => {
    const { port1, port2 } = new MessageChannel();
    serveDesk({
      post: (message) => port2.postMessage(message),
      listen: (listener) => {
        port2.addEventListener('message', (event) =>
          listener((event as MessageEvent<ToDesk>).data),
        );
        port2.start();
      },
    });
    return {
      post: (message) => port1.postMessage(message),
      listen: (listener) => {
        port1.addEventListener('message', (event) =>
          listener((event as MessageEvent<FromDesk>).data),
        );
        port1.start();
      },
      close: () => {
        port1.close();
        port2.close();
      },
    };
  });
}

type Content = string | Uint8Array | readonly number[];

export const toFile = (name: string, content: Content): { name: string; blob: Blob } => ({
  name,
  blob: new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]),
});

export const zip = (files: readonly CorpusFile[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));

/** What a session says of files, and the session itself; the caller disposes of it. */
export async function openFiles(
  files: readonly { readonly name: string; readonly blob: Blob }[],
  options: ReadOptions = {},
): Promise<{ readonly session: ImportSession; readonly summary: ReadSummary }> {
  const session = createSession();
  try {
    return { session, summary: await session.open(files, options, {}) };
  } catch (error) {
    session.dispose();
    throw error;
  }
}
