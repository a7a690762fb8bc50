/** Colour arithmetic for the palette's tests; colours are `#rrggbb` in sRGB. */

export type Triple = readonly [number, number, number];

export const VISIONS = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof VISIONS)[number];

/**
 * Machado, Oliveira & Fernandes 2009, “A Physiologically-based Model for Simulation of Color Vision
 * Deficiency”, IEEE TVCG 15(6): matrices at severity 1.0, for linear sRGB.
 */
const MACHADO: Readonly<Record<Exclude<Vision, 'usual'>, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** WCAG 2 contrast ratio of two opaque colours, 1–21. */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour laid over a ground with an opacity of 0–1. */
export function blend(colour: string, ground: string, opacity: number): string {
  const under = parseHex(ground);
  const mixed = parseHex(colour).map((channel, index) =>
    Math.round(channel * opacity + under[index]! * (1 - opacity)),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** How far apart two colours look to a kind of eye: CIEDE2000, where about 1 is just noticeable. */
export function difference(a: string, b: string, vision: Vision = 'usual'): number {
  return ciede2000(toLab(simulate(a, vision)), toLab(simulate(b, vision)));
}

/**
 * CIEDE2000 with unit weights: Sharma, Wu & Dalal 2005, “The CIEDE2000 Color-Difference Formula:
 * Implementation Notes, Supplementary Test Data, and Mathematical Observations”, Color Research and
 * Application 30(1).
 */
export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const [h1, h2] = [hueOf(p1, b1), hueOf(p2, b2)];
  const isGrey = c1 * c2 === 0;
  let turn = h2 - h1;
  if (isGrey) turn = 0;
  else if (turn > 180) turn -= 360;
  else if (turn < -180) turn += 360;
  const dL = l2 - l1;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * sin(turn / 2);
  const meanL = (l1 + l2) / 2;
  const meanP = (c1 + c2) / 2;
  let meanH = h1 + h2;
  if (!isGrey) {
    if (Math.abs(h1 - h2) <= 180) meanH /= 2;
    else meanH = meanH < 360 ? (meanH + 360) / 2 : (meanH - 360) / 2;
  }
  const t =
    1 -
    0.17 * cos(meanH - 30) +
    0.24 * cos(2 * meanH) +
    0.32 * cos(3 * meanH + 6) -
    0.2 * cos(4 * meanH - 63);
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const sC = 1 + 0.045 * meanP;
  const sH = 1 + 0.015 * meanP * t;
  const rotation =
    -2 *
    Math.sqrt(meanP ** 7 / (meanP ** 7 + 25 ** 7)) *
    sin(60 * Math.exp(-(((meanH - 275) / 25) ** 2)));
  return Math.sqrt(
    (dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rotation * (dC / sC) * (dH / sH),
  );
}

function simulate(colour: string, vision: Vision): Triple {
  const linear = parseHex(colour).map((channel) => toLinear(channel / 255)) as unknown as Triple;
  if (vision === 'usual') return linear;
  return MACHADO[vision].map((row) =>
    Math.min(1, Math.max(0, row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2])),
  ) as unknown as Triple;
}

/** CIE L*a*b* of linear sRGB, white point D65 (IEC 61966-2-1). */
function toLab([r, g, b]: Triple): Triple {
  const f = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : (value * (24389 / 27) + 16) / 116;
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function luminance(colour: string): number {
  const [r, g, b] = parseHex(colour).map((channel) => toLinear(channel / 255)) as unknown as Triple;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function parseHex(colour: string): Triple {
  if (!/^#[\da-f]{6}$/.test(colour)) throw new Error(`"${colour}" is not #rrggbb`);
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hueOf(a: number, b: number): number {
  if (a === 0 && b === 0) return 0;
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

function cos(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}
