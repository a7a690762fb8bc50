/**
 * Every figure that the audit answers, changed alone by ±5 %: it must be badged 不符. Counts, years and ranks are whole
 * numbers; where 5 % is less than one, they change by one.
 */
import { describe, expect, it } from 'vitest';
import { auditBundle } from '../../../src/analysis/audit/audit-bundle.ts';
import type { AuditItem } from '../../../src/contracts/analysis.ts';
import type { PlanBundle, PlanFeature } from '../../../src/contracts/bundle.ts';
import { changeFeature, changeMeasure, copyShippedBundle, featureOf } from './shipped.ts';

const FACTORS = [0.95, 1.05] as const;
const bundle = await copyShippedBundle();
const answered = auditBundle(bundle).items.filter(({ found }) => found !== null);

/** Whether the audit says 不符 of this very thing: by the item's id, or of what its paragraph or feature counts. */
const isCaught = (seeded: PlanBundle, item: AuditItem): boolean =>
  auditBundle(seeded).items.some(({ id, badge, claim }) => {
    if (badge !== 'differs') return false;
    const isSamePlace =
      id.split('/')[1] === item.id.split('/')[1] ||
      (claim.para !== undefined && claim.para === item.claim.para);
    return id === item.id || (['count', 'list', 'target'].includes(item.kind) && isSamePlace);
  });

const NUMERALS = '零一二三四五六七八九十';
/** A whole number moved by 5 %, or by one where that is more. */
const step = (value: number, factor: number): number =>
  value + Math.sign(factor - 1) * Math.max(1, Math.round(value * 0.05));
/** 四大旅游板块 × 1.05 → 五大旅游板块; 8 镇 × 0.95 → 7 镇. */
function miscount(words: string, factor: number): string {
  return words.replace(/[一二三四五六七八九十]|\d+/, (numeral) =>
    /\d/.test(numeral)
      ? String(step(Number(numeral), factor))
      : NUMERALS[step(NUMERALS.indexOf(numeral), factor)]!,
  );
}

/** A paragraph with other words; citations follow, so that the sentence stays tied to its features. */
function rewrite(seeded: PlanBundle, para: string, from: string, to: string): PlanBundle {
  const docs = seeded.plan.docs.map((doc) => ({
    ...doc,
    paragraphs: doc.paragraphs.map((one) =>
      one.id === para ? { ...one, text: one.text.replaceAll(from, to) } : one,
    ),
  }));
  const follow = <T extends { readonly para: string; readonly quote: string }>(ref: T): T =>
    ref.para === para ? { ...ref, quote: ref.quote.replaceAll(from, to) } : ref;
  const features = seeded.features.features.map((feature): PlanFeature => ({
    ...feature,
    properties: { ...feature.properties, planRefs: feature.properties.planRefs.map(follow) },
  }));
  return { ...seeded, plan: { docs }, features: { ...seeded.features, features } };
}

/** The bundle with the one number changed that an item is about. */
function seed({ id, kind, claim }: AuditItem, factor: number): PlanBundle {
  const [, subject = '', key = ''] = id.split('/');
  const indicatorOf = (name: string) => bundle.indicators.find((one) => one.id === name);
  const changeIndicator = (
    name: string,
    change: (one: PlanBundle['indicators'][number]) => object,
  ): PlanBundle => ({
    ...bundle,
    indicators: bundle.indicators.map((one) =>
      one.id === name ? { ...one, ...change(one) } : one,
    ),
  });
  switch (kind) {
    case 'length':
    case 'area':
    case 'figure':
      return changeMeasure(bundle, subject, key, ({ value }) => ({ value: value * factor }));
    case 'sum': {
      if (!key.startsWith('fact-')) {
        return changeMeasure(bundle, subject, key, ({ value }) => ({ value: value * factor }));
      }
      const at = Number(key.slice('fact-'.length));
      return changeFeature(bundle, subject, ({ attributes = [] }) => ({
        attributes: attributes.map((one, index) =>
          index === at || index === at - 1
            ? {
                ...one,
                value: one.value.replace(String(claim.value), String(claim.value * factor)),
              }
            : one,
        ),
      }));
    }
    case 'target': {
      const { target, planRefs } = indicatorOf(subject)!;
      if (target.value !== undefined) {
        return changeIndicator(subject, () => ({
          target: { ...target, value: target.value! * factor },
        }));
      }
      // No figure is recorded: the words themselves are.
      const [ref] = planRefs;
      return rewrite(bundle, ref!.para, target.text, miscount(target.text, factor));
    }
    case 'year':
      return changeIndicator(subject, ({ year }) => ({ year: step(year, factor) }));
    case 'known':
      return changeIndicator(subject.slice(0, subject.lastIndexOf('-')), ({ known }) => ({
        known: known.map((one) =>
          subject.endsWith(`-${one.year}`) ? { ...one, value: one.value! * factor } : one,
        ),
      }));
    case 'progress':
      return changeIndicator(subject, ({ note }) => ({
        note: note!.replace(String(claim.value), String(claim.value * factor)),
      }));
    case 'count':
    case 'list': {
      const words = claim.text.zh;
      if (claim.para !== undefined)
        return rewrite(bundle, claim.para, key || words, miscount(key || words, factor));
      const change = (text: string): string => text.replaceAll(key, miscount(key, factor));
      return changeFeature(bundle, subject, ({ attributes, note }) => ({
        ...(attributes && {
          attributes: attributes.map((one) => ({ ...one, value: change(one.value) })),
        }),
        ...(note !== undefined && { note: change(note) }),
      }));
    }
    default:
      throw new Error(`nothing seeds an error in "${id}"`);
  }
}

describe('an error of ±5 % in one figure alone', () => {
  it('has every kind of answered figure to look at', () => {
    expect(new Set(answered.map(({ kind }) => kind))).toEqual(
      new Set(['count', 'list', 'target', 'year', 'known', 'progress', 'sum', 'length', 'area']),
    );
    expect(answered.length).toBeGreaterThan(70);
  });

  it.each(FACTORS)('is caught in each of them: × %d', { timeout: 60_000 }, (factor) => {
    const missed = answered.filter((item) => !isCaught(seed(item, factor), item));
    expect(missed.map(({ id }) => id)).toEqual([]);
  });
});

describe('what is inferred or schematic', () => {
  const isSoft = (id: string): boolean =>
    ['inferred', 'schematic'].includes(featureOf(bundle, id).properties.accuracy.class);

  it('is never badged 一致 in the shipped plan', () => {
    const soft = answered.filter(({ featureIds }) => featureIds.some(isSoft));
    expect(soft.length).toBeGreaterThan(30);
    expect(soft.filter(({ badge }) => badge === 'agrees').map(({ id }) => id)).toEqual([]);
  });

  it('is never badged 一致 when everything on the map is inferred', () => {
    const features = bundle.features.features.map((feature) => ({
      ...feature,
      properties: {
        ...feature.properties,
        accuracy: { ...feature.properties.accuracy, class: 'inferred' as const },
      },
    }));
    const { items } = auditBundle({ ...bundle, features: { ...bundle.features, features } });
    const agreeing = items.filter(
      ({ badge, featureIds }) => badge === 'agrees' && featureIds.length > 0,
    );
    expect(agreeing.map(({ id }) => id)).toEqual([]);
    expect(items.filter(({ badge }) => badge === 'schematic').length).toBeGreaterThan(50);
  });
});
