/** The worker in which heights are read and contour lines drawn, so that the page never waits for them. */
import { serveTerrain, type ToTerrain } from './serve-terrain.ts';

const scope = globalThis as unknown as {
  readonly postMessage: (message: unknown, transfer: readonly Transferable[]) => void;
  readonly addEventListener: (
    type: 'message',
    listener: (event: MessageEvent<ToTerrain>) => void,
  ) => void;
};

serveTerrain({
  post: (message, transfer) => scope.postMessage(message, transfer),
  listen: (listener) => scope.addEventListener('message', ({ data }) => listener(data)),
});
