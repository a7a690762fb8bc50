import { openRange, type PrintedRun } from './locate-range.ts';

/** Shows runs of a text as found. */
export interface RangePainter {
  /** Paints these runs and none besides; `current` is null when none is. */
  readonly paint: (runs: readonly PrintedRun[], current: PrintedRun | null) => void;
  readonly clear: () => void;
}

const FOUND = 'plan-find';
const CURRENT = 'plan-find-current';

/** Runs that the fallback draws at most; each is an element of its own. */
const MAX_BOXES = 400;

/** The browser's own highlights where it has them, else boxes behind the words. */
export const createPainter = (scroller: HTMLElement): RangePainter =>
  'highlights' in CSS && typeof Highlight === 'function'
    ? createHighlightPainter()
    : createBoxPainter(scroller);

/** Highlights are named once for the whole page: each painter adds and takes away its own ranges only. */
export function createHighlightPainter(): RangePainter {
  let painted: { readonly highlight: Highlight; readonly range: StaticRange }[] = [];
  const clear = (): void => {
    for (const { highlight, range } of painted) highlight.delete(range);
    painted = [];
  };
  return {
    clear,
    paint: (runs, current) => {
      clear();
      const found = openHighlight(FOUND, 0);
      painted = runs.map((run) => ({ highlight: found, range: new StaticRange(run) }));
      if (current) {
        painted.push({ highlight: openHighlight(CURRENT, 1), range: new StaticRange(current) });
      }
      for (const { highlight, range } of painted) highlight.add(range);
    },
  };
}

function openHighlight(name: string, priority: number): Highlight {
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

/** Draws boxes in a layer of the scroller, so that they move with the words. */
export function createBoxPainter(scroller: HTMLElement): RangePainter {
  const layer = document.createElement('div');
  layer.className = 'found-layer';
  layer.setAttribute('aria-hidden', 'true');
  const clear = (): void => {
    layer.replaceChildren();
    layer.remove();
  };
  return {
    clear,
    paint: (runs, current) => {
      layer.replaceChildren();
      const frame = scroller.getBoundingClientRect();
      const left = frame.left + scroller.clientLeft - scroller.scrollLeft;
      const top = frame.top + scroller.clientTop - scroller.scrollTop;
      const boxed = runs.slice(0, MAX_BOXES);
      if (current && !boxed.includes(current)) boxed.push(current);
      for (const run of boxed) {
        for (const rect of openRange(run).getClientRects()) {
          const box = document.createElement('div');
          box.toggleAttribute('data-current', run === current);
          // Through CSSOM: a strict content security policy forbids style attributes.
          box.style.left = `${rect.left - left}px`;
          box.style.top = `${rect.top - top}px`;
          box.style.width = `${rect.width}px`;
          box.style.height = `${rect.height}px`;
          layer.append(box);
        }
      }
      if (layer.parentNode !== scroller) scroller.append(layer);
    },
  };
}
