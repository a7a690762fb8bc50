import type { Profile, ProfileStopKind } from '../../contracts/analysis.ts';
import type { Bilingual } from '../../contracts/theme.ts';
import { say } from '../bilingual.ts';
import { formatFigure } from '../figure-units.ts';
import { drawStop, isSoft, STOP_NAMES } from './draw-stop.ts';
import { colourOf, drawStretch, type StripStyle } from './draw-tracks.ts';
import { MARGIN_PX, type Sheet } from './sheet.ts';
import { toPx, widthOf } from './svg-text.ts';

const SMALL_PX = 11;
const TEXT_PX = 12;

type Pick = (text: Bilingual) => string;

export function writeHead(sheet: Sheet, profile: Profile, pick: Pick): void {
  const ends =
    profile.direction === 'north-south'
      ? say('由北向南', 'north to south')
      : say('由西向东', 'west to east');
  const inCounty = pick(formatFigure(profile.lengthInCountyKm, 'km', 1));
  const strip = pick(formatFigure(profile.axisKm, 'km', 1));
  sheet.write(pick(profile.name), 18);
  sheet.write(
    pick(
      say(
        `${ends.zh}；沿线 ${strip}，各线县域内合计 ${inCounty}；列出 ${profile.reachKm} 公里以内的乡镇、车站和互通`,
        `${ends.en}; ${strip} along the way, ${inCounty} of lines in the county; places within ${profile.reachKm} km`,
      ),
    ),
    TEXT_PX,
    true,
  );
  sheet.y += 8;
}

export function writeScale(
  sheet: Sheet,
  profile: Profile,
  toX: (atKm: number) => number,
  pick: Pick,
): void {
  const step = [1, 2, 5, 10, 20, 50, 100, 200].find((one) => profile.axisKm / one <= 12) ?? 500;
  const y = sheet.y;
  const marks = Array.from(
    { length: Math.floor(profile.axisKm / step) + 1 },
    (_, index) => index * step,
  );
  const unit = pick(formatFigure(0, 'km')).replace('0', '').trim();
  sheet.add(
    `<path d="M${toPx(toX(0))} ${toPx(y)}H${toPx(toX(profile.axisKm))}${marks.map((km) => `M${toPx(toX(km))} ${toPx(y)}v5`).join('')}" fill="none" stroke="${sheet.rule}" stroke-width="1"/>` +
      marks
        .map((km, index) =>
          sheet.text(
            index === marks.length - 1 ? `${km} ${unit}` : String(km),
            toX(km),
            y + 17,
            SMALL_PX,
            true,
          ),
        )
        .join(''),
  );
  sheet.y = y + 30;
}

export function writeLegend(
  sheet: Sheet,
  profile: Profile,
  conventions: StripStyle,
  pick: Pick,
): void {
  const colour = colourOf(profile, sheet.flavour);
  for (const {
    name,
    certainty,
    horizontalM,
    status,
    track,
    lengthInCountyKm,
    note,
  } of profile.members) {
    const sureness = conventions.certainties.find((style) => style.certainty === certainty);
    const stage = conventions.statuses.find((style) => style.status === status);
    const parts = [
      pick(name),
      stage ? pick(stage.name) : status,
      (sureness ? pick(sureness.name) : certainty) +
        (horizontalM === null ? '' : ` ±${pick(formatFigure(horizontalM, 'm'))}`),
      track === null
        ? pick(note ?? say('没有线形', 'no line'))
        : pick(formatFigure(lengthInCountyKm, 'km', 1)),
    ];
    const sample =
      track === null
        ? ''
        : drawStretch(
            { kind: 'line', status, certainty, track },
            colour,
            MARGIN_PX,
            MARGIN_PX + 40,
            sheet.y + 4,
            sheet.flavour,
            conventions,
          );
    sheet.writeBeside(sample, parts.join(' · '));
  }
  for (const [kind, name] of [
    ['outside', say('县域以外', 'outside the county')],
    ['gap', say('线路中断', 'gap between lines')],
  ] as const) {
    if (!profile.tracks.flat().some((stretch) => stretch.kind === kind)) continue;
    const look = { kind, status: profile.status, certainty: profile.certainty, track: 0 };
    sheet.writeBeside(
      drawStretch(look, colour, MARGIN_PX, MARGIN_PX + 40, sheet.y + 4, sheet.flavour, conventions),
      pick(name),
    );
  }
  let x = MARGIN_PX + 6;
  const row: string[] = [];
  const entries = [
    ...(Object.keys(STOP_NAMES) as ProfileStopKind[])
      .filter((kind) => profile.stops.some((stop) => stop.kind === kind))
      .map((kind) => ({ kind, soft: false, name: STOP_NAMES[kind] })),
    ...(profile.stops.some((stop) => isSoft(stop, conventions))
      ? [
          {
            kind: 'township' as const,
            soft: true,
            name: say('虚框：位置为推断或示意', 'Dashed: place inferred or schematic'),
          },
        ]
      : []),
  ];
  for (const { kind, soft, name } of entries) {
    const label = pick(name);
    if (x + 14 + widthOf(label, TEXT_PX) > sheet.width - MARGIN_PX && row.length > 0) {
      x = MARGIN_PX + 6;
      sheet.y += 22;
    }
    row.push(
      drawStop(kind, soft, x, sheet.y + 6, sheet.flavour),
      sheet.text(label, x + 12, sheet.y + 10, TEXT_PX, true),
    );
    x += 30 + widthOf(label, TEXT_PX);
  }
  sheet.add(row.join(''));
  sheet.y += entries.length > 0 ? 28 : 0;
}

export function writeWords(sheet: Sheet, profile: Profile, pick: Pick): void {
  if (profile.certainty === 'inferred') {
    sheet.write(
      pick(
        say(
          `走廊为本图集的归并：推断，非规划原文。${profile.note?.zh ?? ''}`,
          `The grouping is the atlas’s own reading, not the plan’s words. ${profile.note?.en ?? ''}`,
        ),
      ),
      TEXT_PX,
    );
  } else if (profile.note) sheet.write(pick(profile.note), TEXT_PX);
  const quotes = profile.clauses.map(
    ({ quote, title, basis }) =>
      `“${quote}”${pick(say('（', ' ('))}${pick(title)}${basis === 'reading' ? pick(say('，推断', ', our reading')) : ''}${pick(say('）', ')'))}`,
  );
  if (quotes.length > 0)
    sheet.write(pick(say('条文：', 'Clauses: ')) + quotes.join(pick(say('；', '; '))), TEXT_PX);
  if (profile.sources.length > 0) {
    sheet.write(
      pick(say('资料：', 'Sources: ')) + profile.sources.map(pick).join(pick(say('；', '; '))),
      SMALL_PX,
      true,
    );
  }
}
