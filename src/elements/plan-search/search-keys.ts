/** What a key in the box asks for; null: the key is the box's own. */
export type KeyAction =
  | { readonly type: 'move'; readonly to: number }
  | { readonly type: 'choose' }
  | { readonly type: 'step'; readonly by: 1 | -1 }
  | { readonly type: 'escape' };

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Reads a key as the pattern of a combobox has it. Pure.
 * @param at the option that the keys are on; −1 for none
 * @param count options in the list; 0 when it is closed
 */
export function readKey(press: KeyPress, at: number, count: number): KeyAction | null {
  const { key, shiftKey } = press;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  switch (key) {
    case 'ArrowDown':
      return { type: 'move', to: count === 0 ? -1 : (at + 1) % count };
    case 'ArrowUp':
      return { type: 'move', to: at <= 0 ? count - 1 : at - 1 };
    case 'Home':
      return at < 0 || shiftKey ? null : { type: 'move', to: 0 };
    case 'End':
      return at < 0 || shiftKey ? null : { type: 'move', to: count - 1 };
    case 'Enter':
      // With the list closed the key goes on through the text, as in a browser's own find.
      return count === 0 ? { type: 'step', by: shiftKey ? -1 : 1 } : { type: 'choose' };
    case 'F3':
      return { type: 'step', by: shiftKey ? -1 : 1 };
    case 'Escape':
      return { type: 'escape' };
    default:
      return null;
  }
}
