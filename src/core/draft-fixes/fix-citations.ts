import type { Indicator, PlanBundle, PlanFeature, PlanRef } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import {
  changeFeature,
  citeClause,
  declareNonSpatial,
  undeclare,
  type Edit,
} from '../draft/edits.ts';
import { partKeys } from '../draft/split-bundle.ts';
import { foldName } from '../matching/fold-name.ts';
import { findFeature, findText, fixBy, patchFeature, say, type Fix } from './fix.ts';
import { findNearIds, findNearQuote, shorten } from './find-near.ts';

const MOST_OFFERED = 5;
const NON_SPATIAL = {
  reason: '没有可落图的地点或设施。',
  reasonEn: 'Names no place or work that could be mapped.',
} as const;

type Cited = PlanFeature | Indicator;
const refsOf = (owner: Cited): readonly PlanRef[] =>
  'properties' in owner ? owner.properties.planRefs : owner.planRefs;

/** The feature or the indicator that a problem is about. */
const findCited = (bundle: PlanBundle, { at, message }: Problem): Cited | undefined =>
  message.startsWith('indicator "')
    ? bundle.indicators.find(({ id }) => id === at)
    : findFeature(bundle, at);

/** Puts another citation in the place of one, or none. */
function replaceRef(bundle: PlanBundle, owner: Cited, index: number, ref: PlanRef | null): Edit {
  const planRefs = refsOf(owner).flatMap((one, at) => (at !== index ? [one] : ref ? [ref] : []));
  const freed =
    ref !== null && bundle.nonSpatial.some(({ doc, para }) => doc === ref.doc && para === ref.para)
      ? undeclare(ref.doc, ref.para).changes
      : [];
  if (!('properties' in owner)) {
    const changes = [{ key: partKeys.indicator(owner.id), value: { ...owner, planRefs } }];
    return { changes, what: say(owner.name, owner.nameEn ?? owner.name) };
  }
  const edit = changeFeature(bundle, owner.properties.id, { planRefs });
  return { ...edit, changes: [...edit.changes, ...freed] };
}

const listParagraphs = (bundle: PlanBundle) =>
  bundle.plan.docs.flatMap((doc) =>
    doc.paragraphs.map((paragraph) => ({ doc: doc.id, ...paragraph })),
  );

/** Other words or another paragraph for a citation that does not hold, or none. */
function mendRef(bundle: PlanBundle, owner: Cited, index: number): readonly Fix[] {
  const ref = refsOf(owner)[index]!;
  const all = listParagraphs(bundle);
  const here = findText(bundle, ref.doc, ref.para);
  const near = here === undefined ? null : findNearQuote(ref.quote, here);
  const holding = all.filter(({ text }) => text.includes(ref.quote));
  const nearIds =
    here === undefined
      ? findNearIds(
          ref.para,
          all.map(({ id }) => id),
        )
      : [];
  const moves = [
    ...holding.map(({ doc, id, title }) => ({ title, ref: { ...ref, doc, para: id } })),
    ...all
      .filter(({ id, text }) => nearIds.includes(id) && !text.includes(ref.quote))
      .map(({ doc, id, title, text }) => {
        const quote = findNearQuote(ref.quote, text) ?? title;
        return { title, ref: { ...ref, doc, para: id, quote } };
      }),
  ];
  return [
    ...(near === null
      ? []
      : [
          fixBy(
            say(`改引原文“${shorten(near)}”`, `Quote “${shorten(near)}” instead`),
            replaceRef(bundle, owner, index, { ...ref, quote: near }),
          ),
        ]),
    ...moves
      .slice(0, MOST_OFFERED)
      .map(({ title, ref: moved }) =>
        fixBy(
          say(
            `改为引用段落“${shorten(title)}”中的“${shorten(moved.quote)}”`,
            `Cite “${shorten(moved.quote)}” of the paragraph “${shorten(title)}” instead`,
          ),
          replaceRef(bundle, owner, index, moved),
        ),
      ),
    fixBy(
      say(`删去引用“${shorten(ref.quote)}”`, `Remove the citation “${shorten(ref.quote)}”`),
      replaceRef(bundle, owner, index, null),
    ),
  ];
}

export function fixQuote(bundle: PlanBundle, problem: Problem): readonly Fix[] {
  const owner = findCited(bundle, problem);
  if (owner === undefined) return [];
  const index = refsOf(owner).findIndex(
    ({ doc, para, quote }) =>
      problem.message.includes(`“${quote}”`) &&
      problem.message.endsWith(`"${para}"`) &&
      findText(bundle, doc, para)?.includes(quote) === false,
  );
  return index < 0 ? [] : mendRef(bundle, owner, index);
}

/** Of `dangling-paragraph` and `dangling-document` of a feature or an indicator. */
export function fixDanglingRef(bundle: PlanBundle, problem: Problem): readonly Fix[] {
  const owner = findCited(bundle, problem);
  if (owner === undefined) return [];
  const isDocument = problem.code === 'dangling-document';
  const index = refsOf(owner).findIndex(
    ({ doc, para }) =>
      findText(bundle, doc, para) === undefined &&
      problem.message.endsWith(`"${isDocument ? doc : para}"`),
  );
  return index < 0 ? [] : mendRef(bundle, owner, index);
}

