import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle } from '../../../../src/contracts/bundle.ts';
import type { Problem } from '../../../../src/contracts/errors.ts';
import { checkSchema } from '../../../../src/cli/schema-check.ts';
import { checkBundle } from '../../../../src/core/check-bundle.ts';
import { findNearIds, findNearQuote } from '../../../../src/core/draft-fixes/find-near.ts';
import { listFixes, tryFix } from '../../../../src/core/draft-fixes/list-fixes.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

// A copy that a test may break at will.
// eslint-disable-next-line typescript/no-explicit-any
type Loose = Record<string, any>;

let shipped: PlanBundle;
beforeAll(async () => {
  shipped = (await readShippedBundle()).bundle;
});

const check = (bundle: PlanBundle): readonly Problem[] => checkBundle(bundle, checkSchema);

const breakIt = (change: (copy: Loose) => void): PlanBundle => {
  const copy = JSON.parse(JSON.stringify(shipped)) as Loose;
  change(copy);
  return copy as unknown as PlanBundle;
};
const propertiesOf = (copy: Loose, id: string): Loose =>
  copy['features'].features.find((one: Loose) => one['properties'].id === id)['properties'];
const featureOf = (copy: Loose, id: string): Loose =>
  copy['features'].features.find((one: Loose) => one['properties'].id === id);

interface Case {
  readonly name: string;
  readonly code: string;
  readonly change: (copy: Loose) => void;
  /** What the first fix’s button says. */
  readonly first: RegExp;
  readonly least?: number;
}

