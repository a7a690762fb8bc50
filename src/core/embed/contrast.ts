/** WCAG 2 contrast of colours that an editor chose; colours are `#rrggbb` in sRGB. */

/** Words of ordinary size, WCAG 1.4.3. */
export const TEXT_CONTRAST = 4.5;
/** Lines and signs, WCAG 1.4.11. */
export const LINE_CONTRAST = 3;

type Channels = readonly [red: number, green: number, blue: number];
const BLACK: Channels = [0, 0, 0];
const WHITE: Channels = [255, 255, 255];
const STEPS = 200;

/** 1–21. */
export function contrastOf(a: string, b: string): number {
  const [x, y] = [luminanceOf(toChannels(a)), luminanceOf(toChannels(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** `#rrggbb` in small letters, also from `#rgb` and without the sign; null: no such colour. */
export function readColour(text: string): string | null {
  const found = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (found === undefined) return null;
  return `#${found.length === 6 ? found : [...found].map((digit) => digit + digit).join('')}`;
}

/**
 * The colour of the same hue that is nearest to one and stands out from every ground; the colour itself when it
 * does, null when none can, e.g. from white and black at once.
 */
export function findReadable(
  colour: string,
  grounds: readonly string[],
  ratio = TEXT_CONTRAST,
): string | null {
  const from = toChannels(colour);
  const passes = (hex: string): boolean =>
    grounds.every((ground) => contrastOf(hex, ground) >= ratio);
  for (let step = 0; step <= STEPS; step += 1) {
    const found = [BLACK, WHITE]
      .map((end) => ({ hex: toHex(mix(from, end, step / STEPS)), end }))
      .filter(({ hex }) => passes(hex))
      .toSorted((a, b) => distance(from, toChannels(a.hex)) - distance(from, toChannels(b.hex)));
    if (found[0]) return found[0].hex;
  }
  return null;
}

/** Words on a button of this colour: whichever of the two stands out more. */
export function chooseInk(colour: string): '#ffffff' | '#1a1a1a' {
  return contrastOf(colour, '#ffffff') >= contrastOf(colour, '#1a1a1a') ? '#ffffff' : '#1a1a1a';
}

function toChannels(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const toHex = (channels: Channels): string =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

const mix = (from: Channels, to: Channels, share: number): Channels => [
  Math.round(from[0] + (to[0] - from[0]) * share),
  Math.round(from[1] + (to[1] - from[1]) * share),
  Math.round(from[2] + (to[2] - from[2]) * share),
];

const distance = (a: Channels, b: Channels): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

function luminanceOf(channels: Channels): number {
  const [red, green, blue] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
