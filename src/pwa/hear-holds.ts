import { setBusy, setUnsaved } from './hold-updates.ts';

/** What a window of the app shows that a new version must not interrupt. */
export interface Holds {
  /** A talk runs in the hall's window. */
  readonly isOnStage: boolean;
  /** The speaker's window is open on a talk that runs. */
  readonly isAtDesk: boolean;
  /** The story was edited and this device keeps none of it. */
  readonly isStoryUnsaved: boolean;
}

/** Events after which the holds may be others. */
const NEWS = ['plan-present-change', 'plan-talk-change', 'plan-story-keeping'] as const;

/**
 * Follows talks and edits by the events of the elements, which know nothing of versions: the library has none.
 * Asks at once, too, for a page that was reloaded in the middle of a talk starts it before this is called.
 */
export function hearHolds(from: EventTarget, look: () => Holds): void {
  const take = (): void => {
    const { isOnStage, isAtDesk, isStoryUnsaved } = look();
    setBusy('stage', isOnStage);
    setBusy('desk', isAtDesk);
    setUnsaved('story', isStoryUnsaved);
  };
  for (const type of NEWS) from.addEventListener(type, take);
  take();
}
