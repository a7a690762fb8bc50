import { checkSource } from '../../core/embed/check-source.ts';

/**
 * The address of a bundle, whole, if this page may ask for it. Relative ones are read as every address of
 * the page is; that a page has a `<base>` elsewhere makes nothing its own.
 * @param listed exact origins beside the page's own
 * @throws PlanError `address-malformed` or `origin-unlisted`
 */
export function checkAddress(source: string, listed: readonly string[]): URL {
  const base = document.baseURI;
  const whole = URL.canParse(source, base) ? new URL(source, base).href : source;
  // A page that was written into its frame has no address, and still an origin.
  return checkSource(whole, location.href, [globalThis.origin, ...listed]);
}
