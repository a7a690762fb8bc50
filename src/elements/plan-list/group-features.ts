import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { Bilingual, Cartography } from '../../contracts/theme.ts';
import { classify } from '../../core/classify.ts';
import { type FeatureSort, type SortedGroup, splitGroups } from '../../core/sort-features.ts';
import type { PanelWords } from '../messages/panel-messages.ts';

/** Features under one heading of the list. */
export interface FeatureGroup {
  readonly key: string;
  readonly title: string;
  readonly features: readonly PlanFeature[];
}

interface GroupWords {
  readonly bundle: PlanBundle;
  readonly cartography: Cartography;
  readonly words: PanelWords;
  readonly say: (text: Bilingual) => string;
  readonly pick: (zh: string, en: string | undefined) => string;
}

/** Groups with their headings; with `inView`, what the map shows comes first and the rest is headed 图外. */
export function nameGroups(
  groups: readonly SortedGroup[],
  sort: FeatureSort,
  inView: ReadonlySet<string> | null,
  context: GroupWords,
): readonly FeatureGroup[] {
  const { words } = context;
  const name = ({ key, features }: SortedGroup, part: string | null): FeatureGroup => {
    const title = nameKey(key, sort, context);
    return {
      key: `${part ?? ''}/${key ?? ''}`,
      title: part === null ? title : title === '' ? part : words.list.part(part, title),
      features,
    };
  };
  if (!inView) return groups.map((group) => name(group, null));
  const [held, rest] = splitGroups(groups, ({ properties }) => inView.has(properties.id));
  return [
    ...held.map((group) => name(group, words.list.inView)),
    ...rest.map((group) => name(group, words.list.outOfView)),
  ];
}

function nameKey(
  key: string | null,
  sort: FeatureSort,
  { bundle, cartography, words, say, pick }: GroupWords,
): string {
  const sayOr = (style: { readonly name: Bilingual } | undefined): string =>
    style ? say(style.name) : (key ?? words.layers.otherTheme);
  switch (sort) {
    case 'reading': {
      if (key === null) return words.list.uncited;
      const paragraph = bundle.plan.docs
        .flatMap(({ paragraphs }) => paragraphs)
        .find(({ id }) => id === key);
      return paragraph ? pick(paragraph.title, paragraph.titleEn) : key;
    }
    case 'name':
      return '';
    case 'theme':
      return sayOr(cartography.themes.find(({ id }) => id === key));
    case 'stage':
      return sayOr(cartography.statuses.find(({ status }) => status === key));
    case 'certainty':
      return sayOr(cartography.certainties.find(({ certainty }) => certainty === key));
    case 'size':
      return words.list.sizes[key === 'length' || key === 'area' ? key : 'none'];
    default:
      return sort satisfies never;
  }
}

/** Keeps the features whose names, number, kind, stage or certainty, in either language, contain the words. */
export function filterGroups(
  groups: readonly SortedGroup[],
  query: string,
  cartography: Cartography | null,
): readonly SortedGroup[] {
  const wanted = query.trim().toLocaleLowerCase();
  if (wanted === '') return groups;
  return groups
    .map(({ key, features }) => ({
      key,
      features: features.filter((feature) =>
        wordsOf(feature, cartography).some((word) => word?.toLocaleLowerCase().includes(wanted)),
      ),
    }))
    .filter(({ features }) => features.length > 0);
}

function wordsOf(
  feature: PlanFeature,
  cartography: Cartography | null,
): readonly (string | undefined)[] {
  const { name, nameEn, ref, aka, status, accuracy } = feature.properties;
  const named = cartography && [
    classify(feature, cartography)?.featureClass,
    cartography.statuses.find((style) => style.status === status),
    cartography.certainties.find((style) => style.certainty === accuracy.class),
  ];
  return [
    name,
    nameEn,
    ref,
    ...(aka ?? []),
    ...(named ?? []).flatMap((row) => (row ? [row.name.zh, row.name.en] : [])),
  ];
}
