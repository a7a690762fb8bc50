import { html, type TemplateResult } from 'lit';
import type { SheetMessages } from '../messages/sheet-messages.ts';

/** Right and down, in steps. */
export type Step = readonly [right: number, down: number];

const KEYS = {
  ArrowLeft: ['left', '←', [-1, 0]],
  ArrowUp: ['up', '↑', [0, -1]],
  ArrowDown: ['down', '↓', [0, 1]],
  ArrowRight: ['right', '→', [1, 0]],
} as const satisfies Readonly<
  Record<string, readonly [keyof SheetMessages['directions'], string, Step]>
>;
const FAR = 5;

/** What an arrow key asks for: one step, five with Shift; null: it is no arrow. */
export function stepOfKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): Step | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (!Object.hasOwn(KEYS, key) || ctrlKey || metaKey || altKey) return null;
  const [, , step] = KEYS[key as keyof typeof KEYS];
  return lengthen(step, shiftKey);
}

const lengthen = ([right, down]: Step, isFar: boolean): Step =>
  isFar ? [right * FAR, down * FAR] : [right, down];

/** Four buttons that move something, which arrow keys do as well while one of them has the focus. */
export function renderPad(
  texts: SheetMessages,
  label: string,
  move: (step: Step) => void,
): TemplateResult {
  const hear = (event: KeyboardEvent): void => {
    const step = stepOfKey(event);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    move(step);
  };
  return html`<div class="pad" role="group" aria-label=${label} @keydown=${hear}>
    ${Object.values(KEYS).map(
      ([direction, arrow, step]) =>
        html`<button
          type="button"
          class="plain"
          data-move=${direction}
          aria-label=${`${label}：${texts.directions[direction]}`}
          @click=${(event: MouseEvent) => move(lengthen(step, event.shiftKey))}
        >
          ${arrow}
        </button>`,
    )}
  </div>`;
}
