/**
 * Registers a custom element once. Does nothing where there are no custom elements (Node) or where
 * the tag is taken, so that two copies of the bundle may meet in one page.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements;
  if (registry && !registry.get(tag)) registry.define(tag, element);
}
