import { escapeXml } from '../escape-xml.ts';
import { buildScaleBar } from '../scale-bar.ts';
import { measureText } from './measure-text.ts';
import { shapeText } from './shape-text.ts';
import type { Box, Viewport } from './viewport.ts';
import { toTenths, writeAttributes } from './write-svg.ts';

export interface FurnitureLook {
  readonly ink: string;
  readonly ink2: string;
  /** What the light half of the bar is filled with. */
  readonly card: string;
  readonly ground: string;
  /** Family stack. */
  readonly sans: string;
  readonly typePx: number;
}

export interface FurnitureWords {
  readonly kilometre: string;
  readonly metre: string;
  /** What must be said on the picture, each in a few words. */
  readonly notes: readonly string[];
}

/** What lies over the map, and the places that no name may take. */
export interface Furniture {
  readonly svg: string;
  readonly boxes: readonly Box[];
}

const EDGE_PX = 14;
const BOTTOM_PX = 9;
const BAR_HEIGHT_PX = 5;
const MAX_BAR_PX = 130;
const LINE_EM = 1.35;

/** Notes along the lower edge and above them the scale bar, as on the screen. */
export function drawFurniture(
  viewport: Viewport,
  look: FurnitureLook,
  words: FurnitureWords,
): Furniture {
  const { widthPx, heightPx } = viewport;
  const { typePx } = look;
  const shaped = shapeText([{ text: words.notes.join(' · '), scale: 1 }], {
    face: 'regular',
    maxWidthEm: (widthPx - 2 * EDGE_PX) / typePx,
    lineHeightEm: LINE_EM,
  });
  const notesTop = heightPx - BOTTOM_PX - shaped.lines.length * LINE_EM * typePx;
  const notes = shaped.lines.map(({ sections }, index) =>
    writeText(
      EDGE_PX,
      notesTop + (index + 1) * LINE_EM * typePx - 0.3 * typePx,
      sections.map(({ text }) => text).join(''),
    ),
  );
  const bar = drawBar(viewport, notesTop - 6, look, words);
  const common = {
    'font-family': escapeXml(look.sans),
    'font-size': typePx,
    stroke: look.ground,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  return {
    svg:
      `<g${writeAttributes({ ...common, fill: look.ink2 })}>${notes.join('')}</g>` +
      `<g${writeAttributes({ ...common, fill: look.ink })}>${bar.svg}</g>`,
    boxes: [
      {
        left: 0,
        top: notesTop - 2,
        right: EDGE_PX + shaped.widthEm * typePx + 6,
        bottom: heightPx,
      },
      bar.box,
    ],
  };
}

/** True at the middle of the picture: two halves, with 0, half and whole above them. */
function drawBar(
  { center, zoom }: Viewport,
  bottom: number,
  { ink, card, typePx }: FurnitureLook,
  { kilometre, metre }: FurnitureWords,
): { readonly svg: string; readonly box: Box } {
  const bar = buildScaleBar(center[1], zoom, MAX_BAR_PX);
  const isInKm = bar.metres >= 1000;
  const value = isInKm ? bar.metres / 1000 : bar.metres;
  const unit = isInKm ? kilometre : metre;
  const top = bottom - BAR_HEIGHT_PX;
  const half = bar.widthPx / 2;
  const tick = (x: number, text: string, anchor: string | null): string =>
    writeText(x, top - 3, text, anchor);
  const last = `${value} ${unit}`;
  const rect = (x: number, width: number, fill: string): string =>
    `<rect${writeAttributes({
      x: toTenths(x),
      y: toTenths(top),
      width: String(Math.round(width * 100) / 100),
      height: BAR_HEIGHT_PX,
      fill,
      stroke: ink,
      'stroke-width': 1,
    })}/>`;
  return {
    svg:
      tick(EDGE_PX, '0', null) +
      tick(EDGE_PX + half, String(value / 2), 'middle') +
      tick(EDGE_PX + bar.widthPx - 0.4 * typePx, last, null) +
      rect(EDGE_PX, bar.widthPx, card) +
      rect(EDGE_PX, half, ink),
    box: {
      left: 0,
      top: top - 1.4 * typePx,
      right: EDGE_PX + bar.widthPx + measureText(last) * typePx + 4,
      bottom,
    },
  };
}

const writeText = (x: number, y: number, text: string, anchor: string | null = null): string =>
  `<text${writeAttributes({ x: toTenths(x), y: toTenths(y), 'text-anchor': anchor })}>${escapeXml(text)}</text>`;
