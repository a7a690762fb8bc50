import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PresentCommand, PresentState } from '../../contracts/present.ts';
import type { PresentMessages } from '../messages/present-messages.ts';

export interface ControlsView {
  readonly state: PresentState;
  readonly words: PresentMessages;
  readonly isSpotlit: boolean;
  readonly hasFocus: boolean;
  readonly hasPlay: boolean;
  readonly isProjector: boolean;
  readonly isFullScreen: boolean;
  readonly canFullScreen: boolean;
  readonly isListOpen: boolean;
  readonly isHelpOpen: boolean;
  readonly send: (command: PresentCommand) => void;
  readonly toggleSpotlight: () => void;
  readonly toggleFlavour: () => void;
  readonly toggleFullScreen: () => void;
  readonly toggleList: () => void;
  readonly toggleHelp: () => void;
  /** Whether the speaker's own window is there; null: this page cannot open one. */
  readonly hasPresenter: boolean | null;
  readonly openPresenter: () => void;
  readonly isDrawing: boolean;
  readonly draw: () => void;
}

const ICONS = {
  previous: svg`<path d="M12.500 4l-6 6 6 6"/>`,
  next: svg`<path d="M7.500 4l6 6-6 6"/>`,
  list: svg`<path d="M4 5h1M8 5h9M4 10h1M8 10h9M4 15h1M8 15h9"/>`,
  play: svg`<path d="M6 4l10 6-10 6z"/>`,
  pause: svg`<path d="M7 4v12M13 4v12"/>`,
  spotlight: svg`<circle cx="10" cy="10" r="3"/><path d="M10 1.500v3M10 15.500v3M1.500 10h3M15.500 10h3M4 4l2 2M14 14l2 2M16 4l-2 2M6 14l-2 2"/>`,
  laser: svg`<circle class="solid" cx="14" cy="6" r="2.500"/><path d="M12 8l-9 9"/>`,
  draw: svg`<path d="M3 17l1-4L14 3l3 3L7 16zM12 5l3 3"/>`,
  replay: svg`<path d="M3 10h6M17 10h-6M6 7l3 3-3 3M14 7l-3 3 3 3"/>`,
  blank: svg`<rect class="solid" x="3" y="5" width="14" height="10"/>`,
  projector: svg`<rect x="2.500" y="6" width="15" height="8" rx="1.500"/><circle cx="13" cy="10" r="2"/>`,
  'full-screen': svg`<path d="M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4"/>`,
  presenter: svg`<rect x="2" y="3" width="11" height="8" rx="1"/><rect class="solid" x="9" y="9" width="9" height="7" rx="1"/>`,
  help: svg`<path d="M7 7a3 3 0 1 1 4 3c-1 .5-1 1-1 2M10 15.500v.5"/>`,
  leave: svg`<path d="M5 5l10 10M15 5L5 15"/>`,
} as const;

/** Everything that a key does, as a button; they fade while nobody moves the pointer. */
export function renderControls(view: ControlsView): TemplateResult {
  const { state, words, send } = view;
  const button = (
    name: keyof typeof ICONS,
    label: string,
    act: () => void,
    isPressed?: boolean,
    // The tooltip tells what a press does; a name that changed with it would deny what “pressed” says.
    title = label,
  ): TemplateResult =>
    html`<button
      type="button"
      class="control"
      data-control=${name}
      aria-label=${label}
      title=${title}
      aria-pressed=${isPressed ?? nothing}
      @click=${act}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${ICONS[name]}</svg>
    </button>`;
  const isPlaying = state.isAutoplay;
  return html`
    <div class="controls" part="controls" role="group" aria-label=${words.controls}>
      ${button('previous', words.previous, () => send({ type: 'previous' }))}
      ${button('next', words.next, () => send({ type: 'next' }))}
      ${button('list', words.list, view.toggleList, view.isListOpen)}
      ${button(
        isPlaying ? 'pause' : 'play',
        words.autoplay,
        () => send({ type: 'autoplay' }),
        isPlaying,
        isPlaying ? words.pause : words.autoplay,
      )}
      ${
        view.hasFocus
          ? button('spotlight', words.spotlight, view.toggleSpotlight, view.isSpotlit)
          : nothing
      }
      ${button('laser', words.laser, () => send({ type: 'laser' }), state.isLaserOn)}
      ${button('draw', words.draw, view.draw, view.isDrawing)}
      ${view.hasPlay ? button('replay', words.replay, () => send({ type: 'play' }), state.isPlayed) : nothing}
      ${button('blank', words.blank, () => send({ type: 'blank' }), state.isBlank)}
      ${button('projector', words.projector, view.toggleFlavour, view.isProjector)}
      ${
        view.canFullScreen
          ? button(
              'full-screen',
              words.fullScreen,
              view.toggleFullScreen,
              view.isFullScreen,
              view.isFullScreen ? words.leaveFullScreen : words.fullScreen,
            )
          : nothing
      }
      ${
        view.hasPresenter === null
          ? nothing
          : button('presenter', words.presenter, view.openPresenter, view.hasPresenter)
      }
      ${button('help', words.help, view.toggleHelp, view.isHelpOpen)}
      ${button('leave', words.leave, () => send({ type: 'stop' }))}
    </div>
  `;
}
