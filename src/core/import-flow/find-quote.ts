import type { Paragraph, PlanBundle, PlanRef } from '../../contracts/bundle.ts';

/** A place in the plan's text that is cited. */
export interface Quote {
  readonly doc: string;
  readonly para: string;
  readonly quote: string;
}

/** A quote that stands in its paragraph word for word; null: it does not, or there is no such paragraph. */
export function findQuote(bundle: PlanBundle, para: string, quote: string): Quote | null {
  const wanted = quote.trim();
  if (wanted === '') return null;
  for (const doc of bundle.plan.docs) {
    const paragraph = doc.paragraphs.find(({ id }) => id === para);
    if (paragraph?.text.includes(wanted)) return { doc: doc.id, para, quote: wanted };
  }
  return null;
}

/** Runs of a paragraph between its stops, to choose a quote from without a pointer. */
export function listClauses({ text }: Pick<Paragraph, 'text'>): readonly string[] {
  const runs = text.split(/[，。；：、！？\n]+|——/u).map((run) => run.trim());
  return [...new Set(runs.filter((run) => run.length >= 2))];
}

/** `named` only where the quote holds the feature's name; else the link is a reading of our own. */
export function toPlanRef({ doc, para, quote }: Quote, name: string): PlanRef {
  const isNamed = quote.includes(name) || name.includes(quote);
  return { doc, para, quote, role: 'mentions', basis: isNamed ? 'named' : 'reading' };
}
