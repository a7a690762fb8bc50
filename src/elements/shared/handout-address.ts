import type { Language } from '../../contracts/theme.ts';

/** Whether the atlas that an element stands in owns the page's address. */
export function isOnOwnPage(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host.hasAttribute('permalink');
}

/**
 * Address of the handout, beside the page's own. Null where the atlas does not own the page's address: a host that
 * put it into a page of its own has no such page to print.
 */
export function handoutAddress(element: Element, lang: Language): string | null {
  return isOnOwnPage(element) ? `./?print=handout&lang=${lang}` : null;
}
