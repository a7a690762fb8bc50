import { html, nothing, type TemplateResult } from 'lit';
import { SHEET_PARTS, type HeadedPart, type SheetPart } from '../../contracts/sheet.ts';
import type { SheetLayout, PaperBox } from '../../core/sheet/lay-out.ts';
import { findOverlaps, keepOnPaper, placePart, readPlace } from '../../core/sheet/place-part.ts';
import type { SheetWords } from '../../core/sheet/sheet-words.ts';
import type { SheetMessages } from '../messages/sheet-messages.ts';
import { renderField } from '../shared/render-field.ts';
import { growHandles } from './grow-handles.ts';
import { renderPad, stepOfKey } from './move-pad.ts';
import type { SheetOnPaper, SheetSession } from './sheet-session.ts';

/** A press that moves less is a click. */
const SLACK_PX = 3;

interface Drag {
  readonly part: SheetPart;
  readonly pointer: number;
  readonly from: { readonly x: number; readonly y: number };
  readonly mmPerPx: number;
  readonly box: PaperBox;
  /** Where it has been dragged to; null: not yet. */
  readonly to: PaperBox | null;
}

/** The furniture of a sheet, moved in its preview by mouse, finger and keys; hidden, renamed and put back. */
export class LayoutEditor {
  readonly #session: SheetSession;
  readonly #redraw: () => void;
  #chosen: SheetPart | null = null;
  #drag: Drag | null = null;
  #fault: { readonly side: 'x' | 'y'; readonly typed: string } | null = null;

  constructor(session: SheetSession, redraw: () => void) {
    this.#session = session;
    this.#redraw = redraw;
  }

