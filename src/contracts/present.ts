/** A story on stage: where the talk stands, and what may be asked of it. One window owns it; another may show it. */

/** How many slides there are: opening, scenes, closing, in that order. */
export interface Deck {
  readonly hasOpening: boolean;
  readonly sceneCount: number;
  readonly hasClosing: boolean;
}

/** A place on the picture, 0–1 from its left and top edge, so that a window of another size can show it. */
export interface StagePoint {
  readonly x: number;
  readonly y: number;
}

export interface PresentState {
  readonly deck: Deck;
  readonly isRunning: boolean;
  /** Slide on stage, from 0. With an opening, scene n is slide n; without one, slide n − 1. */
  readonly index: number;
  /** Time of the start as the caller's clock told it, in milliseconds; null: never started. */
  readonly startedAt: number | null;
  /** A black screen; the next move lifts it. */
  readonly isBlank: boolean;
  /** The slides go on by themselves; whatever the speaker does stops it. */
  readonly isAutoplay: boolean;
  /** A number that is being typed; Enter goes to the scene of this number. */
  readonly digits: string;
  /** Dims all but the focus; null: as the scene says. A choice holds for one slide. */
  readonly spotlight: boolean | null;
  /** The pointer is a laser dot. */
  readonly isLaserOn: boolean;
  /** Where the dot is; null: nowhere. */
  readonly laser: StagePoint | null;
  /** A scene that plays the lens has gone over to its second look. */
  readonly isPlayed: boolean;
  /** Where the divider of a comparison stands, 0–1 from the left; null: where the scene puts it. */
  readonly divider: number | null;
}

export type PresentCommand =
  /** From a slide; `at` is the caller's clock in milliseconds. A talk that runs starts anew. */
  | { readonly type: 'start'; readonly index: number; readonly at: number }
  | { readonly type: 'stop' }
  | { readonly type: 'next' }
  | { readonly type: 'previous' }
  | { readonly type: 'first' }
  | { readonly type: 'last' }
  /** To a slide, from 0; beyond either end means that end. */
  | { readonly type: 'go'; readonly index: number }
  /** The time of the slide is over: goes on while autoplay is on, and ends it at the last slide. */
  | { readonly type: 'advance' }
  | { readonly type: 'digit'; readonly digit: string }
  /** Takes back the number that is being typed. */
  | { readonly type: 'digit-clear' }
  /** Goes to the scene of the typed number; without one, to the next slide. */
  | { readonly type: 'enter' }
  /** Takes back a digit; without one, goes to the slide before. */
  | { readonly type: 'backspace' }
  | { readonly type: 'blank'; readonly isOn?: boolean }
  | { readonly type: 'autoplay'; readonly isOn?: boolean }
  /** `isSceneSpotlit`: what the scene itself asks for, so that the first press turns it over. */
  | { readonly type: 'spotlight'; readonly isSceneSpotlit: boolean }
  | { readonly type: 'laser'; readonly isOn?: boolean }
  | { readonly type: 'laser-move'; readonly at: StagePoint | null }
  | { readonly type: 'play'; readonly isOn?: boolean }
  | { readonly type: 'divide'; readonly at: number }
  /** The story was edited; the talk stays at its slide where that is still there. */
  | { readonly type: 'deck'; readonly deck: Deck; readonly index?: number }
  /** Takes the state of another window as it is. */
  | { readonly type: 'join'; readonly state: PresentState };

/** What of a keyboard event decides; a `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

/** What a key means beyond the talk's own commands. */
export type KeyAnswer =
  | { readonly type: 'command'; readonly command: PresentCommand }
  | { readonly type: 'start'; readonly from: 'first' | 'here' }
  | { readonly type: 'spotlight' }
  /** Moves the divider of a comparison by a share of the width. */
  | { readonly type: 'divide'; readonly by: number }
  | { readonly type: 'list' }
  | { readonly type: 'help' }
  /** Red-lines on the stage: begins or ends drawing. */
  | { readonly type: 'draw' }
  | { readonly type: 'full-screen' }
  | { readonly type: 'flavour' }
  /** Ours, and nothing comes of it: F5 during a talk must not reload the page. */
  | { readonly type: 'swallow' };
