import type { Certainty, PlanBundle, PlanFeature, Status } from '../../contracts/bundle.ts';
import type { ViewerState } from '../../contracts/state.ts';
import { findScene } from '../find-scene.ts';
import { linkClauses } from '../link-clauses.ts';
import { featuresById } from '../lit.ts';

/** What a picture says, before it is set in type; names in the language of the interface, words of the plan as printed. */
export interface ShareContent {
  readonly plan: string;
  readonly subtitle: string | null;
  /** The feature's or the view's name. */
  readonly name: string;
  /** Null for a view. */
  readonly feature: { readonly status: Status; readonly certainty: Certainty } | null;
  /** The plan's words, with the cited ones as UTF-16 offsets. */
  readonly clause: {
    readonly title: string;
    readonly text: string;
    readonly cited: readonly [start: number, end: number] | null;
    /** The link between words and feature is our own reading. */
    readonly isReading: boolean;
  } | null;
  /** Names of the layers that a view shows; empty for a feature. */
  readonly layers: readonly string[];
  readonly source: string;
}

/** @param id the feature that the picture is about; null: the view as it is */
export function describeShare(
  state: ViewerState,
  bundle: PlanBundle,
  id: string | null,
): ShareContent {
  const isEnglish = state.lang === 'en';
  const pick = (zh: string, en: string | undefined): string => (isEnglish && en) || zh;
  const feature = id === null ? undefined : featuresById(bundle).get(id);
  const scene = state.scene === null ? undefined : findScene(bundle, state.scene);
  const { title, titleEn, subtitle, subtitleEn } = bundle.bundle;
  const plan = pick(title, titleEn);
  return {
    plan,
    subtitle: subtitle ? pick(subtitle, subtitleEn) : null,
    name: feature
      ? pick(feature.properties.name, feature.properties.nameEn)
      : scene
        ? pick(scene.title, scene.titleEn)
        : plan,
    feature: feature
      ? { status: feature.properties.status, certainty: feature.properties.accuracy.class }
      : null,
    clause: clauseOf(state, bundle, feature, pick),
    layers: feature
      ? []
      : bundle.layers
          .filter((layer) => state.layers[layer.id]?.isVisible !== false)
          .map((layer) => pick(layer.name, layer.nameEn)),
    source: sourceOf(bundle, pick),
  };
}

/** Of a feature the words that it cites, the paragraph in focus first; of a view the paragraph in focus. */
function clauseOf(
  { selection }: ViewerState,
  bundle: PlanBundle,
  feature: PlanFeature | undefined,
  pick: (zh: string, en: string | undefined) => string,
): ShareContent['clause'] {
  const links = linkClauses(bundle);
  const cited = feature ? (links.phrasesOf.get(feature.properties.id) ?? []) : [];
  const phrases = cited.flatMap((phrase) => links.phrases.get(phrase) ?? []);
  const isFocused = feature !== undefined && selection.feature === feature.properties.id;
  const phrase =
    (isFocused &&
      (phrases.find((one) => one.id === selection.phrase) ??
        phrases.find((one) => one.para === selection.clause))) ||
    phrases[0];
  const para = phrase?.para ?? (feature ? undefined : (selection.clause ?? undefined));
  const paragraph = bundle.plan.docs
    .flatMap(({ paragraphs }) => paragraphs)
    .find((one) => one.id === para);
  if (!paragraph) return null;
  const refs = feature?.properties.planRefs.filter((ref) => ref.para === paragraph.id) ?? [];
  return {
    title: pick(paragraph.title, paragraph.titleEn),
    text: paragraph.text,
    cited: phrase ? [phrase.start, phrase.end] : null,
    isReading: refs.length > 0 && refs.every(({ basis }) => basis === 'reading'),
  };
}

/** The document, who published it and when. */
function sourceOf(
  bundle: PlanBundle,
  pick: (zh: string, en: string | undefined) => string,
): string {
  const doc = bundle.plan.docs[0];
  const source = bundle.sources.find(({ id }) => id === doc?.source);
  const title = source
    ? pick(source.title, source.titleEn)
    : doc
      ? pick(doc.title, doc.titleEn)
      : pick(bundle.bundle.title, bundle.bundle.titleEn);
  return [title, source?.publisher, source?.date].filter(Boolean).join(' · ');
}
