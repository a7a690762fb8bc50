import type { KeyAnswer, KeyPress, PresentCommand, PresentState } from '../../contracts/present.ts';

/** Where the key was pressed. */
export interface KeyPlace {
  /** In a field that takes text: everything but F5 is the field's. */
  readonly isTyping: boolean;
  /** On a button, link or slider that was reached by Tab: Enter, Space and arrows are its own. */
  readonly isOnControl: boolean;
}

const DIVIDER_STEP = 0.05;

const COMMANDS: Readonly<Record<string, PresentCommand>> = {
  PageDown: { type: 'next' },
  ArrowRight: { type: 'next' },
  ArrowDown: { type: 'next' },
  PageUp: { type: 'previous' },
  ArrowLeft: { type: 'previous' },
  ArrowUp: { type: 'previous' },
  Home: { type: 'first' },
  End: { type: 'last' },
  Enter: { type: 'enter' },
  Backspace: { type: 'backspace' },
  b: { type: 'blank' },
  '.': { type: 'blank' },
  /** What `.` is while Chinese punctuation is on. */
  '。': { type: 'blank' },
  p: { type: 'autoplay' },
  l: { type: 'laser' },
  v: { type: 'play' },
};

const ANSWERS: Readonly<Record<string, KeyAnswer>> = {
  s: { type: 'spotlight' },
  d: { type: 'draw' },
  g: { type: 'list' },
  f: { type: 'full-screen' },
  c: { type: 'flavour' },
  '?': { type: 'help' },
  '？': { type: 'help' },
  '[': { type: 'divide', by: -DIVIDER_STEP },
  ']': { type: 'divide', by: DIVIDER_STEP },
};

/** Keys that a held button may repeat; a switch that flickered would be of no use. */
const REPEATABLE: ReadonlySet<string> = new Set([
  'next',
  'previous',
  'backspace',
  'digit',
  'divide',
]);

/** Keys that a control in focus understands itself. */
const OF_CONTROLS = /^(Enter| |Arrow.*|Home|End|PageUp|PageDown)$/;

/**
 * What a key means for the talk; null: not ours, the page may have it. Clickers send PageUp, PageDown, `.` or B, F5,
 * Shift+F5 and Esc. With Ctrl, Alt or Meta a key is the browser's.
 */
export function readKey(
  press: KeyPress,
  state: Pick<PresentState, 'isRunning' | 'digits'>,
  place: KeyPlace,
): KeyAnswer | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const key = nameOf(press);
  if (key === 'F5') {
    if (state.isRunning || press.repeat) return { type: 'swallow' };
    return { type: 'start', from: press.shiftKey ? 'here' : 'first' };
  }
  if (!state.isRunning || place.isTyping || (press.isComposing && press.key !== 'Process')) {
    return null;
  }
  if (place.isOnControl && OF_CONTROLS.test(key)) return null;
  const answer = answerOf(key, press.shiftKey, state.digits !== '');
  if (!answer || !press.repeat) return answer;
  const kind = answer.type === 'command' ? answer.command.type : answer.type;
  return REPEATABLE.has(kind) ? answer : { type: 'swallow' };
}

function answerOf(key: string, isShifted: boolean, hasDigits: boolean): KeyAnswer | null {
  if (key === ' ') return command({ type: isShifted ? 'previous' : 'next' });
  /** The first Esc takes back a number that was begun. */
  if (key === 'Escape')
    return hasDigits ? command({ type: 'digit-clear' }) : command({ type: 'stop' });
  if (/^\d$/.test(key)) return command({ type: 'digit', digit: key });
  if (isShifted && (key.startsWith('Arrow') || key === 'Enter')) return null;
  const found = COMMANDS[key];
  return found ? command(found) : (ANSWERS[key] ?? null);
}

const command = (of: PresentCommand): KeyAnswer => ({ type: 'command', command: of });

/** Letters in lower case; behind an input method that reports `Process`, the key as it lies on the board. */
function nameOf({ key, code }: KeyPress): string {
  const given =
    key === 'Process'
      ? code.replace(/^(Key|Digit|Numpad)(?=.$)/, '').replace(/^Period$/, '.')
      : key;
  return given.length === 1 ? given.toLowerCase() : given;
}
