import { css } from 'lit';
import type { Paragraph } from '../../contracts/bundle.ts';
import type { TextRange } from '../../contracts/search.ts';
import { scrollWithin } from '../shared/scroll-within.ts';
import { locateRange, openRange, type PrintedRun } from './locate-range.ts';
import { createPainter, type RangePainter } from './range-painters.ts';

/** Runs that are marked at most; the current one always is. */
const MAX_MARKS = 2000;

const styles = css`
  ::highlight(plan-find) {
    background-color: var(--plan-find, #ffe9a8);
    color: var(--plan-ink, #22262a);
  }

  ::highlight(plan-find-current) {
    background-color: var(--plan-find-current, #ffc53d);
    color: var(--plan-find-ink, #22262a);
  }

  .scroller {
    position: relative;
    isolation: isolate;
  }

  .found-layer {
    position: absolute;
    inset: 0 auto auto 0;
    width: 0;
    height: 0;
    z-index: -1;
    pointer-events: none;
  }

  .found-layer div {
    position: absolute;
    border-radius: 2px;
    background: var(--plan-find, #ffe9a8);
  }

  .found-layer [data-current] {
    background: var(--plan-find-current, #ffc53d);
  }

  @media (forced-colors: active) {
    ::highlight(plan-find) {
      background-color: Mark;
      color: MarkText;
    }
    ::highlight(plan-find-current) {
      background-color: Highlight;
      color: HighlightText;
    }
    .found-layer div {
      border: 1px solid Highlight;
      background: none;
    }
  }
`;

/** What find has found, marked in the plan's text and brought into view. Comes with the first search. */
export class RangeMarks {
  #wanted: readonly TextRange[] = [];
  #current = -1;
  #runs: readonly (PrintedRun | null)[] = [];
  #clauses: ReadonlyMap<string, Element> = new Map();
  #texts: ReadonlyMap<string, string> = new Map();
  #painter: RangePainter | null = null;
  #scroller: HTMLElement | null = null;
  #resize: ResizeObserver | null = null;
  /** To be brought into view once the text has a size: it may stand behind another tab. */
  #pending: TextRange | null = null;

  constructor(
    private readonly root: ShadowRoot,
    private readonly listParagraphs: () => readonly Paragraph[],
  ) {
    const sheet = styles.styleSheet;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  }

  /** Marks these runs and none besides; `current` is the place in the list of the one in focus, −1 for none. */
  show(ranges: readonly TextRange[], current: number): void {
    const isSame = ranges === this.#wanted && this.#scroller !== null;
    this.#wanted = ranges;
    this.#current = current;
    if (isSame) this.#paint();
    else if (this.#scroller) this.#locateAll();
    else this.refresh();
  }

  /** Finds the runs anew, after the text was drawn anew or came back into the page. */
  refresh(): void {
    const scroller = this.root.querySelector<HTMLElement>('.scroller');
    if (scroller !== this.#scroller) {
      this.hide();
      this.#painter = scroller && createPainter(scroller);
      this.#scroller = scroller;
    }
    this.#clauses = new Map(
      [...this.root.querySelectorAll<HTMLElement>('.clause')].map((clause) => [
        clause.dataset['para'] ?? '',
        clause,
      ]),
    );
    this.#texts = new Map(this.listParagraphs().map(({ id, text }) => [id, text]));
    this.#locateAll();
    this.#watchSize();
  }

  /** Takes the marks away, as long as the text is out of the page. */
  hide(): void {
    this.#painter?.clear();
    this.#resize?.disconnect();
    this.#resize = null;
  }

  /** Brings a run into view, now or as soon as the text is to be seen. */
  reveal(range: TextRange): void {
    const found = this.#locate(range);
    if (!found || !this.#scroller) return;
    const isShown = scrollWithin(this.#scroller, openRange(found), { place: 'third' });
    this.#pending = isShown ? null : range;
    this.#watchSize();
  }

  /** Where a run stands on the screen; null when it is not printed or scrolled out of sight. */
  rectOf(range: TextRange): DOMRect | null {
    const frame = this.#scroller?.getBoundingClientRect();
    const run = this.#locate(range);
    if (!frame || !run) return null;
    for (const rect of openRange(run).getClientRects()) {
      const middle = rect.top + rect.height / 2;
      if (rect.width > 0 && middle > frame.top && middle < frame.bottom) return rect;
    }
    return null;
  }

  #locate(range: TextRange | undefined): PrintedRun | null {
    const clause = range && this.#clauses.get(range.para);
    return clause ? locateRange(clause, range, this.#texts.get(range.para) ?? '') : null;
  }

  #locateAll(): void {
    this.#runs = this.#wanted.slice(0, MAX_MARKS).map((range) => this.#locate(range));
    this.#paint();
  }

  #paint(): void {
    const current = this.#runs[this.#current] ?? this.#locate(this.#wanted[this.#current]) ?? null;
    const printed = this.#runs.filter((run) => run !== null);
    if (printed.length === 0) this.#painter?.clear();
    else this.#painter?.paint(printed, current);
  }

  #watchSize(): void {
    if (this.#resize || !this.#scroller || typeof ResizeObserver === 'undefined') return;
    this.#resize = new ResizeObserver(() => {
      this.#paint();
      if (this.#pending) this.reveal(this.#pending);
    });
    this.#resize.observe(this.#scroller);
  }
}
