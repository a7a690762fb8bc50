import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import { differByBundle, type ChangeKind } from '../compare-difference.ts';

export interface FeatureChange {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Of a changed one: what is not the same, weightiest first. */
  readonly kinds: readonly ChangeKind[];
  readonly before: PlanFeature | null;
  readonly after: PlanFeature | null;
}

export interface ParagraphChange {
  readonly doc: string;
  readonly id: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: string | null;
  readonly after: string | null;
}

export interface BundleChanges {
  readonly features: readonly FeatureChange[];
  readonly paragraphs: readonly ParagraphChange[];
  /** Titles of sources. */
  readonly sources: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** 新增, 删除, 变更 from one bundle to another, in features, text and sources; the same id is the same thing. */
export function compareBundles(before: PlanBundle, after: PlanBundle): BundleChanges {
  const difference = differByBundle(before, after);
  const [old, fresh] = [indexOf(before), indexOf(after)];
  const describe = (
    id: string,
    change: FeatureChange['change'],
    kinds: readonly ChangeKind[] = [],
  ): FeatureChange => {
    const [was, is] = [old.get(id) ?? null, fresh.get(id) ?? null];
    const { name, nameEn } = (is ?? was)!.properties;
    return { id, name, ...(nameEn ? { nameEn } : {}), change, kinds, before: was, after: is };
  };
  const titles = (bundle: PlanBundle): ReadonlyMap<string, string> =>
    new Map(bundle.sources.map(({ id, title }) => [id, title]));
  const [was, is] = [titles(before), titles(after)];
  return {
    features: [
      ...difference.added.map((id) => describe(id, 'added')),
      ...difference.removed.map((id) => describe(id, 'removed')),
      ...difference.changed.map(({ id, kinds }) => describe(id, 'changed', kinds)),
    ],
    paragraphs: compareParagraphs(before, after),
    sources: {
      added: [...is].flatMap(([id, title]) => (was.has(id) ? [] : [title])),
      removed: [...was].flatMap(([id, title]) => (is.has(id) ? [] : [title])),
    },
  };
}

const indexOf = (bundle: PlanBundle): ReadonlyMap<string, PlanFeature> =>
  new Map(bundle.features.features.map((feature) => [feature.properties.id, feature]));

function compareParagraphs(before: PlanBundle, after: PlanBundle): readonly ParagraphChange[] {
  const index = (bundle: PlanBundle) =>
    new Map(
      bundle.plan.docs.flatMap((doc) =>
        doc.paragraphs.map((one) => [`${doc.id}/${one.id}`, { doc: doc.id, ...one }] as const),
      ),
    );
  const [old, fresh] = [index(before), index(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key): ParagraphChange[] => {
    const [was, is] = [old.get(key), fresh.get(key)];
    if (was && is && was.text === is.text && was.title === is.title) return [];
    const { doc, id, title } = (is ?? was)!;
    return [
      {
        doc,
        id,
        title,
        change: !was ? 'added' : is ? 'changed' : 'removed',
        before: was?.text ?? null,
        after: is?.text ?? null,
      },
    ];
  });
}
