import type { PlanBundle } from '../contracts/bundle.ts';

type Shape = Readonly<Record<string, unknown>>;

const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem);
const hasTexts = (value: unknown, ...names: readonly string[]): value is Shape =>
  isShape(value) && names.every((name) => isText(value[name]));

const isOptional = (value: unknown, isSound: (given: unknown) => boolean): boolean =>
  value === undefined || isSound(value);
const isPosition = (value: unknown): boolean =>
  isListOf(value, Number.isFinite) && (value as unknown[]).length === 2;

/** Whether a bundle can be shown at all before it is proved: every part is where readers look for it. */
export function hasSoundFrame(bundle: PlanBundle): boolean {
  const {
    bundle: manifest,
    plan,
    sources,
    layers,
    features,
    views,
    nonSpatial,
    indicators,
  } = bundle;
  return (
    hasTexts(manifest, 'id', 'title') &&
    isListOf(manifest.extent, (item) => Number.isFinite(item)) &&
    manifest.extent.length === 4 &&
    isShape(plan) &&
    isListOf(plan.docs, isDocument) &&
    isListOf(sources, (item) => hasTexts(item, 'id', 'title')) &&
    isListOf(layers, (item) => hasTexts(item, 'id', 'name', 'theme')) &&
    isShape(features) &&
    isListOf(features.features, isSoundFeature) &&
    isListOf(views, (item) => hasTexts(item, 'id', 'title')) &&
    isListOf(nonSpatial, (item) => hasTexts(item, 'para', 'reason')) &&
    isListOf(indicators, isIndicator)
  );
}

function isDocument(value: unknown): boolean {
  return (
    hasTexts(value, 'id', 'title') &&
    isListOf(
      value['paragraphs'],
      (item) => hasTexts(item, 'id', 'title', 'text') && isListOf(item['path'], isText),
    )
  );
}

/** Whether a feature can be shown; what it refers to need not be there. */
export function isSoundFeature(value: unknown): boolean {
  if (!isShape(value)) return false;
  const { properties, geometry } = value;
  return (
    (geometry === null || isShape(geometry)) &&
    hasTexts(properties, 'id', 'layer', 'kind', 'name', 'status') &&
    isListOf(properties['planRefs'], (item) => hasTexts(item, 'para', 'quote')) &&
    isListOf(properties['sources'], isText) &&
    hasTexts(properties['accuracy'], 'class') &&
    isOptional(properties['accuracy']['horizontalM'], Number.isFinite) &&
    isOptional(properties['nameEn'], isText) &&
    isOptional(properties['ref'], isText) &&
    isOptional(properties['members'], (list) => isListOf(list, isText)) &&
    isOptional(properties['labelAt'], isPosition)
  );
}

function isIndicator(value: unknown): boolean {
  return (
    hasTexts(value, 'id', 'name') &&
    hasTexts(value['target'], 'text') &&
    isListOf(value['known'], (item) => hasTexts(item, 'text', 'source')) &&
    isListOf(value['planRefs'], (item) => hasTexts(item, 'para', 'quote'))
  );
}
