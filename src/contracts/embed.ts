/** A slice of the atlas in another page's frame, as its address names it. */
import type { Gestures } from './state.ts';

export const SLICES = ['atlas', 'figure', 'quote'] as const;
/** The atlas, or `<plan-figure>` or `<plan-quote>` alone. */
export type Slice = (typeof SLICES)[number];

/** What stands before `#` in the address of a frame; the view itself stands behind it, as in every link. */
export interface EmbedOptions {
  readonly slice: Slice;
  /** As the attribute `controls`; null: all. */
  readonly controls: string | null;
  readonly gestures: Gestures;
  /** Another bundle than the app's own, as an address; null: the app's own. */
  readonly src: string | null;
  /** Pages that ask to talk with the frame, as origins; empty: the frame neither hears nor speaks. */
  readonly origins: readonly string[];
}
