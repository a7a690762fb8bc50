import type { PlanMap } from '../plan-map/plan-map.ts';
import type { PlanText } from '../plan-text/plan-text.ts';
import { featuresById } from '../../core/lit.ts';
import type { Store } from '../../contracts/state.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** More lines than this would hide the map. */
const MAX_LINES = 13;

/** Draws thin lines from the phrase in focus to its features on the map, and follows both as they move. */
export class LeaderLine {
  readonly #frame: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #store: Store;
  #request = 0;

  constructor(frame: HTMLElement, svg: SVGSVGElement, store: Store) {
    this.#frame = frame;
    this.#svg = svg;
    this.#store = store;
  }

  schedule(): void {
    cancelAnimationFrame(this.#request);
    this.#request = requestAnimationFrame(() => this.#draw());
  }

  stop(): void {
    cancelAnimationFrame(this.#request);
    this.#svg.replaceChildren();
  }

  #draw(): void {
    const state = this.#store.getState();
    // `:defined`: the map's code comes after the text.
    const map = this.#frame.querySelector<PlanMap>('plan-map:defined');
    const text = this.#frame.querySelector<PlanText>('plan-text');
    const { selection, hover, bundle } = state;
    const phrase = hover.phrase ?? selection.phrase;
    const features = hover.phrase === null ? selection.features : hover.features;
    /** Both elements are there before their code is. */
    const isDefined = Boolean(map?.getAnchor && text?.getPhraseRect);
    if (!map || !text || !isDefined || !bundle || phrase === null || features.length > MAX_LINES) {
      this.#svg.replaceChildren();
      return;
    }
    const from = text.getPhraseRect(phrase);
    const frame = this.#frame.getBoundingClientRect();
    const column = text.getBoundingClientRect();
    const field = map.getBoundingClientRect();
    const isReadable =
      from !== null &&
      from.width > 0 &&
      from.bottom > column.top + 4 &&
      from.top < column.bottom - 4 &&
      column.width > 0 &&
      field.width > 0;
    if (!isReadable) {
      this.#svg.replaceChildren();
      return;
    }
    const isBeside = column.left >= field.right - 2;
    // The page may show the atlas larger or smaller than it is laid out.
    const place = (x: number, y: number) => ({
      x: ((x - frame.left) * this.#frame.offsetWidth) / frame.width,
      y: ((y - frame.top) * this.#frame.offsetHeight) / frame.height,
    });
    const start = isBeside
      ? place(from.left - 3, from.bottom - 2)
      : place(from.left + from.width / 2, from.top);
    const byId = featuresById(bundle);
    const lines = features.flatMap((id) => {
      if (!byId.get(id)?.geometry) return [];
      if (state.layers[byId.get(id)!.properties.layer]?.isVisible === false) return [];
      const anchor = map.getAnchor(id);
      return anchor ? [place(anchor.x, anchor.y)] : [];
    });
    const isMany = lines.length > 1;
    this.#svg.replaceChildren(
      ...lines.flatMap((end) => {
        const path = document.createElementNS(SVG, 'path');
        const bend = isBeside
          ? `C${start.x - (start.x - end.x) * 0.35} ${start.y} ${end.x + (start.x - end.x) * 0.3} ${end.y}`
          : `C${start.x} ${start.y - (start.y - end.y) * 0.35} ${end.x} ${end.y + (start.y - end.y) * 0.3}`;
        path.setAttribute('d', `M${start.x} ${start.y}${bend} ${end.x} ${end.y}`);
        path.setAttribute('class', isMany ? 'line many' : 'line');
        const dot = document.createElementNS(SVG, 'circle');
        dot.setAttribute('cx', String(end.x));
        dot.setAttribute('cy', String(end.y));
        dot.setAttribute('r', isMany ? '2.5' : '3.5');
        dot.setAttribute('class', 'end');
        return [path, dot];
      }),
    );
  }
}
