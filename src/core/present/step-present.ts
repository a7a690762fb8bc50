import type { Deck, PresentCommand, PresentState } from '../../contracts/present.ts';

/** More digits than any story has scenes. */
const MAX_DIGITS = 3;

/** A talk that has not begun. */
export function createPresent(deck: Deck): PresentState {
  return {
    deck,
    isRunning: false,
    index: 0,
    startedAt: null,
    isBlank: false,
    isAutoplay: false,
    digits: '',
    spotlight: null,
    isLaserOn: false,
    laser: null,
    isPlayed: false,
    divider: null,
  };
}

/** Opening, scenes and closing together. */
export const countSlides = ({ hasOpening, sceneCount, hasClosing }: Deck): number =>
  sceneCount + (hasOpening ? 1 : 0) + (hasClosing ? 1 : 0);

/** Number of the scene at a slide, from 1; null at opening and closing. */
export function sceneNumberAt(deck: Deck, index: number): number | null {
  const number = index + (deck.hasOpening ? 0 : 1);
  return number >= 1 && number <= deck.sceneCount ? number : null;
}

/** Slide of a scene by its number from 1; 0 is the opening; beyond either end means that end. */
export const slideOfNumber = (deck: Deck, number: number): number =>
  clampSlide(deck, number - (deck.hasOpening ? 0 : 1));

const clampSlide = (deck: Deck, index: number): number =>
  Number.isFinite(index)
    ? Math.min(Math.max(0, Math.trunc(index)), Math.max(0, countSlides(deck) - 1))
    : 0;

/**
 * The next state of a talk. Pure: the same state and command always give the same answer, so that two windows that
 * hear the same commands stand at the same slide. A stopped talk answers only `start`, `deck` and `join`.
 */
export function stepPresent(state: PresentState, command: PresentCommand): PresentState {
  if (command.type === 'join') return command.state;
  if (command.type === 'deck') return takeDeck(state, command.deck, command.index);
  if (command.type === 'start') {
    if (countSlides(state.deck) === 0) return state;
    const index = clampSlide(state.deck, command.index);
    return { ...createPresent(state.deck), isRunning: true, index, startedAt: command.at };
  }
  if (!state.isRunning) return state;
  switch (command.type) {
    case 'stop':
      return { ...createPresent(state.deck), index: state.index };
    case 'next':
      return move(state, state.index + 1);
    case 'previous':
      return move(state, state.index - 1);
    case 'first':
      return move(state, 0);
    case 'last':
      return move(state, countSlides(state.deck) - 1);
    case 'go':
      return move(state, command.index);
    case 'advance':
      return advance(state);
    case 'digit':
      return /^\d$/.test(command.digit)
        ? { ...state, digits: (state.digits + command.digit).slice(-MAX_DIGITS), isAutoplay: false }
        : state;
    case 'digit-clear':
      return { ...state, digits: '' };
    case 'enter':
      return state.digits === ''
        ? move(state, state.index + 1)
        : move(state, slideOfNumber(state.deck, Number(state.digits)));
    case 'backspace':
      return state.digits === ''
        ? move(state, state.index - 1)
        : { ...state, digits: state.digits.slice(0, -1) };
    case 'blank':
      return quiet(state, { isBlank: command.isOn ?? !state.isBlank });
    case 'autoplay':
      return {
        ...state,
        digits: '',
        isBlank: false,
        isAutoplay: command.isOn ?? !state.isAutoplay,
      };
    case 'spotlight':
      return quiet(state, { spotlight: !(state.spotlight ?? command.isSceneSpotlit) });
    case 'laser': {
      const isLaserOn = command.isOn ?? !state.isLaserOn;
      return quiet(state, { isLaserOn, laser: isLaserOn ? state.laser : null });
    }
    case 'laser-move':
      return quiet(state, {
        laser: command.at && { x: share(command.at.x), y: share(command.at.y) },
      });
    case 'play':
      return { ...state, isPlayed: command.isOn ?? !state.isPlayed };
    case 'divide':
      return quiet(state, { divider: share(command.at) });
    default:
      return command satisfies never;
  }
}

/** To a slide; what was chosen for the last one ends with it. */
function move(state: PresentState, to: number): PresentState {
  return { ...toSlide(state, to), isAutoplay: false };
}

function toSlide(state: PresentState, to: number): PresentState {
  const index = clampSlide(state.deck, to);
  const next = { ...state, index, digits: '', isBlank: false };
  return index === state.index
    ? next
    : { ...next, spotlight: null, isPlayed: false, divider: null };
}

function advance(state: PresentState): PresentState {
  if (!state.isAutoplay) return state;
  const isLast = state.index >= countSlides(state.deck) - 1;
  return isLast ? { ...state, isAutoplay: false } : toSlide(state, state.index + 1);
}

/** A change within the slide: the speaker has taken over. */
const quiet = (state: PresentState, change: Partial<PresentState>): PresentState => ({
  ...state,
  digits: '',
  isAutoplay: false,
  ...change,
});

function takeDeck(state: PresentState, deck: Deck, index = state.index): PresentState {
  const isRunning = state.isRunning && countSlides(deck) > 0;
  return { ...state, deck, isRunning, index: clampSlide(deck, index) };
}

const share = (value: number): number =>
  Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
