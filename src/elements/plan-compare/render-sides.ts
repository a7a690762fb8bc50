import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CompareSide } from '../../contracts/state.ts';
import type { FlavourName } from '../../contracts/theme.ts';
import type { StageChoice } from '../messages/compare-messages.ts';
import type { CompareView } from './compare-view.ts';
import type { Divider } from './divider.ts';
import { findStageChoice, STAGE_CHOICES } from './stage-choices.ts';

const FLAVOURS: readonly FlavourName[] = ['light', 'dark', 'projector'];

/** What a side shows, at its corner of the map; it is chosen there too. */
export function renderLabel(
  view: CompareView,
  side: CompareSide,
  openChooser: () => void,
): TemplateResult {
  return html`<div class="label" data-side=${side} part="label">
    ${renderChoice(view, side, openChooser)}
  </div>`;
}

function renderChoice(
  view: CompareView,
  side: CompareSide,
  openChooser: () => void,
): TemplateResult {
  const { state, words, names, change } = view;
  const { pair, stages, flavours, other } = state.compare;
  switch (pair) {
    case 'status': {
      const chosen = findStageChoice(stages[side]);
      const offered = Object.keys(STAGE_CHOICES) as StageChoice[];
      return renderSelect(view, side, {
        options: [
          ...offered.map((name) => [name, words.stages[name]] as const),
          ...(chosen ? [] : [['', names[side]] as const]),
        ],
        chosen: chosen ?? '',
        choose: (name) => {
          if (name === '') return;
          change({ stages: { ...stages, [side]: STAGE_CHOICES[name as StageChoice] } });
        },
      });
    }
    case 'flavour':
      return renderSelect(view, side, {
        options: FLAVOURS.map((name) => [name, words.flavours[name]] as const),
        chosen: flavours[side],
        choose: (name) => change({ flavours: { ...flavours, [side]: name as FlavourName } }),
      });
    case 'bundle':
      return other.side === side
        ? html`<button
            type="button"
            class="boxed name"
            data-control="choose-plan"
            title=${view.other.status === 'ready' ? words.chooseOther : words.choose}
            @click=${openChooser}
          >
            <bdi>${names[side]}</bdi>
          </button>`
        : html`<span class="name">${names[side]}</span>`;
    default:
      return pair satisfies never;
  }
}

interface Choice {
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

function renderSelect(
  { words }: CompareView,
  side: CompareSide,
  { options, chosen, choose }: Choice,
): TemplateResult {
  return html`<label>
    <span class="hidden">${words.sides[side]}</span>
    <select
      data-control="side-${side}"
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([value, text]) =>
          html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`,
      )}
    </select>
  </label>`;
}

/** The line between the maps, and the grip that moves it. */
export function renderDivider(
  { words, names, state }: CompareView,
  at: number,
  divider: Divider,
): TemplateResult | typeof nothing {
  if (state.compare.layout !== 'swipe') return nothing;
  const percent = Math.round(at * 100);
  return html`
    <div class="line" aria-hidden="true"></div>
    <div
      class="divider"
      part="divider"
      role="slider"
      tabindex="0"
      aria-orientation="horizontal"
      aria-label=${words.divider(names.left, names.right)}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${percent}
      aria-valuetext=${words.dividerValue(percent)}
      @pointerdown=${divider.handlePointerDown}
      @keydown=${divider.handleKey}
      @dblclick=${divider.center}
    >
      <span class="grip" aria-hidden="true">
        <i data-step="-1"></i>
        <i data-step="1"></i>
      </span>
    </div>
  `;
}
