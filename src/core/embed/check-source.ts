import { PlanError } from '../../contracts/errors.ts';

/**
 * The address of a bundle, if it may be asked for: on the page's own origin, or on one that is listed.
 * @param source as given, relative or whole
 * @param base address of the page
 * @param listed exact origins, e.g. `https://plans.example`
 * @throws PlanError `address-malformed` or `origin-unlisted`, which names the origin
 */
export function checkSource(source: string, base: string, listed: readonly string[]): URL {
  if (!URL.canParse(source, base)) {
    throw new PlanError([
      {
        code: 'address-malformed',
        severity: 'error',
        file: 'src',
        at: source.slice(0, 200),
        message: `${JSON.stringify(source.slice(0, 200))} is no address`,
        remedy: 'Give the address of a plan bundle, whole or relative to the page.',
      },
    ]);
  }
  const url = new URL(source, base);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (isWeb && (url.origin === new URL(base).origin || listed.includes(url.origin))) return url;
  const from = isWeb ? url.origin : url.protocol;
  throw new PlanError([
    {
      code: 'origin-unlisted',
      severity: 'error',
      file: url.pathname.split('/').at(-1) || source,
      at: from,
      message: `${from} is not a listed origin, so nothing was asked of it`,
      remedy: `Put the bundle on the page's own host, or list ${from} in the attribute "origins".`,
    },
  ]);
}
