/** Tiles that draw a bundle layer in more detail than a bundle can hold. */
import type { BaseReport, TileSource } from './base-map.ts';

/** How the tiles of one bundle layer fare. */
export interface LayerTilesState {
  /** Host that would be asked, where it is another than the page's; null: the page's own. */
  readonly host: string | null;
  /** Another host is asked only once the user wants it; the page's own at once. */
  readonly isWanted: boolean;
  /** Null: not asked, still opening, or it could not be opened. */
  readonly source: TileSource | null;
  /** Null: not asked yet. */
  readonly report: BaseReport | null;
  /** Who made them; stands on the map while they are shown. */
  readonly attribution: string;
}

/** By the id of the bundle layer. */
export type TilesState = Readonly<Record<string, LayerTilesState>>;
