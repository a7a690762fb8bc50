import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { canBeDrawn, classify } from '../../core/classify.ts';
import type { PosterSubject } from '../../core/embed/poster-address.ts';
import { GROUND_THEMES } from '../../core/ground-themes.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { homeBounds } from '../../core/scene/sources.ts';
import { framePlan, POSTER_SIZE } from './frame-poster.ts';

/**
 * Everything that has a poster: the plan, its themes, the features with a place, and the paragraphs with features. A
 * theme that draws nothing at the scale of the whole plan has none.
 */
export function listSubjects(bundle: PlanBundle, cartography: Cartography): PosterSubject[] {
  const zoom = Math.floor(framePlan(homeBounds(bundle), POSTER_SIZE).zoom);
  const drawable = bundle.features.features.flatMap((feature) => {
    const featureClass = classify(feature, cartography)?.featureClass;
    if (!featureClass || !canBeDrawn(feature, featureClass)) return [];
    const { symbol } = featureClass;
    const leastZoom = symbol.type === 'marker' ? (symbol.minZoom ?? 0) : 0;
    return [{ ...feature.properties, isSeenFromAfar: leastZoom <= zoom }];
  });
  const themeOf = new Map(bundle.layers.map(({ id, theme }) => [id, theme]));
  const themes = new Set(
    drawable.filter(({ isSeenFromAfar }) => isSeenFromAfar).map(({ layer }) => themeOf.get(layer)!),
  );
  const { paragraphs } = linkClauses(bundle);
  return [
    { kind: 'plan' },
    ...[...new Set(bundle.layers.map(({ theme }) => theme))]
      .filter((id) => themes.has(id) && !GROUND_THEMES.includes(id))
      .map((id): PosterSubject => ({ kind: 'theme', id })),
    ...drawable.map(({ id }): PosterSubject => ({ kind: 'feature', id })),
    ...[...paragraphs]
      .filter(([, { features }]) => features.length > 0)
      .map(([id]): PosterSubject => ({ kind: 'clause', id })),
  ];
}
