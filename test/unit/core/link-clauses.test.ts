import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle, PlanFeature, PlanRef } from '../../../src/contracts/bundle.ts';
import type { LinkIndex } from '../../../src/contracts/links.ts';
import { linkClauses } from '../../../src/core/link-clauses.ts';
import { createBundle, createFeature } from '../../fixtures/create-bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

const createRef = (quote: string, para = 'p', basis: PlanRef['basis'] = 'named'): PlanRef => ({
  doc: 'outline',
  para,
  quote,
  role: 'mentions',
  basis,
});

const citing = (id: string, ...refs: readonly (string | PlanRef)[]): PlanFeature =>
  createFeature({
    id,
    planRefs: refs.map((ref) => (typeof ref === 'string' ? createRef(ref) : ref)),
  });

/** A bundle of one paragraph `p` and, if given, a second `q`. */
const createIndex = (text: string, features: readonly PlanFeature[], second?: string): LinkIndex =>
  linkClauses(createPlan(text, features, second));

const createPlan = (
  text: string,
  features: readonly PlanFeature[],
  second?: string,
): PlanBundle => {
  const bundle = createBundle();
  const paragraphs = [text, second].flatMap((words, index) =>
    words === undefined ? [] : [{ id: 'pq'[index]!, title: 't', path: [], text: words }],
  );
  return {
    ...bundle,
    plan: { docs: [{ id: 'outline', title: 'o', paragraphs }] },
    features: { type: 'FeatureCollection', features: [...features] },
  };
};

const wordsOf = (index: LinkIndex, para = 'p'): string[] =>
  index.paragraphs.get(para)!.phrases.map(({ text }) => text);

