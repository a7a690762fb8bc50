import type { LitElement } from 'lit';

/**
 * Remembers who opened the comparison, for whoever closes it by key would else stand at the page's
 * start: the button in the bar, or where there is no bar the map. The answer gives the focus back.
 */
export function returnFocus(element: HTMLElement): () => void {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return () => undefined;
  return () => {
    const button = root.querySelector<HTMLElement>('.tools [data-tool=compare]');
    if (button) {
      button.focus();
      return;
    }
    const { updateComplete = Promise.resolve(true) } = root.host as Partial<LitElement>;
    void updateComplete.then(() =>
      root.querySelector('plan-map')?.shadowRoot?.querySelector<HTMLElement>('canvas')?.focus(),
    );
  };
}
