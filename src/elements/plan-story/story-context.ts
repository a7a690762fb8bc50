import type { PlanBundle, Story, StoryScene } from '../../contracts/bundle.ts';
import type { Problem } from '../../contracts/errors.ts';
import type { StoryEdit, StoryEdits } from '../../core/story/edit-story.ts';
import type { StoryMessages } from '../messages/story-messages.ts';
import type { Keeping } from './story-keeper.ts';

/** What the parts of the editor need to draw themselves. */
export interface StoryContext {
  readonly bundle: PlanBundle;
  readonly words: StoryMessages;
  readonly isEnglish: boolean;
  readonly story: Story;
  readonly edits: StoryEdits;
  readonly keeping: Keeping;
  readonly isEdited: boolean;
  readonly hasOlder: boolean;
  /** Row that keys are on. */
  readonly current: string | null;
  /** Scene on the map. */
  readonly shown: string | null;
  /** Scene whose form is open. */
  readonly opened: string | null;
  readonly drag: { readonly id: string; readonly to: number } | null;
  readonly problems: { readonly file: string; readonly list: readonly Problem[] } | null;
  /** What was done last, for all to read. */
  readonly told: string;
  /** Where the story is printed; null where there is no such page. */
  readonly handout: string | null;
  /** Edits are in memory only, where the page that prints cannot read them. */
  readonly isUnsaved: boolean;
  readonly pick: (zh: string, en: string | undefined) => string;
  readonly edit: (edit: StoryEdit) => void;
  readonly do: (action: StoryAction) => void;
}

export type StoryAction =
  | { readonly type: 'show' | 'play' | 'open' | 'recapture' | 'remove'; readonly id: string }
  | { readonly type: 'move'; readonly id: string; readonly to: number }
  | { readonly type: 'focus'; readonly id: string }
  | { readonly type: 'close' | 'add' | 'from-views' | 'undo' | 'redo' | 'reset' }
  | { readonly type: 'export-story' | 'export-bundle' | 'take-older' | 'leave-older' | 'dismiss' }
  | { readonly type: 'import'; readonly file: File };

/** The scene's text in the language of the interface: which part it is, and what stands there. */
export const partOf = (
  scene: StoryScene,
  name: 'title' | 'caption' | 'notes',
  isEnglish: boolean,
): { readonly part: keyof StoryScene; readonly value: string } => {
  const part = isEnglish ? (`${name}En` as const) : name;
  return { part, value: scene[part] ?? '' };
};
