/** What the walks ask inside the page; installed before the page's own scripts run. */
import type { LngLat } from '../../src/contracts/bundle.ts';
import type { PlanSelectDetail } from '../../src/contracts/events.ts';
import type { ViewState } from '../../src/contracts/state.ts';

/** What must be seen, in every part of the atlas at once. */
export interface Expectation {
  /** `hover` is also fulfilled by what is selected already. */
  readonly mark: 'hover' | 'selected';
  /** Features whose rows in the list must be marked. */
  readonly features: readonly string[];
  /** Phrases whose words must be marked. */
  readonly phrases: readonly string[];
  /** Features that the map must have painted as lit or selected. */
  readonly onMap: readonly { readonly id: string; readonly as: 'isLit' | 'isSelected' }[];
  /** The selection, when it matters. */
  readonly selected?: { readonly feature: string | null; readonly clause?: string };
  /** Phrase whose words must be in view. */
  readonly inView?: string;
  /** Nothing may be selected, in text and list alike. */
  readonly cleared?: boolean;
  /** Whatever is under the pointer must be lit on the map, in the list and in the text. */
  readonly underPointer?: boolean;
  /** Words that the card's heading must hold, or features that it must list. */
  readonly card?: { readonly heading?: string; readonly features?: readonly string[] };
}

