import type { IconName, IconOptions, SvgImage } from '../src/contracts/theme.ts';

/** Glyphs on a 24 × 24 grid; `F` is filled with the glyph colour, `S` is stroked with it. */
const GLYPHS: Readonly<Record<Exclude<IconName, SeatIcon>, string>> = {
  station:
    '<path F d="M8 6h8a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z"/><path K d="M8 8h8v3.4H8z"/><path S d="M9 16l-2 3M15 16l2 3M8.2 18h7.6"/>',
  'high-speed-station':
    '<path F d="M8 6h8a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z"/><path K d="M8 8h8v3.4H8z"/><path S d="M9 16l-2 3M15 16l2 3M8.2 18h7.6"/>',
  interchange: '<path S d="M7 17c5 0 5-10 10-10M7 7c5 0 5 10 10 10"/>',
  scenic: '<path F d="M5 17.5l5-9 3 5 1.8-2.6 4.2 6.6z"/><circle F cx="16.6" cy="8" r="1.7"/>',
  heritage:
    '<path F d="M12 5l7.4 4.2H4.6zM6.6 10.4h2v5h-2zM11 10.4h2v5h-2zM15.4 10.4h2v5h-2zM5 16.4h14v1.9H5z"/>',
  'hot-spring':
    '<path S d="M5.6 14c1 4.6 11.800 4.600 12.800 0"/><path S d="M9 13.400c-1.600-2 1.400-3 0-5.400M12 13.400c-1.600-2 1.400-3.600 0-6.800M15 13.400c-1.600-2 1.400-3 0-5.400"/>',
  village:
    '<path F d="M4.800 12.200L9 8l4.200 4.200v5.600H10.200v-3H7.800v3h-3z"/><path F d="M13.800 11l2-2 3.800 3.600v5.200h-5z"/>',
  resort:
    '<path S d="M12 18.600v-8"/><path F d="M12 11c0-3.600 2.600-5 6.400-5 0 3.600-2.400 5.400-6.400 5zM12 14c0-3-2.400-4.600-6-4.400 0 3 2.200 4.800 6 4.400z"/>',
  park: '<path F d="M5 18V9.600l4.400 2.600V9.600l4.400 2.600V6h4.400v12z"/>',
  cluster:
    '<circle F cx="12" cy="7.400" r="2.400"/><circle F cx="7.400" cy="15.400" r="2.400"/><circle F cx="16.600" cy="15.400" r="2.400"/><path S d="M12 9v3M12 12l-3.600 2M12 12l3.600 2"/>',
  zone: '<path S d="M6.500 9.500c2-4 9-4 11 0s-1 8-5.500 8-7.500-4-5.500-8z"/>',
  plane:
    '<path F d="M12 3.800c.9 0 1.400 1.100 1.400 2.300v3.500l6 3.900v1.800l-6-1.800v3.700l1.900 1.400v1.500L12 19.200l-3.300.9v-1.500l1.900-1.400v-3.700l-6 1.800v-1.800l6-3.900V6.100c0-1.200.5-2.300 1.400-2.300z"/>',
  hub: '<path F d="M12 5l6.400 3.400L12 11.800 5.600 8.400zM5.200 9.800l6 3.200v6.200l-6-3.200zM18.800 9.800l-6 3.200v6.200l6-3.200z"/>',
  node: '<path F d="M6.500 7.500h11v9.500h-11z"/><path K d="M10.800 7.500h2.400v4l-1.200-.9-1.200.9z"/>',
  power: '<path F d="M13.400 4.600L6.800 13.400h4.200l-1 6 6.800-9h-4.300z"/>',
  solar:
    '<circle F cx="12" cy="12" r="3.400"/><path S d="M12 5v2M12 17v2M5 12h2M17 12h2M7.100 7.100l1.400 1.400M15.500 15.500l1.400 1.400M16.900 7.100l-1.400 1.400M8.500 15.500l-1.400 1.400"/>',
  hydro:
    '<path F d="M12 4.600c3 3.800 4.800 6.400 4.800 8.800a4.800 4.800 0 0 1-9.600 0c0-2.400 1.800-5 4.800-8.800z"/>',
  storage:
    '<path F d="M5 7h6.400v4H5zM12.600 14h6.400v4h-6.400z"/><path S d="M8.200 11v5.200h3M15.800 14V8.400h-3"/>',
  mine: '<path S d="M7 17.600L16 8.600M17 17.600L8 8.600"/><path S d="M5.600 10.600c1-3 3.600-4.600 6.400-4.800M18.400 10.600c-1-3-3.600-4.600-6.400-4.800"/>',
  road: '<path F d="M9.600 5h4.800l3 14H6.600z"/><path K d="M11.600 6.500h.8v3h-.8zM11.500 11h1v3.200h-1zM11.400 15.500h1.200v3h-1.200z"/>',
};

