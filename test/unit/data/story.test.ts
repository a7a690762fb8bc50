import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanBundle, Story, StoryScene } from '../../../src/contracts/bundle.ts';
import type { ViewerState } from '../../../src/contracts/state.ts';
import { countBundle } from '../../../src/core/count-bundle.ts';
import { featureBounds } from '../../../src/core/feature-bounds.ts';
import { createInitialState } from '../../../src/core/initial-state.ts';
import { reduce } from '../../../src/core/reduce.ts';
import {
  lensPlayRequest,
  sceneRequests,
  storyOf,
  toLens,
  totalSeconds,
} from '../../../src/core/story/apply-scene.ts';
import { findParagraph } from '../../../src/core/story/capture-scene.ts';
import { parseNotes } from '../../../src/core/story/parse-notes.ts';
import { readShippedBundle } from '../../tools/read-shipped-bundle.ts';

let bundle: PlanBundle;
let story: Story;
let ready: ViewerState;

beforeAll(async () => {
  bundle = (await readShippedBundle()).bundle;
  story = storyOf(bundle)!;
  ready = reduce(createInitialState(), { type: 'load-done', bundle, problems: [] });
});

const show = (scene: StoryScene, from: ViewerState = ready): ViewerState =>
  sceneRequests(scene, from).reduce(reduce, from);
const sceneOf = (id: string): StoryScene => story.scenes.find((scene) => scene.id === id)!;
const propertiesOf = (id: string) =>
  bundle.features.features.find(({ properties }) => properties.id === id)!.properties;

