import type { Attribute, PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { PartChange, PartKey, PartValue } from '../../contracts/draft.ts';
import type { Problem } from '../../contracts/errors.ts';
import { partKeys } from '../draft/split-bundle.ts';
import { readStatus } from '../matching/read-status.ts';
import { findFeature, fixBy, patchFeature, say, type Fix } from './fix.ts';

/** Sources for a feature that has none: that of a document which it cites, those of its layer. */
export function fixSourceless(bundle: PlanBundle, { at }: Problem): readonly Fix[] {
  const feature = findFeature(bundle, at);
  if (feature === undefined) return [];
  const { id, layer, planRefs } = feature.properties;
  const cited = bundle.plan.docs.flatMap(({ id: doc, source }) =>
    source !== undefined && planRefs.some((ref) => ref.doc === doc) ? [source] : [],
  );
  const counts = new Map<string, number>();
  for (const { properties } of bundle.features.features) {
    if (properties.layer !== layer) continue;
    for (const source of properties.sources) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const usual = [...counts].sort(([, left], [, right]) => right - left).map(([source]) => source);
  return [...new Set([...cited, ...usual])]
    .flatMap((source) => bundle.sources.filter((one) => one.id === source))
    .slice(0, 4)
    .map((source) =>
      patchFeature(
        bundle,
        id,
        say(`来源取“${source.title}”`, `Its source is “${source.titleEn ?? source.title}”`),
        { sources: [source.id] },
      ),
    );
}

/** Both of a pair with one id stay: the second gets an id of its own. What refers to the id means the first. */
export function fixDuplicate(bundle: PlanBundle, { at, code }: Problem): readonly Fix[] {
  const id = at ?? '';
  const rename = <One extends { readonly id: string } & PartValue>(
    items: readonly One[],
    keyOf: (id: string) => PartKey,
  ): readonly Fix[] =>
    renameSecond(
      items,
      id,
      ({ id: own }) => own,
      (one, fresh) => ({ ...one, id: fresh }),
      keyOf,
    );
  switch (code) {
    case 'duplicate-feature':
      return renameSecond(
        bundle.features.features,
        id,
        ({ properties }) => properties.id,
        (one, fresh): PlanFeature => ({ ...one, properties: { ...one.properties, id: fresh } }),
        partKeys.feature,
      );
    case 'duplicate-layer':
      return rename(bundle.layers, partKeys.layer);
    case 'duplicate-source':
      return rename(bundle.sources, partKeys.source);
    case 'duplicate-view':
      return rename(bundle.views, partKeys.view);
    case 'duplicate-indicator':
      return rename(bundle.indicators, partKeys.indicator);
    case 'duplicate-paragraph':
      return bundle.plan.docs.flatMap(({ id: doc, paragraphs }) =>
        rename(paragraphs, (para) => partKeys.para(doc, para)),
      );
    default:
      return [];
  }
}

function renameSecond<One extends PartValue>(
  items: readonly One[],
  id: string,
  idOf: (one: One) => string,
  withId: (one: One, id: string) => One,
  keyOf: (id: string) => PartKey,
): readonly Fix[] {
  const [first, ...others] = items.filter((one) => idOf(one) === id);
  if (first === undefined || others.length === 0) return [];
  const isSame = others.every((one) => JSON.stringify(one) === JSON.stringify(first));
  const taken = new Set(items.map(idOf));
  const changes: PartChange[] = [{ key: keyOf(id), value: first }];
  const fresh: string[] = [];
  let number = 2;
  for (const one of others) {
    while (taken.has(`${id}-${number}`)) number += 1;
    const own = `${id}-${number}`;
    taken.add(own);
    fresh.push(own);
    changes.push({ key: keyOf(own), value: withId(one, own) });
  }
  const names = fresh.join(', ');
  return [
    ...(isSame
      ? [
          {
            ...fixBy(say(`内容完全相同，只留一个 ${id}`, `They are the same: keep one ${id}`)),
            changes: changes.slice(0, 1),
          },
        ]
      : []),
    { ...fixBy(say(`后一个改用标识 ${names}`, `The later one becomes ${names}`)), changes },
  ];
}

/** An address without its http, or none. */
export function fixAddress(bundle: PlanBundle, { at }: Problem): readonly Fix[] {
  const source = bundle.sources.find(({ id }) => id === at);
  if (source === undefined) return [];
  const { url = '', ...rest } = source;
  const put = (value: PartValue): readonly PartChange[] => [
    { key: partKeys.source(rest.id), value },
  ];
  const isHost = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/iu.test(url);
  return [
    ...(isHost
      ? [
          {
            ...fixBy(say(`改为 https://${url}`, `Make it https://${url}`)),
            changes: put({ ...rest, url: `https://${url}` }),
          },
        ]
      : []),
    { ...fixBy(say('删去网址', 'Remove the address')), changes: put(rest) },
  ];
}

/** A property that the schema does not know: kept as an attribute, or gone. */
export function fixUnknownProperty(bundle: PlanBundle, { at, message }: Problem): readonly Fix[] {
  const feature = findFeature(bundle, at);
  const name = /: properties has the unknown property "(.*)"$/su.exec(message)?.[1];
  if (feature === undefined || name === undefined) return [];
  const loose = feature.properties as unknown as Readonly<Record<string, unknown>>;
  const value = Object.hasOwn(loose, name) ? loose[name] : undefined;
  const { [name]: _, ...rest } = loose;
  const properties = rest as unknown as PlanFeature['properties'];
  const put = (fresh: PlanFeature['properties']): readonly PartChange[] => [
    { key: partKeys.feature(fresh.id), value: { ...feature, properties: fresh } },
  ];
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  const text = isPlain ? String(value).trim() : '';
  const attribute: Attribute = { label: name, value: text };
  return [
    ...(text === ''
      ? []
      : [
          {
            ...fixBy(say(`“${name}”改作属性`, `Keep “${name}” as an attribute`)),
            changes: put({
              ...properties,
              attributes: [...(properties.attributes ?? []), attribute],
            }),
          },
        ]),
    { ...fixBy(say(`删去“${name}”`, `Remove “${name}”`)), changes: put(properties) },
  ];
}

const STATUS_NAMES = [
  ['existing', '现状'],
  ['under-construction', '在建'],
  ['planned', '规划'],
  ['proposed', '研究'],
  ['cancelled', '取消'],
] as const;

/** A stage that is none of ours: what its words say, or any of the five. */
export function fixStatus(bundle: PlanBundle, { at, message }: Problem): readonly Fix[] {
  const feature = findFeature(bundle, at);
  // Without its accuracy it needs more than a stage.
  if (feature === undefined || typeof feature.properties.accuracy !== 'object') return [];
  if (!/properties(\.status is|.* lacks "status")/u.test(message)) return [];
  const said = readStatus(feature.properties.status);
  return STATUS_NAMES.toSorted(
    ([left], [right]) => Number(right === said) - Number(left === said),
  ).map(([status, zh]) =>
    patchFeature(bundle, feature.properties.id, say(`状态改为“${zh}”`, `Make it ${status}`), {
      status,
    }),
  );
}
