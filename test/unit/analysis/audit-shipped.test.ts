import { beforeAll, describe, expect, it } from 'vitest';
import { auditBundle } from '../../../src/analysis/audit/audit-bundle.ts';
import { TOLERANCES } from '../../../src/analysis/audit/judge.ts';
import type { AuditItem, AuditReport } from '../../../src/contracts/analysis.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import { copyShippedBundle, featureOf } from './shipped.ts';

let bundle: PlanBundle;
let report: AuditReport;
beforeAll(async () => {
  bundle = await copyShippedBundle();
  report = auditBundle(bundle);
});

const itemOf = (id: string): AuditItem => report.items.find((item) => item.id === id)!;

describe('the audit of the shipped plan', () => {
  it('raises no false alarm', () => {
    expect(report.items.filter(({ badge }) => badge === 'differs')).toEqual([]);
  });

  it.each([
    ['count/positioning-livable-city/四纵', 4],
    ['count/positioning-livable-city/四横', 4],
    ['count/positioning-tourism-wellness/四大旅游板块', 4],
    ['count/goals-economy/五大产业集群', 5],
    ['count/devzone/三园', 3],
    ['count/yuxian/8 镇', 8],
    ['count/yuxian/5 乡', 5],
    ['list/goals-economy/五大产业集群', 5],
    ['list/goals-eight-strong-counties/八大强县', 8],
    ['list/one-city-five-bases-五地', 5],
    ['sum/devzone/area', 9.42],
    ['sum/heng-1/lengthInCounty', 49.2],
    ['figure/g338/lengthClosed', 29.187],
    ['figure/yuxian/area', 2507.58],
    ['target/gdp-2025', 200],
    ['target/income-ratio-2025', 1.7],
    ['target/rank-2030', 20],
    ['target/rank-2035', 10],
    ['progress/gdp-2025', 77.59],
  ])('answers %s with %d', (id, value) => {
    expect(itemOf(id).found?.value).toBeCloseTo(value, 2);
  });

  it('shows 9.42 = 3.06 + 2.53 + 3.83 as its working', () => {
    const { working, badge } = itemOf('sum/devzone/area');
    expect(badge).toBe('agrees');
    expect(working.map(({ operator, value, featureIds }) => [operator, value, featureIds])).toEqual(
      [
        [null, 3.06, ['park-nanlou']],
        ['+', 2.53, ['park-xiushui']],
        ['+', 3.83, ['park-xiyan']],
      ],
    );
  });

  it('never says of an inferred or schematic thing that it agrees', () => {
    const agreeing = report.items.filter(({ badge }) => badge === 'agrees');
    const classes = agreeing.flatMap(({ featureIds }) =>
      featureIds.map((id) => featureOf(bundle, id).properties.accuracy.class),
    );
    expect(classes.length).toBeGreaterThan(10);
    expect(classes.filter((one) => one === 'inferred' || one === 'schematic')).toEqual([]);
  });

  it('badges every corridor, zone, ring and link 示意, with the reason', () => {
    const readings = report.items.filter(({ featureIds }) =>
      featureIds.some((id) =>
        ['corridors', 'zones', 'ring', 'links'].includes(featureOf(bundle, id).properties.layer),
      ),
    );
    expect(readings.length).toBeGreaterThan(25);
    for (const { id, badge, note } of readings) {
      expect([id, badge, note === null]).toEqual([id, 'schematic', false]);
    }
  });

  it.each([
    ['figure/s45-tianli/lengthStated', '伸出县域'],
    ['figure/g5-jingkun/lengthStated', '伸出县域'],
    ['figure/taihang-1/lengthStated', '示意线'],
    ['figure/yangda/lengthStated', '没有图形'],
    ['figure/airport/runwayLength', '没有这条线'],
    ['figure/airport/investment', '金额'],
    ['figure/devzone/areaStart', '没有图形'],
    ['figure/xiyan/area', '没有范围'],
    ['outcome/gdp-2025', '2024'],
  ])('says why %s cannot be answered', (id, reason) => {
    expect(itemOf(id)).toMatchObject({ badge: 'unanswerable', found: null, tolerance: null });
    expect(itemOf(id).note?.zh).toContain(reason);
  });

  it('gives every recorded figure of a geometry an answer', () => {
    const recorded = bundle.features.features.flatMap(({ properties }) =>
      Object.entries(properties.measure ?? {})
        .filter(([, { stated }]) => !stated)
        .map(([key]) => `figure/${properties.id}/${key}`),
    );
    expect(recorded.length).toBeGreaterThan(35);
    for (const id of recorded) expect([id, itemOf(id)?.badge]).not.toContain('unanswerable');
  });

  it('has no two items of one id, and words in both languages', () => {
    const ids = report.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, subject, claim, note, working } of report.items) {
      const words = [
        subject,
        claim.text,
        ...(note ? [note] : []),
        ...working.map((step) => step.label),
      ];
      expect([id, words.some(({ zh, en }) => zh === '' || en === '')]).toEqual([id, false]);
    }
  });

  it('tallies its items', () => {
    expect(Object.values(report.tally).reduce((total, one) => total + one, 0)).toBe(
      report.items.length,
    );
  });

  it('keeps every tolerance below the 5 % that must be caught', () => {
    for (const tolerance of Object.values(TOLERANCES)) expect(tolerance).toBeLessThan(0.045);
    for (const { tolerance } of report.items) expect(tolerance ?? 0).toBeLessThan(0.045);
  });
});

describe('the coverage of the shipped plan', () => {
  it('accounts for all 24 paragraphs: 18 mapped, 6 declared non-spatial', () => {
    expect(report.coverage).toMatchObject({ total: 24, mapped: 18, nonSpatial: 6, unaccounted: 0 });
    for (const { state, featureIds, reason } of report.coverage.paragraphs) {
      expect(state === 'mapped' ? featureIds.length > 0 : reason !== null).toBe(true);
    }
  });

  it('counts every feature once by certainty', () => {
    const ids = report.coverage.byCertainty.flatMap(({ featureIds }) => featureIds);
    expect(ids.toSorted()).toEqual(
      bundle.features.features.map(({ properties }) => properties.id).toSorted(),
    );
  });

  it('tells what the plan names from what is read into it', () => {
    const network = report.coverage.paragraphs.find(
      ({ para }) => para === 'positioning-livable-city',
    );
    expect(network?.namedIds).toContain('zong-1');
    expect(network?.namedIds).not.toContain('context-hedi');
  });
});