describe('the story of Yu County', () => {
  it('has 14 to 18 scenes, an opening and a closing slide, and lasts 12 to 18 minutes', () => {
    expect(story.scenes.length).toBeGreaterThanOrEqual(14);
    expect(story.scenes.length).toBeLessThanOrEqual(18);
    expect([story.opening?.title, story.closing?.title]).toEqual(['盂县“十四五”规划汇报', '谢谢']);
    expect(totalSeconds(story)).toBeGreaterThan(12 * 60);
    expect(totalSeconds(story)).toBeLessThan(18 * 60);
    for (const { durationS } of story.scenes) {
      expect(durationS).toBeGreaterThanOrEqual(20);
      expect(durationS).toBeLessThanOrEqual(60);
    }
  });

  it('tells in its notes how many scenes and minutes there are', () => {
    const minutes = Math.round(totalSeconds(story) / 60);
    expect(story.opening?.notes).toContain(`**${minutes} 分钟**`);
    expect(story.opening?.notes).toContain(`**${story.scenes.length} 场**`);
    expect(story.opening?.notesEn).toContain(`**${minutes} minutes**`);
    expect(story.opening?.notesEn).toContain(`**${story.scenes.length} scenes**`);
  });

  it('shows each scene whole from any other: layers, lens, focus, clause, comparison', () => {
    let state = ready;
    for (const scene of [...story.scenes, ...story.scenes.toReversed()]) {
      state = show(scene, state);
      expect(state.scene, scene.id).toBe(scene.id);
      expect(state.selection.features, scene.id).toEqual(scene.focus);
      expect(state.selection.clause, scene.id).toBe(scene.clauses[0]!.para);
      expect(state.lens, scene.id).toEqual(toLens(scene.lensPlay?.before ?? scene.lens));
      const visible = Object.keys(state.layers).filter((id) => state.layers[id]!.isVisible);
      expect(visible.toSorted(), scene.id).toEqual([...scene.layers!].toSorted());
      expect(state.tool?.name ?? null, scene.id).toBe(scene.compare ? 'compare' : null);
      expect(state.goal.kind, scene.id).toBe(scene.camera ? 'camera' : 'features');
    }
  });

  it('puts opacities back that someone has changed', () => {
    const faded = reduce(ready, { type: 'layers', changes: { corridors: { opacity: 0.2 } } });
    expect(show(sceneOf('story-four-zong'), faded).layers['corridors']?.opacity).toBe(1);
  });

  it('has a focus in every scene, all of it on the map, in its layers', () => {
    for (const { id, focus = [], fit, layers = [] } of story.scenes) {
      expect(focus, id).not.toEqual([]);
      for (const feature of focus)
        expect(layers, `${id} ${feature}`).toContain(propertiesOf(feature).layer);
      expect(featureBounds(bundle, fit ?? focus), id).not.toBeNull();
    }
  });

  it.each([
    ['story-four-zong', 4, 'zong'],
    ['story-four-heng', 4, 'heng'],
    ['story-four-zones', 4, 'zone'],
    ['story-clusters', 5, 'cluster'],
    ['story-outer-ring', 1, 'ring'],
    ['story-inner-network', 12, 'link'],
    ['story-airport', 1, 'general-airport'],
  ])('%s has as many in focus as its words say: %i', (id, count, kind) => {
    expect(sceneOf(id).focus!.map((feature) => propertiesOf(feature).kind)).toEqual(
      Array.from({ length: count }, () => kind),
    );
  });

  it('counts the rest as its words do: three parks, one hub and seven centres, the whole network', () => {
    const kinds = (id: string): string[] => sceneOf(id).focus!.map((one) => propertiesOf(one).kind);
    expect(kinds('story-parks').filter((kind) => kind === 'park')).toHaveLength(3);
    expect(kinds('story-logistics').filter((kind) => kind === 'logistics-hub')).toHaveLength(1);
    expect(kinds('story-logistics').filter((kind) => kind === 'logistics-node')).toHaveLength(7);
    const whole = sceneOf('story-whole-network').focus!;
    expect(new Set(whole).size).toBe(4 + 4 + 1 + 12);
    expect(sceneOf('story-whole-network').pulse).toBe(true);
  });

  it('quotes the plan word for word in clauses, captions and notes', () => {
    const text = bundle.plan.docs
      .flatMap(({ paragraphs }) => paragraphs.map((one) => one.text))
      .join('\n');
    const titles = bundle.plan.docs.flatMap(({ paragraphs }) =>
      paragraphs.map(({ title }) => title),
    );
    for (const scene of story.scenes) {
      for (const clause of scene.clauses) {
        expect(findParagraph(bundle, clause)?.text, scene.id).toContain(clause.quote ?? '');
      }
      for (const notes of [scene.notes!, scene.notesEn!]) {
        for (const block of parseNotes(notes)) {
          if (block.kind !== 'quote') continue;
          const words = block.lines.map((line) => line.map((span) => span.text).join('')).join('');
          const quote = words.replace(/ \([^)]*\)$/, '');
          expect(
            [text, ...titles].some((one) => one.includes(quote)),
            `${scene.id}: ${quote}`,
          ).toBe(true);
        }
      }
      for (const [, quote] of scene.caption.matchAll(/“([^”]{4,})”/g)) {
        const words = quote!.replaceAll('‘', '“').replaceAll('’', '”');
        expect(text, `${scene.id}: ${quote}`).toContain(words);
      }
    }
  });

  it('says 推断，非规划原文 wherever inferred geometry is in focus or named, in both languages', () => {
    for (const scene of story.scenes) {
      const isInferred = scene.focus!.some((id) => propertiesOf(id).accuracy.class === 'inferred');
      const showsInferred = ['corridors', 'zones', 'parks', 'airport', 'ring', 'links'].some((id) =>
        scene.layers!.includes(id),
      );
      if (isInferred) expect(scene.caption + scene.notes, scene.id).toContain('推断，非规划原文');
      if (isInferred)
        expect(`${scene.captionEn}${scene.notesEn}`, scene.id).toMatch(/own reading|infer/);
      if (showsInferred) {
        expect(scene.caption + scene.notes, scene.id).toMatch(/推断/);
      }
    }
  });

  it('is honest about how much is sure: its numbers are the bundle’s', () => {
    const { features, inferred, textOnly } = countBundle(bundle, []);
    const count = (name: string): number =>
      bundle.features.features.filter(({ properties }) => properties.accuracy.class === name)
        .length;
    const { caption, captionEn } = sceneOf('story-certainty');
    const expected = [features, count('digitised'), count('schematic'), inferred, textOnly].map(
      String,
    );
    expect(caption.match(/\d+/g)).toEqual(expected);
    expect(captionEn?.match(/\d+/g)).toEqual(expected);
  });

  it('speaks both languages, in captions short enough for the hall', () => {
    for (const scene of story.scenes) {
      for (const part of ['titleEn', 'captionEn', 'notes', 'notesEn'] as const) {
        expect(scene[part]?.trim(), `${scene.id} ${part}`).toBeTruthy();
      }
      expect(scene.caption.length, scene.id).toBeLessThanOrEqual(80);
      expect(scene.captionEn!.length, scene.id).toBeLessThanOrEqual(230);
    }
  });

  it('plays the lens in one scene and compares in another', () => {
    const play = lensPlayRequest(sceneOf('story-targets-2025'))!;
    const state = reduce(show(sceneOf('story-targets-2025')), play);
    expect([state.lens, state.scene]).toEqual([toLens(), 'story-targets-2025']);
    expect(lensPlayRequest(sceneOf('story-opening'))).toBeNull();
    expect(show(sceneOf('story-targets-2030')).compare.stages.left).toEqual(['existing']);
  });
});
