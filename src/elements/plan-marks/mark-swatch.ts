import {
  MARK_KINDS,
  type Mark,
  type MarkColour,
  type MarkKind,
  type MarkLook,
} from '../../contracts/marks.ts';
import type { SvgImage } from '../../contracts/theme.ts';
import type { LegendExtra } from '../shared/legend-extras.ts';
import { marksMessages } from '../messages/marks-messages.ts';

const WIDTH_PX = 34;
const HEIGHT_PX = 20;

/** Drawings in a box of 34 × 20: first the glow, then the pen. */
const SHAPES: Readonly<Record<MarkKind, (colour: string) => string>> = {
  point: (colour) => dot(colour),
  line: (colour) => stroke('M5 14L14 6L20 13L29 6', colour),
  area: (colour) => stroke('M7 15L10 5L26 6L28 15Z', colour, 0.25),
  arrow: (colour) => stroke('M5 13L24 8M19 4.500L26 7.500L20.500 12.500', colour),
  text: (colour) => stroke('M11 5H23M17 5V16', colour),
  freehand: (colour) => stroke('M5 12C9 2 13 18 17 10S25 4 29 12', colour),
};

function dot(colour: string): string {
  return `<circle cx="17" cy="10" r="7.500" fill="GLOW"/><circle cx="17" cy="10" r="4.500" fill="${colour}"/>`;
}

function stroke(path: string, colour: string, fill = 0): string {
  const line = 'stroke-linecap="round" stroke-linejoin="round"';
  return `<path d="${path}" fill="none" stroke="GLOW" stroke-width="7.500" ${line}/><path d="${path}" fill="${fill ? colour : 'none'}" fill-opacity="${fill}" stroke="${colour}" stroke-width="2.800" ${line}/>`;
}

/** A kind of mark in small, as the map draws it. */
export function drawMark(kind: MarkKind, colour: MarkColour, look: MarkLook): SvgImage {
  const value = look.colours.find(({ id }) => id === colour)?.value ?? '#000000';
  const body = SHAPES[kind](value).replaceAll('GLOW', look.glow);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH_PX} ${HEIGHT_PX}">${body}</svg>`,
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
  };
}

/** The legend of the marks that are there. */
export function listMarkKeys(marks: readonly Mark[], look: MarkLook): LegendExtra {
  const kinds = MARK_KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  return {
    title: { zh: marksMessages['zh-Hans'].notPlan, en: marksMessages.en.notPlan },
    rows: kinds.map((kind) => ({
      name: { zh: marksMessages['zh-Hans'].kinds[kind], en: marksMessages.en.kinds[kind] },
      image: drawMark(kind, marks.find((mark) => mark.kind === kind)!.colour, look),
    })),
  };
}
