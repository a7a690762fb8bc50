import type { Measure, PlanBundle, PlanFeature } from '../../../src/contracts/bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

/** A copy of the shipped bundle; a fresh one each time, so that a test may seed errors. */
export async function copyShippedBundle(): Promise<PlanBundle> {
  return structuredClone((await readShippedBundle()).bundle);
}

type Properties = PlanFeature['properties'];

/** The bundle with one feature's properties changed. */
export function changeFeature(
  bundle: PlanBundle,
  id: string,
  change: (properties: Properties) => Partial<Properties>,
): PlanBundle {
  const features = bundle.features.features.map((feature) =>
    feature.properties.id === id
      ? { ...feature, properties: { ...feature.properties, ...change(feature.properties) } }
      : feature,
  );
  return { ...bundle, features: { ...bundle.features, features } };
}

export const changeMeasure = (
  bundle: PlanBundle,
  id: string,
  key: string,
  change: (measure: Measure) => Partial<Measure>,
): PlanBundle =>
  changeFeature(bundle, id, ({ measure = {} }) => ({
    measure: { ...measure, [key]: { ...measure[key]!, ...change(measure[key]!) } },
  }));

export const dropFeature = (bundle: PlanBundle, id: string): PlanBundle => ({
  ...bundle,
  features: {
    ...bundle.features,
    features: bundle.features.features.filter(({ properties }) => properties.id !== id),
  },
});

export const featureOf = (bundle: PlanBundle, id: string): PlanFeature =>
  bundle.features.features.find(({ properties }) => properties.id === id)!;
