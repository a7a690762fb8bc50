/** What the windows of one talk tell each other. Every window keeps the whole talk; none is the master. */
import type { Story } from './bundle.ts';
import type { PresentCommand, PresentState } from './present.ts';
import type { Camera } from './state.ts';

/** `stage`: what the hall sees; `presenter`: what the speaker sees. */
export type WindowRole = 'stage' | 'presenter';

/** A command and its place in the order that all windows agree on: by `lamport`, then by `from`. */
export interface TalkEntry {
  /** Id of the window that gave it, new at every load. */
  readonly from: string;
  /** Counts the window's own commands from 1, so that a gap is noticed. */
  readonly seq: number;
  /** Microseconds since 1970, but always greater than that of every command that the window had heard of. */
  readonly lamport: number;
  readonly command: PresentCommand;
}

/** A talk with all commands in it that `seen` tells of: the last `seq` of each window. */
export interface TalkSnapshot {
  readonly state: PresentState;
  readonly seen: Readonly<Record<string, number>>;
  readonly lamport: number;
}

/** What the hall sees beyond the talk's state, so that a small picture can show the same. */
export interface StageFacts {
  /** Where the map looks from; null: a slide without a map, or no map yet. */
  readonly camera: Camera | null;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What the caption covers, as a share of the width from the left, or of the height from below. */
  readonly captionLeft: number;
  readonly captionBottom: number;
}

export type TalkMessage = {
  /** Version of the protocol; a window hears its own version only. */
  readonly v: 1;
  readonly from: string;
  readonly role: WindowRole;
} & (
  | { readonly type: 'hello' }
  /** `sentMs`: milliseconds since 1970 by the sender's high-resolution clock. */
  | { readonly type: 'command'; readonly entry: TalkEntry; readonly sentMs: number }
  | { readonly type: 'snapshot'; readonly snapshot: TalkSnapshot; readonly to: string }
  | { readonly type: 'facts'; readonly facts: StageFacts }
  /** The story as it is told, which may have been edited on this device. */
  | { readonly type: 'story'; readonly story: Story }
  /** Who is asked answers with `pong`, and with a snapshot when the asker lacks something. */
  | { readonly type: 'ping'; readonly seen: Readonly<Record<string, number>> }
  | { readonly type: 'pong' }
  | { readonly type: 'bye' }
);
