import type { PlanBundle } from '../../contracts/bundle.ts';
import type { PartChange, PartKey, PartValue } from '../../contracts/draft.ts';
import type { Problem } from '../../contracts/errors.ts';
import { partKeys } from '../draft/split-bundle.ts';
import { fixDanglingRef } from './fix-citations.ts';
import { findFeature, fixBy, patchFeature, say, type Fix } from './fix.ts';
import { findNearIds } from './find-near.ts';

const MESSAGE =
  /^(feature|document|view|indicator|non-spatial entry) "(.*?)" cites unknown (\w+) "(.*)"$/su;

const change = (key: PartKey, value: PartValue | null): PartChange => ({ key, value });

/** Another id in the place of a wrong one; null: none. Ids that stand there already are not put twice. */
const swap = (ids: readonly string[], wrong: string, right: string | null): readonly string[] => [
  ...new Set(ids.flatMap((id) => (id !== wrong ? [id] : right === null ? [] : [right]))),
];

const useInstead = (right: string, name: string) =>
  say(`改用 ${right}（${name}）`, `Use ${right} (${name}) instead`);
const dropIt = (wrong: string) => say(`删去 ${wrong}`, `Remove ${wrong}`);

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What may stand for a wrong id: what is near it; of few layers all. */
function listChoices(bundle: PlanBundle, kind: string, wrong: string): readonly Choice[] {
  const known: readonly Choice[] =
    kind === 'source'
      ? bundle.sources.map(({ id, title }) => ({ id, name: title }))
      : kind === 'layer'
        ? bundle.layers
        : kind === 'paragraph'
          ? bundle.plan.docs.flatMap(({ paragraphs }) =>
              paragraphs.map(({ id, title }) => ({ id, name: title })),
            )
          : kind === 'document'
            ? bundle.plan.docs.map(({ id, title }) => ({ id, name: title }))
            : bundle.features.features.map(({ properties: { id, name } }) => ({ id, name }));
  const near = findNearIds(
    wrong,
    known.map(({ id }) => id),
  );
  const chosen =
    near.length === 0 && kind === 'layer' ? known.map(({ id }) => id).slice(0, 5) : near;
  return chosen.flatMap((id) => known.filter((one) => one.id === id).slice(0, 1));
}

function fixFeature(bundle: PlanBundle, id: string, kind: string, wrong: string): readonly Fix[] {
  const feature = findFeature(bundle, id);
  if (feature === undefined) return [];
  const { sources, attributes, members = [] } = feature.properties;
  // A member that is the feature itself is one too many, not misspelt.
  const choices = wrong === id && kind === 'member' ? [] : listChoices(bundle, kind, wrong);
  const put = (right: string | null, label: ReturnType<typeof say>): Fix => {
    switch (kind) {
      case 'source':
        return patchFeature(bundle, id, label, {
          sources: swap(sources, wrong, right),
          attributes: attributes?.map(({ source, ...rest }) =>
            source === undefined || (source === wrong && right === null)
              ? rest
              : { ...rest, source: source === wrong ? right! : source },
          ),
        });
      case 'layer':
        return patchFeature(bundle, id, label, { layer: right ?? wrong });
      default:
        return patchFeature(bundle, id, label, { members: swap(members, wrong, right) });
    }
  };
  return [
    ...choices.map(({ id: right, name }) => put(right, useInstead(right, name))),
    ...(kind === 'source' ? [addSource(wrong)] : []),
    ...(kind === 'layer' ? [] : [put(null, dropIt(wrong))]),
  ];
}

const addSource = (id: string): Fix => ({
  ...fixBy(say(`补一条来源 ${id}，题名待填`, `Add a source ${id}; its title is to be filled in`)),
  changes: [change(partKeys.source(id), { id, title: id })],
});

