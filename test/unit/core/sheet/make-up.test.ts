/** Sheets that are made up by the user: parts that are moved and renamed, content of a scene, templates. */
import { beforeAll, describe, expect, it } from 'vitest';
import { assert, constantFrom, double, property, tuple } from 'fast-check';
import { cartography } from '../../../../layers/index.ts';
import { checkSchema } from '../../../../src/cli/schema-check.ts';
import type { PlanBundle } from '../../../../src/contracts/bundle.ts';
import { PlanError } from '../../../../src/contracts/errors.ts';
import {
  SHEET_PARTS,
  type SheetSpec,
  type SheetTemplate,
} from '../../../../src/contracts/sheet.ts';
import type { ViewerState } from '../../../../src/contracts/state.ts';
import { buildScene, buildStyle } from '../../../../src/core/build-scene.ts';
import { checkBundle } from '../../../../src/core/check-bundle.ts';
import { classify } from '../../../../src/core/classify.ts';
import { putSheetTemplate, removeSheetTemplate } from '../../../../src/core/draft/edits.ts';
import { joinParts, splitBundle } from '../../../../src/core/draft/split-bundle.ts';
import { createEvaluator } from '../../../../src/core/draw-scene/create-evaluator.ts';
import { createInitialState } from '../../../../src/core/initial-state.ts';
import { featuresById } from '../../../../src/core/lit.ts';
import { reduce } from '../../../../src/core/reduce.ts';
import { drawSheet, type DrawnSheet } from '../../../../src/core/sheet/draw-sheet.ts';
import { layOutSheet } from '../../../../src/core/sheet/lay-out.ts';
import { findOverlaps, placePart, readPlace } from '../../../../src/core/sheet/place-part.ts';
import {
  CURRENT_VIEW,
  drawOnlySelected,
  listSubjects,
  viewForSheet,
  type Emphasis,
} from '../../../../src/core/sheet/sheet-view.ts';
import { SHEET_WORDS } from '../../../../src/core/sheet/sheet-words.ts';
import { readTemplateFile, writeTemplateFile } from '../../../../src/core/sheet/template-file.ts';
import { assembleFiles, readBundleZip, writeBundleZip } from '../../../../src/io/bundle-zip.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';
import { findXmlFault } from '../../layers/check-xml.ts';

let bundle: PlanBundle;
let opened: ViewerState;
const evaluator = createEvaluator();
beforeAll(async () => {
  ({ bundle } = await readShippedBundle());
  opened = reduce(createInitialState(), { type: 'load-done', bundle, problems: [] });
});

const SPEC: SheetSpec = {
  paper: 'A3',
  orientation: 'landscape',
  scale: 300_000,
  center: [113.38, 38.2],
  title: '盂县空间规划总图',
  number: '01',
  compiler: '盂县空间规划图集',
  date: '2026 年 11 月',
  watermark: '征求意见稿',
  grid: 'kilometres',
  hidden: ['clauses'],
};

function draw(
  change: Partial<SheetSpec> = {},
  subject = CURRENT_VIEW,
  { state = opened, emphasis = 'shown' }: { state?: ViewerState; emphasis?: Emphasis } = {},
): DrawnSheet {
  const onPaper = viewForSheet(state, subject, emphasis);
  const style = buildStyle(bundle, cartography, cartography.flavours.light, 'zh-Hans');
  const scene = buildScene(onPaper, bundle, cartography, style);
  return drawSheet(
    { ...SPEC, ...change },
    {
      bundle,
      cartography,
      scene: emphasis === 'only' ? drawOnlySelected(scene, onPaper, bundle, cartography) : scene,
      state: onPaper,
      evaluator,
      lang: 'zh-Hans',
      words: SHEET_WORDS['zh-Hans'],
      families: { title: 'Noto Sans CJK SC', text: 'Noto Sans CJK SC' },
    },
  );
}

