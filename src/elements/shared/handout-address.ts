import type { Language } from '../../contracts/theme.ts';

/**
 * Address of the handout, beside the page's own. Null where the atlas does not own the page's address: a host that
 * put it into a page of its own has no such page to print.
 */
export function handoutAddress(element: Element, lang: Language): string | null {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  return host?.hasAttribute('permalink') ? `./?print=handout&lang=${lang}` : null;
}
