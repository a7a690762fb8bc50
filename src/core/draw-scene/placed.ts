import type { SvgImage } from '../../contracts/theme.ts';
import type { Collisions } from './collisions.ts';
import type { Face } from './measure-text.ts';
import type { Drawable, LayerReader } from './read-layer.ts';
import type { TextSection } from './style-evaluator.ts';
import type { Box, Point, Viewport } from './viewport.ts';

/** A sign or a name where it stands. */
export interface Placed {
  readonly layer: string;
  /** Id of the feature. */
  readonly feature: string;
  /** What it keeps from others, padding and all. */
  readonly boxes: readonly Box[];
  readonly drawable: Drawable;
  readonly mark:
    | { readonly kind: 'icon'; readonly image: string; readonly at: Point }
    | { readonly kind: 'name'; readonly lines: readonly PlacedLine[]; readonly type: Type }
    | { readonly kind: 'along'; readonly glyphs: readonly PlacedGlyph[]; readonly type: Type };
}

export interface PlacedLine {
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly sections: readonly TextSection[];
}

/** A letter on a bent line, from the left end of its baseline. */
export interface PlacedGlyph {
  readonly text: string;
  readonly at: Point;
  readonly turnDegrees: number;
}

export interface Type {
  readonly sizePx: number;
  readonly family: string;
  readonly weight: string | null;
  readonly face: Face;
}

export interface PlaceContext {
  readonly viewport: Viewport;
  readonly reader: LayerReader;
  readonly images: Readonly<Record<string, SvgImage>>;
  readonly collisions: Collisions;
}
