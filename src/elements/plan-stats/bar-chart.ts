import { listBars, nameChart } from './chart-bars.ts';
import type { StatsContext } from './stats-context.ts';

/** Where nothing has a size yet. */
const WIDTH_PX = 480;
const EM_PX = 13;
/** A chunk of its own, fetched when a chart is first shown: Plot is larger than all else here. */
const loadDrawing = () => import('./draw-bars.ts');

export interface BarChartHost {
  readonly root: () => ShadowRoot;
  /** What is to be drawn; null while there is nothing. */
  readonly context: () => StatsContext | null;
  readonly onDrawn: () => void;
  /** The code of the chart did not come. */
  readonly onFailed: () => void;
}

/** The bars in their place, `.bars-place` in `.chart`: drawn anew when rows, words or room change; one tab stop. */
export class BarChart {
  readonly #host: BarChartHost;
  #drawn: readonly unknown[] = [];
  #drawing: ReturnType<typeof loadDrawing> | null = null;
  #resize: ResizeObserver | null = null;

  constructor(host: BarChartHost) {
    this.#host = host;
  }

  /** After every drawing of the panel: the place may be another one. */
  update(): void {
    if (typeof ResizeObserver !== 'undefined') {
      this.#resize ??= new ResizeObserver(() => void this.#draw());
      this.#resize.disconnect();
      const figure = this.#host.root().querySelector('.chart');
      if (figure) this.#resize.observe(figure);
    }
    void this.#draw();
  }

  disconnect(): void {
    this.#resize?.disconnect();
    this.#resize = null;
  }

  /** Arrows, Home and End go from bar to bar; true when the key did. */
  move(key: string, from: Element): boolean {
    const bars = this.#bars;
    const at = bars.indexOf(from as SVGElement);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: bars.length - 1,
    };
    if (!(key in moves)) return false;
    const next = bars[moves[key]!];
    if (next) {
      for (const bar of bars) bar.setAttribute('tabindex', bar === next ? '0' : '-1');
      next.focus();
    }
    return true;
  }

  get #bars(): readonly SVGElement[] {
    return [...this.#host.root().querySelectorAll<SVGElement>('.target')];
  }

  async #draw(): Promise<void> {
    const { root, context: read, onDrawn, onFailed } = this.#host;
    const place = root().querySelector<HTMLElement>('.bars-place');
    const context = read();
    if (!place || !context) return;
    const widthPx = Math.floor(place.clientWidth) || WIDTH_PX;
    const emPx = Number.parseFloat(getComputedStyle(place).fontSize) || EM_PX;
    const key = [place, context.table, context.order, context.lang, widthPx, emPx];
    if (key.every((part, at) => part === this.#drawn[at])) return;
    this.#drawn = key;
    try {
      this.#drawing ??= loadDrawing();
      const { drawBars } = await this.#drawing;
      if (this.#drawn !== key) return;
      const drawing = drawBars(listBars(context), { widthPx, emPx });
      drawing.setAttribute('role', 'group');
      drawing.setAttribute('aria-label', nameChart(context));
      const isFocused = place.contains(root().activeElement);
      place.replaceChildren(drawing);
      if (isFocused) this.#bars[0]?.focus();
      onDrawn();
    } catch {
      // The table says the same; the panel tells that the chart is missing. Shown again, it is asked for again.
      this.#drawing = null;
      this.#drawn = [];
      onFailed();
    }
  }
}
