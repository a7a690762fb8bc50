import type { Profile, ProfileStretch } from '../../contracts/analysis.ts';
import type { Certainty, Status } from '../../contracts/bundle.ts';
import type { Conventions, Flavour } from '../../contracts/theme.ts';
import { toPx } from './svg-text.ts';

/** Names and looks of stages and certainties, as the map has them. */
export type StripStyle = Pick<Conventions, 'certainties' | 'statuses'>;

/** How a stretch looks: the stage sets the dash, the certainty the halo, as on the map. */
export interface StretchLook {
  readonly kind: ProfileStretch['kind'];
  readonly status: Status;
  readonly certainty: Certainty;
  /** 0 is the axis. */
  readonly track: number;
}

const LINE_PX = 4;
const BESIDE_PX = 3;

export const colourOf = (profile: Pick<Profile, 'direction'>, flavour: Flavour): string =>
  flavour.colours[profile.direction === 'north-south' ? 'corridor' : 'corridor-heng'] ??
  flavour.tokens['accent'] ??
  'black';

export function drawStretch(
  look: StretchLook,
  colour: string,
  fromPx: number,
  toXPx: number,
  yPx: number,
  flavour: Flavour,
  conventions: StripStyle,
): string {
  const soft = flavour.colours['ink-soft'] ?? colour;
  if (look.kind !== 'line') {
    const dash = look.kind === 'gap' ? '1 5' : '5 4';
    return drawLine(fromPx, toXPx, yPx, soft, 1.6, `stroke-dasharray="${dash}"`);
  }
  const widthPx = look.track === 0 ? LINE_PX : BESIDE_PX;
  const ink = look.track === 0 ? colour : (flavour.colours['rail'] ?? soft);
  const isSoft = conventions.certainties.some(
    (style) => style.certainty === look.certainty && style.isSoft,
  );
  const dash = conventions.statuses.find(({ status }) => status === look.status)?.dash;
  const pattern = dash
    ? `stroke-dasharray="${dash.map((part) => toPx(part * widthPx)).join(' ')}"`
    : '';
  const halo = isSoft
    ? drawLine(fromPx, toXPx, yPx, ink, 20, 'opacity="0.14"') +
      drawLine(fromPx, toXPx, yPx, ink, 12, 'opacity="0.22"')
    : '';
  const casing = isSoft
    ? ''
    : drawLine(fromPx, toXPx, yPx, flavour.tokens['ink'] ?? 'black', widthPx + 2, pattern);
  return halo + casing + drawLine(fromPx, toXPx, yPx, ink, widthPx, pattern);
}

/** Every track of a profile: the axis at `yPx`, each line beside it `stepPx` further down. */
export function drawTracks(
  profile: Profile,
  toX: (atKm: number) => number,
  yPx: number,
  stepPx: number,
  flavour: Flavour,
  conventions: StripStyle,
): string {
  const colour = colourOf(profile, flavour);
  // The grouping itself is a reading: a broad band, as the map has it.
  const band = drawLine(toX(0), toX(profile.axisKm), yPx, colour, 26, 'opacity="0.2"');
  const lines = profile.tracks.flatMap((stretches, track) =>
    stretches.map((stretch) =>
      drawStretch(
        { kind: stretch.kind, track, ...lookOf(profile, stretch) },
        colour,
        toX(stretch.fromKm),
        toX(stretch.toKm),
        yPx + track * stepPx,
        flavour,
        conventions,
      ),
    ),
  );
  return band + lines.join('');
}

function lookOf(
  profile: Profile,
  { memberId }: ProfileStretch,
): Pick<StretchLook, 'status' | 'certainty'> {
  return profile.members.find(({ id }) => id === memberId) ?? profile;
}

const drawLine = (
  fromPx: number,
  toXPx: number,
  yPx: number,
  colour: string,
  widthPx: number,
  more: string,
): string =>
  `<path d="M${toPx(fromPx)} ${toPx(yPx)}H${toPx(toXPx)}" fill="none" stroke="${colour}" stroke-width="${toPx(widthPx)}" ${more}/>`;
