import { describe, expect, it } from 'vitest';
import type { PlanBundle, Story, StoryScene } from '../../../src/contracts/bundle.ts';
import { buildHandout, type HandoutPage } from '../../../src/core/handout/build-handout.ts';
import { createBundle } from '../../fixtures/create-bundle.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

const createScene = (scene: Partial<StoryScene> & { readonly id: string }): StoryScene => ({
  title: scene.id,
  caption: '说明',
  durationS: 30,
  clauses: [{ doc: 'outline', para: 'city', quote: '四纵四横' }],
  ...scene,
});

const createStory = (story: Partial<Story> = {}): Story => ({
  id: 'briefing',
  version: '1',
  title: '汇报',
  scenes: [createScene({ id: 'one' }), createScene({ id: 'two' })],
  ...story,
});

const bundle = (): PlanBundle => createBundle();
const kindsOf = (pages: readonly HandoutPage[]): string[] => pages.map(({ kind }) => kind);

describe('buildHandout', () => {
  it('numbers opening, scenes, closing and index in the order of the pages', () => {
    const slide = { title: '谢谢', durationS: 10 };
    const pages = buildHandout(bundle(), createStory({ opening: slide, closing: slide }));
    expect(kindsOf(pages)).toEqual(['opening', 'scene', 'scene', 'closing', 'index']);
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5]);
  });

  it('opens with the title of a story that has no slides', () => {
    const [first, ...rest] = buildHandout(bundle(), createStory());
    expect(first).toMatchObject({ kind: 'opening', slide: { title: '汇报' } });
    expect(kindsOf(rest)).toEqual(['scene', 'scene', 'index']);
  });

  it('lists each paragraph once, in the order of the plan, with its quotes and its pages', () => {
    const pages = buildHandout(
      bundle(),
      createStory({
        scenes: [
          createScene({
            id: 'one',
            clauses: [
              { doc: 'outline', para: 'logistics', quote: '县城物流网络' },
              { doc: 'outline', para: 'city', quote: '四纵四横' },
            ],
          }),
          createScene({
            id: 'two',
            clauses: [
              { doc: 'outline', para: 'city', quote: '四纵四横' },
              { doc: 'outline', para: 'city', quote: '外环内网' },
            ],
          }),
        ],
      }),
    );
    const rows = pages.flatMap((page) => (page.kind === 'index' ? page.rows : []));
    expect(rows.map(({ para, quotes, pages: on }) => [para, quotes, on])).toEqual([
      ['city', ['四纵四横', '外环内网'], [2, 3]],
      ['logistics', ['县城物流网络'], [2]],
    ]);
  });

  it('leaves out clauses that the plan does not have, and has no index of nothing', () => {
    const scenes = [createScene({ id: 'one', clauses: [{ doc: 'outline', para: 'nowhere' }] })];
    const pages = buildHandout(bundle(), createStory({ scenes }));
    expect(kindsOf(pages)).toEqual(['opening', 'scene']);
  });

  it('takes two pictures of a scene that plays the lens or compares stages, else one', () => {
    const scenes = [
      createScene({ id: 'still', lens: { horizon: 2025 } }),
      createScene({
        id: 'play',
        lensPlay: { before: { statuses: ['existing'] }, after: {} },
      }),
      createScene({
        id: 'compare',
        compare: {
          pair: 'status',
          layout: 'swipe',
          stages: { left: ['existing'], right: ['planned'] },
        },
      }),
    ];
    const pages = buildHandout(bundle(), createStory({ scenes }));
    const shots = pages.flatMap((page) => (page.kind === 'scene' ? [page.shots] : []));
    expect(shots.map((list) => list.map(({ id }) => id))).toEqual([
      ['still'],
      ['play/before', 'play/after'],
      ['compare/before', 'compare/after'],
    ]);
    expect(shots[0]![0]!.lens.horizon).toBe(2025);
    expect(shots[2]!.map(({ lens }) => lens.statuses)).toEqual([['existing'], ['planned']]);
  });

  it('goes on with the index on another page when one is full', () => {
    const paragraphs = Array.from({ length: 60 }, (_, index) => ({
      id: `p${index}`,
      title: `第${index}段`,
      path: ['目标'],
      text: '把全面领导贯彻到各方面',
    }));
    const given = bundle();
    const long = {
      ...given,
      plan: { docs: [{ ...given.plan.docs[0]!, paragraphs }] },
    };
    const clauses = paragraphs.map(({ id }) => ({ doc: 'outline', para: id, quote: '全面领导' }));
    const pages = buildHandout(
      long,
      createStory({ scenes: [createScene({ id: 'one', clauses })] }),
    );
    const parts = pages.flatMap((page) => (page.kind === 'index' ? [page] : []));
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index + 1));
    expect(parts.flatMap(({ rows }) => rows.map(({ para }) => para))).toEqual(
      paragraphs.map(({ id }) => id),
    );
  });

  it('has every quotation of the shipped story, each word for word in its paragraph', async () => {
    const { bundle: shipped } = await readShippedBundle();
    const pages = buildHandout(shipped, shipped.story!);
    const rows = pages.flatMap((page) => (page.kind === 'index' ? page.rows : []));
    const wanted = shipped.story!.scenes.flatMap(({ clauses }) =>
      clauses.flatMap(({ quote }) => quote ?? []),
    );
    expect(wanted.length).toBeGreaterThan(20);
    for (const quote of wanted) {
      const row = rows.find(({ quotes }) => quotes.includes(quote));
      expect(row?.paragraph.text, quote).toContain(quote);
    }
  });
});