/** Words by which a text may name a feature, the fullest first. */
function listNames({ properties }: PlanFeature): readonly string[] {
  const names = [properties.name, ...(properties.aka ?? [])];
  const bare = names.map((name) => name.replace(/[（(].*?[）)]/gu, '').trim());
  const cores = names.map((name) => foldName(name).core);
  const local = bare.map((name) => name.replace(/^\p{Script=Han}{1,3}[县市区](?=\p{L}{2})/u, ''));
  const ref = properties.ref === undefined ? [] : [properties.ref];
  return [...new Set([...names, ...bare, ...local, ...ref, ...cores])]
    .filter((name) => [...name].length >= 2)
    .sort((left, right) => right.length - left.length);
}

const findNamed = (feature: PlanFeature, text: string): string | undefined =>
  listNames(feature).find((name) => text.includes(name));

/** Citations of the paragraphs that name a feature which cites none. */
export function fixUncited(bundle: PlanBundle, { at }: Problem): readonly Fix[] {
  const feature = findFeature(bundle, at);
  if (feature === undefined) return [];
  const { id } = feature.properties;
  return listParagraphs(bundle)
    .flatMap(({ doc, id: para, title, text }) => {
      const quote = findNamed(feature, text);
      return quote === undefined ? [] : [{ doc, para, title, quote }];
    })
    .sort((left, right) => right.quote.length - left.quote.length)
    .slice(0, MOST_OFFERED)
    .map(({ doc, para, title, quote }) =>
      fixBy(
        say(
          `引用段落“${shorten(title)}”中的“${shorten(quote)}”`,
          `Cite “${shorten(quote)}” of the paragraph “${shorten(title)}”`,
        ),
        citeClause(bundle, id, { doc, para, quote, role: 'mentions', basis: 'named' }),
      ),
    );
}

/** A paragraph that nothing accounts for: features that it names cite it, or it has no place. */
export function fixUnaccounted(bundle: PlanBundle, { at }: Problem): readonly Fix[] {
  const boundaries = new Set(
    bundle.layers.flatMap(({ id, theme }) => (theme === 'boundary' ? [id] : [])),
  );
  return listParagraphs(bundle)
    .filter(
      ({ id, doc }) =>
        id === at && !bundle.nonSpatial.some((entry) => entry.doc === doc && entry.para === id),
    )
    .flatMap(({ doc, id: para, text, title }) => {
      const named = bundle.features.features.flatMap((feature) => {
        // The county itself is named everywhere.
        if (boundaries.has(feature.properties.layer)) return [];
        const quote = findNamed(feature, text);
        return quote === undefined ? [] : [{ feature, quote }];
      });
      const cite = ({ feature, quote }: (typeof named)[number]): Edit =>
        citeClause(bundle, feature.properties.id, {
          ...{ doc, para, quote, role: 'mentions', basis: 'named' },
        });
      const links = named
        .toSorted((left, right) => right.quote.length - left.quote.length)
        .slice(0, MOST_OFFERED);
      return [
        ...links.map((link) =>
          fixBy(
            say(
              `“${shorten(link.feature.properties.name)}”引用此段的“${shorten(link.quote)}”`,
              `“${shorten(link.feature.properties.nameEn ?? link.feature.properties.name)}” cites “${shorten(link.quote)}” here`,
            ),
            cite(link),
          ),
        ),
        ...(links.length > 1
          ? [
              fixBy(
                say(
                  `以上 ${links.length} 个要素都引用此段`,
                  `All ${links.length} of these features cite it`,
                ),
                ...links.map(cite),
              ),
            ]
          : []),
        fixBy(
          say(`声明“${shorten(title)}”为非空间内容`, `Declare “${shorten(title)}” non-spatial`),
          declareNonSpatial({ doc, para, ...NON_SPATIAL }),
        ),
      ];
    });
}

/** A paragraph that is cited and declared to have no place. */
export function fixCitedAndDeclared(bundle: PlanBundle, { at }: Problem): readonly Fix[] {
  return bundle.nonSpatial
    .filter(({ para }) => para === at)
    .flatMap(({ doc, para }) => {
      const citing = bundle.features.features.filter(({ properties }) =>
        properties.planRefs.some((ref) => ref.doc === doc && ref.para === para),
      );
      if (citing.length === 0) return [];
      const drops = citing.map(({ properties }) =>
        patchFeature(bundle, properties.id, say('', ''), {
          planRefs: properties.planRefs.filter((ref) => ref.doc !== doc || ref.para !== para),
        }),
      );
      return [
        fixBy(
          say('取消非空间声明，保留引用', 'No longer non-spatial; the citations stay'),
          undeclare(doc, para),
        ),
        fixBy(
          say(
            `删去 ${citing.length} 个要素对此段的引用，保留声明`,
            `Remove the citations of ${citing.length} features; the declaration stays`,
          ),
          ...drops,
        ),
      ];
    });
}
