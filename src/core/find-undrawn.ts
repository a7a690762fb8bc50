import type { PlanBundle } from '../contracts/bundle.ts';
import type { Problem } from '../contracts/errors.ts';
import type { Cartography } from '../contracts/theme.ts';
import { classify } from './classify.ts';

/** What no class of the cartography draws is in text and list alone, and that is said; null: all is drawn. */
export function findUndrawn(bundle: PlanBundle, cartography: Cartography): Problem | null {
  const undrawn = bundle.features.features.filter(
    (feature) => feature.geometry !== null && classify(feature, cartography) === null,
  );
  const [first] = undrawn;
  if (!first) return null;
  const kinds = undrawn.map(({ properties }) => `${properties.layer}/${properties.kind}`);
  return {
    code: 'kind-not-drawn',
    severity: 'warning',
    file: 'plan-bundle.json',
    at: first.properties.id,
    message: `${undrawn.length} features of ${[...new Set(kinds)].join(', ')} have no class in the cartography and are listed, not drawn`,
    remedy: 'Use a layer and kind that layers/ knows, or add a class there.',
  };
}