export interface Outcome {
  /** From the event to the frame after all was seen. */
  readonly durationMs: number;
  /** What was still missing when the time was up; null when nothing. */
  readonly missing: string | null;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What the next step points at or puts the focus on; it is brought into view in its own scroller first. */
export type Aim =
  | { readonly kind: 'phrase' | 'row'; readonly id: string }
  | { readonly kind: 'step-button' }
  | { readonly kind: 'focus-step-button' | 'focus-list' }
  | { readonly kind: 'focus-row'; readonly id: string }
  | { readonly kind: 'focus-stop'; readonly index: number };

export interface Step {
  readonly aim: Aim | null;
  /** Type of the event from which the time runs. */
  readonly event: string;
  readonly expectation: Expectation;
}

export interface Probe {
  readonly host: () => HTMLElementTagNameMap['plan-atlas'];
  readonly part: <K extends keyof HTMLElementTagNameMap>(tag: K) => HTMLElementTagNameMap[K];
  /**
   * Waits for the outcome of the step before, then prepares the next one. One call per step: every
   * call waits for a frame of the map.
   */
  readonly prepare: (
    step: Step,
  ) => Promise<{ readonly before: Outcome | null; readonly spot: Spot | null }>;
  /** What the last step has led to. */
  readonly outcome: () => Promise<Outcome | null>;
  /** Likewise when it selected this feature; else prepares the same step again and gives what it selected. */
  readonly outcomeFor: (
    feature: string,
  ) => Promise<{ readonly selected: string | null; readonly outcome: Outcome | null }>;
  /** What is missing now; null when nothing. */
  readonly check: (expectation: Expectation) => string | null;
  /** Where a feature is drawn, in the window's pixels; null when that is out of the map's clear middle. */
  readonly spotOnMap: (at: LngLat, shift: readonly [number, number]) => Spot | null;
  /** The innermost element with the focus, through every shadow root. */
  readonly focused: () => Element | null;
  /** The phrase of each place in the text where Tab stops, in order; null where there is none. */
  readonly tabStopsInText: () => (string | null)[];
  /** The features of the list's rows, in order. */
  readonly rows: () => string[];
  readonly view: () => ViewState;
  /** Resolves at the map's next idle frame after `act`. */
  readonly settle: (act: () => void) => Promise<void>;
}

declare global {
  // Not `probe`: deck.gl's logger takes that name.
  // oxlint-disable-next-line no-var
  var planProbe: Probe;
}

/** Runs in the page: refers to nothing outside itself. */
export function installProbe(): void {
  const patienceMs = 5000;
  const host = () => document.querySelector('plan-atlas')!;
  const part: Probe['part'] = (tag) =>
    host().shadowRoot!.querySelector(tag) ?? host().querySelector(tag)!;
  const rootOf = (tag: 'plan-text' | 'plan-list' | 'plan-card'): ShadowRoot =>
    part(tag).shadowRoot!;
  const anchorsOf = (phrase: string): HTMLElement[] => [
    ...rootOf('plan-text').querySelectorAll<HTMLElement>(
      `a.phrase[data-phrase="${CSS.escape(phrase)}"]`,
    ),
  ];
  const rowOf = (feature: string): HTMLElement | null =>
    rootOf('plan-list').querySelector(`.row[data-feature="${CSS.escape(feature)}"]`);
  const isMarked = (element: Element | null, mark: Expectation['mark']): boolean => {
    const lit = element?.getAttribute('data-lit');
    return lit === 'selected' || (mark === 'hover' && lit === 'hover');
  };
  const isInView = (phrase: string): boolean => {
    const scroller = rootOf('plan-text').querySelector('.scroller')!.getBoundingClientRect();
    const box = anchorsOf(phrase)[0]?.getClientRects()[0];
    return box !== undefined && box.top >= scroller.top - 1 && box.bottom <= scroller.bottom + 1;
  };

  let hovered: readonly string[] = [];
  document.addEventListener('plan-hover', (event) => {
    hovered = (event as CustomEvent<PlanSelectDetail>).detail.featureIds;
  });

  const checkUnderPointer = (): string | null => {
    const [id] = hovered;
    if (id === undefined) return 'feature under the pointer';
    if (!part('plan-map').inspection?.lookOf(id)?.isLit) return `"${id}" painted as lit`;
    if (!isMarked(rowOf(id), 'hover')) return `row of "${id}" marked`;
    return rootOf('plan-text').querySelector('a.phrase[data-lit]') ? null : `words on "${id}"`;
  };

  const hasSelectedMarks = (): boolean =>
    (['plan-text', 'plan-list'] as const).some(
      (tag) => rootOf(tag).querySelector('[data-lit="selected"], [aria-selected="true"]') !== null,
    );

  const check: Probe['check'] = (expectation) => {
    const { mark, features, phrases, onMap, selected, inView, card } = expectation;
    if (expectation.underPointer) return checkUnderPointer();
    if (expectation.cleared) return hasSelectedMarks() ? 'end of the selection' : null;
    if (selected) {
      const { feature, clause } = host();
      if (feature !== selected.feature) return `feature "${selected.feature}", found "${feature}"`;
      if (selected.clause !== undefined && clause !== selected.clause) {
        return `clause "${selected.clause}", found "${clause}"`;
      }
    }
    for (const phrase of phrases) {
      const anchors = anchorsOf(phrase);
      if (anchors.length === 0) return `phrase ${phrase} in the text`;
      if (!anchors.every((anchor) => isMarked(anchor, mark))) return `words of ${phrase} marked`;
    }
    for (const feature of features) {
      if (!isMarked(rowOf(feature), mark)) return `row of "${feature}" marked`;
    }
    const inspection = onMap.length > 0 ? part('plan-map').inspection : null;
    for (const { id, as } of onMap) {
      const look = inspection?.lookOf(id);
      if (!look?.[as] || look.opacity === 0) return `"${id}" painted ${as}`;
    }
    if (inView !== undefined && !isInView(inView)) return `words of ${inView} in view`;
    if (card?.heading !== undefined) {
      const heading = rootOf('plan-card').querySelector('h2')?.textContent ?? '';
      if (!heading.includes(card.heading)) return `card "${card.heading}", found "${heading}"`;
    }
    for (const feature of card?.features ?? []) {
      if (!rootOf('plan-card').querySelector(`.feature[data-feature="${CSS.escape(feature)}"]`)) {
        return `"${feature}" in the card`;
      }
    }
    return null;
  };

  let pending: Promise<Outcome> | null = null;
  let current: Step | null = null;
  let turn = new AbortController();
  /** From the next event of the step's type on, waits until all is seen. */
  const watch = (step: Step): void => {
    turn.abort();
    turn = new AbortController();
    const { signal } = turn;
    current = step;
    pending = new Promise((resolve) => {
      const start = (event: Event): void => {
        // The input's own time, so that time in the queue counts too.
        const startMs = Math.min(event.timeStamp, performance.now());
        const look = (): void => {
          if (signal.aborted) return;
          const missing = check(step.expectation);
          const durationMs = performance.now() - startMs;
          if (missing !== null && durationMs <= patienceMs) requestAnimationFrame(look);
          // Once this frame is laid out: a card that has grown in it may still move the text.
          else setTimeout(() => resolve({ durationMs, missing }));
        };
        requestAnimationFrame(look);
      };
      addEventListener(step.event, start, { capture: true, once: true, signal });
      // Longer than `look` waits, so that it can tell what is missing.
      const timer = setTimeout(() => {
        resolve({ durationMs: patienceMs, missing: `event "${step.event}"` });
      }, patienceMs * 2);
      signal.addEventListener('abort', () => clearTimeout(timer));
    });
  };

  const middleOf = (element: Element | null): Spot | null => {
    const box = element?.getBoundingClientRect();
    return box && box.width > 0
      ? { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      : null;
  };
  const bringIntoView = (scroller: Element, element: Element): void => {
    const frame = scroller.getBoundingClientRect();
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const by = box.top + box.height / 2 - (frame.top + frame.height / 2);
    scroller.scrollTo({ top: scroller.scrollTop + by, behavior: 'instant' });
  };

  const findPhrase = (phrase: string): Spot | null => {
    const root = rootOf('plan-text');
    const [anchor] = anchorsOf(phrase);
    if (!anchor) return null;
    bringIntoView(root.querySelector('.scroller')!, anchor);
    for (const box of anchor.getClientRects()) {
      const spot = { x: box.left + Math.min(8, box.width / 2), y: box.top + box.height / 2 };
      if (root.elementFromPoint(spot.x, spot.y)?.closest('a.phrase') === anchor) return spot;
    }
    return null;
  };
  const findRow = (feature: string): Spot | null => {
    const row = rowOf(feature);
    if (row) bringIntoView(rootOf('plan-list').querySelector('.scroller')!, row);
    return middleOf(row);
  };
  const stepButton = (): HTMLElement | null => rootOf('plan-card').querySelector('[data-step="1"]');
  const focused = (): Element | null => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  /** The text's scroller and everything in it where Tab stops, in order. */
  const tabStops = (): HTMLElement[] =>
    [
      ...rootOf('plan-text').querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex]'),
    ].filter((element) => element.tabIndex >= 0 && element.checkVisibility());
  const findStepButton = (): Spot | null => {
    const button = stepButton();
    button?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    return middleOf(button);
  };
  const aimAt = (aim: Aim): Spot | null => {
    switch (aim.kind) {
      case 'phrase':
        return findPhrase(aim.id);
      case 'row':
        return findRow(aim.id);
      case 'step-button':
        return findStepButton();
      case 'focus-step-button':
        stepButton()?.focus();
        return findStepButton();
      case 'focus-list':
        part('plan-list').focus();
        return middleOf(part('plan-list'));
      case 'focus-row':
        rowOf(aim.id)?.focus();
        return middleOf(rowOf(aim.id));
      case 'focus-stop':
        tabStops()[aim.index]?.focus();
        return middleOf(focused());
      default:
        return aim satisfies never;
    }
  };

  globalThis.planProbe = {
    host,
    part,
    check,
    prepare: async (step) => {
      const before = await pending;
      const spot = step.aim ? aimAt(step.aim) : null;
      watch(step);
      return { before, spot };
    },
    outcome: async () => {
      const outcome = await pending;
      pending = null;
      return outcome;
    },
    outcomeFor: async (feature) => {
      const selected = host().feature;
      if (selected === feature) {
        const outcome = await pending;
        pending = null;
        return { selected, outcome };
      }
      watch(current!);
      return { selected, outcome: null };
    },
    spotOnMap: (at, [dx, dy]) => {
      const map = part('plan-map');
      const spot = map.projectToWindow(at);
      if (!spot) return null;
      const moved = { x: spot.x + dx, y: spot.y + dy };
      const box = map.getBoundingClientRect();
      // Clear of the edges and of the buttons.
      const isClear =
        moved.x > box.left + 12 &&
        moved.x < box.right - 64 &&
        moved.y > box.top + 12 &&
        moved.y < box.bottom - 12;
      return isClear ? moved : null;
    },
    focused,
    tabStopsInText: () => tabStops().map((element) => element.dataset['phrase'] ?? null),
    rows: () =>
      [...rootOf('plan-list').querySelectorAll<HTMLElement>('.row')].map(
        (row) => row.dataset['feature']!,
      ),
    view: () => host().getViewState(),
    settle: (act) =>
      new Promise((resolve) => {
        addEventListener('plan-map-idle', () => resolve(), { capture: true, once: true });
        act();
      }),
  };
}
