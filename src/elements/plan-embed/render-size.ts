import { html, nothing, type TemplateResult } from 'lit';
import {
  SIZE_LIMITS,
  SIZE_PRESETS,
  sliceOf,
  type EmbedChoice,
  type SizePreset,
} from '../../core/embed/embed-choice.ts';
import { checkSize } from './check-size.ts';
import type { EmbedContext } from './embed-context.ts';
import { renderSelect } from './render-about.ts';

/** Pages as readers have them: a phone, a column of an article, a desk. */
const PAGE_WIDTHS_PX = [390, 720, 1200] as const;

/** Presets, sides in numbers, and what the size costs. */
export function renderSize(context: EmbedContext): TemplateResult {
  const { words, choice, choose } = context;
  const names = Object.keys(SIZE_PRESETS) as SizePreset[];
  const preset = presetOf(choice);
  return html`
    ${renderSelect(
      'preset',
      words.size,
      [...names, ...(preset === 'free' ? (['free'] as const) : [])].map(
        (name) => [name, words.presets[name]] as const,
      ),
      preset,
      (name) => {
        if (name === 'free') return;
        const [widthPx, heightPx] = SIZE_PRESETS[name];
        choose({ widthPx, heightPx });
      },
    )}
    <div class="sides">
      ${choice.widthPx === '100%' ? nothing : renderSide('width', context)}
      ${renderSide('height', context)}
    </div>
    ${renderCheck(context)}
  `;
}

function presetOf({ widthPx, heightPx }: EmbedChoice): SizePreset | 'free' {
  const found = Object.entries(SIZE_PRESETS).find(
    ([, [width, height]]) => width === widthPx && height === heightPx,
  );
  return (found?.[0] as SizePreset | undefined) ?? 'free';
}

function renderSide(
  side: 'width' | 'height',
  { words, choice, badSides, typeSide }: EmbedContext,
): TemplateResult {
  const bad = badSides[side];
  const value = bad ?? String(side === 'width' ? choice.widthPx : choice.heightPx);
  const { least, most } = SIZE_LIMITS;
  return html`<div class="side">
    <label class="row">
      <span class="name">${words[side]}</span>
      <input
        type="text"
        inputmode="numeric"
        data-field=${side}
        autocomplete="off"
        aria-invalid=${bad === undefined ? 'false' : 'true'}
        aria-describedby="${side}-problem"
        .value=${value}
        @change=${(event: Event) => typeSide(side, (event.target as HTMLInputElement).value)}
      />
      <span class="unit">${words.pixels}</span>
    </label>
    <p data-error id="${side}-problem" role="alert">
      ${bad === undefined ? nothing : words.badSide(bad, least, most)}
    </p>
  </div>`;
}

function renderCheck({ words, choice }: EmbedContext): TemplateResult {
  const { kind, widthPx, heightPx } = choice;
  const isAtlas = sliceOf(kind) === 'atlas';
  const check = checkSize(kind, widthPx === '100%' ? PAGE_WIDTHS_PX[0] : widthPx, heightPx);
  const at = (width: number): string =>
    words.atWidth(width, words.layouts[checkSize(kind, width, heightPx).layout ?? 'compact']);
  return html`<div class="verdict" data-check="size" data-small=${check.isTooSmall ? '' : nothing}>
    <p>
      <strong>${check.isTooSmall ? `✕ ${words.tooSmall}` : `✓ ${words.sizeGood}`}</strong>
      ${isAtlas ? nothing : words.growing}
      ${isAtlas && widthPx !== '100%' && check.layout ? words.layouts[check.layout] : nothing}
    </p>
    ${
      isAtlas && widthPx === '100%'
        ? html`<ul>
            ${PAGE_WIDTHS_PX.map((width) => html`<li>${at(width)}</li>`)}
          </ul>`
        : check.lost.length > 0
          ? html`<ul>
              ${check.lost.map((loss) => html`<li>${words.losses[loss]}</li>`)}
            </ul>`
          : nothing
    }
  </div>`;
}
