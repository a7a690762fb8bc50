/**
 * Registers a custom element once, and gives back the class that the page has for the tag: where two copies of the
 * bundle meet, the first one's. Does nothing where there are no custom elements (Node).
 */
export function define<T extends CustomElementConstructor>(tag: string, element: T): T {
  const registry = globalThis.customElements;
  if (!registry) return element;
  const taken = registry.get(tag);
  if (taken) return taken as T;
  registry.define(tag, element);
  return element;
}