const CASES: readonly Case[] = [
  {
    name: 'a quote with two wrong characters',
    code: 'quote-not-found',
    change: (copy) => (propertiesOf(copy, 'airport').planRefs[0].quote = '建设孟县通用航空机埸'),
    first: /改引原文“建设盂县通用航空机场”/,
    least: 2,
  },
  {
    name: 'a quote of an indicator',
    code: 'quote-not-found',
    change: (copy) => (copy['indicators'][0].planRefs[0].quote += '呀'),
    first: /改引原文/,
  },
  {
    name: 'an unknown paragraph whose words stand elsewhere',
    code: 'dangling-paragraph',
    change: (copy) => (propertiesOf(copy, 'airport').planRefs[0].para = 'positioning-logistics'),
    first: /改为引用段落“打造现代物流集散地”/,
  },
  {
    name: 'an unknown document',
    code: 'dangling-document',
    change: (copy) => (propertiesOf(copy, 'airport').planRefs[0].doc = 'annex'),
    first: /改为引用段落/,
  },
  {
    name: 'an unknown source of a feature',
    code: 'dangling-source',
    change: (copy) => (propertiesOf(copy, 'airport').sources[0] = 'own-readin'),
    first: /改用 own-reading/,
    least: 3,
  },
  {
    name: 'an unknown source of an attribute',
    code: 'dangling-source',
    change: (copy) =>
      (propertiesOf(copy, 'airport').attributes = [
        { label: '级别', value: 'A', source: 'rumour' },
      ]),
    first: /补一条来源 rumour/,
    least: 2,
  },
  {
    name: 'an unknown source of a document',
    code: 'dangling-source',
    change: (copy) => (copy['plan'].docs[0].source = 'outlin'),
    first: /改用 outline/,
  },
  {
    name: 'an unknown source of an indicator',
    code: 'dangling-source',
    change: (copy) =>
      (copy['indicators'].find((one: Loose) => one['known'].length > 0).known[0].source =
        'gazette-xx'),
    first: /gazette|来源/,
  },
  {
    name: 'an unknown layer',
    code: 'dangling-layer',
    change: (copy) => (propertiesOf(copy, 'airport').layer = 'airports'),
    first: /改用 airport/,
  },
  {
    name: 'an unknown layer of a view',
    code: 'dangling-layer',
    change: (copy) => (copy['views'][0].layers = ['road']),
    first: /改用 roads/,
    least: 2,
  },
  {
    name: 'an unknown feature of a view',
    code: 'dangling-feature',
    change: (copy) => (copy['views'][0].focus = ['xiushuii']),
    first: /改用 xiushui/,
    least: 2,
  },
  {
    name: 'an unknown paragraph of a view',
    code: 'dangling-paragraph',
    change: (copy) => (copy['views'][0].para = 'goals-econ'),
    first: /改用 goals-economy/,
    least: 2,
  },
  {
    name: 'an unknown member',
    code: 'dangling-member',
    change: (copy) => propertiesOf(copy, 'zong-1').members.push('g-239'),
    first: /改用 g239/,
    least: 2,
  },
  {
    name: 'a member that is the feature itself',
    code: 'dangling-member',
    change: (copy) => propertiesOf(copy, 'zong-1').members.push('zong-1'),
    first: /删去 zong-1/,
  },
  {
    name: 'a declaration of an unknown paragraph',
    code: 'dangling-paragraph',
    change: (copy) =>
      copy['nonSpatial'].push({ doc: 'outline', para: 'nothing-here', reason: '无' }),
    first: /删去对 nothing-here/,
  },
  {
    name: 'no source',
    code: 'source-missing',
    change: (copy) => (propertiesOf(copy, 'g239').sources = []),
    first: /来源取“/,
    least: 2,
  },
  {
    name: 'no citation',
    code: 'feature-uncited',
    change: (copy) => (propertiesOf(copy, 'airport').planRefs = []),
    first: /引用段落“打造现代物流集散地”中的“盂县通用航空机场”/,
  },
  {
    name: 'a paragraph of nobody',
    code: 'paragraph-unaccounted',
    change: (copy) => copy['nonSpatial'].shift(),
    first: /声明“坚持党的全面领导”为非空间内容/,
  },
  {
    name: 'a paragraph that names features',
    code: 'paragraph-unaccounted',
    change: (copy) =>
      copy['plan'].docs[0].paragraphs.push({
        ...{
          id: 'added',
          title: '新段',
          path: [],
          text: '推进天黎高速与阳泉北站衔接，改造国道239线。',
        },
      }),
    first: /引用此段/,
    least: 5,
  },
  {
    name: 'a paragraph both cited and declared',
    code: 'paragraph-cited-and-non-spatial',
    change: (copy) =>
      copy['nonSpatial'].push({ doc: 'outline', para: 'goals-intro', reason: '无' }),
    first: /取消非空间声明/,
  },
  {
    name: 'an inferred one without its label',
    code: 'inferred-unlabelled',
    change: (copy) => delete propertiesOf(copy, 'airport').accuracy.label,
    first: /标注“推断，非规划原文”/,
  },
  {
    name: 'no radius',
    code: 'horizontal-accuracy-missing',
    change: (copy) => delete propertiesOf(copy, 'g239').accuracy.horizontalM,
    first: /数字化类常用的 ±500 米/,
  },
  {
    name: 'a geometry of class unknown',
    code: 'geometry-accuracy-mismatch',
    change: (copy) => (propertiesOf(copy, 'g239').accuracy = { class: 'unknown' }),
    first: /数字化，±\d+ 米/,
    least: 5,
  },
  {
    name: 'no geometry and a class',
    code: 'geometry-accuracy-mismatch',
    change: (copy) => (featureOf(copy, 'airport').geometry = null),
    first: /改为“未知”/,
  },
  {
    name: 'swapped axes',
    code: 'outside-extent',
    change: (copy) => featureOf(copy, 'airport').geometry.coordinates.reverse(),
    first: /对调/,
  },
  {
    name: 'a place outside',
    code: 'outside-extent',
    change: (copy) => (featureOf(copy, 'airport').geometry.coordinates = [114.2, 38.1]),
    first: /扩大到 112.7, 37.75, 114.2, 38.75/,
  },
  {
    name: 'two features of one id',
    code: 'duplicate-feature',
    change: (copy) => (propertiesOf(copy, 'g207').id = 'g239'),
    first: /后一个改用标识 g239-2/,
  },
  {
    name: 'a layer twice',
    code: 'duplicate-layer',
    change: (copy) => copy['layers'].push(copy['layers'][0]),
    first: /只留一个/,
    least: 2,
  },
  {
    name: 'two paragraphs of one id',
    code: 'duplicate-paragraph',
    change: (copy) =>
      copy['plan'].docs[0].paragraphs.push({
        ...copy['plan'].docs[0].paragraphs[1],
        text: '别的话。',
      }),
    first: /后一个改用标识 principle-party-2/,
  },
  {
    name: 'an address without http',
    code: 'unsafe-url',
    change: (copy) => (copy['sources'][0].url = 'www.example.gov.cn/plan'),
    first: /改为 https:\/\/www/,
    least: 2,
  },
  {
    name: 'an address that runs',
    code: 'unsafe-url',
    change: (copy) => (copy['sources'][0].url = 'java\tscript:alert(1)'),
    first: /删去网址/,
  },
  {
    name: 'a property that the schema does not know',
    code: 'schema-unknown-property',
    change: (copy) => (propertiesOf(copy, 'g239').lanes = 4),
    first: /“lanes”改作属性/,
    least: 2,
  },
  {
    name: 'a stage in other words',
    code: 'schema-enum',
    change: (copy) => (propertiesOf(copy, 'g239').status = '在建'),
    first: /状态改为“在建”/,
    least: 5,
  },
  {
    name: 'no stage',
    code: 'schema-required',
    change: (copy) => delete propertiesOf(copy, 'g239').status,
    first: /状态改为/,
    least: 5,
  },
];

