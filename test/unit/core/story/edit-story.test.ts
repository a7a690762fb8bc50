import { describe, expect, it } from 'vitest';
import type { Story, StoryScene } from '../../../../src/contracts/bundle.ts';
import {
  editStory,
  startEdits,
  type StoryEdit,
  type StoryEdits,
} from '../../../../src/core/story/edit-story.ts';
import { mergeStories, rebaseEdits } from '../../../../src/core/story/merge-stories.ts';

const createScene = (id: string, parts: Partial<StoryScene> = {}): StoryScene => ({
  id,
  title: id,
  clauses: [],
  caption: id,
  durationS: 30,
  ...parts,
});

const createStory = (...ids: string[]): Story => ({
  id: 's',
  version: '1',
  title: 'S',
  scenes: ids.map((id) => createScene(id)),
});

const idsOf = ({ scenes }: Story): string => scenes.map(({ id }) => id).join('');
const edited = (...steps: StoryEdit[]): StoryEdits =>
  steps.reduce(editStory, startEdits(createStory('a', 'b', 'c')));

describe('editing a story', () => {
  it.each<[string, StoryEdit, string]>([
    ['adds in a place', { type: 'add', scene: createScene('x'), at: 1 }, 'axbc'],
    [
      'adds at the end when the place is beyond it',
      { type: 'add', scene: createScene('x'), at: 9 },
      'abcx',
    ],
    ['moves down', { type: 'move', id: 'a', to: 2 }, 'bca'],
    ['moves up', { type: 'move', id: 'c', to: 0 }, 'cab'],
    ['moves no further than the ends', { type: 'move', id: 'b', to: -5 }, 'bac'],
    ['removes', { type: 'remove', id: 'b' }, 'ac'],
    ['replaces all', { type: 'replace', story: createStory('z') }, 'z'],
  ])('%s, and back and forth', (_name, edit, expected) => {
    const edits = edited(edit);
    expect(idsOf(edits.present)).toBe(expected);
    const back = editStory(edits, { type: 'undo' });
    expect(idsOf(back.present)).toBe('abc');
    expect(idsOf(editStory(back, { type: 'redo' }).present)).toBe(expected);
  });

  it('takes a part away that is changed to nothing', () => {
    const edits = edited(
      { type: 'change', id: 'a', change: { spotlight: true } },
      { type: 'change', id: 'a', change: { spotlight: undefined } },
    );
    expect(Object.hasOwn(edits.present.scenes[0]!, 'spotlight')).toBe(false);
  });

  it.each<StoryEdit>([
    { type: 'remove', id: 'nobody' },
    { type: 'move', id: 'nobody', to: 1 },
    { type: 'move', id: 'a', to: 0 },
    { type: 'change', id: 'a', change: { title: 'a' } },
    { type: 'undo' },
    { type: 'redo' },
  ])('is the same object when nothing changes: %j', (edit) => {
    const edits = edited();
    expect(editStory(edits, edit)).toBe(edits);
  });

  it('undoes what was typed without a pause in one step, and another field in another', () => {
    const type = (title: string): StoryEdit => ({
      type: 'change',
      id: 'a',
      change: { title },
      isHeld: true,
    });
    const caption: StoryEdit = { type: 'change', id: 'a', change: { caption: 'k' }, isHeld: true };
    const edits = edited(type('t'), type('ti'), type('tit'), caption);
    expect(edits.past).toHaveLength(2);
    const back = editStory(editStory(edits, { type: 'undo' }), { type: 'undo' });
    expect(back.present.scenes[0]!.title).toBe('a');
  });

  it('forgets the way forward after a new edit', () => {
    const edits = edited(
      { type: 'remove', id: 'a' },
      { type: 'undo' },
      { type: 'remove', id: 'b' },
    );
    expect([edits.future, idsOf(edits.present)]).toEqual([[], 'ac']);
  });

  it('keeps a hundred steps', () => {
    const steps = Array.from({ length: 150 }, (_, n): StoryEdit => ({
      type: 'change',
      id: 'a',
      change: { title: `t${n}` },
    }));
    expect(edited(...steps).past).toHaveLength(100);
  });
});