const classesInLegend = ({ svg }: DrawnSheet): string[] =>
  [...new Set([...svg.matchAll(/data-class="([^"]+)"/g)].map(([, id]) => id!))].toSorted();

function classesDrawn({ drawn }: DrawnSheet): string[] {
  const byId = featuresById(bundle);
  const ids = [...drawn].flatMap(
    (id) => classify(byId.get(id)!, cartography)?.featureClass.id ?? [],
  );
  return [...new Set(ids)].toSorted();
}

describe('a part that is moved', () => {
  const PAPERS = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
  const size = tuple(
    double({ min: 1, max: 900, noNaN: true }),
    double({ min: 1, max: 900, noNaN: true }),
  );

  it('never leaves the paper, wherever it is meant to stand', () => {
    const far = double({ min: -1e6, max: 1e6, noNaN: true });
    assert(
      property(
        tuple(far, far),
        size,
        constantFrom(...PAPERS),
        constantFrom('portrait' as const, 'landscape' as const),
        (place, [width, height], paper, orientation) => {
          const layout = layOutSheet({ ...SPEC, paper, orientation });
          const { x, y } = placePart(place, { width, height }, layout);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          if (width <= layout.sheet.width) {
            expect(x + width).toBeLessThanOrEqual(layout.sheet.width + 1e-6);
          }
          if (height <= layout.sheet.height) {
            expect(y + height).toBeLessThanOrEqual(layout.sheet.height + 1e-6);
          }
        },
      ),
    );
  });

  it('stands where it was put, to a hundredth of a millimetre', () => {
    const layout = layOutSheet(SPEC);
    const box = { x: 123.4, y: 56.7, width: 78, height: 120 };
    const { x, y } = placePart(readPlace(box, layout), box, layout);
    expect(x).toBeCloseTo(box.x, 2);
    expect(y).toBeCloseTo(box.y, 2);
  });

  it('keeps to its edge on every paper', () => {
    const a3 = layOutSheet(SPEC);
    const box = { x: a3.marginMm, y: a3.sheet.height - a3.marginMm - 60, width: 78, height: 60 };
    const place = readPlace(box, a3);
    for (const paper of PAPERS) {
      const layout = layOutSheet({ ...SPEC, paper });
      const taken = { width: 78 * layout.growth, height: 60 * layout.growth };
      const { x, y } = placePart(place, taken, layout);
      expect(x).toBeCloseTo(layout.marginMm, 3);
      expect(y + taken.height).toBeCloseTo(layout.sheet.height - layout.marginMm, 3);
    }
  });

  it('takes its drawing along and moves no other', () => {
    const before = draw();
    const { legend } = before.boxes;
    const after = draw({
      moved: { legend: readPlace({ ...legend!, x: 20, y: 40 }, before.layout) },
    });
    expect(findXmlFault(after.svg)).toBeNull();
    expect(after.boxes.legend!.x).toBeCloseTo(20, 2);
    expect(after.boxes.legend!.y).toBeCloseTo(40, 2);
    const { legend: _before, ...others } = before.boxes;
    const { legend: _after, ...stayed } = after.boxes;
    expect(stayed).toEqual(others);
    const right = Math.round((20 - legend!.x) * 100) / 100;
    expect(after.svg).toMatch(
      new RegExp(`<g data-part="legend" transform="translate\\(${String(right)}`),
    );
    expect(classesInLegend(after)).toEqual(classesInLegend(before));
  });

  it('has every part in a box of its own on the sheet', () => {
    const { boxes, layout } = draw({ hidden: ['sources'], paper: 'A1' });
    expect(Object.keys(boxes).toSorted()).toEqual(
      SHEET_PARTS.filter((part) => part !== 'sources').toSorted(),
    );
    for (const { x, y, width, height } of Object.values(boxes)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(layout.sheet.width);
      expect(y + height).toBeLessThanOrEqual(layout.sheet.height);
    }
    expect(findOverlaps(boxes, layout.map, {})).toEqual([]);
  });

  it('is told of when it lies over another or the map', () => {
    const { boxes, layout } = draw();
    const legend = { ...boxes.legend!, x: layout.map.x + 5 };
    expect(
      findOverlaps({ ...boxes, legend }, layout.map, { legend: readPlace(legend, layout) }),
    ).toContainEqual({ part: 'legend', over: 'map' });
    const scale = { ...boxes.scale!, y: boxes.legend!.y + 5 };
    expect(
      findOverlaps({ ...boxes, scale }, layout.map, { scale: readPlace(scale, layout) }),
    ).toContainEqual({ part: 'scale', over: 'legend' });
  });
});

it('a heading in the user’s words stands in the place of its own, and an empty one does not', () => {
  const renamed = draw({
    headings: { legend: '图 示', scale: '比例', number: '附图', notes: '说明', period: '' },
  });
  for (const words of [
    '图 示',
    '比例 1∶300 000',
    '附图：01',
    '说明：界线仅供示意',
    '规划期限：2021',
  ])
    expect(renamed.svg).toContain(words);
  for (const words of ['>图例<', '比例尺', '图号：']) expect(renamed.svg).not.toContain(words);
  expect(findXmlFault(draw({ headings: { legend: '<script>&"' } }).svg)).toBeNull();
});

describe('the content', () => {
  it('of every view and scene has a legend of exactly what is drawn', () => {
    const subjects = listSubjects(bundle);
    expect(subjects.length).toBeGreaterThan(bundle.views.length);
    for (const { key } of subjects) {
      const sheet = draw({ paper: 'A0', scale: 125_000, hidden: ['sources', 'clauses'] }, key);
      expect(sheet.cut).toEqual({});
      expect(classesInLegend(sheet)).toEqual(classesDrawn(sheet));
    }
  }, 120_000);

  it('of a scene is the same whatever is on the screen', () => {
    const { key } = listSubjects(bundle).at(-1)!;
    let other = reduce(opened, { type: 'layers', changes: { water: { isVisible: false } } });
    other = reduce(other, { type: 'lens', lens: { statuses: ['existing'] } });
    other = reduce(other, { type: 'hover', features: ['airport'], phrase: null, origin: 'map' });
    expect(draw({}, key, { state: other }).svg).toBe(draw({}, key).svg);
    expect(draw({}, CURRENT_VIEW, { state: other }).svg).not.toBe(draw().svg);
  });

  it('of a scene that is no longer there is the current view', () => {
    expect(draw({}, 'no-such-scene').svg).toBe(draw().svg);
  });

  it('may be what is selected alone, or all else dimmed', () => {
    const state = reduce(opened, { type: 'select', feature: 'airport', origin: 'map' });
    const only = draw({}, CURRENT_VIEW, { state, emphasis: 'only' });
    expect(only.drawn).toContain('airport');
    expect(only.drawn).not.toContain('g5-jingkun');
    expect(classesInLegend(only)).toEqual(classesDrawn(only));
    const dim = draw({}, CURRENT_VIEW, { state, emphasis: 'dim' });
    const shown = draw({}, CURRENT_VIEW, { state });
    expect(dim.svg).not.toBe(shown.svg);
    expect(dim.drawn.size).toBeGreaterThan(only.drawn.size);
    // Nothing is selected: there is nothing to stand out.
    expect(draw({}, CURRENT_VIEW, { emphasis: 'only' }).svg).toBe(draw().svg);
  });
});

const TEMPLATE: SheetTemplate = {
  id: 'county-a2',
  name: '县级总图 A2',
  paper: 'A2',
  orientation: 'portrait',
  grid: 'degrees',
  hidden: ['clauses', 'sources'],
  moved: { legend: [0, 1], title: [0.5, 0.02] },
  headings: { legend: '图 例', number: '附图' },
  compiler: '盂县自然资源局',
  number: '附图 1-{n}',
  watermark: '内部资料',
};
const withTemplates = (sheetTemplates: unknown): PlanBundle =>
  ({ ...bundle, sheetTemplates }) as PlanBundle;

describe('a template', () => {
  it('makes the same sheet after the bundle was zipped and opened again', async () => {
    const parts = new Map(splitBundle(bundle));
    for (const { key, value } of putSheetTemplate(TEMPLATE).changes) parts.set(key, value!);
    const saved = joinParts(parts, bundle);
    expect(saved.sheetTemplates).toEqual([TEMPLATE]);
    expect(checkBundle(saved, checkSchema)).toEqual([]);
    const read = await assembleFiles(readBundleZip(writeBundleZip(saved), 'plan.zip'));
    expect(read.problems).toEqual([]);
    expect(checkBundle(read.bundle!, checkSchema)).toEqual([]);
    const [reopened, made] = [read.bundle!.sheetTemplates![0]!, saved.sheetTemplates![0]!];
    expect(draw(reopened).svg).toBe(draw(made).svg);
    expect(draw(reopened).svg).not.toBe(draw().svg);
    for (const { key } of removeSheetTemplate(TEMPLATE).changes) parts.delete(key);
    expect(joinParts(parts, bundle).sheetTemplates).toBeUndefined();
  });

  it('goes out as a file and comes back the same', () => {
    expect(readTemplateFile(writeTemplateFile(TEMPLATE), 'a.json')).toEqual(TEMPLATE);
  });

  it.each([
    ['{', 'json-syntax'],
    ['null', 'template-unknown'],
    ['{"type":"FeatureCollection","features":[]}', 'template-unknown'],
    [writeTemplateFile(TEMPLATE).replace('"version": 1', '"version": 2'), 'template-unknown'],
  ])('that is none is refused: %s', (text, code) => {
    try {
      readTemplateFile(text, 'a.json');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PlanError);
      expect((error as PlanError).code).toBe(code);
      expect((error as PlanError).problems[0]!.file).toBe('a.json');
    }
  });

  it.each([
    ['an unknown part', { ...TEMPLATE, hidden: ['stamp'] }, 'schema-enum'],
    [
      'an unknown part that is moved',
      { ...TEMPLATE, moved: { stamp: [0, 0] } },
      'schema-unknown-property',
    ],
    [
      'a heading of the title',
      { ...TEMPLATE, headings: { title: 'x' } },
      'schema-unknown-property',
    ],
    ['an infinite place', { ...TEMPLATE, moved: { legend: [0, Infinity] } }, 'schema-type'],
    ['half a place', { ...TEMPLATE, moved: { legend: [0] } }, 'schema-minitems'],
    ['an unknown paper', { ...TEMPLATE, paper: 'B5' }, 'schema-enum'],
    ['no name', { ...TEMPLATE, name: ' ' }, 'schema-pattern'],
    ['a bad id', { ...TEMPLATE, id: '模板' }, 'schema-pattern'],
    ['no paper', { ...TEMPLATE, paper: undefined }, 'schema-required'],
  ])(
    'with %s is told by name, and the rest of the bundle is proved all the same',
    (_what, bad, code) => {
      const broken = withTemplates([bad]);
      const problems = checkBundle(
        { ...broken, nonSpatial: broken.nonSpatial.slice(1) },
        checkSchema,
      );
      expect(problems.map((problem) => problem.code)).toContain(code);
      expect(problems.some(({ message }) => message.startsWith('sheet template "'))).toBe(true);
      // Of a paragraph that nothing accounts for any more.
      expect(problems.some((problem) => problem.code.startsWith('paragraph-'))).toBe(true);
    },
  );

  it('whose id occurs twice is told', () => {
    const problems = checkBundle(withTemplates([TEMPLATE, TEMPLATE]), checkSchema);
    expect(problems).toMatchObject([{ code: 'duplicate-sheet-template', at: 'county-a2' }]);
  });

  it.each([null, 'x', [null], [{ name: 1 }], { 0: TEMPLATE }])(
    'list that is none breaks nothing: %j',
    (list) => {
      const problems = checkBundle(withTemplates(list), checkSchema);
      expect(problems.length).toBeGreaterThan(0);
      expect(joinParts(splitBundle(withTemplates(list)), bundle).features).toEqual(bundle.features);
    },
  );
});
