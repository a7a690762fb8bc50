import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Bilingual, Cartography } from '../../contracts/theme.ts';

/** A kind of a layer that a new feature can be. */
export interface KindChoice {
  readonly layer: string;
  readonly kind: string;
  /** Of its class. */
  readonly name: Bilingual;
}

/** Layers of the plan with the kinds that the cartography or the plan itself knows. */
export function listKinds(
  bundle: PlanBundle,
  cartography: Cartography,
): readonly {
  readonly layer: PlanBundle['layers'][number];
  readonly kinds: readonly KindChoice[];
}[] {
  return bundle.layers.map((layer) => {
    const names = new Map<string, Bilingual>();
    let rest: Bilingual | null = null;
    for (const theme of cartography.themes) {
      for (const one of theme.classes) {
        if (one.layer !== layer.id) continue;
        if (!one.kinds) rest ??= one.name;
        for (const kind of one.kinds ?? []) if (!names.has(kind)) names.set(kind, one.name);
      }
    }
    for (const { properties } of bundle.features.features) {
      const { kind } = properties;
      if (properties.layer !== layer.id || names.has(kind)) continue;
      names.set(kind, rest ?? { zh: kind, en: kind });
    }
    const kinds = [...names].map(([kind, name]) => ({ layer: layer.id, kind, name }));
    return { layer, kinds };
  });
}
