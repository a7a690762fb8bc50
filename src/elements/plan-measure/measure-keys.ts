import type { MeasureStep } from '../../contracts/state.ts';

/** What a key in the panel means, outside of its text box; null: nothing. */
export function stepOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  hasPoints: boolean,
): MeasureStep | null {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return { type: event.shiftKey ? 'redo' : 'undo' };
    return key === 'y' ? { type: 'redo' } : null;
  }
  if (key === 'backspace') return { type: 'undo' };
  return key === 'escape' && hasPoints ? { type: 'escape' } : null;
}
