import type { Store, ViewerRequest, ViewerState } from '../contracts/state.ts';

/** The one path for every change: request in, frozen state out, listeners told. */
export function createStore(
  initial: ViewerState,
  reduce: (state: ViewerState, request: ViewerRequest) => ViewerState,
): Store {
  let state = Object.freeze(initial);
  const listeners = new Set<Parameters<Store['subscribe']>[0]>();
  const queue: ViewerRequest[] = [];
  let isBusy = false;
  /** A request sent from within a listener waits its turn, so that listeners see changes in order. */
  const drain = (): void => {
    isBusy = true;
    try {
      for (let request = queue.shift(); request; request = queue.shift()) {
        const before = state;
        state = Object.freeze(reduce(before, request));
        if (state === before) continue;
        for (const listener of [...listeners]) listener(state, before, request);
      }
    } finally {
      isBusy = false;
      queue.length = 0;
    }
  };
  return {
    getState: () => state,
    send: (request) => {
      queue.push(request);
      if (!isBusy) drain();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
