import { html, nothing, type TemplateResult } from 'lit';
import type { Bounds, LngLat } from '../../contracts/bundle.ts';
import type { SheetMessages } from '../messages/sheet-messages.ts';
import { renderField } from '../shared/render-field.ts';
import { renderPad } from './move-pad.ts';
import { keepInExtent, shiftCenter } from './sheet-wish.ts';
import type { SheetSession } from './sheet-session.ts';

/** Millimetres on paper that one key moves the frame by. */
const STEP_MM = 5;

/** Moves the sheet's frame by keys and figures. */
export class FrameControls {
  readonly #session: SheetSession;
  readonly #redraw: () => void;
  #fault: { readonly axis: 0 | 1; readonly typed: string } | null = null;

  constructor(session: SheetSession, redraw: () => void) {
    this.#session = session;
    this.#redraw = redraw;
  }

  /** @param joint as `SheetSession.choose` takes it */
  put(center: LngLat, extent: Bounds, joint?: string): void {
    this.#fault = null;
    this.#session.choose({ place: 'frame', center: keepInExtent(center, extent) }, joint);
  }

  render(
    texts: SheetMessages,
    extent: Bounds,
    held: { readonly isHeld: boolean; readonly callOff: () => void },
  ): TemplateResult {
    const spec = this.#session.specify();
    const isElsewhere = this.#session.wish.place !== 'plan';
    return html`<fieldset class="frame" part="frame">
      <legend>${texts.frame}</legend>
      <p class="hint">${texts.frameHint}</p>
      <div class="row">
        ${renderPad(texts, texts.frameNudge, ([right, down]) =>
          this.put(shiftCenter(spec, right * STEP_MM, down * STEP_MM), extent, 'nudge-frame'),
        )}
        <button
          type="button"
          class="plain"
          data-action="whole-plan"
          aria-disabled=${!isElsewhere}
          @click=${() => isElsewhere && this.#session.choose({ place: 'plan' })}
        >
          ${texts.wholePlan}
        </button>
      </div>
      <div class="pair">
        ${this.#renderDegrees(texts, extent, 0)} ${this.#renderDegrees(texts, extent, 1)}
      </div>
      <div role="status">
        ${
          held.isHeld
            ? html`${texts.frameHeld}
                <button type="button" class="plain" @click=${held.callOff}>${texts.undo}</button>`
            : nothing
        }
      </div>
    </fieldset>`;
  }

  #renderDegrees(texts: SheetMessages, extent: Bounds, axis: 0 | 1): TemplateResult {
    const { center } = this.#session.specify();
    const [least, most] = [extent[axis], extent[axis + 2]!];
    const name = axis === 0 ? 'lng' : 'lat';
    const fault = this.#fault?.axis === axis ? this.#fault : null;
    return html`${renderField({
      label: texts[name],
      name: `frame-${name}`,
      kind: 'number',
      value: fault?.typed ?? center[axis].toFixed(5),
      change: (typed) => {
        const degrees = Number(typed.trim());
        if (typed.trim() === '' || !(degrees >= least && degrees <= most)) {
          this.#fault = { axis, typed };
          this.#redraw();
          return;
        }
        this.put(axis === 0 ? [degrees, center[1]] : [center[0], degrees], extent);
      },
    })}${
      fault
        ? html`<p class="warn" role="alert">${texts.badPosition(fault.typed, least, most)}</p>`
        : nothing
    }`;
  }
}
