import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeBundleFiles } from '../../../data/make/make-bundle.ts';
import type { PlanBundle, PlanFeature } from '../../../src/contracts/bundle.ts';
import { DATA_FOLDER, readShippedBundle } from '../../tools/read-shipped-bundle.ts';

/** Of the plan's words alone: `id\ntext` of every paragraph, parted by blank lines. */
const WORDS_SHA256 = '42e32705f9e6083b081dced55f9065e5ebad7d56e623b5939cf3c510475a3ee2';

let bundle: PlanBundle;
let features: readonly PlanFeature[];
let texts: ReadonlyMap<string, string>;
beforeAll(async () => {
  const shipped = await readShippedBundle();
  expect(shipped.problems).toEqual([]);
  bundle = shipped.bundle;
  features = bundle.features.features;
  texts = new Map(bundle.plan.docs[0]?.paragraphs.map(({ id, text }) => [id, text]));
});

const listOf = (layer: string): readonly PlanFeature[] =>
  features.filter(({ properties }) => properties.layer === layer);

describe('the plan’s text', () => {
  it('is the outline word for word, in 24 paragraphs', () => {
    const words = [...texts].map(([id, text]) => `${id}\n${text}`).join('\n\n');
    expect(texts.size).toBe(24);
    expect(createHash('sha256').update(words).digest('hex')).toBe(WORDS_SHA256);
  });

  it('gives every paragraph its headings and titles in both languages', () => {
    for (const { id, title, titleEn, path: headings, pathEn } of bundle.plan.docs[0]?.paragraphs ??
      []) {
      expect([id, title, titleEn, headings.length, pathEn?.length]).toEqual([
        id,
        expect.any(String),
        expect.any(String),
        1,
        1,
      ]);
    }
  });
});

describe('the phrases', () => {
  const listQuotes = (): Map<string, Set<string>> => {
    const quotes = new Map<string, Set<string>>();
    const refs = [...features.map(({ properties }) => properties), ...bundle.indicators].flatMap(
      ({ planRefs }) => planRefs,
    );
    for (const { para, quote } of refs)
      quotes.set(para, (quotes.get(para) ?? new Set()).add(quote));
    return quotes;
  };

  it('occur once in their paragraph', () => {
    for (const [para, quotes] of listQuotes()) {
      for (const quote of quotes)
        expect([para, quote, texts.get(para)!.split(quote).length - 1]).toEqual([para, quote, 1]);
    }
  });

  it('can each be clicked: they nest or part, and each owns a character that no shorter one covers', () => {
    for (const [para, quotes] of listQuotes()) {
      const text = texts.get(para)!;
      const ranges = [...quotes].map((quote) => ({
        quote,
        start: text.indexOf(quote),
        end: text.indexOf(quote) + quote.length,
      }));
      for (const range of ranges) {
        const partial = ranges.filter(
          ({ start, end }) => start > range.start && start < range.end && end > range.end,
        );
        expect(partial, `${para}: “${range.quote}” overlaps another`).toEqual([]);
        const shorter = ranges.filter(({ start, end }) => end - start < range.end - range.start);
        const owned = Array.from({ length: text.length }, (_, at) => at).filter(
          (at) =>
            at >= range.start &&
            at < range.end &&
            !shorter.some(({ start, end }) => at >= start && at < end),
        );
        expect(owned.length, `${para}: “${range.quote}” owns no character`).toBeGreaterThan(0);
      }
    }
  });

  it('never take the iron-rich 高铁 of the farming paragraph for a railway', () => {
    const farming = features.filter(({ properties }) =>
      properties.planRefs.some(({ para }) => para === 'positioning-specialty-agriculture'),
    );
    expect(farming.map(({ properties }) => properties.layer)).toEqual(['clusters']);
  });
});

describe('the features', () => {
  it('are all there', () => {
    const counts = Object.fromEntries(bundle.layers.map(({ id }) => [id, listOf(id).length]));
    expect(counts).toEqual({
      ...{
        corridors: 8,
        ring: 1,
        links: 12,
        roads: 14,
        railways: 3,
        nodes: 7,
        zones: 4,
        sights: 16,
        parks: 4,
      },
      ...{
        clusters: 5,
        energy: 5,
        mines: 14,
        airport: 1,
        logistics: 8,
        seats: 13,
        villages: 21,
        context: 5,
      },
      ...{ water: 1, boundary: 1 },
    });
  });

  it('are named in both languages, and so are their facts', () => {
    for (const { properties } of features) {
      expect([properties.id, properties.nameEn]).toEqual([
        properties.id,
        expect.stringMatching(/[A-Za-z]/),
      ]);
      for (const { labelEn, valueEn } of properties.attributes ?? []) {
        expect([properties.id, labelEn, valueEn]).toEqual([
          properties.id,
          expect.any(String),
          expect.any(String),
        ]);
      }
      expect([properties.id, properties.note === undefined]).toEqual([
        properties.id,
        properties.noteEn === undefined,
      ]);
    }
  });

  it('mark every grouping as a reading, with its reason', () => {
    for (const { properties } of ['corridors', 'ring', 'links', 'zones'].flatMap(listOf)) {
      expect(properties.accuracy).toMatchObject({ class: 'inferred', label: '推断，非规划原文' });
      expect(properties.accuracy.note ?? properties.note).toBeTruthy();
    }
  });

  it('show the airport as one proposed point and never a runway', () => {
    const [airport] = listOf('airport');
    expect(airport).toMatchObject({
      geometry: { type: 'Point' },
      properties: { status: 'proposed' },
    });
  });

  it('use every source that is listed, and every source of a fact is among the feature’s own', () => {
    const used = new Set(
      bundle.indicators.flatMap(({ known }) => known.map(({ source }) => source)),
    );
    for (const { properties } of features) {
      for (const source of properties.sources) used.add(source);
      for (const { source } of properties.attributes ?? [])
        expect(properties.sources).toContain(source);
    }
    expect(bundle.sources.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it('link the county seat with each of the twelve other seats', () => {
    for (const { geometry, properties } of listOf('links')) {
      const seat = listOf('seats').find(({ properties: { id } }) => id === properties.members?.[1]);
      const line = geometry?.type === 'LineString' ? geometry.coordinates : [];
      expect(line[0]).toEqual([113.4053, 38.0853]);
      expect(seat?.geometry).toMatchObject({ coordinates: line.at(-1) });
    }
  });
});

describe('the maker', () => {
  it.each([...makeBundleFiles().keys()])('makes %s again byte for byte', (name) => {
    expect(readFileSync(path.join(DATA_FOLDER, name), 'utf8')).toBe(makeBundleFiles().get(name));
  });
});
