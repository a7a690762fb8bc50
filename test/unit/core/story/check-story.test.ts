import { beforeAll, describe, expect, it } from 'vitest';
import { checkSchema } from '../../../../src/cli/schema-check.ts';
import type { PlanBundle } from '../../../../src/contracts/bundle.ts';
import { assembleBundle } from '../../../../src/core/assemble-bundle.ts';
import { checkBundle } from '../../../../src/core/check-bundle.ts';
import { readStory } from '../../../../src/core/story/read-story.ts';
import { readShippedBundle } from '../../../tools/read-shipped-bundle.ts';

// A copy that a test may break at will.
// eslint-disable-next-line typescript/no-explicit-any
type Loose = Record<string, any>;

const FILE = 'story.yuxian.json';
let shipped: PlanBundle;
beforeAll(async () => {
  shipped = (await readShippedBundle()).bundle;
});

const check = (breakIt: (story: Loose, scene: (id: string) => Loose) => void) => {
  const copy = JSON.parse(JSON.stringify(shipped)) as Loose;
  const story = copy['story'] as Loose;
  breakIt(story, (id) => story['scenes'].find((scene: Loose) => scene['id'] === `story-${id}`));
  return checkBundle(copy as unknown as PlanBundle, checkSchema, { storyFile: FILE });
};

type Break = (story: Loose, scene: (id: string) => Loose) => void;

it.each<[string, Break, string, string]>([
  [
    'an unknown feature in focus',
    (_, scene) => scene('airport')['focus'].push('runway'),
    'dangling-feature',
    'scene "story-airport" cites unknown feature "runway"',
  ],
  [
    'an unknown feature to fit',
    (_, scene) => (scene('airport')['fit'] = ['runway']),
    'dangling-feature',
    'unknown feature "runway"',
  ],
  [
    'an unknown layer',
    (_, scene) => scene('airport')['layers'].push('airports'),
    'dangling-layer',
    'unknown layer "airports"',
  ],
  [
    'an unknown paragraph',
    (_, scene) => (scene('airport')['clauses'][0].para = 'positioning-x'),
    'dangling-paragraph',
    'unknown paragraph "positioning-x"',
  ],
  [
    'an unknown document',
    (_, scene) => (scene('airport')['clauses'][0].doc = 'annex'),
    'dangling-document',
    'unknown document "annex"',
  ],
  [
    'a quote that the paragraph does not hold',
    (_, scene) => (scene('airport')['clauses'][0].quote = '已建成机场'),
    'quote-not-found',
    'quotes “已建成机场”, which does not occur in paragraph "positioning-modern-logistics"',
  ],
  [
    'a scene that occurs twice',
    (story) => story['scenes'].push({ ...story['scenes'][0] }),
    'duplicate-scene',
    'scene "story-opening" occurs twice',
  ],
  [
    'a scene with the id of a view',
    (_, scene) => (scene('airport')['id'] = 'airport'),
    'duplicate-scene',
    'scene "airport" has the id of a view',
  ],
  [
    'a camera outside the extent',
    (_, scene) => (scene('airport')['camera'] = { center: [38.1, 113.4] }),
    'camera-outside-extent',
    'looks at 38.1, 113.4, outside the extent',
  ],
  [
    'a camera that no map can take',
    (_, scene) => (scene('airport')['camera'] = { pitch: 120 }),
    'camera-out-of-range',
    'has the camera pitch 120',
  ],
  [
    'an empty caption',
    (_, scene) => (scene('airport')['caption'] = '  '),
    'schema-pattern',
    'scene "story-airport": caption is "  "',
  ],
  [
    'a scene of two seconds',
    (_, scene) => (scene('airport')['durationS'] = 2),
    'schema-minimum',
    'scene "story-airport": durationS is 2, against minimum 5',
  ],
  [
    'an unknown part',
    (_, scene) => (scene('airport')['html'] = '<b>'),
    'schema-unknown-property',
    'scene "story-airport" has the unknown property "html"',
  ],
  [
    'a story without a version',
    (story) => delete story['version'],
    'schema-required',
    'story "yuxian-briefing" lacks "version"',
  ],
  [
    'a comparison of no stages',
    (_, scene) => (scene('airport')['compare'] = { pair: 'status', layout: 'swipe' }),
    'compare-incomplete',
    'compares stages and names none',
  ],
  [
    'a comparison and a lens play at once',
    (_, scene) =>
      (scene('targets-2030')['lensPlay'] = { before: { horizon: 2020 }, after: { horizon: 2025 } }),
    'compare-and-play',
    'both compares and plays',
  ],
  [
    'a lens play that changes nothing',
    (_, scene) => (scene('targets-2025')['lensPlay'].after = { statuses: ['existing'] }),
    'lens-play-still',
    'to the same',
  ],
  [
    'a spotlight on nothing',
    (_, scene) => (scene('airport')['focus'] = []),
    'spotlight-on-nothing',
    'no focus',
  ],
  ['a story without scenes', (story) => (story['scenes'] = []), 'story-empty', 'has no scene'],
])('names %s, its file and what to do', (_name, breakIt, code, shown) => {
  const problems = check(breakIt);
  const found = problems.find((problem) => problem.code === code);
  expect(found, JSON.stringify(problems)).toMatchObject({ file: FILE, severity: 'error' });
  expect(found!.message).toContain(shown);
  expect(found!.remedy).not.toBe('');
});

