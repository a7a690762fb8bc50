import type { Status } from '../contracts/bundle.ts';
import type {
  Cartography,
  ClassSymbol,
  ColourName,
  FeatureClass,
  Flavour,
  SvgImage,
} from '../contracts/theme.ts';
import { stepDown, type SoftEdges } from './draw-scene/soft-edges.ts';

export interface SwatchOptions {
  /** Dash pattern of the stage in line widths; null is solid. */
  readonly dash: readonly number[] | null;
  /** Inferred or schematic: soft halo, dashed rim. */
  readonly isSoft: boolean;
  /** Default `blur`. */
  readonly softEdges?: SoftEdges;
  /** Decides the look of an icon. Default: existing. */
  readonly status?: Status;
  /** Place of one area among those of its class; absent: all of their colours. */
  readonly areaPosition?: number;
  /** Size in CSS pixels before the flavour's scale. Default 34 × 18. */
  readonly widthPx?: number;
  readonly heightPx?: number;
}

const WIDTH_PX = 34;
const HEIGHT_PX = 18;

/**
 * Draws a class as legend, list and card show it, from the table that also feeds the map.
 * Pure; the text holds nothing but colours and numbers of that table.
 */
export function drawSwatch(
  featureClass: FeatureClass,
  flavour: Flavour,
  cartography: Pick<Cartography, 'drawIcon'>,
  options: SwatchOptions,
): SvgImage {
  const { symbol } = featureClass;
  if (symbol.type === 'marker' || symbol.type === 'text-only') {
    const sizePx = Math.min(symbol.type === 'marker' ? symbol.sizePx : 16, 20);
    return cartography.drawIcon(symbol.icon, {
      colour: symbol.colour,
      sizePx,
      isSoft: options.isSoft,
      status: options.status ?? 'existing',
      flavour,
    });
  }
  const width = options.widthPx ?? WIDTH_PX;
  const height = options.heightPx ?? HEIGHT_PX;
  return frame(drawSymbol(symbol, flavour, width, height, options), width, height, flavour);
}

/** A sample of a stage's dash, or of a soft line, in the flavour's ink. */
export function drawLineSample(
  flavour: Flavour,
  sample: Pick<SwatchOptions, 'dash' | 'isSoft' | 'softEdges'>,
): SvgImage {
  const ink = inkOf(flavour);
  const line = drawLine(ink, 2, WIDTH_PX, HEIGHT_PX / 2, sample.dash);
  const halo = sample.isSoft
    ? drawSoftLine(ink, 10, WIDTH_PX, HEIGHT_PX / 2, 0.22, sample.softEdges)
    : '';
  return frame(halo + line, WIDTH_PX, HEIGHT_PX, flavour);
}

const DEVIATION_PX = 1.8;
const SOFT_FILTER = `<filter id="soft" filterUnits="userSpaceOnUse" x="-20" y="-20" width="120" height="80"><feGaussianBlur stdDeviation="${DEVIATION_PX}"/></filter>`;
/** An even fade of this breadth has the deviation of the blur. */
const FADE_PX = DEVIATION_PX * Math.sqrt(12);

function drawSoftLine(
  colour: string,
  strokePx: number,
  width: number,
  y: number,
  opacity: number,
  softEdges: SoftEdges = 'blur',
): string {
  if (softEdges === 'blur') {
    const more = `opacity="${opacity}" filter="url(#soft)"`;
    return SOFT_FILTER + drawLine(colour, strokePx, width, y, null, more);
  }
  return stepDown(strokePx + FADE_PX, FADE_PX, opacity)
    .map((step) =>
      drawLine(colour, step.widthPx, width, y, null, `opacity="${round(step.opacity)}"`),
    )
    .join('');
}