  /** Handles over the preview, largest first, so that the small ones lie on top. */
  renderHandles(texts: SheetMessages, paper: SheetOnPaper): TemplateResult {
    const parts = this.#listParts(paper);
    return html`<div class="handles" role="group" aria-label=${texts.parts}>
      ${parts.map(({ part, box }) => {
        const at = this.#drag?.part === part ? (this.#drag.to ?? box) : box;
        const [left, top] = [at.x, at.y].map((mm) => mm.toFixed(1));
        return html`<button
          type="button"
          data-part=${part}
          .box=${at}
          aria-pressed=${part === this.#chosen}
          aria-label=${texts.partAt(texts.partNames[part], left!, top!)}
          @focus=${() => this.#choose(part)}
          @click=${() => this.#choose(part)}
          @pointerdown=${(event: PointerEvent) => this.#press(event, part, box, paper.drawn.layout)}
          @pointermove=${(event: PointerEvent) => this.#move(event, paper.drawn.layout)}
          @pointerup=${(event: PointerEvent) => this.#release(event, paper.drawn.layout)}
          @pointercancel=${() => this.#callOff()}
          @keydown=${(event: KeyboardEvent) => this.#hearKey(event, part, box, paper)}
        ></button>`;
      })}
    </div>`;
  }

  /** Puts the handles where the parts are: a strict page takes no style that is written in an attribute. */
  place(root: ParentNode, { drawn: { layout } }: SheetOnPaper): void {
    const { width, height } = layout.sheet;
    const paper = root.querySelector<HTMLElement>('.paper');
    if (!paper) return;
    paper.style.setProperty('--ratio', String(width / height));
    const pxPerMm = paper.clientWidth / width;
    const handles = [
      ...paper.querySelectorAll<HTMLElement & { box: PaperBox }>('.handles > [data-part]'),
    ];
    const boxes = growHandles(handles.map(({ box }) => scaleBox(box, pxPerMm)));
    for (const [at, { style }] of handles.entries()) {
      const box = boxes[at]!;
      style.setProperty('left', `${box.x}px`);
      style.setProperty('top', `${box.y}px`);
      style.setProperty('width', `${box.width}px`);
      style.setProperty('height', `${box.height}px`);
    }
  }

  /** What can be done to the chosen part, and to all. */
  render(texts: SheetMessages, paper: SheetOnPaper, words: SheetWords): TemplateResult {
    const { moved, hidden, headings } = this.#session.wish;
    const { history } = this.#session;
    const isChanged = Object.keys(moved).length + Object.keys(headings).length > 0;
    const overlaps = findOverlaps(this.#boxes(paper), paper.drawn.layout.map, moved).map(
      ({ part, over }) =>
        texts.overlap(
          texts.partNames[part],
          over === 'map' ? texts.mapName : texts.partNames[over],
        ),
    );
    const button = (
      action: string,
      label: string,
      canAct: boolean,
      act: () => void,
    ): TemplateResult =>
      html`<button
        type="button"
        class="plain"
        data-action=${action}
        aria-disabled=${!canAct}
        @click=${() => canAct && act()}
      >
        ${label}
      </button>`;
    const part = this.#chosen;
    const isThere = part !== null && !hidden.includes(part) && paper.drawn.boxes[part];
    return html`<div class="layout" part="layout">
      <p class="hint">${texts.layoutHint}</p>
      <div class="row">
        ${button('undo', texts.undo, history.canUndo, () => this.#session.undo())}
        ${button('redo', texts.redo, history.canRedo, () => this.#session.redo())}
        ${button('reset-all', texts.resetAll, isChanged, () =>
          this.#session.choose({ moved: {}, headings: {} }),
        )}
      </div>
      ${isThere ? this.#renderChosen(texts, paper, part, words) : nothing}
      <p class="overlaps" role="status">
        ${overlaps.length > 0 ? texts.overlaps(overlaps) : nothing}
      </p>
    </div>`;
  }

  #renderChosen(
    texts: SheetMessages,
    paper: SheetOnPaper,
    part: SheetPart,
    words: SheetWords,
  ): TemplateResult {
    const { moved, headings } = this.#session.wish;
    const box = this.#boxes(paper)[part]!;
    const { layout } = paper.drawn;
    const isChanged = moved[part] !== undefined || headings[part as HeadedPart] !== undefined;
    return html`<fieldset class="chosen" part="chosen">
      <legend>${texts.chosenPart(texts.partNames[part])}</legend>
      <div class="row">
        ${renderPad(texts, texts.partNames[part], ([right, down]) =>
          this.#put(part, { ...box, x: box.x + right, y: box.y + down }, layout, `nudge-${part}`),
        )}
        <button
          type="button"
          class="plain"
          data-action="hide-part"
          @click=${() => this.#hide(part)}
        >
          ${texts.hidePart}
        </button>
        <button
          type="button"
          class="plain"
          data-action="reset-part"
          aria-disabled=${!isChanged}
          @click=${() => isChanged && this.#reset(part)}
        >
          ${texts.resetPart}
        </button>
      </div>
      <div class="pair">
        ${part === 'title' || part === 'watermark' ? nothing : this.#renderHeading(texts, part, words)}
        ${this.#renderMm(texts, 'x', box, (x) => this.#put(part, { ...box, x }, layout))}
        ${this.#renderMm(texts, 'y', box, (y) => this.#put(part, { ...box, y }, layout))}
      </div>
    </fieldset>`;
  }

  #renderHeading(texts: SheetMessages, part: HeadedPart, words: SheetWords): TemplateResult {
    const { headings } = this.#session.wish;
    return renderField({
      label: texts.heading,
      name: 'heading',
      value: headings[part] ?? '',
      hint: texts.headingHint(words.heads[part]),
      change: (typed) => {
        const { [part]: _before, ...others } = headings;
        const heading = typed.trim();
        this.#session.choose({
          headings: heading === '' ? others : { ...others, [part]: heading },
        });
      },
    });
  }

  #renderMm(
    texts: SheetMessages,
    side: 'x' | 'y',
    box: PaperBox,
    put: (mm: number) => void,
  ): TemplateResult {
    const fault = this.#fault?.side === side ? this.#fault : null;
    return html`<div>
      ${renderField({
        label: side === 'x' ? texts.leftMm : texts.topMm,
        name: `part-${side}`,
        kind: 'number',
        value: fault?.typed ?? box[side].toFixed(1),
        change: (typed) => {
          const mm = Number(typed.trim());
          const isNumber = typed.trim() !== '' && Number.isFinite(mm);
          this.#fault = isNumber ? null : { side, typed };
          if (isNumber) put(mm);
          else this.#redraw();
        },
      })}
      ${fault ? html`<p class="warn" role="alert">${texts.badMm(fault.typed)}</p>` : nothing}
    </div>`;
  }

  #listParts(paper: SheetOnPaper): { readonly part: SheetPart; readonly box: PaperBox }[] {
    const boxes = this.#boxes(paper);
    const area = ({ width, height }: PaperBox): number => width * height;
    return SHEET_PARTS.flatMap((part) => {
      const box = boxes[part];
      return box ? [{ part, box }] : [];
    }).toSorted((a, b) => area(b.box) - area(a.box));
  }

  /** Where the parts stand now; the sheet may not have been drawn anew yet. */
  #boxes({ drawn: { boxes, layout } }: SheetOnPaper): Partial<Record<SheetPart, PaperBox>> {
    const { moved, hidden } = this.#session.wish;
    return Object.fromEntries(
      (Object.entries(boxes) as [SheetPart, PaperBox][])
        .filter(([part]) => !hidden.includes(part))
        .map(([part, box]) => {
          const place = moved[part];
          return [part, place ? { ...box, ...placePart(place, box, layout) } : box];
        }),
    );
  }

  #choose(part: SheetPart | null): void {
    if (part === this.#chosen) return;
    this.#chosen = part;
    this.#fault = null;
    this.#redraw();
  }

  #put(part: SheetPart, box: PaperBox, layout: SheetLayout, joint?: string): void {
    this.#fault = null;
    const { moved } = this.#session.wish;
    this.#session.choose({ moved: { ...moved, [part]: readPlace(box, layout) } }, joint);
  }

