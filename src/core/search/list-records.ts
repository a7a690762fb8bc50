import type { Indicator, Paragraph, PlanBundle, PlanFeature } from '../../contracts/bundle.ts';
import type { HitKind, Mark, TextRange } from '../../contracts/search.ts';
import { isTitleInText } from '../is-title-in-text.ts';

/**
 * How a string counts: `name`, `other` (another name, a number) and `title` (of a text) best, then `label` (the
 * group that a thing belongs to, an indicator's target), the plan's words (`body`), and what is only noted.
 */
export type FieldSort = 'name' | 'other' | 'title' | 'label' | 'body' | 'note';

export interface SearchField {
  readonly sort: FieldSort;
  readonly text: string;
  /** What is said in English beside a name is found in the English interface only. */
  readonly isEnglish?: boolean;
  /** Which part of the title it is; absent: it shows in the snippet. */
  readonly shows?: 'title' | 'titleEn';
  /** Where it is printed in the plan. */
  readonly part?: TextRange['part'];
  readonly depth?: number;
  /** Where in the title it stands, when it is a part of it: 小觉镇 of 小觉镇（平山）. */
  readonly at?: number;
  /** Part of the title that it stands for, marked in its stead: G239 for 国道239. */
  readonly standsFor?: Mark;
}

/** One thing that can be found. */
export interface SearchRecord {
  readonly kind: HitKind;
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | undefined;
  readonly paraId: string | undefined;
  readonly fields: readonly SearchField[];
  /** Place in the plan that a hit without words of its own leads to. */
  readonly range?: TextRange;
}

/** Layers of these themes hold places. */
const PLACE_THEMES: ReadonlySet<string> = new Set(['settlements']);

/**
 * Everything that can be found: the plan in reading order, then features and indicators in the bundle's order. One by
 * one, so that a large bundle can be read with pauses.
 */
export function* listRecords(bundle: PlanBundle): Generator<SearchRecord> {
  const layers = new Map(bundle.layers.map((layer) => [layer.id, layer]));
  for (const { paragraphs } of bundle.plan.docs) yield* listTexts(paragraphs);
  for (const feature of bundle.features.features) {
    const layer = layers.get(feature.properties.layer);
    const isPlace = PLACE_THEMES.has(layer?.theme ?? '');
    yield describeFeature(feature, isPlace, [layer?.name, layer?.nameEn]);
  }
  for (const indicator of bundle.indicators) yield describeIndicator(indicator, bundle);
}

function* listTexts(paragraphs: readonly Paragraph[]): Generator<SearchRecord> {
  let before: readonly string[] = [];
  for (const paragraph of paragraphs) {
    const { id, path, pathEn } = paragraph;
    let same = 0;
    while (same < path.length && same < before.length && path[same] === before[same]) same += 1;
    for (let depth = same; depth < path.length; depth += 1) {
      yield describeHeading(id, depth, path[depth]!, pathEn?.[depth]);
    }
    before = path;
    yield describeParagraph(paragraph);
  }
}

function describeHeading(
  para: string,
  depth: number,
  title: string,
  titleEn: string | undefined,
): SearchRecord {
  return {
    kind: 'text',
    id: `${para}/${depth}`,
    title,
    titleEn,
    paraId: para,
    fields: keep([
      { sort: 'title', text: title, shows: 'title', part: 'heading', depth },
      { sort: 'title', text: titleEn, shows: 'titleEn', part: 'heading-en', depth },
    ]),
    range: { para, part: 'heading', depth, start: 0, end: 0 },
  };
}

function describeParagraph(paragraph: Paragraph): SearchRecord {
  const { id, title, titleEn, text } = paragraph;
  return {
    kind: 'text',
    id,
    title,
    titleEn,
    paraId: id,
    fields: keep([
      // A title that the words print themselves is not printed twice.
      {
        sort: 'title',
        text: title,
        shows: 'title',
        ...(isTitleInText(paragraph) ? {} : { part: 'title' }),
      },
      { sort: 'title', text: titleEn, shows: 'titleEn', part: 'title-en' },
      { sort: 'body', text, part: 'body' },
    ]),
    range: { para: id, part: 'body', start: 0, end: 0 },
  };
}

