import type { PlanBundle } from '../../contracts/bundle.ts';
import type { SearchIndex } from '../../contracts/search.ts';
import type { Language } from '../../contracts/theme.ts';

export interface ListedChoice {
  readonly id: string;
  readonly name: string;
}

const MOST_HITS = 80;

/**
 * Features and paragraphs to choose among: what is selected first, the rest in the order of the bundle; with a query
 * what find finds, best first.
 */
export function listChoices(
  bundle: PlanBundle,
  lang: Language,
  first: { readonly feature: string | null; readonly clause: string | null },
  query: string,
  index: SearchIndex | null,
): { readonly features: readonly ListedChoice[]; readonly clauses: readonly ListedChoice[] } {
  const isEnglish = lang === 'en';
  const features = bundle.features.features.map(({ properties: { id, name, nameEn } }) => ({
    id,
    name: (isEnglish && nameEn) || name,
  }));
  const clauses = bundle.plan.docs
    .flatMap(({ paragraphs }) => paragraphs)
    .map(({ id, title, titleEn }) => ({ id, name: (isEnglish && titleEn) || title }));
  if (query.trim() === '') {
    return { features: lead(features, first.feature), clauses: lead(clauses, first.clause) };
  }
  if (!index) return { features: keep(features, query), clauses: keep(clauses, query) };
  const hits = index
    .search(query, { limit: MOST_HITS, lang })
    .groups.flatMap((group) => group.hits);
  const order = (ids: readonly (string | undefined)[], all: readonly ListedChoice[]) => {
    const byId = new Map(all.map((one) => [one.id, one]));
    return [...new Set(ids)].flatMap((id) => (id !== undefined && byId.get(id)) || []);
  };
  return {
    features: order(
      hits.map(({ featureId }) => featureId),
      features,
    ),
    clauses: order(
      hits.map(({ paraId }) => paraId),
      clauses,
    ),
  };
}

const lead = (all: readonly ListedChoice[], id: string | null): readonly ListedChoice[] =>
  all.toSorted((a, b) => Number(b.id === id) - Number(a.id === id));

/** Until the index of find is there. */
function keep(all: readonly ListedChoice[], query: string): readonly ListedChoice[] {
  const wanted = query.trim().toLowerCase();
  return all.filter(({ id, name }) => name.toLowerCase().includes(wanted) || id.includes(wanted));
}