  #hide(part: SheetPart): void {
    this.#session.choose({ hidden: [...this.#session.wish.hidden, part] });
  }

  #reset(part: SheetPart): void {
    const { [part]: _place, ...moved } = this.#session.wish.moved;
    const { [part as HeadedPart]: _heading, ...headings } = this.#session.wish.headings;
    this.#session.choose({ moved, headings });
  }

  /** A finger that is put on a part scrolls the page, unless the part has been chosen before. */
  #press(event: PointerEvent, part: SheetPart, box: PaperBox, { sheet }: SheetLayout): void {
    if (event.button !== 0 || (event.pointerType === 'touch' && part !== this.#chosen)) return;
    const handle = event.currentTarget as HTMLElement;
    const widthPx = handle.parentElement!.getBoundingClientRect().width;
    handle.setPointerCapture(event.pointerId);
    this.#drag = {
      part,
      pointer: event.pointerId,
      from: { x: event.clientX, y: event.clientY },
      mmPerPx: sheet.width / widthPx,
      box,
      to: null,
    };
  }

  #move(event: PointerEvent, layout: SheetLayout): void {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    const [rightPx, downPx] = [event.clientX - drag.from.x, event.clientY - drag.from.y];
    if (!drag.to && Math.hypot(rightPx, downPx) <= SLACK_PX) return;
    const { box, mmPerPx } = drag;
    const corner = { x: box.x + rightPx * mmPerPx, y: box.y + downPx * mmPerPx };
    this.#drag = { ...drag, to: { ...box, ...keepOnPaper(corner, box, layout) } };
    this.#redraw();
  }

  #release(event: PointerEvent, layout: SheetLayout): void {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    this.#drag = null;
    if (drag.to) this.#put(drag.part, drag.to, layout);
  }

  #callOff(): void {
    if (!this.#drag) return;
    this.#drag = null;
    this.#redraw();
  }

  #hearKey(event: KeyboardEvent, part: SheetPart, box: PaperBox, { drawn }: SheetOnPaper): void {
    const step = stepOfKey(event);
    if (step) {
      const [right, down] = step;
      const moved = { ...box, x: box.x + right, y: box.y + down };
      this.#put(part, moved, drawn.layout, `nudge-${part}`);
    } else if (event.key === 'Delete' || event.key === 'Backspace') this.#hide(part);
    else if (event.key === 'Escape' && this.#drag) this.#callOff();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

const scaleBox = ({ x, y, width, height }: PaperBox, by: number): PaperBox => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});
