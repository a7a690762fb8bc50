import type { PlanSearch } from '../plan-search/plan-search.ts';

const NO_WORDS = [
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
];

/** `/` and Ctrl+K or ⌘K lead to the find box, wherever the focus is but in a field that takes words. */
export class FindKeys {
  readonly #box: () => PlanSearch | null;
  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !isFindKey(event)) return;
    if (takesWords(event.composedPath()[0])) return;
    const box = this.#box();
    if (!box?.checkVisibility()) return;
    event.preventDefault();
    box.focus();
  };

  constructor(box: () => PlanSearch | null) {
    this.#box = box;
  }

  /** Only where the atlas is the page: a host page's own keys stay its own. */
  connect(): void {
    addEventListener('keydown', this.#handleKey);
  }

  disconnect(): void {
    removeEventListener('keydown', this.#handleKey);
  }
}

/** Pure. */
export function isFindKey(press: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (altKey) return false;
  if (key === '/') return !ctrlKey && !metaKey;
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !shiftKey;
}

function takesWords(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NO_WORDS.includes(target.type);
  return target.isContentEditable || target.matches('textarea, select');
}
