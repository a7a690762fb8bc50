let isKnown = false;

/** Whether this browser can start a WebGL2 context; asked before the map's code is fetched. */
export function hasWebgl2(): boolean {
  // Asked once: beside the contexts of many maps, one more to try would cost the oldest its own.
  if (isKnown) return true;
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  isKnown = context !== null;
  return isKnown;
}
