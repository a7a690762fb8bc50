/** Work between two rests; a step that is begun within it may still end after it. */
const WORK_MS = 8;

/**
 * Makes a pause for long work in steps: null as long as the work may go on, else what to wait for, so that the page
 * answers keys and draws.
 * @param now milliseconds of a clock
 */
export function createPause(
  now: () => number = () => performance.now(),
): () => Promise<void> | null {
  let sinceMs = now();
  return () => {
    if (now() - sinceMs < WORK_MS) return null;
    return new Promise((resolve) => {
      setTimeout(() => {
        sinceMs = now();
        resolve();
      });
    });
  };
}
