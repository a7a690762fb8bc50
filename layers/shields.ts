import type { ColourName, Flavour, ShieldStyle, SvgImage } from '../src/contracts/theme.ts';

const FACE = "'Noto Sans', 'Noto Sans CJK SC', 'Source Han Sans SC', Arial, sans-serif";

/** No road is numbered, and no corridor marked, with more. */
const MOST_CHARACTERS = 12;

/** Ground, lettering and head band of each kind of sign, after GB 5768.2. */
const SIGNS: Readonly<Record<ShieldStyle, { ground: string; ink: string; band: string | null }>> = {
  'national-expressway': { ground: '#0f7a3d', ink: '#ffffff', band: '#d7191c' },
  'provincial-expressway': { ground: '#0f7a3d', ink: '#ffffff', band: '#f2c21a' },
  national: { ground: '#cf1b1e', ink: '#ffffff', band: null },
  provincial: { ground: '#f7c52c', ink: '#1d1d1b', band: null },
};

/** A road number as signed: 国家高速 / 省级高速 with head band, 国道 red, 省道 yellow. */
export function drawShield(style: ShieldStyle, ref: string, flavour: Flavour): SvgImage {
  const sign = SIGNS[style];
  const number = clean(ref);
  const scale = signScale(flavour, 11);
  const type = 11 * scale;
  const band = sign.band === null ? 0 : 4 * scale;
  const width = Math.round(number.length * 6.9 * scale + 11 * scale);
  const height = Math.round(16 * scale + band);
  const inset = 1;
  const body = `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" rx="${2.5 * scale}" fill="${sign.ground}" stroke="#fff" stroke-width="${1.4 * scale}"/>`;
  const head = sign.band
    ? `<path d="M${1.8 * scale} ${1.8 * scale}H${width - 1.8 * scale}V${band + 1.2 * scale}H${1.8 * scale}Z" fill="${sign.band}"/>`
    : '';
  const text = `<text x="${width / 2}" y="${band + 12.2 * scale}" font-family="${FACE}" font-size="${type}" font-weight="700" text-anchor="middle" fill="${sign.ink}">${escape(number)}</text>`;
  return wrap(width, height, body + head + text);
}

/** A corridor's badge, e.g. 纵一. */
export function drawBadge(text: string, colour: ColourName, flavour: Flavour): SvgImage {
  const scale = signScale(flavour, 11.5);
  const name = clean(text);
  const width = Math.round(name.length * 12 * scale + 12 * scale);
  const height = Math.round(20 * scale);
  const ground = flavour.colours[colour]!;
  const ink = flavour.scheme === 'dark' ? '#10161a' : '#ffffff';
  const plate = `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="${(height - 2) / 2}" fill="${ground}" stroke="${flavour.colours['halo']}" stroke-width="1.6"/>`;
  const word = `<text x="${width / 2}" y="${14.3 * scale}" font-family="${FACE}" font-size="${11.5 * scale}" font-weight="700" text-anchor="middle" fill="${ink}">${escape(name)}</text>`;
  return wrap(width, height, plate + word);
}

/** Signs grow as a whole, so that their lettering keeps the flavour's least size. */
function signScale({ scale, leastTypePx }: Flavour, typePx: number): number {
  return Math.max(scale, leastTypePx / typePx);
}

/** Without what XML cannot hold, and cut: one bad name of a bundle must not cost the whole map. */
function clean(text: string): string {
  const characters = [
    ...text.replace(/[^\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''),
  ];
  return characters.length > MOST_CHARACTERS
    ? `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`
    : characters.join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

function wrap(width: number, height: number, content: string): SvgImage {
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`,
    widthPx: width,
    heightPx: height,
  };
}
