import type { HeadedPart } from '../../contracts/sheet.ts';
import { escapeXml } from '../escape-xml.ts';
import { drawLocation } from './draw-location.ts';
import { Flow } from './flow.ts';
import { INK, PAPER, SOFT } from './inks.ts';
import type { PaperBox } from './lay-out.ts';
import { listLegend, type LegendItem } from './list-legend.ts';
import { buildPaperBar } from './paper-bar.ts';
import { nameScale } from './sheet-frame.ts';
import type { SheetPen } from './sheet-pen.ts';
import { breakText, widthOfText, writeRect, writeText } from './write-paper.ts';

/** Scale, legend, location and lists: one below the other, or in the columns of a band on a portrait sheet. */
export function drawSide(pen: SheetPen): string {
  const { side, typeMm, growth } = pen.layout;
  if (side.width === 0 || side.height === 0) return '';
  const gap = 4 * growth;
  const isBand = pen.spec.orientation === 'portrait';
  const columns = isBand ? Math.max(2, Math.round(side.width / (62 * growth))) : 1;
  const flow = new Flow(side, columns, gap, typeMm);
  const parts: readonly (readonly [HeadedPart, () => void])[] = [
    ['scale', () => drawScale(pen, flow)],
    ['legend', () => drawLegend(pen, flow, isBand ? 1 : 2, gap)],
    ['location', () => drawPlace(pen, flow)],
    ['sources', () => drawList(pen, flow, 'sources', listSources(pen))],
    ['clauses', () => drawList(pen, flow, 'clauses', listClauses(pen))],
  ];
  return parts
    .map(([part, draw]) => {
      const drawn = pen.shows(part) ? flow.part(draw) : null;
      return drawn ? pen.put(part, drawn.svg, drawn.box) : '';
    })
    .join('');
}

function drawScale(pen: SheetPen, flow: Flow): void {
  const { words } = pen.options;
  const { typeMm, growth } = pen.layout;
  const { scale } = pen.spec;
  const bar = buildPaperBar(scale, flow.width * 0.86);
  const isKm = bar.metres >= 1000;
  const name = (metres: number): string => String(isKm ? metres / 1000 : metres);
  const last = `${name(bar.metres)} ${isKm ? words.kilometre : words.metre}`;
  const title = [pen.head('scale'), words.ratio(nameScale(scale))].filter(Boolean).join(' ');
  const draw = (x: number, y: number): string => {
    const head = writeText(x, y + typeMm * 1.3, title, pen.type(typeMm * 1.15, { weight: 'bold' }));
    const top = y + typeMm * 3.4;
    const height = 1.3 * growth;
    const part = bar.widthMm / bar.parts;
    const pieces = Array.from({ length: bar.parts }, (_, at) =>
      writeRect(x + at * part, top, part, height, {
        fill: at % 2 === 0 ? INK : PAPER,
        stroke: INK,
        strokeMm: 0.15 * growth,
      }),
    );
    const figures = Array.from({ length: bar.parts + 1 }, (_, at) =>
      at === 0 || at === bar.parts || at % 2 === 0
        ? writeText(
            x + at * part,
            top - 0.8 * growth,
            at === bar.parts ? last : name((bar.metres / bar.parts) * at),
            pen.type(typeMm * 0.85, { anchor: at === 0 ? 'start' : 'middle' }),
          )
        : '',
    );
    return head + `<g data-scale-bar="${bar.metres}">${pieces.join('')}</g>` + figures.join('');
  };
  const width = Math.max(
    bar.widthMm + widthOfText(last, typeMm * 0.85) / 2,
    widthOfText(title, typeMm * 1.15),
  );
  flow.take(typeMm * 4.4, draw, typeMm * 1.8, width);
  flow.space(typeMm * 1.8);
}

/** In one column of the flow, or parted into two of about equal length. */
function drawLegend(pen: SheetPen, flow: Flow, columns: 1 | 2, gapMm: number): void {
  const { typeMm, growth } = pen.layout;
  const width = columns === 1 ? flow.width : (flow.width - gapMm) / 2;
  flow.head(pen.head('legend'), pen.type(typeMm * 1.25, { weight: 'bold' }));
  const items = listLegend(
    pen.content,
    {
      ...pen.options,
      flavour: pen.flavour,
      say: (text) => pen.say(text),
      type: (sizeMm, more) => pen.type(sizeMm, more),
      typeMm,
      growth,
      nextScope: () => pen.nextScope(),
    },
    width,
  );
  const left =
    columns === 1
      ? fillColumn(items, flow, typeMm)
      : fillTwo(items, flow, { typeMm, widthMm: width, gapMm });
  if (left > 0) {
    pen.cut.legend = left;
    flow.line(pen.options.words.more(left), pen.type(typeMm * 0.86, { fill: SOFT }), true);
  }
  flow.space(1.5 * growth);
}

