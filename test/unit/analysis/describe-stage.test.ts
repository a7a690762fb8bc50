import { beforeAll, describe, expect, it } from 'vitest';
import { describeStage } from '../../../src/analysis/stage/describe-stage.ts';
import { mergeLengths } from '../../../src/analysis/stage/merge-lengths.ts';
import type { PlanBundle } from '../../../src/contracts/bundle.ts';
import { changeFeature, copyShippedBundle } from './shipped.ts';

let bundle: PlanBundle;
beforeAll(async () => {
  bundle = await copyShippedBundle();
});

describe('what a stage holds', () => {
  it('is said with counts, lengths and honesty: 规划', () => {
    const { text, groups } = describeStage(bundle, { status: 'planned' });
    expect(text.zh).toMatch(
      /^规划新增：内网 12 条、约 \d+ 公里（推断，其中约 \d+ 公里沿现有线路）；/,
    );
    expect(text.en).toMatch(/^Planned: Inner Network 12 lines, about \d+ km \(inferred, /);
    const links = groups[0]!;
    // Twelve links of 303 km in all run out of one seat along the same roads.
    expect(links.lengthKm).toBeGreaterThan(140);
    expect(links.lengthKm).toBeLessThan(200);
    expect(links.alongExistingKm).toBeLessThan(links.lengthKm!);
    expect(links).toMatchObject({ layer: 'links', count: 12, inferredCount: 12 });
  });

  it('calls schematic lines 示意, and follows no road with them: 在建', () => {
    const { text, groups } = describeStage(bundle, { status: 'under-construction' });
    expect(text.zh).toContain('公路 1 条、约 52 公里（示意）');
    expect(groups[0]).toMatchObject({ schematicCount: 1, alongExistingKm: null });
  });

  it('lists what is known from text only: 研究', () => {
    expect(describeStage(bundle, { status: 'proposed' }).text.zh).toBe(
      '研究中：公路 1 项（仅文字）；煤矿 1 处；通用航空机场 1 处（推断）。',
    );
  });

  it('says so when there is nothing', () => {
    expect(describeStage(bundle, { status: 'cancelled' })).toMatchObject({
      count: 0,
      text: { zh: '已取消：无。', en: 'Cancelled: nothing.' },
    });
  });

  it('puts every feature into one stage', () => {
    const statuses = [
      'existing',
      'under-construction',
      'planned',
      'proposed',
      'cancelled',
    ] as const;
    const ids = statuses.flatMap((status) => describeStage(bundle, { status }).featureIds);
    expect(ids.toSorted()).toEqual(
      bundle.features.features.map(({ properties }) => properties.id).toSorted(),
    );
  });
});

describe('what stands by the end of a year', () => {
  it('leaves out what comes later, and lists what has no year', () => {
    const dated = changeFeature(bundle, 'airport', () => ({ phase: { to: 2030 } }));
    const before = describeStage(dated, { horizon: 2025 });
    const after = describeStage(dated, { horizon: 2030 });
    expect(before.featureIds).not.toContain('airport');
    expect(after.featureIds).toContain('airport');
    expect(after.undatedIds).not.toContain('airport');
    expect(before.undatedIds).toContain('taihang-1');
  });

  it('says in both languages, before all else, how many have no year', () => {
    const { text, undatedIds } = describeStage(bundle, { horizon: 2030 });
    const undated = bundle.features.features.filter(
      ({ properties }) => properties.status !== 'existing' && properties.phase === undefined,
    );
    expect(undated.length).toBeGreaterThan(20);
    expect(undatedIds).toHaveLength(undated.length);
    expect(text.zh).toMatch(
      new RegExp(`^到 2030 年底（其中 ${undated.length} 项未注明年份，仍予显示）：`),
    );
    expect(text.en).toMatch(
      new RegExp(
        `^By the end of 2030 \\(${undated.length} of these have no year and are kept\\): `,
      ),
    );
  });

  it('says nothing of years where every feature has one', () => {
    const features = bundle.features.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, phase: { to: 2024 } },
    }));
    const dated = { ...bundle, features: { ...bundle.features, features } };
    expect(describeStage(dated, { horizon: 2025 }).text.zh).toMatch(/^到 2025 年底：/);
  });

  it('goes by the year in which a thing begins where its end is not known, as the map does', () => {
    const begun = changeFeature(bundle, 'airport', () => ({ phase: { from: 2034 } }));
    const summary = describeStage(begun, { horizon: 2030 });
    expect(summary.featureIds).not.toContain('airport');
    expect(describeStage(begun, { horizon: 2035 }).undatedIds).not.toContain('airport');
  });
});

describe('merged lengths', () => {
  const line = [
    [113, 38],
    [113.1, 38],
  ];

  it('count a way once, however often it is drawn and in which direction', () => {
    const once = mergeLengths([line], []).lengthKm;
    expect(once).toBeCloseTo(8.76, 2);
    expect(mergeLengths([line, line.toReversed(), line], []).lengthKm).toBeCloseTo(once, 6);
  });

  it('count both where two lines part, and what follows others', () => {
    const branch = [
      [113, 38],
      [113.05, 38],
      [113.05, 38.05],
    ];
    const { lengthKm, alongKm } = mergeLengths(
      [line, branch],
      [
        [
          [113, 38],
          [113.05, 38],
        ],
      ],
    );
    expect(lengthKm).toBeCloseTo(8.76 + 5.56, 0);
    expect(alongKm).toBeCloseTo(4.38, 0);
  });
});
