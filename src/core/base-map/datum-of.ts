/** Servers whose tiles are drawn in a shifted system, by host; what they say themselves, and what is known of them. */
const HOSTS: readonly (readonly [RegExp, 'gcj02' | 'bd09'])[] = [
  [/(^|\.)(autonavi|amap|gaode)\.com$/, 'gcj02'],
  [/(^|\.)map\.(gtimg|qq)\.com$/, 'gcj02'],
  [/(^|\.)geoq\.cn$/, 'gcj02'],
  [/(^|\.)google\.cn$/, 'gcj02'],
  [/(^|\.)(bdimg|bdstatic|baidu)\.com$/, 'bd09'],
];

/**
 * The shifted system that a host is known to draw in; null: none is known, so it is taken for WGS 84.
 * @param address of tiles or of a service; placeholders may stand in it
 */
export function datumOf(address: string): 'gcj02' | 'bd09' | null {
  let host: string;
  try {
    host = new URL(address.replaceAll(/\{[^}]*\}/g, '0'), 'https://here.invalid/').hostname;
  } catch {
    return null;
  }
  return HOSTS.find(([pattern]) => pattern.test(host))?.[1] ?? null;
}
