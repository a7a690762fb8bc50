import {
  CERTAINTIES,
  type Measure,
  type PlanBundle,
  type PlanFeature,
  STATUSES,
} from '../contracts/bundle.ts';
import type { Cartography, Language } from '../contracts/theme.ts';
import { classify } from './classify.ts';
import { linkClauses } from './link-clauses.ts';
import { featuresById } from './lit.ts';

export const FEATURE_SORTS = ['reading', 'name', 'theme', 'stage', 'certainty', 'size'] as const;
/** In which order features are listed, and by what they are grouped. */
export type FeatureSort = (typeof FEATURE_SORTS)[number];

/** Features that stand together in an order. */
export interface SortedGroup {
  /**
   * What they have in common: the paragraph that cites them first, the theme, stage or certainty; `length`, `area`
   * or null for size. Null: nothing to name (names run through; no text cites them; no figure is known).
   */
  readonly key: string | null;
  readonly features: readonly PlanFeature[];
}

/** How large a feature is, in one unit for each shape. */
export interface FeatureSize {
  readonly shape: 'length' | 'area';
  readonly value: number;
  readonly unit: 'km' | 'km2';
}

const TO_KM: Readonly<Record<string, number>> = { km: 1, m: 0.001 };
const TO_KM2: Readonly<Record<string, number>> = { km2: 1, ha: 0.01, mu: 1 / 1500 };

/** A line's length, else an area, as the card states them; null when the bundle tells neither. */
export function sizeOf({ properties, geometry }: PlanFeature): FeatureSize | null {
  const measures = Object.entries(properties.measure ?? {});
  const length = pickMeasure(measures, ['lengthInCounty', 'length', 'lengthStated'], TO_KM);
  const area = pickMeasure(measures, ['area', 'areaPlanned', 'areaBuilt', 'areaDrawn'], TO_KM2);
  const asLength =
    length === null ? null : ({ shape: 'length', value: length, unit: 'km' } as const);
  const asArea = area === null ? null : ({ shape: 'area', value: area, unit: 'km2' } as const);
  return geometry?.type.endsWith('Polygon') ? (asArea ?? asLength) : (asLength ?? asArea);
}

function pickMeasure(
  measures: readonly (readonly [string, Measure])[],
  names: readonly string[],
  factors: Readonly<Record<string, number>>,
): number | null {
  for (const name of names) {
    const measure = measures.find(([key]) => key === name)?.[1];
    const factor = measure && factors[measure.unit];
    if (factor !== undefined) return measure!.value * factor;
  }
  return null;
}

/** Every feature of a bundle in an order; within a group in reading order, or by name or size where that is asked. */
export function sortFeatures(
  bundle: PlanBundle,
  sort: FeatureSort,
  { cartography, lang }: { readonly cartography: Cartography; readonly lang: Language },
): readonly SortedGroup[] {
  const byId = featuresById(bundle);
  const reading = linkClauses(bundle).readingOrder.flatMap((id) => byId.get(id) ?? []);
  switch (sort) {
    case 'reading':
      return groupBy(reading, (feature) => firstClause(bundle, feature));
    case 'name':
      return reading.length === 0
        ? []
        : [{ key: null, features: reading.toSorted(compareNames(lang)) }];
    case 'theme': {
      const themes = [...new Set(bundle.layers.map(({ theme }) => theme))];
      const themeOf = new Map(bundle.layers.map(({ id, theme }) => [id, theme]));
      return groupInOrder(reading, themes, (feature) => {
        const own = themeOf.get(feature.properties.layer);
        return own ?? classify(feature, cartography)?.theme.id ?? null;
      });
    }
    case 'stage':
      return groupInOrder(reading, STATUSES, ({ properties }) => properties.status);
    case 'certainty':
      return groupInOrder(reading, CERTAINTIES, ({ properties }) => properties.accuracy.class);
    case 'size':
      return groupInOrder(
        reading.toSorted((a, b) => (sizeOf(b)?.value ?? 0) - (sizeOf(a)?.value ?? 0)),
        ['length', 'area'],
        (feature) => sizeOf(feature)?.shape ?? null,
      );
    default:
      return sort satisfies never;
  }
}

/** Parts groups in two, each in the same order: what is held first, then the rest. */
export function splitGroups(
  groups: readonly SortedGroup[],
  isHeld: (feature: PlanFeature) => boolean,
): readonly [held: readonly SortedGroup[], rest: readonly SortedGroup[]] {
  const keep = (isKept: (feature: PlanFeature) => boolean): readonly SortedGroup[] =>
    groups
      .map(({ key, features }) => ({ key, features: features.filter(isKept) }))
      .filter(({ features }) => features.length > 0);
  return [keep(isHeld), keep((feature) => !isHeld(feature))];
}

/** 纵一 before 纵二 by pinyin, and G5 before G239. */
function compareNames(lang: Language): (a: PlanFeature, b: PlanFeature) => number {
  const collator = new Intl.Collator(lang === 'en' ? 'en' : 'zh-Hans-CN', { numeric: true });
  const nameOf = ({ properties }: PlanFeature): string =>
    lang === 'en' ? (properties.nameEn ?? properties.name) : properties.name;
  return (a, b) => collator.compare(nameOf(a), nameOf(b));
}

function firstClause(bundle: PlanBundle, { properties }: PlanFeature): string | null {
  const links = linkClauses(bundle);
  const phrase = links.phrasesOf.get(properties.id)?.[0];
  return phrase === undefined ? null : (links.phrases.get(phrase)?.para ?? null);
}

function groupBy(
  features: readonly PlanFeature[],
  keyOf: (feature: PlanFeature) => string | null,
): readonly SortedGroup[] {
  const groups = new Map<string | null, PlanFeature[]>();
  for (const feature of features) {
    const key = keyOf(feature);
    const group = groups.get(key);
    if (group) group.push(feature);
    else groups.set(key, [feature]);
  }
  return [...groups].map(([key, members]) => ({ key, features: members }));
}

/** As `groupBy`; groups in the given order, then those that it does not name, nothing last. */
function groupInOrder(
  features: readonly PlanFeature[],
  order: readonly string[],
  keyOf: (feature: PlanFeature) => string | null,
): readonly SortedGroup[] {
  const rank = ({ key }: SortedGroup): number => {
    if (key === null) return order.length + 1;
    const at = order.indexOf(key);
    return at < 0 ? order.length : at;
  };
  return groupBy(features, keyOf).toSorted((a, b) => rank(a) - rank(b));
}
