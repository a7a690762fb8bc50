import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { canBeDrawn, classify } from '../../core/classify.ts';
import type { PosterSubject } from '../../core/embed/poster-address.ts';
import { linkClauses } from '../../core/link-clauses.ts';

/** Themes that tell where one is: they stand under every other theme's poster and have none of their own. */
export const GROUND_THEMES: readonly string[] = ['boundary', 'water', 'settlements'];

/** Everything that has a poster: the plan, its themes, the features with a place, and the paragraphs with features. */
export function listSubjects(bundle: PlanBundle, cartography: Cartography): PosterSubject[] {
  const drawable = bundle.features.features.filter((feature) => {
    const classified = classify(feature, cartography);
    return classified !== null && canBeDrawn(feature, classified.featureClass);
  });
  const themeOf = new Map(bundle.layers.map(({ id, theme }) => [id, theme]));
  const themes = new Set(drawable.map(({ properties }) => themeOf.get(properties.layer)));
  const { paragraphs } = linkClauses(bundle);
  return [
    { kind: 'plan' },
    ...[...new Set(bundle.layers.map(({ theme }) => theme))]
      .filter((id) => themes.has(id) && !GROUND_THEMES.includes(id))
      .map((id): PosterSubject => ({ kind: 'theme', id })),
    ...drawable.map(({ properties }): PosterSubject => ({ kind: 'feature', id: properties.id })),
    ...[...paragraphs]
      .filter(([, { features }]) => features.length > 0)
      .map(([id]): PosterSubject => ({ kind: 'clause', id })),
  ];
}
