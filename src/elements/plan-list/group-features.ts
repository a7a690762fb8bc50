import type { PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { featuresById } from '../../core/lit.ts';

/** Features under the clause that cites them first; `clause` null: the text does not cite them. */
export interface FeatureGroup {
  readonly clause: string | null;
  readonly title: string;
  readonly titleEn: string | undefined;
  readonly features: readonly PlanFeature[];
}

/** All features in reading order, one group per clause. */
export function groupFeatures(bundle: PlanBundle): FeatureGroup[] {
  const links = linkClauses(bundle);
  const features = featuresById(bundle);
  const paragraphs = new Map(
    bundle.plan.docs.flatMap((doc) => doc.paragraphs).map((entry) => [entry.id, entry]),
  );
  const groups = new Map<string | null, PlanFeature[]>();
  for (const id of links.readingOrder) {
    const feature = features.get(id);
    if (!feature) continue;
    const phrase = links.phrasesOf.get(id)?.[0];
    const clause = phrase === undefined ? null : (links.phrases.get(phrase)?.para ?? null);
    const group = groups.get(clause);
    if (group) group.push(feature);
    else groups.set(clause, [feature]);
  }
  return [...groups].map(([clause, members]) => {
    const paragraph = clause === null ? undefined : paragraphs.get(clause);
    return {
      clause,
      title: paragraph?.title ?? '',
      titleEn: paragraph?.titleEn,
      features: members,
    };
  });
}

/** Keeps the features whose name, English name, number or other name contains the words. */
export function filterGroups(groups: readonly FeatureGroup[], query: string): FeatureGroup[] {
  const wanted = query.trim().toLocaleLowerCase();
  if (wanted === '') return [...groups];
  return groups
    .map((group) => ({
      ...group,
      features: group.features.filter(({ properties }) =>
        [properties.name, properties.nameEn, properties.ref, ...(properties.aka ?? [])].some(
          (name) => name?.toLocaleLowerCase().includes(wanted),
        ),
      ),
    }))
    .filter((group) => group.features.length > 0);
}
