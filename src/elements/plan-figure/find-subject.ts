import type {
  BundleLayer,
  Paragraph,
  PlanBundle,
  PlanFeature,
  PlanRef,
  Source,
} from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import { linkClauses } from '../../core/link-clauses.ts';
import { findLead } from '../plan-text/cut-paragraph.ts';
import { createUnknown } from '../shared/create-unknown.ts';

const MOST_QUOTES = 2;
/** About three lines of a caption. */
const LONGEST_QUOTE = 90;

export interface FigureWish {
  readonly feature: string | null;
  readonly clause: string | null;
  /** Ids of layers or themes; empty: those that the plan opens with. */
  readonly layers: readonly string[];
}

export interface FigureQuote {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly isNamed: boolean;
  /** The paragraph goes on. */
  readonly isCut: boolean;
}

/** What a figure is about, and what its caption rests on. */
export interface FigureSubject {
  readonly feature: PlanFeature | null;
  readonly paragraph: Paragraph | null;
  readonly layers: readonly BundleLayer[];
  /** Features to be drawn; of one without a place those that carry it. */
  readonly features: readonly PlanFeature[];
  readonly quotes: readonly FigureQuote[];
  readonly sources: readonly Source[];
}

/** Finds what the attributes ask for; a problem names the id that the plan does not have. */
export function findSubject(plan: PlanBundle, wish: FigureWish): FigureSubject | Problem {
  const byId = new Map(plan.features.features.map((item) => [item.properties.id, item]));
  const paragraphs = new Map(plan.plan.docs.flatMap((doc) => doc.paragraphs).map((p) => [p.id, p]));
  const feature = wish.feature === null ? null : (byId.get(wish.feature) ?? null);
  if (wish.feature !== null && !feature) return createUnknown('feature', wish.feature);
  const paragraph = wish.clause === null ? null : (paragraphs.get(wish.clause) ?? null);
  if (wish.clause !== null && !paragraph) return createUnknown('clause', wish.clause);
  const isOf = ({ id, theme }: BundleLayer, name: string): boolean => id === name || theme === name;
  const unknown = wish.layers.find((name) => !plan.layers.some((layer) => isOf(layer, name)));
  if (unknown !== undefined) return createUnknown('layers', unknown);
  const layers = plan.layers.filter((layer) => wish.layers.some((name) => isOf(layer, name)));
  const about = { plan, feature, paragraph, layers };
  const features = listFeatures(about, byId);
  return {
    feature,
    paragraph,
    layers,
    features,
    quotes: feature
      ? quoteFeature(feature, paragraph, paragraphs)
      : paragraph
        ? [quoteOpening(paragraph)]
        : [],
    sources: listSources(about, features),
  };
}

interface About extends Pick<FigureSubject, 'feature' | 'paragraph' | 'layers'> {
  readonly plan: PlanBundle;
}

function listFeatures(
  { plan, feature, paragraph, layers }: About,
  byId: ReadonlyMap<string, PlanFeature>,
): readonly PlanFeature[] {
  const all = plan.features.features;
  if (!feature && !paragraph) {
    const shown =
      layers.length > 0 ? layers : plan.layers.filter(({ visible }) => visible !== false);
    const ids = new Set(shown.map(({ id }) => id));
    return all.filter(({ properties }) => ids.has(properties.layer));
  }
  const cited = feature ? [feature.properties.id] : citedBy(plan, paragraph!);
  const named = new Set(
    cited.flatMap((id) => {
      const found = byId.get(id);
      return found && !found.geometry ? [id, ...(found.properties.members ?? [])] : [id];
    }),
  );
  return all.filter(({ properties }) => named.has(properties.id));
}

const citedBy = (plan: PlanBundle, { id }: Paragraph): readonly string[] =>
  linkClauses(plan).paragraphs.get(id)?.features ?? [];

/** At the clause that is asked for, if it cites the feature there; what defines and names it comes first. */
function quoteFeature(
  { properties }: PlanFeature,
  at: Paragraph | null,
  paragraphs: ReadonlyMap<string, Paragraph>,
): readonly FigureQuote[] {
  const there = properties.planRefs.filter(({ para }) => para === at?.id);
  const refs = there.length > 0 ? there : properties.planRefs;
  const rank = ({ role, basis }: PlanRef): number =>
    (basis === 'named' ? 0 : 2) + (role === 'defines' ? 0 : 1);
  return refs
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ para, quote, basis }) => {
      const paragraph = paragraphs.get(para);
      // Only what really stands there is the plan's.
      if (!paragraph || quote === '' || !paragraph.text.includes(quote)) return [];
      return [{ text: quote, paragraph, isNamed: basis === 'named', isCut: false }];
    })
    .slice(0, MOST_QUOTES);
}

/** The first sentences behind the run-in heading, as far as a caption has room. */
function quoteOpening(paragraph: Paragraph): FigureQuote {
  const rest = paragraph.text.slice(findLead(paragraph)).trimStart();
  const [first = ''] = rest.split('\n\n');
  const stops = [...first.matchAll(/[。！？；]/gu)].map(({ index }) => index + 1);
  const end =
    first.length <= LONGEST_QUOTE
      ? first.length
      : (stops.findLast((stop) => stop <= LONGEST_QUOTE) ?? cutWhole(first));
  return { text: first.slice(0, end), paragraph, isNamed: true, isCut: end < rest.length };
}

/** At a comma, and never between the halves of a character. */
function cutWhole(text: string): number {
  const comma = text.lastIndexOf('，', LONGEST_QUOTE);
  return comma > LONGEST_QUOTE / 2 ? comma : [...text].slice(0, LONGEST_QUOTE).join('').length;
}

function listSources(
  { plan, feature, paragraph }: About,
  features: readonly PlanFeature[],
): readonly Source[] {
  const doc = paragraph && plan.plan.docs.find(({ paragraphs }) => paragraphs.includes(paragraph));
  const ids = feature
    ? feature.properties.sources
    : paragraph
      ? [doc?.source]
      : features.flatMap(({ properties }) => properties.sources);
  const byId = new Map(plan.sources.map((source) => [source.id, source]));
  return [...new Set(ids)].flatMap((id) => (id === undefined ? [] : (byId.get(id) ?? [])));
}