const name = ({ code, at, message }: Problem): string => `${code} ${at} ${message}`;

describe('every fix mends what it says, and nothing else breaks', () => {
  it.each(CASES)('$name', ({ code, change, first, least = 1 }) => {
    const broken = breakIt(change);
    const problems = check(broken);
    const problem = problems.find((one) => one.code === code);
    expect(problem, problems.map(name).join('\n')).toBeDefined();
    const fixes = listFixes(broken, problem!, check);
    expect(fixes.map(({ label }) => label.zh).join('\n')).not.toBe('');
    expect(fixes[0]?.label.zh).toMatch(first);
    expect(fixes.length).toBeGreaterThanOrEqual(least);
    for (const fix of fixes) {
      expect(fix.label.en).not.toBe('');
      const after = check(tryFix(broken, fix)).map(name);
      expect(after).not.toContain(name(problem!));
      const known = problems.map(name);
      const isHidden = (one: string): boolean =>
        code === 'duplicate-paragraph' && one.startsWith('paragraph-unaccounted');
      expect(after.filter((one) => !known.includes(one) && !isHidden(one))).toEqual([]);
    }
  });

  it('bears features that break the schema beside the problem', () => {
    const broken = breakIt((copy) => {
      for (const key of ['name', 'planRefs', 'sources', 'accuracy', 'status'])
        delete propertiesOf(copy, 'g239')[key];
      copy['nonSpatial'].shift();
      propertiesOf(copy, 'g207').sources = [];
      propertiesOf(copy, 'airport').planRefs[0].quote = '建设孟县通用航空机场';
    });
    const problems = check(broken);
    expect(problems.length).toBeGreaterThan(6);
    for (const problem of problems) {
      const fixes = listFixes(broken, problem, check);
      if (!problem.code.startsWith('schema-')) expect(fixes, problem.code).not.toEqual([]);
    }
  });

  it('leaves the broken bundle itself as it is', () => {
    const broken = breakIt((copy) => (propertiesOf(copy, 'airport').sources = ['x']));
    const before = JSON.stringify(broken);
    for (const problem of check(broken)) listFixes(broken, problem, check);
    expect(JSON.stringify(broken)).toBe(before);
  });

  it('offers nothing where only the author knows, or for a problem of another bundle', () => {
    const problem = (code: string, at: string, message = ''): Problem => ({
      ...{ code, at, message, severity: 'error', file: 'x', remedy: '' },
    });
    expect(listFixes(shipped, problem('story-empty', 'x'), check)).toEqual([]);
    for (const code of [
      'quote-not-found',
      'feature-uncited',
      'outside-extent',
      'duplicate-feature',
      'unsafe-url',
      'inferred-unlabelled',
    ])
      expect(listFixes(shipped, problem(code, 'nobody'), check)).toEqual([]);
  });
});

describe('what is near', () => {
  it('finds words in spite of lost, added and wrong characters', () => {
    const text = '完善县城物流网络，加快布设乡镇、农村物流网点，发展电商平台。';
    expect(findNearQuote('加快布没乡镇农村物流网点', text)).toBe('加快布设乡镇、农村物流网点');
    expect(findNearQuote('发展电子商务平台', text)).toBe('发展电商平台');
    expect(findNearQuote('修建水库大坝与灌区', text)).toBeNull();
    expect(findNearQuote('', text)).toBe('');
  });

  it('finds ids that differ by a slip', () => {
    expect(findNearIds('G239', ['g239', 'g207', 'x'])[0]).toBe('g239');
    expect(findNearIds('whatever', ['g239'])).toEqual([]);
  });
});
