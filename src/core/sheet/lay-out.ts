import type { SheetSpec } from '../../contracts/sheet.ts';
import { growthOf, sizeOfPaper } from './paper.ts';

/** In millimetres from the sheet's upper left corner. */
export interface PaperBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything stands on a sheet. */
export interface SheetLayout {
  readonly sheet: PaperBox;
  readonly title: PaperBox;
  /** The map inside its frame; figures of the grid stand round it. */
  readonly map: PaperBox;
  /** 图例 and lists: a column beside the map, or below it on a portrait sheet. */
  readonly side: PaperBox;
  readonly footer: PaperBox;
  /** Between the paper's edge and everything. */
  readonly marginMm: number;
  /** Type of lists, in millimetres from baseline to baseline over 1.4. */
  readonly typeMm: number;
  readonly growth: number;
}

const MARGIN_MM = 10;
const TITLE_MM = 17;
const FOOTER_MM = 9;
const FIGURES_MM = 5;
const SIDE_MM = 78;
const SIDE_SHARE = 0.24;
const TYPE_MM = 2.9;

/** A column beside the map on a landscape sheet; a band below it on a portrait one. */
export function layOutSheet(
  spec: Pick<SheetSpec, 'paper' | 'orientation' | 'grid' | 'hidden'>,
): SheetLayout {
  const { widthMm, heightMm } = sizeOfPaper(spec.paper, spec.orientation);
  const growth = growthOf(spec.paper);
  const margin = MARGIN_MM * growth;
  const figures = spec.grid === 'none' ? 0 : FIGURES_MM * growth;
  const isShown = (part: SheetSpec['hidden'][number]): boolean => !spec.hidden.includes(part);
  const titleHeight = isShown('title') ? TITLE_MM * growth : 0;
  const footerHeight = FOOTER_MM * growth;
  const inner: PaperBox = {
    x: margin,
    y: margin + titleHeight,
    width: widthMm - 2 * margin,
    height: heightMm - 2 * margin - titleHeight - footerHeight,
  };
  const hasSide = (['legend', 'location', 'scale', 'sources', 'clauses'] as const).some(isShown);
  const gap = 4 * growth;
  const isBeside = spec.orientation === 'landscape';
  const sideWidth = hasSide && isBeside ? SIDE_MM * growth : 0;
  const sideHeight = hasSide && !isBeside ? inner.height * SIDE_SHARE : 0;
  const outer: PaperBox = {
    ...inner,
    width: inner.width - (sideWidth > 0 ? sideWidth + gap : 0),
    height: inner.height - (sideHeight > 0 ? sideHeight + gap : 0),
  };
  return {
    sheet: { x: 0, y: 0, width: widthMm, height: heightMm },
    title: { x: margin, y: margin, width: inner.width, height: titleHeight },
    map: {
      x: outer.x + figures,
      y: outer.y + figures,
      width: outer.width - 2 * figures,
      height: outer.height - 2 * figures,
    },
    side: isBeside
      ? { x: outer.x + outer.width + gap, y: inner.y, width: sideWidth, height: inner.height }
      : { x: inner.x, y: outer.y + outer.height + gap, width: inner.width, height: sideHeight },
    footer: {
      x: margin,
      y: heightMm - margin - footerHeight,
      width: inner.width,
      height: footerHeight,
    },
    marginMm: margin,
    typeMm: TYPE_MM * growth,
    growth,
  };
}
