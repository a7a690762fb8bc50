import type { PlanBundle, Story } from '../../contracts/bundle.ts';
import { storyKey, storyOf, type SavedStory } from '../../core/story/apply-scene.ts';
import { emptyStory } from '../../core/story/capture-scene.ts';
import {
  editStory,
  isSame,
  startEdits,
  type StoryEdit,
  type StoryEdits,
} from '../../core/story/edit-story.ts';
import { mergeStories, rebaseEdits } from '../../core/story/merge-stories.ts';
import { storyStorage, type StoryStorage } from './story-storage.ts';

const CHANNEL = 'plan-atlas-story';

export type Keeping =
  | { readonly kind: 'opening' }
  /** What is shown is what the device keeps. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'saving' }
  /** Storage is denied or full: in memory only, until it works again. */
  | { readonly kind: 'memory'; readonly reason: string };

/** The part of BroadcastChannel that is used. */
export interface Channel {
  postMessage: (message: unknown) => void;
  close: () => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void;
}

/**
 * The story of one bundle as edited on this device. Every edit is written at once; windows tell each other and merge
 * what both wrote, so that none is lost. Editor and player each open one of their own and hear of each other's edits.
 * `close()` when done.
 */
export class StoryKeeper {
  readonly bundle: PlanBundle;
  readonly #key: string;
  readonly #changed: () => void;
  readonly #storage: StoryStorage;
  readonly #channel: Channel | null;
  #edits: StoryEdits;
  /** What this window and the storage last agreed on. */
  #base: Story;
  #revision = 0;
  #keeping: Keeping = { kind: 'opening' };
  #older: SavedStory | null = null;
  #writing: Promise<void> = Promise.resolve();
  #isClosed = false;
  readonly whenOpen: Promise<void>;

  constructor(
    bundle: PlanBundle,
    changed: () => void,
    storage: StoryStorage = storyStorage,
    channel: Channel | null = openChannel(),
  ) {
    this.bundle = bundle;
    this.#key = storyKey(bundle);
    this.#changed = changed;
    this.#storage = storage;
    this.#channel = channel;
    this.#base = storyOf(bundle) ?? emptyStory(bundle.bundle);
    this.#edits = startEdits(this.#base);
    channel?.addEventListener('message', (event) => this.#hear(event.data));
    this.whenOpen = this.#open();
  }

  get edits(): StoryEdits {
    return this.#edits;
  }

  get story(): Story {
    return this.#edits.present;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  /** Whether anything differs from what the bundle ships. */
  get isEdited(): boolean {
    return !isSame(this.story, storyOf(this.bundle) ?? emptyStory(this.bundle.bundle));
  }

  /** Edits that belong to an earlier version of the shipped story; null when there are none. */
  get older(): SavedStory | null {
    return this.#older;
  }

  /** Resolves when all that was edited so far is written, or known to be in memory only. */
  get settled(): Promise<void> {
    return this.#writing;
  }

  edit(edit: StoryEdit): void {
    const next = editStory(this.#edits, edit);
    if (next === this.#edits) return;
    const isNew = next.present !== this.#edits.present;
    this.#edits = next;
    if (isNew) this.#save();
    this.#changed();
  }

  /** The shipped story again; can be undone. */
  reset(): void {
    this.edit({
      type: 'replace',
      story: storyOf(this.bundle) ?? emptyStory(this.bundle.bundle),
    });
  }

  takeOlder(): void {
    if (!this.#older) return;
    const { story } = this.#older;
    this.#older = null;
    this.edit({ type: 'replace', story: { ...story, version: this.story.version } });
  }

  leaveOlder(): void {
    this.#older = null;
    this.#changed();
  }

  close(): void {
    this.#isClosed = true;
    this.#channel?.close();
  }

  async #open(): Promise<void> {
    try {
      const all = await this.#storage.list(`${this.bundle.bundle.id}/`);
      const saved = all.filter(({ story }) => Array.isArray(story?.scenes));
      const own = saved.find(({ key }) => key === this.#key);
      if (own && own.revision > this.#revision) this.#take(own);
      else if (!own) this.#older = saved.at(-1) ?? null;
      if (this.#keeping.kind === 'opening') this.#keeping = { kind: 'kept' };
    } catch (error) {
      this.#keeping = { kind: 'memory', reason: reasonOf(error) };
    }
    if (!this.#isClosed) this.#changed();
  }

  #save(): void {
    this.#keeping = { kind: 'saving' };
    this.#writing = this.#writing.then(() => this.#write());
  }

  async #write(): Promise<void> {
    let isTaken = false;
    try {
      const written = await this.#storage.update(this.#key, (saved) => {
        /** Read here, within the transaction: meanwhile more was edited, or heard of. */
        const mine = this.story;
        const isBehind = saved !== null && saved.revision > this.#revision;
        const next: SavedStory = {
          key: this.#key,
          revision: Math.max(saved?.revision ?? 0, this.#revision) + 1,
          story: isBehind ? mergeStories(this.#base, mine, saved.story) : mine,
        };
        this.#take(next, mine);
        isTaken = true;
        return next;
      });
      if (this.#revision === written.revision && isSame(this.story, written.story)) {
        this.#keeping = { kind: 'kept' };
      }
      this.#tell(written);
    } catch (error) {
      this.#keeping = { kind: 'memory', reason: reasonOf(error) };
      if (!isTaken) {
        this.#take({ key: this.#key, revision: this.#revision + 1, story: this.story }, this.story);
      }
      this.#tell({ key: this.#key, revision: this.#revision, story: this.#base });
    }
    if (!this.#isClosed) this.#changed();
  }

  /**
   * Brings in a story that is the newest now. `from`: what of it this window knows already; by default what
   * it and the storage last agreed on.
   */
  #take(saved: SavedStory, from: Story = this.#base): void {
    if (!isSame(saved.story, from)) this.#edits = rebaseEdits(this.#edits, from, saved.story);
    this.#base = saved.story;
    this.#revision = saved.revision;
  }

  #tell(saved: SavedStory): void {
    try {
      this.#channel?.postMessage(saved);
    } catch {
      /** A closed channel has nobody to tell; what was written stands. */
    }
  }

  #hear(message: unknown): void {
    const saved = message as SavedStory;
    if (saved?.key !== this.#key || this.#isClosed || saved.revision <= this.#revision) return;
    this.#take(saved);
    this.#changed();
  }
}

function openChannel(): Channel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error);
