/** Each pane by what it is made of, in the order in which they are walked through. */
const PANES = [
  '.bar',
  '.tabs, .layers-pane, .list-pane',
  '.map-pane',
  '.drawer',
  '.text-pane',
  '.card-pane',
] as const;

/** A heading that takes the focus says best where one is. */
const STOPS =
  'h2[tabindex], a[href], button, input, select, textarea, summary, canvas[tabindex], [tabindex="0"]';

/**
 * Puts the focus into the next pane (+1) or the one before (−1): from a phrase to its card it would else be a hundred
 * presses of Tab.
 * @param path where the key was pressed, innermost first
 */
export function stepPane(root: ParentNode, path: readonly EventTarget[], by: 1 | -1): void {
  const panes = PANES.map((selector) => [...root.querySelectorAll(selector)]);
  const at = panes.findIndex((parts) => parts.some((part) => path.includes(part)));
  const from = at < 0 && by < 0 ? 0 : at;
  for (let step = 1; step <= panes.length; step += 1) {
    const next = (from + by * step + panes.length) % panes.length;
    const stop = next === at ? null : findStop(panes[next]!);
    if (stop) return stop.focus();
  }
}

/** The first element that takes the focus, through shadow roots and slots. */
function findStop(elements: readonly Element[]): HTMLElement | null {
  for (const element of elements) {
    if (isStop(element)) return element;
    const inside =
      element instanceof HTMLSlotElement && element.assignedElements().length > 0
        ? element.assignedElements()
        : [...(element.shadowRoot ?? element).children];
    const stop = findStop(inside);
    if (stop) return stop;
  }
  return null;
}

const isStop = (element: Element): element is HTMLElement =>
  element.matches(STOPS) &&
  !element.matches(':disabled, [tabindex="-1"]:not(h2)') &&
  element.checkVisibility();
