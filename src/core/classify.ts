import type { PlanFeature } from '../contracts/bundle.ts';
import type { Cartography, FeatureClass, Theme } from '../contracts/theme.ts';

export interface Classified {
  readonly theme: Theme;
  readonly featureClass: FeatureClass;
}

/** The one table row that draws a feature; null when no theme knows its layer and kind. */
export function classify(
  feature: PlanFeature,
  cartography: Pick<Cartography, 'themes'>,
): Classified | null {
  const { layer, kind } = feature.properties;
  let fallback: Classified | null = null;
  for (const theme of cartography.themes) {
    for (const featureClass of theme.classes) {
      if (featureClass.layer !== layer) continue;
      if (featureClass.kinds?.includes(kind)) return { theme, featureClass };
      if (!featureClass.kinds) fallback ??= { theme, featureClass };
    }
  }
  return fallback;
}

/** Whether the map draws a feature at some zoom: it has a place, and its class a symbol. */
export const canBeDrawn = ({ geometry }: PlanFeature, { symbol }: FeatureClass): boolean =>
  geometry !== null && symbol.type !== 'text-only';

/** Whether the geometry must look unsure: schematic or inferred. */
export function isSoft(feature: PlanFeature): boolean {
  const certainty = feature.properties.accuracy.class;
  return certainty === 'schematic' || certainty === 'inferred';
}
