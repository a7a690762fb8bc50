import type { PlanBundle } from '../../contracts/bundle.ts';
import type { Mark } from '../../contracts/marks.ts';
import type { Selection } from '../../contracts/state.ts';
import type { Language } from '../../contracts/theme.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { featuresById } from '../../core/lit.ts';

/** A citation of a mark, as it is shown. */
export interface Cite {
  readonly name: string;
  readonly feature: string | null;
  readonly clause: string | null;
  readonly without: (mark: Mark) => Mark;
}

/** What a mark cites, features first; one that the plan no longer has is named by its id. */
export function listCites(mark: Mark, bundle: PlanBundle, lang: Language): readonly Cite[] {
  const features = featuresById(bundle);
  const paragraphs = new Map(
    bundle.plan.docs.flatMap((doc) => doc.paragraphs).map((one) => [one.id, one]),
  );
  return [
    ...mark.features.map((id): Cite => {
      const properties = features.get(id)?.properties;
      return {
        name: (lang === 'en' && properties?.nameEn) || properties?.name || id,
        feature: id,
        clause: null,
        without: (from) => ({ ...from, features: from.features.filter((other) => other !== id) }),
      };
    }),
    ...mark.clauses.map((cited): Cite => {
      const { para, quote } = cited;
      const paragraph = paragraphs.get(para);
      const title = (lang === 'en' && paragraph?.titleEn) || paragraph?.title || para;
      return {
        name: quote === null ? title : `${title}“${quote}”`,
        feature: null,
        clause: para,
        without: (from) => ({ ...from, clauses: from.clauses.filter((other) => other !== cited) }),
      };
    }),
  ];
}

/** Adds what is selected: a phrase with its words, a paragraph, or features; null when that adds nothing. */
export function citeSelection(mark: Mark, selection: Selection, bundle: PlanBundle): Mark | null {
  const { feature, features, clause, phrase } = selection;
  const words = phrase === null ? undefined : linkClauses(bundle).phrases.get(phrase);
  const quote = words?.text ?? null;
  const isClauseChosen = clause !== null && (feature === null || selection.origin === 'text');
  const isCited = mark.clauses.some((one) => one.para === clause && one.quote === quote);
  const clauses =
    isClauseChosen && !isCited ? [...mark.clauses, { para: clause, quote }] : mark.clauses;
  // A paragraph or phrase that stands for many features is cited as such, not feature by feature.
  const wanted = feature !== null ? [feature] : clause === null ? features : [];
  const fresh = wanted.filter((id) => !mark.features.includes(id));
  if (fresh.length === 0 && clauses === mark.clauses) return null;
  return { ...mark, clauses, features: [...mark.features, ...fresh] };
}