/** @returns how many rows found no room */
function fillColumn(items: readonly LegendItem[], flow: Flow, typeMm: number): number {
  let left = 0;
  for (const item of items) {
    const isDrawn = flow.take(item.heightMm, item.draw, item.isHead ? typeMm * 1.75 : 0);
    if (!isDrawn && !item.isHead) left += 1;
  }
  return left;
}

/** @returns how many rows found no room */
function fillTwo(
  items: readonly LegendItem[],
  flow: Flow,
  { typeMm, widthMm, gapMm }: { typeMm: number; widthMm: number; gapMm: number },
): number {
  const total = items.reduce((sum, { heightMm }) => sum + heightMm, 0);
  const room = flow.roomMm;
  const most = Math.min(room, Math.max(total / 2 + typeMm * 2, total - room));
  const sides: readonly [LegendItem[], LegendItem[]] = [[], []];
  const heights: [number, number] = [0, 0];
  let left = 0;
  let at: 0 | 1 = 0;
  for (const item of items) {
    const needed = item.heightMm + (item.isHead ? typeMm * 1.75 : 0);
    if (at === 0 && heights[0] + needed > most) at = 1;
    if (at === 1 && heights[1] + item.heightMm > room) {
      if (!item.isHead) left += 1;
      continue;
    }
    sides[at].push(item);
    heights[at] += item.heightMm;
  }
  flow.take(Math.max(...heights), (x, y) =>
    sides
      .map((side, column) => {
        let down = y;
        return side
          .map(({ heightMm, draw }) => {
            const svg = draw(x + column * (widthMm + gapMm), down);
            down += heightMm;
            return svg;
          })
          .join('');
      })
      .join(''),
  );
  return left;
}

function drawPlace(pen: SheetPen, flow: Flow): void {
  const { typeMm, growth } = pen.layout;
  const width = flow.width * 0.8;
  const height = Math.min(flow.width * 0.62, 46 * growth);
  flow.take(
    height + typeMm * 1.9,
    (x, y) => {
      const box: PaperBox = { x, y: y + typeMm * 1.9, width, height };
      return (
        writeText(
          x,
          y + typeMm * 1.3,
          pen.head('location'),
          pen.type(typeMm * 1.1, { weight: 'bold' }),
        ) +
        drawLocation(pen.options.bundle, pen.frame, box, {
          ink: INK,
          soft: SOFT,
          lineMm: 0.2 * growth,
        })
      );
    },
    typeMm * 0.5,
    width,
  );
  flow.space(typeMm * 0.5);
}

interface ListItem {
  readonly text: string;
  readonly href: string | null;
}

const listSources = ({ content, options }: SheetPen): readonly ListItem[] =>
  content.sources.map(({ title, titleEn, date }) => ({
    text: [(options.lang === 'en' && titleEn) || title, ...(date ? [date] : [])].join('，'),
    href: null,
  }));

function listClauses({ content, options }: SheetPen): readonly ListItem[] {
  const { reading } = options.words;
  return content.clauses.map(({ para, title, quotes, isReading }) => ({
    text: `${title}：${quotes.map((quote) => `“${quote}”`).join('')}${isReading ? `（${reading}）` : ''}`,
    href: options.linkOf?.(para) ?? null,
  }));
}

function drawList(
  pen: SheetPen,
  flow: Flow,
  part: 'sources' | 'clauses',
  items: readonly ListItem[],
): void {
  const { typeMm, growth } = pen.layout;
  if (items.length === 0) return;
  flow.head(pen.head(part), pen.type(typeMm * 1.1, { weight: 'bold' }));
  const sizeMm = typeMm * 0.86;
  let left = 0;
  for (const { text, href } of items) {
    const lines = breakText(text, flow.width, sizeMm);
    const isDrawn =
      left === 0 &&
      flow.take(
        lines.length * sizeMm * 1.38 + sizeMm * 0.35,
        (x, y) => {
          const look = pen.type(sizeMm, { fill: SOFT });
          const words = lines
            .map((line, at) => writeText(x, y + sizeMm * (1.1 + 1.38 * at), line, look))
            .join('');
          return href === null ? words : `<a href="${escapeXml(href)}">${words}</a>`;
        },
        sizeMm * 1.8,
      );
    if (!isDrawn) left += 1;
  }
  if (left > 0) {
    pen.cut[part] = left;
    flow.line(pen.options.words.more(left), pen.type(sizeMm, { fill: SOFT }), true);
  }
  flow.space(1.5 * growth);
}