describe('what two windows made of one story', () => {
  const base = createStory('a', 'b', 'c');
  const change = (story: Story, edit: StoryEdit): Story =>
    editStory(startEdits(story), edit).present;

  it('takes from each what only it changed', () => {
    const mine = change(base, { type: 'change', id: 'a', change: { title: 'A' } });
    const theirs = change(base, { type: 'change', id: 'a', change: { durationS: 55 } });
    const merged = mergeStories(base, mine, theirs);
    expect(merged.scenes[0]).toMatchObject({ title: 'A', durationS: 55 });
    expect(idsOf(merged)).toBe('abc');
  });

  it('keeps both texts where both wrote the same part', () => {
    const mine = change(base, { type: 'change', id: 'a', change: { caption: 'mine' } });
    const theirs = change(base, { type: 'change', id: 'a', change: { caption: 'theirs' } });
    const captions = mergeStories(base, mine, theirs).scenes.map(({ caption }) => caption);
    expect(captions).toEqual(['mine', 'theirs', 'b', 'c']);
    const ids = mergeStories(base, mine, theirs).scenes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it('keeps scenes that both added, even under one id', () => {
    const mine = change(base, { type: 'add', scene: createScene('x', { title: 'mine' }), at: 3 });
    const theirs = change(base, {
      type: 'add',
      scene: createScene('x', { title: 'theirs' }),
      at: 0,
    });
    const titles = mergeStories(base, mine, theirs).scenes.map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['a', 'b', 'c', 'mine', 'theirs']);
  });

  it('deletes what one deleted and the other left, and keeps what the other changed', () => {
    const mine = change(change(base, { type: 'remove', id: 'a' }), { type: 'remove', id: 'b' });
    const theirs = change(base, { type: 'change', id: 'b', change: { title: 'B' } });
    for (const merged of [mergeStories(base, mine, theirs), mergeStories(base, theirs, mine)]) {
      expect(merged.scenes.map(({ title }) => title)).toEqual(['B', 'c']);
    }
  });

  it('takes the order of the one that moved a scene, and the other’s new scene behind its neighbour', () => {
    const mine = change(base, { type: 'add', scene: createScene('x'), at: 1 });
    const theirs = change(base, { type: 'move', id: 'a', to: 2 });
    expect(idsOf(mergeStories(base, mine, theirs))).toBe('bcax');
  });

  it('loses no scene and no text, whatever both did', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const touch = (story: Story, who: string): Story => {
        let next = story;
        for (let step = 0; step < 3; step += 1) {
          const { id } = next.scenes[random(next.scenes.length)]!;
          const edits: StoryEdit[] = [
            {
              type: 'add',
              scene: createScene(`n${random(3)}`, { title: `${who}-${round}-${step}` }),
              at: random(4),
            },
            { type: 'change', id, change: { caption: `${who}-${round}-${step}` } },
            { type: 'move', id, to: random(4) },
          ];
          const edit = edits[random(3)]!;
          if (edit.type === 'add' && next.scenes.some((scene) => scene.id === edit.scene.id))
            continue;
          next = change(next, edit);
        }
        return next;
      };
      const [mine, theirs] = [touch(base, 'm'), touch(base, 't')];
      const text = JSON.stringify(mergeStories(base, mine, theirs));
      const written = [mine, theirs].flatMap(({ scenes }) =>
        scenes.flatMap(({ title, caption }) => [title, caption]),
      );
      for (const words of written.filter((word) => /^[mt]-/.test(word))) {
        expect(text).toContain(words);
      }
      const ids = mergeStories(base, mine, theirs).scenes.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('does not take the other’s work away when mine is undone', () => {
    const mine = editStory(startEdits(base), { type: 'change', id: 'a', change: { title: 'A' } });
    const theirs = change(base, { type: 'add', scene: createScene('x'), at: 3 });
    const rebased = rebaseEdits(mine, base, theirs);
    expect(idsOf(rebased.present)).toBe('abcx');
    const undone = editStory(rebased, { type: 'undo' }).present;
    expect([idsOf(undone), undone.scenes[0]!.title]).toEqual(['abcx', 'a']);
  });
});