function fixView(bundle: PlanBundle, id: string, kind: string, wrong: string): readonly Fix[] {
  const view = bundle.views.find((one) => one.id === id);
  if (view === undefined) return [];
  const put = (right: string | null): PartValue => {
    const { para, ...rest } = view;
    switch (kind) {
      case 'layer':
        return { ...view, layers: swap(view.layers ?? [], wrong, right) };
      case 'feature':
        return { ...view, focus: swap(view.focus ?? [], wrong, right) };
      default:
        return right === null || para === undefined ? rest : { ...view, para: right };
    }
  };
  return [
    ...listChoices(bundle, kind, wrong).map(({ id: right, name }) => ({
      ...fixBy(useInstead(right, name)),
      changes: [change(partKeys.view(id), put(right))],
    })),
    { ...fixBy(dropIt(wrong)), changes: [change(partKeys.view(id), put(null))] },
  ];
}

function fixDocument(bundle: PlanBundle, id: string, wrong: string): readonly Fix[] {
  const found = bundle.plan.docs.find((one) => one.id === id);
  if (found === undefined) return [];
  const { paragraphs: _, source: __, ...doc } = found;
  return [
    ...listChoices(bundle, 'source', wrong).map(({ id: source, name }) => ({
      ...fixBy(useInstead(source, name)),
      changes: [change(partKeys.doc(id), { ...doc, source })],
    })),
    addSource(wrong),
    { ...fixBy(dropIt(wrong)), changes: [change(partKeys.doc(id), doc)] },
  ];
}

function fixIndicator(bundle: PlanBundle, id: string, wrong: string): readonly Fix[] {
  const indicator = bundle.indicators.find((one) => one.id === id);
  if (indicator === undefined) return [];
  return [
    ...listChoices(bundle, 'source', wrong).map(({ id: right, name }) => ({
      ...fixBy(useInstead(right, name)),
      changes: [
        change(partKeys.indicator(id), {
          ...indicator,
          known: indicator.known.map((value) =>
            value.source === wrong ? { ...value, source: right } : value,
          ),
        }),
      ],
    })),
    addSource(wrong),
  ];
}

function fixNonSpatial(
  bundle: PlanBundle,
  kind: string,
  para: string,
  wrong: string,
): readonly Fix[] {
  const entry = bundle.nonSpatial.find(
    (one) => one.para === para && (kind === 'document' ? one.doc === wrong : true),
  );
  if (entry === undefined) return [];
  const old = change(partKeys.nonSpatial(entry.doc, entry.para), null);
  const moved = listChoices(bundle, kind, wrong).map(({ id: right, name }) => {
    const doc =
      kind === 'document'
        ? right
        : (bundle.plan.docs.find(({ paragraphs }) => paragraphs.some(({ id }) => id === right))
            ?.id ?? entry.doc);
    const next = { ...entry, doc, para: kind === 'document' ? para : right };
    const put = change(partKeys.nonSpatial(next.doc, next.para), next);
    return { ...fixBy(useInstead(right, name)), changes: [old, put] };
  });
  const drop = say(`删去对 ${para} 的声明`, `Remove the declaration of ${para}`);
  return [...moved, { ...fixBy(drop), changes: [old] }];
}

/** Of all problems `dangling-…`: the nearest known ids, or without it. */
export function fixDangling(bundle: PlanBundle, problem: Problem): readonly Fix[] {
  const found = MESSAGE.exec(problem.message);
  if (found === null) return [];
  const [, owner, id = '', kind = '', wrong = ''] = found;
  const isCitation = kind === 'paragraph' || kind === 'document';
  switch (owner) {
    case 'feature':
      return isCitation ? fixDanglingRef(bundle, problem) : fixFeature(bundle, id, kind, wrong);
    case 'indicator':
      return isCitation ? fixDanglingRef(bundle, problem) : fixIndicator(bundle, id, wrong);
    case 'view':
      return fixView(bundle, id, kind, wrong);
    case 'document':
      return fixDocument(bundle, id, wrong);
    default:
      return fixNonSpatial(bundle, kind, id, wrong);
  }
}
