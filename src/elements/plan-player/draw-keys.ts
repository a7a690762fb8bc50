import type { TalkMarks } from '../plan-marks/talk-marks.ts';

/**
 * Whose a key is while red-lines are drawn. `done`: it was ours; `theirs`: the control or the map in focus may have it;
 * `talk`: the talk's, wherever the focus is; null: as ever.
 */
export type DrawKeyAnswer = 'done' | 'theirs' | 'talk' | null;

interface DrawKeyPlace {
  readonly isTyping: boolean;
  /** On a control that was reached by Tab. */
  readonly isOnControl: boolean;
}

/** Pages turn as ever; Esc ends drawing first; a point is put down in the middle of the map by Enter or Space. */
export function answerDrawKey(
  event: KeyboardEvent,
  { isTyping, isOnControl }: DrawKeyPlace,
  marks: TalkMarks | null,
): DrawKeyAnswer {
  if (!marks?.isDrawing || event.isComposing || event.altKey) return null;
  const { session, canDraw } = marks;
  const target = event.composedPath()[0];
  const isOnMap = target instanceof HTMLCanvasElement;
  if (event.key === 'PageDown' || event.key === 'PageUp') {
    if (isTyping && target instanceof HTMLElement) target.blur();
    return 'talk';
  }
  if (isTyping) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return null;
    (target as HTMLElement).blur();
    marks.focusMap();
    return 'done';
  }
  if (event.ctrlKey || event.metaKey) return canDraw && answerCommand(event, marks) ? 'done' : null;
  if (event.key === 'Escape') {
    marks.setDrawing(false);
    return 'done';
  }
  if (!canDraw) return null;
  if (event.key.startsWith('Arrow')) {
    if (!isOnMap) return null;
    marks.isByKey = true;
    return 'theirs';
  }
  if (event.key === 'Enter' || event.key === ' ') {
    if (isOnControl && !isOnMap) return 'theirs';
    marks.isByKey = true;
    if (!event.repeat) session.put(null);
    return 'done';
  }
  if (event.key === 'Backspace') {
    if (session.choice.points.length > 0) session.undo();
    return 'done';
  }
  if (event.key === 'Delete') {
    const { chosen } = session.choice;
    if (chosen !== null) session.remove([chosen]);
    return 'done';
  }
  return null;
}

function answerCommand(event: KeyboardEvent, { session }: TalkMarks): boolean {
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) session.undo();
  else if (key === 'z' || key === 'y') session.marks.redo();
  else if (key === 'enter') session.finish();
  else return false;
  return true;
}
