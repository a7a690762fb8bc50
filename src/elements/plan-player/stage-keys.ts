import type { KeyAnswer, PresentState } from '../../contracts/present.ts';
import { readKey } from '../../core/present/read-key.ts';
import type { TalkMarks } from '../plan-marks/talk-marks.ts';
import { answerDrawKey } from './draw-keys.ts';

interface StageKeysOptions {
  readonly host: () => HTMLElement;
  readonly state: () => PresentState;
  /** A list or a sheet lies over the stage and has keys of its own. */
  readonly hasOverlay: () => boolean;
  readonly answer: (answer: KeyAnswer) => void;
  /** Red-lines have keys of their own while they are drawn. */
  readonly marks: () => TalkMarks | null;
}

/** Whether an atlas may hear keys that were not pressed inside it: it fills the page, or the page said so. */
export const ownsPageKeys = (host: HTMLElement): boolean =>
  host.hasAttribute('permalink') || host.hasAttribute('page-keys');

/** Whether the key was pressed where text is entered. */
export function isTypingIn(path: readonly EventTarget[]): boolean {
  const [target] = path;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !/^(button|checkbox|radio|range|reset|submit)$/.test(target.type)
  );
}

/**
 * Hears the keys of a talk wherever the focus is, before anyone else, so that a click in the map or on a button
 * takes no key away. A control that was reached by Tab keeps Enter, Space and its arrows.
 */
export class StageKeys {
  readonly #options: StageKeysOptions;
  #isByTab = false;

  constructor(options: StageKeysOptions) {
    this.#options = options;
  }

  connect(): void {
    addEventListener('keydown', this.#handleKey, true);
    addEventListener('keyup', this.#handleUp, true);
    addEventListener('pointerdown', this.#forgetTab, true);
  }

  disconnect(): void {
    removeEventListener('keydown', this.#handleKey, true);
    removeEventListener('keyup', this.#handleUp, true);
    removeEventListener('pointerdown', this.#forgetTab, true);
    this.#isByTab = false;
  }

  readonly #forgetTab = (): void => {
    this.#isByTab = false;
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const host = this.#options.host();
    const path = event.composedPath();
    const isFull = document.fullscreenElement === host;
    if (!path.includes(host) && !ownsPageKeys(host) && !isFull) return;
    if (event.key === 'Tab') {
      this.#isByTab = true;
      return;
    }
    const [target] = path;
    const isOnControl =
      this.#isByTab &&
      target instanceof Element &&
      target.matches('button, a, summary, input, select, [role=slider], canvas, .scroll, dl');
    const isInOverlay =
      this.#options.hasOverlay() &&
      path.some((node) => node instanceof Element && node.classList.contains('over'));
    const place = {
      isTyping: isTypingIn(path),
      isOnControl: isOnControl || (isInOverlay && event.key !== 'Escape'),
    };
    const drawn = isInOverlay ? null : answerDrawKey(event, place, this.#options.marks());
    if (drawn === 'theirs') return;
    if (drawn === 'done') {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const anywhere = { isTyping: false, isOnControl: false };
    const answer = readKey(event, this.#options.state(), drawn === 'talk' ? anywhere : place);
    if (!answer) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#options.answer(answer);
  };

  /** A button in focus after a click would be pressed again when Space is let go. */
  readonly #handleUp = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || this.#isByTab || isTypingIn(event.composedPath())) return;
    if (event.composedPath().includes(this.#options.host())) event.preventDefault();
  };
}
