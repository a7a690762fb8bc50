/** Copies of a bundle with one thing wrong, and one in which every word is hostile. */
import type { PlanBundle } from '../../src/contracts/bundle.ts';

/** A copy that may be written to. */
export type Draft<T> = T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T;

export function damage(bundle: PlanBundle, change: (draft: Draft<PlanBundle>) => void): PlanBundle {
  const draft = structuredClone(bundle) as Draft<PlanBundle>;
  change(draft);
  return draft as PlanBundle;
}

/** Sets `hacked` when a browser takes it for markup. */
export const HOSTILE = '<img src="./x.png" onerror="globalThis.hacked = 1">';
export const HOSTILE_ADDRESS = 'java\tscript:globalThis.hacked=1';

/** Members that are ids, kinds or figures, not words for a reader. */
const NOT_WORDS: ReadonlySet<string> = new Set(
  `id layer kind status theme doc para quote role basis class unit type version crs disclosure
   confidence source sources members layers focus format href xzqdm coordinates extent url`.split(
    /\s+/,
  ),
);

/** Every word that a reader may see carries markup; every address is a script. */
export function makeHostile(bundle: PlanBundle): PlanBundle {
  const poison = (value: unknown, key: string): unknown => {
    if (key === 'url') return HOSTILE_ADDRESS;
    if (NOT_WORDS.has(key)) return value;
    if (typeof value === 'string') return `${value}${HOSTILE}`;
    if (Array.isArray(value)) return value.map((item) => poison(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, poison(item, name)]),
    );
  };
  const whole = poison(bundle, '') as Draft<PlanBundle>;
  whole.plan = poison(bundle.plan, '') as Draft<PlanBundle['plan']>;
  const collection = structuredClone(bundle.features) as Draft<PlanBundle['features']>;
  for (const feature of collection.features) {
    feature.properties = poison(feature.properties, '') as typeof feature.properties;
  }
  whole.features = collection;
  whole.layers = bundle.layers.map((layer) => poison(layer, '')) as typeof whole.layers;
  whole.sources = bundle.sources.map((source) => poison(source, '')) as typeof whole.sources;
  // One phrase that is nothing but markup.
  const [first] = collection.features;
  const [ref] = first!.properties.planRefs;
  first!.properties.planRefs.push({ ...ref!, quote: HOSTILE });
  return whole as PlanBundle;
}