function describeFeature(
  { properties }: PlanFeature,
  isPlace: boolean,
  labels: readonly (string | undefined)[],
): SearchRecord {
  const { id, name, nameEn, aka, ref, note, noteEn, attributes } = properties;
  return {
    kind: isPlace ? 'place' : 'feature',
    id,
    title: name,
    titleEn: nameEn,
    paraId: undefined,
    fields: keep([
      ...nameFields(name, nameEn),
      ...(aka ?? []).map((text) => ({ sort: 'other' as const, text })),
      ...numberFields(name, ref),
      ...labels.map((text) => ({ sort: 'label' as const, text })),
      ...(attributes ?? []).flatMap(({ label, labelEn, value, valueEn }) => [
        { sort: 'note' as const, text: `${label} ${value}` },
        {
          sort: 'note' as const,
          text: valueEn && `${labelEn ?? label} ${valueEn}`,
          isEnglish: true,
        },
      ]),
      { sort: 'note', text: note },
      { sort: 'note', text: noteEn, isEnglish: true },
    ]),
  };
}

function describeIndicator(indicator: Indicator, bundle: PlanBundle): SearchRecord {
  const { id, name, nameEn, target, unit, year, note, noteEn, planRefs } = indicator;
  const ref = planRefs[0];
  const cited = ref && findParagraph(bundle, ref.para);
  const start = cited && ref ? cited.text.indexOf(ref.quote) : -1;
  return {
    kind: 'indicator',
    id,
    title: name,
    titleEn: nameEn,
    paraId: ref?.para,
    fields: keep([
      ...nameFields(name, nameEn),
      { sort: 'label', text: target.text },
      { sort: 'label', text: target.textEn, isEnglish: true },
      { sort: 'note', text: `${year}${unit ? ` ${unit}` : ''}` },
      { sort: 'note', text: note },
      { sort: 'note', text: noteEn, isEnglish: true },
    ]),
    ...(ref && start >= 0
      ? { range: { para: ref.para, part: 'body', start, end: start + ref.quote.length } }
      : {}),
  };
}

const findParagraph = (bundle: PlanBundle, id: string): Paragraph | undefined =>
  bundle.plan.docs.flatMap((doc) => doc.paragraphs).find((paragraph) => paragraph.id === id);

/** A name, and what stands before and within its brackets: 小觉镇（平山） is also 小觉镇, 地区生产总值（GDP） also GDP. */
function nameFields(name: string, nameEn: string | undefined): LooseField[] {
  const fields: LooseField[] = [
    { sort: 'name', text: name, shows: 'title' },
    { sort: 'name', text: nameEn, shows: 'titleEn' },
  ];
  const bracket = /^(.+?)（(.+)）$/u.exec(name);
  if (bracket) {
    const [, head, inner] = bracket as unknown as [string, string, string];
    fields.push(
      { sort: 'other', text: head, at: 0 },
      { sort: 'other', text: inner, at: head.length + 1 },
    );
  }
  return fields;
}

const ROADS: readonly (readonly [name: string, letter: string, numbered: RegExp])[] = [
  ['国道', 'G', /国道(\d+)/g],
  ['省道', 'S', /省道(\d+)/g],
  ['县道', 'X', /县道(\d+)/g],
  ['乡道', 'Y', /乡道(\d+)/g],
];

/** A road's number as signed and as spoken: G239 and 国道239. */
function numberFields(name: string, ref: string | undefined): LooseField[] {
  const fields: LooseField[] = [];
  if (ref !== undefined) {
    fields.push({ sort: 'other', text: ref });
    const spoken = ROADS.find(([, letter]) => ref.startsWith(letter));
    const figures = /^[A-Z](\d+)$/.exec(ref)?.[1];
    if (figures !== undefined) fields.push({ sort: 'other', text: figures, standsFor: [0, 0] });
    // Two figures are an expressway's.
    if (spoken && figures?.length === 3) {
      fields.push({ sort: 'other', text: spoken[0] + figures, standsFor: [0, 0] });
    }
  }
  for (const [, letter, numbered] of ROADS) {
    for (const { 0: whole, 1: number, index } of name.matchAll(numbered)) {
      if (ref === letter + number) continue;
      const standsFor: Mark = [index, index + whole.length];
      fields.push({ sort: 'other', text: letter + number, standsFor });
    }
  }
  return fields;
}

interface LooseField extends Omit<SearchField, 'text'> {
  readonly text: string | undefined;
}

const keep = (fields: readonly LooseField[]): SearchField[] =>
  fields.filter(
    (field): field is SearchField => typeof field.text === 'string' && field.text !== '',
  );
