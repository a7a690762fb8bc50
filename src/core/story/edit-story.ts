import type { Story, StoryScene } from '../../contracts/bundle.ts';

/** A story under edit, with the way back and forth. Pure: every step gives a new one. */
export interface StoryEdits {
  readonly past: readonly Story[];
  readonly present: Story;
  readonly future: readonly Story[];
  /** What the last edit changed: further edits of the same are one step to undo. Null: the next is a step of its own. */
  readonly key: string | null;
}

export type StoryEdit =
  /** `at`: place in the list, 0 first; beyond the end is last. */
  | { readonly type: 'add'; readonly scene: StoryScene; readonly at: number }
  /** `isHeld`: more edits of the same parts follow, as while typing; they are one step to undo. */
  | {
      readonly type: 'change';
      readonly id: string;
      readonly change: Partial<Omit<StoryScene, 'id'>>;
      readonly isHeld?: boolean;
    }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'move'; readonly id: string; readonly to: number }
  /** Another story in place of this one: imported, or the shipped one again. */
  | { readonly type: 'replace'; readonly story: Story }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** Steps that can be taken back. */
const MOST_STEPS = 100;

export const startEdits = (story: Story): StoryEdits => ({
  past: [],
  present: story,
  future: [],
  key: null,
});

/** The next state; the same object where the edit changes nothing. */
export function editStory(edits: StoryEdits, edit: StoryEdit): StoryEdits {
  const { past, present, future } = edits;
  switch (edit.type) {
    case 'undo': {
      const before = past.at(-1);
      return before
        ? { past: past.slice(0, -1), present: before, future: [present, ...future], key: null }
        : edits;
    }
    case 'redo': {
      const [next, ...rest] = future;
      return next ? { past: [...past, present], present: next, future: rest, key: null } : edits;
    }
    case 'replace':
      return step(edits, edit.story, null);
    case 'add':
      return step(edits, withScenes(present, insert(present.scenes, edit.scene, edit.at)), null);
    case 'remove':
      return has(present, edit.id)
        ? step(
            edits,
            withScenes(
              present,
              present.scenes.filter(({ id }) => id !== edit.id),
            ),
            null,
          )
        : edits;
    case 'move': {
      const scene = present.scenes.find(({ id }) => id === edit.id);
      if (!scene) return edits;
      const others = present.scenes.filter(({ id }) => id !== edit.id);
      return step(edits, withScenes(present, insert(others, scene, edit.to)), null);
    }
    case 'change': {
      if (!has(present, edit.id)) return edits;
      const scenes = present.scenes.map((scene) =>
        scene.id === edit.id ? dropEmpty({ ...scene, ...edit.change }) : scene,
      );
      const key = edit.isHeld ? `${edit.id}:${Object.keys(edit.change).sort().join()}` : null;
      return step(edits, withScenes(present, scenes), key);
    }
    default:
      return edit satisfies never;
  }
}

/** Whether two stories or scenes say the same, whatever the order of their parts. */
export const isSame = (left: unknown, right: unknown): boolean =>
  left === right || write(left) === write(right);

const write = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';

function step(edits: StoryEdits, next: Story, key: string | null): StoryEdits {
  if (isSame(edits.present, next)) return edits;
  const continues = key !== null && key === edits.key;
  return {
    past: continues ? edits.past : [...edits.past, edits.present].slice(-MOST_STEPS),
    present: next,
    future: [],
    key,
  };
}

const has = ({ scenes }: Story, sceneId: string): boolean =>
  scenes.some(({ id }) => id === sceneId);

const withScenes = (story: Story, scenes: readonly StoryScene[]): Story => ({ ...story, scenes });

function insert(
  scenes: readonly StoryScene[],
  scene: StoryScene,
  at: number,
): readonly StoryScene[] {
  const index = Math.max(0, Math.min(scenes.length, Math.trunc(at)));
  return [...scenes.slice(0, index), scene, ...scenes.slice(index)];
}

/** A part that was taken away is absent, as the schema wants it. */
const dropEmpty = (scene: StoryScene): StoryScene =>
  Object.fromEntries(
    Object.entries(scene).filter(([, value]) => value !== undefined),
  ) as unknown as StoryScene;
