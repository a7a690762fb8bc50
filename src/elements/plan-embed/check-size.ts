import type { EmbedKind } from '../../core/embed/embed-choice.ts';
import { SIZE_LIMITS } from '../../core/embed/embed-choice.ts';
import { chooseLayout } from '../plan-atlas/choose-layout.ts';
import type { Layout } from '../plan-atlas/render-layout.ts';

/** What a size costs: no top bar, panels only on demand, text and layers by turns, cards cut, words broken too often. */
export type SizeLoss = 'bar' | 'panels' | 'turns' | 'card' | 'narrow';

export interface SizeCheck {
  /** Null where there is none: figures and quotes are as high as their words. */
  readonly layout: Layout | null;
  readonly lost: readonly SizeLoss[];
  readonly isTooSmall: boolean;
}

/** Below this a card covers the map and a legend hides it. */
const LEAST_MAP = { widthPx: 280, heightPx: 240 };
const LEAST_FIGURE_PX = 280;
const LEAST_QUOTE_PX = 220;

/** What an embedded slice will look like in a box of this size, and what is lost in it. */
export function checkSize(kind: EmbedKind, widthPx: number, heightPx: number): SizeCheck {
  if (kind === 'feature' || kind === 'clause') {
    const least = kind === 'feature' ? LEAST_FIGURE_PX : LEAST_QUOTE_PX;
    const isTooSmall = widthPx < least;
    return { layout: null, lost: isTooSmall ? ['narrow'] : [], isTooSmall };
  }
  const layout = chooseLayout(widthPx, heightPx);
  const isTooSmall = widthPx < LEAST_MAP.widthPx || heightPx < LEAST_MAP.heightPx;
  const lost: readonly SizeLoss[] =
    layout === 'compact' ? ['bar', 'panels'] : layout === 'tall' ? ['turns'] : [];
  return { layout, lost: isTooSmall ? [...lost, 'card'] : lost, isTooSmall };
}

/** A side as typed; null: no whole number within the limits. */
export function readSide(text: string): number | null {
  if (!/^\s*\d{1,5}\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= SIZE_LIMITS.least && value <= SIZE_LIMITS.most ? value : null;
}
