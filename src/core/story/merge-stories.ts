import type { Story, StoryScene } from '../../contracts/bundle.ts';
import { isSame, type StoryEdits } from './edit-story.ts';
import { freshId } from './capture-scene.ts';

type Loose = Readonly<Record<string, unknown>>;

/**
 * What two windows made of the same story, in one. Parts that only one changed are taken from it. Where both changed
 * the same part of a scene, the scene is kept as `mine`, and `theirs` stands behind it as a scene of its own:
 * nothing that was written is lost. A scene that one deleted and the other changed stays.
 */
export function mergeStories(base: Story, mine: Story, theirs: Story): Story {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  const [before, own, other] = [byId(base), byId(mine), byId(theirs)];
  const leads = hasMoved(base, mine) ? mine : theirs;
  const follows = leads === mine ? theirs : mine;
  const scenes: StoryScene[] = [];
  for (const id of orderOf(leads, follows)) {
    const [was, left, right] = [before.get(id), own.get(id), other.get(id)];
    if (left && right) {
      const { scene, conflicts } = mergeScene(was, left, right);
      scenes.push(scene);
      if (conflicts) {
        const taken = { scenes: [...mine.scenes, ...theirs.scenes, ...scenes] };
        scenes.push({ ...right, id: freshId(taken, right.id) });
      }
    } else {
      const kept = left ?? right;
      /** Deleted by the other, and not changed since: gone. */
      if (kept && !(was && isSame(was, kept))) scenes.push(kept);
    }
  }
  return { ...mergeParts(base, mine, theirs), scenes } as unknown as Story;
}

/** Brings in what another window wrote, and rewrites the way back so that undoing does not take that away. */
export function rebaseEdits(edits: StoryEdits, base: Story, theirs: Story): StoryEdits {
  const merge = (story: Story): Story => mergeStories(base, story, theirs);
  return {
    past: edits.past.map(merge),
    present: merge(edits.present),
    future: edits.future.map(merge),
    key: edits.key,
  };
}

const byId = ({ scenes }: Story): ReadonlyMap<string, StoryScene> =>
  new Map(scenes.map((scene) => [scene.id, scene]));

const idsOf = ({ scenes }: Story): readonly string[] => scenes.map(({ id }) => id);

/** Whether scenes changed places; what was added or deleted counts for nothing. */
function hasMoved(base: Story, story: Story): boolean {
  const [before, now] = [idsOf(base), idsOf(story)];
  return !isSame(
    before.filter((id) => now.includes(id)),
    now.filter((id) => before.includes(id)),
  );
}

/** The order of the first; what only the second has stands behind the scene that it stood behind there. */
function orderOf(first: Story, second: Story): readonly string[] {
  const order = [...idsOf(first)];
  const others = idsOf(second);
  for (const [index, id] of others.entries()) {
    if (order.includes(id)) continue;
    const before = others.slice(0, index).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return order;
}

function mergeScene(
  was: StoryScene | undefined,
  mine: StoryScene,
  theirs: StoryScene,
): { readonly scene: StoryScene; readonly conflicts: boolean } {
  const base = (was ?? {}) as unknown as Loose;
  const [left, right] = [mine, theirs] as unknown as [Loose, Loose];
  const conflicts = namesOf(left, right).some(
    (name) =>
      !isSame(left[name], right[name]) &&
      !isSame(base[name], left[name]) &&
      !isSame(base[name], right[name]),
  );
  return { scene: conflicts ? mine : (mergeParts(base, left, right) as never), conflicts };
}

/** Part by part: what one changed; where both did, mine. */
function mergeParts(base: object, mine: object, theirs: object): Loose {
  const [was, left, right] = [base, mine, theirs] as [Loose, Loose, Loose];
  return Object.fromEntries(
    namesOf(left, right).flatMap((name) => {
      const value = isSame(was[name], left[name]) ? right[name] : left[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

const namesOf = (left: object, right: object): readonly string[] => [
  ...new Set([...Object.keys(left), ...Object.keys(right)]),
];
