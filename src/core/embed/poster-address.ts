import type { FlavourName } from '../../contracts/theme.ts';

/** What a still picture of the plan shows. */
export type PosterSubject =
  | { readonly kind: 'plan' }
  | { readonly kind: 'theme'; readonly id: string }
  | { readonly kind: 'feature'; readonly id: string }
  | { readonly kind: 'clause'; readonly id: string };

/** Ids become names of files: whatever else a bundle calls a thing must not leave the folder. */
const SAFE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Where the build puts a poster, seen from the app's folder. Plan and themes are there in light and dark, the others
 * in light alone.
 * @throws Error when an id is no lower-case kebab-case
 */
export function posterFile(subject: PosterSubject, flavour: FlavourName = 'light'): string {
  const tone = flavour === 'dark' ? 'dark' : 'light';
  switch (subject.kind) {
    case 'plan':
      return `posters/plan-${tone}.svg`;
    case 'theme':
      return `posters/theme-${checkId(subject.id)}-${tone}.svg`;
    case 'feature':
      return `posters/feature-${checkId(subject.id)}.svg`;
    case 'clause':
      return `posters/clause-${checkId(subject.id)}.svg`;
    default:
      return subject satisfies never;
  }
}

/**
 * Where the build puts what oEmbed asks for.
 * @throws Error when an id is no lower-case kebab-case
 */
export function oembedFile(subject: Exclude<PosterSubject, { kind: 'theme' }>): string {
  if (subject.kind === 'plan') return 'oembed/plan.json';
  const id = checkId(subject.id);
  return subject.kind === 'clause' ? `oembed/clause-${id}.json` : `oembed/${id}.json`;
}

function checkId(id: string): string {
  if (SAFE_ID.test(id)) return id;
  throw new Error(
    `"${id.slice(0, 80)}" cannot name a file: use lower-case letters, digits and hyphens for ids.`,
  );
}
