/** The worker in which files are read, so that the page never waits for them. */
import { serveDesk, type ToDesk } from './serve-desk.ts';

const scope = globalThis as unknown as {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (
    type: 'message',
    listener: (event: MessageEvent<ToDesk>) => void,
  ) => void;
};

serveDesk({
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  post: (message) => scope.postMessage(message),
  listen: (listener) => scope.addEventListener('message', ({ data }) => listener(data)),
});
