import type { StoryAction } from './story-context.ts';

/** What a key on a row of the list asks for; null: nothing of ours. Pure. */
export function readListKey(
  { key, altKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  ids: readonly string[],
  id: string,
): StoryAction | null {
  const at = ids.indexOf(id);
  if (at < 0 || ctrlKey || metaKey) return null;
  const last = ids.length - 1;
  const goTo = (to: number): StoryAction => ({
    type: 'focus',
    id: ids[Math.max(0, Math.min(last, to))]!,
  });
  const moveTo = (to: number): StoryAction => ({
    type: 'move',
    id,
    to: Math.max(0, Math.min(last, to)),
  });
  if (altKey) {
    if (key === 'ArrowUp') return moveTo(at - 1);
    if (key === 'ArrowDown') return moveTo(at + 1);
    if (key === 'Home') return moveTo(0);
    return key === 'End' ? moveTo(last) : null;
  }
  switch (key) {
    case 'ArrowUp':
      return goTo(at - 1);
    case 'ArrowDown':
      return goTo(at + 1);
    case 'Home':
      return goTo(0);
    case 'End':
      return goTo(last);
    case 'Delete':
      return { type: 'remove', id };
    default:
      return null;
  }
}