describe('linkClauses', () => {
  it('finds a quote and gives the phrase an id by its place', () => {
    const index = createIndex('建设机场和铁路。', [citing('airport', '机场')]);
    expect(index.paragraphs.get('p')!.phrases).toEqual([
      {
        id: 'p/2-4',
        para: 'p',
        start: 2,
        end: 4,
        text: '机场',
        features: ['airport'],
        isNamed: true,
        theme: 'transport',
      },
    ]);
  });

  it('cuts the text into segments that together are the text', () => {
    const index = createIndex('建设机场和铁路。', [citing('a', '机场'), citing('b', '铁路')]);
    const { segments } = index.paragraphs.get('p')!;
    expect(segments.map(({ text }) => text)).toEqual(['建设', '机场', '和', '铁路', '。']);
    expect(segments.map(({ phrase }) => phrase)).toEqual([null, 'p/2-4', null, 'p/5-7', null]);
  });

  it('gives one phrase the features of all who quote the same words, in bundle order', () => {
    const index = createIndex('机场', [citing('b', '机场'), citing('a', '机场')]);
    expect(index.paragraphs.get('p')!.phrases[0]!.features).toEqual(['b', 'a']);
  });

  it('gives the characters of nested quotes to the inner one', () => {
    const index = createIndex('铁路和公路网', [
      citing('net', '铁路和公路网'),
      citing('road', '公路'),
    ]);
    const { segments } = index.paragraphs.get('p')!;
    expect(segments.map(({ text, phrase }) => [text, phrase])).toEqual([
      ['铁路和', 'p/0-6'],
      ['公路', 'p/3-5'],
      ['网', 'p/0-6'],
    ]);
  });

  it('hands a phrase that others cover wholly to the one at its start', () => {
    const index = createIndex('铁路公路', [
      citing('net', '铁路公路'),
      citing('rail', '铁路'),
      citing('road', '公路'),
    ]);
    expect(wordsOf(index)).toEqual(['铁路', '公路']);
    expect(index.paragraphs.get('p')!.phrases[0]!.features).toEqual(['net', 'rail']);
    expect(index.phrasesOf.get('net')).toEqual(['p/0-2']);
  });

  it('keeps an absorbed phrase named when only the absorbed link names', () => {
    const index = createIndex('铁路公路', [
      citing('net', '铁路公路'),
      citing('rail', createRef('铁路', 'p', 'reading')),
      citing('road', '公路'),
    ]);
    expect(index.paragraphs.get('p')!.phrases[0]!.isNamed).toBe(true);
  });

  it('links a feature that quotes the same words twice once', () => {
    const index = createIndex('机场', [citing('a', '机场', '机场')]);
    expect(index.phrasesOf.get('a')).toEqual(['p/0-2']);
    expect(index.paragraphs.get('p')!.phrases[0]!.features).toEqual(['a']);
  });

  it('calls a phrase our reading only when every link of it is', () => {
    const reading = createRef('机场', 'p', 'reading');
    const alone = createIndex('机场', [citing('a', reading)]);
    const both = createIndex('机场', [citing('a', reading), citing('b', '机场')]);
    expect(alone.phrases.get('p/0-2')!.isNamed).toBe(false);
    const after = createIndex('机场', [citing('b', '机场'), citing('a', reading)]);
    expect(both.phrases.get('p/0-2')!.isNamed).toBe(true);
    expect(after.phrases.get('p/0-2')!.isNamed).toBe(true);
  });

  it('counts in UTF-16 units, as the browser’s ranges do', () => {
    const index = createIndex('𠮷县𠮷水', [citing('a', '𠮷水')]);
    expect(index.paragraphs.get('p')!.phrases[0]).toMatchObject({ start: 3, end: 6, text: '𠮷水' });
  });

  it('links words that stand twice where they stand first', () => {
    const index = createIndex('公路与公路', [citing('a', '公路')]);
    expect(wordsOf(index)).toEqual(['公路']);
    expect(index.phrasesOf.get('a')).toEqual(['p/0-2']);
  });

  it.each([
    ['does not occur', '水库'],
    ['is empty', ''],
  ])('links nothing to a quote that %s', (_, quote) => {
    const index = createIndex('机场', [citing('a', quote)]);
    expect(index.phrases.size).toBe(0);
    expect(index.phrasesOf.get('a')).toBeUndefined();
    expect(index.refsOf.get('a')).toHaveLength(1);
  });

  it('links nothing to a paragraph that does not exist', () => {
    const index = createIndex('机场', [citing('a', createRef('机场', 'nowhere'))]);
    expect(index.phrases.size).toBe(0);
    expect([...index.paragraphs.keys()]).toEqual(['p']);
  });

  it('gives an empty paragraph no segment', () => {
    expect(createIndex('', [citing('a', '机场')]).paragraphs.get('p')).toEqual({
      phrases: [],
      segments: [],
      features: [],
    });
  });

  it('lists a feature’s phrases in reading order over all paragraphs', () => {
    const index = createIndex(
      '机场和铁路',
      [citing('a', createRef('机场', 'q'), '铁路', '机场')],
      '机场',
    );
    expect(index.phrasesOf.get('a')).toEqual(['p/0-2', 'p/3-5', 'q/0-2']);
  });

  it('reads features in the order of the text, those never spoken of last', () => {
    const index = createIndex('机场和铁路', [
      citing('none'),
      citing('rail', '铁路'),
      citing('air', '机场'),
    ]);
    expect(index.readingOrder).toEqual(['air', 'rail', 'none']);
  });

  it('lists what a paragraph speaks of, each feature once', () => {
    const index = createIndex('机场和铁路', [citing('a', '机场', '铁路'), citing('b', '铁路')]);
    expect(index.paragraphs.get('p')!.features).toEqual(['a', 'b']);
  });

  it('takes the theme of the first feature that cites the phrase', () => {
    const index = createIndex('机场', [
      createFeature({ id: 'a', layer: 'airport', planRefs: [createRef('机场')] }),
      citing('b', '机场'),
    ]);
    expect(index.phrases.get('p/0-2')!.theme).toBe('airport');
  });

  it('indexes a bundle once', () => {
    const bundle = createBundle();
    expect(linkClauses(bundle)).toBe(linkClauses(bundle));
    expect(linkClauses(createBundle())).not.toBe(linkClauses(bundle));
  });
});

describe('the links of the shipped bundle', () => {
  let bundle: PlanBundle;
  let index: LinkIndex;
  beforeAll(async () => {
    bundle = (await readShippedBundle()).bundle;
    index = linkClauses(bundle);
  });

  it('give back every paragraph’s text from its segments', () => {
    for (const { id, text } of bundle.plan.docs.flatMap((doc) => doc.paragraphs)) {
      const { segments } = index.paragraphs.get(id)!;
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
    }
  });

  it('give every phrase a stretch of text of its own', () => {
    const owned = new Set(
      [...index.paragraphs.values()].flatMap(({ segments }) =>
        segments.map(({ phrase }) => phrase),
      ),
    );
    expect([...index.phrases.keys()].filter((id) => !owned.has(id))).toEqual([]);
  });

  it('agree both ways', () => {
    for (const phrase of index.phrases.values()) {
      for (const id of phrase.features) expect(index.phrasesOf.get(id)).toContain(phrase.id);
    }
    for (const [id, phrases] of index.phrasesOf) {
      for (const phrase of phrases) expect(index.phrases.get(phrase)!.features).toContain(id);
    }
  });

  it('read every feature once', () => {
    expect(index.readingOrder.toSorted()).toEqual(
      bundle.features.features.map(({ properties }) => properties.id).toSorted(),
    );
  });
});