type SeatIcon = 'county-seat' | 'town-seat' | 'township-seat' | 'dot';

/**
 * An icon as SVG. Filled plate: existing; tinted: under construction; hollow: planned or proposed.
 * Schematic and inferred get a dashed rim outside the plate, so that they look unsure at a glance.
 */
export function drawIcon(icon: IconName, options: IconOptions): SvgImage {
  const { flavour, status, isSoft } = options;
  const colour = flavour.colours[options.colour] ?? flavour.colours['ink']!;
  const ground = flavour.colours['halo']!;
  const size = Math.round(options.sizePx * flavour.scale + (isSoft ? 4 : 0));
  const inner = isSeat(icon)
    ? drawSeat(icon, colour, ground, options)
    : drawPlate(GLYPHS[icon], colour, ground, status);
  const rim =
    isSoft && (icon === 'dot' || !isSeat(icon))
      ? `<circle cx="12" cy="12" r="12.600" fill="none" stroke="${colour}" stroke-width="1.300" stroke-dasharray="2.200 2.200"/>`
      : '';
  const box = isSoft ? '-2 -2 28 28' : '0 0 24 24';
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${box}">${inner}${rim}</svg>`,
    widthPx: size,
    heightPx: size,
  };
}

function drawPlate(
  glyph: string,
  colour: string,
  ground: string,
  status: IconOptions['status'],
): string {
  const isFilled = status === 'existing';
  const ink = isFilled ? ground : colour;
  const plate = isFilled ? colour : ground;
  const dots = isStudied(status) ? ' stroke-dasharray="2.600 2"' : '';
  const rim = isFilled ? ground : colour;
  const paint = glyph
    .replaceAll(' F ', ` fill="${ink}" `)
    .replaceAll(' K ', ` fill="${plate}" `)
    .replaceAll(
      ' S ',
      ` fill="none" stroke="${ink}" stroke-width="1.700" stroke-linecap="round" stroke-linejoin="round" `,
    );
  return `<circle cx="12" cy="12" r="10.800" fill="${plate}" stroke="${rim}" stroke-width="1.500"${dots}/>${drawTint(status, colour)}${paint}${drawStrike(status, colour)}`;
}

function drawSeat(icon: SeatIcon, colour: string, ground: string, options: IconOptions): string {
  const { status, isSoft } = options;
  const isBuilt = status === 'existing';
  const dashes = isStudied(status) ? (isSoft ? '1.4 3' : '2.6 2') : isSoft ? '4 3' : '';
  const dash = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`;
  const ring = (radius: number, width: number): string =>
    `<circle cx="12" cy="12" r="${radius}" fill="${ground}" stroke="${colour}" stroke-width="${isBuilt ? width : width * 0.6}"${dash}/>`;
  const dot = (radius: number): string =>
    isBuilt ? `<circle cx="12" cy="12" r="${radius}" fill="${colour}"/>` : '';
  const marks = drawTint(status, colour) + drawStrike(status, colour);
  switch (icon) {
    case 'county-seat':
      return `${ring(10.4, 2)}${ring(6.4, 1.8)}${dot(3.2)}${marks}`;
    case 'town-seat':
      return `${ring(9, 2.8)}${dot(3.4)}${marks}`;
    case 'township-seat':
      return `${ring(8.4, 3)}${marks}`;
    case 'dot':
      return isBuilt
        ? `<circle cx="12" cy="12" r="9" fill="${colour}" stroke="${ground}" stroke-width="3"/>`
        : `${ring(8.4, 5)}${marks}`;
    default:
      return icon satisfies never;
  }
}

/** Under construction: the lower half is filled faintly. */
function drawTint(status: IconOptions['status'], colour: string): string {
  return status === 'under-construction'
    ? `<path d="M1.500 12a10.500 10.500 0 0 0 21 0z" fill="${colour}" fill-opacity="0.280"/>`
    : '';
}

function drawStrike(status: IconOptions['status'], colour: string): string {
  return status === 'cancelled' ? `<path d="M4 20L20 4" stroke="${colour}" stroke-width="2"/>` : '';
}

function isStudied(status: IconOptions['status']): boolean {
  return status === 'proposed' || status === 'cancelled';
}

function isSeat(icon: IconName): icon is SeatIcon {
  return (
    icon === 'county-seat' || icon === 'town-seat' || icon === 'township-seat' || icon === 'dot'
  );
}
