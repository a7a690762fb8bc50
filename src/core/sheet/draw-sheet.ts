import { FIRST_OF_PLAN } from '../../contracts/base-map.ts';
import type { SheetPart, SheetSpec } from '../../contracts/sheet.ts';
import { drawScene } from '../draw-scene/draw-scene.ts';
import { escapeXml } from '../escape-xml.ts';
import { drawFooter } from './draw-footer.ts';
import { drawGrid, drawNorth, drawTitle, drawWatermark } from './draw-furniture.ts';
import { drawSide } from './draw-side.ts';
import { findContent, type SheetContent } from './find-content.ts';
import { INK, PAPER } from './inks.ts';
import { layOutSheet, type PaperBox, type SheetLayout } from './lay-out.ts';
import { createSheetFrame, type SheetFrame } from './sheet-frame.ts';
import { SheetPen, type SheetOptions } from './sheet-pen.ts';
import { writeRect } from './write-paper.ts';

export interface DrawnSheet {
  /** The whole sheet: one SVG in millimetres. */
  readonly svg: string;
  readonly content: SheetContent;
  readonly layout: SheetLayout;
  readonly frame: SheetFrame;
  /** Ids of the features with anything on it. */
  readonly drawn: ReadonlySet<string>;
  /** Where the parts stand that are on it. */
  readonly boxes: Readonly<Partial<Record<SheetPart, PaperBox>>>;
  /** Lines of lists that found no room, by part; none is left off unsaid. */
  readonly cut: Readonly<Partial<Record<SheetPart, number>>>;
}

/**
 * A plan drawing, true to scale: the map in vectors with its frame, and round it what a drawing must say, exactly of
 * what is drawn. The same plan and the same wishes give the same bytes.
 */
export function drawSheet(spec: SheetSpec, options: SheetOptions): DrawnSheet {
  const { bundle, cartography, scene, state, evaluator, lang } = options;
  const layout = layOutSheet(spec);
  const { map } = layout;
  const frame = createSheetFrame(spec.center, spec.scale, map.width, map.height);
  const drawing = drawScene(scene, {
    viewport: frame.viewport,
    evaluator,
    title: spec.title,
    description: spec.title,
    lang,
    softEdges: 'steps',
    furniture: null,
    ...(options.underlay
      ? { underlay: { beforeId: FIRST_OF_PLAN, svg: options.underlay.svg } }
      : {}),
  });
  const content = findContent(bundle, cartography, state, drawing.drawn);
  const pen = new SheetPen(spec, options, layout, frame, content);
  const { widthPx, heightPx } = frame.viewport;
  const picture = drawing.svg.replace(
    /^<svg\b[^>]*>/,
    `<svg x="${map.x}" y="${map.y}" width="${map.width}" height="${map.height}" ` +
      `viewBox="0 0 ${widthPx} ${heightPx}" overflow="hidden">`,
  );
  const { width, height } = layout.sheet;
  const body = drawAll(pen, picture);
  return {
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" ` +
      `viewBox="0 0 ${width} ${height}" lang="${lang}"><title>${escapeXml(spec.title)}</title>` +
      `${writeRect(0, 0, width, height, { fill: PAPER })}${body}</svg>`,
    content,
    layout,
    frame,
    drawn: drawing.drawn,
    boxes: pen.boxes,
    cut: pen.cut,
  };
}

function drawAll(pen: SheetPen, picture: string): string {
  const { map, growth } = pen.layout;
  return [
    picture,
    drawGrid(pen),
    writeRect(map.x, map.y, map.width, map.height, { stroke: INK, strokeMm: 0.5 * growth }),
    pen.shows('watermark') && pen.spec.watermark !== '' ? drawWatermark(pen) : '',
    pen.shows('title') && pen.spec.title !== '' ? drawTitle(pen) : '',
    pen.shows('north') ? drawNorth(pen) : '',
    drawSide(pen),
    drawFooter(pen),
  ].join('');
}
