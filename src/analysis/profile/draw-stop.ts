import type { ProfileStop, ProfileStopKind } from '../../contracts/analysis.ts';
import type { Bilingual, Flavour } from '../../contracts/theme.ts';
import type { StripStyle } from './draw-tracks.ts';
import { toPx } from './svg-text.ts';

export const STOP_NAMES: Readonly<Record<ProfileStopKind, Bilingual>> = {
  township: { zh: '乡镇驻地', en: 'Township seat' },
  village: { zh: '村庄', en: 'Village' },
  station: { zh: '车站', en: 'Station' },
  interchange: { zh: '互通', en: 'Interchange' },
  crossing: { zh: '与其他走廊相交', en: 'Meets another corridor' },
};

const COLOURS: Readonly<Record<ProfileStopKind, string>> = {
  township: 'seat',
  village: 'village',
  station: 'station',
  interchange: 'interchange',
  crossing: 'ink-soft',
};

/** A meeting is drawn as it is, however sure the other corridor's grouping. */
export const isSoft = ({ certainty, kind }: ProfileStop, { certainties }: StripStyle): boolean =>
  kind !== 'crossing' && certainties.some((style) => style.certainty === certainty && style.isSoft);

/** A stop's symbol; hollow with a dashed rim when its place is inferred or schematic. */
export function drawStop(
  kind: ProfileStop['kind'],
  isUnsure: boolean,
  xPx: number,
  yPx: number,
  flavour: Flavour,
): string {
  const colour = flavour.colours[COLOURS[kind]] ?? flavour.tokens['ink'] ?? 'black';
  const ground = flavour.tokens['card'] ?? 'white';
  const [x, y] = [toPx(xPx), toPx(yPx)];
  const paint = isUnsure
    ? `fill="${ground}" stroke="${colour}" stroke-width="1.6" stroke-dasharray="2 1.4"`
    : `fill="${colour}" stroke="${ground}" stroke-width="1.4"`;
  switch (kind) {
    case 'township':
      return `<circle cx="${x}" cy="${y}" r="5.5" ${paint}/>`;
    case 'village':
      return `<circle cx="${x}" cy="${y}" r="3.4" ${paint}/>`;
    case 'station':
      return `<rect x="${toPx(xPx - 5)}" y="${toPx(yPx - 5)}" width="10" height="10" rx="1.5" ${paint}/>`;
    case 'interchange':
      return `<path d="M${x} ${toPx(yPx - 6)}l6 6-6 6-6-6Z" ${paint}/>`;
    case 'crossing':
      return `<path d="M${x} ${toPx(yPx - 9)}v18" fill="none" stroke="${colour}" stroke-width="2"/>`;
    default:
      return kind satisfies never;
  }
}
