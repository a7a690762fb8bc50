import type { Profile, ProfileStop, ProfileStopKind } from '../../contracts/analysis.ts';
import type { Bilingual, Flavour, Language, SvgImage } from '../../contracts/theme.ts';
import { say } from '../bilingual.ts';
import { formatFigure } from '../figure-units.ts';
import { drawStop, isSoft } from './draw-stop.ts';
import { drawTracks, type StripStyle } from './draw-tracks.ts';
import { MARGIN_PX, Sheet } from './sheet.ts';
import { spreadLabels } from './spread-labels.ts';
import { cutText, toPx, widthOf } from './svg-text.ts';
import { writeHead, writeLegend, writeScale, writeWords } from './write-furniture.ts';

export interface ProfileDrawing {
  /** CSS pixels before the flavour's scale; default 1120. Grows when the stops need more. */
  readonly widthPx?: number;
}

const WIDTH_PX = 1120;
const LEAST_WIDTH_PX = 480;
const NAME_PX = 13;
const DETAIL_PX = 11;
const TRACK_PX = 16;
/** Between neighbouring labels along the strip: slanted by 45°, a line of type is this much times 0.7 high. */
const LABEL_STEP_PX = 22;
/** From the line to where labels begin: a stem, then a slanting lead to the label's place. */
const STEM_PX = 14;
const LEAD_PX = 24;
const MOST_LABEL_PX = 330;
const SLANT = Math.SQRT1_2;
/** Drawn one over the other; seats hide the village whose place they share. */
const ORDER: readonly ProfileStopKind[] = [
  'crossing',
  'village',
  'interchange',
  'station',
  'township',
];
const ABOVE: readonly ProfileStopKind[] = ['township', 'village'];

interface Label {
  readonly stop: ProfileStop;
  readonly name: string;
  readonly detail: string;
  readonly widthPx: number;
}

/**
 * A corridor as a strip: places above, stations, interchanges and meetings below, each with its distance along the way
 * and how far off it lies; the line by stage and certainty as on the map; a scale, a legend, the clauses and the sources.
 * Pure: the same profile gives the same text. No script, no style, no reference; every word is escaped.
 */
export function drawProfile(
  profile: Profile,
  flavour: Flavour,
  lang: Language,
  conventions: StripStyle,
  { widthPx = WIDTH_PX }: ProfileDrawing = {},
): SvgImage {
  const pick = (text: Bilingual): string => (lang === 'en' ? text.en : text.zh);
  const labels = profile.stops.map((stop) => createLabel(profile, stop, pick));
  const above = labels.filter(({ stop }) => ABOVE.includes(stop.kind));
  const below = labels.filter(({ stop }) => !ABOVE.includes(stop.kind));
  // Slanted labels reach to the right of their place: the last ones need the room.
  const right = reachOf(labels) + 8;
  const most = Math.max(above.length, below.length);
  const width = Math.max(LEAST_WIDTH_PX, widthPx, most * LABEL_STEP_PX + right + 2 * MARGIN_PX);
  const end = width - MARGIN_PX - right;
  const toX = (atKm: number): number =>
    MARGIN_PX + (profile.axisKm === 0 ? 0 : atKm / profile.axisKm) * (end - MARGIN_PX);
  const sheet = new Sheet(flavour, width);
  writeHead(sheet, profile, pick);
  const axisY = sheet.y + (above.length > 0 ? reachOf(above) + STEM_PX + LEAD_PX : STEM_PX);
  const lowestY = axisY + (profile.tracks.length - 1) * TRACK_PX;
  sheet.add(
    drawLabels(above, axisY, -1) +
      drawLabels(below, lowestY, 1) +
      drawTracks(profile, toX, axisY, TRACK_PX, flavour, conventions) +
      profile.stops
        .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
        .map((stop) =>
          drawStop(stop.kind, isSoft(stop, conventions), toX(stop.atKm), axisY, flavour),
        )
        .join(''),
  );
  sheet.y = lowestY + STEM_PX + 6 + (below.length > 0 ? reachOf(below) + LEAD_PX : 0);
  writeScale(sheet, profile, toX, pick);
  writeLegend(sheet, profile, conventions, pick);
  writeWords(sheet, profile, pick);
  return sheet.finish(pick(profile.name));

  function drawLabels(chosen: readonly Label[], fromY: number, sense: 1 | -1): string {
    const xs = chosen.map(({ stop }) => toX(stop.atKm));
    const places = spreadLabels(xs, LABEL_STEP_PX, MARGIN_PX, end);
    const [stemY, labelY] = [fromY + sense * STEM_PX, fromY + sense * (STEM_PX + LEAD_PX)];
    return chosen
      .map(({ name, detail }, index) => {
        const [x, place] = [toPx(xs[index]!), toPx(places[index]!)];
        const lead = `<path d="M${x} ${toPx(fromY)}V${toPx(stemY)}L${place} ${toPx(labelY)}" fill="none" stroke="${sheet.rule}" stroke-width="1"/>`;
        return (
          lead + sheet.slant(name, detail, places[index]!, labelY, sense * 45, NAME_PX, DETAIL_PX)
        );
      })
      .join('');
  }
}

/** How far slanted labels reach, sideways and up or down alike. */
const reachOf = (labels: readonly Label[]): number =>
  Math.max(0, ...labels.map(({ widthPx }) => widthPx)) * SLANT + NAME_PX;

function createLabel(
  { direction }: Profile,
  stop: ProfileStop,
  pick: (text: Bilingual) => string,
): Label {
  const { atKm, offKm, side, beyondKm } = stop;
  const sides =
    direction === 'north-south'
      ? { left: say('东', 'E'), right: say('西', 'W') }
      : { left: say('北', 'N'), right: say('南', 'S') };
  const detail = [
    pick(formatFigure(Number(atKm.toFixed(1)), 'km', 1)),
    ...(side === 'on'
      ? []
      : [
          pick(
            say(`偏${sides[side].zh} ${offKm.toFixed(1)}`, `${offKm.toFixed(1)} ${sides[side].en}`),
          ),
        ]),
    ...(beyondKm > 0.05
      ? [pick(say(`县界外 ${beyondKm.toFixed(1)}`, `${beyondKm.toFixed(1)} outside`))]
      : []),
  ].join(' · ');
  const detailPx = widthOf(detail, DETAIL_PX) + 6;
  const name = cutText(pick(stop.name), NAME_PX, MOST_LABEL_PX - detailPx);
  return { stop, name, detail, widthPx: widthOf(name, NAME_PX) + detailPx };
}
