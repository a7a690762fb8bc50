import type { SheetSpec } from '../../contracts/sheet.ts';
import type { ViewerState } from '../../contracts/state.ts';
import type { DrawnSheet } from '../../core/sheet/draw-sheet.ts';
import type { SeriesWish } from '../../core/sheet/sheet-subject.ts';
import type { SheetUnderlay } from '../../core/sheet/underlay.ts';

/** What the tool lends to its parts that come on use: its choices, and the one way in which it draws. */
export interface SheetDesk {
  readonly wish: SeriesWish;
  /** Whether the base map is wanted on sheets. */
  readonly hasBase: boolean;
  /** The state of the screen as it is drawn on paper. */
  readonly state: ViewerState;
  /** @param focus the feature that stands out among its likes; null: none does */
  readonly draw: (
    spec: SheetSpec,
    state: ViewerState,
    underlay: SheetUnderlay | null,
    focus: string | null,
  ) => DrawnSheet;
}
