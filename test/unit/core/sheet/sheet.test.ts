/** Sheets of the county's plan: lengths on paper against the ground, and a legend of exactly what is drawn. */
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../../../layers/index.ts';
import { createEvaluator } from '../../../../src/core/draw-scene/create-evaluator.ts';
import type { PlanBundle } from '../../../../src/contracts/bundle.ts';
import type { SheetSpec } from '../../../../src/contracts/sheet.ts';
import { buildScene, buildStyle } from '../../../../src/core/build-scene.ts';
import { classify } from '../../../../src/core/classify.ts';
import { createInitialState } from '../../../../src/core/initial-state.ts';
import { featuresById } from '../../../../src/core/lit.ts';
import { layersFromIds, reduce } from '../../../../src/core/reduce.ts';
import { homeBounds } from '../../../../src/core/scene/sources.ts';
import { buildGrid } from '../../../../src/core/sheet/build-grid.ts';
import { drawSheet, type DrawnSheet } from '../../../../src/core/sheet/draw-sheet.ts';
import { layOutSheet } from '../../../../src/core/sheet/lay-out.ts';
import { buildPaperBar } from '../../../../src/core/sheet/paper-bar.ts';
import { createSheetFrame, fitScale } from '../../../../src/core/sheet/sheet-frame.ts';
import { SHEET_WORDS } from '../../../../src/core/sheet/sheet-words.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';
import { findXmlFault } from '../../layers/check-xml.ts';
import { groundDistanceM } from '../ground-distance.ts';

let bundle: PlanBundle;
const evaluator = createEvaluator();
beforeAll(async () => {
  ({ bundle } = await readShippedBundle());
});

const SPEC: SheetSpec = {
  paper: 'A3',
  orientation: 'landscape',
  scale: 250_000,
  center: [113.38, 38.2],
  title: '盂县空间规划总图',
  number: '01',
  compiler: '盂县空间规划图集',
  date: '2026 年 11 月',
  watermark: '',
  grid: 'kilometres',
  hidden: [],
};

function draw(change: Partial<SheetSpec>, layers: readonly string[] | null = null): DrawnSheet {
  let state = reduce(createInitialState(), { type: 'load-done', bundle, problems: [] });
  if (layers)
    state = reduce(state, { type: 'layers', changes: layersFromIds(bundle, [...layers]) });
  const style = buildStyle(bundle, cartography, cartography.flavours.light, 'zh-Hans');
  return drawSheet(
    { ...SPEC, ...change },
    {
      bundle,
      cartography,
      scene: buildScene(state, bundle, cartography, style),
      state,
      evaluator,
      lang: 'zh-Hans',
      words: SHEET_WORDS['zh-Hans'],
      families: { title: 'Noto Sans CJK SC', text: 'Noto Sans CJK SC' },
    },
  );
}

describe('true scale', () => {
  it.each([18, 25, 32, 38.1, 45, 53])('10 km at %s° N are 10 km on paper at every scale', (lat) => {
    for (const scale of [25_000, 50_000, 100_000, 250_000, 500_000]) {
      const frame = createSheetFrame([113.4, lat], scale, 380, 260);
      for (const at of [
        [10, 10],
        [190, 130],
        [370, 250],
      ] as const) {
        const a = frame.unproject(at[0], at[1]);
        const stepMm = 10_000_000 / scale;
        const b = frame.unproject(at[0] + (at[0] > 190 ? -stepMm : stepMm), at[1]);
        expect(Math.abs(groundDistanceM([...a], [...b]) / 10_000 - 1)).toBeLessThan(0.002);
      }
    }
  });

  it('the bar is as long as it says, and no longer than its room', () => {
    for (const scale of [25_000, 75_000, 100_000, 250_000, 300_000, 500_000]) {
      const bar = buildPaperBar(scale, 60);
      expect((bar.widthMm * scale) / 1000).toBeCloseTo(bar.metres, 6);
      expect(bar.widthMm).toBeLessThanOrEqual(60);
      expect(bar.widthMm).toBeGreaterThan(20);
    }
  });

  it('the fitted scale is the largest at which the county lies whole on the sheet', () => {
    const { map } = layOutSheet(SPEC);
    const bounds = homeBounds(bundle);
    const scale = fitScale(bounds, map.width, map.height);
    expect(scale).toBe(300_000);
    expect(fitScale(bounds, map.width * 3, map.height * 3)).toBeLessThan(scale);
  });
});

describe('grids', () => {
  it('kilometres are straight and whole; degrees are named in minutes', () => {
    const frame = createSheetFrame(SPEC.center, SPEC.scale, 290, 250);
    const km = buildGrid('kilometres', frame);
    expect(km.map(({ label }) => label)).toContain('450');
    expect(km.every(({ points }) => points.length === 2)).toBe(true);
    const degrees = buildGrid('degrees', frame);
    expect(degrees.map(({ label }) => label)).toContain('113°30′ E');
    expect(buildGrid('none', frame)).toEqual([]);
  });
});

describe('a sheet', () => {
  it('has a legend of the classes on it and no others, on thirty sheets', () => {
    const themes = [...new Set(bundle.layers.map(({ theme }) => theme))];
    const sets = [
      null,
      ...themes.map((theme) =>
        bundle.layers.filter((layer) => layer.theme === theme).map(({ id }) => id),
      ),
    ];
    let count = 0;
    for (const layers of sets) {
      for (const paper of ['A3', 'A1', 'A0'] as const) {
        for (const orientation of ['landscape', 'portrait'] as const) {
          const sheet = draw({ paper, orientation, hidden: ['clauses', 'sources'] }, layers);
          const byId = featuresById(bundle);
          const drawn = new Set(
            [...sheet.drawn].flatMap(
              (id) => classify(byId.get(id)!, cartography)?.featureClass.id ?? [],
            ),
          );
          const rows = new Set(
            [...sheet.svg.matchAll(/data-class="([^"]+)"/g)].map(([, id]) => id),
          );
          if (sheet.cut.legend === undefined)
            expect([...rows].toSorted()).toEqual([...drawn].toSorted());
          else expect(paper === 'A3').toBe(true);
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThanOrEqual(30);
  }, 120_000);

  it('is whole XML, says what it must, and is the same each time', () => {
    const sheet = draw({ watermark: '征求意见稿' });
    expect(findXmlFault(sheet.svg)).toBeNull();
    for (const words of [
      '盂县空间规划总图',
      '比例尺 1∶250 000',
      '界线仅供示意',
      '推断',
      '图例',
      '规划期限：2021—2025 年',
      '征求意见稿',
      '第 38 带',
    ]) {
      expect(sheet.svg).toContain(words);
    }
    expect(draw({ watermark: '征求意见稿' }).svg).toBe(sheet.svg);
    if (process.env['SHEET_OUT']) {
      writeFileSync(`${process.env['SHEET_OUT']}/a3.svg`, sheet.svg);
      writeFileSync(
        `${process.env['SHEET_OUT']}/a4p.svg`,
        draw({ paper: 'A4', orientation: 'portrait', scale: 500_000, grid: 'degrees' }).svg,
      );
      writeFileSync(
        `${process.env['SHEET_OUT']}/a1.svg`,
        draw({ paper: 'A1', scale: 125_000 }).svg,
      );
    }
  });

  it('leaves off what is hidden', () => {
    const sheet = draw({
      hidden: ['title', 'legend', 'location', 'scale', 'sources', 'clauses', 'north'],
      grid: 'none',
    });
    expect(sheet.layout.side.width).toBe(0);
    expect(sheet.svg).not.toContain('图例');
    expect(sheet.layout.map.width).toBe(400);
  });
});
