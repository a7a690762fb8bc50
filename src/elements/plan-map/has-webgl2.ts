/** Whether this browser can start a WebGL2 context; asked before the map's code is fetched. */
export function hasWebgl2(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