it('finds nothing wrong with the shipped story', () => {
  expect(check(() => undefined)).toEqual([]);
});

describe('a story beside the manifest', () => {
  const manifest = (story: unknown): object => ({ ...shipped, story });
  const read = (story: unknown, files: Readonly<Record<string, string>> = {}) =>
    assembleBundle(manifest(story), (href) =>
      files[href] === undefined ? Promise.reject(new Error('404')) : Promise.resolve(files[href]),
    );

  it('is read from its file or from the manifest itself', async () => {
    const { story } = shipped;
    const apart = await read({ href: 's.json' }, { 's.json': JSON.stringify(story) });
    expect([apart.bundle?.story, apart.storyFile, apart.problems]).toEqual([story, 's.json', []]);
    const inline = await read(story);
    expect([inline.bundle?.story, inline.problems]).toEqual([story, []]);
  });

  it.each<[string, unknown, Readonly<Record<string, string>>, string]>([
    ['cannot be read', { href: 's.json' }, {}, 'file-unreadable'],
    ['is no JSON', { href: 's.json' }, { 's.json': '{' }, 'json-syntax'],
    ['has no scenes', { href: 's.json' }, { 's.json': '{"id":"x"}' }, 'manifest-malformed'],
    ['is a number', 3, {}, 'manifest-malformed'],
    ['has a scene that is none', { scenes: [null] }, {}, 'manifest-malformed'],
  ])('is left out when it %s, and the plan is shown', async (_name, story, files, code) => {
    const { bundle, problems } = await read(story, files);
    expect(bundle?.plan.docs).toHaveLength(1);
    expect(bundle?.story).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('a story from a file', () => {
  const prove = (bundle: PlanBundle) => Promise.resolve(checkBundle(bundle, checkSchema));
  const read = (value: unknown) =>
    readStory(
      typeof value === 'string' ? value : JSON.stringify(value),
      'mine.json',
      shipped,
      prove,
    );

  it('is taken by itself and out of a whole bundle', async () => {
    expect(await read(shipped.story)).toEqual({ story: shipped.story });
    expect(await read(shipped)).toEqual({ story: shipped.story });
  });

  it.each<[string, () => unknown, string, string]>([
    ['is no JSON', () => '{"id": "x",', 'json-syntax', ''],
    ['is a list', () => [], 'no-story', 'holds no JSON object'],
    [
      'is a bundle without a story',
      () => ({ ...shipped, story: undefined }),
      'no-story',
      'holds no story',
    ],
    [
      'belongs to another plan',
      () => ({ ...shipped, bundle: { ...shipped.bundle, id: 'elsewhere' } }),
      'other-bundle',
      'is of the bundle "elsewhere"',
    ],
    [
      'speaks of a feature that this plan lacks',
      () => {
        const copy = structuredClone(shipped.story) as unknown as Loose;
        copy['scenes'][0].focus = ['runway'];
        return copy;
      },
      'dangling-feature',
      'cites unknown feature "runway"',
    ],
  ])('is refused when it %s', async (_name, make, code, shown) => {
    const answer = await read(make());
    expect(answer).toMatchObject({ problems: [{ code, file: 'mine.json' }] });
    if ('problems' in answer) expect(answer.problems[0]!.message).toContain(shown);
  });
});
