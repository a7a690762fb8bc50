/** Series of sheets found in a bundle: the county's, and one made from nothing. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cartography } from '../../../../layers/index.ts';
import type { PlanBundle } from '../../../../src/contracts/bundle.ts';
import { buildScene, buildStyle } from '../../../../src/core/build-scene.ts';
import { classify } from '../../../../src/core/classify.ts';
import { createEvaluator } from '../../../../src/core/draw-scene/create-evaluator.ts';
import { createInitialState } from '../../../../src/core/initial-state.ts';
import { featuresById } from '../../../../src/core/lit.ts';
import { reduce } from '../../../../src/core/reduce.ts';
import { drawSheet } from '../../../../src/core/sheet/draw-sheet.ts';
import {
  listSeries,
  prefixOf,
  specifySeries,
  type Series,
} from '../../../../src/core/sheet/list-series.ts';
import { createSheetFrame, SCALES } from '../../../../src/core/sheet/sheet-frame.ts';
import { layOutSheet } from '../../../../src/core/sheet/lay-out.ts';
import {
  quietLikes,
  showSubject,
  type SeriesWish,
} from '../../../../src/core/sheet/sheet-subject.ts';
import { SHEET_WORDS } from '../../../../src/core/sheet/sheet-words.ts';
import { assembleFiles, readBundleZip } from '../../../../src/io/bundle-zip.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

const WISH: SeriesWish = {
  paper: 'A3',
  orientation: 'landscape',
  grid: 'kilometres',
  hidden: ['clauses'],
  compiler: '',
  date: '2026 年 11 月',
  watermark: '',
};
let county: PlanBundle;
let area: PlanBundle;
beforeAll(async () => {
  ({ bundle: county } = await readShippedBundle());
  const file = 'public/examples/xiongan/xiongan.zip';
  const read = await assembleFiles(readBundleZip(readFileSync(file), file));
  if (!read.bundle) throw new Error(`${file}: ${JSON.stringify(read.problems)}`);
  area = read.bundle;
});

const find = (bundle: PlanBundle, id: string): Series =>
  listSeries(bundle, cartography, 'zh-Hans').find((series) => series.id === id)!;
const titles = (bundle: PlanBundle, id: string): string[] =>
  find(bundle, id).subjects.map(({ title }) => title);

describe('what is offered', () => {
  it('the county has an atlas, themes, zones, corridors and seats, each with a name of the bundle’s own', () => {
    expect(listSeries(county, cartography, 'zh-Hans').map(({ id, name }) => [id, name])).toEqual([
      ['atlas', null],
      ['themes', null],
      ['layer-corridors', '四纵四横'],
      ['layer-zones', '四大旅游板块'],
      ['layer-seats', '县城与乡镇驻地'],
    ]);
    expect(titles(county, 'themes')).toEqual([
      '文旅康养',
      '园区与产业',
      '通用航空',
      '综合交通',
      '现代物流',
    ]);
    expect(find(county, 'layer-corridors').subjects).toHaveLength(8);
    expect(find(county, 'layer-zones').subjects).toHaveLength(4);
    expect(find(county, 'layer-seats').subjects).toHaveLength(13);
  });

  it('a plan without areas and corridors is offered neither, and a seat without a place has no sheet', () => {
    expect(listSeries(area, cartography, 'zh-Hans').map(({ id }) => id)).toEqual([
      'atlas',
      'themes',
      'layer-seats',
    ]);
    expect(titles(area, 'themes')).toEqual(['综合交通']);
    expect(titles(area, 'layer-seats')).toEqual([
      '雄县县城',
      '容城县城',
      '安新县城',
      '寨里组团',
      '昝岗组团',
    ]);
  });

  it('a plan with nothing on the map is offered nothing', () => {
    const empty: PlanBundle = { ...area, features: { type: 'FeatureCollection', features: [] } };
    expect(listSeries(empty, cartography, 'zh-Hans')).toEqual([]);
  });

  it('areas inside the whole have a sheet each, the whole itself has none', () => {
    const outline = county.features.features.find(({ properties }) => properties.id === 'yuxian')!;
    const square = (id: string, west: number): typeof outline => ({
      ...outline,
      properties: { ...outline.properties, id, name: id },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, 38],
            [west + 0.1, 38],
            [west + 0.1, 38.1],
            [west, 38.1],
            [west, 38],
          ],
        ],
      },
    });
    const parted: PlanBundle = {
      ...county,
      features: {
        ...county.features,
        features: [...county.features.features, square('甲乡', 113.2), square('乙乡', 113.4)],
      },
    };
    expect(titles(parted, 'layer-boundary')).toEqual(['甲乡', '乙乡']);
  });
});

describe('each sheet', () => {
  it('has its own number, at the bundle’s first sign or what is given', () => {
    expect(prefixOf(county, cartography)).toBe('盂');
    expect(prefixOf(area, cartography)).toBe('河');
    const sheets = specifySeries(find(county, 'layer-seats'), '盂', WISH);
    expect(sheets[2]!.spec.number).toBe('盂-03/13');
    expect(specifySeries(find(county, 'layer-zones'), '', WISH)[0]!.spec.number).toBe('01/04');
    expect(new Set(sheets.map(({ spec }) => spec.number)).size).toBe(13);
  });

  it('holds what it is about whole, with room round it, at a scale of the list', () => {
    for (const series of listSeries(county, cartography, 'zh-Hans')) {
      for (const { subject, spec } of specifySeries(series, '盂', WISH)) {
        expect(SCALES).toContain(spec.scale);
        const { map } = layOutSheet(spec);
        const { viewport } = createSheetFrame(spec.center, spec.scale, map.width, map.height);
        const [west, south, east, north] = subject.bounds;
        for (const corner of [
          [west, south],
          [east, north],
        ]) {
          const [x, y] = viewport.project(corner);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(viewport.widthPx);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(viewport.heightPx);
        }
      }
    }
  });

  it('a seat stands in the middle of its sheet', () => {
    const byId = featuresById(county);
    for (const { subject, spec } of specifySeries(find(county, 'layer-seats'), '', WISH)) {
      const { geometry } = byId.get(subject.focus!)!;
      if (geometry?.type !== 'Point') throw new Error(`${subject.title} is no point`);
      expect(spec.center[0]).toBeCloseTo(geometry.coordinates[0]!, 6);
      expect(spec.center[1]).toBeCloseTo(geometry.coordinates[1]!, 6);
      expect(spec.scale).toBeLessThanOrEqual(150_000);
    }
  });

  it('draws its feature, selected and in its own layers alone, with a legend of exactly the classes on it', () => {
    const evaluator = createEvaluator();
    const style = buildStyle(county, cartography, cartography.flavours.light, 'zh-Hans');
    const start = reduce(createInitialState(), { type: 'load-done', bundle: county, problems: [] });
    const byId = featuresById(county);
    for (const id of ['themes', 'layer-zones', 'layer-corridors', 'layer-seats']) {
      const [first] = specifySeries(find(county, id), '盂', WISH);
      const { subject, spec } = first!;
      const state = showSubject(start, subject);
      const sheet = drawSheet(spec, {
        bundle: county,
        cartography,
        scene: quietLikes(buildScene(state, county, cartography, style), county, subject.focus),
        state,
        evaluator,
        lang: 'zh-Hans',
        words: SHEET_WORDS['zh-Hans'],
        families: { title: 'Noto Sans CJK SC', text: 'Noto Sans CJK SC' },
      });
      expect(sheet.svg).toContain(`<title>${subject.title}</title>`);
      expect(sheet.svg).toContain(spec.number);
      if (subject.focus !== null) {
        const bare = buildScene(state, county, cartography, style);
        const { looks } = quietLikes(bare, county, subject.focus);
        expect(looks[subject.focus]!.opacity).toBe(1);
        for (const { properties } of county.features.features) {
          if (properties.id === subject.focus) continue;
          const isLike = properties.layer === byId.get(subject.focus)!.properties.layer;
          const before = bare.looks[properties.id]?.opacity ?? 1;
          expect(looks[properties.id]?.opacity ?? 1).toBe(before * (isLike ? 0.35 : 1));
        }
        expect(sheet.drawn).toContain(subject.focus);
        expect(state.selection.features).toEqual([subject.focus]);
      }
      const layers = [...sheet.drawn].map((one) => byId.get(one)!.properties.layer);
      for (const layer of layers) expect(subject.layers).toContain(layer);
      const legend = [...sheet.svg.matchAll(/data-class="([^"]+)"/g)].map(([, cls]) => cls!);
      const classes = [...sheet.drawn].map(
        (one) => classify(byId.get(one)!, cartography)!.featureClass.id,
      );
      expect([...new Set(legend)].sort()).toEqual([...new Set(classes)].sort());
    }
  }, 60_000);
});
