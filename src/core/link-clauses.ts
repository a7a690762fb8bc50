import type { Paragraph, PlanBundle, PlanFeature, PlanRef } from '../contracts/bundle.ts';
import type { LinkIndex, ParagraphLinks, Phrase, Segment } from '../contracts/links.ts';

interface Draft {
  readonly start: number;
  readonly end: number;
  /** In the order of the bundle. */
  features: Set<string>;
  isNamed: boolean;
  readonly theme: string;
}

const indexes = new WeakMap<PlanBundle, LinkIndex>();

/**
 * Indexes the links of a bundle both ways. Cached per bundle.
 * A quote that does not occur links to nothing here; `checkBundle` reports it.
 */
export function linkClauses(bundle: PlanBundle): LinkIndex {
  let index = indexes.get(bundle);
  if (!index) {
    index = buildIndex(bundle);
    indexes.set(bundle, index);
  }
  return index;
}

function buildIndex(bundle: PlanBundle): LinkIndex {
  const themeOf = new Map(bundle.layers.map((layer) => [layer.id, layer.theme]));
  const refsByPara = new Map<string, { ref: PlanRef; feature: PlanFeature }[]>();
  const refsOf = new Map<string, readonly PlanRef[]>();
  for (const feature of bundle.features.features) {
    refsOf.set(feature.properties.id, feature.properties.planRefs);
    for (const ref of feature.properties.planRefs) {
      const list = refsByPara.get(ref.para) ?? [];
      list.push({ ref, feature });
      refsByPara.set(ref.para, list);
    }
  }
  const paragraphs = new Map<string, ParagraphLinks>();
  const phrases = new Map<string, Phrase>();
  const phrasesOf = new Map<string, string[]>();
  const readingOrder: string[] = [];
  for (const paragraph of bundle.plan.docs.flatMap((doc) => doc.paragraphs)) {
    const links = linkParagraph(paragraph, refsByPara.get(paragraph.id) ?? [], themeOf);
    paragraphs.set(paragraph.id, links);
    for (const phrase of links.phrases) {
      phrases.set(phrase.id, phrase);
      for (const id of phrase.features) {
        const list = phrasesOf.get(id);
        if (list) list.push(phrase.id);
        else {
          phrasesOf.set(id, [phrase.id]);
          readingOrder.push(id);
        }
      }
    }
  }
  const known = new Set(readingOrder);
  for (const { properties } of bundle.features.features) {
    if (!known.has(properties.id)) readingOrder.push(properties.id);
  }
  return { paragraphs, phrases, phrasesOf, refsOf, readingOrder };
}

function linkParagraph(
  paragraph: Paragraph,
  refs: readonly { ref: PlanRef; feature: PlanFeature }[],
  themeOf: ReadonlyMap<string, string>,
): ParagraphLinks {
  const drafts = new Map<string, Draft>();
  for (const { ref, feature } of refs) {
    const start = paragraph.text.indexOf(ref.quote);
    if (start < 0 || ref.quote === '') continue;
    const end = start + ref.quote.length;
    const key = `${start}-${end}`;
    const draft = drafts.get(key) ?? {
      start,
      end,
      features: new Set<string>(),
      isNamed: false,
      theme: themeOf.get(feature.properties.layer) ?? '',
    };
    draft.features.add(feature.properties.id);
    draft.isNamed ||= ref.basis === 'named';
    drafts.set(key, draft);
  }
  const all = [...drafts.values()];
  const owner = ownCharacters(paragraph.text.length, all);
  absorbCovered(
    all,
    owner,
    refs.map(({ feature }) => feature.properties.id),
  );
  const kept = all.filter((draft) => owner.includes(draft));
  kept.sort((a, b) => owner.indexOf(a) - owner.indexOf(b));
  const idOf = new Map(kept.map((draft) => [draft, `${paragraph.id}/${draft.start}-${draft.end}`]));
  return {
    phrases: kept.map((draft) => ({
      id: idOf.get(draft)!,
      para: paragraph.id,
      start: draft.start,
      end: draft.end,
      text: paragraph.text.slice(draft.start, draft.end),
      features: [...draft.features],
      isNamed: draft.isNamed,
      theme: draft.theme,
    })),
    segments: cutSegments(paragraph.text, owner, idOf),
    features: [...new Set(kept.flatMap((draft) => [...draft.features]))],
  };
}

/** Gives every character to the shortest phrase that covers it. */
function ownCharacters(length: number, drafts: readonly Draft[]): (Draft | null)[] {
  const owner: (Draft | null)[] = Array.from({ length }, () => null);
  const longestFirst = drafts.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  for (const draft of longestFirst) owner.fill(draft, draft.start, draft.end);
  return owner;
}

/** A phrase that shorter ones cover wholly cannot be clicked: the one at its start takes its features. */
function absorbCovered(
  drafts: readonly Draft[],
  owner: readonly (Draft | null)[],
  order: readonly string[],
): void {
  const shortestLast = drafts.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  for (const draft of shortestLast) {
    if (owner.includes(draft)) continue;
    const heir = owner[draft.start];
    if (!heir) continue;
    const both = new Set([...heir.features, ...draft.features]);
    heir.features = new Set(order.filter((id) => both.has(id)));
    heir.isNamed ||= draft.isNamed;
  }
}

function cutSegments(
  text: string,
  owner: readonly (Draft | null)[],
  idOf: ReadonlyMap<Draft, string>,
): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end += 1) {
    if (end < text.length && owner[end] === owner[start]) continue;
    const draft = owner[start] ?? null;
    segments.push({
      start,
      end,
      text: text.slice(start, end),
      phrase: draft ? idOf.get(draft)! : null,
    });
    start = end;
  }
  return segments;
}
