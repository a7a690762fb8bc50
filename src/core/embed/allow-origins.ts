import type { Problem } from '../../contracts/errors.ts';
import { isExactOrigin } from './embed-address.ts';

/** The origins that a deployer lists, parted by spaces or commas; what is no exact origin lists nothing. */
export function readOriginList(text: string | null | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter(isExactOrigin);
}

/**
 * Who of those that ask may talk with a frame: the app's own pages, and whom the deployer lists.
 * @param own origin that the app was loaded from; that of a sandboxed frame, `null`, is nobody's
 */
export function allowOrigins(
  asked: readonly string[],
  own: string,
  listed: readonly string[],
): { readonly allowed: readonly string[]; readonly problems: readonly Problem[] } {
  const known = new Set([own, ...listed].filter(isExactOrigin));
  return {
    allowed: asked.filter((origin) => known.has(origin)),
    problems: asked
      .filter((origin) => !known.has(origin))
      .map((origin) => ({
        code: 'page-unlisted',
        severity: 'warning',
        file: 'address',
        at: 'origins',
        message: `${origin} asks to talk with this frame and is not listed, so it is not heard`,
        remedy: `Whoever runs the atlas lists ${origin} in <meta name="plan-atlas-origins">.`,
      })),
  };
}