function drawSymbol(
  symbol: Exclude<ClassSymbol, { type: 'marker' | 'text-only' }>,
  flavour: Flavour,
  width: number,
  height: number,
  options: SwatchOptions,
): string {
  const y = height / 2;
  const colourOf = (name: ColourName): string => flavour.colours[name] ?? inkOf(flavour);
  const soft = (colour: string): string =>
    options.isSoft ? drawSoftLine(colour, 10, width, y, 0.3, options.softEdges) : '';
  switch (symbol.type) {
    case 'road': {
      const line = clampWidth(symbol.widthPx, 2, 5);
      const colour = colourOf(symbol.colour);
      return (
        soft(colour) +
        drawLine(
          colourOf(symbol.casing),
          line + 2,
          width,
          y,
          options.dash && scale(options.dash, line / (line + 2)),
        ) +
        drawLine(colour, line, width, y, options.dash)
      );
    }
    case 'rail': {
      const line = clampWidth(symbol.widthPx, 3, 4);
      const colour = colourOf(symbol.colour);
      return (
        soft(colour) +
        drawLine(colour, line, width, y, options.dash) +
        drawLine(colourOf(symbol.gap), line - 1.6, width, y, [2, 2])
      );
    }
    case 'line': {
      const colour = colourOf(symbol.colour);
      return (
        soft(colour) + drawLine(colour, clampWidth(symbol.widthPx, 1.5, 4), width, y, options.dash)
      );
    }
    case 'band': {
      const colour = colourOf(symbol.colour);
      const band = clampWidth(symbol.widthPx, 8, 12);
      return (
        drawSoftLine(colour, band, width, y, 0.42, options.softEdges) +
        drawLine(colour, band - 3, width, y, null, 'opacity="0.4"')
      );
    }
    case 'area':
      return drawAreas(coloursOf(symbol.colours, options).map(colourOf), width, height);
    case 'outline': {
      const colour = colourOf(symbol.colour);
      const line = clampWidth(symbol.widthPx, 1.2, 2.4);
      return (
        drawLine(colour, 6, width, y + 3, null, 'opacity="0.16"') +
        drawLine(colour, line, width, y, [4, 1.6, 1, 1.6, 1, 1.6])
      );
    }
    default:
      return symbol satisfies never;
  }
}

function coloursOf(
  colours: readonly ColourName[],
  { areaPosition }: SwatchOptions,
): readonly ColourName[] {
  return areaPosition === undefined ? colours : [colours[areaPosition % colours.length]!];
}

/** Areas that have a colour each lie side by side, soft-edged as on the map. */
function drawAreas(colours: readonly string[], width: number, height: number): string {
  const shown = colours.slice(0, 4);
  const cell = width / shown.length;
  const rx = round(Math.min(cell * 0.62, height * 0.8));
  const ry = round(Math.min(height / 2, rx));
  const gradients = shown.map(
    (colour, index) =>
      `<radialGradient id="g${index}"><stop offset="0.4" stop-color="${colour}" stop-opacity="0.62"/>` +
      `<stop offset="1" stop-color="${colour}" stop-opacity="0.06"/></radialGradient>`,
  );
  const patches = shown.map(
    (_, index) =>
      `<ellipse cx="${round(cell * (index + 0.5))}" cy="${height / 2}" rx="${rx}" ry="${ry}" fill="url(#g${index})"/>`,
  );
  return gradients.join('') + patches.join('');
}

function drawLine(
  colour: string,
  strokePx: number,
  widthPx: number,
  y: number,
  dash: readonly number[] | null,
  more = '',
): string {
  const pattern = dash
    ? ` stroke-dasharray="${dash.map((part) => round(part * strokePx)).join(' ')}"`
    : '';
  return `<path d="M1 ${y}H${widthPx - 1}" fill="none" stroke="${colour}" stroke-width="${round(strokePx)}"${pattern} ${more}/>`;
}

function frame(body: string, width: number, height: number, flavour: Flavour): SvgImage {
  const widthPx = Math.round(width * flavour.scale);
  const heightPx = Math.round(height * flavour.scale);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
    widthPx,
    heightPx,
  };
}

function inkOf(flavour: Flavour): string {
  return flavour.tokens['ink'] ?? (flavour.scheme === 'dark' ? 'white' : 'black');
}

function scale(dash: readonly number[], by: number): number[] {
  return dash.map((part) => part * by);
}

function clampWidth(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
