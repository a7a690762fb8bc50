import type { Certainty, PlanBundle, Source, Status } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { Cartography } from '../../contracts/theme.ts';
import { buildLegend, type LegendRow } from '../build-legend.ts';
import { featuresById } from '../lit.ts';

/** What the legend, the notes and the lists of a sheet say; exactly of what is drawn on it. */
export interface SheetContent {
  readonly groups: readonly { readonly themeId: string; readonly rows: readonly LegendRow[] }[];
  readonly statuses: ReadonlySet<Status>;
  readonly certainties: ReadonlySet<Certainty>;
  readonly sources: readonly Source[];
  /** Paragraphs that what is drawn rests on, in the plan's order, each with the words that are quoted. */
  readonly clauses: readonly {
    readonly para: string;
    readonly title: string;
    readonly quotes: readonly string[];
    /** The link is our own reading. */
    readonly isReading: boolean;
  }[];
}

/** @param drawn ids of the features with anything on the sheet */
export function findContent(
  bundle: PlanBundle,
  cartography: Cartography,
  state: Pick<ViewerState, 'layers'>,
  drawn: ReadonlySet<string>,
): SheetContent {
  const groups = buildLegend(bundle, cartography, state).flatMap(({ themeId, layers }) => {
    const rows = layers
      .flatMap((layer) => layer.rows)
      .filter(({ featureIds }) => featureIds.some((id) => drawn.has(id)));
    return rows.length > 0 ? [{ themeId, rows }] : [];
  });
  const byId = featuresById(bundle);
  const features = [...drawn].flatMap((id) => byId.get(id) ?? []);
  const sourceIds = new Set(features.flatMap(({ properties }) => properties.sources));
  const quotes = new Map<string, { quotes: Set<string>; isReading: boolean }>();
  for (const { properties } of features) {
    for (const { para, quote, basis } of properties.planRefs) {
      const known = quotes.get(para) ?? { quotes: new Set<string>(), isReading: true };
      known.quotes.add(quote);
      known.isReading &&= basis === 'reading';
      quotes.set(para, known);
    }
  }
  return {
    groups,
    statuses: new Set(features.map(({ properties }) => properties.status)),
    certainties: new Set(features.map(({ properties }) => properties.accuracy.class)),
    sources: bundle.sources.filter(({ id }) => sourceIds.has(id)),
    clauses: bundle.plan.docs
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap(({ id, title }) => {
        const found = quotes.get(id);
        return found
          ? [{ para: id, title, quotes: [...found.quotes], isReading: found.isReading }]
          : [];
      }),
  };
}
