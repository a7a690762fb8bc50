export const SHARE_FORMATS = {
  wide: [1600, 900],
  square: [1080, 1080],
  portrait: [1080, 1440],
} as const satisfies Readonly<Record<string, readonly [widthPx: number, heightPx: number]>>;
export type ShareFormat = keyof typeof SHARE_FORMATS;

export interface ShareChoice {
  readonly about: 'view' | 'feature';
  readonly feature: string | null;
  readonly format: ShareFormat;
}

export const DEFAULT_SHARE: ShareChoice = { about: 'view', feature: null, format: 'wide' };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Colours and type of a picture, from the flavour's tokens. */
export interface ShareInk {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly rule: string;
  readonly accent: string;
  readonly lit: string;
  readonly warn: string;
  readonly ground: string;
  readonly land: string;
  readonly sans: string;
  readonly serif: string;
}

/** Where things stand in a picture, in its own pixels. */
export interface ShareLayout {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly map: Box;
  readonly words: Box;
  /** The code, its line below included. */
  readonly code: Box;
  /** Sources and notes. */
  readonly foot: Box;
}

const MARGIN = 48;
const CODE = 208;
const CODE_LINE = 34;

/** Map beside the words on a wide picture, above them on the others. */
export function layOutShare(format: ShareFormat): ShareLayout {
  const [widthPx, heightPx] = SHARE_FORMATS[format];
  const isWide = format === 'wide';
  const map: Box = isWide
    ? { x: 0, y: 0, width: 1000, height: heightPx }
    : { x: 0, y: 0, width: widthPx, height: format === 'square' ? 560 : 740 };
  const x = isWide ? map.width + MARGIN : MARGIN;
  const y = isWide ? MARGIN : map.height + 40;
  const width = widthPx - MARGIN - x;
  const code: Box = {
    x: widthPx - MARGIN - CODE,
    y: heightPx - MARGIN - CODE - CODE_LINE,
    width: CODE,
    height: CODE + CODE_LINE,
  };
  const foot: Box = { x, y: code.y, width: width - CODE - 28, height: code.height };
  return isWide
    ? { widthPx, heightPx, map, code, foot, words: { x, y, width, height: code.y - y - 28 } }
    : {
        widthPx,
        heightPx,
        map,
        code,
        foot: { ...foot, y: heightPx - MARGIN - 120, height: 120 },
        words: { x, y, width: width - CODE - 28, height: heightPx - MARGIN - 120 - y - 20 },
      };
}
